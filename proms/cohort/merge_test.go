package cohort

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Merging any split, in any order and grouping, must equal the whole: exactly for counts, and to 1e-12
// of the scale for moments.

// fold merges parts in random pairs until one is left, so that both order and grouping vary.
func fold[T any](t *testing.T, r *rand.Rand, parts []T, merge func(into, from T) error) T {
	t.Helper()
	for len(parts) > 1 {
		i := r.IntN(len(parts))
		from := parts[i]
		parts = slices.Delete(parts, i, i+1)
		if err := merge(parts[r.IntN(len(parts))], from); err != nil {
			t.Fatal(err)
		}
	}
	return parts[0]
}

func sameMoments(t *testing.T, name string, got, want Moments) {
	t.Helper()
	if got.n != want.n || got.smallest != want.smallest || got.most != want.most {
		t.Errorf("%s: got %+v, want %+v", name, got, want)
	}
	size := max(math.Abs(want.smallest), math.Abs(want.most))
	if math.Abs(got.mean-want.mean) > 1e-12*size || math.Abs(got.m2-want.m2) > 1e-12*max(want.m2, size*size) {
		t.Errorf("%s: mean %v and m2 %v, want %v and %v", name, got.mean, got.m2, want.mean, want.m2)
	}
}

func sameAbsence(t *testing.T, got, want absence) {
	t.Helper()
	if !slices.Equal(got.counts, want.counts) || got.faults != want.faults {
		t.Errorf("missing: got %+v, want %+v", got, want)
	}
}

func TestMergedSummaryIsTheWhole(t *testing.T) {
	r := random(4)
	words := append(slices.Clone(defaultReasons), "no_such_word")
	for range 200 {
		for _, scale := range []Scale{phq, tscore} {
			whole := must(NewSummary(scale))
			parts := make([]*Summary, 1+r.IntN(9))
			for i := range parts {
				parts[i] = whole.Empty()
			}
			for range r.IntN(400) {
				part := parts[r.IntN(len(parts))]
				if r.IntN(5) == 0 {
					word := words[r.IntN(len(words))]
					whole.AddMissing(word)
					part.AddMissing(word)
					continue
				}
				x := draw(r, scale)
				whole.Add(x)
				part.Add(x)
			}
			got := fold(t, r, parts, (*Summary).Merge)
			sameMoments(t, "moments", got.moments, whole.moments)
			sameAbsence(t, got.absent, whole.absent)
			if !slices.Equal(got.counts, whole.counts) || got.atFloor != whole.atFloor || got.atCeiling != whole.atCeiling {
				t.Errorf("counts differ: %v and %v", got.counts, whole.counts)
			}
			for _, p := range []float64{0, 0.25, 0.5, 1} {
				if got.Quantile(p) != whole.Quantile(p) {
					t.Errorf("quantile %v differs", p)
				}
			}
		}
	}
}

func TestMergedChangeIsTheWhole(t *testing.T) {
	r := random(5)
	for range 200 {
		whole := must(NewChange(plan))
		parts := make([]*Change, 1+r.IntN(9))
		for i := range parts {
			parts[i] = whole.Empty()
		}
		for range r.IntN(300) {
			part := parts[r.IntN(len(parts))]
			if r.IntN(5) == 0 {
				before, after := []string{"", "blank", "odd"}[r.IntN(3)], []string{"", "declined"}[r.IntN(2)]
				whole.AddMissing(before, after)
				part.AddMissing(before, after)
				continue
			}
			before, after := draw(r, phq), draw(r, phq)
			whole.Add(before, after)
			part.Add(before, after)
		}
		got := fold(t, r, parts, (*Change).Merge)
		sameMoments(t, "before", got.before, whole.before)
		sameMoments(t, "after", got.after, whole.after)
		sameMoments(t, "difference", got.difference, whole.difference)
		sameAbsence(t, got.noBefore, whole.noBefore)
		sameAbsence(t, got.noAfter, whole.noAfter)
		if !slices.Equal(got.responses, whole.responses) || got.unpaired != whole.unpaired {
			t.Errorf("got %+v, want %+v", got, whole)
		}
	}
}

func TestMergedTableIsTheWhole(t *testing.T) {
	r := random(6)
	for range 200 {
		whole := tableOf(5)
		parts := make([]*Table, 1+r.IntN(9))
		for i := range parts {
			parts[i] = whole.Empty()
		}
		for range r.IntN(200) {
			row, marks := make([]float64, 5), make([]bool, 5)
			for j := range row {
				row[j] = float64(r.IntN(5))
				marks[j] = r.IntN(40) == 0
				if r.IntN(60) == 0 {
					row[j] = math.NaN()
				}
			}
			if err := errors.Join(whole.Add(row, marks), parts[r.IntN(len(parts))].Add(row, marks)); err != nil {
				t.Fatal(err)
			}
		}
		got := fold(t, r, parts, (*Table).Merge)
		if got.n != whole.n || got.leftOut != whole.leftOut || !slices.Equal(got.absent, whole.absent) || got.faults != whole.faults {
			t.Errorf("got %+v, want %+v", got, whole)
		}
		for i, want := range whole.products {
			if math.Abs(got.products[i]-want) > 1e-12*max(1, 16*float64(whole.n)) {
				t.Errorf("product %d: %v, want %v", i, got.products[i], want)
			}
		}
		for i, want := range whole.means {
			if math.Abs(got.means[i]-want) > 1e-12*4 {
				t.Errorf("mean %d: %v, want %v", i, got.means[i], want)
			}
		}
	}
}

