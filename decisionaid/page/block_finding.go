package page

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Finding is what a rule, a standard or a check found out, with its reason.
type Finding struct {
	Title string
	State State
	// Said replaces the word for the state, such as the name of a level. It may be empty.
	Said string
	// Alert marks a finding that somebody must act on, where it is met.
	Alert bool
	// Because gives the reason, and Basis what it rests on.
	Because Text
	Basis   Text
	// Missing lists what is not known and could change the finding.
	Missing []string
}

// State is how a finding came out. The zero State is Unknown.
type State uint8

// The states.
const (
	Unknown State = iota
	Met
	NotMet
	NotApplicable
)

// String gives the state as it stands in the markup, for a host's own style.
func (s State) String() string {
	switch s {
	case Met:
		return "met"
	case NotMet:
		return "not-met"
	case NotApplicable:
		return "not-applicable"
	}
	return "unknown"
}

// says gives the words for the state of a finding.
func (f Finding) says(w *Words) string {
	if f.Said != "" {
		return f.Said
	}
	switch f.State {
	case Met:
		return w.Met
	case NotMet:
		return w.NotMet
	case NotApplicable:
		return w.NotApplicable
	}
	return w.Unknown
}

// alert reports whether somebody must act: a finding that is not known is no all-clear, and says so by its state.
func (f Finding) alert() bool { return f.Alert && f.State == Met }

func (f Finding) missing(w *Words) string {
	if len(f.Missing) == 0 {
		return ""
	}
	return phrase.Fill(w.Missing, "list", strings.Join(f.Missing, w.Between))
}

func (f Finding) html(m *markup) {
	state := f.State.String()
	if f.alert() {
		state = "alert"
	}
	m.open("div", "finding", "data-state", state)
	m.open("p", "finding-title")
	m.element("span", "name", f.Title)
	m.raw(" ")
	m.element("strong", "state", f.says(m.words))
	if f.alert() {
		m.raw(" ")
		m.element("strong", "state", m.words.Alert)
	}
	m.shut("p")
	m.paragraphs("", f.Because)
	m.optional("p", "", f.missing(m.words))
	if f.Basis.Said != "" {
		m.open("p", "detail")
		m.labelled(m.words.Basis, f.Basis)
		m.shut("p")
	}
	m.shut("div")
	m.raw("\n")
}

func (f Finding) prose(p *prose) {
	p.gap()
	head := p.line().strong(f.Title).labelled(Say(f.says(p.words)))
	if f.alert() {
		head = head.raw(" ").strong(p.words.Alert)
	}
	p.put(head)
	p.paragraphs("", f.Because)
	p.paragraphs("", Say(f.missing(p.words)))
	if f.Basis.Said != "" {
		p.gap()
		p.put(p.line().text(p.words.Basis).labelled(f.Basis))
	}
}

func (f Finding) fault() string {
	if blank(f.Title) {
		return "the finding has no title, so that nobody would know what was found; give it one"
	}
	return ""
}

func (f Finding) texts(yield func(Text)) {
	yield(f.Because)
	yield(f.Basis)
}
