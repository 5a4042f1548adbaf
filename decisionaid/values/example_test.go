package values_test

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/values"
)

// knee is a made-up decision with made-up numbers.
func knee() (*values.Attributes, *values.Table) {
	attributes, err := values.NewAttributes(
		values.Attribute{ID: "pain", Name: "pain after a year", Unit: "of 10", Worst: 10, Best: 0},
		values.Attribute{ID: "infection", Name: "serious infection", Unit: "of 1000 people", Worst: 20, Best: 0},
		values.Attribute{ID: "recovery", Name: "time until well", Unit: "weeks", Worst: 26, Best: 0},
	)
	if err != nil {
		panic(err)
	}
	table, err := values.NewTable(attributes,
		values.Option{ID: "exercise", Name: "Exercise", Cells: map[string]values.Cell{
			"pain": values.Known(5), "infection": values.Known(0), "recovery": values.Known(13)}},
		values.Option{ID: "operation", Name: "An operation", Cells: map[string]values.Cell{
			"pain": values.Known(2), "infection": values.Known(10), "recovery": values.Known(26)}},
	)
	if err != nil {
		panic(err)
	}
	return attributes, table
}

func Example() {
	attributes, table := knee()
	said, err := attributes.Points(values.Said("pain", 60), values.Said("infection", 30), values.Said("recovery", 10))
	if err != nil {
		fmt.Println(err)
		return
	}
	fits, _ := table.Fit(said)
	standing, _ := table.Standing(said, 1)
	speak := table.Speak(values.English())
	for _, fit := range fits {
		for _, sentence := range speak.Fit(fit) {
			fmt.Println(sentence)
		}
	}
	for _, sentence := range speak.Standing(standing) {
		fmt.Println(sentence)
	}
	// Output:
	// Exercise fits 65 out of 100 with what you said matters.
	// Speaks for Exercise, next to the others: serious infection and time until well.
	// Speaks against Exercise, next to the others: pain after a year.
	// An operation fits 63 out of 100 with what you said matters.
	// Speaks for An operation, next to the others: pain after a year.
	// Speaks against An operation, next to the others: serious infection and time until well.
	// Exercise is closest to what you said matters.
}

func ExampleTable_TradeOff() {
	attributes, table := knee()
	said, _ := attributes.Points(values.Said("pain", 60), values.Said("infection", 30), values.Said("recovery", 10))
	tradeOff, _ := table.TradeOff(said, "operation", "exercise")
	for _, sentence := range table.Speak(values.English()).TradeOff(tradeOff) {
		fmt.Println(sentence)
	}
	// Output:
	// Exercise fits 2 points more closely than An operation.
	// An operation would fit as well as Exercise if pain after a year had 62.5 of the 100 points instead of 60, the others keeping their proportion.
	// An operation would fit as well as Exercise if its pain after a year were 1.7 of 10 instead of 2 of 10.
	// Exercise would fit only as well as An operation if its pain after a year were 5.3 of 10 instead of 5 of 10.
	// An operation would fit as well as Exercise if serious infection had 27.1 of the 100 points instead of 30, the others keeping their proportion.
	// An operation would fit as well as Exercise if its serious infection were 8.7 of 1000 people instead of 10 of 1000 people.
	// Exercise would fit only as well as An operation if its serious infection were 1.3 of 1000 people instead of 0 of 1000 people.
	// An operation would fit as well as Exercise if time until well had 6.3 of the 100 points instead of 10, the others keeping their proportion.
	// An operation would fit as well as Exercise if its time until well were 20.8 weeks instead of 26 weeks.
	// Exercise would fit only as well as An operation if its time until well were 18.2 weeks instead of 13 weeks.
}

// An unfinished answer confines the weights. Nothing is filled in.
func ExampleAttributes_Points() {
	attributes, table := knee()
	said, _ := attributes.Points(values.Said("pain", 60), values.Said("infection", 30))
	_, settled := said.Weights()
	fmt.Println(settled)
	speak := table.Speak(values.English())
	for _, sentence := range speak.Unfinished(said) {
		fmt.Println(sentence)
	}
	fits, _ := table.Fit(said)
	fmt.Println(speak.Fit(fits[0])[0])

	_, err := attributes.Points(values.Said("pain", 60), values.Said("infection", 50))
	fmt.Println(err)
	// Output:
	// false
	// 10 of the 100 points are still to be shared out.
	// Still without an answer: time until well.
	// Exercise fits between 65 and 70 out of 100 with what you said matters; it cannot yet be said more closely.
	// points: the points add up to 110, and there are only 100 to share out; take 10 away
}

func ExampleAttributes_Ranking() {
	attributes, _ := knee()
	said, _ := attributes.Ranking(values.InOrder("pain", "infection", "recovery"))
	weights, _ := said.Weights()
	for _, w := range weights {
		fmt.Printf("%s %.4f\n", w.Attribute, w.Share)
	}
	_, err := attributes.Ranking(values.InOrder("pain", "infection"), values.InOrder("infection", "recovery", "pain"))
	var circle values.Contradiction
	if errors.As(err, &circle) {
		fmt.Println(circle.Cycle)
	}
	// Output:
	// pain 0.6111
	// infection 0.2778
	// recovery 0.1111
	// [pain infection recovery]
}

func ExampleAttributes_Swing() {
	attributes, _ := knee()
	said, _ := attributes.Swing("pain", values.Said("infection", 50), values.SaidBetween("recovery", 10, 30))
	for _, c := range said.Constraints() {
		fmt.Println(c.Attribute, c.Relation, c.Times, c.Of)
	}
	r, _ := said.WeightRange("pain")
	fmt.Printf("%.3f to %.3f\n", r.Low, r.High)
	// Output:
	// infection equal 0.5 pain
	// recovery at_least 0.1 pain
	// recovery at_most 0.3 pain
	// 0.556 to 0.625
}

func ExampleTable_Acceptability() {
	attributes, table := knee()
	said, _ := attributes.BestWorst(values.Choice{Shown: []string{"pain", "infection", "recovery"}, Most: "pain"})
	firm, _ := table.Acceptability(said, values.Sampling{Seed: 1})
	for _, o := range firm.Options {
		fmt.Printf("%s %.4f %.3f\n", o.Option, o.Ranks[0].Value, o.Central)
	}
	for _, sentence := range table.Speak(values.English()).Acceptability(firm) {
		fmt.Println(sentence)
	}
	// Output:
	// exercise 0.5781 [0.510 0.245 0.245]
	// operation 0.4219 [0.750 0.125 0.125]
	// In 57.8 of every 100 ways of weighing that agree with your answer, Exercise is closest.
	// In 42.2 of every 100 ways of weighing that agree with your answer, An operation is closest.
}
