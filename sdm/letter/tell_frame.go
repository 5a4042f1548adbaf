package letter

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// address says from whom, to whom and when, greets, and says what the letter is for.
func (a *account) address() (p Part) {
	p.ID = "address"
	p.lines(append([]string{a.o.From.Name}, a.o.From.Lines...))
	if len(a.o.To.Lines) > 0 { // a name alone stands in the greeting
		p.lines(append([]string{a.o.To.Name}, a.o.To.Lines...))
	}
	p.given(a.w.day(a.o.AsOf))
	if a.o.To.Name != "" {
		p.given(phrase.Fill(a.w.Frame.Dear, "name", a.o.To.Name))
	} else {
		p.stock(a.w.Frame.Hello)
	}
	p.stock(a.w.Frame.Lead)
	return p
}

// language says in which language and form the person wants to be written to, and that this letter is in another where it is.
func (a *account) language() (p Part) {
	w := &a.w.Frame
	p.ID, p.Title = "language", w.Format
	note := func(text, event string) {
		p.add(Line{Text: text, Form: Note, From: FromRecord, Events: []string{event}})
	}
	if need, ok := a.story.InterpreterOn(a.o.AsOf); ok && need.What.Needed && !a.speaks(need.What.Language) {
		note(phrase.Fill(w.Interpreter, "language", need.What.Language), need.Event)
	}
	for _, need := range a.story.NeedsOn(a.o.AsOf) {
		format := a.format(need.What)
		said := phrase.Fill(w.Wanted, "format", strings.TrimRight(format, "."))
		switch {
		case need.What.Sort == sdm.NeedFormat && points(need.What) > 0:
			p.says(sentences(said, phrase.Fill(w.Printed, "points", a.w.Aid.Voice.Number(points(need.What))), w.InFormat), need.Event)
		case need.What.Sort == sdm.NeedFormat:
			p.says(sentences(said, w.InFormat), need.Event)
		case need.What.Sort == sdm.NeedLanguage && !a.speaks(format):
			note(sentences(said, phrase.Fill(w.In, "language", a.w.LanguageName)), need.Event)
		case need.What.Sort == sdm.NeedContact, need.What.Sort == sdm.NeedSupport:
			p.says(said, need.Event)
		}
	}
	return p
}

// format says in words what somebody needs.
func (a *account) format(need sdm.InformationNeed) string {
	if need.Words != "" {
		return need.Words
	}
	return among(a.w.Needs, need.Need)
}

// speaks tells whether a language is that of the letter.
func (a *account) speaks(language string) bool {
	return strings.EqualFold(strings.TrimSpace(language), a.w.LanguageName) || strings.EqualFold(strings.TrimSpace(language), a.w.Language)
}
