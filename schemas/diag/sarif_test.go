package diag

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

func sarifValidator(t *testing.T) func(t *testing.T, log []byte) {
	t.Helper()
	published, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	if err := compiler.AddResource(sarifSchema, bytes.NewReader(published)); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(sarifSchema)
	if err != nil {
		t.Fatal(err)
	}
	return func(t *testing.T, log []byte) {
		t.Helper()
		var v any
		if err := json.Unmarshal(log, &v); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%#v\n%s", err, log)
		}
	}
}

func TestSARIFIsValid(t *testing.T) {
	validate := sarifValidator(t)
	hostile := List{}
	for _, n := range []int{math.MinInt, -1, 0, 1, 2, math.MaxInt} {
		for _, m := range []int{math.MinInt, -1, 0, 1, 2, math.MaxInt} {
			span := Span{File: "a b/ü:%2F?#.yaml", Start: Pos{n, m, m}, End: Pos{m, n, n}}
			hostile = append(hostile, Diagnostic{
				Code: "x", Severity: Severity(n & 3), Span: span, Path: "\xff", Format: "\xff",
				Edit: &Edit{span, "\xff"}, Related: []Related{{span, ""}, {Span{}, "n"}},
			}, Diagnostic{Span: Span{File: "//host/" + strings.Repeat("../", 3)}})
		}
	}
	for name, c := range map[string]struct {
		list List
		max  int
	}{
		"empty": {nil, 0}, "one of each": {testList(t), 0}, "capped": {testList(t), 1}, "hostile": {hostile, -1},
	} {
		var b bytes.Buffer
		if err := WriteSARIF(&b, c.list, Options{Max: c.max}); err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) { validate(t, b.Bytes()) })
	}
}

// A validator that took everything would let the test above pass.
func TestSARIFSchemaRefuses(t *testing.T) {
	var b bytes.Buffer
	if err := WriteSARIF(&b, testList(t), Options{}); err != nil {
		t.Fatal(err)
	}
	schema := jsonschema.MustCompile("testdata/sarif-schema-2.1.0.json")
	for old, new := range map[string]string{
		`"version": "2.1.0"`: `"version": "2.0.0"`, `"startLine": 2`: `"startLine": 0`, "unicodeCodePoints": "bytes", `"level": "note"`: `"level": "notice"`,
	} {
		spoiled := strings.Replace(b.String(), old, new, 1)
		var v any
		if err := json.Unmarshal([]byte(spoiled), &v); err != nil {
			t.Fatal(err)
		}
		if spoiled == b.String() || schema.Validate(v) == nil {
			t.Errorf("the schema takes %s", new)
		}
	}
}

func TestURI(t *testing.T) {
	for file, want := range map[string]string{
		"a/b.yaml": "a/b.yaml", "../a.yaml": "../a.yaml", "a b,ü.yaml": "a%20b%2C%C3%BC.yaml", "c:d": "c%3Ad", "100%": "100%25",
		"/abs/a.yaml": "file:///abs/a.yaml", `w\a`: "w%5Ca", "@[`{": "%40%5B%60%7B",
	} {
		if got := uri(file); got != want {
			t.Errorf("uri(%q) = %q, want %q", file, got, want)
		}
	}
}
