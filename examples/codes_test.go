package examples_test

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	_ "github.com/whatmatters-care/whatmatters/sdm" // which brings every code there is
)

//go:generate go test -run ^TestCodesPage$ -update .

var update = flag.Bool("update", false, "write the generated page instead of comparing with it")

// codesPage is the one page on which an author finds every code.
const codesPage = "../schemas/CODES.md"

func TestCodesPage(t *testing.T) {
	var page bytes.Buffer
	if err := diag.WriteCodes(&page, diag.Codes()); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(codesPage, page.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	there, err := os.ReadFile(codesPage)
	if err != nil {
		t.Fatal(err)
	}
	if difference := cmp.Diff(string(there), page.String()); difference != "" {
		t.Errorf("%s is stale; run go generate ./examples (- there, + as it should be):\n%s", codesPage, difference)
	}
}

// families are the first words of codes: what kind of thing is at fault.
var families = []string{
	"yaml", "header", "key", "schema", "set", "rule", "case", "answer", "item", "score", "band", "finding", "person",
	"policy", "activation", "outcome", "aid", "standard", "bank", "norm", "directory", "plan", "budget",
}

func TestCodeNames(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)+$`)
	for _, info := range diag.Codes() {
		if !kebab.MatchString(string(info.Code)) {
			t.Errorf("%s: codes are written in kebab-case with their family first", info.Code)
		}
		if !slices.Contains(families, info.Code.Family()) {
			t.Errorf("%s: there is no family %s; the families are %q", info.Code, info.Code.Family(), families)
		}
	}
}
