package values

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Shares of ranks add up to 1 for every option and, without ties, for every rank.
func TestRanksAddUp(t *testing.T) {
	table := matrix(t, unit(t, 3), [][]float64{{0.2, 0.7, 0.5}, {0.9, 0.1, 0.3}, {0.4, 0.4, 0.6}, {0.5, 0.2, 0.8}, {0.3, 0.3, 0.3}})
	for name, p := range answers(t, table.attributes) {
		out := made[Acceptability](t)(table.Acceptability(p, Sampling{}))
		for i := range out.Options {
			row, column := 0.0, 0.0
			for r := range out.Options {
				row += out.Options[i].Ranks[r].Value
				column += out.Options[r].Ranks[i].Value
			}
			if math.Abs(row-1) > 1e-12 || math.Abs(column-1) > 1e-12 {
				t.Errorf("%s: option %d adds up to %v, rank %d to %v", name, i, row, i+1, column)
			}
		}
	}
}

// Eight attributes of which all but two are rated leave two ways to move, and that is exact.
func TestExactBeyondThreeAttributes(t *testing.T) {
	table := benchTable(t, false)
	p := made[*Preference](t)(table.attributes.Rating(Said("a", 10), Said("b", 90), Said("c", 0), Said("d", 40), Said("e", 70), Said("f", 20)))
	exact := made[Acceptability](t)(table.Acceptability(p, Sampling{}))
	if !exact.Exact {
		t.Fatal("not exact")
	}
	matters := []bool{true, true, true, true, true, true, true, true}
	drawn, _, err := table.sampledAcceptance([]int{0, 1, 2, 3, 4}, matters, p.region, Sampling{Draws: 20000, Seed: 3})
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "two open", drawn, exact.Options)
}

func TestSettledWeightsGiveWholeShares(t *testing.T) {
	a := unit(t, 4)
	table := matrix(t, a, [][]float64{{1, 0, 0, 0}, {0, 1, 0, 0}, {0.5, 0.5, 0, 0}})
	out := made[Acceptability](t)(table.Acceptability(made[*Preference](t)(a.Points(Said("a", 60), Said("b", 40))), Sampling{}))
	want := [][]float64{{1, 0, 0}, {0, 0, 1}, {0, 1, 0}}
	for i, o := range out.Options {
		for r, share := range o.Ranks {
			if share != (Share{Value: want[i][r]}) {
				t.Errorf("option %d rank %d: %v", i, r+1, share)
			}
		}
	}
	if !out.Exact || !cmp.Equal(out.Options[0].Central, []float64{0.6, 0.4, 0, 0}, near) || out.Options[1].Central != nil || out.Options[1].Confidence != nil {
		t.Errorf("%+v", out)
	}
}

// Two options that differ in one normal estimate: the chance to be first is a value of the normal distribution, and at settled weights so is the confidence.
func TestUncertainEstimates(t *testing.T) {
	a := unit(t, 1)
	table := made[*Table](t)(NewTable(a, Option{ID: "x", Cells: map[string]Cell{"a": Normal(0.5, 0.1)}}, Option{ID: "y", Cells: map[string]Cell{"a": Known(0.4)}}))
	out := made[Acceptability](t)(table.Acceptability(made[*Preference](t)(a.Rating(Said("a", 1))), Sampling{Draws: 40000, Seed: 8}))
	want := 0.5 * math.Erfc(-1/math.Sqrt2)
	for i, first := range []float64{want, 1 - want} {
		o := out.Options[i]
		for _, share := range []Share{o.Ranks[0], *o.Confidence} {
			if math.Abs(share.Value-first) > 4.5*share.SE || share.SE > 0.0025 || out.Exact {
				t.Errorf("option %s: %v, want %v", o.Option, share, first)
			}
		}
	}
	// An interval against its own middle, and counted events against the median of their Beta(1, 1).
	for name, c := range map[string]Cell{"interval": Between(0.2, 0.6), "events": Events(0, 1, 1)} {
		at := map[string]float64{"interval": 0.4, "events": 1 - math.Sqrt(0.5)}[name]
		table := made[*Table](t)(NewTable(a, Option{ID: "x", Cells: map[string]Cell{"a": c}}, Option{ID: "y", Cells: map[string]Cell{"a": Known(at)}}))
		o := made[Acceptability](t)(table.Acceptability(made[*Preference](t)(a.Rating(Said("a", 1))), Sampling{Draws: 40000, Seed: 8})).Options[0]
		if math.Abs(o.Ranks[0].Value-0.5) > 4.5*o.Ranks[0].SE {
			t.Errorf("%s: %v", name, o.Ranks[0])
		}
	}
}

