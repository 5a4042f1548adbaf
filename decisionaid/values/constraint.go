package values

// Relation is how the weight of an attribute stands to what a Constraint compares it with.
type Relation string

// The relations. A share compared with a relation is a number from 0 to 1.
const (
	AtLeast Relation = "at_least"
	AtMost  Relation = "at_most"
	Equal   Relation = "equal"
)

// Constraint is one thing that an answer says about the weights: the weight of Attribute is at least, at most or equal to Times the weight of
// Of or, where Of is empty, Times itself. All weights are at least 0 and add up to 1; that is not repeated.
type Constraint struct {
	Attribute string   `json:"attribute"`
	Relation  Relation `json:"relation"`
	Times     float64  `json:"times"`
	Of        string   `json:"of,omitempty"`
}
