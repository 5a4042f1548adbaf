package budget

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeSubject = diag.Define(diag.Info{
	Code:  "budget-subject",
	Title: "A criterion is about two things, or about the wrong one",
	Explain: "A criterion is asked about the budget, about one line or about one decision, so it cannot read facts of a line and of a decision. " +
		"Whether a line may be paid for (kind: excluded) is decided by the line alone, so that whoever has the line can tell. A criterion of " +
		"kind reconsideration is about a decision.",
	Bad:  "- {id: wine, kind: excluded, when: line.category == \"alcohol\" and likes_wine, basis: local}",
	Good: "- {id: wine, kind: excluded, when: line.category == \"alcohol\", basis: local}",
})

var codeOther = diag.Define(diag.Info{
	Code:  "budget-category-other",
	Title: "There is no category for everything else",
	Explain: "Another policy may have categories that this one does not know; a line of such a category is `other` here. Without that category " +
		"nobody could tell whether the line may be paid for.",
	Bad:  "categories:\n  - {id: alcohol, label: Alcohol}\n  - {id: gambling, label: Gambling}",
	Good: "categories:\n  - {id: alcohol, label: Alcohol}\n  - {id: other, label: Something else}",
})

// checkSubjects holds that every criterion can be asked about one thing.
func (p *Policy) checkSubjects(r *diag.Reporter) {
	for i, c := range p.definition.Criteria {
		at := diag.At(fmt.Sprintf("/criteria/%d", i))
		var line, decision, more []string
		for _, name := range p.model.InputsOf(c.ID) {
			switch {
			case strings.HasPrefix(name, linePrefix):
				line = append(line, name)
			case strings.HasPrefix(name, decisionPrefix):
				decision = append(decision, name)
			default:
				more = append(more, name)
			}
		}
		switch {
		case len(line) > 0 && len(decision) > 0:
			r.Errorf(codeSubject, at, "%s reads %s of a line and %s of a decision", c.ID, line[0], decision[0]).Hinted("Make two criteria of it")
		case c.Kind == Excluded && len(line) == 0:
			r.Errorf(codeSubject, at, "%s is about no line, and says that a line may not be paid for", c.ID).Hinted("Read a fact of the line, such as line.category")
		case c.Kind == Excluded && len(more)+len(decision) > 0:
			r.Errorf(codeSubject, at, "%s reads %s, and a line is judged by its own facts", c.ID, slices.Concat(more, decision)[0]).
				Hinted("Read facts of the line alone, or make it a flag")
		case c.Kind == Reconsideration && len(decision) == 0:
			r.Errorf(codeSubject, at, "%s is about no decision", c.ID).Hinted("Read a fact of the decision, such as decision.of")
		}
	}
	if len(p.definition.Categories) > 0 && !p.definition.has(otherCategory) {
		r.Errorf(codeOther, diag.At("/categories"), "no category is `other`").Hinted("Add {id: other, label: Something else}")
	}
}
