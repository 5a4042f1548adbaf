package activation

import (
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// The ids of the flags.
const (
	// AllSameFlag: every item that was answered has the same answer.
	AllSameFlag = "all_same"
	// AllTopFlag: the score is the best there is. Many such scores are genuine.
	AllTopFlag = "all_top"
	// TooManyMissingFlag: more items are blank than the measure thinks wise.
	TooManyMissingFlag = "too_many_missing"
	// TooFastFlag: the answers took less time than the items take to read.
	TooFastFlag = "too_fast"
)

// judge looks for the patterns that the definition names. The answers are the zero Answers where only the score is known.
func (m *Measure) judge(a *Assessment, answers question.Answers, d details) {
	q := m.definition.Quality
	if q == nil {
		return
	}
	answered, same := m.pattern(answers)
	known := answers.Sheet() != nil
	if c := q.AllSame; c != nil {
		a.Quality.note(AllSameFlag, c.Ground, known, same && answered >= c.AtLeast)
	}
	if c := q.AllTop; c != nil {
		number, ok := a.Score.Number()
		a.Quality.note(AllTopFlag, c.Ground, ok, rule.Equal(number, m.scored.best()))
	}
	if c := q.TooManyMissing; c != nil {
		blank := 0
		if a.Questionnaire != nil {
			blank = a.Questionnaire.Expected - a.Questionnaire.Answered
		}
		a.Quality.note(TooManyMissingFlag, c.Ground, known, blank > c.MoreThan)
	}
	if c := q.TooFast; c != nil {
		a.Quality.note(TooFastFlag, c.Ground, known && d.timed && answered > 0, d.took.Seconds() < float64(c.SecondsPerItem*float64(answered)))
	}
}

// note records what became of one pattern.
func (f *Quality) note(id string, ground Ground, judged, found bool) {
	switch {
	case !judged:
		f.NotJudged = append(f.NotJudged, id)
		return
	case found:
		f.Flags = append(f.Flags, Flag{ID: id, Ground: ground})
	}
	f.Judged++
}

// pattern counts the answered items of the score, and says whether all of them have the same answer.
func (m *Measure) pattern(answers question.Answers) (answered int, same bool) {
	first := 0.0
	same = true
	for _, id := range m.scored.items {
		v, reason := answers.Value(id)
		if reason != rule.Present {
			continue
		}
		if answered == 0 {
			first = v
		}
		same = same && rule.Equal(v, first)
		answered++
	}
	return answered, same && answered > 0
}
