package values

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var near = cmpopts.EquateApprox(0, 1e-14)

func TestSettledWeights(t *testing.T) {
	a := unit(t, 3)
	must := made[*Preference](t)
	for name, c := range map[string]struct {
		p    *Preference
		want []float64
	}{
		"rating":       {must(a.Rating(Said("a", 50), Said("b", 30), Said("c", 20))), []float64{0.5, 0.3, 0.2}},
		"rating scale": {must(a.Rating(Said("c", 100), Said("b", 100), Said("a", 50))), []float64{0.2, 0.4, 0.4}},
		"points":       {must(a.Points(Said("a", 33.3), Said("b", 33.3), Said("c", 33.4))), []float64{0.333, 0.333, 0.334}},
		"all shared":   {must(a.Points(Said("a", 30), Said("b", 70))), []float64{0.3, 0.7, 0}},
		"point ranges": {must(a.PointRanges(SaidBetween("a", 10, 50), SaidBetween("b", 5, 30), SaidBetween("c", 5, 20))), []float64{0.5, 0.3, 0.2}},
		"least":        {must(a.PointRanges(SaidBetween("a", 50, 90), SaidBetween("b", 30, 80), SaidBetween("c", 20, 70))), []float64{0.5, 0.3, 0.2}},
		"swing":        {must(a.Swing("b", Said("a", 50), Said("c", 0))), []float64{1.0 / 3, 2.0 / 3, 0}},
		"ranking":      {must(a.Ranking(InOrder("c", "a", "b"))), []float64{5.0 / 18, 2.0 / 18, 11.0 / 18}},
		"pairs":        {must(a.Ranking(InOrder("c", "a"), InOrder("a", "b"))), []float64{5.0 / 18, 2.0 / 18, 11.0 / 18}},
		"tied":         {must(a.Ranking(Order{{"a", "b"}, {"c"}})), []float64{5.0 / 12, 5.0 / 12, 1.0 / 6}},
		"all tied":     {must(a.Ranking(Order{{"a", "b", "c"}})), []float64{1.0 / 3, 1.0 / 3, 1.0 / 3}},
		"best worst":   {must(a.BestWorst(Choice{[]string{"a", "b", "c"}, "c", "b"})), []float64{5.0 / 18, 2.0 / 18, 11.0 / 18}},
	} {
		weights, ok := c.p.Weights()
		var got []float64
		for _, w := range weights {
			got = append(got, w.Share)
		}
		if !ok || !cmp.Equal(got, c.want, near) || c.p.Open() != nil || c.p.PointsLeft() != 0 {
			t.Errorf("%s: %v %v, open %v, left %v", name, got, ok, c.p.Open(), c.p.PointsLeft())
		}
		if !holds(c.p, got, 1e-12) {
			t.Errorf("%s: the weights break what was said: %v", name, c.p.Constraints())
		}
	}
}

