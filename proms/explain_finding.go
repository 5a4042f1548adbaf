package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// explainFinding gives the conditions of a finding with the answers filled in, and what they come to.
func (q *Questionnaire) explainFinding(i int, f policy.Finding, s *rule.State) []string {
	var steps []string
	for _, t := range q.findings.Traces(i, s) {
		steps = append(steps, t.Lines...)
	}
	last := ""
	switch f.State {
	case policy.Met:
		last = "met"
		if f.Level != "" {
			last += " at the level " + f.Level
		}
	case policy.NotMet:
		last = "not met"
		if f.DecidedBy != "" {
			last += " because of " + f.DecidedBy
		}
		if f.Alert {
			last += "; these answers do not raise the alert, which is no sign that all is well"
		}
	case policy.NotApplicable:
		last = "does not apply"
	default:
		last = "unknown: " + reasonWords[f.Reason]
		if len(f.Missing) > 0 {
			last += "; it could still be decided by " + phrase.Listed(f.Missing)
		}
	}
	if len(f.Despite) > 0 {
		last += ", whatever the answer to " + phrase.Listed(f.Despite) + " would have been"
	}
	if f.Imputed {
		last += "; a score behind it was worked out in spite of blanks"
	}
	return append(steps, last)
}
