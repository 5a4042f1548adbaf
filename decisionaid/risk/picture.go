package risk

import "strings"

// Icons is the icon array of one chance: filled marks for those who have the outcome,
// hollow ones for those who do not. The title is the caller's; the description reads the
// same numbers. Errors: BadDenominator, UnknownChance; SVG holds the rest.
func (v Voice) Icons(prefix, title string, c Chance, d Denominator, o Outcome) (IconArray, error) {
	if !c.known {
		return IconArray{}, fault(UnknownChance, "chance", string(c.Reason()))
	}
	said, err := v.Chance(c, d, o)
	if err != nil {
		return IconArray{}, err
	}
	both, _ := c.Framed(d) // its only error is the denominator, which is good by now
	w := v.words()
	return IconArray{
		Frame: v.frame(prefix, title, said),
		Parts: []IconPart{
			{both.Did.People, Disc, fill(w.KeyDid, "n", v.Count(both.Did), "outcome", o.Happens)},
			{both.DidNot.People, Ring, fill(w.KeyDidNot, "n", v.Count(both.DidNot), "not", v.not(o))},
		},
	}, nil
}

// UpliftIcons is the icon array of what changes between the comparator and the
// option. Classes that nobody can be in are left out. An outcome that is unwanted is
// filled where it happens, one that is wanted where it fails.
// Errors: those of NewUplift; SVG holds the rest.
func (v Voice) UpliftIcons(prefix, title string, comparator, option Choice, aim Aim, d Denominator, o Outcome) (IconArray, error) {
	u, err := NewUplift(comparator.Chance, option.Chance, aim, d)
	if err != nil {
		return IconArray{}, err
	}
	w := v.words()
	good, benefit, harm, bad := w.KeyNeither, w.KeyOnlyComparator, w.KeyOnlyOption, w.KeyEither
	if aim == Wanted {
		good, benefit, harm, bad = bad, harm, benefit, good
	}
	var parts []IconPart
	var said []string
	for _, class := range []struct {
		Class
		mark     Mark
		template string
	}{
		{u.Bad, Disc, bad}, {u.Harm, Square, harm}, {u.Benefit, Target, benefit}, {u.Good, Ring, good},
	} {
		if class.Share < tie && class.People == 0 {
			continue
		}
		label := fill(class.template, "n", v.Count(counted(class.People, d)), "outcome", o.Happens, "not", v.not(o),
			"option", option.Name, "comparator", comparator.Name)
		parts = append(parts, IconPart{class.People, class.mark, label})
		said = append(said, sentence(w.Sentence, "text", label))
	}
	return IconArray{Frame: v.frame(prefix, title, strings.Join(said, " ")), Parts: parts}, nil
}

// Chart makes a chart of the chances of several choices, with the full width of upTo
// people of d; 0 means all of them. The description reads the same numbers.
// Errors: BadDenominator; Bars and Intervals hold the rest.
func (v Voice) Chart(prefix, title string, choices []Choice, d Denominator, upTo int, o Outcome) (Chart, error) {
	if upTo == 0 {
		upTo = int(d)
	}
	chart := Chart{Of: d, UpTo: upTo}
	chart.Scale = sentence(v.words().Scale, "n", v.Number(upTo), "of", v.Number(int(d)))
	var said []string
	for _, choice := range choices {
		short, err := v.Short(choice.Chance, d)
		if err != nil {
			return Chart{}, err
		}
		long, err := v.Tell(choice.Chance, d, o)
		if err != nil {
			return Chart{}, err
		}
		chart.Rows = append(chart.Rows, Row{Label: choice.Name, Text: short, Chance: choice.Chance})
		said = append(said, fill(v.words().Named, "name", choice.Name, "text", long))
	}
	chart.Frame = v.frame(prefix, title, strings.Join(append(said, chart.Scale), " "))
	return chart, nil
}

func (v Voice) frame(prefix, title, description string) Frame {
	return Frame{Prefix: prefix, Title: title, Description: description, Language: v.Language()}
}
