package sdm_test

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// small is a questionnaire that costs little to check.
const small = `kind: questionnaire
id: beside
version: 1.0.0
title: Sleep
language: en
answers:
  often:
    - {id: never, value: 0, label: Never}
    - {id: always, value: 1, label: Always}
items:
  - {id: woke, text: You woke up early, answer: often}
groups: {all: [woke]}
scores:
  - {id: total, of: all, missing: complete, rule: sum(of), range: [0, 1], better: lower}
cases:
  - {name: woke, given: {woke: 1}, expect: {total: 1}}
`

// headerLines is how many of the first lines of a file are spoilt.
const headerLines = 12

// spoilt gives the ways in which a line of YAML can be wrong.
func spoilt(line string) map[string]string {
	key, value, _ := strings.Cut(line, ":")
	return map[string]string{
		"without":         "",
		"empty":           key + ":\n",
		"empty text":      key + ": \"\"\n",
		"a number":        key + ": 1.0\n",
		"a short version": key + ": \"1.0\"\n",
		"words":           key + ": Bad" + value + "\n",
		"a list":          key + ": [" + value + "]\n",
		"unclosed":        key + ": [" + value + "\n",
		"another key":     key + "_" + ":" + value + "\n",
		"twice":           line + "\n" + line + "\n",
	}
}

// smallest gives the shortest shipped file of every kind, with the files of all documents that it uses.
func smallest(t *testing.T) map[string][]string {
	t.Helper()
	set, _ := schemas.ReadFS(examples.Definitions)
	found := map[string]*schemas.Document{}
	for _, doc := range set.All("") {
		if best := found[doc.Kind()]; best == nil || len(doc.Source()) < len(best.Source()) {
			found[doc.Kind()] = doc
		}
	}
	files := map[string][]string{}
	for kind, doc := range found {
		var gather func(*schemas.Document)
		gather = func(d *schemas.Document) {
			files[kind] = append(files[kind], d.File())
			for _, used := range set.Uses(d) {
				gather(used)
			}
		}
		gather(doc)
	}
	return files
}

// TestLoadFindsTheErrorsOfCheckWhateverIsSpoilt takes lines of the header of a file of every kind away and garbles them. LoadFS then has the
// errors of CheckFS and no others; no document goes without a word; and a document that has nothing to do with it stays.
func TestLoadFindsTheErrorsOfCheckWhateverIsSpoilt(t *testing.T) {
	const beside = "questionnaires/beside.yaml"
	tried, every := 0, 12 // each way for some kind
	if testing.Short() {
		every = 48
	}
	files := smallest(t)
	for _, kind := range slices.Sorted(maps.Keys(files)) {
		names := files[kind]
		good := fstest.MapFS{}
		good[beside] = &fstest.MapFile{Data: []byte(small)}
		for _, name := range names {
			src, err := fs.ReadFile(examples.Definitions, name)
			if err != nil {
				t.Fatal(err)
			}
			good[name] = &fstest.MapFile{Data: src}
		}
		lines := strings.Split(string(good[names[0]].Data), "\n")
		for i, line := range lines[:headerLines] {
			if !strings.Contains(line, ":") || strings.HasPrefix(line, " ") || strings.HasPrefix(line, "#") {
				continue
			}
			ways := spoilt(line)
			for _, way := range slices.Sorted(maps.Keys(ways)) {
				if tried++; tried%every != 0 && way != "without" {
					continue
				}
				spoilt := maps.Clone(good)
				text := strings.Join(lines[:i], "\n") + "\n" + ways[way] + strings.Join(lines[i+1:], "\n")
				spoilt[names[0]] = &fstest.MapFile{Data: []byte(text)}
				loadsAsChecked(t, fmt.Sprintf("%s, %s %s", kind, line, way), spoilt, names[0], beside)
			}
		}
	}
	if tried < 500 {
		t.Errorf("only %d ways were thought of", tried)
	}
}

func loadsAsChecked(t *testing.T, what string, files fs.FS, broken, beside string) {
	t.Helper()
	var loaded diag.List
	lib, err := sdm.LoadFS(files)
	errors.As(err, &loaded)
	if diff := cmp.Diff(lines(sdm.CheckFS(files, schemas.CheckOptions{}).Only(diag.Error)), lines(loaded)); diff != "" {
		t.Errorf("%s: -check +load\n%s", what, diff)
	}
	for _, doc := range lib.Set().All("") {
		find := lookUps[doc.Kind()]
		if find == nil {
			continue // of a kind that there is not, which is told, or a translation
		}
		told := slices.ContainsFunc(loaded, func(d diag.Diagnostic) bool { return d.Span.File == doc.File() })
		switch err := find(lib, doc.Ref()); {
		case doc.File() == beside && (err != nil || told):
			t.Errorf("%s: the document beside it is lost: %v", what, err)
		case err != nil && !told && doc.File() == broken:
			t.Errorf("%s: lost without a word: %v", what, err)
		}
	}
}

// A file whose header is broken is told beside files that are the same document.
func TestTwinsHideNothing(t *testing.T) {
	files := shipped(t)
	files["copy.yaml"] = files["questionnaires/gad-7.yaml"]
	files["broken.yaml"] = &fstest.MapFile{Data: []byte("kind: questionnaire\nid: broken\n")}
	files["broken-too.yaml"] = &fstest.MapFile{Data: []byte("kind: questionnaire\nid: broken\ntitle: Broken\n")}
	lib, err := sdm.LoadFS(files)
	told := map[string]int{}
	var list diag.List
	errors.As(err, &list)
	for _, d := range list {
		told[d.Span.File+" "+string(d.Code)]++
	}
	want := map[string]int{"questionnaires/gad-7.yaml set-twin": 1, "broken.yaml key-missing": 3, "broken-too.yaml key-missing": 2}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if _, err := lib.Questionnaire("gad-7"); err != nil {
		t.Error(err)
	}
}

// A version that differs from another in its build alone cannot be told from it.
func TestBuildsOfOneVersionAreTwins(t *testing.T) {
	files := shipped(t)
	gad := string(files["questionnaires/gad-7.yaml"].Data)
	files["other.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(gad, "version: 1.0.0\n", "version: 1.0.0+2\n", 1))}
	if _, err := sdm.LoadFS(files); err == nil || !strings.Contains(err.Error(), "set-twin") {
		t.Errorf("error %v", err)
	}
}
