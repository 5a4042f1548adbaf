package decisionaid

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// check reports what is wrong with a definition apart from its rules. Each check has a file of its own, with its code.
func check(def *Definition, asOf day.Day, r *diag.Reporter) {
	checkIDs(def, r)
	checkDates(def, asOf, r)
	checkOptions(def, r)
	checkAudience(def, r)
	checkDerived(def, r)
	for i := range def.Outcomes {
		o, at := &def.Outcomes[i], fmt.Sprintf("/outcomes/%d", i)
		checkKind(o, at, r)
		checkLabel(def, o, at, r)
		checkDenominator(def, o, at, r)
		checkPeriod(o, at, r)
		checkHorizon(o, at, r)
		checkPopulation(o, at, r)
		checkCells(def, o, at, r)
		checkComparison(def, o, at, r)
		for k := range o.Estimates {
			e, here := &o.Estimates[k], fmt.Sprintf("%s/estimates/%d", at, k)
			checkForm(e, here, r)
			checkNumbers(o, e, here, r)
			checkCertainty(o, e, here, r)
			checkSource(o, e, here, r)
		}
		checkBaselines(def, o, at, r)
	}
	checkExclusive(def, r)
	checkTest(def, r)
	checkValues(def, r)
	checkPrompts(def, r)
	checkKnowledge(def, r)
	checkGlossary(def, r)
	checkEvidenceAge(def, asOf, r)
	checkBalanceNumbers(def, r)
	checkWording(def, r)
}

// checkModel reports what is wrong with the numbers that the rules of a ready aid can give.
func checkModel(a *Aid, r *diag.Reporter) {
	checkChanceRange(a, r)
	checkSilentDefault(a, r)
	checkSums(a, r)
	checkValueRange(a, r)
	checkDirections(a, r)
}

// reportWord reports a word that is none of those that a key takes, with a did-you-mean.
func reportWord(r *diag.Reporter, code diag.Code, at, typed string, words []string) {
	e := r.Errorf(code, diag.At(at), "%q is none of %s", typed, strings.Join(words, ", "))
	if near := diag.Nearest(typed, words); near != "" {
		e.Hinted("Did you mean %s?", near).Mended(diag.At(at), near)
		return
	}
	e.Hinted("Write one of %s", strings.Join(words, ", "))
}

// known reports whether a word is one of those that a key takes.
func known[W ~string](word W, all ...W) ([]string, bool) {
	words := make([]string, len(all))
	for i, w := range all {
		words[i] = string(w)
	}
	return words, slices.Contains(all, word)
}
