package sdm

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// What is asked of a referral with a choice, beside the statements of the document.
var asksOfChoices = [][2]string{
	{"rights", "the person's rights to choose were looked up"},
	{"providers", "the person could choose from providers"},
	{"choice", "what they chose is written down, or that they left it open"},
	{"statements", "the person can say what everybody should be able to say of a choice"},
}

func (s *Story) choicesShow(with Documents) []ThreadEvidence {
	if len(s.Choices) == 0 {
		return nothing("the record has no referral with a choice", asksOfChoices...)
	}
	var threads []ThreadEvidence
	for _, t := range s.Choices {
		e := show(t.ID)
		e.rights(t.State, asksOfChoices[0])
		var offered []string
		for _, o := range t.State.Offered {
			for _, p := range o.What.Providers {
				offered = append(offered, p.ID)
			}
		}
		e.pass(asksOfChoices[1][0], asksOfChoices[1][1], len(offered) > 0, strings.Join(present(offered), ", "), "none was offered", eventsOf(t.State.Offered)...)
		e.pass(asksOfChoices[2][0], asksOfChoices[2][1], len(t.State.Made) > 0, t.State.says(), "nobody wrote it down", eventsOf(t.State.Made)...)
		e.statements(t.State, with.Statements, asksOfChoices[3])
		threads = append(threads, e.thread)
	}
	return threads
}

// rights asks that the rights were looked up, and that of each it is known whether the person has it, by the last that was found of it.
func (e *showing) rights(c *Choosing, asks [2]string) {
	type right struct{ document, id string }
	last := map[right]policy.State{}
	var found []right
	for _, o := range c.Offered {
		for _, r := range o.What.Rights {
			document, _, _ := strings.Cut(r.Document, "@") // a later version may be the one that knows
			key := right{document, r.ID}
			if _, before := last[key]; !before {
				found = append(found, key)
			}
			last[key] = r.State
		}
	}
	var open []string
	for _, key := range found {
		if last[key] == policy.Unknown {
			open = append(open, key.id)
		}
	}
	switch events := eventsOf(c.Offered); {
	case len(found) == 0:
		e.add(asks[0], asks[1], NotShown, "no right was looked up", events...)
	case len(open) > 0:
		e.add(asks[0], asks[1], NotKnown, "it is not known whether they have: "+strings.Join(present(open), ", "), events...)
	default:
		e.add(asks[0], asks[1], Passed, phrase.Counted(len(found), "right"), events...)
	}
}

// statements holds each statement against what was attested last.
func (e *showing) statements(c *Choosing, document *policy.Policy, asks [2]string) {
	switch {
	case len(c.Attested) == 0:
		e.add(asks[0], asks[1], NotKnown, "nobody recorded how the choice was given")
		return
	case document == nil:
		e.add(asks[0], asks[1], NotKnown, "without the document of the statements nobody can tell", eventsOf(c.Attested)...)
		return
	}
	last := c.Attested[len(c.Attested)-1]
	all, _ := choice.Statements(document, last.What.Evidence) // the error names statements that the document does not have
	for _, s := range all {
		because := "everything that it takes is recorded"
		if len(s.Gaps) > 0 {
			var gaps []string
			for _, g := range s.Gaps {
				gaps = append(gaps, g.Field+": "+g.Says)
			}
			because = strings.Join(gaps, "; ")
		}
		if s.Said != nil {
			because += fmt.Sprintf("; the person says %s", map[bool]string{true: "yes", false: "no"}[*s.Said])
		}
		shown := NotKnown
		switch {
		case s.State == policy.NotMet, s.Said != nil && !*s.Said: // the record does not overrule the person
			shown = NotShown
		case s.State == policy.Met:
			shown = Passed
		}
		e.add(s.ID, s.Text, shown, because, last.Event)
	}
}
