package budget

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// CheckStep says what is wrong with a step under some policies, such as the law and that of an ICB: a basis or a category that none of them
// has, a line that one of them does not allow to be paid for, a ground that none of them has. The error is ErrNoStep or Faults; each that rests on
// a criterion names it. What is wrong with the step in itself is told by its Check, and what is wrong with its place by State.Apply.
func CheckStep(step Step, policies ...*Policy) error {
	if !ours(step) {
		return ErrNoStep
	}
	f := finding()
	switch step := step.(type) {
	case Requested:
		f.known("/basis", step.Basis, "basis", policies, func(def *Definition) (ids []string) {
			for _, b := range def.Bases {
				ids = append(ids, b.ID)
			}
			return ids
		})
	case Agreed:
		for i, l := range step.Lines {
			l.checkUnder(step.at(f, i), policies)
		}
	case Stopped:
		kind := StopMay
		if step.Mandatory {
			kind = StopMust
		}
		f.ground(step.Ground, kind, policies)
	case RepaymentAsked:
		f.ground(step.Ground, Repayment, policies)
	}
	return f.err()
}

// known asks that one of the policies has a word.
func (f finder) known(field, word, what string, policies []*Policy, of func(def *Definition) []string) {
	var all []string
	for _, p := range policies {
		for _, id := range of(p.definition) {
			if id == word {
				return
			}
			all = append(all, id)
		}
	}
	if len(all) == 0 || word == "" {
		return // no policy says which there are, or its Check says that it is missing
	}
	mend := "use one of " + strings.Join(all, ", ")
	if near := diag.Nearest(word, all); near != "" {
		mend = "did you mean " + near + "?"
	}
	f.add(field, mend, "no policy has the %s %.40q", what, word)
}

func (f finder) ground(id, kind string, policies []*Policy) {
	f.known("/ground", id, "ground", policies, func(def *Definition) (ids []string) {
		for _, c := range def.Criteria {
			if c.Kind == kind {
				ids = append(ids, c.ID)
			}
		}
		return ids
	})
}

// checkUnder holds a line to the policies.
func (l Line) checkUnder(f finder, policies []*Policy) {
	f.known("/category", l.Category, "category", policies, func(def *Definition) (ids []string) {
		for _, c := range def.Categories {
			ids = append(ids, c.ID)
		}
		return ids
	})
	for _, p := range policies {
		for _, found := range p.Line(Given{}, l) {
			if found.Kind != Excluded || found.State != policy.Met || len(*f.faults) >= MaxFaults {
				continue
			}
			because := found.Because
			if because == "" {
				because = found.Title
			}
			*f.faults = append(*f.faults, Fault{
				Field: f.at + "/category", Line: l.ID, Criterion: found.ID,
				Says: fmt.Sprintf("%s does not allow it to be paid for (%s, %s): %s", p.Title(), found.ID, found.Basis, strings.TrimSuffix(because, ".")),
				Mend: "take the line out, or correct its category, mode or payee",
			})
		}
	}
}
