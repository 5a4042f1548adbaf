package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// sources is what a questionnaire reads beside its own items.
type sources struct {
	facts  *person.Vocabulary
	prefix string
}

// sourcesOf finds the facts of a person that a document of a set uses.
func sourcesOf(set *schemas.Set, doc *schemas.Document, r *diag.Reporter) sources {
	var from sources
	from.facts, from.prefix = person.Used(set, doc, r)
	return from
}

// inputs gives the facts as inputs of the model.
func (from sources) inputs() []rule.Input {
	if from.facts == nil {
		return nil
	}
	return from.facts.Inputs(from.prefix)
}
