package activation

import (
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Detail is something more to say of an assessment: On, Taking or FromTable.
type Detail func(*details)

type details struct {
	on    string
	took  time.Duration
	timed bool
	table string
}

// On says on which day the answers were given, so that changes over time can be read. A day that is not known says nothing.
func On(on day.Day) Detail {
	return func(d *details) {
		if !on.IsZero() {
			d.on = on.String()
		}
	}
}

// Taking says how long the answering took in all. A negative time says nothing.
func Taking(took time.Duration) Detail {
	return func(d *details) { d.took, d.timed = took, took >= 0 }
}

// FromTable records the digest of the table with which a licensed tool made the score, in a form that the caller keeps to,
// such as sha256:9f86d081. The table itself stays with whoever holds the licence.
func FromTable(digest string) Detail {
	return func(d *details) { d.table = digest }
}

// Assess scores the answers and finds the level and the flags. It is total: what cannot be worked out has a reason in
// its place. Answers may have been read by another copy, version or language of the same questionnaire; answers to another one
// are invalid. A measure over a supplied score has no use for answers, and its score is then missing as not supplied.
func (m *Measure) Assess(answers question.Answers, more ...Detail) Assessment {
	if m.scored.questionnaire == nil {
		return m.AssessScore(rule.MissingValue(rule.NotSupplied), more...)
	}
	answers, _ = answers.On(m.scored.questionnaire.Sheet()) // what cannot be joined is not scored
	score, _ := m.scored.questionnaire.Score(answers).Score(m.scored.score)
	a, d := m.assess(score.Value, more)
	a.Questionnaire.Answered, a.Questionnaire.Expected = score.Answered, score.Expected
	a.Questionnaire.Missing, a.Questionnaire.Imputed = score.Missing, score.Imputed
	m.judge(&a, answers, d)
	return a
}

// AssessScore finds the level of a score that was made before: by a licensed tool, or by the measure's questionnaire where
// only its score was kept. A score outside the range, or between its steps, is missing as invalid and never clamped.
func (m *Measure) AssessScore(value rule.Value, more ...Detail) Assessment {
	a, d := m.assess(value, more)
	m.judge(&a, question.Answers{}, d)
	return a
}

// assess finds the level and says what made it.
func (m *Measure) assess(value rule.Value, more []Detail) (Assessment, details) {
	var d details
	for _, detail := range more {
		detail(&d)
	}
	a := Assessment{
		Measure: m.definition.ID, Version: m.definition.Version, Digest: m.digest, On: d.on, Table: d.table,
		Score: m.scored.valid(value), CutPoints: m.cut.ID, Basis: m.cut.Basis, Source: m.cut.Source,
	}
	if q := m.scored.questionnaire; q != nil {
		a.Questionnaire = &Questionnaire{ID: q.ID(), Version: q.Version(), Digest: q.Digest(), Score: m.scored.score}
	}
	if number, ok := a.Score.Number(); ok {
		level := m.cut.Levels[m.cut.place(number)]
		a.Level = Level{ID: level.ID, Label: level.Label}
	}
	return a, d
}
