package schemas

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/internal/jschema"
)

// Records are written by package sdm, which derives their schema from its types. Here they are held against it.
func TestRecordsFitTheirSchema(t *testing.T) {
	bundle, err := os.ReadFile("whatmatters-record.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jschema.Compile(bundle)
	if err != nil {
		t.Fatal(err)
	}
	read := func(file string) map[string]any {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var record map[string]any
		if err := json.Unmarshal(src, &record); err != nil {
			t.Fatal(err)
		}
		return record
	}
	kept := []string{"../sdm/testdata/record.json", "../sdm/testdata/circumstances.json", "../examples/journey/testdata/record.json"}
	for _, file := range kept {
		for _, fault := range schema.Validate(read(file)) {
			t.Errorf("%s: %+v", file, fault)
		}
	}
	// What is misspelt, missing or of another kind is found, wherever it stands.
	event := func(record map[string]any, kind string) map[string]any {
		events := record["events"].([]any)
		at := slices.IndexFunc(events, func(e any) bool { return e.(map[string]any)["kind"] == kind })
		return events[at].(map[string]any)
	}
	for name, spoil := range map[string]func(record map[string]any){
		"an unknown member":          func(r map[string]any) { r["x"] = 1.0 },
		"another format":             func(r map[string]any) { r["format"] = 2.0 },
		"no person":                  func(r map[string]any) { delete(r, "person") },
		"an unknown key":             func(r map[string]any) { event(r, "decided")["when"] = "x" },
		"an unknown kind":            func(r map[string]any) { event(r, "decided")["kind"] = "descided" },
		"another form":               func(r map[string]any) { event(r, "decided")["form"] = 2.0 },
		"no day":                     func(r map[string]any) { event(r, "decided")["on"] = "yesterday" },
		"a misspelt key of the body": func(r map[string]any) { event(r, "decided")["body"] = map[string]any{"opton": "x"} },
		"a body of another kind":     func(r map[string]any) { event(r, "decided")["kind"] = "deferred" },
		"a text for a list":          func(r map[string]any) { event(r, "decided")["body"].(map[string]any)["reasons"] = "x" },
		"a word that is none":        func(r map[string]any) { event(r, "community_referred")["body"].(map[string]any)["consent"] = "perhaps" },
		"a number for an amount":     func(r map[string]any) { event(r, "budget_agreed")["body"].(map[string]any)["amount"] = 5.0 },
	} {
		record := read(kept[0])
		if spoil(record); len(schema.Validate(record)) == 0 {
			t.Errorf("%s fits", name)
		}
	}
}
