package activation_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

func TestChange(t *testing.T) {
	m := pam(t)
	for _, c := range []struct {
		name            string
		from, to        float64
		fromDay, toDay  string
		delta           float64
		course          activation.Course
		gained          int
		endorsed, older policy.State
		cautions        []activation.Caution
	}{
		{"a gain of 3 within a year", 50.1, 53.1, "2026-01-10", "2027-01-10", 3, activation.CourseBetter, 0, policy.Met, policy.NotMet, nil},
		{"3 after 47.1, noise and all", 47.1, 50.1, "2026-01-10", "2026-06-10", 3, activation.CourseBetter, 0, policy.Met, policy.NotMet, nil},
		{"a gain of 2.9", 50.1, 53, "2026-01-10", "2026-06-10", 2.9, activation.CourseBetter, 0, policy.NotMet, policy.NotMet, nil},
		{"a gain of 4 and a level", 54, 58, "2026-01-10", "2026-06-10", 4, activation.CourseBetter, 1, policy.Met, policy.Met, nil},
		{"a gain after more than a year", 50, 60, "2026-01-10", "2027-01-11", 10, activation.CourseBetter, 1, policy.NotApplicable, policy.Met, nil},
		{"a gain on days that nobody wrote down", 50, 60, "", "", 10, activation.CourseBetter, 1, policy.Unknown, policy.Met, nil},
		{"no change", 50, 50, "2026-01-10", "2026-06-10", 0, activation.CourseSame, 0, policy.NotMet, policy.NotMet, nil},
		{"a fall of 4", 60, 56, "2026-01-10", "2026-06-10", -4, activation.CourseWorse, 0, policy.NotMet, policy.Met, nil},
		{"a fall that leaves the top level", 80, 60, "2026-01-10", "2026-06-10", -20, activation.CourseWorse, -1, policy.NotMet, policy.Met, []activation.Caution{activation.FromTheTop}},
		{"a fall at the top level", 90, 80, "2026-01-10", "2026-06-10", -10, activation.CourseStillTop, 0, policy.NotMet, policy.NotApplicable, []activation.Caution{activation.FromTheTop}},
		{"a flag on one score", 90, 100, "2026-01-10", "2026-06-10", 10, activation.CourseBetter, 0, policy.Met, policy.Met, []activation.Caution{activation.QualityFlagged}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var from, to []activation.Detail
			if c.fromDay != "" {
				from, to = append(from, activation.On(on(c.fromDay))), append(to, activation.On(on(c.toDay)))
			}
			got := m.Change(m.AssessScore(score(c.from), from...), m.AssessScore(score(c.to), to...))
			endorsed, _ := got.Threshold("endorsed")
			older, _ := got.Threshold("older")
			if got.Refused != "" || got.Delta != score(c.delta) || got.Course != c.course || got.LevelsGained != c.gained ||
				endorsed.State != c.endorsed || older.State != c.older || !slices.Equal(got.Cautions, c.cautions) {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestChangeIsRefused(t *testing.T) {
	m := pam(t)
	early, late := activation.On(on("2026-01-10")), activation.On(on("2026-06-10"))
	before := m.AssessScore(score(60), early, activation.FromTable("sha256:ab"))
	edited := func(change func(*activation.Assessment)) activation.Assessment {
		a := m.AssessScore(score(70), late, activation.FromTable("sha256:ab"))
		change(&a)
		return a
	}
	for want, after := range map[activation.Refusal]activation.Assessment{
		activation.OtherMeasure:       fromSet(t, "confidence").AssessScore(score(7), late),
		activation.OtherVersion:       edited(func(a *activation.Assessment) { a.Version = "2.0.0" }),
		activation.OtherCutPoints:     using(t, m, "pam_older").AssessScore(score(70), late),
		activation.OtherTable:         m.AssessScore(score(70), late, activation.FromTable("sha256:cd")),
		activation.LevelDiffers:       edited(func(a *activation.Assessment) { a.Level.ID = "level_1" }),
		activation.OutOfOrder:         m.AssessScore(score(70), activation.On(on("2025-12-31"))),
		activation.OtherQuestionnaire: edited(func(a *activation.Assessment) { a.Questionnaire = &activation.Questionnaire{ID: "pam-13"} }),
	} {
		got := m.Change(before, after)
		if got.Refused != want || got.Delta.Reason() == rule.Present || got.Course != "" || got.Important != nil || got.CutPoints != "" {
			t.Errorf("want %s, got %+v", want, got)
		}
		if back := m.Change(after, before); back.Refused == "" && want != activation.OutOfOrder {
			t.Errorf("%s is refused in one direction only", want)
		}
	}
	if got := m.Change(before, edited(func(a *activation.Assessment) { a.CutPoints = "pam_newest" })); got.Refused != activation.OtherCutPoints {
		t.Errorf("cut points that nobody has: %+v", got)
	}
	if got := m.Change(before, edited(func(a *activation.Assessment) { a.Version = "1.9.0" })); got.Refused != "" {
		t.Errorf("a minor version is refused: %+v", got)
	}
	older := using(t, m, "pam_older")
	if got := m.Change(older.AssessScore(score(60), early), older.AssessScore(score(70), late)); got.Refused != "" || got.CutPoints != "pam_older" || got.LevelsGained != 1 {
		t.Errorf("both by another set: %+v", got)
	}
}

func TestChangeWithoutAScore(t *testing.T) {
	m := pam(t)
	for _, pair := range [][2]rule.Value{{rule.MissingValue(rule.Declined), score(60)}, {score(60), rule.MissingValue(rule.Declined)}} {
		got := m.Change(m.AssessScore(pair[0]), m.AssessScore(pair[1]))
		older, _ := got.Threshold("older")
		if got.Refused != "" || got.Delta.Reason() != rule.Declined || got.Course != "" || older.State != policy.Unknown {
			t.Errorf("%+v", got)
		}
	}
	if got := m.Change(m.AssessScore(score(60), activation.FromTable("sha256:ab")), m.AssessScore(score(61))); !slices.Equal(got.Cautions, []activation.Caution{activation.TableNotKnown}) {
		t.Errorf("a table known on one side: %+v", got)
	}
}

// TestLowerIsBetter holds that a loss of points is a gain where the score is better when lower.
func TestLowerIsBetter(t *testing.T) {
	m := fromSet(t, "worry")
	for _, c := range []struct {
		from, to   float64
		course     activation.Course
		gained     int
		gain, loss policy.State
	}{
		{45, 30, activation.CourseBetter, 1, policy.Met, policy.NotMet},
		{30, 45, activation.CourseWorse, -1, policy.NotMet, policy.Met},
		{6, 15, activation.CourseStillTop, 0, policy.NotMet, policy.NotApplicable},
		{6, 45, activation.CourseWorse, -2, policy.NotMet, policy.Met},
	} {
		got := m.Change(m.AssessScore(score(c.from)), m.AssessScore(score(c.to)))
		gain, _ := got.Threshold("gain")
		loss, _ := got.Threshold("loss")
		if got.Course != c.course || got.LevelsGained != c.gained || gain.State != c.gain || loss.State != c.loss {
			t.Errorf("%v to %v: %+v", c.from, c.to, got)
		}
	}
}

// TestThereAndBack holds that a change and the change back are each other's opposite.
func TestThereAndBack(t *testing.T) {
	m := pam(t)
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		a, b := m.AssessScore(score(float64(random.IntN(1001))/10)), m.AssessScore(score(float64(random.IntN(1001))/10))
		there, back := m.Change(a, b), m.Change(b, a)
		x, _ := there.Delta.Number()
		y, _ := back.Delta.Number()
		if x != -y || there.LevelsGained != -back.LevelsGained {
			t.Fatalf("%+v and back %+v", there, back)
		}
	}
}

func TestChangeRoundTrip(t *testing.T) {
	m := pam(t)
	a, b := m.AssessScore(score(60)), m.AssessScore(score(100))
	for name, c := range map[string]activation.Change{
		"whole": m.Change(a, b), "refused": m.Change(a, using(t, m, "pam_older").AssessScore(score(60))),
		"missing": m.Change(a, m.AssessScore(rule.MissingValue(rule.Blank))),
	} {
		first, err := json.Marshal(c)
		if err != nil {
			t.Fatal(name, err)
		}
		var again activation.Change
		if err := json.Unmarshal(first, &again); err != nil {
			t.Fatal(name, err)
		}
		if diff := cmp.Diff(c, again, cmp.Comparer(func(a, b rule.Value) bool { return a == b })); diff != "" {
			t.Errorf("%s: -before +after\n%s", name, diff)
		}
	}
}
