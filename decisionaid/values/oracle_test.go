package values

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// This file holds the slow, plain ways of finding what the package finds: they work from Preference.Constraints and never from its regions.

// holds says whether weights satisfy every constraint to within slack.
func holds(p *Preference, weights []float64, slack float64) bool {
	for _, c := range p.Constraints() {
		x, bound := weights[p.attributes.index[c.Attribute]], c.Times
		if c.Of != "" {
			bound *= weights[p.attributes.index[c.Of]]
		}
		if c.Relation != AtMost && x < bound-slack || c.Relation != AtLeast && x > bound+slack {
			return false
		}
	}
	return true
}

type corner struct{ x, y float64 } // weights 1-x-y, x, y

// clip keeps the part of a polygon where c0*(1-x-y) + c1*x + c2*y >= 0.
func clip(poly []corner, c [3]float64) (out []corner) {
	value := func(p corner) float64 { return c[0]*(1-p.x-p.y) + c[1]*p.x + c[2]*p.y }
	for i, to := range poly {
		from := poly[(i+len(poly)-1)%len(poly)]
		a, b := value(from), value(to)
		if (a < 0) != (b < 0) {
			part := a / (a - b)
			out = append(out, corner{from.x + part*(to.x-from.x), from.y + part*(to.y-from.y)})
		}
		if b >= 0 {
			out = append(out, to)
		}
	}
	return out
}

func shoelace(poly []corner) (area, cx, cy float64) {
	for i, b := range poly {
		a := poly[(i+len(poly)-1)%len(poly)]
		cross := a.x*b.y - b.x*a.y
		area += cross / 2
		cx += (a.x + b.x) * cross / 6
		cy += (a.y + b.y) * cross / 6
	}
	return area, cx, cy
}

// allowed clips the triangle of three weights by the constraints.
func allowed(p *Preference) []corner {
	poly := []corner{{0, 0}, {1, 0}, {0, 1}}
	for _, c := range p.Constraints() {
		var line [3]float64
		if c.Of == "" {
			line = [3]float64{-c.Times, -c.Times, -c.Times}
		} else {
			line[p.attributes.index[c.Of]] = -c.Times
		}
		line[p.attributes.index[c.Attribute]]++
		if c.Relation == AtMost {
			line = [3]float64{-line[0], -line[1], -line[2]}
		}
		poly = clip(poly, line)
	}
	return poly
}

// byPermutation gives rank shares and central weights of three-attribute scores: for every order of the options, the area on which they stand in it.
func byPermutation(scores [][]float64, poly []corner) (ranks [][]float64, central [][3]float64) {
	n := len(scores)
	ranks, central = make([][]float64, n), make([][3]float64, n)
	for i := range ranks {
		ranks[i] = make([]float64, n)
	}
	whole, _, _ := shoelace(poly)
	order, used := []int{}, make([]bool, n)
	var walk func(poly []corner)
	walk = func(poly []corner) {
		if len(poly) == 0 {
			return
		}
		if len(order) == n {
			area, cx, cy := shoelace(poly)
			for rank, i := range order {
				ranks[i][rank] += area / whole
			}
			c := &central[order[0]]
			c[0], c[1], c[2] = c[0]+area-cx-cy, c[1]+cx, c[2]+cy
			return
		}
		for i := range n {
			if used[i] {
				continue
			}
			next := poly
			if len(order) > 0 {
				var line [3]float64
				last := order[len(order)-1]
				for k := range line {
					line[k] = scores[last][k] - scores[i][k]
				}
				next = clip(poly, line)
			}
			used[i], order = true, append(order, i)
			walk(next)
			used[i], order = false, order[:len(order)-1]
		}
	}
	walk(poly)
	for i := range central {
		for k := range central[i] {
			central[i][k] /= ranks[i][0] * whole
		}
	}
	return ranks, central
}

