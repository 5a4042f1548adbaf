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

func ExampleAnswers_Marked() {
	sheet := question.NewSheet(question.Source{
		Questions: []question.Question{{ID: "pain", Number: &question.Number{Range: [2]float64{0, 10}, Step: 1}, Better: "lower"}},
		Items:     true,
		Ambiguous: question.Ambiguous{Two: question.TwoMarks{Adjacent: "worse", Apart: "void"}},
	}, diag.NewReporter(nil))
	for _, form := range []string{`{"pain": {"marks": [4, 5]}}`, `{"pain": {"marks": [4, 8]}}`} {
		answers, _ := sheet.Parse([]byte(form))
		marked := answers.Marked()[0]
		pain, why := answers.Value("pain")
		fmt.Println(marked.Marks, marked.By, pain, why)
	}
	// Output:
	// [4 5] worse 5 present
	// [4 8] void 0 invalid
}

func ExampleAnswers_Following() {
	sheet := question.NewSheet(question.Source{
		Questions: []question.Question{{ID: "activity", Number: &question.Number{Range: [2]float64{0, 10}, Step: 1}, Named: true}},
		Items:     true,
	}, diag.NewReporter(nil))
	first, _ := sheet.Parse([]byte(`{"activity": {"value": 2, "name": "Climbing stairs"}}`))

	later, _ := sheet.Parse([]byte(`{"activity": 7}`))
	later, _ = later.Following(first)
	rated, _ := later.Provenance("activity")
	fmt.Println(rated.Name)

	other, _ := sheet.Parse([]byte(`{"activity": {"value": 9, "name": "Lifting"}}`))
	_, err := other.Following(first)
	fmt.Println(err)
	// Output:
	// Climbing stairs
	// /activity: activity is "Lifting", and was "Climbing stairs" at the first visit. Rate the same again, or start anew [answer-renamed]
}

func ExampleAnswers_On() {
	questions := []question.Question{{ID: "q1", Number: &question.Number{Range: [2]float64{0, 3}, Step: 1}}}
	depression := question.NewSheet(question.Source{Document: "phq-9", Questions: questions}, diag.NewReporter(nil))
	anxiety := question.NewSheet(question.Source{Document: "gad-7", Questions: questions}, diag.NewReporter(nil))
	answers, _ := anxiety.Parse([]byte(`{"q1": 2}`))
	answers, err := answers.On(depression)
	_, why := answers.Value("q1")
	fmt.Println(why, err)
	// Output: invalid these are answers to gad-7, and not to phq-9. Score them with the questionnaire that was asked [answer-other-document]
}
