package letter

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// says adds a sentence about events.
func (p *Part) says(text string, events ...string) {
	p.add(Line{Text: text, From: FromRecord, Events: events})
}

// item adds an entry of a list about events.
func (p *Part) item(text string, events ...string) {
	p.add(Line{Text: text, Form: Item, From: FromRecord, Events: events})
}

// fact adds something about events under a label.
func (p *Part) fact(label, text string, events ...string) {
	p.add(Line{Label: label, Text: text, From: FromRecord, Events: events})
}

// own adds words as they stand in the record, under a label or alone.
func (p *Part) own(label, text string, events ...string) {
	p.add(Line{Label: label, Text: text, Form: Own, From: FromRecord, Events: events})
}

// owns adds several of them.
func (p *Part) owns(label string, texts []string, events ...string) {
	for _, text := range texts {
		p.own(label, text, events...)
	}
}

// stock adds a sentence that stands in every letter, or says of events what is open.
func (p *Part) stock(text string, events ...string) {
	p.add(Line{Text: text, From: FromLetter, Events: events})
}

// given adds what the caller gave.
func (p *Part) given(text string) { p.add(Line{Text: text, From: FromCaller}) }

// lines adds what the caller gave, line by line below each other.
func (p *Part) lines(all []string) {
	p.add(Line{Text: strings.TrimSpace(strings.Join(all, "\n")), Form: Lines, From: FromCaller})
}

// add adds a line that says something.
func (p *Part) add(l Line) {
	if !fault.Blank(l.Text) {
		p.Lines = append(p.Lines, l)
	}
}

// under adds a part within, unless there is nothing in it. events are those that the title comes from; a part without one follows on.
func (p *Part) under(title string, fill func(*Part), events ...string) {
	var in Part
	if !fault.Blank(title) {
		in.Title, in.Events = title, events
	}
	fill(&in)
	if len(in.Lines)+len(in.Parts) > 0 {
		p.Parts = append(p.Parts, in)
	}
}

// sentences puts those that say something after each other.
func sentences(texts ...string) string { return phrase.Joined(" ", texts...) }
