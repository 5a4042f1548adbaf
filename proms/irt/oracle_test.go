package irt

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// textbook gives category probabilities from the formulas as textbooks print them, with package math: an oracle that shares
// nothing with the curves.
func textbook(it Item, d, theta float64) []float64 {
	a := it.Discrimination
	if it.Model == Rasch || it.Model == PCM {
		a = 1
	}
	star := func(b float64) float64 { return 1 / (1 + math.Exp(-d*a*(theta-b))) }
	switch it.Model {
	case PCM, GPCM:
		z, top := make([]float64, it.Categories()), 0.0
		for k, b := range it.Thresholds {
			z[k+1] = z[k] + d*a*(theta-b)
			top = math.Max(top, z[k+1])
		}
		total := 0.0
		for k := range z {
			z[k] = math.Exp(z[k] - top)
			total += z[k]
		}
		for k := range z {
			z[k] /= total
		}
		return z
	case GRM:
		p := make([]float64, it.Categories())
		for k := range p {
			p[k] = 1
			if k > 0 {
				p[k] = star(it.Thresholds[k-1])
			}
			if k < len(it.Thresholds) {
				p[k] -= star(it.Thresholds[k])
			}
		}
		return p
	}
	right := it.Guessing + (1-it.Guessing)*star(it.Thresholds[0])
	return []float64{1 - right, right}
}

// randomItems makes a bank with every model in it.
func randomItems(r *rand.Rand, n int) []Item {
	items := make([]Item, n)
	for i := range items {
		it := Item{ID: fmt.Sprintf("i%d", i), Model: models[r.IntN(len(models))], Discrimination: 0.4 + 2.5*r.Float64()}
		switch it.Model {
		case Rasch, PCM:
			it.Discrimination = 0
		case ThreePL:
			it.Guessing = 0.3 * r.Float64()
		}
		steps := 1
		if it.Model == PCM || it.Model == GPCM || it.Model == GRM {
			steps = 1 + r.IntN(5)
		}
		b := -2 + r.Float64()
		for range steps {
			it.Thresholds = append(it.Thresholds, b)
			if b += 0.1 + r.Float64(); it.Model != GRM {
				b = 4*r.Float64() - 2
			}
		}
		items[i] = it
	}
	return items
}

// randomAnswers leaves about a fifth missing, but never all.
func randomAnswers(r *rand.Rand, items []Item) []int8 {
	x := make([]int8, len(items))
	for i, it := range items {
		if x[i] = int8(r.IntN(it.Categories())); r.IntN(5) == 0 {
			x[i] = Missing
		}
	}
	x[0] = 0
	return x
}

// TestDirectPath holds the tables to a sum of textbook probabilities at the nodes.
func TestDirectPath(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	n := &near{name: "EAP against the direct sum", tolerance: 1e-10}
	for trial := range 200 {
		items := randomItems(r, 1+r.IntN(12))
		settings := Defaults()
		settings.D = []float64{1, 1.7}[trial%2]
		settings.Prior = Prior{Mean: r.Float64() - 0.5, SD: 0.5 + r.Float64()}
		settings.Grid = []Grid{StandardGrid(), PatternGrid(), SumTableGrid()}[trial%3]
		b, err := NewBank(items, settings)
		if err != nil {
			t.Fatal(err)
		}
		x := randomAnswers(r, items)
		mass, first, second := 0.0, 0.0, 0.0
		g := settings.Grid
		for q := range g.Points {
			theta := g.Low + float64(q)*(g.High-g.Low)/float64(g.Points-1)
			z := (theta - settings.Prior.Mean) / settings.Prior.SD
			w := math.Exp(-z * z / 2)
			for i, k := range x {
				if k >= 0 {
					w *= textbook(items[i], settings.D, theta)[k]
				}
			}
			mass, first, second = mass+w, first+w*theta, second+w*theta*theta
		}
		e := b.EAP(nil, x)
		n.check(t, trial, e.Theta, first/mass)
		n.check(t, trial, e.SE, math.Sqrt(second/mass-first/mass*(first/mass)))
	}
	n.done(t)
}

// TestCurves holds probabilities, logarithms and derivatives to the textbook and to finite differences.
func TestCurves(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	p, logs := &near{name: "P", tolerance: 1e-14}, &near{name: "exp(log P)", tolerance: 1e-14}
	rates, bends := &near{name: "rate", tolerance: 1e-7}, &near{name: "bend", tolerance: 1e-6}
	for row, it := range randomItems(r, 300) {
		d := []float64{1, 1.7}[row%2]
		c := newCurve(it, d)
		theta := 5*r.Float64() - 2.5
		at, less, more := make([]point, it.Categories()), make([]point, it.Categories()), make([]point, it.Categories())
		logAt, logLess, logMore := make([]float64, it.Categories()), make([]float64, it.Categories()), make([]float64, it.Categories())
		const h = 1e-5
		c.points(theta, at)
		c.points(theta-h, less)
		c.points(theta+h, more)
		c.logs(theta, logAt)
		c.logs(theta-h, logLess)
		c.logs(theta+h, logMore)
		for k, want := range textbook(it, d, theta) {
			p.check(t, row, at[k].p, want)
			logs.check(t, row, math.Exp(logAt[k]), want)
			rates.check(t, row, at[k].rate, (logMore[k]-logLess[k])/(2*h))
			bends.check(t, row, at[k].bend, (more[k].rate-less[k].rate)/(2*h))
		}
	}
	for _, n := range []*near{p, logs, rates, bends} {
		n.done(t)
	}
}