// answers makes one preference of every kind that leaves three weights two ways to move.
func answers(t testing.TB, a *Attributes) map[string]*Preference {
	must := made[*Preference](t)
	return map[string]*Preference{
		"nothing":        must(a.Rating()),
		"one rated":      must(a.Rating(Said("b", 40))),
		"some points":    must(a.Points(Said("a", 20), Said("c", 35))),
		"point ranges":   must(a.PointRanges(SaidBetween("a", 20, 45), SaidBetween("b", 10, 50), SaidBetween("c", 5, 60))),
		"capped":         must(a.PointRanges(SaidBetween("a", 0, 40), SaidBetween("b", 0, 38))),
		"largest swing":  must(a.Swing("b")),
		"swing ranges":   must(a.Swing("c", SaidBetween("a", 20, 70), SaidBetween("b", 0, 55))),
		"swing open":     must(a.Swing("a", SaidBetween("c", 30, 100))),
		"ranking":        must(a.Ranking(InOrder("b", "c", "a"))),
		"partly ranked":  must(a.Ranking(InOrder("c", "a"))),
		"most important": must(a.BestWorst(Choice{Shown: []string{"a", "b", "c"}, Most: "b"})),
		"least":          must(a.BestWorst(Choice{Shown: []string{"a", "b", "c"}, Least: "b"})),
	}
}

func TestExactAgreesWithPermutations(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	a := unit(t, 3)
	for name, p := range answers(t, a) {
		for options := 2; options <= 5; options++ {
			scores := make([][]float64, options)
			for i := range scores {
				scores[i] = []float64{rng.Float64(), rng.Float64(), rng.Float64()}
			}
			got := made[Acceptability](t)(matrix(t, a, scores).Acceptability(p, Sampling{}))
			if !got.Exact {
				t.Errorf("%s: not exact", name)
			}
			ranks, central := byPermutation(scores, allowed(p))
			for i, o := range got.Options {
				for r, share := range o.Ranks {
					if math.Abs(share.Value-ranks[i][r]) > 1e-12 {
						t.Errorf("%s: option %d rank %d: %v, want %v", name, i, r+1, share.Value, ranks[i][r])
					}
				}
				for k, w := range o.Central {
					if share := o.Ranks[0].Value; math.Abs(w-central[i][k]) > 1e-12/share {
						t.Errorf("%s: option %d weight %d: %v, want %v", name, i, k, w, central[i][k])
					}
				}
			}
		}
	}
}

// The drawn result and the weight ranges must agree with weights drawn over all of the simplex and thrown away where a constraint fails.
func TestSampledAgreesWithRejection(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	a := unit(t, 5)
	must := made[*Preference](t)
	for name, p := range map[string]*Preference{
		"nothing":       must(a.Rating()),
		"one rated":     must(a.Rating(Said("c", 60))),
		"points":        must(a.Points(Said("a", 25), Said("b", 5))),
		"ranges":        must(a.PointRanges(SaidBetween("a", 10, 40), SaidBetween("b", 0, 30), SaidBetween("e", 5, 60))),
		"tight":         must(a.PointRanges(SaidBetween("a", 10, 25), SaidBetween("b", 10, 25), SaidBetween("c", 10, 25), SaidBetween("d", 10, 25), SaidBetween("e", 10, 25))),
		"wide and thin": must(a.PointRanges(SaidBetween("a", 5, 15), SaidBetween("b", 5, 15), SaidBetween("c", 5, 25), SaidBetween("d", 5, 25))),
		"swing":         must(a.Swing("b", SaidBetween("a", 20, 90), SaidBetween("c", 0, 70))),
		"pairs":         must(a.Ranking(InOrder("a", "c"), InOrder("b", "c"), InOrder("b", "d"))),
		"best worst":    must(a.BestWorst(Choice{[]string{"a", "b", "c"}, "b", "c"}, Choice{[]string{"c", "d", "e"}, "d", ""})),
	} {
		scores := make([][]float64, 4)
		for i := range scores {
			scores[i] = []float64{rng.Float64(), rng.Float64(), rng.Float64(), rng.Float64(), rng.Float64()}
		}
		table := matrix(t, a, scores)
		got := made[Acceptability](t)(table.Acceptability(p, Sampling{Draws: 20000, Seed: 11}))
		if got.Exact || got.Draws != 20000 {
			t.Errorf("%s: exact %v, %d draws", name, got.Exact, got.Draws)
		}
		kept, first := 0, make([][]int, 4)
		central := make([][5]float64, 4)
		for i := range first {
			first[i] = make([]int, 4)
		}
		fits := made[[]Fit](t)(table.Fit(&Preference{attributes: a, region: p.region}))
		var ranges [5]Range
		for k := range ranges {
			ranges[k], _ = p.WeightRange(a.list[k].ID)
		}
		for kept < 1500 {
			w, sum := make([]float64, 5), 0.0
			for k := range w {
				w[k] = rng.ExpFloat64()
				sum += w[k]
			}
			for k := range w {
				w[k] /= sum
			}
			if !holds(p, w, 0) {
				continue
			}
			for k := range w {
				if r := ranges[k]; w[k] < r.Low-1e-12 || w[k] > r.High+1e-12 {
					t.Fatalf("%s: weight %d is %v, outside %v", name, k, w[k], r)
				}
			}
			kept++
			for i := range scores {
				better := 0
				for j := range scores {
					if dot(scores[j], w) > dot(scores[i], w) {
						better++
					}
				}
				first[i][better]++
				if better == 0 {
					for k := range w {
						central[i][k] += w[k]
					}
				}
				if x := 100 * dot(scores[i], w); x < fits[i].Points.Low-1e-9 || x > fits[i].Points.High+1e-9 {
					t.Fatalf("%s: option %d fits %v, outside %v", name, i, x, fits[i].Points)
				}
			}
		}
		var want []Acceptance
		for i := range scores {
			o := Acceptance{}
			for _, n := range first[i] {
				o.Ranks = append(o.Ranks, share(n, kept))
			}
			for k := range 5 {
				o.Central = append(o.Central, central[i][k]/float64(max(first[i][0], 1)))
			}
			want = append(want, o)
		}
		compare(t, name, got.Options, want)
	}
}

