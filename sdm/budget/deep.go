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
		Build: func(changed *schemas.Document, r *diag.Reporter) *rule.Model {
			again := &Policy{definition: &Definition{}, who: p.who}
			schemas.Open(changed, again.definition, r)
			again.compile(r)
			return again.model
		},
	}, cases.DeepBudget, r)
}
