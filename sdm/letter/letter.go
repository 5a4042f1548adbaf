package letter

import (
	"iter"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// Letter is a letter to the person, part by part and line by line. It is a plain value that encodes to stable JSON and decodes again; Page
// writes it out.
type Letter struct {
	Title    string `json:"title"`
	Language string `json:"language"`
	// Points is the size of print that the person needs; 0 for the usual size.
	Points int `json:"points,omitempty"`
	// On is the day of the letter, Talk the conversation that it is about, and Since the day from which on; each as in Options.
	On    day.Day `json:"on,omitzero"`
	Talk  string  `json:"talk,omitempty"`
	Since day.Day `json:"since,omitzero"`
	Parts []Part  `json:"parts"`
}

// Part is a part of a letter under a heading.
type Part struct {
	// ID is one word for what it is about, such as decision; parts within a part have none.
	ID    string `json:"id,omitempty"`
	Title string `json:"title,omitempty"`
	// Events are the ids of the events that the title comes from; none for a title of the letter's own.
	Events []string `json:"events,omitempty"`
	Lines  []Line   `json:"lines,omitempty"`
	Parts  []Part   `json:"parts,omitempty"`
}

// Line is one thing said, with what it rests on.
type Line struct {
	// Label is what the text is about, such as an action; empty for a sentence that stands alone.
	Label string `json:"label,omitempty"`
	Text  string `json:"text"`
	Form  Form   `json:"form,omitempty"`
	// From says where the statement comes from, and Events are the ids of the events that it rests on. What comes from the record, or is
	// the answer of an aid to it, has at least one.
	From   Basis    `json:"from"`
	Events []string `json:"events,omitempty"`
}

// Form is how a line is set.
type Form string

// The forms. The zero Form is a sentence.
const (
	Item     Form = "item"     // one of a list
	Own      Form = "own"      // in words of a record, most often the person's own
	Note     Form = "note"     // to be seen before the rest
	Lines    Form = "lines"    // an address or the like: its lines stand one below the other
	Question Form = "question" // asked by the person; the next line is the answer
)

// Basis says where a statement comes from.
type Basis string

// The sources of a letter.
const (
	FromRecord  Basis = "record"  // the events named
	FromAid     Basis = "aid"     // a decision aid, as it was for the person in the conversation of the events named
	FromLibrary Basis = "library" // another document, about the events named
	FromCaller  Basis = "caller"  // Options: names, addresses, whom to ask
	FromLetter  Basis = "letter"  // a sentence that stands in every letter, or says that something is open
)

// ToPerson writes a letter to the person about a conversation, or about the record. The record may be the whole one or the person's copy:
// nothing that is withheld from the person gets into the letter. What is not recorded is left out or said to be open. The error is ErrTalk, or
// ErrWords.
func ToPerson(record sdm.Record, o Options) (Letter, error) {
	if err := o.Words.fault(); err != nil {
		return Letter{}, err
	}
	a, err := accountOf(record, sdm.ForPerson, o)
	if err != nil {
		return Letter{}, err
	}
	l := Letter{Title: a.w.Frame.Title, Language: a.w.Language, Points: a.print(), On: o.AsOf, Talk: o.Talk, Since: o.Since}
	for _, write := range []func() Part{
		a.address, a.language, a.talks, a.matters, a.options, a.decisions, a.next, a.choices, a.support, a.community, a.money,
		a.again, a.trouble, a.speakers, a.held, a.ask, a.wrong,
	} {
		if p := write(); len(p.Lines)+len(p.Parts) > 0 {
			l.Parts = append(l.Parts, p)
		}
	}
	return l, nil
}

// Lines gives every line in its order.
func (l Letter) Lines() iter.Seq[Line] {
	return func(yield func(Line) bool) { lines(l.Parts, yield) }
}

func lines(parts []Part, yield func(Line) bool) bool {
	for _, p := range parts {
		for _, line := range p.Lines {
			if !yield(line) {
				return false
			}
		}
		if !lines(p.Parts, yield) {
			return false
		}
	}
	return true
}

// Telling gives the lines that rest on an event: what the person was told of it.
func (l Letter) Telling(event string) []Line {
	var found []Line
	for line := range l.Lines() {
		if slices.Contains(line.Events, event) {
			found = append(found, line)
		}
	}
	return found
}