// An unfinished answer confines the weights, says what is open, and gives no weights.
func TestUnfinishedAnswers(t *testing.T) {
	a := unit(t, 3)
	must := made[*Preference](t)
	whole := Range{0, 1}
	for name, c := range map[string]struct {
		p      *Preference
		open   []string
		left   float64
		ranges []Range
	}{
		"nothing":       {must(a.Rating()), []string{"a", "b", "c"}, 0, []Range{whole, whole, whole}},
		"one rated":     {must(a.Rating(Said("a", 50))), []string{"b", "c"}, 0, []Range{{0.2, 1}, {0, 2.0 / 3}, {0, 2.0 / 3}}},
		"two rated":     {must(a.Rating(Said("a", 50), Said("b", 100))), []string{"c"}, 0, []Range{{0.2, 1.0 / 3}, {0.4, 2.0 / 3}, {0, 0.4}}},
		"rated nothing": {must(a.Rating(Said("a", 0))), []string{"b", "c"}, 0, []Range{{}, whole, whole}},
		"only one left": {must(a.Rating(Said("a", 0), Said("b", 0))), []string{"c"}, 0, []Range{{}, {}, {1, 1}}},
		"90 points":     {must(a.Points(Said("a", 50), Said("b", 40), Said("c", 0))), nil, 10, []Range{{0.5, 0.6}, {0.4, 0.5}, {0, 0.1}}},
		"blank box":     {must(a.Points(Said("a", 50), Said("b", 40))), []string{"c"}, 10, []Range{{0.5, 0.6}, {0.4, 0.5}, {0, 0.1}}},
		"ranges":        {must(a.PointRanges(SaidBetween("a", 50, 70), SaidBetween("b", 20, 40))), []string{"c"}, 0, []Range{{0.5, 0.7}, {0.2, 0.4}, {0, 0.3}}},
		"tightened":     {must(a.PointRanges(SaidBetween("a", 0, 90), SaidBetween("b", 40, 60), SaidBetween("c", 30, 60))), nil, 0, []Range{{0, 0.3}, {0.4, 0.6}, {0.3, 0.6}}},
		"blank pinned":  {must(a.PointRanges(Said("a", 50), Said("b", 50))), []string{"c"}, 0, []Range{{0.5, 0.5}, {0.5, 0.5}, {}}},
		"largest swing": {must(a.Swing("a")), []string{"b", "c"}, 0, []Range{{1.0 / 3, 1}, {0, 0.5}, {0, 0.5}}},
		"swing range":   {must(a.Swing("a", SaidBetween("b", 25, 50), Said("c", 25))), nil, 0, []Range{{4.0 / 7, 2.0 / 3}, {1.0 / 6, 2.0 / 7}, {1.0 / 7, 1.0 / 6}}},
		"no swing":      {must(a.Swing("")), []string{"a", "b", "c"}, 0, []Range{whole, whole, whole}},
		"pair":          {must(a.Ranking(InOrder("a", "c"))), []string{"b"}, 0, []Range{whole, whole, {0, 0.5}}},
		"top":           {must(a.Ranking(Order{{"b"}, {"a"}}, Order{{"b"}, {"c"}})), nil, 0, []Range{{0, 0.5}, {1.0 / 3, 1}, {0, 0.5}}},
		"card":          {must(a.BestWorst(Choice{[]string{"a", "b", "c"}, "b", ""})), nil, 0, []Range{{0, 0.5}, {1.0 / 3, 1}, {0, 0.5}}},
		"empty card":    {must(a.BestWorst(Choice{[]string{"a", "b", "c"}, "", ""})), []string{"a", "b", "c"}, 0, []Range{whole, whole, whole}},
	} {
		if w, ok := c.p.Weights(); ok || w != nil {
			t.Errorf("%s: weights %v were guessed", name, w)
		}
		var got []Range
		for _, one := range a.List() {
			r, _ := c.p.WeightRange(one.ID)
			got = append(got, r)
		}
		if d := cmp.Diff(c.ranges, got, near); d != "" {
			t.Errorf("%s: weight ranges (-want +got)\n%s", name, d)
		}
		if !cmp.Equal(c.p.Open(), c.open) || math.Abs(c.p.PointsLeft()-c.left) > 1e-12 {
			t.Errorf("%s: open %v, left %v", name, c.p.Open(), c.p.PointsLeft())
		}
	}
	if _, ok := made[*Preference](t)(a.Rating()).WeightRange("z"); ok {
		t.Error("a weight range for an attribute that does not exist")
	}
}

func TestConstraintsSayWhatWasSaid(t *testing.T) {
	a := unit(t, 3)
	must := made[*Preference](t)
	for name, c := range map[string]struct {
		p    *Preference
		want []Constraint
	}{
		"rating": {must(a.Rating(Said("a", 0), Said("b", 50))), []Constraint{{"a", Equal, 0, ""}, {"c", AtMost, 2, "b"}}},
		"points": {must(a.Points(Said("b", 40))), []Constraint{{"b", AtLeast, 0.4, ""}}},
		"ranges": {must(a.PointRanges(SaidBetween("b", 40, 50))), []Constraint{{"b", AtLeast, 0.4, ""}, {"b", AtMost, 0.5, ""}}},
		"swing":  {must(a.Swing("c", Said("a", 40), SaidBetween("b", 10, 20))), []Constraint{{"a", Equal, 0.4, "c"}, {"b", AtLeast, 0.1, "c"}, {"b", AtMost, 0.2, "c"}}},
		"order":  {must(a.Ranking(Order{{"c"}, {"a", "b"}})), []Constraint{{"c", AtLeast, 1, "a"}, {"b", Equal, 1, "a"}}},
		"card":   {must(a.BestWorst(Choice{[]string{"a", "b", "c"}, "c", "a"})), []Constraint{{"c", AtLeast, 1, "a"}, {"c", AtLeast, 1, "b"}, {"b", AtLeast, 1, "a"}}},
	} {
		if d := cmp.Diff(c.want, c.p.Constraints()); d != "" {
			t.Errorf("%s (-want +got)\n%s", name, d)
		}
	}
	if m := must(a.Swing("")).Method(); m != MethodSwing {
		t.Error(m)
	}
}
