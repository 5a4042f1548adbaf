package policy_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// world makes criteria ready over three truths a, b, c and three numbers n, m (0 to 10) and k (0 to 3).
func world(t testing.TB, criteria ...policy.Criterion) *policy.Policy {
	t.Helper()
	number := func(hi float64) *question.Number { return &question.Number{Range: [2]float64{0, hi}, Step: 1} }
	p, err := policy.CompileDefinition(policy.Definition{
		Header: schemas.Header{
			Kind: policy.KindChoiceRights, ID: "world", Version: "1.0.0", Title: "World",
			Sources: map[string]schemas.Source{"act": {Title: "An Act"}},
		},
		Facts: []question.Question{
			{ID: "a", Answer: question.YesNo}, {ID: "b", Answer: question.YesNo}, {ID: "c", Answer: question.YesNo},
			{ID: "n", Number: number(10)}, {ID: "m", Number: number(10)}, {ID: "k", Number: number(3)},
		},
		Criteria: criteria,
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// evaluate gives the findings for answers by id.
func evaluate(t testing.TB, p *policy.Policy, values map[string]any) []policy.Finding {
	t.Helper()
	answers, err := p.Sheet().Of(values)
	if err != nil {
		t.Fatal(err)
	}
	return p.Evaluate(policy.Given{Answers: answers})
}

// tri is true, false or unknown, for oracles that are written by hand.
type tri int

const (
	no tri = iota
	open
	yes
)

func (v tri) put(values map[string]any, id string) {
	if v != open {
		values[id] = v == yes
	}
}

// TestKleene goes through all 27 answers to for, when and unless, against a table written by hand.
func TestKleene(t *testing.T) {
	p := world(t, policy.Criterion{
		ID: "right", For: "a", When: "b", Unless: []policy.Exception{{ID: "except", When: "c"}}, Basis: "local",
	})
	for _, about := range []tri{no, open, yes} {
		for _, when := range []tri{no, open, yes} {
			for _, unless := range []tri{no, open, yes} {
				values := map[string]any{}
				about.put(values, "a")
				when.put(values, "b")
				unless.put(values, "c")
				want := policy.Unknown
				switch {
				case about == no:
					want = policy.NotApplicable
				case about == open:
				case when == no || unless == yes:
					want = policy.NotMet
				case when == yes && unless == no:
					want = policy.Met
				}
				f := evaluate(t, p, values)[0]
				if f.State != want {
					t.Errorf("%v is %s, want %s", values, f.State, want)
				}
				if (f.State == policy.Unknown) != (len(f.Missing) > 0) || (f.State == policy.Unknown) != (f.Reason != rule.Present) {
					t.Errorf("%v: %+v", values, f)
				}
				if (f.DecidedBy == "except") != (about == yes && when != no && unless == yes) {
					t.Errorf("%v is decided by %q", values, f.DecidedBy)
				}
			}
		}
	}
}

// TestLevels goes through all 27 answers to two levels and an exception.
func TestLevels(t *testing.T) {
	p := world(t, policy.Criterion{
		ID: "alarm", Levels: []policy.Level{{ID: "high", When: "a", Because: "High."}, {ID: "low", When: "b"}},
		Unless: []policy.Exception{{ID: "except", When: "c"}}, Because: "Some.", Basis: "local",
	})
	for _, high := range []tri{no, open, yes} {
		for _, low := range []tri{no, open, yes} {
			for _, unless := range []tri{no, open, yes} {
				values := map[string]any{}
				high.put(values, "a")
				low.put(values, "b")
				unless.put(values, "c")
				want, level := policy.Unknown, ""
				switch {
				case high == no && low == no || unless == yes:
					want = policy.NotMet
				case unless == open:
				case high == yes:
					want, level = policy.Met, "high"
				case high == no && low == yes:
					want, level = policy.Met, "low"
				}
				f := evaluate(t, p, values)[0]
				if f.State != want || f.Level != level {
					t.Errorf("%v is %s, want %s %s", values, f, want, level)
				}
				if because := map[string]string{"high": "High.", "low": "Some."}[level]; want == policy.Met && f.Because != because {
					t.Errorf("%v: because %q", values, f.Because)
				}
			}
		}
	}
}

func TestOutputsAreCodes(t *testing.T) {
	p := world(t,
		policy.Criterion{ID: "plain", When: "a", Basis: "local"},
		policy.Criterion{ID: "graded", Levels: []policy.Level{{ID: "high", When: "a"}}, Basis: "local"},
		policy.Criterion{ID: "second", When: `graded == "high"`, Basis: "local"},
	)
	var got []string
	for _, out := range p.Model().Outputs() {
		ids := []string{}
		for _, o := range out.Type.Options {
			ids = append(ids, o.ID)
		}
		got = append(got, out.Name+": "+strings.Join(ids, " "))
	}
	want := []string{"plain: not_applicable not_met met", "graded: not_applicable none high", "second: not_applicable not_met met"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if f := evaluate(t, p, map[string]any{"a": true})[2]; f.State != policy.Met {
		t.Errorf("%+v", f)
	}
	if f := evaluate(t, p, nil)[2]; f.State != policy.Unknown || strings.Join(f.Missing, " ") != "a" {
		t.Errorf("%v %q", f, f.Missing)
	}
}

func TestDespite(t *testing.T) {
	p := world(t, policy.Criterion{ID: "much", When: "n + m >= 10", Unless: []policy.Exception{{ID: "except", When: "k > 3 - n"}}, Basis: "local"})
	f := evaluate(t, p, map[string]any{"n": 10, "k": 0})[0]
	if f.State != policy.NotMet || f.DecidedBy != "except" {
		t.Errorf("%+v", f)
	}
	p = world(t, policy.Criterion{ID: "much", When: "n + m >= 10", Basis: "local"})
	if f := evaluate(t, p, map[string]any{"n": 10})[0]; f.State != policy.Met || strings.Join(f.Despite, " ") != "m" {
		t.Errorf("%+v", f)
	}
	if f := evaluate(t, p, map[string]any{"n": 9})[0]; f.State != policy.Unknown || f.Despite != nil || strings.Join(f.Missing, " ") != "m" {
		t.Errorf("%+v", f)
	}
}

func TestMissingNamesWhatCanStillDecide(t *testing.T) {
	p := world(t, policy.Criterion{ID: "right", For: "a", When: "b and n > 5", Unless: []policy.Exception{{ID: "x", When: "c"}, {ID: "y", When: "m > 5"}}, Basis: "local"})
	for want, values := range map[string]map[string]any{
		"a b n c m": {},
		"b c m":     {"a": true, "n": 7},
		"n m":       {"a": true, "b": true, "c": false},
		"c":         {"a": true, "b": true, "n": 7, "m": 0},
	} {
		if f := evaluate(t, p, values)[0]; strings.Join(f.Missing, " ") != want {
			t.Errorf("%v: %v, want %s", values, f.Missing, want)
		}
	}
}

// TestAnsweringNeverFlips holds the promise that answering a blank may turn unknown into known, and never one known state
// into another.
func TestAnsweringNeverFlips(t *testing.T) {
	p := world(t,
		policy.Criterion{ID: "one", For: "a or n > 3", When: "b and (c or m < k)", Unless: []policy.Exception{{ID: "x", When: "n == 7"}, {ID: "y", When: "not b and a"}}, Basis: "law"},
		policy.Criterion{ID: "two", Levels: []policy.Level{{ID: "high", When: "n + m >= 15"}, {ID: "middle", When: "k in [1, 3] and a"}, {ID: "low", When: "n > m"}}, Unless: []policy.Exception{{ID: "x", When: "c"}}, Basis: "law"},
		policy.Criterion{ID: "three", For: `one != "not_applicable"`, When: `one == "met" or two in ["high", "low"]`, Basis: "law"},
		policy.Criterion{ID: "four", When: "(a ? n : m) >= 5", Basis: "law"},
	)
	draw := rand.New(rand.NewPCG(3, 4))
	ids := p.Sheet().IDs()
	runs := 4000
	if testing.Short() {
		runs = 1000
	}
	turned := 0
	for range runs {
		values := map[string]any{}
		for _, id := range ids {
			if draw.IntN(2) == 0 {
				values[id] = value(draw, id)
			}
		}
		before := evaluate(t, p, values)
		id := ids[draw.IntN(len(ids))]
		if _, given := values[id]; given {
			continue
		}
		values[id] = value(draw, id)
		for i, after := range evaluate(t, p, values) {
			if before[i].State == policy.Unknown {
				if after.State != policy.Unknown {
					turned++
				}
				continue
			}
			if before[i].State != after.State || before[i].Level != after.Level {
				t.Fatalf("answering %s turned %v into %v with %v", id, before[i], after, values)
			}
		}
	}
	if turned == 0 {
		t.Error("no answer ever decided anything")
	}
}

func value(draw *rand.Rand, id string) any {
	switch id {
	case "a", "b", "c":
		return draw.IntN(2) == 0
	case "k":
		return draw.IntN(4)
	default:
		return draw.IntN(11)
	}
}

// TestAppendKeepsWhatWasFound holds that findings are added behind others, and that a slice that was used before leaves nothing of its own.
func TestAppendKeepsWhatWasFound(t *testing.T) {
	p := world(t,
		policy.Criterion{ID: "one", When: "n + m >= 10", Because: "B.", Gives: "Something.", Order: "n", Basis: "local"},
		policy.Criterion{ID: "two", Levels: []policy.Level{{ID: "high", When: "a"}}, Basis: "local"},
	)
	met, blank := map[string]any{"n": 10, "m": 9, "a": true}, map[string]any{"n": 1}
	answers, err := p.Sheet().Of(blank)
	if err != nil {
		t.Fatal(err)
	}
	used := append(evaluate(t, p, met), evaluate(t, p, met)...)
	first := used[0]
	for _, found := range [][]policy.Finding{used[:1], {first}} {
		want := append([]policy.Finding{first}, evaluate(t, p, blank)...)
		if diff := cmp.Diff(want, p.Append(found, policy.Given{Answers: answers}), cmp.AllowUnexported(rule.Value{})); diff != "" {
			t.Error(diff)
		}
	}
}

func TestFindingRoundTrip(t *testing.T) {
	p := world(t,
		policy.Criterion{ID: "one", Title: "One", Kind: "x", Alert: true, When: "n + m >= 10", Because: "B.", Order: "n / k", Intensity: "low", Basis: "law", Source: &schemas.Cite{Ref: "act", At: "p. 1"}},
		policy.Criterion{ID: "two", Levels: []policy.Level{{ID: "high", When: "a"}}, Order: "n", Basis: "local"},
	)
	for _, values := range []map[string]any{
		{}, {"a": true}, {"n": 10}, {"n": 10, "a": true, "k": 2}, {"n": 10, "k": 0}, {"n": 1, "m": 1, "a": false},
	} {
		found := evaluate(t, p, values)
		text, err := json.Marshal(found)
		if err != nil {
			t.Fatal(err)
		}
		var again []policy.Finding
		if err := json.Unmarshal(text, &again); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if diff := cmp.Diff(found, again, cmp.AllowUnexported(rule.Value{})); diff != "" {
			t.Errorf("%s\n%s", text, diff)
		}
	}
	var s policy.State
	if err := s.UnmarshalText([]byte("maybe")); err == nil {
		t.Error("maybe is a state")
	}
	if policy.State(99).String() != "unknown" {
		t.Error(policy.State(99))
	}
}

// compiled gives a model with one criterion that is known for the inputs, for measurements.
func compiled(t testing.TB) (*rule.Model, *rule.State) {
	t.Helper()
	p := world(t,
		policy.Criterion{ID: "one", For: "n >= 2", When: "a and (b or m > 3)", Unless: []policy.Exception{{ID: "x", When: "c"}}, Order: "n + 1", Basis: "local"},
		policy.Criterion{ID: "two", Levels: []policy.Level{{ID: "high", When: "n + m >= 15"}, {ID: "low", When: "n > 5"}}, Basis: "local"},
	)
	s := p.Model().NewState()
	copy(s.Frame(), []float64{1, 0, 0, 6, 5, 2})
	return p.Model(), s
}

func TestEvalAllocatesNothing(t *testing.T) {
	m, s := compiled(t)
	if n := testing.AllocsPerRun(100, func() { m.Eval(s) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	slot, _ := m.Slot("two")
	if got := m.Type(slot).Format(s.Get(slot)); got != "low" {
		t.Errorf("two is %s", got)
	}
}

func BenchmarkEval(b *testing.B) {
	b.Run("model", func(b *testing.B) {
		m, s := compiled(b)
		for b.Loop() {
			m.Eval(s)
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		f := []float64{1, 0, 0, 6, 5, 2, 0, 0}
		for b.Loop() {
			handwritten(f)
		}
	})
}

// handwritten is what a programmer would write for the same two criteria, blanks and all.
//
//go:noinline
func handwritten(f []float64) {
	a, x, c, n, m := f[0], f[1], f[2], f[3], f[4]
	unknown := rule.NA(rule.Blank)
	switch {
	case n != n:
		f[6] = unknown
	case n < 2:
		f[6] = 0
	case a == 0 || x == 0 && m <= 3 || c == 1:
		f[6] = 1
	case a == 1 && (x == 1 || m > 3) && c == 0:
		f[6] = 2
	default:
		f[6] = unknown
	}
	switch {
	case n+m >= 15:
		f[7] = 2
	case n+m < 15 && n > 5:
		f[7] = 3
	case n+m < 15 && n <= 5:
		f[7] = 1
	default:
		f[7] = unknown
	}
}

func TestFaultsInCodeHavePaths(t *testing.T) {
	_, err := policy.CompileDefinition(policy.Definition{
		Header:   schemas.Header{Kind: policy.KindChoiceRights, ID: "x", Version: "1.0.0", Title: "X"},
		Criteria: []policy.Criterion{{ID: "one", When: "nothing", Basis: "law"}},
	}, nil)
	var list diag.List
	if l, ok := err.(diag.List); ok {
		list = l
	}
	if len(list) != 1 || list[0].Path != "/criteria/0/when" {
		t.Errorf("%v", err)
	}
	if got := fmt.Sprint(policy.Finding{ID: "a", State: policy.Met, Level: "high"}); got != "a: met (high)" {
		t.Error(got)
	}
}
