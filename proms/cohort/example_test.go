package cohort_test

import (
	"encoding/json"
	"fmt"

	"github.com/whatmatters-care/whatmatters/proms/cohort"
)

// Two clinics summarise their own people; only the summaries meet.
func ExampleSummary() {
	scale := cohort.Scale{
		Score: "phq-9@1.0.0/total", Min: 0, Max: 27, Step: 1,
		Bands: []cohort.Band{{Code: "minimal", From: 0}, {Code: "mild", From: 5}, {Code: "moderate_or_more", From: 10}},
	}
	north, err := cohort.NewSummary(scale)
	if err != nil {
		fmt.Println(err)
		return
	}
	south := north.Empty()
	for _, score := range []float64{3, 8, 12} {
		north.Add(score)
	}
	for _, score := range []float64{0, 17} {
		south.Add(score)
	}
	south.AddMissing("too_few")

	if err := north.Merge(south); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("people", north.People(), "with a score", north.Moments().N())
	fmt.Println("mean", north.Moments().Mean(), "median", north.Quantile(0.5).Estimate)
	for _, band := range north.Bands() {
		fmt.Println(band.Code, band.Share.Count, "of", band.Share.Of)
	}
	for _, m := range north.Missing() {
		if m.Count > 0 {
			fmt.Println("missing:", m.Reason, m.Count)
		}
	}
	// Output:
	// people 6 with a score 5
	// mean 8 median 8
	// minimal 2 of 5
	// mild 1 of 5
	// moderate_or_more 2 of 5
	// missing: too_few 1
}

// What cannot be computed has a reason and no number.
func ExampleStatistic() {
	s, _ := cohort.NewSummary(cohort.Scale{Score: "pain@1/now", Min: 0, Max: 10, Step: 1})
	s.Add(4)
	fmt.Println(s.Moments().Mean())
	fmt.Println(s.Moments().SD())
	if _, ok := s.Moments().SD().Value(); !ok {
		fmt.Println(s.Moments().SD().Reason() == cohort.OneValue)
	}
	// Output:
	// 4
	// missing: one_value
	// true
}

// How much a group changed, and how many by the threshold that the host chose.
func ExampleChange() {
	c, err := cohort.NewChange(cohort.ChangePlan{
		Scale: cohort.Scale{Score: "phq-9@1.0.0/total", Min: 0, Max: 27, Step: 1}, Better: cohort.Lower,
		Responders: []cohort.Responder{{Code: "reliable", Points: 6}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, pair := range [][2]float64{{10, 5}, {12, 9}, {14, 8}, {16, 13}, {18, 10}} {
		c.Add(pair[0], pair[1])
	}
	c.AddMissing("", "declined") // came once, and declined afterwards
	effect, _ := c.EffectSize().Value()
	srm, _ := c.SRM().Value()
	fmt.Printf("mean change %v, effect size %.2f, SRM %.2f\n", c.Difference().Mean(), effect, srm)
	improved := c.Responders()[0].Improved
	share := improved.Wilson(cohort.Level95)
	low, _ := share.Low.Value()
	high, _ := share.High.Value()
	fmt.Printf("improved %d of %d, %.2f to %.2f; not compared %d\n", improved.Count, improved.Of, low, high, c.Unpaired().Total())
	// Output:
	// mean change -5, effect size -1.58, SRM -2.36
	// improved 2 of 5, 0.12 to 0.77; not compared 1
}

// The six people and four judges of Shrout and Fleiss (1979).
func ExampleTable_ICC() {
	t, _ := cohort.NewTable("judges@1", []string{"a", "b", "c", "d"})
	for _, row := range [][]float64{{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}} {
		if err := t.Add(row, nil); err != nil {
			fmt.Println(err)
		}
	}
	for _, form := range []cohort.ICCForm{cohort.ICC11, cohort.ICC21, cohort.ICC31} {
		value, _ := t.ICC(form).Value()
		fmt.Printf("%.2f\n", value)
	}
	// Output:
	// 0.17
	// 0.29
	// 0.71
}

// One of the four people left an item blank, and so is not in the alpha.
func ExampleTable_Alpha() {
	t, _ := cohort.NewTable("gad-2@1.0.0/items", []string{"q1", "q2"})
	_ = t.Add([]float64{0, 1}, nil)
	_ = t.Add([]float64{2, 2}, nil)
	_ = t.Add([]float64{3, 2}, nil)
	_ = t.Add([]float64{1, 0}, []bool{false, true})
	alpha, _ := t.Alpha().Value()
	fmt.Printf("alpha %.2f from %d people, %d left out\n", alpha, t.N(), t.LeftOut())
	// Output:
	// alpha 0.77 from 3 people, 1 left out
}

// A service with 18 responders of 30, against a target of 75%.
func ExampleFunnelExact() {
	limits := cohort.FunnelExact(0.75, 30, cohort.Level95)
	fmt.Println(limits.Low, limits.High)
	fmt.Println(limits.Place(18.0 / 30))
	// Output:
	// 0.6 0.9
	// within
}

// The coefficients belong to the caller. A list of the wrong length is refused in words.
func ExampleAdjustedGain() {
	g, err := cohort.NewAdjustedGain(
		cohort.Scale{Score: "hip@1/total", Min: 0, Max: 48, Step: 1},
		cohort.CaseMix{Version: "illustration-1", Intercept: 10, Covariates: []string{"before", "over_80"}, Coefficients: []float64{0.5, -4}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = g.Add(20, 18, []float64{20, 1})
	_ = g.Add(30, 28, []float64{30, 0})
	fmt.Println("adjusted gain", g.Adjusted(21))
	fmt.Println(g.Add(20, 18, []float64{20}))
	// Output:
	// adjusted gain 23.5
	// cohort: wrong number of values: case-mix model "illustration-1" has 2 coefficients (before, over_80), and 1 covariates were given; give one for each, in order
}

// A summary travels as JSON, and is checked when it arrives.
func ExampleSummary_UnmarshalJSON() {
	s, _ := cohort.NewSummary(cohort.Scale{Score: "pain@1/now", Min: 0, Max: 10, Step: 1})
	s.Add(4)
	s.Add(6)
	sent, _ := json.Marshal(s)
	var received cohort.Summary
	fmt.Println(json.Unmarshal(sent, &received), received.Moments().Mean())
	// Output:
	// <nil> 5
}
