package population

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// Page gives the publication as a page, to be written as HTML, Markdown or plain text: the notice, the tables, what is hidden and
// why, and the definitions.
func (p Publication) Page(title string) page.Page {
	return page.Page{Title: title, Language: "en", Blocks: p.Blocks()}
}

// Blocks gives the publication for a page of the caller's own. The notice comes first, and belongs to it.
func (p Publication) Blocks() []page.Block {
	blocks := []page.Block{page.Note{Kind: page.Important, Texts: []page.Text{page.Say(p.Notice)}}}
	for _, d := range p.Definitions {
		blocks = append(blocks, page.Section{Title: titleOf(d.Component), Blocks: p.tables(d.Component)})
	}
	hidden := []page.Text{page.Say(p.Rules.words())}
	if p.Rules.Why != "" {
		hidden = append(hidden, page.Say(p.Rules.Why))
	}
	return append(blocks,
		page.Note{Kind: page.Information, Title: "What is hidden", Texts: hidden},
		page.Section{Title: "What is counted", Blocks: []page.Block{definitionsTable(p.Definitions)}})
}

// DefinitionsTable gives Definitions as a table for a page.
func DefinitionsTable() page.Table { return definitionsTable(definitions) }

func definitionsTable(of []Definition) page.Table {
	t := page.Table{
		Caption: "What is counted, definitions " + DefinitionsVersion + ". In each period one person stands in the first of these that holds.",
		Corner:  "Component", Columns: []string{"Counted", "Not known", "Declined", "Not counted"},
	}
	for _, d := range of {
		no := d.Declined
		if no == "" {
			no = "There is nothing to decline."
		}
		t.Rows = append(t.Rows, page.Row{Header: titleOf(d.Component), Cells: []page.Text{page.Say(d.Counted), page.Say(d.NotKnown), page.Say(no), page.Say(d.NotCounted)}})
	}
	return t
}

// tables gives one table with a row for each period, or with groups a table for each period.
func (p Publication) tables(of sdm.Component) []page.Block {
	byPeriod := newTable("People, once in each period.", "Period")
	var byGroup []page.Block
	for _, t := range p.Tables {
		if t.Component != of {
			continue
		}
		byPeriod.Rows = append(byPeriod.Rows, t.All.said(t.Period.Name))
		groups := newTable(fmt.Sprintf("%s (%s to %s): people, once.", t.Period.Name, t.Period.From.Long(), t.Period.To.Long()), "Group")
		for _, row := range t.Groups {
			name := row.Group
			if name == "" {
				name = "(no group)"
			}
			groups.Rows = append(groups.Rows, row.said(name))
		}
		groups.Rows = append(groups.Rows, t.All.said("All"))
		byGroup = append(byGroup, groups)
	}
	if p.Rules.ByGroup {
		return byGroup
	}
	return []page.Block{byPeriod}
}

func newTable(caption, corner string) page.Table {
	return page.Table{Caption: caption, Corner: corner, Columns: []string{"Counted", "Declined", "Not counted", "Not known", "People"}}
}

// said gives a row of a page's table.
func (r Row) said(header string) page.Row {
	row := page.Row{Header: header}
	for _, c := range []Cell{r.Counted, r.Declined, r.NotCounted, r.NotKnown, r.People} {
		row.Cells = append(row.Cells, page.Say(c.String()))
	}
	return row
}

// words says what is hidden and rounded.
func (r Rules) words() string {
	from := "1"
	if r.HideZero {
		from = "0"
	}
	says := fmt.Sprintf("Counts from %s to %d are shown as fewer than %d. Where such a count could be worked out from the totals, others are not shown either.", from, r.HideUpTo, r.HideUpTo+1)
	if r.Round > 1 {
		says += fmt.Sprintf(" What is shown is rounded to the nearest %d, totals on their own, so that they need not add up.", r.Round)
	}
	return says
}

// titleOf gives a component for people.
func titleOf(c sdm.Component) string { return phrase.Capital(phrase.Spoken(c)) }
