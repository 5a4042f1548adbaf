package proms

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas"
)

// Members is the list that a score is made of: the name of a group, or ids. In YAML `of: symptoms` or `of: [q1, q2]`.
type Members struct {
	Group string
	IDs   []string
}

// IsZero reports whether the score is not made of a list.
func (m Members) IsZero() bool { return m.Group == "" && len(m.IDs) == 0 }

// UnmarshalNode reads a name or a list of ids.
func (m *Members) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	if n.Shape() == schemas.List {
		d.Decode(n, &m.IDs)
		return
	}
	d.Decode(n, &m.Group)
}

// MarshalJSON gives the form that an author writes.
func (m Members) MarshalJSON() ([]byte, error) {
	if m.Group != "" {
		return json.Marshal(m.Group)
	}
	return json.Marshal(m.IDs)
}