func TestMergedGainIsTheWhole(t *testing.T) {
	r := random(7)
	for range 100 {
		whole := must(NewAdjustedGain(oxford, model))
		parts := make([]*AdjustedGain, 1+r.IntN(9))
		for i := range parts {
			parts[i] = whole.Empty()
		}
		for range r.IntN(200) {
			before, after, over := draw(r, oxford), draw(r, oxford), float64(r.IntN(2))
			part := parts[r.IntN(len(parts))]
			covariates := []float64{before, over}
			if err := errors.Join(whole.Add(before, after, covariates), part.Add(before, after, covariates)); err != nil {
				t.Fatal(err)
			}
			if r.IntN(5) == 0 {
				whole.AddMissing("blank")
				part.AddMissing("blank")
			}
		}
		got := fold(t, r, parts, (*AdjustedGain).Merge)
		sameMoments(t, "gain", got.gain, whole.gain)
		sameMoments(t, "residual", got.residual, whole.residual)
		sameAbsence(t, got.absent, whole.absent)
	}
}

func TestMergeWithItselfDoubles(t *testing.T) {
	s := summaryOf(phq, 1, 2, 6)
	c := must(NewChange(plan))
	c.Add(20, 10)
	table := tableOf(4, shroutFleiss...)
	if err := errors.Join(s.Merge(s), c.Merge(c), table.Merge(table)); err != nil {
		t.Fatal(err)
	}
	expect(t, "mean", s.Moments().Mean(), 3, 1e-15)
	expect(t, "variance", s.Moments().Variance(), 2*14.0/5, 1e-14)
	if s.People() != 6 || c.People() != 2 || c.Responders()[0].Improved != (Share{2, 2}) || table.N() != 12 {
		t.Error("a merge with itself must double")
	}
	twice := tableOf(4, append(slices.Clone(shroutFleiss), shroutFleiss...)...)
	expect(t, "alpha", table.Alpha(), twice.Alpha().value, 1e-14)
}

func TestIncompatibleMergesChangeNothing(t *testing.T) {
	with := func(change func(*Scale)) *Summary {
		s := must(NewSummary(phq)).Scale()
		change(&s)
		return summaryOf(s, 3)
	}
	mine := summaryOf(phq, 5)
	before := must(mine.MarshalJSON())
	for _, other := range []*Summary{
		with(func(s *Scale) { s.Score = "gad-7@1.0.0/total" }),
		with(func(s *Scale) { s.Score = "phq-9@2.0.0/total" }),
		with(func(s *Scale) { s.Max = 28 }),
		with(func(s *Scale) { s.Step = 0.5 }),
		with(func(s *Scale) { s.Step, s.Edges = 0, []float64{0, 5, 10, 15, 20, 27} }),
		with(func(s *Scale) { s.Bands[1].From = 6 }),
		with(func(s *Scale) { s.Bands = nil }),
		with(func(s *Scale) { s.Reasons = []string{"blank"} }),
		summaryOf(tscore, 50),
	} {
		if err := mine.Merge(other); !errors.Is(err, ErrIncompatible) {
			t.Errorf("%+v: %v", other.Scale(), err)
		}
	}
	if err := mine.Merge(nil); !errors.Is(err, ErrUnmade) {
		t.Error(err)
	}
	large := mine.Empty()
	large.moments.n = MaxCount
	if err := mine.Merge(large); !errors.Is(err, ErrTooMany) {
		t.Error(err)
	}
	if string(must(mine.MarshalJSON())) != string(before) {
		t.Error("a refused merge changed the summary")
	}
	otherPlan := plan
	otherPlan.Responders = []Responder{{Code: "reliable", Points: 5}}
	if err := must(NewChange(plan)).Merge(must(NewChange(otherPlan))); !errors.Is(err, ErrIncompatible) {
		t.Error(err)
	}
	otherScale := ChangePlan{Scale: oxford, Better: Lower, Responders: plan.Responders}
	if err := must(NewChange(plan)).Merge(must(NewChange(otherScale))); !errors.Is(err, ErrIncompatible) {
		t.Error(err)
	}
	if err := tableOf(2).Merge(tableOf(3)); !errors.Is(err, ErrIncompatible) {
		t.Error(err)
	}
	otherModel := model
	otherModel.Coefficients = []float64{0.5, -3}
	if err := must(NewAdjustedGain(oxford, model)).Merge(must(NewAdjustedGain(oxford, otherModel))); !errors.Is(err, ErrIncompatible) {
		t.Error(err)
	}
	if err := must(NewAdjustedGain(oxford, model)).Merge(must(NewAdjustedGain(phq, model))); !errors.Is(err, ErrIncompatible) {
		t.Error(err)
	}
}

func TestCountsStopWhereTheyAreExact(t *testing.T) {
	change, table, gain := must(NewChange(plan)), tableOf(2, []float64{1, 2}), must(NewAdjustedGain(oxford, model))
	change.AddMissing("blank", "")
	gain.AddMissing("blank")
	fullChange, fullTable, fullGain := change.Empty(), table.Empty(), gain.Empty()
	fullChange.unpaired.Both, fullTable.leftOut, fullGain.absent.counts[0] = MaxCount, MaxCount, MaxCount
	for name, err := range map[string]error{"change": fullChange.Merge(change), "table": fullTable.Merge(table), "gain": fullGain.Merge(gain)} {
		if !errors.Is(err, ErrTooMany) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if fullChange.People() != MaxCount || fullTable.People() != MaxCount || fullGain.People() != MaxCount {
		t.Error("a refused merge changed something")
	}
}
