package rule_test

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// A score over items, a blank filled in by the mean, and the calculation in words.
func Example() {
	report := diag.NewReporter(nil)
	b := rule.NewBuilder(report)
	of := &rule.List{Name: "symptoms", Fill: rule.Fill{Kind: rule.FillMean}}
	for _, id := range strings.Fields("q1 q2 q3 q4 q5 q6 q7 q8 q9") {
		slot := b.Input(rule.Input{Name: id, Type: rule.Type{Lo: 0, Hi: 3, Step: 1}})
		of.Items = append(of.Items, rule.ListItem{ID: id, Slot: slot})
	}
	total := b.Name("total", rule.Type{Lo: 0, Hi: 27}, "/scores/0")
	program := b.Compile(rule.Source{At: "/scores/0/rule", Text: "sum(of)", Of: of})
	b.Compute(total, program)
	b.Output("total")
	model := b.Build()
	if model == nil {
		fmt.Println(report.List())
		return
	}

	state := model.NewState()
	for slot, answer := range []float64{1, 2, 2, 1, 0, 1, 1, 0} {
		state.Set(rule.Slot(slot), answer)
	}
	model.Eval(state)
	fmt.Println(rule.FormatNumber(state.Get(total)))
	fmt.Println(program.Trace(state))
	// Output:
	// 9
	// 1 + 2 + 2 + 1 + 0 + 1 + 1 + 0 = 8, 8 × 9 / 8 = 9
}

// Every fault of a rule is reported at once, with the remedy.
func ExampleBuilder_Compile() {
	report := diag.NewReporter(nil)
	b := rule.NewBuilder(report)
	b.Input(rule.Input{Name: "age", Type: rule.Type{Lo: 0, Hi: 120, Step: 1, Unit: "years"}})
	b.Input(rule.Input{Name: "sex", Type: rule.Type{Kind: rule.Code, Set: "sex", Options: []rule.Option{{ID: "female"}, {ID: "male"}}}})
	b.Compile(rule.Source{At: "/when", Text: "ages ≥ 65 AND sex = female", Want: rule.Type{Kind: rule.Truth}, Condition: true})
	for _, d := range report.List() {
		fmt.Println(d.Error())
	}
	// Output:
	// /when: "≥" is not a sign of the language. Write >= [rule-character]
	// /when: `AND` is written `and` here. Write and [rule-sign]
	// /when: `=` is written `==` here. Write == [rule-sign]
	// /when: nothing is called `ages`. Did you mean age? [rule-unknown-name]
	// /when: `female` is the code of an answer and stands in quotes. Write "female" [rule-unquoted-code]
}

// A blank is neither yes nor no. Where it cannot matter, the condition is decided despite it.
func ExampleProgram_Decide() {
	b := rule.NewBuilder(nil)
	for _, id := range []string{"q1", "q2", "q3"} {
		b.Input(rule.Input{Name: id, Type: rule.Type{Lo: 0, Hi: 3, Step: 1}})
	}
	b.Group("symptoms", []string{"q1", "q2", "q3"}, "/groups/symptoms")
	any := b.Compile(rule.Source{Text: "sum(symptoms) > 0", Want: rule.Type{Kind: rule.Truth}, Condition: true})
	high := b.Compile(rule.Source{Text: "sum(symptoms) >= 5", Want: rule.Type{Kind: rule.Truth}, Condition: true})
	state := b.Build().NewState()
	state.Set(0, 3)
	state.Set(1, 1)

	truth := rule.Type{Kind: rule.Truth}
	v, despite := any.Decide(state)
	fmt.Println(truth.Format(v), despite)
	v, despite = high.Decide(state)
	fmt.Println(truth.Format(v), despite, high.Missing(state).Names)
	// Output:
	// true [q3]
	// blank [] [q3]
}

// The value is taken to 12 significant digits before the half rule is applied.
func ExampleRound() {
	fmt.Println(rule.Round(1.005, 2, rule.HalfUp), rule.Round(-2.5, 0, rule.HalfUp), rule.Round(2.5, 0, rule.HalfEven))
	// Output: 1.01 -2 2
}

// A proof over all people: the bound of a rule, and whether a name can lower it.
func ExampleProgram_Slope() {
	b := rule.NewBuilder(nil)
	age := b.Input(rule.Input{Name: "age", Type: rule.Type{Lo: 0, Hi: 120, Step: 1}})
	p := b.Compile(rule.Source{Text: "age >= 75 ? 2 : age >= 65 ? 1 : 0"})
	everybody := b.Build().Ranges()
	bound := p.Bound(everybody)
	fmt.Println(bound.Lo, bound.Hi, p.Slope(everybody, age))
	// Output: 0 2 rising
}

// The branches of a rule are what cases should show of it; those that nobody can take are proved and need none.
func ExampleProgram_Branches() {
	b := rule.NewBuilder(nil)
	b.Input(rule.Input{Name: "age", Type: rule.Type{Hi: 120, Step: 1}})
	points := b.Compile(rule.Source{Text: "age >= 75 ? 2 : age < 80 ? 1 : 0"})
	everybody := b.Build().Ranges()
	for _, branch := range points.Branches() {
		fmt.Println(branch.About, branch.Possible(everybody))
	}
	// Output:
	// `age >= 75` is unknown true
	// `2` is chosen true
	// `age < 80 ? 1 : 0` is chosen true
	// `age < 80` is unknown false
	// `1` is chosen true
	// `0` is chosen false
}
