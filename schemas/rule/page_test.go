package rule

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write ../RULES.md anew")

// TestPage holds the authors' page fresh.
func TestPage(t *testing.T) {
	const file = "../RULES.md"
	if *update {
		if err := os.WriteFile(file, []byte(Page()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != Page() {
		t.Error("schemas/RULES.md is stale: go test ./schemas/rule -run Page -update")
	}
}

// TestExamplesOfFunctions evaluates the example of every function that needs no names.
func TestExamplesOfFunctions(t *testing.T) {
	tried := 0
	for _, fn := range functions {
		if fn.about == "" || fn.missing == "" || fn.params == "" || fn.gives == "" || fn.check == nil || fn.lower == nil || fn.bound == nil || fn.slope == nil {
			t.Errorf("%s is not complete", fn.name)
		}
		if strings.Contains(fn.example, "symptoms") || strings.Contains(fn.example, "risks") || strings.Contains(fn.example, "values") {
			continue
		}
		b := NewBuilder(nil)
		want := Type{}
		if fn.gives == "true" {
			want.Kind = Truth
		}
		p := b.Compile(Source{Text: fn.example, Want: want})
		if p == nil {
			t.Errorf("%s: %v", fn.example, b.report.List())
			continue
		}
		if got := want.Format(p.Eval(nil)); got != fn.gives {
			t.Errorf("%s is %s, not %s", fn.example, got, fn.gives)
		}
		tried++
	}
	if tried < 15 {
		t.Errorf("only %d examples could be tried", tried)
	}
}
