package budget

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// examine asks what the cases of the policy are worth; see cases.Deep.
func (p *Policy) examine(doc *schemas.Document, r *diag.Reporter) cases.Report {
	return cases.Deep(cases.Subject{
		Document: doc, Model: p.model, Promises: p.criteria.Promises(), Cases: p.definition.Cases, At: "/cases",
		Build: func(changed *schemas.Document) (*rule.Model, error) {
			quiet := diag.NewReporter(changed)
			again := &Policy{definition: &Definition{}, who: p.who}
			changed.Decode(again.definition, quiet) // the schema saw the document before the change
			again.compile(quiet)
			if err := schemas.Settled(quiet.List()).Err(); err != nil {
				return nil, err
			}
			return again.model, nil
		},
	}, cases.DeepBudget, r)
}
