package proms_test

import (
	"fmt"
	"os"

	"github.com/whatmatters-care/whatmatters/proms"
)

// Two results of one person are held against every published size of change, and a size is told apart from what it is about.
func ExampleQuestionnaire_Change() {
	src, err := os.ReadFile("testdata/change.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	worry, err := proms.Load("change.yaml", src)
	if err != nil {
		fmt.Println(err)
		return
	}
	var results []proms.Result
	for _, points := range []int{10, 7} {
		answers, err := worry.Answers(map[string]any{"worry": points})
		if err != nil {
			fmt.Println(err)
			return
		}
		results = append(results, worry.Score(answers))
	}
	change, _ := worry.Change(results[0], results[1]).Score("worried")
	fmt.Println(change.Before, "to", change.After, change.Course)
	for _, size := range change.Important {
		fmt.Println(size.Kind, size.Direction, size.State)
	}
	// Output:
	// 10 to 7 better
	// reliable either not_met
	// within_person better met
	// within_person worse not_met
	// within_group better not_applicable
	// between_group either not_applicable
}
