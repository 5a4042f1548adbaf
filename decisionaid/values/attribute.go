package values

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// MaxAttributes is the largest number of attributes in one list. More than a dozen cannot be weighed by a person in one sitting.
const MaxAttributes = 12

// Attribute is one thing that may matter to a person, with the range that the author fixed for it.
// The range is part of the question: a weight is how much the step from Worst to Best matters, not how important the word sounds.
type Attribute struct {
	ID    string  `json:"id"`             // unique in its list
	Name  string  `json:"name,omitempty"` // as a person reads it; the id stands in where it is empty
	Unit  string  `json:"unit,omitempty"` // as a person reads it, such as "of 1000 people"
	Worst float64 `json:"worst"`          // the score at the worse end of the range, in Unit; value 0
	Best  float64 `json:"best"`           // the score at the better end, in Unit; value 1; may be below Worst
}

// value places a score on the straight line from Worst (0) to Best (1).
func (a Attribute) value(score float64) float64 { return (score - a.Worst) / (a.Best - a.Worst) }

// score is the inverse of value.
func (a Attribute) score(value float64) float64 { return a.Worst + float64(value*(a.Best-a.Worst)) }

func (a Attribute) name() string {
	if a.Name == "" {
		return a.ID
	}
	return a.Name
}

// Attributes is safe for concurrent use: a checked, fixed list of attributes. Answers and tables refer to it.
type Attributes struct {
	list  []Attribute
	index map[string]int
}

// NewAttributes checks a list of 1 to MaxAttributes attributes. The error is fault.Faults with the cause ErrAttribute.
func NewAttributes(list ...Attribute) (*Attributes, error) {
	a := &Attributes{list: slices.Clone(list), index: make(map[string]int, len(list))}
	if len(list) == 0 {
		return nil, wrong(ErrAttribute, "", "give at least one thing that may matter", "there is no attribute")
	}
	if len(list) > MaxAttributes {
		return nil, wrong(ErrAttribute, "", "leave out or join some", "there are %d attributes, and at most %d can be weighed", len(list), MaxAttributes)
	}
	var faults fault.Faults
	for i, one := range list {
		if one.ID == "" {
			faults = append(faults, wrong(ErrAttribute, "", "give it one", "attribute %d has no id, so answers could not refer to it", i+1)...)
			continue
		}
		if first, twice := a.index[one.ID]; twice {
			faults = append(faults, wrong(ErrAttribute, one.ID, "rename one", "attributes %d and %d are both called %q", first+1, i+1, one.ID)...)
			continue
		}
		a.index[one.ID] = i
		switch {
		case !finite(one.Worst) || !finite(one.Best) || !finite(one.Best-one.Worst):
			faults = append(faults, wrong(ErrAttribute, one.ID, "give two finite numbers", "the range from worst to best is not one of two finite numbers")...)
		case one.Worst == one.Best:
			faults = append(faults, wrong(ErrAttribute, one.ID,
				"widen the range or leave it out", "worst and best are both %v, so no option can differ on it and it cannot be weighed",
				one.Worst)...)
		}
	}
	if faults != nil {
		return nil, faults.Err()
	}
	return a, nil
}

// List gives a copy of the attributes, in order.
func (a *Attributes) List() []Attribute {
	if a == nil {
		return nil
	}
	return slices.Clone(a.list)
}

// usable refuses a nil or zero Attributes, which only a programmer can pass.
func (a *Attributes) usable() error {
	if a == nil || len(a.list) == 0 {
		return wrong(ErrAttribute, "", "", "the attributes were not made with NewAttributes")
	}
	return nil
}

// find gives the place of an attribute, or a fault that says who asked.
func (a *Attributes) find(id, who string) (int, error) {
	if i, ok := a.index[id]; ok {
		return i, nil
	}
	return 0, wrong(ErrAnswer, id, "check its id", "%s: there is no attribute %q", who, id)
}

// ids gives the ids of the attributes for which keep holds, in order.
func (a *Attributes) ids(keep func(i int) bool) []string {
	var ids []string
	for i, one := range a.list {
		if keep(i) {
			ids = append(ids, one.ID)
		}
	}
	return ids
}

// same says whether two lists have the same attributes over the same ranges, so that weights given for the one hold for the other.
func (a *Attributes) same(b *Attributes) bool {
	return slices.EqualFunc(a.list, b.list, func(x, y Attribute) bool {
		return x.ID == y.ID && x.Worst == y.Worst && x.Best == y.Best
	})
}
