package schemas

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the bundle of schemas and the golden files anew")

const common = "common.schema.json"

// TestBundleIsFresh makes the bundle from the files in kinds. A new kind needs its file there and `go test ./schemas
// -update`, and nothing else.
func TestBundleIsFresh(t *testing.T) {
	want := makeBundle(t)
	if *update {
		if err := os.WriteFile("whatmatters.schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(want, bundle) {
		t.Error("whatmatters.schema.json is stale; run go test ./schemas -run TestBundleIsFresh -update, then run the tests again")
	}
}

// makeBundle puts the kinds and what they share under one roof: the parts of common under their own names, each kind
// under its name, and a kind's own parts under kind.part.
func makeBundle(t *testing.T) []byte {
	t.Helper()
	defs := map[string]any{}
	var dispatch, names []any
	for _, file := range kindFiles(t) {
		tree := readSchema(t, file)
		local, _ := tree["$defs"].(map[string]any)
		if filepath.Base(file) == common {
			for name, def := range local {
				defs[name] = def
			}
			continue
		}
		kind := strings.TrimSuffix(filepath.Base(file), ".schema.json")
		delete(tree, "$defs")
		defs[kind] = rename(tree, kind)
		for name, def := range local {
			defs[kind+"."+name] = rename(def, kind)
		}
		names = append(names, kind)
		dispatch = append(dispatch, map[string]any{
			"if":   map[string]any{"properties": map[string]any{"kind": map[string]any{"const": kind}}, "required": []any{"kind"}},
			"then": map[string]any{"$ref": "#/$defs/" + kind},
		})
	}
	out, err := json.MarshalIndent(map[string]any{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"title":       "Whatmatters definition",
		"description": "A definition of the whatmatters library. Its kind decides which keys it has.",
		"type":        "object",
		"properties": map[string]any{"kind": map[string]any{
			"title": "Kind", "description": "What the document is. The kind decides which keys it has.",
			"enum": names, "examples": []any{names[0]},
		}},
		"required": []any{"kind"},
		"allOf":    dispatch,
		"$defs":    defs,
	}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, '\n')
}

// rename points references of a kind's file at the bundle.
func rename(at any, kind string) any {
	switch at := at.(type) {
	case map[string]any:
		for key, value := range at {
			at[key] = rename(value, kind)
		}
		if ref, ok := at["$ref"].(string); ok {
			if local, ok := strings.CutPrefix(ref, "#/$defs/"); ok {
				at["$ref"] = "#/$defs/" + kind + "." + local
			} else {
				at["$ref"] = strings.TrimPrefix(ref, common)
			}
		}
	case []any:
		for i, value := range at {
			at[i] = rename(value, kind)
		}
	}
	return at
}

func kindFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("kinds/*.schema.json")
	if err != nil || len(files) < 3 {
		t.Fatalf("there are %d schema files: %v", len(files), err)
	}
	slices.Sort(files)
	return files
}

func readSchema(t *testing.T, file string) map[string]any {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber() // numbers stay as they are written
	var tree map[string]any
	if err := decoder.Decode(&tree); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return tree
}

// keywords are all that a schema may say. The library takes anything else without a word.
var keywords = map[string]bool{
	"$ref": true, "$defs": true, "title": true, "description": true, "examples": true, "type": true, "enum": true, "const": true,
	"properties": true, "required": true, "additionalProperties": true, "unevaluatedProperties": true, "propertyNames": true,
	"minProperties": true, "maxProperties": true, "items": true, "prefixItems": true, "minItems": true, "maxItems": true,
	"uniqueItems": true, "contains": true, "minLength": true, "maxLength": true, "pattern": true, "minimum": true, "maximum": true,
	"exclusiveMinimum": true, "exclusiveMaximum": true, "multipleOf": true, "allOf": true, "anyOf": true, "oneOf": true, "not": true,
	"if": true, "then": true, "else": true, "dependentRequired": true, "default": true, "deprecated": true,
}

// TestSchemasAreWhole holds that schema files use only real keywords, and that every property and every part says what it
// is: editors show it to authors.
func TestSchemasAreWhole(t *testing.T) {
	for _, file := range kindFiles(t) {
		tree := readSchema(t, file)
		if filepath.Base(file) != common {
			described(t, file, "", tree)
		}
		walkSchema(t, file, "", tree)
	}
}

func described(t *testing.T, file, at string, s map[string]any) {
	t.Helper()
	for _, key := range []string{"title", "description", "examples"} {
		if s[key] == nil || s[key] == "" {
			t.Errorf("%s#%s: has no %s", file, at, key)
		}
	}
}

func walkSchema(t *testing.T, file, at string, s map[string]any) {
	t.Helper()
	for _, key := range slices.Sorted(maps.Keys(s)) {
		here := at + "/" + key
		if !keywords[key] {
			t.Errorf("%s#%s: there is no such keyword", file, here)
		}
		switch value := s[key].(type) {
		case map[string]any:
			switch key {
			case "properties", "$defs":
				for _, name := range slices.Sorted(maps.Keys(value)) {
					below, ok := value[name].(map[string]any)
					if !ok {
						t.Errorf("%s#%s/%s: is no schema", file, here, name)
						continue
					}
					if !strings.Contains(at, "/if") {
						described(t, file, here+"/"+name, below)
					}
					walkSchema(t, file, here+"/"+name, below)
				}
			case "dependentRequired", "default", "const":
			default:
				walkSchema(t, file, here, value)
			}
		case []any:
			if key == "allOf" || key == "anyOf" || key == "oneOf" || key == "prefixItems" {
				for _, below := range value {
					walkSchema(t, file, here, below.(map[string]any))
				}
			}
		}
	}
}
