package decisionaid

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// grid puts the options side by side, a row for each outcome.
func (b *blocks) grid() {
	grid := page.OptionGrid{Corner: b.words.Compared}
	for _, o := range b.def.Options {
		grid.Options = append(grid.Options, page.Option{Name: o.Label})
	}
	kinds := map[OutcomeKind]string{Benefit: b.words.Benefit, Risk: b.words.Risk, Burden: b.words.Burden}
	for i := range b.all.Outcomes {
		o := &b.all.Outcomes[i]
		row := page.Comparison{Kind: kinds[o.Kind], Label: o.Label, Note: page.Say(b.note(o))}
		for k := range o.Estimates {
			row.Cells = append(row.Cells, b.cell(o, &o.Estimates[k]))
		}
		grid.Rows = append(grid.Rows, row)
	}
	b.section(b.words.Compare, "compare", grid)
}

// note says over what time and among whom an outcome was counted.
func (b *blocks) note(o *ComparedOutcome) string {
	var parts []string
	if period := b.words.Voice.Period(o.Within.Period); period != "" {
		parts = append(parts, phrase.Fill(b.words.Within, "period", phrase.Capital(period)))
	}
	if o.Among != "" {
		parts = append(parts, b.words.among(o.Among))
	}
	return strings.Join(parts, " ")
}

// cell gives the number with its interval, how sure it is and how it came about; or what stands in its place.
func (b *blocks) cell(o *ComparedOutcome, e *Estimate) page.Cell {
	said := b.words.instead(e)
	switch {
	case !e.Chance.Known() && e.Chance.Reason() != NotApplicable:
		return page.Cell{Text: page.Say(b.words.because(e), cites(e.Source)...), Unknown: true}
	case said != "":
		return page.Cell{Text: page.Say(said, cites(e.Source)...)}
	}
	// The denominator was checked when the aid was made ready, so there is no error to tell.
	figure, _ := b.words.Voice.Short(e.Chance, o.ShownPer)
	bounds, _ := b.words.Voice.Range(e.Chance, o.ShownPer)
	cell := page.Cell{Figure: figure, Text: page.Say(bounds, cites(e.Source)...)}
	for _, note := range b.words.Voice.Notes(e.Chance) {
		cell.Details = append(cell.Details, page.Say(note))
	}
	if sure := b.words.certainty(b.def, e.Certainty); sure != "" {
		cell.Details = append(cell.Details, page.Say(sure))
	}
	return cell
}

// pictures shows each outcome as people, with both framings in the words below: those to whom it happens, and those to
// whom it does not. Where there is no picture, the two stand side by side.
func (b *blocks) pictures() {
	var inside []page.Block
	for i := range b.all.Outcomes {
		o := &b.all.Outcomes[i]
		all := page.Pictures{Caption: b.note(o)}
		var framings []page.Block
		for k := range o.Estimates {
			e := &o.Estimates[k]
			if !e.Chance.Known() || e.ByNature {
				continue
			}
			spoken := b.def.Outcomes[i].spoken()
			title := phrase.Fill(b.words.WithOption, "outcome", o.Label, "option", b.def.Options[k].Label)
			icons, err := b.words.Voice.Icons(fmt.Sprintf("o%d-%d", i, k), title, e.Chance, o.ShownPer, spoken)
			if err != nil {
				continue // only of a denominator, which was checked
			}
			said, _ := b.words.Voice.Chance(e.Chance, o.ShownPer, spoken)
			if svg, err := icons.SVG(); err == nil { // drawn for 100 and 1,000 people
				all.Pictures = append(all.Pictures, page.Picture{
					Title: b.def.Options[k].Label, SVG: svg, Words: []page.Text{page.Say(said, cites(e.Source)...)},
				})
				continue
			}
			framings = append(framings, page.Framing{
				Title: b.def.Options[k].Label, Happens: page.Say(icons.Parts[0].Label), HappensNot: page.Say(icons.Parts[1].Label),
			})
		}
		if len(all.Pictures) > 0 {
			framings = append([]page.Block{all}, framings...)
		}
		if len(framings) == 0 {
			continue
		}
		inside = append(inside, page.Section{Title: o.Label, Blocks: framings})
	}
	b.section(b.words.Pictures, "pictures", inside...)
}

// shares shows exclusive outcomes together, so that their people add up.
func (b *blocks) shares() {
	for _, g := range b.def.Exclusive {
		table := page.Table{Corner: b.words.Compared}
		for _, o := range b.def.Options {
			table.Columns = append(table.Columns, o.Label)
		}
		for _, id := range g.Outcomes {
			at := slices.IndexFunc(b.def.Outcomes, func(o Outcome) bool { return o.ID == id })
			table.Rows = append(table.Rows, page.Row{Header: b.def.Outcomes[at].Label})
		}
		table.Rows = append(table.Rows, page.Row{Header: b.words.Rest})
		for _, s := range b.all.Shares {
			if s.Group == g.ID {
				b.column(&table, &s)
			}
		}
		b.section(g.Label, "", table)
	}
}

// column adds the people of one option.
func (b *blocks) column(table *page.Table, s *Shares) {
	for i := range table.Rows {
		said := phrase.Fill(b.words.NotKnown, "because", phrase.Capital(b.words.Voice.Reason(s.Reason))+".")
		if s.Reason == "" {
			people := s.Rest
			if i < len(s.Parts) {
				people = s.Parts[i].People
			}
			said = b.words.Voice.Count(risk.Frequency{People: people, Of: s.Of, Form: risk.Rounded})
		}
		table.Rows[i].Cells = append(table.Rows[i].Cells, page.Say(said))
	}
}

// test tells what a test finds and misses.
func (b *blocks) test() {
	t := b.def.Test
	if t == nil {
		return
	}
	people := b.words.Voice.Test(b.all.Tested.People, t.Condition)
	inside := []page.Block{
		page.Paragraph{Text: page.Say(t.Measures)},
		page.Paragraph{Text: page.Say(people, cites(t.Source)...)},
		paragraph(b.words.among(t.Among)),
	}
	if sure := b.words.certainty(b.def, t.Certainty); sure != "" {
		inside = append(inside, paragraph(sure))
	}
	for _, text := range []string{t.IfPositive, t.IfNegative, t.Overdiagnosis} {
		inside = append(inside, paragraph(text))
	}
	b.section(b.words.Test, "test", inside...)
}
