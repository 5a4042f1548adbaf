package risk

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestLargestRemainder(t *testing.T) {
	for name, c := range map[string]struct {
		shares []float64
		total  int
		want   []int
	}{
		"thirds":         {[]float64{1. / 3, 1. / 3, 1. / 3}, 100, []int{34, 33, 33}},
		"by hand":        {[]float64{0.015, 0.475, 0.51}, 100, []int{2, 47, 51}}, // 1.5, 47.5, 51: the earlier half
		"noisy halves":   {[]float64{0.145, 0.255, 0.6}, 100, []int{15, 25, 60}}, // 14.499999999999998 and 25.5
		"largest part":   {[]float64{0.4166, 0.3499, 0.2335}, 10, []int{4, 4, 2}},
		"float noise":    {[]float64{0.29, 0.71}, 100, []int{29, 71}},
		"nobody to show": {[]float64{0.2, 0.8}, 0, []int{0, 0}},
		"everybody":      {[]float64{0, 1, 0}, 1000, []int{0, 1000, 0}},
	} {
		got, err := LargestRemainder(c.shares, c.total)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v %v, want %v", name, got, err, c.want)
		}
	}
	for _, shares := range [][]float64{nil, {}, {0.5}, {0.7, 0.4}, {-0.1, 1.1}, {math.NaN(), 1}, {math.Inf(1)}} {
		if got, err := LargestRemainder(shares, 100); !errors.Is(err, BadShares) || got != nil {
			t.Errorf("%v: %v %v", shares, got, err)
		}
	}
	for _, total := range []int{-1, 10001} {
		if _, err := LargestRemainder([]float64{1}, total); !errors.Is(err, BadCount) {
			t.Errorf("total %d: %v", total, err)
		}
	}
}

func TestLargestRemainderProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 4000 {
		shares, sum := make([]float64, 1+r.IntN(8)), 0.0
		for i := range shares {
			shares[i] = r.ExpFloat64()
			sum += shares[i]
		}
		for i := range shares {
			shares[i] /= sum
		}
		for _, total := range []int{10, 100, 1000, 10000} {
			got, err := LargestRemainder(shares, total)
			if err != nil {
				t.Fatal(err)
			}
			people := 0
			for i, n := range got {
				people += n
				if math.Abs(float64(n)-shares[i]*float64(total)) >= 1+2*tie {
					t.Fatalf("share %v of %d: %d", shares[i], total, n)
				}
			}
			if people != total {
				t.Fatalf("%v add up to %d, not %d", got, people, total)
			}
		}
	}
}

func TestExclusive(t *testing.T) {
	at := func(p float64) Chance { return chance(t, p, Interval{}, Years(1)) }
	got, err := Exclusive(Per100, at(0.155), at(0.255))
	if err != nil || !slices.Equal(got, []int{16, 25, 59}) { // 15.5, 25.5, 59: one person over, the earlier half gets it
		t.Errorf("%v %v", got, err)
	}
	for name, c := range map[string]struct {
		d       Denominator
		chances []Chance
		want    Kind
	}{
		"more than all":  {Per100, []Chance{at(0.7), at(0.4)}, BadShares},
		"unknown":        {Per100, []Chance{at(0.7), {}}, UnknownChance},
		"first unknown":  {Per100, []Chance{{}}, UnknownChance},
		"periods differ": {Per100, []Chance{at(0.1), chance(t, 0.1, Interval{}, Years(2))}, PeriodsDiffer},
		"denominator":    {12, []Chance{at(0.7)}, BadDenominator},
	} {
		if got, err := Exclusive(c.d, c.chances...); !errors.Is(err, c.want) || got != nil {
			t.Errorf("%s: %v %v, want %s", name, got, err, c.want)
		}
	}
}

