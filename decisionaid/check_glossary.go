package decisionaid

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeGlossary = diag.Define(diag.Info{
	Code:    "aid-glossary",
	Title:   "A term is explained twice",
	Explain: "Every term of the glossary stands there once, so that readers find one meaning. Capitals make no difference.",
	Bad:     "glossary:\n  - {term: GP, meaning: Your family doctor}\n  - {term: gp, meaning: A doctor}",
	Good:    "glossary:\n  - {term: GP, meaning: Your family doctor}",
})

// checkGlossary holds that every term is explained once.
func checkGlossary(def *Definition, r *diag.Reporter) {
	first := map[string]string{}
	for i, t := range def.Glossary {
		at, term := fmt.Sprintf("/glossary/%d/term", i), strings.ToLower(strings.TrimSpace(t.Term))
		if place, twice := first[term]; twice && term != "" {
			r.Errorf(codeGlossary, diag.At(at), "%s is explained twice", t.Term).Hinted("Keep one of the two").Beside(diag.At(place), "the first one")
			continue
		}
		first[term] = at
	}
}
