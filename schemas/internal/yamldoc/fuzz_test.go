package yamldoc

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
)

// FuzzParse holds that no file makes the walk panic, that every place lies inside the file and is what a count of its own
// gives, and that no fault is lost.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("../../testdata/*/*.yaml")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, text := range []string{"? a\n: |2\n   b\n", "[a: b, {c}]", "a: \"\\\n  b\\u00e9\"\r\n", "- - - x\n", "a: >+\n\n\n", "{a: {}: b}", "'a': ? ", "---\n...\n---"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		root, list := Parse("f", text)
		for _, d := range list {
			if d.Code == codeInternal {
				t.Fatal(d)
			}
			cut(t, string(text), d.Span)
			for _, related := range d.Related {
				cut(t, string(text), related.Span)
			}
			if d.Edit != nil {
				cut(t, string(text), d.Edit.Span)
			}
		}
		var node yaml.Node
		refused := len(text) <= MaxBytes && yaml.NewDecoder(bytes.NewReader(text)).Decode(&node) != nil
		if (root == nil || refused) && !list.HasErrors() {
			t.Fatal("the file could not be read, and nothing was reported")
		}
		if root == nil {
			return
		}
		broken := false
		root.each("", func(pointer string, v *Value) {
			broken = broken || v.Broken
			whole := root.ValueSpan(pointer)
			cut(t, string(text), whole)
			cut(t, string(text), root.KeySpan(pointer))
			if n := len([]rune(v.Text)); v.Shape == Text && n < 50 {
				for i, ch := range []rune(v.Text) {
					inside := root.TextSpan(pointer, i, i+1)
					cut(t, string(text), inside)
					if ch != ' ' && ch != '\n' && ch != '\t' && !v.Broken && (inside.Start.Offset < v.start.Offset || inside.End.Offset > v.end.Offset) {
						t.Fatalf("character %d of %q lies at %+v, outside %+v", i, v.Text, inside, whole)
					}
				}
			}
		})
		if broken && !list.HasErrors() {
			t.Fatal("a value is broken, and nothing was reported")
		}
	})
}

// FuzzJSON compares with encoding/json, which is an oracle of its own: a JSON text that gives no fault here holds the
// same values there.
func FuzzJSON(f *testing.F) {
	for _, text := range []string{`{"a": [1, 2.5, -0, 1e3, true, null, "x\n\u00e9\"y\\"]}`, `{"a":{"b":"c: d # e"}, "f":[]}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var want map[string]any
		if json.Unmarshal(text, &want) != nil || bytes.ContainsAny(text, "\x7f\t") {
			return
		}
		root, list := Parse("f", text)
		if root == nil || len(list) > 0 {
			return
		}
		if diff := cmp.Diff(any(want), root.Plain()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// FuzzPointer holds that tokens survive a pointer.
func FuzzPointer(f *testing.F) {
	f.Add("a/b~c", "~1")
	f.Add("", "0")
	f.Fuzz(func(t *testing.T, a, b string) {
		got := Split("/" + Token(a) + "/" + Token(b))
		if len(got) != 2 || got[0] != a || got[1] != b {
			t.Fatalf("%q and %q come back as %q", a, b, got)
		}
	})
}
