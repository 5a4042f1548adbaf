package change_test

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/proms/change"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// From the spread and the reliability of a score to what its change means for one person.
func Example() {
	sem, err := change.SEM(5, 0.84)
	if err != nil {
		fmt.Println(err)
		return
	}
	detectable, err := change.Detectable(sem, change.Confidence95)
	if err != nil {
		fmt.Println(err)
		return
	}
	clinical, functional := change.Group{Mean: 15.4, SD: 5.5}, change.Group{Mean: 3.3, SD: 3.8}
	cut, err := change.CutOffC(clinical, functional, change.LowerIsBetter)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("SEM %.1f, detectable %.2f, cut-off c %.2f\n", sem, detectable, cut)

	rule := change.Rule{Better: change.LowerIsBetter, Reliable: detectable, CutOff: cut}
	for _, after := range []float64{6, 9, 13, 21} {
		verdict, err := rule.Classify(15, after)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("from 15 to", after, verdict.Class)
	}
	// Output:
	// SEM 2.0, detectable 5.54, cut-off c 8.24
	// from 15 to 6 recovered
	// from 15 to 9 improved
	// from 15 to 13 unchanged
	// from 15 to 21 deteriorated
}

// Every error is a reason that a program can tell apart.
func ExampleReason() {
	_, err := change.Percent(0, 4)
	fmt.Println(errors.Is(err, change.ZeroBaseline))
	fmt.Println(err)
	// Output:
	// true
	// change: zero_baseline: the value before is 0; nothing is a percentage of it
}

// A quality of life index over a year gives quality-adjusted life years.
func ExampleArea() {
	course, err := change.Area([]change.Point{
		{On: day.New(2024, 1, 1), Value: 0.5}, {On: day.New(2024, 7, 1), Value: 0.7}, {On: day.New(2025, 1, 1), Value: 0.8},
	}, change.Year)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f in %.3f years, %.3f above the start\n", course.Area, course.Duration, course.FromBaseline)
	// Output: 0.677 in 1.002 years, 0.176 above the start
}

// Two EQ-5D-5L profiles are compared without a value set.
func ExampleCompareProfiles() {
	for _, after := range [][]int{{1, 1, 2, 3, 1}, {1, 1, 2, 2, 2}, {2, 1, 2, 3, 2}} {
		shift, err := change.CompareProfiles([]int{2, 1, 2, 3, 1}, after, 5)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(after, shift)
	}
	// Output:
	// [1 1 2 3 1] better
	// [1 1 2 2 2] mixed
	// [2 1 2 3 2] worse
}
