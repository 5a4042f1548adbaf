package page

import (
	"strconv"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Sources is the list of what the page rests on. Texts cite a source by its id and show its number.
type Sources struct {
	Sources []Source
}

// Source is one thing that somebody can look up.
type Source struct {
	ID    string
	Title string
	// By names the authors or the publisher.
	By string
	// Year is the year of publication; 0 means that it is not known.
	Year int
	// Checked is the day on which somebody last looked at it, as 2026-03-31. Anything else is shown as it stands.
	Checked string
	// URL leads to it. It becomes a link where it is http, https or mailto.
	URL string
	// Note says more, such as the page. It may be empty.
	Note string
	// Unread marks that nobody who made the page could read the source itself.
	Unread bool
}

func (s Sources) html(m *markup) {
	if len(s.Sources) == 0 {
		return
	}
	m.open("ol", "sources")
	for _, source := range s.Sources {
		m.source++
		m.open("li", "", "id", m.numbered("source", m.source), "value", strconv.Itoa(m.source))
		m.link(source.Title, source.URL)
		for _, part := range source.parts() {
			m.raw(". ")
			m.text(part)
		}
		m.raw(".")
		if source.Checked != "" {
			m.raw(" ")
			m.checked(source.Checked)
		}
		if source.Unread {
			m.raw(" ")
			m.element("strong", "unread", m.words.Unread)
		}
		m.shut("li")
	}
	m.shut("ol")
	m.raw("\n")
}

// checked says when a source was looked at.
func (m *markup) checked(date string) {
	shown, isDate := m.words.date(date)
	fill(m.words.Checked, m.text, func(string) {
		if isDate {
			m.element("time", "", shown, "datetime", date)
		} else {
			m.text(shown)
		}
	})
}

// parts gives what stands behind the title.
func (s Source) parts() []string {
	var parts []string
	if s.By != "" {
		parts = append(parts, s.By)
	}
	if s.Year != 0 {
		parts = append(parts, strconv.Itoa(s.Year))
	}
	if s.Note != "" {
		parts = append(parts, s.Note)
	}
	return parts
}

func (s Sources) prose(p *prose) {
	p.gap()
	for _, source := range s.Sources {
		p.source++
		l := p.line().link(source.Title, source.URL)
		for _, part := range source.parts() {
			l = l.raw(". ").text(part)
		}
		l = l.raw(".")
		if source.Checked != "" {
			shown, _ := p.words.date(source.Checked)
			l = l.raw(" ").text(phrase.Fill(p.words.Checked, "date", shown))
		}
		if source.Unread {
			l = l.raw(" ").strong(p.words.Unread)
		}
		p.number(p.source, l)
	}
}

// date says a day in words, or gives back what is no day.
func (w *Words) date(s string) (string, bool) {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s, false
	}
	return phrase.Fill(w.Date, "day", strconv.Itoa(day.Day()), "month", w.Months[day.Month()-1], "year", strconv.Itoa(day.Year())), true
}

// Day says a day such as 2026-03-31 in words, "31 March 2026"; what is no day stays as it is.
func (w Words) Day(date string) string {
	said, _ := w.date(date)
	return said
}

func (s Sources) fault() string {
	for _, source := range s.Sources {
		if blank(source.Title) {
			return "a source has no title, so that nobody could look it up; give it one"
		}
	}
	return ""
}

// texts gives none: a source cites nothing.
func (s Sources) texts(func(Text)) {}
