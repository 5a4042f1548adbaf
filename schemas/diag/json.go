package diag

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// record is the JSON form of a Diagnostic. The order of its fields is the order in the output.
type record struct {
	Severity Severity  `json:"severity"`
	Code     Code      `json:"code"`
	Message  string    `json:"message"`
	Path     string    `json:"path"`
	Span     Span      `json:"span,omitzero"`
	Hint     string    `json:"hint,omitempty"`
	Edit     *Edit     `json:"edit,omitempty"`
	Related  []Related `json:"related,omitempty"`
	Follows  []string  `json:"follows,omitempty"`
}

// MarshalJSON gives the object that WriteJSON writes. Format and Args become one message. It never fails; bytes that are
// not UTF-8 become the replacement character.
func (d Diagnostic) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // "q1 < 3" stays readable; an encoder around this one may still escape it.
	err := enc.Encode(record{
		d.Severity, d.Code, d.Message(), d.Path, d.Span, d.Hint, d.Edit, d.Related, d.Follows,
	})
	return b.Bytes(), err
}

// UnmarshalJSON reads what MarshalJSON gave. The message comes back as Format, without Args, so that everything but the
// split between these two survives the round trip. An object without a severity is not a diagnostic, and an error.
func (d *Diagnostic) UnmarshalJSON(data []byte) error {
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return err
	}
	if r.Severity == Invalid {
		return errors.New("diag: the object has no severity, so it is not a diagnostic")
	}
	*d = Diagnostic{
		Code: r.Code, Severity: r.Severity, Span: r.Span, Path: r.Path, Format: r.Message,
		Hint: r.Hint, Edit: r.Edit, Related: r.Related, Follows: r.Follows,
	}
	return nil
}

// remainder is the last line of JSON output that was cut.
type remainder struct {
	More int `json:"more"`
}

// WriteJSON writes a list as JSON lines: one object a diagnostic, with its fields always in the same order, which
// json.Unmarshal reads back into a Diagnostic. Where Options.Max cuts the list, a last line {"more":12} says how many were
// left out. It writes the list as it is given: Clean it first. The only error is that of the writer.
func WriteJSON(w io.Writer, l List, o Options) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	shown, more := o.cut(l)
	for _, d := range shown {
		if err := enc.Encode(d); err != nil {
			return err
		}
	}
	if more > 0 {
		if err := enc.Encode(remainder{more}); err != nil {
			return err
		}
	}
	return out.Flush()
}
