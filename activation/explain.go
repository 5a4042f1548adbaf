package activation

import (
	"fmt"
	"strings"

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
		steps = append(steps, step+" (the score stands)")
	}
	if len(a.Quality.NotJudged) > 0 {
		steps = append(steps, "not looked for, for want of answers or times: "+strings.Join(a.Quality.NotJudged, ", "))
	}
	return steps
}

func (m *Measure) explainScore(a Assessment) string {
	step := "the score is " + m.Points(a.Score)
	if a.Reason() != rule.Present {
		step = "there is no score: " + a.Reason().String()
	}
	q := a.Questionnaire
	switch {
	case q == nil && a.Table != "":
		return step + ", made by a licensed tool with the table " + a.Table
	case q == nil:
		return step + ", made by a licensed tool"
	}
	step += fmt.Sprintf(", %s of %s@%s", q.Score, q.ID, q.Version)
	if q.Expected > 0 {
		step += fmt.Sprintf(" with %d of %d answered", q.Answered, q.Expected)
	}
	if len(q.Missing) > 0 {
		step += "; blank: " + strings.Join(q.Missing, ", ")
	}
	if len(q.Imputed) > 0 {
		step += "; filled in: " + strings.Join(q.Imputed, ", ")
	}
	return step
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
