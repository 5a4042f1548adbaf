package activation

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// ready is the one way from a definition to a measure: for services, for authors and for definitions built in code. It
// gives nil where it reported an error.
func ready(def *Definition, questionnaire *proms.Questionnaire, options schemas.CheckOptions, r *diag.Reporter) *Measure {
	schemas.CheckHeader(def.Header, def, options.AsOf, r)
	m := &Measure{definition: def, scored: scoredBy(def, questionnaire, r)}
	checkCutPoints(def, m.scored, r)
	checkChanges(def, m.scored, r)
	checkQuality(def, m.scored, r)
	if m.scored == nil || r.HasErrors() {
		return nil
	}
	m.cut = def.cutPoints(def.DefaultCutPoints)
	if m.model = m.compile(r); m.model == nil {
		return nil
	}
	m.digest = schemas.Digest(def)
	cases.Run(m.model, def.Cases, "/cases", r)
	return m
}

// The names of the model, and of what other documents read.
const (
	nameScore     = "score"
	nameLevel     = "level"
	nameQuality   = "quality"
	nameCutPoints = "cut_points"
)

// compile makes the model: the score comes in, and each set of cut points gives its level.
func (m *Measure) compile(r *diag.Reporter) *rule.Model {
	b := rule.NewBuilder(r)
	score := b.Input(rule.Input{Name: nameScore, Type: m.scored.kind, Pointer: m.scored.pointer})
	add := func(name string, cut *CutPoints, pointer string) {
		slot := b.Name(name, levelType(name, cut), pointer)
		b.Step(&leveling{score: score, level: slot, cut: cut, lo: m.scored.kind.Lo, hi: m.scored.kind.Hi})
	}
	add(nameLevel, m.cut, "/default_cut_points")
	b.Output(nameLevel)
	for i := range m.definition.CutPoints {
		cut := &m.definition.CutPoints[i]
		name := cut.ID + "." + nameLevel
		add(name, cut, fmt.Sprintf("/cut_points/%d", i))
		if cut != m.cut { // the level by the default cut points is an output already; cases may say it by either name
			b.Output(name)
		}
	}
	return b.Build()
}

func levelType(name string, cut *CutPoints) rule.Type {
	t := rule.Type{Kind: rule.Code, Set: name, Hi: float64(len(cut.Levels) - 1), Step: 1}
	for i, l := range cut.Levels {
		t.Options = append(t.Options, rule.Option{ID: l.ID, Value: float64(i)})
	}
	return t
}

// place gives the place of the level that a score in range falls in. Levels start at the lowest score, in rising order,
// and a score that equals a start after 12 significant digits has reached it.
func (c *CutPoints) place(v float64) int {
	place := 0
	for place+1 < len(c.Levels) {
		if from := c.Levels[place+1].From; v < from && !rule.Equal(v, from) {
			break
		}
		place++
	}
	return place
}

// leveling is the step of the model that finds the level of the score by one set of cut points.
type leveling struct {
	score, level rule.Slot
	cut          *CutPoints
	lo, hi       float64
}

// Eval gives the place of the level; a missing score has no level, and its reason is passed on.
func (l *leveling) Eval(s *rule.State) {
	v := s.Get(l.score)
	switch {
	case rule.IsNA(v):
		s.Set(l.level, v)
	case v < l.lo || v > l.hi:
		s.Set(l.level, rule.NA(rule.Invalid))
	default:
		s.Set(l.level, float64(l.cut.place(v)))
	}
}

// Bounds gives the levels from that of the lowest to that of the highest score there may be.
func (l *leveling) Bounds(s *rule.State) {
	b := s.Bound(l.score)
	if b.NA != rule.Always {
		b.Lo, b.Hi = float64(l.cut.place(b.Lo)), float64(l.cut.place(b.Hi))
	}
	s.SetBound(l.level, b)
}

// Reads gives the slot of the score.
func (l *leveling) Reads() []rule.Slot { return []rule.Slot{l.score} }

// Writes gives the slot of the level.
func (l *leveling) Writes() []rule.Slot { return []rule.Slot{l.level} }
