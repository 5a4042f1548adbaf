package cohort

import (
	"math"
	"math/rand/v2"
	"testing"
)

// phq is a scale that counts by value; tscore one that counts in bins.
var (
	phq = Scale{Score: "phq-9@1.0.0/total", Min: 0, Max: 27, Step: 1, Bands: []Band{
		{"minimal", 0}, {"mild", 5}, {"moderate", 10}, {"moderately_severe", 15}, {"severe", 20}}}
	tscore = Scale{Score: "t@1", Min: 10, Max: 90, Edges: []float64{10, 40, 45, 50, 55, 60, 70, 90},
		Bands: []Band{{"low", 10}, {"middle", 45}, {"high", 60}}}
)

func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

func summaryOf(scale Scale, values ...float64) *Summary {
	s := must(NewSummary(scale))
	for _, x := range values {
		s.Add(x)
	}
	return s
}

// expect holds a statistic against a number, to a relative tolerance.
func expect(t *testing.T, name string, got Statistic, want, tolerance float64) {
	t.Helper()
	value, ok := got.Value()
	if !ok || math.Abs(value-want) > tolerance*max(1, math.Abs(want)) {
		t.Errorf("%s: got %v, want %v", name, got, want)
	}
}

// absentBecause holds a statistic against a reason.
func absentBecause(t *testing.T, name string, got Statistic, want Reason) {
	t.Helper()
	if value, ok := got.Value(); ok || value != 0 || got.Reason() != want {
		t.Errorf("%s: got %v, want missing because %q", name, got, want)
	}
}

// twoPass is the naive oracle: mean and sample variance by two passes.
func twoPass(values []float64) (mean, variance float64) {
	for _, x := range values {
		mean += x
	}
	mean /= float64(len(values))
	for _, x := range values {
		variance += (x - mean) * (x - mean)
	}
	return mean, variance / float64(len(values)-1)
}

func random(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 20)) }

// draw makes one value of a scale, or now and then one that it must refuse.
func draw(r *rand.Rand, scale Scale) float64 {
	switch r.IntN(40) {
	case 0:
		return math.NaN()
	case 1:
		return scale.Max + 1
	case 2:
		return math.Inf(-1)
	case 3:
		return scale.Min
	case 4:
		return scale.Max
	}
	if scale.Step != 0 {
		return scale.Min + float64(r.IntN(int(math.Round((scale.Max-scale.Min)/scale.Step))+1))*scale.Step
	}
	return scale.Min + r.Float64()*(scale.Max-scale.Min)
}