// Every draw must satisfy what was said, equalities included, and fill the weight range it was given.
func TestDrawsSatisfyTheAnswer(t *testing.T) {
	a := unit(t, 8)
	must := made[*Preference](t)
	for name, p := range map[string]*Preference{
		"rating":  must(a.Rating(Said("a", 30), Said("b", 60), Said("c", 0), Said("d", 90))),
		"rated 0": must(a.Rating(Said("a", 0), Said("b", 0))),
		"swing":   must(a.Swing("h", Said("a", 40), SaidBetween("b", 10, 20), Said("c", 0), SaidBetween("d", 50, 100))),
		"ties":    must(a.Ranking(Order{{"a", "b"}, {"c"}, {"d", "e", "f"}}, InOrder("g", "c"))),
		"pinned":  must(a.PointRanges(Said("a", 10), Said("b", 20), SaidBetween("c", 5, 10), SaidBetween("d", 5, 10))),
	} {
		d, s := newDrawer(p.region), &source{}
		s.seed(5, 0)
		shares := make([]float64, len(p.region.corners))
		low, high := make([]float64, 8), make([]float64, 8)
		for range 2000 {
			for !d.next(d, s, shares) {
			}
			w := p.region.weights(shares)
			sum := 0.0
			for k, x := range w {
				sum += x
				r := p.region.weight(k)
				if x < r.Low-1e-12 || x > r.High+1e-12 {
					t.Fatalf("%s: weight %d is %v, outside %v", name, k, x, r)
				}
				if low[k] == 0 || x < low[k] {
					low[k] = x
				}
				high[k] = max(high[k], x)
			}
			if math.Abs(sum-1) > 1e-12 || !holds(p, w, 1e-12) {
				t.Fatalf("%s: %v adds up to %v", name, w, sum)
			}
		}
		for k := range 8 {
			if r := p.region.weight(k); (high[k]-low[k] < (r.High-r.Low)/4) && !r.Exact() {
				t.Errorf("%s: weight %d was drawn from %v to %v of %v", name, k, low[k], high[k], r)
			}
		}
	}
}

// Four attributes with options that are each one attribute: each is first where its weight is greatest.
func TestSampledKnownShares(t *testing.T) {
	for n := 4; n <= 8; n++ {
		a := unit(t, n)
		scores := make([][]float64, n)
		for i := range scores {
			scores[i] = make([]float64, n)
			scores[i][i] = 1
		}
		table := matrix(t, a, scores)
		for i, o := range made[Acceptability](t)(table.Acceptability(made[*Preference](t)(a.Rating()), Sampling{Seed: 2})).Options {
			for r, share := range o.Ranks {
				if math.Abs(share.Value-1/float64(n)) > 4.5*share.SE {
					t.Errorf("n %d option %d rank %d: %v", n, i, r+1, share)
				}
			}
		}
		ids := a.ids(func(int) bool { return true })
		for i, o := range made[Acceptability](t)(table.Acceptability(made[*Preference](t)(a.Ranking(InOrder(ids...))), Sampling{Seed: 2})).Options {
			if o.Ranks[i].Value != 1 {
				t.Errorf("n %d option %d in full order: %v", n, i, fmt.Sprint(o.Ranks))
			}
		}
	}
}
