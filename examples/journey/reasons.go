package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// citations are the sources that the story names, each once, in the order in which it first did.
type citations []schemas.Source

// finding prints what a criterion came to: its title, the reason, what it gives, and the ground that it stands on.
func (t *teller) finding(of *schemas.Header, f policy.Finding) {
	says := f.Because
	switch {
	case f.State == policy.Unknown:
		says = "Nobody has answered yet, and a blank never denies: " + t.asks(f)
	case f.Gives != "":
		says += " It gives: " + f.Gives
	}
	state := phrase.Spoken(f.State.String())
	t.point("%s: %s. %s %s", state, strings.TrimSuffix(f.Title, "."), says, t.ground(of, f.Basis, f.Source))
}

// asks gives the questions that could decide a finding, in the words in which they are asked.
func (t *teller) asks(f policy.Finding) string {
	var asked []string
	for _, a := range policy.Asks(f, t.who.Vocabulary(), t.choice.Sheet(), t.waiting.Sheet(), t.budgetLaw.Sheet()) {
		asked = append(asked, a.Question().Words())
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
	source, cited := of.Source(cite)
	if !cited {
		return "(" + basis + ": " + of.ID + ")"
	}
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
		t.wrap("", "    ", fmt.Sprintf("[%d] %s", i+1, s.Words()))
	}
}
