package page

// Framing tells one chance in both ways, as those to whom something happens and those to whom it does not, with the same
// weight.
type Framing struct {
	// Title names what may happen, and with which option.
	Title      string
	Happens    Text
	HappensNot Text
}

func (f Framing) html(m *markup) {
	m.open("div", "framing")
	m.optional("p", "framing-title", f.Title)
	for _, side := range f.sides(m.words) {
		m.open("div", "side")
		m.element("p", "side-label", side.label)
		m.paragraphs("", side.text)
		m.shut("div")
	}
	m.shut("div")
	m.raw("\n")
}

func (f Framing) prose(p *prose) {
	p.title(f.Title)
	p.gap()
	for _, side := range f.sides(p.words) {
		p.item(p.line().text(side.label).labelled(side.text))
	}
}

type side struct {
	label string
	text  Text
}

func (f Framing) sides(w *Words) [2]side {
	return [2]side{{w.Happens, f.Happens}, {w.HappensNot, f.HappensNot}}
}

func (f Framing) fault() string {
	if blank(f.Happens.Said) || blank(f.HappensNot.Said) {
		return "one of the two ways of telling the chance is not there, and the other alone makes it seem larger or smaller; give both"
	}
	return ""
}

func (f Framing) texts(yield func(Text)) {
	yield(f.Happens)
	yield(f.HappensNot)
}
