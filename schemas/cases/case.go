package cases

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas"
)

// Case is one worked example of a document: what is given, and what has to come out. Every kind of document ends with
// its cases, and Check runs them.
type Case struct {
	// Name says in a few words what the case shows.
	Name string `json:"name"`
	// Given are the inputs by name: numbers, truths, option ids, or a reason such as {missing: declined}. What is not given is
	// missing, never zero.
	Given map[string]Value `json:"given"`
	// Expect are the outputs by name.
	Expect map[string]Value `json:"expect"`
	// Source is where the expected values can be read, for a published example.
	Source *schemas.Cite `json:"source,omitempty"`
}

// Value is one value of a case in the forms that an author writes:
//
//	9                            a number, equal after 12 significant digits
//	true, mild                   a truth, a code or the state of a finding
//	unknown                      missing, for whatever reason
//	{unknown: too_few}           missing for this reason (also {missing: ...} among the given)
//	{about: 0.0259, within: 0.0001}
type Value struct {
	plain any
}

// Plain gives the value as bool, float64, string or map[string]any.
func (v Value) Plain() any { return v.plain }

// Of makes a value in code, from a bool, a number, a string or a map[string]any.
func Of(plain any) Value { return Value{plain: plain} }

// UnmarshalNode reads any of the forms; what the names are decides later which of them fit.
func (v *Value) UnmarshalNode(n schemas.Node, _ *schemas.Decoder) { v.plain = n.Plain() }

// MarshalJSON gives the form that an author writes.
func (v Value) MarshalJSON() ([]byte, error) { return json.Marshal(v.plain) }
