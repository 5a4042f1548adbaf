package page

import "strconv"

// prose writes a page to be read from top to bottom. How a line becomes one of Markdown or of plain text is the dialect's.
type prose struct {
	output
	dialect dialect
	words   *Words
	index   *index
	depth   int // how many sections are around what is being written
	source  int // how many sources have been written
	begun   bool
}

// dialect is a way of writing lines.
type dialect interface {
	escape(dst []byte, s string) []byte
	strong(dst []byte, s string) []byte
	link(dst []byte, text, to string) []byte
	heading(o *output, level int, line []byte)
	// put writes a line behind a mark, such as that of a list.
	put(o *output, mark string, line []byte)
	// below ends a line so that the next one stands right below it.
	below() string
	// table writes rows of as many cells as there are columns.
	table(p *prose, corner string, columns []string, rows []row)
}

// row is a row of a table whose texts are ready.
type row struct {
	header line
	cells  []line
}

func (p *prose) document(page *Page) {
	p.heading(page.Title)
	p.paragraphs("", Say(page.Lead))
	p.blocks(page.Blocks)
	p.blocks(page.Footer)
}

func (p *prose) blocks(blocks []Block) {
	for _, b := range blocks {
		if why := faultOf(b, p.depth); why != "" {
			p.gap()
			p.put(p.line().strong(p.words.Refused).raw(" ").text(why))
			continue
		}
		b.prose(p)
		p.spill()
	}
}

// gap leaves a line empty before what follows.
func (p *prose) gap() {
	if p.begun {
		p.raw("\n")
	}
	p.begun = true
}

func (p *prose) heading(text string) {
	p.gap()
	p.dialect.heading(&p.output, min(p.depth+1, 6), p.line().text(text).b)
}

// title writes a line that names what follows, where there is one.
func (p *prose) title(text string) {
	if !blank(text) {
		p.gap()
		p.put(p.line().strong(text))
	}
}

func (p *prose) put(l line)  { p.dialect.put(&p.output, "", l.b) }
func (p *prose) item(l line) { p.dialect.put(&p.output, "- ", l.b) }

// within writes an entry of a list that stands below another.
func (p *prose) within(l line) { p.dialect.put(&p.output, "  - ", l.b) }

func (p *prose) number(n int, l line) {
	p.dialect.put(&p.output, strconv.Itoa(n)+". ", l.b)
}

// paragraphs writes a text as one paragraph for each of its lines.
func (p *prose) paragraphs(mark string, t Text) {
	lines(t.Said, func(text string, last bool) {
		one := Text{Said: text, Own: t.Own}
		if last {
			one.Cites = t.Cites
		}
		p.gap()
		p.dialect.put(&p.output, mark, p.line().say(one).b)
	})
}

func (p *prose) table(corner string, columns []string, rows []row) {
	p.gap()
	p.dialect.table(p, corner, columns, rows)
}
