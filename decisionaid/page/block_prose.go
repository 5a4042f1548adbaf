package page

// Paragraph is a text that stands alone. Each of its lines is a paragraph.
type Paragraph struct {
	Text Text
}

func (b Paragraph) html(m *markup)         { m.paragraphs("paragraph", b.Text) }
func (b Paragraph) prose(p *prose)         { p.paragraphs("", b.Text) }
func (b Paragraph) fault() string          { return "" }
func (b Paragraph) texts(yield func(Text)) { yield(b.Text) }

// List is a list of texts.
type List struct {
	// Ordered numbers the items, where their order means something.
	Ordered bool
	Items   []Text
}

func (b List) html(m *markup) {
	if len(b.Items) == 0 {
		return
	}
	tag := "ul"
	if b.Ordered {
		tag = "ol"
	}
	m.open(tag, "list")
	for _, item := range b.Items {
		m.open("li", "")
		m.say(item)
		m.shut("li")
	}
	m.shut(tag)
	m.raw("\n")
}

func (b List) prose(p *prose) {
	p.gap()
	for i, item := range b.Items {
		if b.Ordered {
			p.number(i+1, p.line().say(item))
		} else {
			p.item(p.line().say(item))
		}
	}
}

func (b List) fault() string { return "" }

func (b List) texts(yield func(Text)) { each(b.Items, yield) }

func each(texts []Text, yield func(Text)) {
	for _, t := range texts {
		yield(t)
	}
}
