package cases_test

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// adults is a model with one condition: a person of 18 is an adult.
func adults(r *diag.Reporter) (*rule.Model, *rule.Program) {
	b := rule.NewBuilder(r)
	b.Input(rule.Input{Name: "age", Type: rule.Type{Kind: rule.Number, Unit: "years", Lo: 0, Hi: 120, Step: 1}})
	adult := b.Name("adult", rule.Type{Kind: rule.Truth}, "/adult")
	p := b.Compile(rule.Source{At: "/adult", Text: "age > 18", Want: rule.Type{Kind: rule.Truth}, Condition: true})
	b.Compute(adult, p)
	b.Output("adult")
	return b.Build(), p
}

func ExampleRun() {
	r := diag.NewReporter(nil)
	model, _ := adults(r)
	cases.Run(model, []cases.Case{{
		Name:   "on the birthday",
		Given:  map[string]cases.Value{"age": cases.Of(18)},
		Expect: map[string]cases.Value{"adult": cases.Of(true)},
	}}, "/cases", r)
	fmt.Println(r.List())
	// Output:
	// /cases/0/expect/adult: in the case "on the birthday" adult is false, and true is expected. It came from age = 18 [case-failed]
}

func ExampleCheck() {
	r := diag.NewReporter(nil)
	b := rule.NewBuilder(r)
	for _, id := range []string{"q1", "q2", "q3"} {
		b.Input(rule.Input{Name: id, Type: rule.Type{Kind: rule.Number, Hi: 3, Step: 1}})
	}
	total := b.Name("total", rule.Type{Kind: rule.Number}, "/scores/0")
	p := b.Compile(rule.Source{At: "/scores/0/rule", Text: "q1 + q2 + q3", Want: rule.Type{Kind: rule.Number}})
	b.Compute(total, p)
	b.Output("total")

	cases.Check(b.Build(), cases.Promises{Outputs: []cases.Promise{
		{Output: "total", At: "/scores/0", Range: &[2]float64{0, 8}, Rule: p},
	}}, cases.Budget, r)
	fmt.Println(r.List())
	// Output:
	// /scores/0: total is 9, outside its range from 0 to 8, for a person with q1 = 3, q2 = 3, q3 = 3. Mend the rule or the range [rule-out-of-range]
}

// Two versions of one document: the age at which a person is an adult went up, and the version does not say so.
func ExampleCompare() {
	edition := func(version, when string) cases.Edition {
		doc, _ := schemas.Parse("adults.yaml", []byte("kind: example\nid: adults\nversion: "+version+"\nwhen: "+when+"\n"))
		b := rule.NewBuilder(diag.NewReporter(doc))
		b.Input(rule.Input{Name: "age", Type: rule.Type{Kind: rule.Number, Unit: "years", Lo: 0, Hi: 120, Step: 1}})
		adult := b.Name("adult", rule.Type{Kind: rule.Truth}, "/when")
		p := b.Compile(rule.Source{At: "/when", Text: when, Want: rule.Type{Kind: rule.Truth}, Condition: true})
		b.Compute(adult, p)
		b.Output("adult")
		return cases.Edition{
			Document: doc, Model: b.Build(), Promises: cases.Promises{Conditions: []cases.Condition{{About: "when", Rule: p}}},
		}
	}
	diff := cases.Compare(edition("1.0.0", "age >= 18"), edition("1.1.0", "age >= 21"), cases.DiffBudget)
	fmt.Print(diff)
	// Output:
	// adults: 1.0.0 to 1.1.0
	//
	// Results:
	//   adult changes from true to false for a person with age = 18
	//   (it differs for 3 of 10 made-up people)
	//
	// Rules, numbers and settings:
	//   when: age >= 18 is now age >= 21
	//
	// The version does not say so: this is a major change, so it should be 2.0.0 at least.
}
