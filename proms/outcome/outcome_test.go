package outcome_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/proms/outcome"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// ids are the findings of the shipped set, in its order.
var ids = []string{"at_caseness", "reliable_improvement", "recovery", "reliable_recovery", "reliable_deterioration", "no_reliable_change"}

// said gives the states of all findings in one line.
func said(o outcome.Outcome) string {
	var words []string
	for _, id := range ids {
		f, found := o.Finding(id)
		if !found {
			return "no " + id
		}
		words = append(words, f.State.String())
	}
	return strings.Join(words, " ")
}

// byHand is the rule book of NHS Talking Therapies, written down for four whole scores without the library.
func byHand(phqFirst, gadFirst, phqLast, gadLast int) string {
	yes := func(b bool) string {
		if b {
			return "met"
		}
		return "not_met"
	}
	atCaseness := phqFirst > 9 || gadFirst > 7
	fell := phqFirst-phqLast > 5 || gadFirst-gadLast > 3
	rose := phqLast-phqFirst > 5 || gadLast-gadFirst > 3
	recovered := phqLast <= 9 && gadLast <= 7
	recovery, reliable := "not_applicable", "not_applicable"
	if atCaseness {
		recovery, reliable = yes(recovered), yes(recovered && fell && !rose)
	}
	return strings.Join([]string{yes(atCaseness), yes(fell && !rose), recovery, reliable, yes(rose && !fell), yes(fell == rose)}, " ")
}

// TestPublishedRows holds the rows that were worked out from the published rules.
func TestPublishedRows(t *testing.T) {
	s := talking(t)
	for _, c := range []struct {
		first, last [2]int
		want        string
	}{
		{[2]int{15, 12}, [2]int{9, 7}, "met met met met not_met not_met"},
		{[2]int{15, 12}, [2]int{9, 8}, "met met not_met not_met not_met not_met"},
		{[2]int{11, 7}, [2]int{9, 7}, "met not_met met not_met not_met met"},
		{[2]int{15, 8}, [2]int{9, 12}, "met not_met not_met not_met not_met met"},
		{[2]int{9, 7}, [2]int{3, 3}, "not_met met not_applicable not_applicable not_met not_met"},
		{[2]int{15, 12}, [2]int{9, blank}, "met unknown unknown unknown unknown unknown"},
	} {
		if got := said(s.Evaluate(ends(s, c.first[0], c.first[1]), ends(s, c.last[0], c.last[1]))); got != c.want {
			t.Errorf("%v to %v: %s, want %s", c.first, c.last, got, c.want)
		}
	}
}

// TestAgainstOracle holds every pair of readings around the cut-offs and thresholds, and a sample of all 379,456, against the
// rules by hand.
func TestAgainstOracle(t *testing.T) {
	s := talking(t)
	try := func(a, b, c, d int) {
		if got, want := said(s.Evaluate(ends(s, a, b), ends(s, c, d))), byHand(a, b, c, d); got != want {
			t.Fatalf("(%d, %d) to (%d, %d): %s, by hand %s", a, b, c, d, got, want)
		}
	}
	phq, gad := []int{0, 3, 4, 9, 10, 15, 16, 27}, []int{0, 3, 4, 7, 8, 11, 12, 21}
	for _, a := range phq {
		for _, b := range gad {
			for _, c := range phq {
				for _, d := range gad {
					try(a, b, c, d)
				}
			}
		}
	}
	random := rand.New(rand.NewPCG(9, 7))
	sample := 3000
	if testing.Short() {
		sample = 500
	}
	for range sample {
		try(random.IntN(28), random.IntN(22), random.IntN(28), random.IntN(22))
	}
}

// TestBlanks holds that filling a blank may turn unknown into an answer and never the one answer into the other, and that
// without a last score nothing is said of the course.
func TestBlanks(t *testing.T) {
	s := talking(t)
	random := rand.New(rand.NewPCG(3, 1))
	sample := 60
	if testing.Short() {
		sample = 10
	}
	for range sample {
		whole := [4]int{random.IntN(28), random.IntN(22), random.IntN(28), random.IntN(22)}
		full := strings.Fields(byHand(whole[0], whole[1], whole[2], whole[3]))
		for mask := 1; mask < 16; mask++ {
			some := whole
			for k := range some {
				if mask>>k&1 == 1 {
					some[k] = blank
				}
			}
			o := s.Evaluate(ends(s, some[0], some[1]), ends(s, some[2], some[3]))
			for i, word := range strings.Fields(said(o)) {
				f, _ := o.Finding(ids[i])
				if word != "unknown" && word != full[i] {
					t.Fatalf("%v gives %s %s, and %v gives %s", some, ids[i], word, whole, full[i])
				}
				if gone := some[2] == blank || some[3] == blank; gone && i > 0 && word != "unknown" && word != "not_applicable" {
					t.Fatalf("%v: %s is %s without a last score", some, ids[i], word)
				}
				if word == "unknown" && (len(f.Missing) == 0 || f.Reason.String() != "too_few") {
					t.Fatalf("%v: %s is unknown for %v %v", some, ids[i], f.Reason, f.Missing)
				}
				for _, name := range f.Missing {
					if k := slices.Index([]string{"phq.first", "gad.first", "phq.last", "gad.last"}, name); k < 0 || some[k] != blank {
						t.Fatalf("%v: %s misses %q", some, ids[i], f.Missing)
					}
				}
			}
		}
	}
}

