package proms

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// changing makes the questionnaire whose scores have every kind of published change.
func changing(t testing.TB) *Questionnaire {
	t.Helper()
	src, err := os.ReadFile("testdata/change.yaml")
	if err != nil {
		t.Fatal(err)
	}
	q, err := Load("change.yaml", src)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// measured scores worry and calm; nil is a blank.
func measured(t testing.TB, q *Questionnaire, worry, calm any) Result {
	t.Helper()
	answers, err := q.Answers(map[string]any{"worry": worry, "calm": calm})
	if err != nil {
		t.Fatal(err)
	}
	return q.Score(answers)
}

// states lists what became of the published sizes of a score.
func states(c Change, id string) string {
	s, _ := c.Score(id)
	var words []string
	for _, r := range s.Important {
		words = append(words, r.State.String())
	}
	return strings.Join(words, " ")
}

func TestChange(t *testing.T) {
	q := changing(t)
	for _, c := range []struct {
		name                 string
		before, after        any
		delta, percent, want string
		course               Course
	}{
		{"four points better are reliable, and 40 percent", 10, 6, "-4", "-40", "met met not_met not_applicable not_applicable", CourseBetter},
		{"three points are not reliable, and 30 percent", 10, 7, "-3", "-30", "not_met met not_met not_applicable not_applicable", CourseBetter},
		{"exactly 25 percent", 16, 12, "-4", "-25", "met met not_applicable not_applicable not_applicable", CourseBetter},
		{"worse by two, from within the baseline", 5, 7, "2", "40", "not_met not_met met not_applicable not_applicable", CourseWorse},
		{"worse by two, from below the baseline", 4, 6, "2", "50", "not_met not_met not_applicable not_applicable not_applicable", CourseWorse},
		{"worse by four from zero: of nothing there is no percentage", 0, 4, "4", "undefined", "met unknown not_applicable not_applicable not_applicable", CourseWorse},
		{"the same", 9, 9, "0", "0", "not_met not_met not_met not_applicable not_applicable", CourseSame},
		{"not known before", nil, 9, "blank", "blank", "unknown unknown unknown not_applicable not_applicable", ""},
		{"not known after", 9, nil, "blank", "blank", "unknown unknown unknown not_applicable not_applicable", ""},
		{"not known after, and before it was out of the baseline", 1, nil, "blank", "blank", "unknown unknown not_applicable not_applicable not_applicable", ""},
	} {
		got := q.Change(measured(t, q, c.before, nil), measured(t, q, c.after, nil))
		s, _ := got.Score("worried")
		if s.Delta.String() != c.delta || s.Percent.String() != c.percent || s.Course != c.course || states(got, "worried") != c.want {
			t.Errorf("%s: %v points, %v percent, %q, %s\nwant %v, %v, %q, %s", c.name, s.Delta, s.Percent, s.Course, states(got, "worried"),
				c.delta, c.percent, c.course, c.want)
		}
		for _, r := range s.Important {
			if (r.State.String() == "unknown") != (r.Reason != rule.Present) {
				t.Errorf("%s: %s with the reason %s", c.name, r.State, r.Reason)
			}
		}
		if got.Refused != "" || len(got.Cautions) > 0 {
			t.Errorf("%s: %q %v", c.name, got.Refused, got.Cautions)
		}
	}
	// Higher is better, and neither is.
	up := q.Change(measured(t, q, 1, 5), measured(t, q, 1, 8))
	if s, _ := up.Score("calmness"); s.Course != CourseBetter || states(up, "calmness") != "met" {
		t.Errorf("%+v", s)
	}
	down := q.Change(measured(t, q, 1, 8), measured(t, q, 1, 2))
	if s, _ := down.Score("both"); s.Course != "" || states(down, "both") != "met" || states(down, "calmness") != "not_met" {
		t.Errorf("%+v", s)
	}
}

// TestChangeMirrors holds over all pairs that looking back turns better into worse, and leaves sizes for either direction alone.
func TestChangeMirrors(t *testing.T) {
	q := changing(t)
	var results []Result
	for worry := range 21 {
		results = append(results, measured(t, q, worry, 0))
	}
	opposite := map[Course]Course{CourseBetter: CourseWorse, CourseWorse: CourseBetter, CourseSame: CourseSame}
	for before := range results {
		for after := range results {
			there, _ := q.Change(results[before], results[after]).Score("worried")
			back, _ := q.Change(results[after], results[before]).Score("worried")
			if there.Course != opposite[back.Course] || there.Important[0].State != back.Important[0].State {
				t.Fatalf("%d to %d: %+v and back %+v", before, after, there, back)
			}
			reliable := int(math.Abs(float64(after-before))) >= 4
			quarter := before > 0 && 4*(before-after) >= before
			if met := there.Important[0].State.String() == "met"; met != reliable {
				t.Errorf("%d to %d is reliable: %v", before, after, met)
			}
			if met := there.Important[1].State.String() == "met"; met != quarter {
				t.Errorf("%d to %d is a quarter: %v", before, after, met)
			}
		}
	}
}

func TestChangeRefuses(t *testing.T) {
	q := changing(t)
	ours := measured(t, q, 10, 10)
	other, newer, minor, patched, impossible := ours, ours, ours, ours, measured(t, q, 10, 10)
	other.Questionnaire = "calm"
	newer.Version = "2.0.0"
	minor.Version = "1.9.0"
	patched.Digest = "sha256:00"
	impossible.Scores = slices.Clone(impossible.Scores)
	impossible.Scores[0].Value = rule.ValueOf(21)
	for name, c := range map[string]struct {
		kept     Result
		refused  Refusal
		cautions []Caution
		delta    string
	}{
		"another questionnaire":  {other, OtherQuestionnaire, nil, "not_supplied"},
		"no result":              {Result{}, OtherQuestionnaire, nil, "not_supplied"},
		"another major version":  {newer, OtherVersion, nil, "not_supplied"},
		"another minor version":  {minor, "", nil, "0"},
		"other bytes":            {patched, "", []Caution{OtherDefinition}, "0"},
		"a value out of range":   {impossible, "", nil, "invalid"},
		"a result without score": {Result{Questionnaire: "worry", Version: "1.0.0", Digest: q.Digest()}, "", nil, "not_supplied"},
	} {
		for _, got := range []Change{q.Change(c.kept, ours), q.Change(ours, c.kept)} {
			s, found := got.Score("worried")
			if !found || got.Refused != c.refused || !slices.Equal(got.Cautions, c.cautions) || s.Delta.String() != c.delta {
				t.Errorf("%s: %q %v, changed by %v", name, got.Refused, got.Cautions, s.Delta)
			}
			if _, known := s.Delta.Number(); !known && strings.Contains(states(got, "worried"), "met") {
				t.Errorf("%s: %s", name, states(got, "worried"))
			}
		}
	}
	if _, found := q.Change(ours, ours).Score("nothing"); found {
		t.Error("there is a score of no such name")
	}
	if s, _ := q.Kept(ours, "nothing"); s.Value.Reason() != rule.NotSupplied {
		t.Errorf("a score of no such name is %v", s.Value)
	}
}

func TestChangeTellsOfBlanksThatWereFilled(t *testing.T) {
	q := shipped(t, "gad-7")
	answers, err := q.Answers(map[string]any{"q1": 1, "q2": 1, "q3": 1, "q4": 1, "q5": 1, "q6": 1})
	if err != nil {
		t.Fatal(err)
	}
	r := q.Score(answers)
	c := q.Change(r, r)
	if s, _ := c.Score("total"); !s.Imputed || !slices.Equal(c.Cautions, []Caution{BlanksFilled}) {
		t.Errorf("%+v", c)
	}
}

// TestChangeRoundTrip holds that a change in JSON is stable and decodes to the same change.
func TestChangeRoundTrip(t *testing.T) {
	q := changing(t)
	for _, pair := range [][2]any{{10, 6}, {nil, 3}, {0, 0}, {0, 7}} {
		c := q.Change(measured(t, q, pair[0], 4), measured(t, q, pair[1], nil))
		text, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back Change
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		if again, _ := json.Marshal(back); !bytes.Equal(text, again) || !reflect.DeepEqual(c, back) {
			t.Errorf("%s\n%s", text, again)
		}
	}
}

// FuzzKeptResults holds that no result that comes from a file can break a change, or bring a number that the score cannot have.
func FuzzKeptResults(f *testing.F) {
	q := changing(f)
	ours := measured(f, q, 10, 10)
	good, _ := json.Marshal(ours)
	f.Add(good)
	f.Add([]byte(`{"questionnaire":"worry","version":"1","scores":[{"id":"worried","value":1e308},{"id":"worried","value":3}]}`))
	f.Add([]byte(`{"questionnaire":"worry","version":"1.0.0","scores":[{"id":"worried","value":{"missing":"declined"}}]}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		var r Result
		if json.Unmarshal(src, &r) != nil {
			return
		}
		for _, c := range []Change{q.Change(r, ours), q.Change(ours, r), q.Change(r, r)} {
			for _, s := range c.Scores {
				if d, known := s.Delta.Number(); known && (math.IsNaN(d) || math.Abs(d) > 40 || c.Refused != "") {
					t.Errorf("%s changed by %v, %q", s.ID, d, c.Refused)
				}
			}
			if _, err := json.Marshal(c); err != nil {
				t.Error(err)
			}
		}
	})
}
