package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// citations are the sources that the story names, each once, in the order in which it first did.
type citations []schemas.Source

// finding prints what a criterion came to: its title, the reason, what it gives, and the ground that it stands on.
func (t *teller) finding(of *schemas.Header, f policy.Finding) {
	says := f.Because
	switch {
	case f.State == policy.Unknown:
		says = "Nobody has answered yet, and a blank never denies: " + t.asks(f.Missing)
	case f.Gives != "":
		says += " It gives: " + f.Gives
	}
	state := strings.ReplaceAll(f.State.String(), "_", " ")
	t.point("%s: %s. %s %s", state, strings.TrimSuffix(f.Title, "."), says, t.ground(of, f.Basis, f.Source))
}

// asks gives the questions behind the names of rules, in the words in which they are asked.
func (t *teller) asks(names []string) string {
	var asked []string
	for _, name := range names {
		sheets := []*question.Sheet{t.choice.Sheet(), t.waiting.Sheet(), t.budgetLaw.Sheet()}
		id, ofPerson := strings.CutPrefix(name, "person.")
		if ofPerson {
			sheets = []*question.Sheet{t.who.Vocabulary().Sheet()}
		}
		for _, sheet := range sheets {
			if i, ok := sheet.Place(id); ok {
				asked = append(asked, sheet.Question(i).Ask)
				break
			}
		}
	}
	return strings.Join(asked, " ")
}

// findings prints those of some criteria.
func (t *teller) findings(of *schemas.Header, all []policy.Finding, ids ...string) {
	for _, f := range all {
		if slices.Contains(ids, f.ID) {
			t.finding(of, f)
		}
	}
}

// ground says on what a rule stands: its basis, and where that can be read, or that nobody has read it there.
func (t *teller) ground(of *schemas.Header, basis string, cite *schemas.Cite) string {
	if cite == nil || cite.IsZero() {
		return "(" + basis + ": " + of.ID + ")"
	}
	source := of.Sources[cite.Ref]
	number := slices.IndexFunc(t.cited, func(s schemas.Source) bool { return s == source || s.URL != "" && s.URL == source.URL }) + 1
	if number == 0 {
		t.cited = append(t.cited, source)
		number = len(t.cited)
	}
	said := fmt.Sprintf("%s: [%d]", basis, number)
	if law, _, isLaw := strings.Cut(source.Authors, ","); isLaw && strings.HasPrefix(law, "SI ") {
		said = fmt.Sprintf("%s: %s [%d]", basis, law, number)
	}
	if cite.At != "" {
		said += " " + cite.At
	}
	if !cite.Verified {
		said += ", not verified"
	}
	return "(" + said + ")"
}

// sources prints where everything that the story named can be read.
func (t *teller) sources() {
	t.chapter("Where the reasons can be read")
	for i, s := range t.cited {
		said := fmt.Sprintf("[%d] %s", i+1, s.Title)
		switch {
		case s.URL != "":
			said += ". " + s.URL
		case s.Authors != "":
			said += ". " + s.Authors
		}
		t.wrap("", "    ", said)
	}
}