// TestMaxima compares ML and MAP with a search of the textbook likelihood that knows no derivative, and WLE with the textbook equation
// in finite differences.
func TestMaxima(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 17))
	compared := 0
	for trial := range 60 {
		items := randomItems(r, 4+r.IntN(10))
		b, x := mustBank(t, items, nil), []int8(nil)
		x = randomAnswers(r, items)
		logLikelihood := func(theta float64) float64 {
			sum := 0.0
			for i, k := range x {
				if k >= 0 {
					sum += math.Log(textbook(items[i], 1, theta)[k])
				}
			}
			return sum
		}
		if e := b.ML(nil, x); e.OK() {
			compared++
			for theta := -5.0; theta <= 5; theta += 0.01 {
				if logLikelihood(theta) > logLikelihood(e.Theta)+1e-9 {
					t.Fatalf("trial %d: ML %v is beaten by %v", trial, e.Theta, theta)
				}
			}
		}
		posterior := func(theta float64) float64 { return logLikelihood(theta) - theta*theta/2 }
		if e := b.MAP(nil, x); e.OK() {
			for theta := -5.0; theta <= 5; theta += 0.01 {
				if posterior(theta) > posterior(e.Theta)+1e-9 {
					t.Fatalf("trial %d: MAP %v is beaten by %v", trial, e.Theta, theta)
				}
			}
		} else {
			t.Errorf("trial %d: MAP gave %q", trial, e.Reason)
		}
		if e := b.WLE(nil, x); e.OK() {
			if g := warmEquation(items, x, e.Theta); math.Abs(g) > 1e-5 {
				t.Errorf("trial %d: Warm's equation is %v at the estimate %v", trial, g, e.Theta)
			}
		}
	}
	if compared < 30 {
		t.Errorf("only %d patterns had an ML estimate", compared)
	}
}

// warmEquation is the derivative of the log likelihood plus J/(2I), all from finite differences of textbook probabilities.
func warmEquation(items []Item, x []int8, theta float64) float64 {
	const h = 1e-4
	var score, j, information float64
	for i, it := range items {
		if x[i] < 0 {
			continue
		}
		low, at, high := textbook(it, 1, theta-h), textbook(it, 1, theta), textbook(it, 1, theta+h)
		for k, p := range at {
			slope, turn := (high[k]-low[k])/(2*h), (high[k]-2*p+low[k])/(h*h)
			information += slope * slope / p
			j += slope * turn / p
			if int(x[i]) == k {
				score += slope / p
			}
		}
	}
	return score + j/(2*information)
}

// everyPattern calls f with each complete pattern of the items.
func everyPattern(items []Item, f func(x []int8)) {
	x := make([]int8, len(items))
	for {
		f(x)
		i := 0
		for ; i < len(x); i++ {
			if x[i]++; int(x[i]) < items[i].Categories() {
				break
			}
			x[i] = 0
		}
		if i == len(x) {
			return
		}
	}
}

// TestRawTableByEnumeration holds the recursion to the sum over every pattern.
func TestRawTableByEnumeration(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 23))
	n := &near{name: "raw table", tolerance: 1e-11}
	for range 10 {
		items := randomItems(r, 4)
		b := mustBank(t, items, nil)
		type moments struct{ mass, first, second float64 }
		sums := map[int]*moments{}
		everyPattern(items, func(x []int8) {
			raw := 2 * len(items)
			for _, k := range x {
				raw += int(k)
			}
			if sums[raw] == nil {
				sums[raw] = new(moments)
			}
			for _, theta := range b.nodes {
				w := math.Exp(-theta * theta / 2)
				for i, k := range x {
					w *= textbook(items[i], 1, theta)[k]
				}
				sums[raw].mass += w
				sums[raw].first += w * theta
				sums[raw].second += w * theta * theta
			}
		})
		table := b.RawTable(2)
		if len(table.Rows) != len(sums) {
			t.Fatalf("%d rows, want %d", len(table.Rows), len(sums))
		}
		for raw, m := range sums {
			row, _ := table.At(raw)
			mean := m.first / m.mass
			n.check(t, raw, row.Estimate.Theta, mean)
			n.check(t, raw, row.Estimate.SE, math.Sqrt(m.second/m.mass-mean*mean))
		}
		if _, ok := table.At(2*len(items) - 1); ok {
			t.Error("there is a row for an impossible raw score")
		}
	}
	n.done(t)
}

// TestFitByEnumeration holds the expectation and variance of the log likelihood to the sum over every pattern.
func TestFitByEnumeration(t *testing.T) {
	r := rand.New(rand.NewPCG(29, 31))
	n := &near{name: "fit", tolerance: 1e-10}
	for trial := range 20 {
		items, theta := randomItems(r, 4), 3*r.Float64()-1.5
		b := mustBank(t, items, nil)
		mean, square := 0.0, 0.0
		logP := func(x []int8) float64 {
			sum := 0.0
			for i, k := range x {
				sum += math.Log(textbook(items[i], 1, theta)[k])
			}
			return sum
		}
		everyPattern(items, func(x []int8) {
			l := logP(x)
			mean += math.Exp(l) * l
			square += math.Exp(l) * l * l
		})
		x := []int8{0, 1, 0, 1}
		f := b.Fit(nil, x, theta)
		n.check(t, trial, f.LogLikelihood, logP(x))
		n.check(t, trial, f.Expected, mean)
		n.check(t, trial, f.Variance, square-mean*mean)
		n.check(t, trial, f.LZ, (logP(x)-mean)/math.Sqrt(square-mean*mean))
	}
	n.done(t)
}
