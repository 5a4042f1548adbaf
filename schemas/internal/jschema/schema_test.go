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

// TestSizesAreToldInPlainWords holds that no sign of comparison is left in what authors read.
func TestSizesAreToldInPlainWords(t *testing.T) {
	s, err := Compile([]byte(`{"properties": {"low": {"minimum": 1}, "high": {"maximum": 1}, "above": {"exclusiveMinimum": 1}, "below": {"exclusiveMaximum": 1},
		"short": {"minLength": 2}, "long": {"maxLength": 2}, "few": {"minItems": 1}, "many": {"maxItems": 1}, "same": {"uniqueItems": true}, "empty": {"minProperties": 1}}}`))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range s.Validate(map[string]any{"low": -12.0, "high": 1.5, "above": 1.0, "below": 1.0, "short": "a", "long": "abc", "few": []any{},
		"many": []any{1.0, 2.0}, "same": []any{1.0, 1.0}, "empty": map[string]any{}}) {
		got[f.Pointer] = f.Message
	}
	want := map[string]string{
		"/low": "it must be 1 or more, and is -12", "/high": "it must be 1 or less, and is 1.5", "/above": "it must be more than 1, and is 1",
		"/below": "it must be less than 1, and is 1", "/short": "it must have 2 or more characters, and has 1", "/long": "it must have 2 or fewer characters, and has 3",
		"/few": "it must hold 1 or more, and holds 0", "/many": "it must hold 1 or fewer, and holds 2", "/empty": "it must hold 1 or more, and holds 0",
		"/same": "two of its entries are the same, numbers 0 and 1 counted from 0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