// TestMirror holds that going back turns improvement into deterioration.
func TestMirror(t *testing.T) {
	s := talking(t)
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		a, b := ends(s, random.IntN(28), random.IntN(22)), ends(s, random.IntN(28), random.IntN(22))
		there, back := s.Evaluate(a, b), s.Evaluate(b, a)
		for _, pair := range [][2]string{{"reliable_improvement", "reliable_deterioration"}, {"no_reliable_change", "no_reliable_change"}} {
			x, _ := there.Finding(pair[0])
			y, _ := back.Finding(pair[1])
			if x.State != y.State {
				t.Fatalf("%s there is %s, and %s back is %s", pair[0], x.State, pair[1], y.State)
			}
		}
	}
}

func TestWhatDecided(t *testing.T) {
	s := talking(t)
	o := s.Evaluate(ends(s, 15, 8), ends(s, 9, 12))
	f, _ := o.Finding("reliable_improvement")
	if f.DecidedBy != "gad_worse" || f.Because == "" || f.Source == nil || f.Source.Ref != "talking_therapies_manual" {
		t.Errorf("%+v", f)
	}
	if f, _ := o.Finding("reliable_deterioration"); f.Source == nil || f.Source.Verified {
		t.Errorf("what nobody has read passes for verified: %+v", f)
	}
	if _, found := o.Finding("nothing"); found {
		t.Error("there is a finding of no such name")
	}
	steps := s.Explain(o, "reliable_improvement")
	if len(steps) < 2 || !strings.Contains(steps[0], "-6") || !strings.Contains(steps[len(steps)-1], "not_met") {
		t.Errorf("%q", steps)
	}
	if steps := s.Explain(o, "at_caseness"); len(steps) == 0 {
		t.Error("the start is not explained")
	}
	if steps := s.Explain(o, "nothing"); steps != nil {
		t.Errorf("%q", steps)
	}
	if steps := s.Explain(outcome.Outcome{}, "recovery"); len(steps) == 0 {
		t.Error("an empty outcome is not explained")
	}
}

// TestResultsThatDoNotCount holds that a result which is not one of the measure's counts as missing, and says why.
func TestResultsThatDoNotCount(t *testing.T) {
	s := talking(t)
	good := ends(s, 15, 12)
	version := slices.Clone(ends(s, 3, 2))
	version[0].Version = "2.0.0"
	outside := ends(s, 28, 2)
	for name, c := range map[string]struct {
		last    []proms.Result
		refused outcome.Refusal
		value   string
	}{
		"no result":                   {nil, "", "not_supplied"},
		"only another questionnaire":  {[]proms.Result{{Questionnaire: "who-5", Version: "1.0.0"}, ends(s, 3, 2)[1]}, "", "not_supplied"},
		"another major version":       {version, outcome.OtherVersion, "not_supplied"},
		"two results at one end":      {append(ends(s, 3, 2), ends(s, 9, 9)[0]), outcome.TwoResults, "not_supplied"},
		"a value that there is not":   {outside, "", "invalid"},
		"a result that has no scores": {[]proms.Result{{Questionnaire: "phq-9", Version: "1.0.0"}, ends(s, 3, 2)[1]}, "", "not_supplied"},
	} {
		o := s.Evaluate(good, c.last)
		if r := o.Measures[0]; r.LastRefused != c.refused || r.Last.String() != c.value || r.FirstRefused != "" || r.Change.String() != c.value {
			t.Errorf("%s: %+v", name, r)
		}
		if got := said(o); got != "met unknown unknown unknown unknown unknown" {
			t.Errorf("%s: %s", name, got)
		}
		if o := s.Evaluate(c.last, good); o.Measures[0].FirstRefused != c.refused {
			t.Errorf("%s at the start: %+v", name, o.Measures[0])
		}
	}
}

