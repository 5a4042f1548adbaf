package standard

import (
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// FactsOfDefinition reads facts off a definition that need not be a good aid, with a stated number of plain words.
func FactsOfDefinition(def *decisionaid.Definition, asOf day.Day) Facts {
	return factsOfDefinition(def, readability.Counts{Words: 100, Sentences: 10, Syllables: 130, Polysyllables: 2, Letters: 400}, asOf)
}
