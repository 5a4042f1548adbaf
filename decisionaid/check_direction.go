package decisionaid

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeDirection = diag.Define(diag.Info{
	Code:  "aid-direction",
	Title: "A value is said to rise or fall with what cannot move it",
	Explain: "`rises_with:` and `falls_with:` name inputs and facts that the value is worked out from, each once: numbers, or what is true or false. " +
		"The answers of any other question have no order in which they could rise.",
	Bad:  "rule: age / 200\nrises_with: [agee]",
	Good: "rule: age / 200\nrises_with: [age]",
})

// checkDirections holds derived values to the directions that the author declares, over made-up people.
func checkDirections(a *Aid, r *diag.Reporter) {
	promises, declared := a.rules(), false
	promises.Conditions = nil // whom the aid is for is no question of direction
	for i, d := range a.derived {
		at := fmt.Sprintf("/derived/%d", i)
		ways := a.ways(d, d.definition.RisesWith, at+"/rises_with", false, nil, r)
		ways = a.ways(d, d.definition.FallsWith, at+"/falls_with", true, ways, r)
		k := slices.IndexFunc(promises.Outputs, func(p cases.Promise) bool { return p.Output == d.definition.ID })
		promises.Outputs[k].Ways, declared = ways, declared || len(ways) > 0
	}
	if declared {
		cases.Check(a.model, promises, cases.Budget, r)
	}
}

// ways adds what a list declares to the ways that are known so far, and reports names that cannot be meant.
func (a *Aid) ways(d derived, names []string, at string, falls bool, known []cases.Way, r *diag.Reporter) []cases.Way {
	read := a.model.InputsOf(d.definition.ID)
	for k, name := range names {
		here := fmt.Sprintf("%s/%d", at, k)
		slot, _ := a.model.Slot(name)
		switch {
		case !slices.Contains(read, name):
			e := r.Errorf(codeDirection, diag.At(here), "%s is not worked out from %s", d.definition.ID, name)
			if near := diag.Nearest(name, read); near != "" {
				e.Hinted("Did you mean %s?", near).Mended(diag.At(here), near)
			} else {
				e.Hinted("Name an input or a fact that its rule reads, or leave it out")
			}
		case a.model.Type(slot).Kind == rule.Code:
			r.Errorf(codeDirection, diag.At(here), "the answers of %s have no order, so %s cannot rise or fall with it", name, d.definition.ID).
				Hinted("Leave it out")
		case slices.ContainsFunc(known, func(w cases.Way) bool { return w.Input == name }):
			r.Errorf(codeDirection, diag.At(here), "%s is named twice for %s", name, d.definition.ID).Hinted("Keep the one that is right")
		default:
			known = append(known, cases.Way{At: here, Input: name, Falls: falls})
		}
	}
	return known
}
