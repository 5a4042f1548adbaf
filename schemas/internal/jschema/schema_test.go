package jschema

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const animals = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "allOf": [
    {"if": {"properties": {"kind": {"const": "dog"}}, "required": ["kind"]}, "then": {"$ref": "#/$defs/dog"}},
    {"if": {"properties": {"kind": {"const": "cat"}}, "required": ["kind"]}, "then": {"$ref": "#/$defs/cat"}}
  ],
  "$defs": {
    "named": {"properties": {"kind": true, "name": {"title": "Name", "description": "What it is called.", "type": "string", "minLength": 2}}, "required": ["name"]},
    "dog": {"allOf": [{"$ref": "#/$defs/named"}], "properties": {"legs": {"type": "integer", "minimum": 0}, "a/b c": {"type": "boolean"}}, "unevaluatedProperties": false},
    "cat": {"allOf": [{"$ref": "#/$defs/named"}], "properties": {"lives": {"items": {"type": "number"}}}, "unevaluatedProperties": false}
  }
}`

func compile(t *testing.T, bundle string) *Schema {
	t.Helper()
	s, err := Compile([]byte(bundle))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestValidate(t *testing.T) {
	s := compile(t, animals)
	for name, c := range map[string]struct {
		value any
		want  []string
	}{
		"good":             {map[string]any{"kind": "dog", "name": "Rex", "legs": 4.0}, nil},
		"other kind":       {map[string]any{"kind": "fish"}, nil},
		"leaf":             {map[string]any{"kind": "dog", "name": "R"}, []string{"/name minLength"}},
		"no cascade":       {map[string]any{"kind": "dog", "name": "R", "legs": 4.0}, []string{"/name minLength"}},
		"unknown":          {map[string]any{"kind": "dog", "name": "Rex", "wings": 2.0}, []string{"/wings unevaluatedProperties"}},
		"missing":          {map[string]any{"kind": "cat"}, []string{" required"}},
		"pointer escaping": {map[string]any{"kind": "dog", "name": "Rex", "a/b c": 1.0}, []string{"/a~1b c type"}},
		"sorted":           {map[string]any{"kind": "cat", "name": "Tom", "lives": []any{"a", 1.0, "b"}}, []string{"/lives/0 type", "/lives/2 type"}},
		"whole number":     {map[string]any{"kind": "dog", "name": "Rex", "legs": 1.5}, []string{"/legs type"}},
		"not a map":        {[]any{}, []string{" type"}},
	} {
		for range 20 { // the library's own order changes from run to run
			var got []string
			for _, f := range s.Validate(c.value) {
				got = append(got, f.Pointer+" "+f.Keyword)
				if f.Message == "" {
					t.Errorf("%s: a fault without words", name)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Fatalf("%s: %s", name, diff)
			}
		}
	}
}

func TestAboutSaysWhatTheSchemaSays(t *testing.T) {
	faults := compile(t, animals).Validate(map[string]any{"kind": "cat", "name": "T"})
	if len(faults) != 1 || faults[0].About != "Name: What it is called." {
		t.Errorf("got %+v", faults)
	}
}

func TestValuesThatAreNotJSON(t *testing.T) {
	s := compile(t, animals)
	for _, value := range []any{math.NaN(), math.Inf(1), make(chan int), map[any]any{1: 2}} {
		if len(s.Validate(map[string]any{"kind": "dog", "name": "Rex", "legs": value})) == 0 {
			t.Errorf("%v passes", value)
		}
	}
}

func TestNothingIsOpened(t *testing.T) {
	for _, address := range []string{"file:///etc/passwd", "https://example.org/x.json", "other.json", "urn:x"} {
		_, err := Compile(fmt.Appendf(nil, `{"$ref": %q}`, address))
		if err == nil || !strings.Contains(err.Error(), "nothing outside it is ever opened") {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, bad := range []string{"", "{", `{"type": "nonsense"}`, `{"$ref": "#/$defs/none"}`, `{"pattern": "("}`} {
		if _, err := Compile([]byte(bad)); err == nil {
			t.Errorf("%s compiles", bad)
		}
	}
}

func BenchmarkValidate(b *testing.B) {
	s, err := Compile([]byte(animals))
	if err != nil {
		b.Fatal(err)
	}
	dog := map[string]any{"kind": "dog", "name": "Rex", "legs": 4.0}
	b.ReportAllocs()
	for b.Loop() {
		if s.Validate(dog) != nil {
			b.Fatal("a good dog is refused")
		}
	}
}

// TestMessagesDoNotChange holds that a message which lists names lists them in one order, although the library takes them
// from a map.
func TestMessagesDoNotChange(t *testing.T) {
	s := compile(t, `{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": false}`)
	const want = "additionalProperties 'a', 'b', 'c', 'd' not allowed"
	for range 50 {
		faults := s.Validate(map[string]any{"d": 1.0, "b": 1.0, "a": 1.0, "c": 1.0})
		if len(faults) != 1 || faults[0].Message != want {
			t.Fatalf("got %+v, want %q", faults, want)
		}
	}
}
