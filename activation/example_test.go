package activation_test

import (
	"fmt"
	"os"
	"time"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// A licensed tool made the score. The measure says what it means by the cut points that are in use, and by which those are.
func ExampleMeasure_AssessScore() {
	src, err := os.ReadFile("../examples/measures/pam-prescored.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	measure, err := activation.Load("pam-prescored.yaml", src)
	if err != nil {
		fmt.Println(err)
		return
	}
	now := measure.AssessScore(rule.ValueOf(70))
	fmt.Println(now.Level.Label, "by", now.CutPoints)

	older, err := measure.Using("pam_older")
	if err != nil {
		fmt.Println(err)
		return
	}
	then := older.AssessScore(rule.ValueOf(70))
	fmt.Println(then.Level.Label, "by", then.CutPoints)

	none := measure.AssessScore(rule.MissingValue(rule.Declined))
	fmt.Printf("%q: %v\n", none.Level.ID, none.Reason())
	// Output:
	// Level 3 by pam_current
	// Level 4 by pam_older
	// "": declined
}

// The score comes from the answers to a questionnaire.
func ExampleMeasure_Assess() {
	set, faults := schemas.ReadFS(os.DirFS("testdata"))
	_ = faults // the folder also holds bad documents, on purpose
	measure, err := activation.FromSet(set, "confidence@1")
	if err != nil {
		fmt.Println(err)
		return
	}
	answers, err := measure.Questionnaire().ParseAnswers([]byte(`{"c1": 5, "c2": 5, "c3": 5, "c4": 5, "c5": null, "c6": 5}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	found := measure.Assess(answers, activation.Taking(40*time.Second))
	for _, step := range measure.Explain(found) {
		fmt.Println(step)
	}
	// Output:
	// the score is 5, confidence of six-items@1.0.0 with 5 of 6 answered
	// the level is Middle, from 4 to below 7, by the cut points thirds (convention, a_paper, not verified there)
	// a second look is wise: all_same: All answers are the same. (the score stands)
}

// A change is read against every published size, and two scores that cannot be compared are not.
func ExampleMeasure_Change() {
	src, err := os.ReadFile("../examples/measures/pam-prescored.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	measure, err := activation.Load("pam-prescored.yaml", src)
	if err != nil {
		fmt.Println(err)
		return
	}
	spring := measure.AssessScore(rule.ValueOf(50.1), activation.On(day.New(2026, 4, 1)))
	autumn := measure.AssessScore(rule.ValueOf(53.1), activation.On(day.New(2026, 10, 1)))
	change := measure.Change(spring, autumn)
	fmt.Println(change.Delta, change.Course)
	for _, size := range change.Important {
		fmt.Println(size.ID, size.Value, size.State)
	}

	older, err := measure.Using("pam_older")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(measure.Change(spring, older.AssessScore(rule.ValueOf(53.1))).Refused)
	// Output:
	// 3 better
	// endorsed 3 met
	// older 4 not_met
	// other_cut_points
}
