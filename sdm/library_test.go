package sdm_test

import (
	"errors"
	"io/fs"
	"strings"
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
	if _, err := new(sdm.Library).ParsePerson([]byte("{}"), day.Day{}); !errors.Is(err, sdm.ErrVocabulary) {
		t.Errorf("error %v", err)
	}
}

// lookUps are the verbs by which a library gives the documents of each kind, and whether it gives one.
var lookUps = map[string]func(*sdm.Library, string) error{
	"person-facts":        func(l *sdm.Library, ref string) error { _, err := l.Vocabulary(ref); return err },
	"questionnaire":       func(l *sdm.Library, ref string) error { _, err := l.Questionnaire(ref); return err },
	"outcome-set":         func(l *sdm.Library, ref string) error { _, err := l.Outcomes(ref); return err },
	"activation-measure":  func(l *sdm.Library, ref string) error { _, err := l.Measure(ref); return err },
	"support-offers":      func(l *sdm.Library, ref string) error { _, err := l.Offers(ref); return err },
	"decision-aid":        func(l *sdm.Library, ref string) error { _, err := l.Aid(ref); return err },
	"standard":            func(l *sdm.Library, ref string) error { _, err := l.Standard(ref); return err },
	"choice-rights":       func(l *sdm.Library, ref string) error { _, err := l.Policy(ref); return err },
	"community-directory": func(l *sdm.Library, ref string) error { _, err := l.Directory(ref); return err },
	"plan-standard":       func(l *sdm.Library, ref string) error { _, err := l.PlanStandard(ref); return err },
	"budget-policy":       func(l *sdm.Library, ref string) error { _, err := l.BudgetPolicy(ref); return err },
}

// The zero library has no documents, and says so.
func TestTheZeroLibraryHasNothing(t *testing.T) {
	for kind, find := range lookUps {
		if err := find(new(sdm.Library), "x"); !errors.Is(err, schemas.ErrNotFound) {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if cymraeg, err := new(sdm.Library).In("cy"); err != nil || len(cymraeg.Set().All("")) != 0 {
		t.Errorf("in Welsh: %v", err)
	}
	if err := new(sdm.Library).CheckRecord(sound(t)); !errors.Is(err, sdm.ErrNotChecked) {
		t.Errorf("nothing to check with: %v", err)
	}
}

// What is there under another kind, or with a header that cannot be read, is said to be.
func TestALookUpSaysWhatIsThereInstead(t *testing.T) {
	files := shipped(t)
	phq := files["questionnaires/phq-9.yaml"]
	phq.Data = []byte(strings.Replace(string(phq.Data), "version: 1.0.0\n", "", 1))
	lib, err := sdm.LoadFS(files)
	if err == nil {
		t.Fatal("a questionnaire without a version loads")
	}
	if _, err := lib.Questionnaire("phq-9"); !errors.Is(err, sdm.ErrBroken) || !strings.Contains(err.Error(), "questionnaires/phq-9.yaml") {
		t.Errorf("without a version: %v", err)
	}
	if _, err := lib.Aid("gad-7"); !errors.Is(err, schemas.ErrNotFound) || !strings.Contains(err.Error(), "gad-7@1.0.0 is of the kind questionnaire") {
		t.Errorf("of another kind: %v", err)
	}
	if _, err := sdm.LoadFS(fstest.MapFS{"readme.txt": {}}); err == nil || !strings.Contains(err.Error(), "set-empty") {
		t.Errorf("a folder without definitions: %v", err)
	}
}
