package page

// Facts are names with what belongs to them, such as the version, the authors and the date of review, or questions with
// their answers.
type Facts struct {
	Facts []Fact
}

// Fact is one of them.
type Fact struct {
	Label string
	Text  Text
	// More belongs to the same label: a list of authors, say, under one name.
	More []Text
	// Own marks a label that is in words of a person, as in Text.
	Own bool
}

func (f Facts) html(m *markup) {
	if len(f.Facts) == 0 {
		return
	}
	m.open("dl", "facts")
	for _, fact := range f.Facts {
		m.open("div", "")
		m.open("dt", "")
		if fact.Own {
			m.say(Own(fact.Label))
		} else {
			m.text(fact.Label)
		}
		m.shut("dt")
		fact.each(func(t Text) {
			m.open("dd", "")
			m.say(t)
			m.shut("dd")
		})
		m.shut("div")
	}
	m.shut("dl")
	m.raw("\n")
}

// prose sets what belongs to one label beside it, and several below it.
func (f Facts) prose(p *prose) {
	p.gap()
	for _, fact := range f.Facts {
		label := p.line().say(Text{Said: fact.Label, Own: fact.Own})
		if len(fact.More) == 0 {
			p.item(label.labelled(fact.Text))
			continue
		}
		p.item(label.before(p.line()))
		fact.each(func(t Text) { p.within(p.line().say(t)) })
	}
}

func (f Facts) fault() string { return "" }

func (f Facts) texts(yield func(Text)) {
	for _, fact := range f.Facts {
		fact.each(yield)
	}
}

func (f Fact) each(yield func(Text)) {
	yield(f.Text)
	each(f.More, yield)
}
