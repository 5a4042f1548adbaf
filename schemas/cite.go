package schemas

import "encoding/json"

// Cite names a source of the document and the place in it. In YAML it is the id of a source, which says that somebody read
// it there, or a map:
//
//	source: kroenke_2001
//	source: {ref: si_2012_2996, at: regulation 39}
//	source: {ref: si_2012_2996, at: regulation 41, verified: false}
//
// The zero Cite names nothing.
type Cite struct {
	// Ref is the id of a source in the document's header.
	Ref string
	// At is the place in it, such as a page, table or regulation; empty for the whole.
	At string
	// Verified is whether somebody read it there. It is true in YAML unless the author says otherwise.
	Verified bool
}

// cite is the map form of a Cite.
type cite struct {
	Ref      string `json:"ref"`
	At       string `json:"at,omitempty"`
	Verified *bool  `json:"verified,omitempty"`
}

func (c cite) value() Cite {
	return Cite{Ref: c.Ref, At: c.At, Verified: c.Verified == nil || *c.Verified}
}

// IsZero reports whether nothing is cited.
func (c Cite) IsZero() bool { return c == Cite{} }

// UnmarshalNode reads both forms.
func (c *Cite) UnmarshalNode(n Node, d *Decoder) {
	switch n.Shape() {
	case Text:
		*c = Cite{Ref: n.Text(), Verified: true}
	case Map:
		var form cite
		d.Decode(n, &form)
		*c = form.value()
	default:
		d.WrongForm(n, "the id of a source, or a map with ref, at and verified")
	}
}

// MarshalJSON writes the shorter form that says the same.
func (c Cite) MarshalJSON() ([]byte, error) {
	if c.Verified && c.At == "" {
		return json.Marshal(c.Ref)
	}
	form := cite{Ref: c.Ref, At: c.At}
	if !c.Verified {
		form.Verified = &c.Verified
	}
	return json.Marshal(form)
}

// UnmarshalJSON reads both forms.
func (c *Cite) UnmarshalJSON(data []byte) error {
	var ref string
	if json.Unmarshal(data, &ref) == nil {
		*c = Cite{Ref: ref, Verified: ref != ""}
		return nil
	}
	var form cite
	if err := json.Unmarshal(data, &form); err != nil {
		return err
	}
	*c = form.value()
	return nil
}
