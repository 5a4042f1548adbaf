package sdm_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// alone gives a folder with one of the shipped definitions and the facts of a person, with other texts in it and without
// its cases, which would keep a document with another result from being made ready.
func alone(t *testing.T, file string, changes ...string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"person-facts.yaml", file} {
		src, err := fs.ReadFile(examples.Definitions, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: src}
	}
	text := string(files[file].Data)
	other := strings.NewReplacer(changes...).Replace(text)
	if other == text && len(changes) > 0 {
		t.Fatalf("%s has none of %q", file, changes)
	}
	other, _, _ = strings.Cut(other, "\ncases:")
	files[file].Data = []byte(other + "\n")
	return files
}

func TestCompareFSByKind(t *testing.T) {
	for _, test := range []struct {
		file, ref string
		changes   []string
		needs     cases.Release
		says      string
	}{
		{"aids/hip-osteoarthritis.yaml", "hip-osteoarthritis", []string{"exercise, chance: 0.09", "exercise, chance: 0.06"},
			cases.ReleaseMajor, "Have a serious health problem with “Do guided exercise” changed from 9 to 6 in 100"},
		{"policies/nhs-provider-england.yaml", "nhs-provider-england@0", []string{"commissioning_contract and sooner", "commissioning_contract"},
			cases.ReleaseMajor, "“This provider may be offered to somebody who waits too long elsewhere” changes from not met to met for a person with "},
		{"questionnaires/gad-7.yaml", "gad-7", []string{"{id: mild, from: 5,", "{id: mild, from: 6,"},
			cases.ReleaseMajor, "from mild to minimal"},
		{"person-facts.yaml", "person-facts", []string{"How old are you?", "What is your age?"}, cases.ReleasePatch, "Words:"},
	} {
		d, err := sdm.CompareFS(alone(t, test.file), alone(t, test.file, test.changes...), test.ref)
		if err != nil {
			t.Errorf("%s: %v", test.ref, err)
			continue
		}
		if d.Needs != test.needs || d.Enough() || !strings.Contains(d.String(), test.says) {
			t.Errorf("%s: %s and not %s, or it does not say %q:\n%s", test.ref, d.Needs, test.needs, test.says, d)
		}
	}
}

// TestCompareWithItself holds that nothing differs between a document of each kind and itself.
func TestCompareWithItself(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	set := lib.Set()
	for i, doc := range set.All("") {
		if i > 0 && set.All("")[i-1].Kind() == doc.Kind() {
			continue
		}
		d, err := sdm.Compare(set, set, doc)
		if err != nil || d.Needs != cases.ReleaseNone || !d.Enough() {
			t.Errorf("%s: %v\n%s", doc.Ref(), err, d)
		}
	}
}

// TestComparePredecessor holds which version a document is compared with.
func TestComparePredecessor(t *testing.T) {
	facts := func(versions ...string) *schemas.Set {
		var docs []*schemas.Document
		for _, v := range versions {
			doc, list := schemas.Parse("facts-"+v+".yaml", []byte("kind: person-facts\nid: few\nversion: "+v+
				"\ntitle: Few\nfacts:\n  - {id: smokes, ask: \"Do you smoke?\", answer: yes_no}\n"))
			if err := list.Err(); err != nil {
				t.Fatal(err)
			}
			docs = append(docs, doc)
		}
		set, _ := schemas.NewSet(docs...)
		return set
	}
	before := facts("1.0.0", "1.1.0", "2.0.0")
	for version, want := range map[string]string{"1.0.0": "1.0.0", "1.1.1": "1.1.0", "2.1.0": "2.0.0", "3.0.0": "2.0.0", "0.1.0": "2.0.0"} {
		after := facts(version)
		if d, err := sdm.Compare(before, after, after.All("")[0]); err != nil || d.From != want || d.To != version {
			t.Errorf("%s: %s to %s, %v; want from %s", version, d.From, d.To, err, want)
		}
	}
}

func TestCompareFSWithoutAVersion(t *testing.T) {
	files, older := shipped(t), shipped(t)
	delete(older, "questionnaires/gad-7.yaml")
	delete(older, "outcomes/nhs-talking-therapies.yaml")
	if _, err := sdm.CompareFS(older, files, "gad-7"); !errors.Is(err, schemas.ErrNotFound) {
		t.Errorf("nothing in the old folder: %v", err)
	}
	if _, err := sdm.CompareFS(files, files, "gad-99"); !errors.Is(err, schemas.ErrNotFound) {
		t.Errorf("nothing in the new folder: %v", err)
	}
	var list diag.List
	broken := fstest.MapFS{"a.yaml": {Data: []byte("kind: [")}}
	if _, err := sdm.CompareFS(broken, files, "gad-7"); !errors.As(err, &list) {
		t.Errorf("a broken folder: %v", err)
	}
}
