package page

import "strconv"

// markup writes HTML that is also well-formed XML. Names of elements and attributes are this package's own; every value
// and every text goes through appendHTML.
type markup struct {
	output
	host   Host
	prefix string
	words  *Words
	index  *index
	level  int // of the title's heading
	depth  int // how many sections are around what is being written

	// How many of each have been written, so that every id is there once.
	section, source, term, picture, question, label int
	// chapter counts the sections that stand in no other, and linked holds for each term the one in which it was linked last.
	chapter int
	linked  []int
}

// open begins an element. class is without its prefix and may be empty; attributes are names and values in turn.
func (m *markup) open(tag, class string, attributes ...string) {
	m.begin(tag, class, attributes)
	m.b = append(m.b, '>')
}

// void writes an element without content.
func (m *markup) void(tag, class string, attributes ...string) {
	m.begin(tag, class, attributes)
	m.b = append(m.b, '/', '>')
}

func (m *markup) begin(tag, class string, attributes []string) {
	m.b = append(m.b, '<')
	m.b = append(m.b, tag...)
	if class != "" {
		m.b = append(m.b, ` class="`...)
		m.b = append(m.b, m.prefix...)
		m.b = append(m.b, '-')
		m.b = append(m.b, class...)
		if more := m.host.Classes[Hook(class)]; more != "" {
			m.b = append(m.b, ' ')
			m.b = appendHTML(m.b, more)
		}
		m.b = append(m.b, '"')
	}
	for i := 0; i+1 < len(attributes); i += 2 {
		m.b = append(m.b, ' ')
		m.b = append(m.b, attributes[i]...)
		m.b = append(m.b, '=', '"')
		m.b = appendHTML(m.b, attributes[i+1])
		m.b = append(m.b, '"')
	}
}

// shut ends an element.
func (m *markup) shut(tag string) {
	m.b = append(m.b, '<', '/')
	m.b = append(m.b, tag...)
	m.b = append(m.b, '>')
}

// text writes a text.
func (m *markup) text(s string) { m.b = appendHTML(m.b, s) }

// element writes an element that holds a text.
func (m *markup) element(tag, class, text string, attributes ...string) {
	m.open(tag, class, attributes...)
	m.text(text)
	m.shut(tag)
}

// optional writes an element that holds a text, and nothing where there is none.
func (m *markup) optional(tag, class, text string, attributes ...string) {
	if text != "" {
		m.element(tag, class, text, attributes...)
	}
}

// id makes an id of this page from its name.
func (m *markup) id(name string) string { return m.prefix + "-" + name }

// numbered makes the id of the nth of a kind.
func (m *markup) numbered(name string, n int) string {
	return m.prefix + "-" + name + "-" + strconv.Itoa(n)
}

// nextLabel makes an id for the text that names a part.
func (m *markup) nextLabel() string {
	m.label++
	return m.numbered("label", m.label)
}

// heading gives the element of a heading at the current depth.
func (m *markup) heading() string {
	return [...]string{"h1", "h2", "h3", "h4", "h5", "h6"}[min(m.level+m.depth, 6)-1]
}

// blocks writes blocks one below the other, those that cannot be shown as a note that says so.
func (m *markup) blocks(blocks []Block) {
	for _, b := range blocks {
		if why := faultOf(b, m.depth); why != "" {
			m.refused(why)
			continue
		}
		b.html(m)
		m.spill()
	}
}

// refused says that something cannot be shown. The reason is for the author and stays English.
func (m *markup) refused(why string) {
	m.open("div", "refused", "role", "note")
	m.open("p", "")
	m.element("strong", "", m.words.Refused)
	m.raw(" ")
	m.element("span", "", why, "lang", "en", "dir", "ltr")
	m.shut("p")
	m.shut("div")
}
