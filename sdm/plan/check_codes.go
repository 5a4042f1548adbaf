package plan

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

var codeCode = diag.Define(diag.Info{
	Code:  "plan-code",
	Title: "A code of something that there is not",
	Explain: "`for:` of a code names a kind of step, such as plan_agreed, the status of an offer, or the id of a section or heading. A code for " +
		"anything else would never be sent.",
	Bad:  "codes:\n  - {for: plan_agree, system: snomed, code: \"1187911000000105\"}",
	Good: "codes:\n  - {for: plan_agreed, system: snomed, code: \"1187911000000105\"}",
})

// snomed is what the system of a code is called where its check digit is known.
const snomed = "snomed"

// checkCodes holds that each code is that of something, and that one of SNOMED CT can be one.
func checkCodes(def *Definition, r *diag.Reporter) {
	known := codable()
	for i, c := range def.Codes {
		if c.System == snomed {
			question.CheckSNOMED(c.Code, fmt.Sprintf("/codes/%d/code", i), r)
		}
		at := fmt.Sprintf("/codes/%d/for", i)
		if c.For != "" && !slices.Contains(known, c.For) {
			e := r.Errorf(codeCode, diag.At(at), "nothing is called %s", c.For)
			nearest(e, at, c.For, known)
		}
	}
}

// codable gives what a code can be of: steps, offers, sections and headings.
func codable() []string {
	var known []string
	for _, s := range Steps() {
		known = append(known, s.Kind())
	}
	for _, o := range offerStates {
		known = append(known, string(o))
	}
	for _, p := range parts {
		known = append(append(known, p.id), p.headings...)
	}
	return known
}
