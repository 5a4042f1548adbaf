package activation_test

import (
	"encoding/json"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

func TestAssessSaysWhereTheScoreComesFrom(t *testing.T) {
	m := fromSet(t, "confidence")
	got := m.Assess(answer(t, m, 4, 5, 6, 7, nil, 8), activation.On(on("2026-11-21")), activation.Taking(time.Minute))
	want := activation.Assessment{
		Measure: "confidence", Version: "1.2.0", Digest: m.Digest(), On: "2026-11-21",
		Questionnaire: &activation.Questionnaire{ID: "six-items", Version: "1.0.0", Digest: m.Questionnaire().Digest(), Score: "confidence", Answered: 5, Expected: 6},
		Score:         score(6), CutPoints: "thirds", Level: activation.Level{ID: "middle", Label: "Middle"},
		Basis: "convention", Source: m.CutPoints().Source, Quality: activation.Quality{Judged: 4},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b rule.Value) bool { return a == b })); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestTooFewAnswersHaveNoLevel(t *testing.T) {
	m := fromSet(t, "confidence")
	got := m.Assess(answer(t, m, 4, 5, 6))
	if got.Level.ID != "" || got.Reason() != rule.TooFew || !slices.Equal(got.Questionnaire.Missing, []string{"c4", "c5", "c6"}) {
		t.Errorf("%+v %+v", got, got.Questionnaire)
	}
	if !got.Flagged(activation.TooManyMissingFlag) {
		t.Error("three blanks are not flagged")
	}
}

