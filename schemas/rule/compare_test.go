package rule

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"
)

// digits12 is the oracle: the decimal text of 12 significant digits.
func digits12(v float64) string { return strconv.FormatFloat(v, 'e', 11, 64) }

func TestEqual(t *testing.T) {
	for _, c := range []struct {
		a, b float64
		want bool
	}{
		{0.1 + 0.2, 0.3, true}, {1.0 / 3 * 3, 1, true}, {1, 1.00000000001, false}, {1, 1.000000000001, true},
		{0, 1e-300, false}, {0, math.Copysign(0, -1), true}, {-1, 1, false}, {NA(Blank), NA(Blank), false}, {NA(Blank), 1, false},
		{9.99999999999, 10, false}, {9.999999999999, 10, true},
	} {
		if got := Equal(c.a, c.b); got != c.want {
			t.Errorf("Equal(%v, %v) = %v", c.a, c.b, got)
		}
	}
}

// TestCompare12 compares with the decimal texts, at numbers that lie close together.
func TestCompare12(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 50000 {
		a := math.Ldexp(r.Float64()+0.5, r.IntN(80)-40)
		b := a * (1 + (r.Float64()-0.5)*math.Pow10(-9-r.IntN(6)))
		x, _ := new(big.Float).SetString(digits12(a))
		y, _ := new(big.Float).SetString(digits12(b))
		if got, want := compare12(a, b), x.Cmp(y); got != want {
			t.Fatalf("compare12(%v, %v) = %d, decimal texts say %d", a, b, got, want)
		}
	}
}

func TestNear(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	cs := []float64{0, 1, 10, -10, 0.1, 100, 5, 1e15, 1e-15, 9.99999999999, 0.3, 27, math.MaxFloat64, 5e-324, 1e-310}
	for range 500 {
		cs = append(cs, math.Ldexp(r.Float64()-0.5, r.IntN(90)-45))
	}
	for _, c := range cs {
		lo, hi := near(c)
		if !(lo <= c && c <= hi) || c != 0 && (digits12(lo) != digits12(c) || digits12(hi) != digits12(c)) {
			t.Errorf("near(%v) = %v, %v: not equal to it", c, lo, hi)
		}
		for _, beyond := range []float64{math.Nextafter(lo, math.Inf(-1)), math.Nextafter(hi, math.Inf(1))} {
			if !math.IsInf(beyond, 0) && compare12(beyond, c) == 0 {
				t.Errorf("near(%v): %v is equal too", c, beyond)
			}
		}
	}
}
