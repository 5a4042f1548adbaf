package proms

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// checkCodes reports codes of scores that cannot be right; those of items are checked with the items.
func checkCodes(def *Definition, r *diag.Reporter) {
	for i, s := range def.Scores {
		question.CheckLOINC(s.LOINC, fmt.Sprintf("/scores/%d/loinc", i), r)
	}
}
