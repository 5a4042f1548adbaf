package examples_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// notOfFiles are the codes of rules that no file can provoke, each with the reason.
var notOfFiles = map[diag.Code]string{
	"rule-unwritten":     "every kind gives each name that it declares a rule, and refuses a document that leaves the rule out; only a host that builds a model in code can forget one",
	"rule-written-twice": "a second rule for a name has to declare the name again, which is rule-name-taken; only a host that builds a model in code can add two steps for one slot",
}

// TestBadFiles holds the files of testdata/bad to what they say of themselves, and each to the code that it is named after.
func TestBadFiles(t *testing.T) {
	kind := kindtest.Kind[sdm.Library]{
		Check: func(_ *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
			return sdm.CheckFS(fstest.MapFS{doc.File(): {Data: doc.Source()}}, options)
		},
	}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
	}
	for _, file := range badFiles(t) {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if code := strings.TrimSuffix(filepath.Base(file), ".yaml"); !strings.Contains(string(src), "# want "+code) {
			t.Errorf("%s does not want the code after which it is named", file)
		}
	}
}

// TestEveryRuleCodeHasAFile holds that each code of rules has its bad document, but for those that no document can provoke.
func TestEveryRuleCodeHasAFile(t *testing.T) {
	files := badFiles(t)
	for _, info := range diag.Codes() {
		if info.Code.Family() != "rule" {
			continue
		}
		shown := slices.Contains(files, filepath.Join("testdata", "bad", string(info.Code)+".yaml"))
		if reason := notOfFiles[info.Code]; shown == (reason != "") {
			t.Errorf("%s: a file shows it: %t; a reason why none can: %q", info.Code, shown, reason)
		}
	}
}

func badFiles(t *testing.T) []string {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	return files
}
