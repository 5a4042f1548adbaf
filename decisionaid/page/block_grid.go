package page

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// OptionGrid puts the options side by side: a column for each, a row for each thing to compare. On a narrow screen each
// row is a card with the options below each other.
type OptionGrid struct {
	Caption string
	// Corner is the header of the column that names what is compared.
	Corner  string
	Options []Option
	Rows    []Comparison
}

// Option is the head of a column.
type Option struct {
	Name string
	// Summary says in a few words what the option is. It may be empty.
	Summary string
}

// Comparison is one thing in which options differ, with a cell for every option.
type Comparison struct {
	// Kind is a word above the label, such as "Benefit". It may be empty.
	Kind  string
	Label string
	// Note says below the label what all cells share: over which time, among whom.
	Note  Text
	Cells []Cell
}

// Cell is what is known of one option.
type Cell struct {
	// Figure is the number that is read first, such as "72 in 1,000". It may be empty.
	Figure string
	// Text says it in words, or why nothing is known.
	Text Text
	// Details are smaller lines: the interval, the certainty.
	Details []Text
	// Unknown marks that nothing is known. A cell that says nothing is shown as unknown too, never as nil.
	Unknown bool
}

func (c Cell) unknown() bool {
	return c.Unknown || blank(c.Figure) && blank(c.Text.Said) && len(c.Details) == 0
}

// widest is how many options fit side by side on a wide screen. More stand below each other everywhere.
const widest = 5

func (g OptionGrid) html(m *markup) {
	m.open("table", "grid", "role", "table", "data-options", strconv.Itoa(min(len(g.Options), widest+1)))
	m.optional("caption", "", g.Caption)
	m.columns(g.Corner, len(g.Options), func(i int) {
		m.element("span", "name", g.Options[i].Name)
		m.optional("span", "summary", g.Options[i].Summary)
	})
	for _, row := range g.Rows {
		m.open("tr", "", "role", "row")
		m.open("th", "", "scope", "row", "role", "rowheader")
		m.optional("span", "kind", row.Kind)
		m.element("span", "name", row.Label)
		if row.Note.Said != "" {
			m.open("span", "summary")
			m.say(row.Note)
			m.shut("span")
		}
		m.shut("th")
		for i, cell := range row.Cells {
			m.open("td", "", "role", "cell")
			m.element("span", "of", g.Options[i].Name, "aria-hidden", "true")
			cell.html(m)
			m.shut("td")
		}
		m.shut("tr")
		m.spill()
	}
	m.shut("tbody")
	m.shut("table")
	m.raw("\n")
}

func (c Cell) html(m *markup) {
	if c.unknown() {
		m.element("p", "unknown", m.words.NotKnown)
	}
	m.optional("p", "figure", c.Figure)
	m.paragraphs("said", c.Text)
	for _, detail := range c.Details {
		m.paragraphs("detail", detail)
	}
}

func (g OptionGrid) prose(p *prose) {
	p.title(g.Caption)
	p.gap()
	names := make([]string, len(g.Options))
	for i, o := range g.Options {
		names[i] = o.Name
		if blank(o.Summary) {
			p.item(p.line().strong(o.Name))
		} else {
			p.item(p.line().strong(o.Name).labelled(Say(o.Summary)))
		}
	}
	rows := make([]row, len(g.Rows))
	for i, r := range g.Rows {
		header := p.line().text(r.Label)
		if r.Kind != "" {
			header = p.line().text(r.Kind).labelled(Say(r.Label))
		}
		rows[i].header = header.sentence(r.Note)
		for _, c := range r.Cells {
			rows[i].cells = append(rows[i].cells, c.line(p))
		}
	}
	p.table(g.Corner, names, rows)
}

// line puts a cell on one line. Its text goes on from its figure, or is a sentence of its own.
func (c Cell) line(p *prose) line {
	l := p.line()
	switch {
	case c.unknown():
		l = l.strong(p.words.NotKnown).sentence(c.Text)
	case blank(c.Figure):
		l = l.say(c.Text)
	default:
		l = l.strong(c.Figure)
		if first, _ := utf8.DecodeRuneInString(c.Text.Said); unicode.IsUpper(first) {
			l = l.sentence(c.Text)
		} else if !blank(c.Text.Said) {
			l = l.raw(" ").say(c.Text)
		}
	}
	for _, detail := range c.Details {
		l = l.sentence(detail)
	}
	return l
}

func (g OptionGrid) fault() string {
	for i, row := range g.Rows {
		if len(row.Cells) != len(g.Options) {
			return miscounted(i, len(row.Cells), len(g.Options), "options")
		}
	}
	return ""
}

func (g OptionGrid) texts(yield func(Text)) {
	for _, row := range g.Rows {
		yield(row.Note)
		for _, cell := range row.Cells {
			yield(cell.Text)
			each(cell.Details, yield)
		}
	}
}
