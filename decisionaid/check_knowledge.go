package decisionaid

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeKnowledge = diag.Define(diag.Info{
	Code:    "aid-knowledge",
	Title:   "A knowledge item that cannot be answered right",
	Explain: "A knowledge item has two or more answers with ids of their own, and `correct:` is the id of one of them.",
	Bad:     "options:\n  - {id: more, label: More}\n  - {id: fewer, label: Fewer}\ncorrect: less",
	Good:    "options:\n  - {id: more, label: More}\n  - {id: fewer, label: Fewer}\ncorrect: fewer",
})

// checkKnowledge holds that every knowledge item can be answered right and wrong.
func checkKnowledge(def *Definition, r *diag.Reporter) {
	for i, item := range def.Knowledge {
		at := fmt.Sprintf("/knowledge/%d", i)
		first := map[string]string{}
		ids := make([]string, len(item.Options))
		for k, o := range item.Options {
			here := fmt.Sprintf("%s/options/%d/id", at, k)
			if place, twice := first[o.ID]; twice && o.ID != "" {
				r.Errorf(codeKnowledge, diag.At(here), "a second answer has the id %s", o.ID).Hinted("Give one of the two another id").
					Beside(diag.At(place), "the first one")
			}
			first[o.ID], ids[k] = here, o.ID
		}
		if len(item.Options) == 1 {
			r.Errorf(codeKnowledge, diag.At(at+"/options").Key(), "there is only one answer to %s", item.ID).Hinted("Add a wrong answer")
		}
		if _, there := first[item.Correct]; there || item.Correct == "" || len(item.Options) == 0 {
			continue
		}
		e := r.Errorf(codeKnowledge, diag.At(at+"/correct"), "there is no answer %s", item.Correct).After(at + "/options")
		if near := diag.Nearest(item.Correct, ids); near != "" {
			e.Hinted("Did you mean %s?", near).Mended(diag.At(at+"/correct"), near)
		} else {
			e.Hinted("Name the id of one of the answers")
		}
	}
}