// TestImputed holds that a finding tells of blanks that were filled in a score that it rests on.
func TestImputed(t *testing.T) {
	s := talking(t)
	q := s.Questionnaires()
	answers, err := q[0].Answers(map[string]any{"q1": 1, "q2": 1, "q3": 1, "q4": 1, "q5": 1, "q6": 1, "q7": 1})
	if err != nil {
		t.Fatal(err)
	}
	o := s.Evaluate(ends(s, 15, 12), []proms.Result{q[0].Score(answers), result(q[1], 7)})
	if r := o.Measures[0]; r.FirstImputed || !r.LastImputed || o.Measures[1].LastImputed {
		t.Errorf("%+v", o.Measures)
	}
	for _, f := range append(o.Start, o.Outcomes...) {
		if f.Imputed != (f.ID != "at_caseness") {
			t.Errorf("%s: imputed is %v", f.ID, f.Imputed)
		}
	}
}

func TestFirstAndLast(t *testing.T) {
	s := talking(t)
	day := func(d int) day.Day { return day.New(2026, 5, d) }
	visits := []outcome.Visit{
		{On: day(20), Results: ends(s, 9, blank)}, {On: day(1), Results: ends(s, 15, 12)[:1]}, {On: day(8), Results: ends(s, 27, 12)},
	}
	first, last := outcome.FirstAndLast(visits)
	o := s.Evaluate(first, last)
	if o.Measures[0].First.String() != "15" || o.Measures[0].Last.String() != "9" || o.Measures[1].First.String() != "12" {
		t.Errorf("%+v", o.Measures)
	}
	if got := said(o); got != "met unknown unknown unknown unknown unknown" {
		t.Errorf("with a last form that could not be scored: %s", got)
	}
	if visits[0].On != day(20) {
		t.Error("the visits were put into another order")
	}
	first, last = outcome.FirstAndLast(visits[1:2])
	if len(first) != 1 || len(last) != 0 {
		t.Errorf("a single visit has %d first and %d last results", len(first), len(last))
	}
	if first, last = outcome.FirstAndLast(nil); first != nil || last != nil {
		t.Error("no visit has results")
	}
}

// TestRoundTrip holds that an outcome in JSON is stable and decodes to the same outcome, from many goroutines at once.
func TestRoundTrip(t *testing.T) {
	s := talking(t)
	var all sync.WaitGroup
	for _, last := range [][]proms.Result{ends(s, 9, 7), ends(s, 9, blank), nil} {
		all.Go(func() {
			o := s.Evaluate(ends(s, 15, 12), last)
			text, err := json.Marshal(o)
			if err != nil {
				t.Error(err)
			}
			var back outcome.Outcome
			if err := json.Unmarshal(text, &back); err != nil {
				t.Errorf("%v in %s", err, text)
			}
			if again, _ := json.Marshal(back); !bytes.Equal(text, again) || !reflect.DeepEqual(o, back) {
				t.Errorf("%s\n%s", text, again)
			}
			if second, _ := json.Marshal(s.Evaluate(ends(s, 15, 12), last)); !bytes.Equal(text, second) {
				t.Errorf("%s\n%s", text, second)
			}
		})
	}
	all.Wait()
}

// FuzzEvaluate holds that no result that comes from a file can break an evaluation, or make an outcome of a last score that is not there.
func FuzzEvaluate(f *testing.F) {
	s := talking(f)
	good, _ := json.Marshal(ends(s, 9, 7))
	f.Add(good)
	f.Add([]byte(`[{"questionnaire":"phq-9","version":"1","scores":[{"id":"total","value":1e308}]},{"questionnaire":"gad-7","version":"","scores":[]}]`))
	f.Add([]byte(`[{"questionnaire":"gad-7","version":"1.0.0","scores":[{"id":"total","value":{"missing":"declined"}}]}]`))
	f.Fuzz(func(t *testing.T, src []byte) {
		var last []proms.Result
		if json.Unmarshal(src, &last) != nil {
			return
		}
		o := s.Evaluate(ends(s, 15, 12), last)
		_, phq := o.Measures[0].Last.Number()
		_, gad := o.Measures[1].Last.Number()
		for _, found := range o.Outcomes {
			if known := found.State != policy.Unknown; known != (phq && gad) {
				t.Errorf("%s with last scores %v and %v", found, o.Measures[0].Last, o.Measures[1].Last)
			}
		}
		if _, err := json.Marshal(o); err != nil {
			t.Error(err)
		}
		s.Evaluate(last, last)
	})
}

// BenchmarkEvaluate holds an outcome with all its reasons beside the bare words by hand.
func BenchmarkEvaluate(b *testing.B) {
	s := talking(b)
	first, last := ends(s, 15, 12), ends(s, 9, 7)
	b.Run("handwritten", func(b *testing.B) {
		for b.Loop() {
			if byHand(15, 12, 9, 7) == "" {
				b.Fatal("nothing")
			}
		}
	})
	b.Run("evaluate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if o := s.Evaluate(first, last); o.Outcomes[0].State != policy.Met {
				b.Fatal(o.Outcomes[0])
			}
		}
	})
}
