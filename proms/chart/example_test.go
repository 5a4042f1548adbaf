package chart_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/whatmatters-care/whatmatters/proms/chart"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

func ExampleTrajectory() {
	picture := chart.Trajectory{
		Frame: chart.Frame{Prefix: "phq", Title: "Depression severity over time"},
		Scale: chart.Scale{Name: "Depression severity", Lowest: 0, Highest: 27, Better: chart.Lower},
		Bands: []chart.Band{{From: 0, Name: "Minimal"}, {From: 5, Name: "Mild"}, {From: 10, Name: "Moderate or more"}},
		Visits: []chart.Visit{
			{On: day.New(2026, time.March, 2), Value: 15},
			{On: day.New(2026, time.April, 7), Missing: "too few answers"},
			{On: day.New(2026, time.May, 4), Value: 8},
		},
		Important: []chart.Change{{Name: "Reliable change", Points: 6, Direction: chart.EitherWay}},
	}
	svg, err := picture.SVG()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.HasPrefix(string(svg), "<svg "))
	table, _ := picture.Table()
	fmt.Print(table.Text())
	// Output:
	// true
	// Depression severity over time
	// Date: 2 March 2026; Score: 15; Band: Moderate or more; Since the start: not compared; Important change: not compared
	// Date: 7 April 2026; Score: no score: too few answers; Band: ; Since the start: not compared; Important change: not compared
	// Date: 4 May 2026; Score: 8; Band: Mild; Since the start: better by 7; Important change: Reliable change
}

func ExampleFunnel() {
	small := chart.Limits{At: 40, Inner: chart.Interval{Low: 0.35, High: 0.65}, Outer: chart.Interval{Low: 0.25, High: 0.75}}
	large := chart.Limits{At: 160, Inner: chart.Interval{Low: 0.42, High: 0.58}, Outer: chart.Interval{Low: 0.38, High: 0.62}}
	picture := chart.Funnel{
		Frame:     chart.Frame{Prefix: "recovery", Title: "Recovery by clinic"},
		Scale:     chart.Scale{Name: "People who recovered", Lowest: 0, Highest: 1, Better: chart.Higher, Percent: true},
		Precision: "People", Target: 0.5, Inner: "95%", Outer: "99.8%",
		Curve: []chart.Limits{small, large},
		Units: []chart.Unit{{Name: "North", Value: 0.6, Limits: small}, {Name: "South", Value: 0.6, Limits: large}},
	}
	said, err := picture.Describe()
	fmt.Println(said, err)
	// Output:
	// People who recovered, 0% to 100%. Higher is better. Target 50%. Units with a value: 2 of 2. Within all limits: 1. Above the 95% limits: 1. 1. South: 60%. Above the 95% limits. A place outside the limits is a reason to look closer, and no verdict. <nil>
}

func ExampleError() {
	_, err := chart.Trajectory{
		Frame: chart.Frame{Prefix: "phq", Title: "Depression severity over time"},
		Scale: chart.Scale{Name: "Depression severity", Lowest: 0, Highest: 27},
		Visits: []chart.Visit{
			{On: day.New(2026, time.May, 4), Value: 8},
			{On: day.New(2026, time.March, 2), Value: 15},
		},
	}.SVG()
	fmt.Println(err)
	// Output:
	// chart: visit 2 is on 2026-03-02, not after visit 1: the line is drawn in the order of time; give every visit its date, from year 1 to 9999, each after the one before
}
