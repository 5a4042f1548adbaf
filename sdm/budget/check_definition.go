package budget

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

var codeBasis = diag.Define(diag.Info{
	Code:    "budget-basis",
	Title:   "Two bases or categories have one id",
	Explain: "A request names its basis by its id, and a line its category, so each id stands once.",
	Bad:     "bases:\n  - {id: wheelchair, label: Wheelchair}\n  - {id: wheelchair, label: Buggy}",
	Good:    "bases:\n  - {id: wheelchair, label: A wheelchair or specialist buggy}",
})

var codeSetting = diag.Define(diag.Info{
	Code:  "budget-setting",
	Title: "A number of months or weeks cannot be right, or has no ground",
	Explain: "Reviews, contingency and surplus are numbers that differ from place to place, so each says what kind of ground it has. Months " +
		"and weeks are whole numbers from 1.",
	Bad:  "surplus: {weeks: 0, basis: local}",
	Good: "surplus: {weeks: 8, basis: local}",
})

var codeKind = diag.Define(diag.Info{
	Code:  "budget-kind",
	Title: "A criterion is of no kind that a budget knows",
	Explain: "`kind:` says what follows from a criterion: a right, a line that may not be paid, a ground to stop or to ask money back. Programs look " +
		"criteria up by it, so a misspelt kind would be passed over.",
	Bad:  "- {id: gambling, kind: exclude, when: line.category == \"gambling\", basis: law}",
	Good: "- {id: gambling, kind: excluded, when: line.category == \"gambling\", basis: law}",
})

// checkBases holds that bases and categories can be told apart.
func checkBases(def *Definition, r *diag.Reporter) {
	checkOnce("bases", def.basisIDs(), r)
	checkOnce("categories", def.categoryIDs(), r)
}

// checkOnce holds that no two entries of a list have one id.
func checkOnce(list string, ids []string, r *diag.Reporter) {
	at := func(i int) diag.Where { return diag.At(fmt.Sprintf("/%s/%d/id", list, i)) }
	fault.Repeats(ids, func(id *string) string { return *id }, func(i int) {
		r.Errorf(codeBasis, at(i), "two %s have the id %s", list, ids[i]).Hinted("Give one of the two another id").
			Beside(at(slices.Index(ids, ids[i])), "first used here")
	})
}

// checkSettings holds numbers of months and weeks to what can be, and to a ground.
func checkSettings(def *Definition, r *diag.Reporter) {
	positive := func(at string, n int, what string) {
		if n < 1 || n > 520 {
			r.Errorf(codeSetting, diag.At(at), "%d %s cannot be", n, what).Hinted("Write a whole number from 1 to 520, or leave the setting out")
		}
	}
	ground := func(at, basis string) {
		if basis != "" && !slices.Contains(policy.Bases, basis) {
			e := r.Errorf(codeSetting, diag.At(at+"/basis"), "%q is no basis", basis).Hinted("Use one of %s", strings.Join(policy.Bases, ", "))
			if near := diag.Nearest(basis, policy.Bases); near != "" {
				e.Mended(diag.At(at+"/basis"), near)
			}
		}
	}
	if v := def.Reviews; v != nil {
		positive("/reviews/first_months", v.FirstMonths, "months")
		positive("/reviews/then_months", v.ThenMonths, "months")
		ground("/reviews", v.Basis)
	}
	if w := def.Contingency; w != nil {
		positive("/contingency/weeks", w.Weeks, "weeks")
		ground("/contingency", w.Basis)
	}
	if w := def.Surplus; w != nil {
		positive("/surplus/weeks", w.Weeks, "weeks")
		ground("/surplus", w.Basis)
	}
}

// checkKinds holds criteria to the kinds that follow something from them.
func checkKinds(def *Definition, r *diag.Reporter) {
	kinds := CriterionKinds()
	for i, c := range def.Criteria {
		at := fmt.Sprintf("/criteria/%d", i)
		switch {
		case c.Kind == "":
			r.Errorf(codeKind, diag.At(at), "the criterion %s does not say what follows from it", c.ID).Hinted("Add `kind:` with one of %s", strings.Join(kinds, ", ")).After(at)
		case !slices.Contains(kinds, c.Kind):
			e := r.Errorf(codeKind, diag.At(at+"/kind"), "there is no kind %s", c.Kind).Hinted("Use one of %s", strings.Join(kinds, ", "))
			if near := diag.Nearest(c.Kind, kinds); near != "" {
				e.Mended(diag.At(at+"/kind"), near)
			}
		}
	}
}
