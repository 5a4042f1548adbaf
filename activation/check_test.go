package activation_test

import (
	"errors"
	"os"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
)

// TestBadMeasures holds the files of testdata/bad to what they say of themselves, beside the documents that they use.
func TestBadMeasures(t *testing.T) {
	set, _ := setOf(t)
	kind := kindtest.Kind[activation.Measure]{Check: activation.Check, FromSet: activation.FromSet, With: set.All(""), Family: "activation"}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
	}
}

func TestGoodMeasuresAreSilent(t *testing.T) {
	set, _ := setOf(t, "../examples/measures/pam-prescored.yaml")
	for _, doc := range set.All(activation.Kind) {
		if list := activation.Check(set, doc, schemas.CheckOptions{AsOf: on("2026-11-21")}); len(list) > 0 {
			t.Errorf("%s: %v", doc.File(), list)
		}
	}
}

func TestReviewsFallDue(t *testing.T) {
	set, doc := setOf(t, "../examples/measures/pam-prescored.yaml")
	list := activation.Check(set, doc, schemas.CheckOptions{AsOf: on("2028-11-22")})
	if len(list) != 1 || list[0].Code != "header-review-due" {
		t.Errorf("%v", list)
	}
}

func TestWhatCannotBeFound(t *testing.T) {
	set, doc := setOf(t)
	if _, err := activation.FromSet(set, "nobody"); !errors.Is(err, schemas.ErrNotFound) {
		t.Errorf("an unknown measure gives %v", err)
	}
	if list := activation.Check(set, doc, schemas.CheckOptions{}); !list.HasErrors() {
		t.Error("a questionnaire passes for a measure")
	}
	src, err := os.ReadFile("testdata/confidence.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if m, err := activation.Load("confidence.yaml", src); err == nil || m != nil {
		t.Errorf("Load takes a measure without its questionnaire: %v", err)
	}
	if m, err := activation.Load("empty.yaml", nil); err == nil || m != nil {
		t.Errorf("Load takes nothing at all: %v", err)
	}
}

func TestCompile(t *testing.T) {
	read := fromSet(t, "confidence")
	m, err := activation.Compile(*read.Definition(), read.Questionnaire())
	if err != nil {
		t.Fatal(err)
	}
	if m.Digest() != read.Digest() {
		t.Errorf("the digest is %s from code and %s from a file", m.Digest(), read.Digest())
	}
	if m, err := activation.Compile(*read.Definition(), nil); err == nil || m != nil {
		t.Errorf("a measure without its questionnaire gives %v", err)
	}
	if m, err := activation.Compile(activation.Definition{}, nil); err == nil || m != nil {
		t.Errorf("an empty definition gives %v", err)
	}
}

func TestSchemaNamesWhatTheStructsName(t *testing.T) {
	for _, difference := range schemas.Mismatches(activation.Kind, activation.Definition{}) {
		t.Error(difference)
	}
}
