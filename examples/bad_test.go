package examples_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// notOfFiles are the codes of rules that no file can provoke, each with the reason.
var notOfFiles = map[diag.Code]string{
	"rule-unwritten":     "every kind gives each name that it declares a rule, and refuses a document that leaves the rule out; only a host that builds a model in code can forget one",
	"rule-written-twice": "a second rule for a name has to declare the name again, which is rule-name-taken; only a host that builds a model in code can add two steps for one slot",
}

// TestBadFiles holds that each document of testdata/bad gives the codes that it says behind `# want` on their lines, and no
// others, each with a remedy; and that the file is about the code it is named after.
func TestBadFiles(t *testing.T) {
	for _, file := range badFiles(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want, got []string
			for i, line := range strings.Split(string(src), "\n") {
				_, codes, _ := strings.Cut(line, "# want ")
				for code := range strings.FieldsSeq(codes) {
					want = append(want, fmt.Sprintf("%d %s", i+1, code))
				}
			}
			list := sdm.CheckFS(fstest.MapFS{filepath.Base(file): {Data: src}}, schemas.CheckOptions{})
			for _, d := range list {
				got = append(got, fmt.Sprintf("%d %s", d.Span.Start.Line, d.Code))
				if d.Hint == "" {
					t.Errorf("no remedy: %v", d)
				}
			}
			slices.Sort(want)
			slices.Sort(got)
			if difference := cmp.Diff(want, got); difference != "" {
				t.Errorf("-want +got\n%s\n%v", difference, list)
			}
			if code := diag.Code(strings.TrimSuffix(filepath.Base(file), ".yaml")); !strings.Contains(string(src), "# want "+string(code)) {
				t.Errorf("the file does not want %s, after which it is named", code)
			}
		})
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
