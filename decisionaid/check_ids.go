package decisionaid

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeID = diag.Define(diag.Info{
	Code:  "aid-id",
	Title: "An id is taken, or means something in rules",
	Explain: "Rules, cases and records name options, outcomes, values and questions by id, so each id is unique in its document and is no word " +
		"of the language of rules.",
	Bad:  "options:\n  - {id: surgery, label: Surgery}\n  - {id: surgery, label: Open surgery}",
	Good: "options:\n  - {id: keyhole, label: Keyhole surgery}\n  - {id: open_surgery, label: Open surgery}",
})

// checkIDs holds that every id is used once. Clashes among inputs, derived values and tables are found where rules are
// compiled; here they only take their ids.
func checkIDs(def *Definition, r *diag.Reporter) {
	taken := map[string]string{}
	take := func(id, at string) {
		if _, twice := taken[id]; !twice {
			taken[id] = at
		}
	}
	for i, in := range def.Inputs {
		take(in.ID, fmt.Sprintf("/inputs/%d/id", i))
	}
	for i, d := range def.Derived {
		take(d.ID, fmt.Sprintf("/derived/%d/id", i))
	}
	claim := func(id, at string) {
		switch first, twice := taken[id]; {
		case id == "": // Decode reports it
		case rule.Reserved(id):
			r.Errorf(codeID, diag.At(at), "%s has a meaning in rules and cannot be an id", id).Hinted("Choose another id, such as %s_1", id)
		case twice:
			r.Errorf(codeID, diag.At(at), "the id %s is already taken", id).Hinted("Give one of the two another id").
				Beside(diag.At(first), "first used here")
		default:
			taken[id] = at
		}
	}
	for i, o := range def.Options {
		claim(o.ID, fmt.Sprintf("/options/%d/id", i))
	}
	for i, o := range def.Outcomes {
		claim(o.ID, fmt.Sprintf("/outcomes/%d/id", i))
	}
	for i, g := range def.Exclusive {
		claim(g.ID, fmt.Sprintf("/exclusive/%d/id", i))
	}
	for i, v := range def.Values {
		claim(v.ID, fmt.Sprintf("/values/%d/id", i))
	}
	for i, q := range def.Questions.Own {
		claim(q.ID, fmt.Sprintf("/questions/%d/id", i))
	}
	for i, k := range def.Knowledge {
		claim(k.ID, fmt.Sprintf("/knowledge/%d/id", i))
	}
}
