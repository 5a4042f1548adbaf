package cases_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// FuzzRun runs cases of any form: whatever an author writes gives diagnostics, and never a panic.
func FuzzRun(f *testing.F) {
	w := load(f, "small.yaml", []byte(small))
	for _, seed := range []string{
		`{"q1": 1}|{"total": 3}`, `{"q1": {"missing": "declined"}}|{"total": {"unknown": "declined"}}`,
		`{"sex": "female"}|{"total": {"about": 1, "within": 2}}`, `{"q1": null}|{"much": [1]}`, `{}|{"": {}}`, `null|null`,
	} {
		given, expect, _ := strings.Cut(seed, "|")
		f.Add(given, expect)
	}
	f.Fuzz(func(t *testing.T, given, expect string) {
		c := cases.Case{Name: "fuzz", Given: read(given), Expect: read(expect)}
		r := diag.NewReporter(w.doc)
		cases.Run(w.model, []cases.Case{c}, "/cases", r)
		for _, d := range r.List() {
			if d.Message() == "" {
				t.Errorf("%s says nothing", d.Code)
			}
		}
	})
}

// read makes values of a JSON object, or none.
func read(src string) map[string]cases.Value {
	var plain map[string]any
	if json.Unmarshal([]byte(src), &plain) != nil {
		return nil
	}
	values := map[string]cases.Value{}
	for name, v := range plain {
		values[name] = cases.Of(v)
	}
	return values
}
