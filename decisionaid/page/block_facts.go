package page

// Facts are names with what belongs to them, such as the version, the authors and the date of review.
type Facts struct {
	Facts []Fact
}

// Fact is one of them.
type Fact struct {
	Label string
	Text  Text
}

func (f Facts) html(m *markup) {
	if len(f.Facts) == 0 {
		return
	}
	m.open("dl", "facts")
	for _, fact := range f.Facts {
		m.open("div", "")
		m.element("dt", "", fact.Label)
		m.open("dd", "")
		m.say(fact.Text)
		m.shut("dd")
		m.shut("div")
	}
	m.shut("dl")
	m.raw("\n")
}

func (f Facts) prose(p *prose) {
	p.gap()
	for _, fact := range f.Facts {
		p.item(p.line().text(fact.Label).labelled(fact.Text))
	}
}

func (f Facts) fault() string { return "" }

func (f Facts) texts(yield func(Text)) {
	for _, fact := range f.Facts {
		yield(fact.Text)
	}
}
