package schemas

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// facts stands in for a kind's definition; the kind's own package checks what the facts mean.
type facts struct {
	Header
	Facts   []any            `json:"facts"`
	Answers map[string][]any `json:"answers,omitempty"`
}

// budgets stands in for a definition with days.
type budgets struct {
	Header
	Bases []struct {
		ID   string  `json:"id"`
		From day.Day `json:"from,omitzero"`
	} `json:"bases"`
	Criteria []any `json:"criteria"`
}

var today = day.New(2026, 11, 21)

// checkAll gives every diagnostic of a folder of definitions.
func checkAll(fsys fs.FS) (*Set, diag.List) {
	set, list := ReadFS(fsys)
	for _, d := range set.All("") {
		switch d.Kind() {
		case KindTranslation:
			list = append(list, CheckTranslation(set, d, CheckOptions{AsOf: today})...)
		case "person-facts":
			r := diag.NewReporter(d)
			var def facts
			Open(d, &def, r)
			CheckHeader(def.Header, def, today, r)
			list = append(list, r.List()...)
		case "budget-policy":
			r := diag.NewReporter(d)
			Open(d, new(budgets), r)
			list = append(list, r.List()...)
		}
	}
	return set, list.Clean()
}

func TestGoodFilesAreSilent(t *testing.T) {
	set, list := checkAll(os.DirFS("testdata/ok"))
	for _, d := range list {
		t.Error(d)
	}
	if len(set.All("")) != 4 {
		t.Errorf("got %d documents", len(set.All("")))
	}
}

// lone is a file system that holds one file.
type lone struct {
	fs.FS
	name string
}

func (l lone) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(l.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() != l.name }), err
}

// TestBadFiles holds that each file gives the codes that it says behind `# want` on the line, and no others; where no
// comment is possible, a file beside it with the ending .want says line and code.
func TestBadFiles(t *testing.T) {
	bad := os.DirFS("testdata/bad")
	entries, err := fs.ReadDir(bad, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if path.Ext(e.Name()) == ".want" {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			fsys := fs.FS(lone{bad, e.Name()})
			if e.IsDir() {
				if fsys, err = fs.Sub(bad, e.Name()); err != nil {
					t.Fatal(err)
				}
			}
			want := map[string]int{}
			set, list := checkAll(fsys)
			code := strings.TrimSuffix(e.Name(), ".yaml")
			found := false
			for _, f := range set.Files() {
				wanted(t, bad, f, want)
			}
			for _, d := range list {
				found = found || string(d.Code) == code
				place := fmt.Sprintf("%s:%d %s", d.Span.File, d.Span.Start.Line, d.Code)
				if want[place] == 0 {
					t.Errorf("unexpected: %v", d)
				}
				want[place]--
				if d.Hint == "" {
					t.Errorf("no remedy: %v", d)
				}
			}
			for place, n := range want {
				if n > 0 {
					t.Errorf("missing: %s", place)
				}
			}
			if !found {
				t.Errorf("the file does not show its own code %s", code)
			}
		})
	}
}

// wanted adds what a file says of itself.
func wanted(t *testing.T, bad fs.FS, f File, want map[string]int) {
	t.Helper()
	for i, line := range strings.Split(string(f.Source), "\n") {
		if _, codes, ok := strings.Cut(line, "# want "); ok {
			for _, code := range strings.Fields(codes) {
				want[fmt.Sprintf("%s:%d %s", f.Name, i+1, code)]++
			}
		}
	}
	if beside, err := fs.ReadFile(bad, f.Name+".want"); err == nil {
		for _, line := range strings.Split(strings.TrimSpace(string(beside)), "\n") {
			want[f.Name+":"+line]++
		}
	}
}

// TestEveryCodeIsShown holds that no code of this package and those inside it goes without a file that has the fault.
func TestEveryCodeIsShown(t *testing.T) {
	elsewhere := map[diag.Code]string{
		"yaml-internal": "yamldoc.TestLibraryPanicIsADiagnostic", "yaml-too-big": "yamldoc.TestLimits",
		"yaml-too-many-values": "yamldoc.TestLimits", "yaml-too-many-faults": "yamldoc.TestLimits",
		"key-no-place": "TestMisuse", "set-unreadable-file": "TestReadFS", "set-too-many-files": "TestReadFS",
		"set-empty":         "TestReadFS",
		"header-wrong-kind": "TestBuild",
	}
	for _, info := range diag.Codes() {
		if elsewhere[info.Code] != "" {
			continue
		}
		if _, err := os.Stat("testdata/bad/" + string(info.Code)); err == nil {
			continue
		}
		if _, err := os.Stat("testdata/bad/" + string(info.Code) + ".yaml"); err != nil {
			t.Errorf("no file shows %s", info.Code)
		}
	}
}

// TestBadAndGoodExamples holds that the examples in the page of codes parse as they say: the good ones without a fault.
func TestBadAndGoodExamples(t *testing.T) {
	for _, info := range diag.Codes() {
		if !strings.HasPrefix(string(info.Code), "yaml-") || info.Code == "yaml-syntax" {
			continue
		}
		_, list := Parse("good", []byte(info.Good+"\n"))
		for _, d := range list {
			if strings.HasPrefix(string(d.Code), "yaml-") && d.Code != "yaml-not-a-map" && d.Code != "yaml-empty" {
				t.Errorf("the good example of %s: %v", info.Code, d)
			}
		}
	}
}
