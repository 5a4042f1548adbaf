package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Deep asks what the cases of one document are worth, with at most budget evaluations (cases.DeepBudget is the usual
// number); see cases.Deep. The error is a diag.List where the document has errors.
func Deep(set *schemas.Set, doc *schemas.Document, budget int) (cases.Report, error) {
	r := diag.NewReporter(doc)
	var q *Questionnaire
	if doc.CheckKind(Kind, r) {
		q = open(set, doc, day.Day{}, r)
	}
	if err := schemas.Settled(r.List()).Err(); err != nil {
		return cases.Report{}, err
	}
	return q.deepen(doc, budget, r), nil
}

// deepen tries changes of the document against its cases.
func (q *Questionnaire) deepen(doc *schemas.Document, budget int, r *diag.Reporter) cases.Report {
	build := func(changed *schemas.Document) (*rule.Model, error) { return q.from.modelOf(changed) }
	return cases.Deep(cases.Subject{
		Document: doc, Model: q.model, Promises: q.promises(), Build: build, Cases: asInputs(q.sheet, q.definition.Cases), At: "/cases",
	}, budget, r)
}

// modelOf builds a changed copy of a document, without running its cases.
func (from sources) modelOf(doc *schemas.Document) (*rule.Model, error) {
	r := diag.NewReporter(doc)
	def := &Definition{}
	schemas.Open(doc, def, r)
	q := compile(def, from, r)
	if err := schemas.Settled(r.List()).Err(); err != nil {
		return nil, err
	}
	return q.model, nil
}
