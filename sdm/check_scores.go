package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// scored holds a result against its questionnaire.
func (c *eventCheck) scored(s Scored) {
	r := s.Result
	q, ok := asUsed(c, r.Questionnaire+"@"+r.Version, "result.questionnaire", r.Digest, "result.digest", c.library.Questionnaire)
	if !ok {
		return
	}
	document := nameOf("questionnaire", q)
	if r.Rules != "" {
		var alternatives []string
		for _, a := range q.Definition().Alternatives {
			alternatives = append(alternatives, a.ID)
		}
		has(&c.wrong, nil, "result.rules", document, "alternative", r.Rules, alternatives)
		if as, err := q.Alternative(r.Rules); err == nil {
			q = as
		}
	}
	scores, findings := q.Definition().Scores, criteriaOf(q.Definition().Findings)
	ids := scoresOf(q)
	result := fault.Field("result")
	for i, score := range r.Scores {
		here := result.Item("scores", i)
		has(&c.wrong, &here, "id", document, "score", score.ID, ids)
		k := slices.Index(ids, score.ID)
		if k >= 0 && score.Band != "" {
			has(&c.wrong, &here, "band", "the score "+score.ID, "band", score.Band, bandsOf(scores[k].Bands))
		}
		if value, given := score.Value.Number(); k >= 0 && given && (value < scores[k].Range[0] || value > scores[k].Range[1]) {
			c.wrong.Tell(&here, "value", "record the result as it was given", "it is %g, and the score %s goes from %g to %g", value, score.ID, scores[k].Range[0], scores[k].Range[1])
		}
	}
	for i, f := range r.Findings {
		here := result.Item("findings", i)
		has(&c.wrong, &here, "id", document, "finding", f.ID, findings)
	}
	switch answers, err := q.Answers(s.Answers); {
	case err != nil:
		c.wrong = append(c.wrong, fault.Of(listed("answers", err))...)
	case s.Answers != nil:
		c.again(r, q, answers)
	}
}

func scoresOf(q *proms.Questionnaire) (ids []string) {
	for _, s := range q.Definition().Scores {
		ids = append(ids, s.ID)
	}
	return ids
}

func bandsOf(bands []proms.Band) (ids []string) {
	for _, b := range bands {
		ids = append(ids, b.ID)
	}
	return ids
}

func criteriaOf(criteria []policy.Criterion) (ids []string) {
	for _, c := range criteria {
		ids = append(ids, c.ID)
	}
	return ids
}

// assessed holds a level of activation against its measure, and its score against the questionnaire.
func (c *eventCheck) assessed(a ActivationAssessed) {
	at := fault.Field("assessment")
	if m, ok := asUsed(c, a.Assessment.Measure+"@"+a.Assessment.Version, "assessment.measure", a.Assessment.Digest, "assessment.digest", c.library.Measure); ok {
		c.level(&at, m, a.Assessment.CutPoints, "level.id", a.Assessment.Level.ID)
		c.levelled(&at, m, a.Assessment)
	}
	from := a.Assessment.Questionnaire
	if from == nil {
		return
	}
	q, ok := asUsed(c, from.ID+"@"+from.Version, "assessment.questionnaire.id", from.Digest, "assessment.questionnaire.digest", c.library.Questionnaire)
	if ok {
		has(&c.wrong, &at, "questionnaire.score", nameOf("questionnaire", q), "score", from.Score, scoresOf(q))
	}
}

// levelled asks that a score can be one of its measure, and that the level is that of the score by the cut points that it names.
func (c *eventCheck) levelled(at *fault.Place, m *activation.Measure, a activation.Assessment) {
	cut, err := m.Using(a.CutPoints)
	if err != nil {
		return // which c.level tells
	}
	now := cut.AssessScore(a.Score)
	inSet := slices.ContainsFunc(cut.CutPoints().Levels, func(l activation.LevelDefinition) bool { return l.ID == a.Level.ID })
	switch {
	case !sameNumber(now.Score, a.Score):
		c.wrong.Tell(at, "score", "record the assessment as it was given", "it is %s, and %s cannot come to that", a.Score, nameOf("measure", m))
	case !inSet || a.Level.ID == now.Level.ID:
	case now.Level.ID == "":
		c.wrong.Tell(at, "level.id", "correct whichever is wrong", "it is %q, and there is no score (%s)", a.Level.ID, a.Score)
	default:
		c.wrong.Tell(at, "level.id", "correct whichever is wrong", "it is %q, and by the cut points %s a score of %s is %q", a.Level.ID, a.CutPoints, a.Score, now.Level.ID)
	}
}

// level asks that a measure has a set of cut points, and that a level, where there is one, is of that set.
func (c *eventCheck) level(at *fault.Place, m *activation.Measure, cut, field, level string) {
	var sets []string
	for _, set := range m.Definition().CutPoints {
		sets = append(sets, set.ID)
		if set.ID != cut || level == "" {
			continue
		}
		var levels []string
		for _, l := range set.Levels {
			levels = append(levels, l.ID)
		}
		has(&c.wrong, at, field, "the set of cut points "+cut, "level", level, levels)
	}
	has(&c.wrong, at, "cut_points", nameOf("measure", m), "set of cut points", cut, sets)
}
