package activation

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Named is a measure under the name by which a document uses it.
type Named struct {
	// Prefix is that name with a dot, as rules write it: "activation.".
	Prefix string
	*Measure
}

// UsedBy gives the measures that a document of a set uses, in the order of their names, and what they bring to its rules. A measure with
// faults brings a Use that says so and is left out of the measures; its own faults are told where it is checked.
func UsedBy(set *schemas.Set, doc *schemas.Document) (measures []Named, uses []policy.Use) {
	used := set.Uses(doc)
	for _, name := range slices.Sorted(maps.Keys(used)) {
		if used[name].Kind() != Kind {
			continue
		}
		prefix := name + "."
		measure, err := FromSet(set, used[name].Ref())
		if err != nil {
			uses = append(uses, policy.Use{Prefix: prefix, Faulty: true})
			continue
		}
		measures = append(measures, Named{Prefix: prefix, Measure: measure})
		uses = append(uses, measure.Use(prefix))
	}
	return measures, uses
}
