package examples_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
)

// TestEditor shows each kind to the language server as an author would: a good file, the same file with two slips, the
// keys offered once the kind is written, and what is shown over each key.
func TestEditor(t *testing.T) {
	bundle := readBundle(t)
	kinds := bundle.kinds(t)
	for _, kind := range schemas.Kinds() {
		if kinds[kind.Name] == nil {
			t.Errorf("the bundle does not say what a %s looks like", kind.Name)
		}
	}
	e := startEditor(t, schemas.JSONSchema())
	for kind, properties := range kinds {
		t.Run(kind, func(t *testing.T) {
			e.t = t
			good := shipped(t, kind)
			for _, p := range e.open(kind+".yaml", good) {
				t.Errorf("a good file is underlined at line %d: %s", p.Range.Start.Line+1, p.Message)
			}
			slips(t, e, kind, good)

			start := fmt.Sprintf("kind: %s\n", kind)
			e.open(kind+"-start.yaml", start)
			offered := e.complete(kind+"-start.yaml", place{Line: 1})
			for key := range properties {
				if key != "kind" && !slices.Contains(offered, key) {
					t.Errorf("after %q the key %s is not offered; offered are %q", start, key, offered)
				}
			}

			for i, line := range strings.Split(good, "\n") {
				key, _, isKey := strings.Cut(line, ":")
				property, known := properties[key]
				if !isKey || !known {
					continue
				}
				shown := e.hover(kind+".yaml", place{Line: i, Character: 1})
				for _, text := range []string{property.Title, property.Description} {
					if text == "" || !strings.Contains(flat(shown), flat(text)) {
						t.Errorf("over %s the editor shows %q, without %q", key, shown, text)
					}
				}
			}
		})
	}
}

// slips takes the title away and adds a key that no kind has. The editor must underline just these two.
func slips(t *testing.T, e *editor, kind, good string) {
	t.Helper()
	var kept []string
	for _, line := range strings.Split(strings.TrimSpace(good), "\n") {
		if !strings.HasPrefix(line, "title:") {
			kept = append(kept, line)
		}
	}
	found := e.open(kind+"-slips.yaml", strings.Join(append(kept, "colour: red"), "\n")+"\n")
	want := []string{`Missing property "title".`, "Property colour is not allowed."}
	for _, w := range want {
		if !slices.ContainsFunc(found, func(p problem) bool { return p.Message == w }) {
			t.Errorf("the editor does not say %q; it says %+v", w, found)
		}
	}
	if len(found) != len(want) {
		t.Errorf("two slips are underlined %d times: %+v", len(found), found)
	}
	for _, p := range found {
		if strings.Contains(p.Message, "colour") && p.Range.Start.Line != len(kept) {
			t.Errorf("%q is underlined in line %d instead of %d", p.Message, p.Range.Start.Line+1, len(kept)+1)
		}
	}
}

// shipped gives a good file of a kind: the first of the shipped definitions, or the one in testdata/editor where none
// ships.
func shipped(t *testing.T, kind string) string {
	t.Helper()
	if own, err := os.ReadFile("testdata/editor/" + kind + ".yaml"); err == nil {
		return string(own)
	}
	var first string
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "testdata":
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".yaml" || first != "":
			return nil
		}
		text, err := os.ReadFile(name)
		if slices.Contains(strings.Split(string(text), "\n"), "kind: "+kind) {
			first = string(text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if first == "" {
		t.Fatalf("no shipped definition and no testdata/editor/%s.yaml shows this kind", kind)
	}
	// A comment that names the schema by a relative path would lead nowhere from the editor's folder.
	return strings.ReplaceAll(first, "# yaml-language-server:", "# elsewhere:")
}

// schema is the part of a JSON Schema that an editor shows.
type schema struct {
	Ref         string            `json:"$ref"`
	Title       string            `json:"title"`
	Description string            `json:"description"`
	Const       string            `json:"const"`
	Properties  map[string]schema `json:"properties"`
	AllOf       []schema          `json:"allOf"`
	If          *schema           `json:"if"`
	Then        *schema           `json:"then"`
	Defs        map[string]schema `json:"$defs"`
}

// UnmarshalJSON takes the schemas true and false as well, which say nothing.
func (s *schema) UnmarshalJSON(text []byte) error {
	if string(text) == "true" || string(text) == "false" {
		return nil
	}
	type plain schema
	return json.Unmarshal(text, (*plain)(s))
}

func readBundle(t *testing.T) schema {
	t.Helper()
	var s schema
	if err := json.Unmarshal(schemas.JSONSchema(), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// kinds gives the top-level properties of each kind that the bundle dispatches to.
func (s schema) kinds(t *testing.T) map[string]map[string]schema {
	t.Helper()
	kinds := map[string]map[string]schema{}
	for _, branch := range s.AllOf {
		if branch.If != nil && branch.Then != nil {
			kinds[branch.If.Properties["kind"].Const] = s.all(*branch.Then)
		}
	}
	if len(kinds) == 0 {
		t.Fatal("the bundle dispatches to no kind")
	}
	return kinds
}

// all gathers the properties of a schema and of those it refers to.
func (s schema) all(part schema) map[string]schema {
	properties := maps.Clone(part.Properties)
	if properties == nil {
		properties = map[string]schema{}
	}
	parts := part.AllOf
	if name, ok := strings.CutPrefix(part.Ref, "#/$defs/"); ok {
		parts = append(slices.Clone(parts), s.Defs[name])
	}
	for _, p := range parts {
		for key, property := range s.all(p) {
			if known, ok := properties[key]; !ok || known.Description == "" {
				properties[key] = property
			}
		}
	}
	return properties
}

// flat takes a text's layout and its Markdown escapes away, so that a title compares with how the editor shows it.
func flat(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, `\`, "")), " ")
}
