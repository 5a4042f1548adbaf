package page

import (
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// say writes a text inside a line: the terms of the glossary linked, a person's own words set apart, sources as numbers.
func (m *markup) say(t Text) {
	if t.Own {
		m.open("bdi", "own", "dir", "auto")
		m.text(t.Said)
		m.shut("bdi")
	} else {
		m.terms(t.Said)
	}
	m.cites(t.Cites)
}

// paragraphs writes a text as one paragraph for each of its lines.
func (m *markup) paragraphs(class string, t Text) {
	lines(t.Said, func(line string, last bool) {
		if t.Own {
			m.open("p", class, "dir", "auto")
			m.text(line)
		} else {
			m.open("p", class)
			m.terms(line)
		}
		if last {
			m.cites(t.Cites)
		}
		m.shut("p")
	})
}

// terms writes a text and links a term of the glossary where it stands first in a chapter.
func (m *markup) terms(s string) {
	if m.index.terms.byWord == nil {
		m.text(s)
		return
	}
	if m.linked == nil {
		m.linked = make([]int, m.index.terms.count+1)
	}
	for {
		from, to, number := m.index.terms.next(s, func(number int) bool { return m.linked[number] != m.chapter+1 })
		if number == 0 {
			m.text(s)
			return
		}
		m.linked[number] = m.chapter + 1
		m.text(s[:from])
		m.element("a", "term", s[from:to], "href", "#"+m.numbered("term", number))
		s = s[to:]
	}
}

// cites writes the numbers of sources as links. A source that is not there is named, so that nothing passes for sourced
// in silence.
func (m *markup) cites(ids []string) {
	if len(ids) == 0 {
		return
	}
	m.open("sup", "cites")
	for i, id := range ids {
		if i > 0 {
			m.raw(" ")
		}
		m.raw("[")
		if number := m.index.sources[id]; number > 0 {
			text := strconv.Itoa(number)
			m.element("a", "", text, "href", "#"+m.numbered("source", number), "aria-label", phrase.Fill(m.words.Cite, "n", text))
		} else {
			m.text(id)
		}
		m.raw("]")
	}
	m.shut("sup")
}

// labelled writes a label and what belongs to it in the manner of the language.
func (m *markup) labelled(label string, t Text) {
	fill(m.words.Labelled, m.text, func(name string) {
		if name == "label" {
			m.text(label)
		} else {
			m.say(t)
		}
	})
}

// link writes a text as a link where its address may be one, and else both as text.
func (m *markup) link(text, to string) {
	if safe, ok := address(to); ok {
		m.element("a", "", text, "href", safe, "rel", "noreferrer")
		return
	}
	m.text(text)
	if to != "" {
		m.raw(" ")
		m.element("bdi", "", to)
	}
}