// TestAnswersOfAnotherCopy holds that answers may be read by the questionnaire itself, made ready for another purpose.
func TestAnswersOfAnotherCopy(t *testing.T) {
	m := fromSet(t, "confidence")
	set, _ := setOf(t)
	copied, err := proms.FromSet(set, "six-items")
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := copied.ParseAnswers([]byte(`{"c1": 4, "c2": 5, "c3": 6, "c4": 7, "c5": {"missing": "declined"}, "c6": 8}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Assess(theirs); got.Level.ID != "middle" || got.Questionnaire.Answered != 5 {
		t.Errorf("%v %+v", got, got.Questionnaire)
	}
	for name, strange := range map[string]question.Answers{"none": {}, "other questions": otherAnswers(t)} {
		if got := m.Assess(strange); got.Level.ID != "" || got.Questionnaire.Answered != 0 {
			t.Errorf("%s: %v", name, got)
		}
		if got := pam(t).Assess(strange); got.Level.ID != "" || got.Reason() != rule.NotSupplied {
			t.Errorf("%s on a supplied score: %v", name, got)
		}
	}
}

func otherAnswers(t *testing.T) question.Answers {
	t.Helper()
	q, err := proms.Load("other.yaml", []byte(`
kind: questionnaire
id: other
version: 1.0.0
title: Another
items:
  - {id: c1, number: {range: [1, 10], step: 1}}
scores:
  - {id: level, rule: c1, range: [1, 10]}
`))
	if err != nil {
		t.Fatal(err)
	}
	answers, err := q.Answers(map[string]any{"c1": 7})
	if err != nil {
		t.Fatal(err)
	}
	return answers
}

func TestQualityFlagsAndNeverDiscards(t *testing.T) {
	m := fromSet(t, "confidence")
	all := []string{"all_same", "too_many_missing", "too_fast"}
	for _, c := range []struct {
		name      string
		answers   question.Answers
		details   []activation.Detail
		flags     []string
		notJudged []string
		level     string
	}{
		{"nothing strange", answer(t, m, 4, 5, 6, 7, 8, 9), []activation.Detail{activation.Taking(time.Minute)}, nil, nil, "middle"},
		{"all the same", answer(t, m, 5, 5, 5, 5, 5, 5), []activation.Detail{activation.Taking(time.Minute)}, []string{"all_same"}, nil, "middle"},
		{"all the same but one", answer(t, m, 5, 5, 5, 5, 5, 6), nil, nil, []string{"too_fast"}, "middle"},
		{"four the same, two blank", answer(t, m, 5, 5, 5, 5), nil, []string{"all_same", "too_many_missing"}, []string{"too_fast"}, "middle"},
		{"three the same is too few to tell", answer(t, m, 5, 5, 5), nil, []string{"too_many_missing"}, []string{"all_top", "too_fast"}, ""},
		{"all top", answer(t, m, 10, 10, 10, 10, 10, 10), nil, []string{"all_same", "all_top"}, []string{"too_fast"}, "high"},
		{"one blank is good enough", answer(t, m, 4, 5, 6, 7, 8), nil, nil, []string{"too_fast"}, "middle"},
		{"just fast enough", answer(t, m, 4, 5, 6, 7, 8, 9), []activation.Detail{activation.Taking(12 * time.Second)}, nil, nil, "middle"},
		{"too fast", answer(t, m, 4, 5, 6, 7, 8, 9), []activation.Detail{activation.Taking(12*time.Second - 1)}, []string{"too_fast"}, nil, "middle"},
		{"in no time", answer(t, m, 4, 5, 6, 7, 8, 9), []activation.Detail{activation.Taking(0)}, []string{"too_fast"}, nil, "middle"},
		{"a clock that ran backwards", answer(t, m, 4, 5, 6, 7, 8, 9), []activation.Detail{activation.Taking(-1)}, nil, []string{"too_fast"}, "middle"},
		{"nothing answered", answer(t, m), []activation.Detail{activation.Taking(time.Second)}, []string{"too_many_missing"}, []string{"all_top", "too_fast"}, ""},
	} {
		got := m.Assess(c.answers, c.details...)
		var flags []string
		for _, f := range got.Quality.Flags {
			flags = append(flags, f.ID)
		}
		if !slices.Equal(flags, c.flags) || !slices.Equal(got.Quality.NotJudged, c.notJudged) || got.Level.ID != c.level {
			t.Errorf("%s: flags %v, not judged %v, level %q", c.name, flags, got.Quality.NotJudged, got.Level.ID)
		}
		if got.Quality.Judged+len(got.Quality.NotJudged) != 4 {
			t.Errorf("%s: %+v does not account for all four patterns", c.name, got.Quality)
		}
	}
	if got := m.AssessScore(score(10)); !slices.Equal(got.Quality.NotJudged, all) || !got.Flagged("all_top") {
		t.Errorf("a score without its answers: %+v", got.Quality)
	}
	if got := fromSet(t, "worry").AssessScore(score(6)); !got.Flagged("all_top") {
		t.Errorf("the best score is not at the top where lower is better: %+v", got.Quality)
	}
	if got := pam(t).AssessScore(score(100), activation.FromTable("sha256:ab")); !got.Flagged("all_top") || got.Level.ID != "level_4" || got.Table != "sha256:ab" {
		t.Errorf("%+v", got)
	}
}

func TestAssessmentRoundTrip(t *testing.T) {
	m := fromSet(t, "confidence")
	values := cmp.Comparer(func(a, b rule.Value) bool { return a == b })
	for name, a := range map[string]activation.Assessment{
		"whole":    m.Assess(answer(t, m, 10, 10, 10, 10, 10, 10), activation.On(on("2026-11-21"))),
		"too few":  m.Assess(answer(t, m, 4, nil)),
		"supplied": pam(t).AssessScore(score(67.1), activation.FromTable("sha256:ab")),
		"missing":  pam(t).AssessScore(rule.MissingValue(rule.Declined)),
	} {
		first, err := json.Marshal(a)
		if err != nil {
			t.Fatal(name, err)
		}
		var again activation.Assessment
		if err := json.Unmarshal(first, &again); err != nil {
			t.Fatal(name, err)
		}
		if diff := cmp.Diff(a, again, values); diff != "" {
			t.Errorf("%s: -before +after\n%s", name, diff)
		}
		second, _ := json.Marshal(again)
		if string(first) != string(second) {
			t.Errorf("%s: %s became %s", name, first, second)
		}
	}
}

// TestStableJSON fixes the form that records keep.
func TestStableJSON(t *testing.T) {
	a := pam(t).AssessScore(score(67.1), activation.On(on("2026-11-21")), activation.FromTable("sha256:ab"))
	a.Digest = "sha256:00"
	got, _ := json.Marshal(a)
	want := `{"measure":"pam-prescored","version":"1.0.0","digest":"sha256:00","on":"2026-11-21","table":"sha256:ab","score":67.1,` +
		`"cut_points":"pam_current","level":{"id":"level_3","label":"Level 3"},"basis":"evidence","source":"sralab_pam","quality":{"judged":1}}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestConcurrentUse(t *testing.T) {
	m := fromSet(t, "confidence")
	answers := answer(t, m, 4, 5, 6, 7, 8, 9)
	want, _ := json.Marshal(m.Assess(answers))
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 100 {
				got, _ := json.Marshal(m.Assess(answers))
				if string(got) != string(want) {
					t.Errorf("got %s", got)
					return
				}
			}
		})
	}
	wait.Wait()
}

// TestAllocations holds what a level costs: nothing by the model; for an Assessment the details, and the findings on
// quality where there are any.
func TestAllocations(t *testing.T) {
	m := pam(t)
	state := m.Model().NewState()
	if n := testing.AllocsPerRun(100, func() {
		state.Frame()[0] = 67.1
		m.Model().Eval(state)
	}); n != 0 {
		t.Errorf("the model allocates %v times", n)
	}
	v := score(67.1)
	if n := testing.AllocsPerRun(100, func() { m.AssessScore(v) }); n > 1 {
		t.Errorf("AssessScore allocates %v times", n)
	}
}
