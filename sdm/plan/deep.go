package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Deep asks what the cases of one document of a set are worth, with at most budget evaluations; see cases.Deep. The error is a diag.List
// with what keeps the document from being made ready.
func Deep(set *schemas.Set, doc *schemas.Document, budget int) (cases.Report, error) {
	s, err := FromSet(set, doc.Ref())
	if err != nil {
		return cases.Report{}, err
	}
	return s.examine(doc, budget, diag.NewReporter(doc)), nil
}

func (s *Standard) examine(doc *schemas.Document, budget int, r *diag.Reporter) cases.Report {
	return cases.Deep(cases.Subject{
		Document: doc, Model: s.model, Promises: s.criteria.Promises(), Cases: s.definition.Cases, At: "/cases",
		Build: func(changed *schemas.Document, r *diag.Reporter) *rule.Model {
			def := &Definition{}
			schemas.Open(changed, def, r)
			if again := assemble(def, s.person, s.prefix, r); again != nil {
				return again.model
			}
			return nil
		},
	}, budget, r)
}
