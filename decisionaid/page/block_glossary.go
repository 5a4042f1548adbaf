package page

// Glossary explains terms. Where a text uses one, it is linked to its place here.
type Glossary struct {
	Terms []Term
}

// Term is a word or a few, with what they mean.
type Term struct {
	Term    string
	Meaning string
}

func (g Glossary) html(m *markup) {
	if len(g.Terms) == 0 {
		return
	}
	m.open("dl", "glossary")
	for _, term := range g.Terms {
		m.term++
		m.open("div", "", "id", m.numbered("term", m.term))
		m.element("dt", "", term.Term)
		m.element("dd", "", term.Meaning)
		m.shut("div")
	}
	m.shut("dl")
	m.raw("\n")
}

func (g Glossary) prose(p *prose) {
	p.gap()
	for _, term := range g.Terms {
		p.item(p.line().strong(term.Term).labelled(Say(term.Meaning)))
	}
}

func (g Glossary) fault() string { return "" }

// texts gives none: a meaning cites nothing.
func (g Glossary) texts(func(Text)) {}
