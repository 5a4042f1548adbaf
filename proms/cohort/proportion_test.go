package cohort

import (
	"math"
	"math/big"
	"testing"
)

func TestLevels(t *testing.T) {
	for level, limit := range limits {
		if tail := math.Erfc(limit.z/math.Sqrt2) / 2; math.Abs(tail-limit.tail) > 1e-15 {
			t.Errorf("%v: z %v leaves %v in a tail, want %v", Level(level), limit.z, tail, limit.tail)
		}
	}
	if Level(0) != Level95 || Level998.String() != "99.8%" || Level(9).String() != "unknown level" {
		t.Error("level names")
	}
}

// The worked examples of Newcombe (1998), method 3, to the four places printed.
func TestWilson(t *testing.T) {
	for share, want := range map[Share][2]float64{
		{81, 263}: {0.2553, 0.3662}, {15, 148}: {0.0624, 0.1605}, {0, 20}: {0, 0.1611}, {1, 29}: {0.0061, 0.1718}} {
		got := share.Wilson(Level95)
		expect(t, "low", got.Low, want[0], 5e-5)
		expect(t, "high", got.High, want[1], 5e-5)
		mirror := Share{share.Of - share.Count, share.Of}.Wilson(Level95)
		expect(t, "mirrored", mirror.Low, 1-got.High.value, 1e-14)
	}
	for share, want := range map[Share]Reason{{0, 0}: NoValues, {-1, 5}: Invalid, {6, 5}: Invalid, {0, -1}: Invalid} {
		absentBecause(t, "share", share.Wilson(Level95).Low, want)
	}
	for n := range int64(2000) {
		none, all := Share{0, n + 1}.Wilson(Level95), Share{n + 1, n + 1}.Wilson(Level95)
		if none.Low.value != 0 || all.High.value != 1 {
			t.Fatalf("none of %d: %v; all: %v", n+1, none, all)
		}
	}
	absentBecause(t, "level", Share{1, 2}.Wilson(9).Low, Invalid)
	for _, share := range []Share{{0, 1}, {1, 1}, {0, MaxCount}, {MaxCount, MaxCount}} {
		got := share.Wilson(Level998)
		if got.Place(got.Estimate.value) != Within || got.Low.value < 0 || got.High.value > 1 {
			t.Errorf("%v: %v", share, got)
		}
	}
}

// pmf lists the probability of each count of a binomial, exactly.
func pmf(n int64, p float64) []*big.Rat {
	chance := new(big.Rat).SetFloat64(p)
	other := new(big.Rat).Sub(big.NewRat(1, 1), chance)
	list := make([]*big.Rat, n+1)
	for k := range list {
		list[k] = new(big.Rat).SetInt(new(big.Int).Binomial(n, int64(k)))
		for i := range n {
			if i < int64(k) {
				list[k].Mul(list[k], chance)
			} else {
				list[k].Mul(list[k], other)
			}
		}
	}
	return list
}

func TestFunnelExactAgainstRationals(t *testing.T) {
	for _, p := range []float64{0.03125, 0.1, 0.375, 0.5, 0.9375} {
		for _, n := range []int64{1, 2, 3, 7, 20, 40} {
			probabilities := pmf(n, p)
			for level := range limits {
				tail := new(big.Rat).SetFloat64(limits[level].tail)
				low, held := 0, new(big.Rat).Set(probabilities[0]) // held is P(X <= low)
				for held.Cmp(tail) < 0 {
					low++
					held.Add(held, probabilities[low])
				}
				high := int(n)
				held.Set(probabilities[high]) // held is P(X >= high)
				for held.Cmp(tail) < 0 {
					high--
					held.Add(held, probabilities[high])
				}
				got := FunnelExact(p, n, Level(level))
				if got.Low.value != float64(low)/float64(n) || got.High.value != float64(high)/float64(n) {
					t.Errorf("n %d p %v %v: got %v, want %d to %d", n, p, Level(level), got, low, high)
				}
			}
		}
	}
}

