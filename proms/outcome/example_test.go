package outcome_test

import (
	"fmt"
	"os"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/proms/outcome"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// A person filled in two questionnaires at the start and at the end of a course of therapy, and left the last of one of them
// half empty.
func Example() {
	set, faults := schemas.ReadFS(os.DirFS("../../examples"))
	_ = faults // the folder holds definitions of every kind; FromSet tells of faults in those that are used here
	rules, err := outcome.FromSet(set, "nhs-talking-therapies@1")
	if err != nil {
		fmt.Println(err)
		return
	}
	phq, gad := rules.Questionnaires()[0], rules.Questionnaires()[1]
	score := func(q *proms.Questionnaire, answers string) proms.Result {
		parsed, err := q.ParseAnswers([]byte(answers))
		if err != nil {
			fmt.Println(err)
			parsed = question.Answers{}
		}
		return q.Score(parsed)
	}
	start := []proms.Result{
		score(phq, `{"q1": 2, "q2": 2, "q3": 2, "q4": 2, "q5": 2, "q6": 2, "q7": 1, "q8": 1, "q9": 1}`),
		score(gad, `{"q1": 2, "q2": 2, "q3": 2, "q4": 2, "q5": 2, "q6": 1, "q7": 1}`),
	}
	end := []proms.Result{
		score(phq, `{"q1": 1, "q2": 1, "q3": 1, "q4": 1, "q5": 1, "q6": 1, "q7": 1, "q8": 1, "q9": 0}`),
		score(gad, `{"q1": 1, "q2": 1, "q3": 1, "q4": 1, "q5": 1, "q6": 1, "q7": 1}`),
	}
	for _, last := range [][]proms.Result{end, {end[0], score(gad, `{"q1": 1, "q2": 1}`)}} {
		found := rules.Evaluate(start, last)
		for _, id := range []string{"at_caseness", "reliable_improvement", "recovery", "reliable_recovery"} {
			f, _ := found.Finding(id)
			fmt.Println(f.ID, f.State, f.Missing)
		}
	}
	// Output:
	// at_caseness met []
	// reliable_improvement met []
	// recovery met []
	// reliable_recovery met []
	// at_caseness met []
	// reliable_improvement unknown [gad.last]
	// recovery unknown [gad.last]
	// reliable_recovery unknown [gad.last]
}
