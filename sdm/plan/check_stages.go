package plan

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeStage = diag.Define(diag.Info{
	Code:    "plan-stage",
	Title:   "Two stages have one id",
	Explain: "A record says by the id of a stage how far planning has come, so each stage has one of its own.",
	Bad:     "stages:\n  - {id: review, title: Agree}\n  - {id: review, title: Review}",
	Good:    "stages:\n  - {id: agree, title: Agree}\n  - {id: review, title: Review}",
})

// checkStages holds that each stage has an id of its own.
func checkStages(def *Definition, r *diag.Reporter) {
	first := map[string]int{}
	for i, s := range def.Stages {
		if k, taken := first[s.ID]; taken && s.ID != "" {
			r.Errorf(codeStage, diag.At(fmt.Sprintf("/stages/%d/id", i)), "two stages have the id %s", s.ID).Hinted("Give each stage an id of its own").
				Beside(diag.At(fmt.Sprintf("/stages/%d/id", k)), "first used here")
			continue
		}
		first[s.ID] = i
	}
}
