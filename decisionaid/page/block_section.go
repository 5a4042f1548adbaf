package page

// Section is a part of the page under a heading. The level of the heading follows from how deep the section stands, so
// that no level is ever skipped.
type Section struct {
	Title string
	// Anchor is the end of the section's id, for links to it: small letters, digits and hyphens. Empty, or there twice: a
	// number.
	Anchor string
	// Folded shows only the heading until a reader opens it. What a decision rests on does not belong into it.
	Folded bool
	// Cards puts the sections within side by side where there is room.
	Cards  bool
	Blocks []Block
}

// MaxDepth is how deep sections may nest.
const MaxDepth = 8

func (s Section) html(m *markup) {
	id := m.id(m.index.sections[m.section].id)
	m.section++
	if m.depth == 0 {
		m.chapter++
	}
	m.depth++
	tag := "section"
	if s.Folded {
		tag = "details"
	}
	m.open(tag, "section", "id", id)
	if s.Folded {
		m.open("summary", "")
	}
	m.element(m.heading(), "", s.Title)
	if s.Folded {
		m.shut("summary")
	}
	if s.Cards {
		m.open("div", "cards")
	}
	m.blocks(s.Blocks)
	if s.Cards {
		m.shut("div")
	}
	m.shut(tag)
	m.raw("\n")
	m.depth--
}

func (s Section) prose(p *prose) {
	p.depth++
	p.heading(s.Title)
	p.blocks(s.Blocks)
	p.depth--
}

func (s Section) fault() string {
	if blank(s.Title) {
		return "the section has no title, so that nobody could find it in the contents; give it one"
	}
	return ""
}

// texts gives none: the texts of the blocks within are their own.
func (s Section) texts(func(Text)) {}
