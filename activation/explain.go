package activation

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Explain says how an assessment of this measure came about, in sentences that a clinician can check by hand. How the score
// itself came about is told by the questionnaire's own Explain.
func (m *Measure) Explain(a Assessment) []string {
	steps := []string{m.explainScore(a)}
	steps = append(steps, m.explainLevel(a))
	for _, f := range a.Quality.Flags {
		step := "a second look is wise: " + f.ID
		if f.Because != "" {
			step += ": " + f.Because
		}
		if a.Reason() == rule.Present {
			step += " (the score stands)"
		}
		steps = append(steps, step)
	}
	var not []string
	for _, id := range a.Quality.NotJudged {
		not = append(not, id+wanting[id])
	}
	if len(not) > 0 {
		steps = append(steps, "not looked for: "+strings.Join(not, ", "))
	}
	return steps
}

// wanting says for want of what a pattern was not looked for.
var wanting = map[string]string{
	AllSameFlag: " (no answers)", AllTopFlag: " (no score)", TooManyMissingFlag: " (no answers)", TooFastFlag: " (no answers, or not how long they took)",
}

func (m *Measure) explainScore(a Assessment) string {
	step := "the score is " + m.Points(a.Score)
	if a.Reason() != rule.Present {
		step = fmt.Sprintf("there is no score (%s)", a.Reason())
	}
	if a.Questionnaire == nil {
		return step + m.explainSupplied(a)
	}
	q := a.Questionnaire
	step += fmt.Sprintf(", %s of %s@%s", q.Score, q.ID, q.Version)
	if q.Expected > 0 {
		step += fmt.Sprintf(" with %d of %d answered", q.Answered, q.Expected)
	}
	if len(q.Missing) > 0 {
		step += "; no valid answer to " + phrase.Listed(q.Missing)
	}
	if len(q.Imputed) > 0 {
		step += "; filled in: " + strings.Join(q.Imputed, ", ")
	}
	return step
}

// explainSupplied says what a licensed tool has to do with a score, and which scores it can have where this one cannot be.
func (m *Measure) explainSupplied(a Assessment) string {
	switch {
	case a.Reason() == rule.Invalid:
		step := fmt.Sprintf("; one from a licensed tool lies from %s to %s", rule.FormatNumber(m.scored.kind.Lo), rule.FormatNumber(m.scored.kind.Hi))
		if m.scored.kind.Step > 0 {
			step += " in steps of " + rule.FormatNumber(m.scored.kind.Step)
		}
		return step
	case a.Reason() != rule.Present && a.Table != "":
		return " by the table " + a.Table
	case a.Reason() != rule.Present:
		return ""
	case a.Table != "":
		return ", made by a licensed tool with the table " + a.Table
	default:
		return ", made by a licensed tool"
	}
}

func (m *Measure) explainLevel(a Assessment) string {
	number, known := a.Score.Number()
	cut := m.definition.cutPoints(a.CutPoints)
	switch {
	case !known:
		return "the level is not known, which does not mean that it is the lowest"
	case cut == nil:
		return "the level comes from cut points that this measure does not have: " + a.CutPoints
	}
	place := cut.place(number)
	level := cut.Levels[place]
	step := fmt.Sprintf("the level is %s, from %s", name(level), rule.FormatNumber(level.From))
	if a.Level.ID != "" && a.Level.ID != level.ID {
		step = fmt.Sprintf("the level that came with the score is %q, and the score comes to %s, from %s", a.Level.ID, name(level), rule.FormatNumber(level.From))
	}
	if place+1 < len(cut.Levels) {
		step += " to below " + rule.FormatNumber(cut.Levels[place+1].From)
	} else {
		step += " up"
	}
	step += fmt.Sprintf(", by the cut points %s (%s, %s", cut.ID, cut.Basis, cut.Source.Ref)
	if !cut.Source.Verified {
		step += ", not verified there"
	}
	return step + ")"
}

func name(l LevelDefinition) string {
	if l.Label != "" {
		return l.Label
	}
	return l.ID
}