// An option with an unknown cell is left out and named, unless the attribute cannot matter; it never counts as zero.
func TestUnknownIsLeftOut(t *testing.T) {
	table := hip(t)
	must := made[*Preference](t)
	out := made[Acceptability](t)(table.Acceptability(must(table.attributes.Rating()), Sampling{Draws: 500}))
	if d := cmp.Diff([]Omission{{"operation", []string{"months"}}}, out.Omitted); d != "" || len(out.Options) != 3 || len(out.Options[0].Ranks) != 3 || out.Exact {
		t.Errorf("%s %+v", d, out)
	}
	out = made[Acceptability](t)(table.Acceptability(must(table.attributes.Rating(Said("months", 0))), Sampling{Draws: 500}))
	if out.Omitted != nil || len(out.Options) != 4 {
		t.Errorf("%+v", out)
	}
	a := unit(t, 2)
	one := Option{ID: "0", Cells: map[string]Cell{"a": Known(1), "b": Known(1)}}
	out = made[Acceptability](t)(made[*Table](t)(NewTable(a, one, Option{ID: "1"})).Acceptability(must(a.Rating()), Sampling{}))
	if out.Reason != ReasonTooFew || out.Options != nil || len(out.Omitted) != 1 {
		t.Errorf("%+v", out)
	}
}

// Ranges of very different widths still give all draws that were asked for.
func TestNarrowRanges(t *testing.T) {
	a := unit(t, 8)
	table := benchTable(t, false)
	thin := func(first, last byte, answers ...Answer) []Answer {
		for id := first; id <= last; id++ {
			answers = append(answers, SaidBetween(string(rune(id)), 5, 5.001))
		}
		return answers
	}
	for name, said := range map[string][]Answer{
		"all even":      thin('a', 'a', SaidBetween("b", 10, 20), SaidBetween("c", 10, 20), SaidBetween("d", 10, 20), SaidBetween("e", 10, 20)),
		"six thin":      thin('c', 'h', SaidBetween("a", 0, 50), SaidBetween("b", 0, 50)),
		"three thin":    thin('f', 'h'),
		"one thin":      thin('h', 'h'),
		"barely enough": {SaidBetween("a", 0, 50), SaidBetween("b", 0, 20), SaidBetween("c", 0, 10), SaidBetween("d", 0, 21), SaidBetween("e", 0, 0.5), SaidBetween("f", 0, 0), SaidBetween("g", 0, 0), SaidBetween("h", 0, 0)},
		"barely room":   {SaidBetween("a", 50, 90), SaidBetween("b", 20, 100), SaidBetween("c", 10, 99), SaidBetween("d", 19, 100)},
	} {
		p := made[*Preference](t)(a.PointRanges(said...))
		if out := made[Acceptability](t)(table.Acceptability(p, Sampling{Draws: 1000, Seed: 1})); out.Draws != 1000 {
			t.Errorf("%s: %d draws", name, out.Draws)
		}
	}
	r := made[*Preference](t)(a.PointRanges(thin('a', 'c')...)).region
	r.most = make([]float64, len(r.corners)) // no weights at all: cannot come from an answer
	_, _, err := table.sampledAcceptance([]int{0, 1}, []bool{true, true, true, true, true, true, true, true}, r, Sampling{Draws: 100})
	faulty(t, err, ErrSetting, "little room")
}

func TestSameSeedSameBytes(t *testing.T) {
	table := benchTable(t, true)
	var bytes []string
	for _, seed := range []uint64{5, 5, 6} {
		bytes = append(bytes, string(made[[]byte](t)(json.Marshal(made[Acceptability](t)(table.Acceptability(answerOrdered(t), Sampling{Draws: 500, Seed: seed}))))))
	}
	if bytes[0] != bytes[1] || bytes[0] == bytes[2] {
		t.Error("the same seed gave two results, or two seeds the same")
	}
	// Written down once: another machine, or another release, must give the same.
	var first []float64
	for _, o := range made[Acceptability](t)(table.Acceptability(answerOrdered(t), Sampling{Draws: 1000, Seed: 1})).Options {
		first = append(first, o.Ranks[0].Value)
		if o.Confidence != nil {
			first = append(first, o.Confidence.Value)
		}
	}
	if want := []float64{0.962, 1, 0.006, 0.88, 0.024, 0.919, 0, 0.008, 0.948}; !cmp.Equal(first, want) {
		t.Errorf("%v, want %v", first, want)
	}
}
