package rule

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestRound(t *testing.T) {
	for _, c := range []struct {
		v      float64
		places int
		half   HalfRule
		want   float64
	}{
		{2.5, 0, HalfUp, 3}, {-2.5, 0, HalfUp, -2}, {2.5, 0, HalfAway, 3}, {-2.5, 0, HalfAway, -3}, {2.5, 0, HalfEven, 2},
		{3.5, 0, HalfEven, 4}, {-3.5, 0, HalfEven, -4}, {1.005, 2, HalfUp, 1.01}, {2.675, 2, HalfAway, 2.68}, {0.5, 0, HalfEven, 0},
		{-0.5, 0, HalfUp, 0}, {-0.4, 0, HalfAway, 0}, {8.0 * 9 / 8, 0, HalfUp, 9}, {0.0725, 3, HalfUp, 0.073}, {9.995, 2, HalfUp, 10},
		{1e300, 2, HalfUp, 1e300}, {123456789012.75, 1, HalfUp, 123456789013}, {1e-9, 3, HalfAway, 0}, {0.4999999999999, 0, HalfUp, 1},
		{0.04999999999999999, 1, HalfEven, 0}, {0.15, 1, HalfEven, 0.2}, {0.25, 1, HalfEven, 0.2}, {7, -3, HalfUp, 7},
	} {
		if got := Round(c.v, c.places, c.half); math.Float64bits(got) != math.Float64bits(c.want) {
			t.Errorf("Round(%v, %d, %v) = %v, want %v", c.v, c.places, c.half, got, c.want)
		}
	}
	if got := Round(NA(TooFew), 0, HalfUp); ReasonOf(got) != TooFew {
		t.Errorf("a missing value became %v", ReasonOf(got))
	}
	if got := Round(math.Inf(1), 0, HalfUp); ReasonOf(got) != Undefined {
		t.Errorf("infinity became %v", got)
	}
}

// TestRoundDecimal compares with exact arithmetic on the 12 decimal digits.
func TestRoundDecimal(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 40000 {
		places := r.IntN(5)
		v := float64(r.IntN(4000001)-2000000) / 2 / math.Pow10(places) // many lie half-way
		if r.IntN(2) == 0 {
			v = (r.Float64() - 0.5) * math.Pow10(r.IntN(13))
		}
		half := HalfRule(r.IntN(3))
		want := exactRound(v, places, half)
		if got := Round(v, places, half); got != want || math.Signbit(got) != math.Signbit(want) {
			t.Fatalf("Round(%v, %d, %v) = %v, exact arithmetic %v", v, places, half, got, want)
		}
	}
}

func exactRound(v float64, places int, half HalfRule) float64 {
	x, _ := new(big.Rat).SetString(digits12(v))
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	x.Mul(x, scale)
	down := new(big.Int).Div(x.Num(), x.Denom()) // floor: the denominator is positive
	rest := new(big.Rat).Sub(x, new(big.Rat).SetInt(down))
	up := false
	switch c := rest.Cmp(big.NewRat(1, 2)); {
	case c > 0:
		up = true
	case c == 0 && half == HalfUp:
		up = true
	case c == 0 && half == HalfAway:
		up = x.Sign() > 0
	case c == 0:
		up = down.Bit(0) == 1
	}
	if up {
		down.Add(down, big.NewInt(1))
	}
	out, _ := new(big.Rat).Quo(new(big.Rat).SetInt(down), scale).Float64()
	return out
}

func TestParseHalf(t *testing.T) {
	for _, h := range []HalfRule{HalfUp, HalfAway, HalfEven} {
		if got, ok := ParseHalf(h.String()); !ok || got != h {
			t.Errorf("%v reads back as %v, %v", h, got, ok)
		}
	}
	if _, ok := ParseHalf("down"); ok || !strings.Contains(HalfRule(9).String(), "up") {
		t.Error("an unknown half rule is taken")
	}
}

func BenchmarkRound(b *testing.B) {
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			Round(9, 0, HalfUp)
		}
	})
	b.Run("half", func(b *testing.B) {
		for b.Loop() {
			Round(9.5, 0, HalfUp)
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		v := 9.5
		for b.Loop() {
			v = math.Floor(9.5 + 0.5)
		}
		_ = v
	})
}
