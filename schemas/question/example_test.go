package question_test

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

func ExampleSheet_Parse() {
	r := diag.NewReporter(nil)
	sheet := question.NewSheet(question.Source{
		Questions: []question.Question{
			{ID: "age", Ask: "How old are you?", Number: &question.Number{Unit: "years", Range: [2]float64{0, 120}, Step: 1}},
			{ID: "sex", Ask: "Were you registered female or male at birth?", Answer: "sex"},
		},
		Sets: map[string]question.AnswerSet{"sex": {{ID: "female"}, {ID: "male"}}},
	}, r)

	answers, err := sheet.Parse([]byte(`{"age": {"value": 76, "from": "GP record"}, "sex": "femal"}`))
	fmt.Println(err)
	age, _ := answers.Value("age")
	_, why := answers.Value("sex")
	from, _ := answers.Provenance("age")
	fmt.Println(age, from.From, why)
	// Output:
	// /sex: sex: "femal" is not one of the answers; did you mean "female" [answer-invalid]
	// 76 GP record invalid
}

func ExampleAnswers_With() {
	sheet := question.NewSheet(question.Source{
		Questions: []question.Question{{ID: "smokes", Answer: question.YesNo}},
	}, diag.NewReporter(nil))
	now, _ := sheet.Of(map[string]any{"smokes": true})
	stopped, _ := now.With("smokes", false)
	before, _ := now.Value("smokes")
	after, _ := stopped.Value("smokes")
	fmt.Println(before, after)
	// Output: 1 0
}
