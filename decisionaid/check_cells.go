package decisionaid

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeCell = diag.Define(diag.Info{
	Code:  "aid-cell",
	Title: "An outcome does not say one thing for every option",
	Explain: "Each outcome has exactly one estimate for each option, so that options can be compared. Where nothing is known write `unknown:` with " +
		"the reason; where the outcome cannot happen write `not_applicable:` with the reason. A gap would read as if there were no risk.",
	Bad:  "estimates:\n  - {option: surgery, chance: 0.12}",
	Good: "estimates:\n  - {option: surgery, chance: 0.12}\n  - option: as_now\n    unknown: No trial has measured it.",
})

// checkCells holds that every option has exactly one estimate of the outcome.
func checkCells(def *Definition, o *Outcome, at string, r *diag.Reporter) {
	ids := make([]string, len(def.Options))
	for i, option := range def.Options {
		ids[i] = option.ID
	}
	first := map[string]string{}
	for k, e := range o.Estimates {
		here := fmt.Sprintf("%s/estimates/%d/option", at, k)
		switch place, twice := first[e.Option]; {
		case e.Option == "": // Decode reports it
		case !slices.Contains(ids, e.Option):
			reportOption(r, codeCell, here, e.Option, ids)
		case twice:
			r.Errorf(codeCell, diag.At(here), "%s has a second estimate of %s", e.Option, o.ID).Beside(diag.At(place), "the first one").
				Hinted("Keep one of them")
		default:
			first[e.Option] = here
		}
	}
	var open []string
	for _, id := range ids {
		if _, ok := first[id]; !ok && id != "" {
			open = append(open, id)
		}
	}
	if len(open) > 0 {
		r.Errorf(codeCell, diag.At(at+"/estimates").Key(), "%s says nothing for %s", o.ID, strings.Join(open, ", ")).
			Hinted("Add the estimate, or `unknown:` or `not_applicable:` with the reason").After(at+"/estimates", "/options")
	}
}

// reportOption reports an option that is not there, with a did-you-mean.
func reportOption(r *diag.Reporter, code diag.Code, at, typed string, ids []string) {
	e := r.Errorf(code, diag.At(at), "there is no option %s", typed).After("/options")
	if near := diag.Nearest(typed, ids); near != "" {
		e.Hinted("Did you mean %s?", near).Mended(diag.At(at), near)
		return
	}
	e.Hinted("The options are %s", strings.Join(ids, ", "))
}
