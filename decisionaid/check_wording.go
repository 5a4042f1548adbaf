package decisionaid

import "github.com/whatmatters-care/whatmatters/schemas/diag"

// checkWording looks at everything that people read. It knows English only.
func checkWording(def *Definition, r *diag.Reporter) {
	all := passages(def)
	checkBalance(def, all, r)
	if !english(def) {
		return
	}
	explained := checkTerms(def, all, r)
	for i := range all {
		p := &all[i]
		found := p.frequencies()
		checkRelative(p, found, r)
		checkCounted(p, found, r)
		checkWords(p, explained, r)
		checkSentences(p, r)
	}
	checkReadability(def, all, r)
}
