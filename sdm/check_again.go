package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// again holds the values and findings of a result against what its kept answers come to, unless more than those was read for it.
func (c *eventCheck) again(r proms.Result, q *proms.Questionnaire, answers question.Answers) {
	if readsMore(q.Definition()) {
		return
	}
	const mend = "correct whichever is wrong, and record the result that the answers come to"
	now, document, result := q.Score(answers), nameOf("questionnaire", q), fault.Field("result")
	for i, kept := range r.Scores {
		here := result.Item("scores", i)
		switch score, found := now.Score(kept.ID); {
		case !found:
		case !sameNumber(score.Value, kept.Value):
			c.wrong.Tell(&here, "value", mend, "it is %s, and by %s the kept answers come to %s", kept.Value, document, score.Value)
		case score.Band != kept.Band:
			c.wrong.Tell(&here, "band", mend, "it is %q, and by %s the kept answers come to %q", kept.Band, document, score.Band)
		}
	}
	for i, kept := range r.Findings {
		k := slices.IndexFunc(now.Findings, func(f policy.Finding) bool { return f.ID == kept.ID })
		if k >= 0 && now.Findings[k].State != kept.State {
			here := result.Item("findings", i)
			c.wrong.Tell(&here, "state", mend, "%s is %s, and by %s the kept answers come to %s", kept.ID, kept.State, document, now.Findings[k].State)
		}
	}
}

// readsMore tells whether a questionnaire reads more than its answers: facts of the person, answers of an earlier visit, and norms or a bank
// of items that a host may have brought.
func readsMore(d *proms.Definition) bool {
	return len(d.Uses) > 0 || slices.ContainsFunc(d.Scores, func(s proms.ScoreDefinition) bool {
		return s.Norm != nil || s.Bank != "" || s.Missing != nil && s.Missing.Fill.Carried
	})
}

// sameNumber tells whether two values are one number, or both none. Why there is none may be told otherwise where answers that cannot be right
// were not kept.
func sameNumber(a, b rule.Value) bool {
	one, given := a.Number()
	other, also := b.Number()
	return given == also && one == other
}
