package decisionaid

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeOptionKind = diag.Define(diag.Info{
	Code:    "aid-option-kind",
	Title:   "An option is of a kind that there is not",
	Explain: "`kind:` of an option is treatment (also where it is left out), no_treatment or watchful_waiting.",
	Bad:     "- {id: none, kind: nothing, label: Carry on as you are}",
	Good:    "- {id: none, kind: no_treatment, label: Carry on as you are}",
})

var codeNothing = diag.Define(diag.Info{
	Code:  "aid-do-nothing",
	Title: "The options do not have one way of doing nothing",
	Explain: "Doing nothing, or waiting, is always a choice, and all other options are compared with it. Exactly one option has the kind " +
		"no_treatment or watchful_waiting, and there is at least one other.",
	Bad:  "options:\n  - {id: surgery, label: Surgery}\n  - {id: exercise, label: Exercise}",
	Good: "options:\n  - {id: as_now, kind: no_treatment, label: Carry on as now}\n  - {id: surgery, label: Surgery}",
})

// checkOptions holds that one option is to do nothing, and that there is something to choose.
func checkOptions(def *Definition, r *diag.Reporter) {
	var waits []int
	for i, o := range def.Options {
		at := fmt.Sprintf("/options/%d/kind", i)
		if words, ok := known(o.Kind, Treatment, NoTreatment, WatchfulWaiting); o.Kind != "" && !ok {
			reportWord(r, codeOptionKind, at, string(o.Kind), words)
		}
		if o.Kind.Waits() {
			waits = append(waits, i)
		}
	}
	switch {
	case len(def.Options) == 0: // Decode and the schema report it
	case len(waits) == 0:
		r.Errorf(codeNothing, diag.At("/options").Key(), "no option is to do nothing or to wait").
			Hinted("Add an option with `kind: no_treatment` or `kind: watchful_waiting`").After("/options")
	case len(waits) > 1:
		r.Errorf(codeNothing, diag.At(fmt.Sprintf("/options/%d/kind", waits[1])), "a second option is to do nothing or to wait").
			Hinted("Only one option is what the others are compared with; take the kind away from the other").
			Beside(diag.At(fmt.Sprintf("/options/%d/kind", waits[0])), "the first one")
	case len(def.Options) == 1:
		r.Errorf(codeNothing, diag.At("/options").Key(), "there is only one option, so there is nothing to decide").
			Hinted("Add the other ways forward")
	}
}
