package decisionaid

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeValue = diag.Define(diag.Info{
	Code:  "aid-value",
	Title: "A value that is about nothing, or whose range is the wrong way round",
	Explain: "A value asks how much an outcome matters; `about:` is its id. `range:` goes from the worst to the best chance that the answer refers to: " +
		"for a benefit the best is the greater one, for a risk or burden the smaller one.",
	Bad:  "- id: avoid_stroke\n  about: stroke\n  range: [0, 0.2]",
	Good: "- id: avoid_stroke\n  about: stroke\n  range: [0.2, 0]",
})

// checkValues holds that every value is about an outcome and has a range that goes from its worst to its best chance.
func checkValues(def *Definition, r *diag.Reporter) {
	ids := make([]string, len(def.Outcomes))
	for i, o := range def.Outcomes {
		ids[i] = o.ID
	}
	for i, v := range def.Values {
		at := fmt.Sprintf("/values/%d", i)
		place := slices.Index(ids, v.About)
		if place < 0 && v.About != "" {
			e := r.Errorf(codeValue, diag.At(at+"/about"), "there is no outcome %s", v.About).After("/outcomes")
			if near := diag.Nearest(v.About, ids); near != "" {
				e.Hinted("Did you mean %s?", near).Mended(diag.At(at+"/about"), near)
			} else {
				e.Hinted("Name the id of an outcome")
			}
		}
		worst, best := v.Range[0], v.Range[1]
		text := rule.FormatNumber(worst) + " to " + rule.FormatNumber(best)
		here := diag.At(at + "/range")
		switch {
		case !(min(worst, best) >= 0 && max(worst, best) <= 1):
			r.Errorf(codeValue, here, "the range %s leaves 0 to 1, and a chance cannot", text).Hinted("Write the worst and the best chance, such as [0.2, 0]")
		case worst == best:
			r.Errorf(codeValue, here, "the worst and the best chance are the same").After(at + "/range").Hinted("Write two chances that differ")
		case place >= 0 && (best > worst) != (def.Outcomes[place].Kind == Benefit):
			r.Errorf(codeValue, here, "the range %s goes from the better to the worse chance of %s", text, v.About).Hinted("The worst chance comes first")
		}
	}
}

// checkPrompts holds what an author's own question shows to the parts of BRAN.
func checkPrompts(def *Definition, r *diag.Reporter) {
	for i, q := range def.Questions.Own {
		if words, ok := known(q.Shows, ShowsBenefits, ShowsRisks, ShowsBoth, ShowsAlternatives, ShowsNothing); q.Shows != "" && !ok {
			reportWord(r, codeQuestions, fmt.Sprintf("/questions/%d/shows", i), string(q.Shows), words)
		}
	}
}
