package activation

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// The answers to quality, as rules in other documents read them.
const (
	// QualityNoFlag: patterns were looked for and none was found.
	QualityNoFlag = "no_flag"
	// QualityFlag: a pattern was found that deserves a second look.
	QualityFlag = "flagged"
)

// Use gives what rules of another document can read of an assessment, under the prefix by which it uses the measure, such as
// "activation.": level (a code of the default cut points), score, quality (no_flag or flagged) and cut_points (the id of
// the set in use).
func (m *Measure) Use(prefix string) policy.Use {
	code := func(name string, ids ...string) rule.Input {
		t := rule.Type{Kind: rule.Code, Set: prefix + name, Hi: float64(len(ids) - 1), Step: 1}
		for i, id := range ids {
			t.Options = append(t.Options, rule.Option{ID: id, Value: float64(i)})
		}
		return rule.Input{Name: prefix + name, Type: t}
	}
	return policy.Use{Prefix: prefix, Inputs: []rule.Input{
		code(nameLevel, m.byDefault().levelIDs()...),
		{Name: prefix + nameScore, Type: m.scored.kind},
		code(nameQuality, QualityNoFlag, QualityFlag),
		code(nameCutPoints, m.definition.cutIDs()...),
	}}
}

// Used gives an assessment as policy.Given takes it, for rules that were made ready with Use and the same prefix. An
// assessment of another measure or major version is not supplied. Nor is a level by cut points whose levels are not those
// of the default: rules that know no such level would take it for none of theirs. A level that the score does not come to is invalid.
func (m *Measure) Used(prefix string, a Assessment) map[string]any {
	used := map[string]any{}
	if a.Measure != m.ID() || major(a.Version) != major(m.Version()) {
		return used
	}
	score := m.scored.valid(a.Score)
	used[prefix+nameScore] = score
	used[prefix+nameCutPoints] = a.CutPoints
	cut := m.definition.cutPoints(a.CutPoints)
	switch {
	case score.Reason() != rule.Present:
		used[prefix+nameLevel] = score
	case cut != nil && slices.Equal(cut.levelIDs(), m.byDefault().levelIDs()):
		used[prefix+nameLevel] = a.Level.ID
		if !m.agrees(a) {
			used[prefix+nameLevel] = rule.MissingValue(rule.Invalid)
		}
	}
	switch {
	case len(a.Quality.Flags) > 0:
		used[prefix+nameQuality] = QualityFlag
	case a.Quality.Judged > 0:
		used[prefix+nameQuality] = QualityNoFlag
	}
	return used
}

func (m *Measure) byDefault() *CutPoints {
	return m.definition.cutPoints(m.definition.DefaultCutPoints)
}

func (c *CutPoints) levelIDs() []string {
	ids := make([]string, len(c.Levels))
	for i, l := range c.Levels {
		ids[i] = l.ID
	}
	return ids
}
