package choice_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

func TestBadDocuments(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := schemas.Parse(name, src)
		set, list := schemas.NewSet(doc)
		var got, want []string
		list = append(list, choice.Check(set, doc, schemas.CheckOptions{AsOf: today})...)
		for _, d := range list {
			if d.Severity == diag.Note {
				continue
			}
			got = append(got, fmt.Sprintf("%d %s", d.Span.Start.Line, d.Code))
			if d.Hint == "" {
				t.Errorf("%s gives no remedy: %v", d.Code, d)
			}
		}
		for i, line := range strings.Split(string(src), "\n") {
			if _, codes, ok := strings.Cut(line, "# want "); ok {
				for code := range strings.FieldsSeq(codes) {
					want = append(want, fmt.Sprintf("%d %s", i+1, code))
				}
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
		_, loaded := choice.Load(name, src)
		var errs diag.List
		if !errors.As(loaded, &errs) || errs.Error() != list.Only(diag.Error).Error() {
			t.Errorf("%s: Load says %v\nCheck says %v", name, loaded, list.Only(diag.Error))
		}
		if _, built := choice.FromSet(set, doc.Ref()); !errors.As(built, &errs) || !strings.Contains(errs.Error(), "policy-derived-fact") {
			t.Errorf("%s: FromSet says %v", name, built)
		}
	}
}

// TestShippedDocumentsAreReady holds that what package policy makes of a document without faults is what this package makes of it.
func TestShippedDocumentsAreReady(t *testing.T) {
	w := shipped(t)
	for _, p := range []*policy.Policy{w.choice, w.waiting, w.provider, w.said} {
		same, err := policy.FromSet(w.set, p.ID()+"@"+p.Version())
		if err != nil || same.Digest() != p.Digest() {
			t.Error(p.ID(), err)
		}
	}
	if _, err := choice.FromSet(w.set, "nobody"); !errors.Is(err, schemas.ErrNotFound) {
		t.Error(err)
	}
	if _, err := choice.FromSet(w.set, "person-facts"); !errors.Is(err, schemas.ErrNotFound) {
		t.Errorf("person facts are no rights: %v", err)
	}
}

// TestLaterPeriodsNeedNoGo holds that a document may name days of its own on which the law changes.
func TestLaterPeriodsNeedNoGo(t *testing.T) {
	p, err := choice.Load("law.yaml", []byte(`
kind: choice-rights
id: law
version: 1.0.0
title: A law that changed twice
facts:
  - {id: referral_made, ask: "When was the referral made?", answer: periods}
answers:
  periods:
    - {id: from_2030_01_01, label: New}
    - {id: before_2024_04_01, label: Old}
    - {id: from_2024_04_01, label: Middle}
criteria:
  - id: period
    levels:
      - {id: old, when: 'referral_made == "before_2024_04_01"'}
      - {id: middle, when: 'referral_made == "from_2024_04_01"'}
      - {id: new, when: 'referral_made == "from_2030_01_01"'}
    basis: local
cases:
  - name: a blank
    given: {}
    expect: {period: unknown}
`))
	if err != nil {
		t.Fatal(err)
	}
	for made, want := range map[string]string{
		"2024-03-31": "old", "2024-04-01": "middle", "2029-12-31": "middle", "2030-01-01": "new", "2040-01-01": "new",
	} {
		found, err := choice.Rights(choice.Referral{Made: on(made)}, person.Facts{}, on("2050-01-01"), p)
		if got := state(t, found, "period"); err != nil || got != want {
			t.Errorf("%s: %s %v, want %s", made, got, err, want)
		}
	}
}
