package sdm

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

const recordSchema = "../schemas/whatmatters-record.schema.json"

// TestRecordSchema derives the JSON Schema of records from the types of the bodies. Package schemas holds records against it.
func TestRecordSchema(t *testing.T) {
	f := newForms(t)
	s := &schemaWriter{forms: f, defs: map[string]any{}, closed: closedWords(t, f)}
	var dispatch []any
	var words []any
	for _, k := range Kinds() {
		words = append(words, k.Kind)
		body := f.of(reflect.TypeOf(k.Body))
		object := s.object(body)
		object["description"] = sentence(k.Says)
		s.defs[k.Kind] = object
		dispatch = append(dispatch, map[string]any{
			"if":   map[string]any{"properties": map[string]any{"kind": map[string]any{"const": k.Kind}}},
			"then": map[string]any{"properties": map[string]any{"form": map[string]any{"const": k.Form}, "body": map[string]any{"$ref": "#/$defs/" + k.Kind}}},
		})
	}
	event := s.object(envelopeOf(f))
	keys := event["properties"].(map[string]any)
	keys["kind"].(map[string]any)["enum"] = words
	keys["on"] = map[string]any{"description": keys["on"].(map[string]any)["description"], "type": "string", "pattern": `^([0-9]{4}-[0-9]{2}-[0-9]{2})?$`}
	event["allOf"] = dispatch
	event["description"] = "One thing that was said or done, on a day, by somebody."
	s.defs["event"] = event
	tree := map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   "Whatmatters record",
		"description": "One person's record as the whatmatters library writes it. That a record fits does not say that its events go together: " +
			"sdm.ParseRecord says that. EVENTS.md in package sdm has the same in words.",
		"type": "object", "additionalProperties": false, "required": []any{"format", "person", "events"},
		"properties": map[string]any{
			"format": map[string]any{"const": RecordFormat, "description": "The form in which records are written."},
			"person": map[string]any{"type": "string", "description": "The caller's own identifier for the person."},
			"born":   map[string]any{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, "description": "The person's day of birth, where it is known."},
			"events": map[string]any{"type": "array", "items": map[string]any{"$ref": "#/$defs/event"}, "description": "What happened, in the order in which it was noted."},
		},
		"$defs": s.defs,
	}
	out, err := json.MarshalIndent(tree, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, recordSchema, append(out, '\n'))
}

func sentence(words string) string { return strings.ToUpper(words[:1]) + words[1:] + "." }

// schemaWriter writes forms as JSON Schema.
type schemaWriter struct {
	forms  *forms
	defs   map[string]any
	closed map[string][]any // what a text can only be, by where it stands
}

func (s *schemaWriter) object(of *form) map[string]any {
	keys, required := map[string]any{}, []any{}
	for _, k := range of.keys {
		value := s.value(k.form)
		if k.isNull {
			value = map[string]any{"anyOf": []any{value, map[string]any{"type": "null"}}}
		}
		if words := s.closed[of.name+"."+k.name]; words != nil {
			value["enum"] = words
		}
		if k.doc != "" {
			value["description"] = k.doc
		}
		if keys[k.name] = value; k.always {
			required = append(required, k.name)
		}
	}
	object := map[string]any{"type": "object", "additionalProperties": false, "properties": keys}
	if len(required) > 0 {
		object["required"] = required
	}
	if of.doc != "" {
		object["description"] = of.doc
	}
	return object
}

func (s *schemaWriter) value(of *form) map[string]any {
	switch {
	case of.of != nil:
		return map[string]any{"type": "array", "items": s.value(of.of)}
	case of.name != "":
		if _, there := s.defs[of.name]; !there {
			s.defs[of.name] = nil // while it is written, so that forms may hold themselves
			s.defs[of.name] = s.object(of)
		}
		return map[string]any{"$ref": "#/$defs/" + of.name}
	}
	value := map[string]any{}
	for k, v := range of.schema {
		value[k] = v
	}
	return value
}

// closedWords finds out where a text can be nothing but one of the words of its type: another word there makes a record with a fault. What no
// event of the kept record says is left open.
func closedWords(t *testing.T, f *forms) map[string][]any {
	t.Helper()
	var record map[string]any
	if err := json.Unmarshal([]byte(bytesOf(t, recordOfAll(t))), &record); err != nil {
		t.Fatal(err)
	}
	parsed := func(value any, parse func([]byte) error) error {
		src, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		return parse(src)
	}
	whole := func(src []byte) error { _, err := ParseRecord(src); return err }
	alone := func(src []byte) error { _, err := ParseEvent(src); return err }
	var event map[string]any
	refused := func() bool { // most words are by the event alone, which costs less
		return event != nil && parsed(event, alone) != nil || parsed(record, whole) != nil
	}
	if refused() {
		t.Fatal("the record itself is refused")
	}
	closed, open := map[string][]any{}, map[string]bool{}
	var walk func(of *form, value any)
	walk = func(of *form, value any) {
		switch value := value.(type) {
		case []any:
			for _, one := range value {
				if of.of != nil {
					walk(of.of, one)
				}
			}
		case map[string]any:
			for _, k := range of.keys {
				is, there := value[k.name]
				if !there {
					continue
				}
				if len(k.form.words) == 0 {
					walk(k.form, is)
					continue
				}
				at := of.name + "." + k.name
				value[k.name] = "no_such_word"
				if !refused() {
					open[at] = true
				}
				if value[k.name] = is; closed[at] == nil {
					for _, word := range k.form.words {
						closed[at] = append(closed[at], word)
					}
				}
				if value[k.name] = ""; !slices.Contains(closed[at], any("")) && !refused() {
					closed[at] = append(closed[at], "")
				}
				value[k.name] = is
			}
		}
	}
	bodies := map[string]*form{}
	for _, k := range Kinds() {
		bodies[k.Kind] = f.of(reflect.TypeOf(k.Body))
	}
	for _, e := range record["events"].([]any) {
		event = e.(map[string]any)
		walk(bodies[fmt.Sprint(event["kind"])], event["body"])
	}
	for at := range open {
		delete(closed, at)
	}
	if len(closed) == 0 {
		t.Fatal("no word is refused anywhere")
	}
	return closed
}
