package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Deep asks what the cases of one document are worth, with at most budget evaluations (cases.DeepBudget is the usual
// number); see cases.Deep. The error is a diag.List where the document has errors.
func Deep(set *schemas.Set, doc *schemas.Document, budget int) (cases.Report, error) {
	q, err := FromSet(set, doc.Ref())
	if err != nil {
		return cases.Report{}, err
	}
	return q.deepen(doc, budget, diag.NewReporter(doc)), nil
}

// deepen tries changes of the document against its cases.
func (q *Questionnaire) deepen(doc *schemas.Document, budget int, r *diag.Reporter) cases.Report {
	return cases.Deep(cases.Subject{
		Document: doc, Model: q.model, Promises: q.promises(), Cases: asInputs(q.sheet, q.definition.Cases), At: "/cases",
		Build: func(changed *schemas.Document, r *diag.Reporter) *rule.Model {
			def := &Definition{}
			schemas.Open(changed, def, r)
			if again := compile(def, q.from, r); again != nil {
				return again.model
			}
			return nil
		},
	}, budget, r)
}
