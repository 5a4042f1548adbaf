package question

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// MaxAnswerBytes is the largest answer document that Parse reads: 1 MiB.
const MaxAnswerBytes = 1 << 20

var codeAnswerSyntax = diag.Define(diag.Info{
	Code:    "answer-syntax",
	Title:   "The answers are not a JSON object that can be read",
	Explain: "Answers are one JSON object with a member for each question, of at most 1 MiB. What could be read before the fault is kept.",
	Bad:     `["q1", 1]`,
	Good:    `{"q1": 1, "q2": "several_days", "q3": null, "q4": {"missing": "declined"}}`,
})

// Parse reads answers from one JSON object by question id. An answer is
//
//	2                             a number, or the value of an option; a 0 is an answer
//	true                          a truth
//	"several_days"                the id of an option, words, or a day as in "2026-11-21"
//	["back", "neck"]              what is marked, of a question with marks; [] where nothing is
//	null                          a blank
//	{"missing": "declined"}       a reason: blank, declined, not_asked, not_supplied or invalid
//	{"value": 2}                  any of those above but a reason, to say more about it:
//	                              "from" and "on" (a day), and "name" of a question that is Named
//	{"words": "..."}              words
//	{"marks": [1, 2]}             what is marked on paper, of a question with one answer: Ambiguous
//	                              decides; 1.4 is a mark between 1 and 2
//
// The error is a diag.List that names every bad answer by JSON pointer; a bad answer is missing with the reason invalid,
// and the good ones are kept, so a caller may go on with the answers and show the error beside the result.
func (s *Sheet) Parse(src []byte) (Answers, error) {
	in := newIntake(s.None())
	if len(src) > MaxAnswerBytes {
		in.errorf(codeAnswerSyntax, "", "the answers are %d bytes long; at most %d are read", len(src), MaxAnswerBytes)
	} else if err := in.read(src); err != nil {
		in.errorf(codeAnswerSyntax, "", "the answers cannot be read: %s", err.Error()).
			Hinted(`Send one JSON object, such as {"%s": ...}`, s.firstID())
	}
	return in.done()
}

func (s *Sheet) firstID() string {
	if len(s.questions) == 0 {
		return "q1"
	}
	return s.questions[0].ID
}

// read takes the answers one by one.
func (in *intake) read(src []byte) error {
	return members(src, func(id string, raw json.RawMessage) error {
		in.put(id, func() (any, error) { return plain(raw) })
		return nil
	})
}

// plain decodes one answer. Members of an answer object are looked at one by one too.
func plain(raw json.RawMessage) (any, error) {
	if raw[0] != '{' {
		var v any
		d := json.NewDecoder(bytes.NewReader(raw))
		d.UseNumber()
		err := d.Decode(&v)
		return v, err
	}
	object := map[string]any{}
	err := members(raw, func(name string, raw json.RawMessage) error {
		if _, twice := object[name]; twice {
			return fmt.Errorf("the answer has the member %.40q twice", name)
		}
		if raw[0] == '{' {
			return fmt.Errorf("the member %.40q of the answer is an object", name)
		}
		v, err := plain(raw)
		object[name] = v
		return err
	})
	return object, err
}

// members walks the members of an object in their order, since a decoded map would hide a repeated name. Each value is
// well-formed JSON that starts with its first character.
func members(src []byte, visit func(name string, raw json.RawMessage) error) error {
	d := json.NewDecoder(bytes.NewReader(src))
	switch open, err := d.Token(); {
	case errors.Is(err, io.EOF):
		return errors.New("they are empty")
	case err != nil:
		return cmp.Or(fault.Decode(src, new(json.RawMessage)), err) // which says it in words
	case open != json.Delim('{'):
		return errors.New("they do not start with {")
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return err
		}
		if err := visit(fmt.Sprint(name), raw); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows the closing bracket")
	}
	return nil
}
