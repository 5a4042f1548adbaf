package yamldoc

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// parseGood parses a text that must have no fault.
func parseGood(t testing.TB, text string) *Value {
	t.Helper()
	root, list := Parse("file.yaml", []byte(text))
	if len(list) > 0 {
		t.Fatalf("%s\n%s", text, list.Error())
	}
	return root
}

// cut gives the text of a span, after checking line and column against a count of their own.
func cut(t testing.TB, text string, s diag.Span) string {
	t.Helper()
	for _, pos := range []diag.Pos{s.Start, s.End} {
		if pos.Offset < 0 || pos.Offset > len(text) {
			t.Fatalf("%+v lies outside the file of %d bytes", pos, len(text))
		}
		before := text[:pos.Offset]
		line := 1 + strings.Count(before, "\n")
		column := 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
		if pos.Line != line || pos.Column != column {
			t.Errorf("offset %d is %d:%d, and the span says %d:%d", pos.Offset, line, column, pos.Line, pos.Column)
		}
	}
	if s.End.Offset < s.Start.Offset {
		t.Fatalf("%+v ends before it starts", s)
	}
	return text[s.Start.Offset:s.End.Offset]
}

func TestPlaces(t *testing.T) {
	const text = `# a comment
kind: "questionnaire"   # another
größe: {ä: 1, b: [x, 'y z', ], "c/d": {}}
list:
- id: a
  text: two
    lines

  rule: |
    sum(of)
      + 1
  last: true
- - deep
  - []
empty:
end: >-
  folded
  text
`
	root, list := Parse("file.yaml", []byte(text))
	if len(list) > 0 {
		t.Fatal(list.Error())
	}
	for _, want := range []struct{ pointer, key, value string }{
		{"/kind", "kind", `"questionnaire"`},
		{"/größe", "größe", `{ä: 1, b: [x, 'y z', ], "c/d": {}}`},
		{"/größe/ä", "ä", "1"},
		{"/größe/b", "b", "[x, 'y z', ]"},
		{"/größe/b/1", "'y z'", "'y z'"},
		{"/größe/c~1d", `"c/d"`, "{}"},
		{"/list/0/id", "id", "a"},
		{"/list/0", "id", "id: a\n  text: two\n    lines\n\n  rule: |\n    sum(of)\n      + 1\n  last: true"},
		{"/list/0/text", "text", "two\n    lines"},
		{"/list/0/rule", "rule", "|\n    sum(of)\n      + 1"},
		{"/list/0/last", "last", "true"},
		{"/list/1/0", "deep", "deep"},
		{"/list/1/1", "[]", "[]"},
		{"/empty", "empty", "empty"},
		{"/end", "end", ">-\n  folded\n  text"},
		{"", "kind", text[len("# a comment\n") : len(text)-1]},
		{"/list/0/none/at/all", "id", "id: a\n  text: two\n    lines\n\n  rule: |\n    sum(of)\n      + 1\n  last: true"},
		{"/list/7", "list", text[strings.Index(text, "- id"):strings.Index(text, "\nempty")]},
	} {
		if got := cut(t, text, root.ValueSpan(want.pointer)); got != want.value {
			t.Errorf("the value at %s is %q, want %q", want.pointer, got, want.value)
		}
		if got := cut(t, text, root.KeySpan(want.pointer)); got != want.key {
			t.Errorf("the key at %s is %q, want %q", want.pointer, got, want.key)
		}
	}
}

// TestTextPlaces holds that every character of a text is found in the file where it stands, in all styles.
func TestTextPlaces(t *testing.T) {
	for name, text := range map[string]string{
		"plain":              "k: sum(q1) + ünit × 2\n",
		"plain in brackets":  "k: {a: [x, sum(q1) - 2 ]}\n",
		"double quotes":      "k: \"a \\\"b\\\" \\u00e9\\x41\\U0001F600 c\\\\d\\te\\n f\"\n",
		"single quotes":      "k: 'it''s \"so\" \\n'\n",
		"literal":            "k: |\n  max(of) == 1 ? 1 :\n  1 - 0.081\n\n    indented more\n  end\n",
		"literal indicator":  "k: |2\n    two more\n  none\n",
		"literal keep":       "k: |+\n  one\n\n  two\n\nl: x\n",
		"literal strip":      "k: |-\n  one\n  two",
		"literal windows":    "k: |\r\n  one\r\n  two\r\n",
		"literal deep":       "a:\n  b:\n    - k: |\n        one\n        two\n    - x\n",
		"literal with blank": "k: |\n\n  one\n   \n  two\n",
		"folded":             "k: >\n  one two\n  three\n\n  four\n    five\n  six\n",
		"plain over lines":   "k: one two\n  three\n\n  four\nl: x\n",
		"quotes over lines":  "k: \"one two\n  three\\\n  four\n\n  five\"\n",
		"single over lines":  "k: 'one two\n  thr''ee\n\n  four'\n",
		"number":             "k: 12.50\n",
	} {
		t.Run(name, func(t *testing.T) {
			root := parseGood(t, text)
			root.each("", func(pointer string, v *Value) {
				if v.Shape != Text && v.Shape != Number {
					return
				}
				i := 0
				for _, ch := range v.Text {
					span := root.TextSpan(pointer, i, i+1)
					got := cut(t, text, span)
					exact := got == string(ch) || strings.HasPrefix(got, `\`) || got == "''" && ch == '\''
					if !exact && ch != ' ' && ch != '\n' && ch != '\t' {
						t.Errorf("character %d of %q, %q, is found at %q", i, v.Text, ch, got)
					}
					i++
				}
				all := cut(t, text, root.TextSpan(pointer, 0, i))
				if fields := strings.Fields(all); v.style == plain && strings.Join(fields, " ") != strings.Join(strings.Fields(v.Text), " ") {
					t.Errorf("the whole of %q is found at %q", v.Text, all)
				}
				for _, bad := range [][2]int{{-1, 1}, {0, i + 1}, {2, 1}} {
					if got := root.TextSpan(pointer, bad[0], bad[1]); got != v.Span() {
						t.Errorf("TextSpan(%v) is %v, want the whole value", bad, got)
					}
				}
				if behind := root.TextSpan(pointer, i, i); behind.Start != behind.End {
					t.Errorf("the place behind %q is %v", v.Text, behind)
				}
			})
		})
	}
}

// TestColumnFourteen is the promise in one example: a fault in a rule is at its true place.
func TestColumnFourteen(t *testing.T) {
	root := parseGood(t, "scores:\n  - id: total\n    rule: |\n      sum(of) + 1 -\n      nonsense(2)\n")
	got := root.TextSpan("/scores/0/rule", 14, 22)
	if got.Start.Line != 5 || got.Start.Column != 7 || got.End.Column != 15 {
		t.Errorf("got %+v", got)
	}
}

// each calls visit for a value and all below it.
func (v *Value) each(pointer string, visit func(string, *Value)) {
	visit(pointer, v)
	for i, below := range v.Values {
		part := ""
		if v.Shape == Map {
			part = Token(v.Keys[i].Name)
		} else {
			part = itoa(i)
		}
		below.each(pointer+"/"+part, visit)
	}
}
