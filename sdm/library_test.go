package sdm_test

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// shipped copies two shipped questionnaires into a file system that a test can break.
func shipped(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"questionnaires/phq-9.yaml", "questionnaires/gad-7.yaml", "outcomes/nhs-talking-therapies.yaml"} {
		src, err := fs.ReadFile(examples.Definitions, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: src}
	}
	return files
}

func TestOneBrokenFileDoesNotTakeTheOthersDown(t *testing.T) {
	files := shipped(t)
	files["questionnaires/phq-9.yaml"] = &fstest.MapFile{Data: []byte("kind: questionnaire\nid: [")}
	lib, err := sdm.LoadFS(files)
	var list diag.List
	if !errors.As(err, &list) {
		t.Fatalf("error %v is no diag.List", err)
	}
	for _, d := range list {
		if d.Span.File != "questionnaires/phq-9.yaml" && d.Code != "set-missing-reference" {
			t.Errorf("a fault elsewhere: %v", d)
		}
	}
	if _, err := lib.Questionnaire("gad-7"); err != nil {
		t.Errorf("the other questionnaire is gone: %v", err)
	}
	if _, err := lib.Questionnaire("phq-9"); !errors.Is(err, schemas.ErrNotFound) && !errors.Is(err, sdm.ErrBroken) {
		t.Errorf("error %v for the broken one", err)
	}
}

func TestADocumentWithFaultsIsSaidToBeBroken(t *testing.T) {
	files := shipped(t)
	files["questionnaires/knee.yaml"] = &fstest.MapFile{Data: []byte("kind: questionnaire\nid: knee\nversion: 1.0.0\ntitle: Knee\nitems: []\nscores:\n  - {id: total, rule: nothing, range: [0, 1]}\n")}
	lib, err := sdm.LoadFS(files)
	if err == nil {
		t.Fatal("a rule that reads nothing loads")
	}
	if _, err := lib.Questionnaire("knee"); !errors.Is(err, sdm.ErrBroken) {
		t.Errorf("error %v does not wrap ErrBroken", err)
	}
}

func TestLoadFindsTheErrorsOfCheck(t *testing.T) {
	broken := shipped(t)
	broken["questionnaires/phq-9.yaml"].Data = append(broken["questionnaires/phq-9.yaml"].Data, "surprise: 1\n"...)
	_, shippedFaults := library()
	_, brokenFaults := sdm.LoadFS(broken)
	for name, tc := range map[string]struct {
		files  fs.FS
		faults error
	}{"shipped": {examples.Definitions, shippedFaults}, "broken": {broken, brokenFaults}} {
		t.Run(name, func(t *testing.T) {
			var loaded diag.List
			errors.As(tc.faults, &loaded)
			checked := sdm.CheckFS(tc.files, schemas.CheckOptions{}).Only(diag.Error)
			if diff := cmp.Diff(lines(checked), lines(loaded)); diff != "" {
				t.Errorf("-check +load\n%s", diff)
			}
		})
	}
}

func lines(list diag.List) []string {
	var all []string
	for _, d := range list {
		all = append(all, d.Error())
	}
	return all
}

func TestReferences(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range []string{"phq-9", "phq-9@1", "phq-9@1.0.0"} {
		if q, err := lib.Questionnaire(ref); err != nil || q.ID() != "phq-9" {
			t.Errorf("%s: %v", ref, err)
		}
	}
	for _, ref := range []string{"phq-8000", "phq-9@7", ""} {
		if _, err := lib.Questionnaire(ref); !errors.Is(err, schemas.ErrNotFound) {
			t.Errorf("%s: error %v", ref, err)
		}
	}
	if _, err := lib.Aid("phq-9"); !errors.Is(err, schemas.ErrNotFound) {
		t.Errorf("a questionnaire is no aid: %v", err)
	}
}

func TestParsePersonNeedsOneVocabulary(t *testing.T) {
	lib, err := sdm.LoadFS(fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.ParsePerson([]byte("{}"), day.Day{}); !errors.Is(err, sdm.ErrVocabulary) {
		t.Errorf("error %v", err)
	}
}
