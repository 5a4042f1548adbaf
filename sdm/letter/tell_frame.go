package letter

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/sdm"
)

// address says from whom, to whom and when.
func (a *account) address() (p Part) {
	p.ID = "address"
	p.given(addressed(a.o.From.Address))
	p.given(addressed(a.o.To))
	p.given(a.w.day(a.o.AsOf))
	if a.o.To.Name != "" {
		p.given(put(a.w.Frame.Dear, "name", a.o.To.Name))
	} else {
		p.stock(a.w.Frame.Hello)
	}
	return p
}

// addressed puts an address on its lines.
func addressed(to Address) string {
	return strings.Join(append([]string{to.Name}, to.Lines...), "\n")
}

// language says in which language and form the person wants to be written to, and that this letter is in another where it is.
func (a *account) language() (p Part) {
	p.ID, p.Title = "language", a.w.Frame.Format
	note := func(text, event string) {
		p.add(Line{Text: text, Form: Note, From: FromRecord, Events: []string{event}})
	}
	if need, ok := a.story.InterpreterOn(a.o.AsOf); ok && need.What.Needed && !a.speaks(need.What.Language) {
		note(put(a.w.Frame.Interpreter, "language", need.What.Language), need.Event)
	}
	for _, need := range a.story.NeedsOn(a.o.AsOf) {
		format := need.What.Words
		if format == "" {
			format = among(a.w.Needs, need.What.Need)
		}
		said := put(a.w.Frame.Wanted, "format", strings.TrimRight(format, "."))
		switch {
		case need.What.Sort == sdm.NeedFormat:
			note(sentences(said, a.w.Frame.InFormat), need.Event)
		case need.What.Sort == sdm.NeedLanguage && !a.speaks(format):
			note(sentences(said, put(a.w.Frame.In, "language", a.w.LanguageName)), need.Event)
		case need.What.Sort == sdm.NeedContact, need.What.Sort == sdm.NeedSupport:
			p.says(said, need.Event)
		}
	}
	return p
}

// speaks tells whether a language is that of the letter.
func (a *account) speaks(language string) bool {
	return strings.EqualFold(strings.TrimSpace(language), a.w.LanguageName) || strings.EqualFold(strings.TrimSpace(language), a.w.Language)
}
