package risk

import "strings"

// Chance reads a chance in both framings: "72 in every 1,000 people have a stroke
// in 1 year; 928 do not." Where a study counted nobody, or everybody, it says so of the
// people studied. A chance that is not known is said to be so, with its reason.
// Errors: BadDenominator.
func (v Voice) Chance(c Chance, d Denominator, o Outcome) (string, error) {
	both, err := c.Framed(d)
	if err != nil {
		return "", err
	}
	period := v.Period(c.period)
	switch both.Did.Form {
	case NotKnown:
		return sentence(v.words().Unknown, "outcome", o.Happens, "period", period, "reason", v.Reason(c.Reason())), nil
	case ObservedNone, ObservedAll:
		return sentence(v.words().Observed,
			"studied", v.Number(both.Did.Studied), "did", v.Number(c.count.Events), "did_not", v.Number(c.count.People-c.count.Events),
			"outcome", o.Happens, "not", v.not(o), "period", period), nil
	}
	return sentence(v.words().Chance,
		"did", v.Count(both.Did), "of", v.Number(int(d)), "did_not", v.Count(both.DidNot),
		"outcome", o.Happens, "not", v.not(o), "period", period), nil
}

// Range reads the interval of a chance: "This is our best estimate; it could be
// anywhere from 52 to 102 in every 1,000 people." It says so where there is none, and is
// empty where the chance is not known. Errors: BadDenominator.
func (v Voice) Range(c Chance, d Denominator) (string, error) {
	lower, upper, err := c.IntervalPer(d)
	switch {
	case err != nil || !c.known:
		return "", err
	case lower.Form == NotKnown:
		return sentence(v.words().NoRange), nil
	}
	return sentence(v.words().Range, "lower", v.Count(lower), "upper", v.Count(upper), "of", v.Number(int(d))), nil
}

// Notes says what a reader has to be told of how the chance was worked out, one
// sentence for each label: chained, indirect, steady rate, fixed baseline.
func (v Voice) Notes(c Chance) []string {
	w := v.words()
	var notes []string
	for _, note := range []struct {
		label Basis
		text  string
	}{
		{Chained, w.ChainedNote}, {Indirect, w.IndirectNote},
		{SteadyRate, w.SteadyRateNote}, {FixedBaseline, w.FixedBaselineNote},
	} {
		if c.basis.Has(note.label) {
			notes = append(notes, sentence(note.text))
		}
	}
	return notes
}

// Tell reads all there is to say of a chance: both framings, range, notes.
// Errors: BadDenominator.
func (v Voice) Tell(c Chance, d Denominator, o Outcome) (string, error) {
	said, err := v.Chance(c, d, o)
	if err != nil {
		return "", err
	}
	between, err := v.Range(c, d)
	if err != nil {
		return "", err
	}
	if between != "" {
		said += " " + between
	}
	return strings.Join(append([]string{said}, v.Notes(c)...), " "), nil
}

// Choice is one side of a comparison: a name that fits after "with", and its chance.
type Choice struct {
	Name   string
	Chance Chance
}

// Difference reads how many fewer or more people have the outcome with the option than
// with the comparator. The number is the difference of the two whole numbers that are
// shown, so that a reader can check it; where they are the same it says "about as many".
// Errors: BadDenominator, UnknownChance, PeriodsDiffer.
func (v Voice) Difference(comparator, option Choice, d Denominator, o Outcome) (string, error) {
	if err := checkPair(comparator.Chance, option.Chance); err != nil {
		return "", err
	}
	before, err := comparator.Chance.Per(d)
	if err != nil {
		return "", err
	}
	after, err := option.Chance.Per(d)
	if err != nil {
		return "", err
	}
	template, n := v.words().Same, after.People-before.People
	switch {
	case n < 0:
		template, n = v.words().Fewer, -n
	case n > 0:
		template = v.words().More
	}
	return sentence(template, "n", v.Number(n), "of", v.Number(int(d)), "outcome", o.Happens,
		"period", v.Period(option.Chance.period), "option", option.Name, "comparator", comparator.Name), nil
}

// Short says a chance in a few words for a table or beside a bar: "72 in 1,000 (52
// to 102)". Errors: BadDenominator.
func (v Voice) Short(c Chance, d Denominator) (string, error) {
	f, err := c.Per(d)
	if err != nil {
		return "", err
	}
	text := ""
	switch f.Form {
	case NotKnown:
		return sentence(v.words().ShortUnknown, "reason", v.Reason(c.Reason())), nil
	case ObservedNone, ObservedAll:
		text = sentence(v.words().ShortObserved, "did", v.Number(c.count.Events), "studied", v.Number(f.Studied))
	default:
		text = sentence(v.words().Short, "did", v.Count(f), "of", v.Number(int(d)))
	}
	if lower, upper, _ := c.IntervalPer(d); lower.Form != NotKnown {
		text += " " + fill(v.words().ShortRange, "lower", v.Count(lower), "upper", v.Count(upper))
	}
	return text, nil
}

// Test reads what happens when people are tested for a condition. Groups with nobody
// in them are left out.
func (v Voice) Test(t Tested, condition string) string {
	w := v.words()
	said := []string{sentence(w.TestIll, "of", v.Number(int(t.Of)), "ill", v.Count(t.Ill()), "well", v.Count(t.Well()), "condition", condition)}
	if t.Ill().People > 0 {
		said = append(said, sentence(w.TestFound, "ill", v.Count(t.Ill()), "found", v.Count(t.TruePositive), "missed", v.Count(t.FalseNegative)))
	}
	if t.Well().People > 0 {
		said = append(said, sentence(w.TestAlarmed, "well", v.Count(t.Well()), "alarmed", v.Count(t.FalsePositive), "cleared", v.Count(t.TrueNegative)))
	}
	if t.Positive().People > 0 {
		said = append(said, sentence(w.TestPositive, "positive", v.Count(t.Positive()), "found", v.Count(t.TruePositive), "condition", condition))
	}
	return strings.Join(said, " ")
}
