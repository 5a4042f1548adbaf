package main

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/sdm"
)

func TestWithoutDefinitionsThereIsNoStory(t *testing.T) {
	lib := new(sdm.Library)
	var out bytes.Buffer
	if err := write(&out, lib, "story"); !errors.Is(err, schemas.ErrNotFound) || out.Len() > 0 {
		t.Errorf("error %v after %q", err, out.String())
	}
}

// A library that has some of the documents names all others that the story stands on, in one go.
func TestWhatIsNotThereIsNamedAtOnce(t *testing.T) {
	some := fstest.MapFS{}
	for _, name := range []string{"person-facts.yaml", "questionnaires/semcd-6.yaml", "measures/self-management-confidence.yaml"} {
		src, err := fs.ReadFile(examples.Definitions, name)
		if err != nil {
			t.Fatal(err)
		}
		some[name] = &fstest.MapFile{Data: src}
	}
	lib, err := sdm.LoadFS(some)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err = write(&out, lib, "story")
	if !errors.Is(err, schemas.ErrNotFound) || out.Len() > 0 {
		t.Fatalf("error %v after %q", err, out.String())
	}
	for _, missing := range []string{
		"nhs-self-management-support", "hip-osteoarthritis", "oxford-hip-score", "ons4", "named-concerns", "personalised-plan-england", "fennbridge",
		"personal-health-budget-england", "northridge-icb-budgets", "nhs-choice-england", "nhs-waiting-england", "nhs-provider-england",
		"nhs-choice-statements-england",
	} {
		if !strings.Contains(err.Error(), missing) {
			t.Errorf("the error does not name %s:\n%v", missing, err)
		}
	}
	if strings.Contains(err.Error(), "self-management-confidence") {
		t.Errorf("the error names what is there:\n%v", err)
	}
}

var errFull = errors.New("the disk is full")

// full takes so many lines and no more.
type full struct{ lines int }

func (f *full) Write(text []byte) (int, error) {
	if f.lines -= bytes.Count(text, []byte("\n")); f.lines < 0 {
		return 0, errFull
	}
	return len(text), nil
}

// A fault in the middle of a chapter ends the story there: what follows in the chapter must neither panic nor add to the record.
func TestAFaultEndsTheStory(t *testing.T) {
	t.Parallel()
	lib := library(t)
	lines := bytes.Count(written(t, lib, "story"), []byte("\n"))
	step := 23
	if testing.Short() {
		step = 71
	}
	before := 0
	for at := 0; at < lines; at += step {
		told, err := tell(&full{lines: at}, lib)
		if !errors.Is(err, errFull) {
			t.Fatalf("line %d: error %v", at, err)
		}
		if told.record.Len() < before {
			t.Errorf("line %d: the record has %d events and had %d before", at, told.record.Len(), before)
		}
		before = told.record.Len()
		if _, err := told.record.Replay(); err != nil {
			t.Errorf("line %d: %v", at, err)
		}
	}
}

func TestWhatJourneyDoesNotPrint(t *testing.T) {
	if err := write(io.Discard, library(t), "poem"); err == nil || !strings.Contains(err.Error(), "poem") {
		t.Errorf("error %v", err)
	}
}

// Every number of the story comes from the library: no sentence of this program has a figure in it.
func TestNoFigureIsTyped(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	verb, figure := regexp.MustCompile(`%[-+#0]*[\d.]*[a-zA-Z%]`), regexp.MustCompile(`\d`)
	looked := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			verbOf, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || !slices.Contains([]string{"say", "point", "sub", "quote", "chapter", "heading"}, verbOf.Sel.Name) {
				return true
			}
			for _, arg := range call.Args {
				ast.Inspect(arg, func(n ast.Node) bool {
					if text, is := n.(*ast.BasicLit); is && text.Kind == token.STRING {
						if looked++; figure.MatchString(verb.ReplaceAllString(text.Value, "")) {
							t.Errorf("%s: this sentence has a figure in it: %s", file, text.Value)
						}
					}
					return true
				})
			}
			return true
		})
	}
	if looked < 80 {
		t.Errorf("only %d sentences were looked at", looked)
	}
}
