package decisionaid

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// questions answers what a person can ask of every option.
func (b *blocks) questions() {
	grid := page.OptionGrid{Corner: b.words.Questions}
	answers := make([]BRAN, len(b.def.Options))
	for k, o := range b.def.Options {
		grid.Options = append(grid.Options, page.Option{Name: o.Label})
		answers[k], _ = b.personal.BRAN(o.ID) // The options are the aid's own, so there is no error to tell.
	}
	for _, q := range b.def.Questions.Prompts() {
		row := page.Comparison{Label: q.Ask}
		for k := range answers {
			row.Cells = append(row.Cells, page.Cell{Text: page.Say(b.answer(q.Shows, k, &answers[k]))})
		}
		grid.Rows = append(grid.Rows, row)
	}
	b.section(b.words.Questions, "questions", grid)
}

// answer says what stands beneath a question for one option.
func (b *blocks) answer(shows Shows, option int, of *BRAN) string {
	var points []Point
	var said []string
	switch shows {
	case ShowsBenefits:
		points = of.Benefits
	case ShowsRisks:
		points = of.Risks
	case ShowsBoth:
		points = append(append(points, of.Benefits...), of.Risks...)
	case ShowsAlternatives:
		for _, o := range of.Alternatives {
			said = append(said, o.Label+".")
		}
	case ShowsNothing:
		if option != b.waits {
			return phrase.Fill(b.words.See, "option", b.def.Options[b.waits].Label)
		}
		for i := range of.Nothing {
			said = append(said, phrase.Fill(b.words.Alone, "label", b.all.Outcomes[i].Label, "with", b.short(i, &of.Nothing[i])))
		}
	default:
		return b.words.AskTeam
	}
	for i := range points {
		said = append(said, b.point(&points[i]))
	}
	switch {
	case len(said) > 0:
		return strings.Join(said, "\n")
	case slices.ContainsFunc(of.Risks, waitsForAnswer):
		return b.words.NotYet // which of them are benefits is not known either
	default:
		return b.words.None
	}
}

// waitsForAnswer reports whether a number is not known because a question is still open.
func waitsForAnswer(p Point) bool {
	return len(p.With.Missing) > 0 || p.Without != nil && len(p.Without.Missing) > 0
}

func (b *blocks) point(p *Point) string {
	outcome := 0
	for i, o := range b.all.Outcomes {
		if o.ID == p.Outcome {
			outcome = i
		}
	}
	if p.Without == nil || p.Without.Chance.Reason() == NotApplicable {
		return phrase.Fill(b.words.Alone, "label", p.Label, "with", b.short(outcome, &p.With))
	}
	return phrase.Fill(b.words.Instead, "label", p.Label, "with", b.short(outcome, &p.With), "without", b.beside(outcome, p.Without))
}

// beside says an estimate to compare with; why it is not known stands where the options are side by side.
func (b *blocks) beside(outcome int, e *Estimate) string {
	if !e.Chance.Known() {
		return b.words.Page.NotKnown
	}
	return b.short(outcome, e)
}

// short says an estimate in a few words.
func (b *blocks) short(outcome int, e *Estimate) string {
	if said := b.words.instead(e); said != "" {
		return strings.TrimSuffix(said, ".")
	}
	said, _ := b.words.Voice.Short(e.Chance, b.all.Outcomes[outcome].ShownPer)
	return said
}

// matters asks what matters to the person, and what else.
func (b *blocks) matters() {
	var inside []page.Block
	if len(b.def.Values) > 0 {
		form := page.Form{Title: b.words.Rate, Kind: page.Rated}
		for _, v := range b.def.Values {
			form.Questions = append(form.Questions, page.Question{
				Name: v.ID, Ask: v.Ask, Scale: page.Scale{Min: 0, Max: 100, Step: 10, Low: b.words.Low, High: b.words.High},
			})
		}
		inside = append(inside, form)
	}
	inside = append(inside, page.Form{Title: b.words.OwnWords, Questions: []page.Question{{Name: "else", Ask: b.words.Else}}})
	b.section(b.words.Matters, "matters", inside...)
}

// knowledge asks what was taken in, and whether the person is ready.
func (b *blocks) knowledge() {
	form := page.Form{Title: b.words.Unmarked}
	for _, item := range b.def.Knowledge {
		q := page.Question{Name: item.ID, Ask: item.Ask}
		for _, o := range item.Options {
			q.Answers = append(q.Answers, page.Answer{Value: o.ID, Label: o.Label})
		}
		form.Questions = append(form.Questions, q)
	}
	if len(form.Questions) > 0 {
		b.section(b.words.Knowledge, "knowledge", form)
	}
	ready := page.Form{Title: b.words.Yourself}
	for _, q := range ReadyQuestions() {
		ready.Questions = append(ready.Questions, page.Question{
			Name: q.ID, Ask: q.Ask, Answers: []page.Answer{{Value: "yes", Label: b.words.Yes}, {Value: "no", Label: b.words.No}},
		})
	}
	b.section(b.words.Ready, "ready", ready)
}

// Section gives what a person said matters beside what is known as a section of a page; the person's own concerns stand there as
// their own words.
func (w Weighed) Section(words Words) page.Section {
	words = words.or()
	list := page.List{}
	for _, s := range w.sentences(words.Values) {
		list.Items = append(list.Items, page.Say(s))
	}
	for _, c := range w.Concerns {
		list.Items = append(list.Items, page.Own(c.Text))
	}
	section := page.Section{Title: words.Matters}
	if len(list.Items) > 0 {
		section.Blocks = []page.Block{list}
	}
	return section
}