func TestUplift(t *testing.T) {
	baseline := chance(t, 0.072, Interval{}, Years(1))
	treated := apply(t, warfarin, baseline)
	u, err := NewUplift(baseline, treated, Unwanted, Per1000)
	if err != nil {
		t.Fatal(err)
	}
	if u.Good.People != 928 || u.Benefit.People != 46 || u.Harm.People != 0 || u.Bad.People != 26 {
		t.Errorf("%+v", u)
	}
	near(t, "benefit", u.Benefit.Share, 0.04608, 1e-15)
	wanted, err := NewUplift(baseline, treated, Wanted, Per1000)
	if err != nil || wanted.Good.People != 26 || wanted.Harm.People != 46 || wanted.Benefit.People != 0 || wanted.Bad.People != 928 {
		t.Errorf("%+v %v", wanted, err)
	}
	two := chance(t, 0.1, Interval{}, Years(2))
	for name, c := range map[string]struct {
		comparator, option Chance
		aim                Aim
		d                  Denominator
		want               Kind
	}{
		"no aim":         {baseline, treated, "", Per100, BadAim},
		"unknown option": {baseline, Unknown(NoEvidence), Wanted, Per100, UnknownChance},
		"unknown start":  {Chance{}, treated, Wanted, Per100, UnknownChance},
		"periods":        {baseline, two, Wanted, Per100, PeriodsDiffer},
		"denominator":    {baseline, treated, Wanted, 50, BadDenominator},
	} {
		if _, err := NewUplift(c.comparator, c.option, c.aim, c.d); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// The classes add up, agree with the two sentences, and with the published shares.
func TestUpliftProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 4000 {
		c, o := r.Float64(), r.Float64()
		before, after := chance(t, c, Interval{}, Years(1)), chance(t, o, Interval{}, Years(1))
		for _, d := range []Denominator{Per10, Per100, Per1000, Per10000} {
			for _, aim := range []Aim{Wanted, Unwanted} {
				u, err := NewUplift(before, after, aim, d)
				if err != nil {
					t.Fatal(err)
				}
				classes := []Class{u.Good, u.Benefit, u.Harm, u.Bad}
				people, share := 0, 0.0
				for _, class := range classes {
					people, share = people+class.People, share+class.Share
					if class.People < 0 || math.Abs(float64(class.People)-class.Share*float64(d)) > 1+2*tie {
						t.Fatalf("%+v", u)
					}
				}
				if people != int(d) || math.Abs(share-1) > 1e-12 {
					t.Fatalf("%+v: %d people, share %v", u, people, share)
				}
				withOption := u.Good.People + u.Benefit.People
				if aim == Unwanted {
					withOption = u.Bad.People + u.Harm.People
				}
				if want := per(t, after, d).People; withOption != want {
					t.Fatalf("%+v: the picture shows %d, the sentence says %d", u, withOption, want)
				}
			}
		}
	}
}

// A textbook test: 1% ill, 90% of them found, 91% of the others cleared.
func TestTestedByHand(t *testing.T) {
	test := Test{Sensitivity: 0.9, Specificity: 0.91, Prevalence: 0.01}
	got, err := test.People(Per1000)
	if err != nil {
		t.Fatal(err)
	}
	if got.TruePositive.People != 9 || got.FalseNegative.People != 1 || got.FalsePositive.People != 89 || got.TrueNegative.People != 901 {
		t.Errorf("%+v", got)
	}
	after, err := test.IfPositive()
	if err != nil {
		t.Fatal(err)
	}
	near(t, "ill if positive", valueOf(t, after), 0.009/(0.009+0.0891), 1e-15)
	after, err = test.IfNegative()
	if err != nil {
		t.Fatal(err)
	}
	near(t, "ill if negative", valueOf(t, after), 0.001/(0.001+0.9009), 1e-15)
	for _, bad := range []Test{{1.1, 0.5, 0.5}, {0.5, math.NaN(), 0.5}, {0.5, 0.5, -0.1}} {
		_, err1 := bad.People(Per100)
		_, err2 := bad.IfPositive()
		_, err3 := bad.IfNegative()
		for _, err := range []error{err1, err2, err3} {
			if !errors.Is(err, BadChance) {
				t.Errorf("%+v: %v", bad, err)
			}
		}
	}
	if _, err := test.People(99); !errors.Is(err, BadDenominator) {
		t.Error(err)
	}
	if c, err := (Test{0, 1, 0.1}).IfPositive(); err != nil || c.Known() || c.Reason() != NobodyThere {
		t.Errorf("nobody is positive: %v %v", c, err)
	}
}

func TestTestedProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	corner := func() float64 {
		switch r.IntN(6) {
		case 0:
			return 0
		case 1:
			return 1
		}
		return r.Float64()
	}
	for range 4000 {
		test := Test{corner(), corner(), corner()}
		for _, d := range []Denominator{Per10, Per100, Per1000, Per10000} {
			got, err := test.People(d)
			if err != nil {
				t.Fatal(err)
			}
			cells := []Frequency{got.TruePositive, got.FalseNegative, got.FalsePositive, got.TrueNegative}
			exact := []float64{
				test.Prevalence * test.Sensitivity, test.Prevalence * (1 - test.Sensitivity),
				(1 - test.Prevalence) * (1 - test.Specificity), (1 - test.Prevalence) * test.Specificity,
			}
			sum := 0
			for i, cell := range cells {
				sum += cell.People
				if cell.People < 0 || math.Abs(float64(cell.People)-exact[i]*float64(d)) > 1+1e-6 {
					t.Fatalf("%+v of %d: %+v", test, d, got)
				}
			}
			if sum != int(d) || got.Ill().People+got.Well().People != int(d) || got.Positive().People+got.Negative().People != int(d) {
				t.Fatalf("%+v of %d: %+v does not add up", test, d, got)
			}
			if ill := per(t, chance(t, test.Prevalence, Interval{}, Period{}), d); ill != got.Ill() {
				t.Fatalf("%+v: %+v ill in the tree, %+v alone", test, got.Ill(), ill)
			}
		}
	}
}