func TestFunnelExactTieIsWithin(t *testing.T) {
	// One of one by 5%, and three of three by 10%, have exactly the tail's chance: not under it, so
	// not flagged, also where 1 - 0.9 is a little less than 0.1.
	for _, tie := range []struct {
		target   float64
		n        int64
		level    Level
		observed float64
	}{{0.05, 1, Level90, 1}, {0.95, 1, Level90, 0}, {0.1, 3, Level998, 1}, {0.9, 3, Level998, 0}} {
		if got := FunnelExact(tie.target, tie.n, tie.level); got.Place(tie.observed) != Within {
			t.Errorf("%+v: got %v", tie, got)
		}
	}
}

func TestFunnelsAgreeForLargeGroups(t *testing.T) {
	for _, n := range []int64{10_000, 1_000_000, MaxFunnel} {
		for level := range limits {
			normal, exact := FunnelProportion(0.3, n, Level(level)), FunnelExact(0.3, n, Level(level))
			if math.Abs(normal.Low.value-exact.Low.value)*float64(n) > 2 || math.Abs(normal.High.value-exact.High.value)*float64(n) > 2 {
				t.Errorf("n %d %v: %v and %v", n, Level(level), normal, exact)
			}
		}
	}
}

func TestFunnelsByHand(t *testing.T) {
	// √(0.2 × 0.8 / 100) = 0.04.
	got := FunnelProportion(0.2, 100, Level95)
	expect(t, "low", got.Low, 0.2-0.04*1.959963984540054, 1e-14)
	expect(t, "high", got.High, 0.2+0.04*1.959963984540054, 1e-14)
	expect(t, "cut off", FunnelProportion(0.01, 10, Level998).Low, 0, 0)
	mean := FunnelMean(20, 10, 25, Level998)
	expect(t, "low mean", mean.Low, 20-2*3.090232306167813, 1e-14)
	for value, want := range map[float64]Position{13: Below, 20: Within, 27: Above, math.NaN(): Unknown} {
		if place := mean.Place(value); place != want {
			t.Errorf("%v is %v, want %v", value, place, want)
		}
	}
	if place := FunnelMean(20, 0, 25, Level95).Place(20); place != Unknown {
		t.Errorf("%v against limits that are missing", place)
	}
}

func TestFunnelsAreNeverGuessed(t *testing.T) {
	for name, funnel := range map[string]func(float64, int64, Level) Interval{"normal": FunnelProportion, "exact": FunnelExact} {
		absentBecause(t, name, funnel(0.5, 0, Level95).Low, NoValues)
		absentBecause(t, name, funnel(0, 10, Level95).Low, NoSpread)
		absentBecause(t, name, funnel(1, 10, Level95).Low, NoSpread)
		for _, target := range []float64{-0.1, 1.1, math.NaN()} {
			absentBecause(t, name, funnel(target, 10, Level95).Low, Invalid)
		}
		absentBecause(t, name, funnel(0.5, -1, Level95).Low, Invalid)
		absentBecause(t, name, funnel(0.5, 1, -1).Low, Invalid)
	}
	absentBecause(t, "too large", FunnelExact(0.5, MaxFunnel+1, Level95).Low, Invalid)
	absentBecause(t, "nobody", FunnelMean(1, 1, 0, Level95).Low, NoValues)
	absentBecause(t, "no spread", FunnelMean(1, 0, 5, Level95).Low, NoSpread)
	for _, bad := range []Interval{FunnelMean(math.NaN(), 1, 5, Level95), FunnelMean(1, -1, 5, Level95), FunnelMean(1, math.Inf(1), 5, Level95), FunnelMean(1, 1, -5, Level95), FunnelMean(1, 1, 5, 7)} {
		absentBecause(t, "mean", bad.Low, Invalid)
	}
}

func TestExtremeTargetsStaySane(t *testing.T) {
	for _, p := range []float64{5e-324, 1e-300, 1e-12, 1 - 1e-12, math.Nextafter(1, 0)} {
		for _, n := range []int64{1, 5, 1000, MaxFunnel} {
			got := FunnelExact(p, n, Level95)
			if !got.Low.known || !got.High.known || got.Low.value > got.High.value || got.Low.value < 0 || got.High.value > 1 {
				t.Errorf("p %v n %d: %v", p, n, got)
			}
		}
	}
}
