package budget

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Forbidden is the cause of a fault of CheckStep that rests on a criterion of a policy: the line may not be paid for. errors.As finds it in the
// fault.
type Forbidden struct {
	// Line is the id of the budget line.
	Line string
	// Policy is the policy with its version, as Policy.Ref gives it; Criterion is the id of its criterion, and Basis what kind of ground that
	// has, such as law or local.
	Policy, Criterion, Basis string
}

// Error names the line and the criterion.
func (f Forbidden) Error() string {
	return fmt.Sprintf("%s of %s (%s) does not allow that line %.40s is paid for", f.Criterion, f.Policy, f.Basis, f.Line)
}

// CheckStep says what is wrong with a step under some policies, such as the law and that of an ICB: a basis or a category that none of them
// has, a line that one of them does not allow to be paid for, a ground that none of them has. The error is ErrNoStep or fault.Faults; the cause of
// each that rests on a criterion is Forbidden. Where a criterion cannot tell, because the line does not say it, as who is paid, nothing is wrong here:
// Policy.Line gives that finding as unknown. What is wrong with the step in itself is told by its Check, and what is wrong with its place by
// State.Apply.
func CheckStep(step Step, policies ...*Policy) error {
	if !ours(step) {
		return ErrNoStep
	}
	var c checker
	switch step := step.(type) {
	case Requested:
		c.known(nil, "basis", step.Basis, policies, (*Definition).basisIDs)
	case Agreed:
		for i := range step.Lines {
			l, here, before := &step.Lines[i], fault.Item("lines", i), len(c.Faults)
			c.known(&here, "category", l.Category, policies, (*Definition).categoryIDs)
			l.checkUnder(&c, &here, policies)
			c.ofLine(l.ID, before)
		}
	case Stopped:
		kind := StopMay
		if step.Mandatory {
			kind = StopMust
		}
		c.ground(step.Ground, kind, policies)
	case RepaymentAsked:
		c.ground(step.Ground, Repayment, policies)
	}
	return c.Err()
}

// known asks that one of the policies has the word of a field.
func (c *checker) known(at *fault.Place, field, word string, policies []*Policy, of func(def *Definition) []string) {
	var all []string
	for _, p := range policies {
		all = append(all, of(p.definition)...)
	}
	if len(all) == 0 || word == "" || slices.Contains(all, word) {
		return // where it is none: no policy says which there are, or its Check says that it is missing
	}
	c.Tell(at, field, fault.OneOf(word, all), "no policy has the %s %.40q", field, word)
}

// ground asks that one of the policies has a criterion of a kind.
func (c *checker) ground(id, kind string, policies []*Policy) {
	c.known(nil, "ground", id, policies, func(def *Definition) []string { return def.criterionIDs(kind) })
}

// checkUnder holds a line to the criteria of the policies.
func (l *Line) checkUnder(c *checker, at *fault.Place, policies []*Policy) {
	for _, p := range policies {
		for _, found := range p.Line(Given{}, *l) {
			if found.Kind == Excluded && found.State == policy.Met {
				c.Because(Forbidden{l.ID, p.Ref(), found.ID, found.Basis}, at, "category", "take the line out, or correct its category, mode or payee",
					"%s does not allow it to be paid for (%s, %s): %s", p.Title(), found.ID, found.Basis, strings.TrimSuffix(cmp.Or(found.Because, found.Title), "."))
			}
		}
	}
}
