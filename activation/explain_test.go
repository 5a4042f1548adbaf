package activation_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

func TestExplain(t *testing.T) {
	m := fromSet(t, "confidence")
	licensed := pam(t)
	for name, c := range map[string]struct {
		measure *activation.Measure
		a       activation.Assessment
		want    []string
	}{
		"a level": {m, m.Assess(answer(t, m, 5, 5, 5, 5, 5, 5), activation.Taking(time.Minute)), []string{
			"the score is 5, confidence of six-items@1.0.0 with 6 of 6 answered",
			"the level is Middle, from 4 to below 7, by the cut points thirds (convention, a_paper, not verified there)",
			"a second look is wise: all_same: All answers are the same. (the score stands)",
		}},
		"no score": {m, m.Assess(answer(t, m, 5, 5, 5), activation.Taking(time.Minute)), []string{
			"there is no score (too_few), confidence of six-items@1.0.0 with 3 of 6 answered; no valid answer to c4, c5 and c6",
			"the level is not known, which does not mean that it is the lowest",
			"a second look is wise: too_many_missing",
			"not looked for: all_top (no score)",
		}},
		"a licensed score": {licensed, licensed.AssessScore(score(80), activation.FromTable("sha256:ab")), []string{
			"the score is 80, made by a licensed tool with the table sha256:ab",
			"the level is Level 4, from 72.5 up, by the cut points pam_current (evidence, sralab_pam)",
		}},
		"a score that the tool cannot give": {licensed, licensed.AssessScore(score(47.05)), []string{
			"there is no score (invalid); one from a licensed tool lies from 0 to 100 in steps of 0.1",
			"the level is not known, which does not mean that it is the lowest",
			"not looked for: all_top (no score)",
		}},
		"a raw result that the table does not have": {licensed, licensed.AssessScore(rule.MissingValue(rule.Undefined), activation.FromTable("sha256:ab")), []string{
			"there is no score (undefined) by the table sha256:ab",
			"the level is not known, which does not mean that it is the lowest",
			"not looked for: all_top (no score)",
		}},
		"a level of another score": {licensed, activation.Assessment{Score: score(80), CutPoints: "pam_current", Level: activation.Level{ID: "level_1"}}, []string{
			"the score is 80, made by a licensed tool",
			"the level that came with the score is \"level_1\", and the score comes to Level 4, from 72.5 up, by the cut points pam_current (evidence, sralab_pam)",
		}},
		"cut points from elsewhere": {licensed, activation.Assessment{Score: score(80), CutPoints: "pam_newest"}, []string{
			"the score is 80, made by a licensed tool",
			"the level comes from cut points that this measure does not have: pam_newest",
		}},
	} {
		if diff := cmp.Diff(c.want, c.measure.Explain(c.a)); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
}

func TestString(t *testing.T) {
	m := pam(t)
	lines := m.AssessScore(score(80)).String() + "\n" + m.AssessScore(rule.MissingValue(rule.Declined)).String()
	if want := "pam-prescored: 80, level_4 (pam_current)\npam-prescored: declined, no level"; lines != want {
		t.Errorf("got %s", strings.ReplaceAll(lines, "\n", " | "))
	}
}
