package derived_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// slots is a vocabulary of a number that is what the structure is, and of a word that it may have.
var slots = derived.New(
	[]derived.Finder[float64]{
		derived.Number("x.n", "a number", "", derived.Scale{Lo: -1, Hi: 1}, func(v float64) derived.Answer { return derived.Amount(v, "n") }),
	},
	[]derived.Finder[float64]{
		derived.Code("x.word", "a word", "", []string{"low", "high"}, func(v float64) string { return map[float64]string{-1: "low", 1: "high", 0.5: "middle"}[v] }),
	},
)

// TestEvery holds what a list of fields comes to, by hand.
func TestEvery(t *testing.T) {
	for _, c := range []struct {
		fields          string // + good, - bad
		all, any, count derived.Answer
	}{
		{"", derived.Has(false, "none"), derived.Has(false, "none"), derived.Amount(0, "none")},
		{"+", derived.Has(true, "0"), derived.Has(true, "0"), derived.Amount(1, "0")},
		{"-", derived.Has(false, "0"), derived.Has(false, "none"), derived.Amount(0, "none")},
		{"+-+", derived.Has(false, "1"), derived.Has(true, "0", "2"), derived.Amount(2, "0", "2")},
		{"--", derived.Has(false, "0", "1"), derived.Has(false, "none"), derived.Amount(0, "none")},
	} {
		var e derived.Every
		for i, sign := range c.fields {
			e.See(sign == '+', string(rune('0'+i)))
		}
		for name, diff := range map[string]string{
			"all": cmp.Diff(c.all, e.All("none")), "any": cmp.Diff(c.any, e.Any("none")), "count": cmp.Diff(c.count, e.Count("none")),
		} {
			if diff != "" {
				t.Errorf("%s of %q: %s", name, c.fields, diff)
			}
		}
	}
}

// TestReadKeepsRanges holds that what leaves a vocabulary lies in the range of its fact, or is missing with a reason.
func TestReadKeepsRanges(t *testing.T) {
	for _, c := range []struct {
		in      float64
		n, word string
	}{
		{-1, "-1", "0"}, {1, "1", "1"}, {0.25, "0.25", "not_supplied"}, {0.5, "0.5", "invalid"},
		{1.01, "invalid", "not_supplied"}, {-1.01, "invalid", "not_supplied"}, {math.Inf(1), "invalid", "not_supplied"},
		{math.Inf(-1), "invalid", "not_supplied"}, {rule.NA(rule.Blank), "blank", "not_supplied"},
	} {
		facts := slots.Read(c.in)
		frame := []float64{7, 7, 7}
		slots.Fill(frame, facts)
		for i, want := range []string{c.n, c.word, "7"} {
			if got := rule.FormatNumber(frame[i]); got != want {
				t.Errorf("%v fills place %d with %s, want %s", c.in, i, got, want)
			}
		}
		if got := rule.FormatNumber(facts.Value("x.n").Slot()); got != c.n {
			t.Errorf("%v has the value %s, want %s", c.in, got, c.n)
		}
	}
}

// TestNothingIsNotSupplied holds that facts of nothing, of other structures and of no name are unknown, and never no.
func TestNothingIsNotSupplied(t *testing.T) {
	var none derived.Facts
	for _, f := range []derived.Facts{none, visits.Read(&Visit{}), slots.Read(1)} {
		if f.Value("x.nothing").Reason() != rule.NotSupplied || f.At("x.nothing") != nil {
			t.Error("a fact that there is not has a value")
		}
	}
	frame := make([]float64, slots.Len())
	slots.Fill(frame, none)
	for i, v := range frame {
		if rule.ReasonOf(v) != rule.NotSupplied {
			t.Errorf("place %d of no facts is %v", i, v)
		}
	}
}

// TestFillAllocatesNothing holds what a report for many people relies on.
func TestFillAllocatesNothing(t *testing.T) {
	facts, frame := slots.Read(1), make([]float64, slots.Len())
	if n := testing.AllocsPerRun(100, func() { slots.Fill(frame, facts) }); n > 0 {
		t.Errorf("to fill a frame takes %v allocations", n)
	}
}

// TestVocabularyIsImmutable holds that nobody can change facts by what they were given.
func TestVocabularyIsImmutable(t *testing.T) {
	facts := slots.Read(1)
	facts.At("x.n")[0] = "elsewhere"
	slots.All()[0].Name = "other"
	slots.Inputs()[1].Name = "other"
	if at := facts.At("x.n"); at[0] != "n" || slots.All()[0].Name != "x.n" || slots.Inputs()[1].Name != "x.word" {
		t.Errorf("%v %v", at, slots.All())
	}
}

// TestTablesOfOneName holds that the first fact of a name is the one that is found.
func TestTablesOfOneName(t *testing.T) {
	same := func(n int) derived.Finder[int] {
		return derived.Number("same", "a number", "", derived.Scale{Hi: 9, Step: 1}, func(int) derived.Answer { return derived.Amount(n) })
	}
	v := derived.New([]derived.Finder[int]{same(1), same(2)})
	if n, _ := v.Read(0).Value("same").Number(); n != 1 || v.Len() != 2 {
		t.Errorf("%v of %d", n, v.Len())
	}
}

// TestPage holds the columns and the words for what a fact can come to; ExampleVocabulary_Page shows the rest.
func TestPage(t *testing.T) {
	none := derived.New([]derived.Finder[int]{
		derived.Code("a", "one", "", make([]string, 1), func(int) string { return "" }),
		derived.Code("b", "two", "", []string{"x", "y"}, func(int) string { return "" }),
	})
	want := "top\n| fact | values | what it says |\n|---|---|---|\n| `a` | a word of the policy | one |\n| `b` | x, y | two |\nend\n"
	if diff := cmp.Diff(want, none.Page("top\n", "end\n")); diff != "" {
		t.Error(diff)
	}
	if page := slots.Page("", ""); !strings.Contains(page, "| -1 to 1 |") {
		t.Errorf("a number without a unit: %s", page)
	}
}

// BenchmarkRead reads two facts off a visit and fills a frame. The hand-written one keeps neither names nor fields.
func BenchmarkRead(b *testing.B) {
	visit := &Visit{Day: "2026-11-22", Present: []string{"Mary"}}
	frame := make([]float64, visits.Len())
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			visits.Fill(frame, visits.Read(visit))
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			frame[0] = 0
			if visit.Day != "" {
				frame[0] = 1
			}
			frame[1] = float64(len(visit.Present))
		}
	})
}
