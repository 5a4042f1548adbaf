package budget

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Examine asks what the cases of a policy are worth.
func (p *Policy) Examine(doc *schemas.Document) cases.Report {
	return p.examine(doc, diag.NewReporter(doc))
}
