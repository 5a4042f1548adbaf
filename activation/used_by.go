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

// UsedBy gives the measures that a document of a set uses, in the order of their names. A measure with faults is left out; its
// own faults are told where it is checked.
func UsedBy(set *schemas.Set, doc *schemas.Document) []Named {
	var measures []Named
	used := set.Uses(doc)
	for _, name := range slices.Sorted(maps.Keys(used)) {
		if used[name].Kind() != Kind {
			continue
		}
		if measure, err := FromSet(set, used[name].Ref()); err == nil {
			measures = append(measures, Named{Prefix: name + ".", Measure: measure})
		}
	}
	return measures
}

// UsesOf gives what measures bring to the rules of the document that uses them.
func UsesOf(measures []Named) []policy.Use {
	uses := make([]policy.Use, len(measures))
	for i, m := range measures {
		uses[i] = m.Use(m.Prefix)
	}
	return uses
}
