package community

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Need is something that a person needs or is troubled by, in their own words, in a category of a directory, or both. It is a plain value.
type Need struct {
	// ID names the need in the referral, and keeps its meaning through it. A need of a care plan keeps its id of the plan.
	ID string `json:"id"`
	// Words are the person's own. Whoever sees the referral sees them, so words that a plan shows to some alone belong under the id of the
	// need that they are copied from.
	Words string `json:"words,omitempty"`
	// Category is the id of a category of the directory, such as loneliness.
	Category string `json:"category,omitempty"`
	// Weight is how much it matters to the person beside the other needs, from 0 to 100; nil where they did not say.
	Weight *float64 `json:"weight,omitempty"`
}

// checkNeeds tells what is wrong with the needs of a step or a seeker.
func checkNeeds(f *fault.Faults, needs []Need) {
	for i := range needs {
		n, here := &needs[i], fault.Item("needs", i)
		if fault.Blank(n.ID) {
			f.Tell(&here, "id", "give each need an id of its own, such as need_1", "the need has no id, so nothing later could say that it is for it")
		}
		if fault.Blank(n.Words) && fault.Blank(n.Category) {
			f.Tell(&here, "", "write down the person's words, name a category, or both", "the need %.40q has neither words nor a category, so nobody knows what it is", n.ID)
		}
		if n.Weight != nil {
			checkWeight(f, &here, "weight", *n.Weight)
		}
	}
	fault.Repeats(needs, func(n *Need) string { return n.ID }, func(i int) {
		here := fault.Item("needs", i)
		f.Tell(&here, "id", "give each need an id of its own", "a need before it has the id %.40q too", needs[i].ID)
	})
}

// full is what counts where nobody said how much something matters, so that nothing is played down because nobody asked.
const full = 100

// weighs reports whether something can matter so much beside other things.
func weighs(weight float64) bool { return weight >= 0 && weight <= full }

// checkWeight tells of a weight that cannot be.
func checkWeight(f *fault.Faults, at *fault.Place, field string, weight float64) {
	switch {
	case weighs(weight):
	case math.IsNaN(weight):
		f.Tell(at, field, "leave it out where the person did not say", "the weight is no number")
	default:
		f.Tell(at, field, "weights go from 0 to 100", "the weight is %v", weight)
	}
}
