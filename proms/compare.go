package proms

import (
	"math"
	"strings"

	"github.com/whatmatters-care/whatmatters/proms/change"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Change compares two results of one person, also ones that were kept as JSON. It is total: where the two cannot be
// compared, the Change says why.
func (q *Questionnaire) Change(before, after Result) Change {
	c := Change{Questionnaire: q.ID(), Version: q.Version(), Digest: q.Digest(), Scores: make([]ScoreChange, len(q.scores))}
	if c.Refused = q.refusal(before); c.Refused == "" {
		c.Refused = q.refusal(after)
	}
	if c.Refused == "" && (before.Digest != q.digest || after.Digest != q.digest) {
		c.Cautions = append(c.Cautions, OtherDefinition)
	}
	if c.Refused == "" && before.Rules != after.Rules {
		c.Cautions = append(c.Cautions, OtherRules)
	}
	filled := false
	for i, sc := range q.scores {
		c.Scores[i] = q.compare(sc, before, after, c.Refused)
		filled = filled || c.Scores[i].Imputed
	}
	if filled {
		c.Cautions = append(c.Cautions, BlanksFilled)
	}
	return c
}

// Kept reads a score of a result that was made before, perhaps by another copy of this questionnaire. A value that the score
// cannot have is missing as invalid, and a score that the result does not have is missing as not supplied. A result
// of another questionnaire or major version is refused.
func (q *Questionnaire) Kept(r Result, id string) (Score, Refusal) {
	none := Score{ID: id, Value: rule.MissingValue(rule.NotSupplied), Exact: rule.MissingValue(rule.NotSupplied)}
	if refused := q.refusal(r); refused != "" {
		return none, refused
	}
	place, err := q.Find(id)
	score, found := r.Score(id)
	if err != nil || !found {
		return none, ""
	}
	if number, given := score.Value.Number(); given {
		if _, err := q.model.Type(q.scores[place].value).Parse(number); err != nil {
			score.Value = rule.MissingValue(rule.Invalid)
		}
	}
	return score, ""
}

// refusal says why a result is not one of this questionnaire.
func (q *Questionnaire) refusal(r Result) Refusal {
	switch {
	case r.Questionnaire != q.ID():
		return OtherQuestionnaire
	case major(r.Version) != major(q.Version()):
		return OtherVersion
	}
	return ""
}

// major is the first number of a version. What can change a result raises it.
func major(version string) string {
	first, _, _ := strings.Cut(version, ".")
	return first
}

// compare works out the change of one score.
func (q *Questionnaire) compare(sc *score, before, after Result, refused Refusal) ScoreChange {
	def := sc.definition
	out := ScoreChange{ID: def.ID, Title: def.Title, Better: def.Better}
	none := rule.MissingValue(rule.NotSupplied)
	out.Before, out.After, out.Delta, out.Percent = none, none, none, none
	if refused == "" {
		from, _ := q.Kept(before, def.ID)
		to, _ := q.Kept(after, def.ID)
		out.Before, out.After = from.Value, to.Value
		out.Delta, out.Percent = difference(from.Value, to.Value)
		out.Imputed = len(from.Imputed) > 0 || len(to.Imputed) > 0
	}
	out.Course = course(out.Delta, def.Better)
	for _, ch := range q.definition.ImportantChanges {
		if ch.Score == def.ID {
			out.Important = append(out.Important, reached(ch, out))
		}
	}
	return out
}

// difference gives the change in points and in percent. Points are taken to nine decimals: 50.1 less 47.1 is 3, whatever the
// doubles say.
func difference(from, to rule.Value) (points, percent rule.Value) {
	a, known := from.Number()
	if !known {
		return from, from
	}
	b, known := to.Number()
	if !known {
		return to, to
	}
	percent = rule.MissingValue(rule.Undefined)
	if p, err := change.Percent(a, b); err == nil {
		percent = rule.ValueOf(rule.Round(p, 9, rule.HalfEven))
	}
	return rule.ValueOf(rule.Round(b-a, 9, rule.HalfEven)), percent
}

// course says which way a score went; empty where the change or the better direction is not known.
func course(delta rule.Value, better string) Course {
	d, known := delta.Number()
	switch {
	case !known || better == "":
		return ""
	case d == 0:
		return CourseSame
	case (d < 0) == (better == betterLower):
		return CourseBetter
	}
	return CourseWorse
}

// reached says whether a change is as large as a published size.
func reached(ch ImportantChange, c ScoreChange) Reached {
	out := Reached{ImportantChange: ch}
	before, known := c.Before.Number()
	size, gain := ch.Value, c.Delta
	if ch.Percent != 0 {
		size, gain = ch.Percent, c.Percent
	}
	g, given := gain.Number()
	switch {
	case ch.aboutGroups(), known && ch.Baseline != nil && !within(before, *ch.Baseline):
		out.State = policy.NotApplicable
	case !given:
		out.Reason = gain.Reason()
	case atLeast(inDirection(g, ch.Direction, c.Better), size):
		out.State = policy.Met
	default:
		out.State = policy.NotMet
	}
	return out
}

// inDirection turns a change so that it is positive where it goes the way that a published size is about.
func inDirection(delta float64, direction, better string) float64 {
	if direction == changeEither {
		return math.Abs(delta)
	}
	if (better == betterLower) == (direction == changeBetter) {
		return -delta
	}
	return delta
}

func within(v float64, bounds [2]float64) bool { return atLeast(v, bounds[0]) && atLeast(bounds[1], v) }

// atLeast compares after 12 significant digits, as rules do.
func atLeast(v, size float64) bool { return v >= size || rule.Equal(v, size) }
