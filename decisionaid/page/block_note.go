package page

// Note is set apart from the text around it.
type Note struct {
	Kind NoteKind
	// Title replaces the word for the kind. It may be empty.
	Title string
	Texts []Text
}

// NoteKind says how a note is meant.
type NoteKind uint8

// The kinds of note.
const (
	Information NoteKind = iota // good to know
	Important                   // to be read before going on
	Uncertain                   // what is not known, or not about this person
)

func (n Note) title(w *Words) string {
	switch {
	case n.Title != "":
		return n.Title
	case n.Kind == Important:
		return w.Important
	case n.Kind == Uncertain:
		return w.Uncertain
	}
	return w.Information
}

// String gives the kind as it stands in the markup, for a host's own style.
func (k NoteKind) String() string {
	switch k {
	case Important:
		return "important"
	case Uncertain:
		return "uncertain"
	}
	return "information"
}

func (n Note) html(m *markup) {
	label := m.nextLabel()
	m.open("div", "note", "data-kind", n.Kind.String(), "role", "note", "aria-labelledby", label)
	m.element("p", "note-title", n.title(m.words), "id", label)
	for _, text := range n.Texts {
		m.paragraphs("", text)
	}
	m.shut("div")
	m.raw("\n")
}

func (n Note) prose(p *prose) {
	p.title(n.title(p.words))
	for _, text := range n.Texts {
		p.paragraphs("", text)
	}
}

func (n Note) fault() string { return "" }

func (n Note) texts(yield func(Text)) { each(n.Texts, yield) }
