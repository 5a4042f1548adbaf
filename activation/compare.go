package activation

import (
	"math"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Change compares two assessments of one person by this measure, whichever of its cut points it is using. It is total:
// where the two cannot be compared, the Change says why.
func (m *Measure) Change(before, after Assessment) Change {
	c := Change{Measure: m.ID(), From: reading(before), To: reading(after), Delta: rule.MissingValue(rule.Undefined)}
	if c.Refused = m.refusal(before, after); c.Refused != "" {
		return c
	}
	c.CutPoints = after.CutPoints
	c.Cautions = cautions(before, after)
	from, to := m.scored.valid(before.Score), m.scored.valid(after.Score)
	c.Delta = difference(from, to)
	if gain, ok := c.Delta.Number(); ok {
		m.compareLevels(&c, from, to, m.scored.gain(gain))
	}
	days := between(before.On, after.On)
	for _, size := range m.definition.ImportantChanges {
		c.Important = append(c.Important, Threshold{
			ID: size.ID, Label: size.Label, Direction: size.Direction, Value: size.Value, Basis: size.Basis, Source: size.Source,
			State: m.reached(size, c, days),
		})
	}
	return c
}

func reading(a Assessment) Reading { return Reading{On: a.On, Score: a.Score, Level: a.Level} }

// difference is taken to nine decimals: 50.1 less 47.1 is 3, although the doubles differ by a little more.
func difference(from, to rule.Value) rule.Value {
	a, known := from.Number()
	if !known {
		return from
	}
	b, known := to.Number()
	if !known {
		return to
	}
	return rule.ValueOf(rule.Round(b-a, 9, rule.HalfEven))
}

// compareLevels says which way the score went and how many levels were gained.
func (m *Measure) compareLevels(c *Change, from, to rule.Value, gain float64) {
	cut := m.definition.cutPoints(c.CutPoints)
	first, _ := from.Number()
	last, _ := to.Number()
	start, end, top := cut.place(first), cut.place(last), m.scored.topLevel(cut)
	c.LevelsGained = int(m.scored.gain(float64(end - start)))
	switch {
	case gain > 0:
		c.Course = CourseBetter
	case gain == 0:
		c.Course = CourseSame
	case end == top:
		c.Course = CourseStillTop
	default:
		c.Course = CourseWorse
	}
	if start == top && gain < 0 {
		c.Cautions = append(c.Cautions, FromTheTop)
	}
}

// reached says whether the change is as large as a published size.
func (m *Measure) reached(size ImportantChange, c Change, apart span) policy.State {
	delta, known := c.Delta.Number()
	switch {
	case !known:
		return policy.Unknown
	case size.WithinMonths > 0 && !apart.known:
		return policy.Unknown
	case size.WithinMonths > 0 && apart.to.After(apart.from.AddMonths(size.WithinMonths)):
		return policy.NotApplicable
	case c.Course == CourseStillTop && size.Direction != better:
		return policy.NotApplicable
	}
	gain := m.scored.gain(delta)
	switch size.Direction {
	case worse:
		gain = -gain
	case either:
		gain = math.Abs(gain)
	}
	if gain >= size.Value || rule.Equal(gain, size.Value) {
		return policy.Met
	}
	return policy.NotMet
}

// refusal says why two assessments cannot be compared, the gravest reason first.
func (m *Measure) refusal(before, after Assessment) Refusal {
	apart := between(before.On, after.On)
	switch {
	case before.Measure != m.ID() || after.Measure != m.ID():
		return OtherMeasure
	case major(before.Version) != major(m.Version()) || major(after.Version) != major(m.Version()):
		return OtherVersion
	case !m.scored.made(before.Questionnaire) || !m.scored.made(after.Questionnaire):
		return OtherQuestionnaire
	case before.Table != after.Table && before.Table != "" && after.Table != "":
		return OtherTable
	case before.CutPoints != after.CutPoints || m.definition.cutPoints(after.CutPoints) == nil:
		return OtherCutPoints
	case !m.agrees(before) || !m.agrees(after):
		return LevelDiffers
	case apart.known && apart.to.Before(apart.from):
		return OutOfOrder
	default:
		return ""
	}
}

// agrees reports whether the level of an assessment is the one that its score comes to, by the cut points that it names. It always is where
// this package found it; an assessment that was read from elsewhere may have a slip in either.
func (m *Measure) agrees(a Assessment) bool {
	number, known := m.scored.valid(a.Score).Number()
	cut := m.definition.cutPoints(a.CutPoints)
	if !known || cut == nil {
		return a.Level.ID == ""
	}
	return a.Level.ID == cut.Levels[cut.place(number)].ID
}

// made reports whether a score comes from where this measure's scores come from.
func (s *scored) made(q *Questionnaire) bool {
	if s.questionnaire == nil || q == nil {
		return s.questionnaire == nil && q == nil
	}
	return q.ID == s.questionnaire.ID() && q.Score == s.score && major(q.Version) == major(s.questionnaire.Version())
}

// major is the first number of a version. A change that can change a result raises it.
func major(version string) string {
	first, _, _ := strings.Cut(version, ".")
	return first
}

func cautions(before, after Assessment) []Caution {
	var all []Caution
	both := []Assessment{before, after}
	if slices.ContainsFunc(both, func(a Assessment) bool { return len(a.Quality.Flags) > 0 }) {
		all = append(all, QualityFlagged)
	}
	if slices.ContainsFunc(both, func(a Assessment) bool { return a.Questionnaire != nil && len(a.Questionnaire.Imputed) > 0 }) {
		all = append(all, BlanksFilled)
	}
	if before.Table != after.Table {
		all = append(all, TableNotKnown)
	}
	return all
}

// span is the time between two days; known is false where one of them is not known.
type span struct {
	from, to day.Day
	known    bool
}

func between(from, to string) span {
	a, errA := day.Parse(from)
	b, errB := day.Parse(to)
	return span{from: a, to: b, known: errA == nil && errB == nil}
}
