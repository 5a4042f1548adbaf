package choice_test

import (
	"errors"
	"os"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// TestBadDocuments holds the files of testdata/bad to what they say of themselves.
func TestBadDocuments(t *testing.T) {
	kind := kindtest.Kind[policy.Policy]{
		Check: func(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
			return choice.Check(set, doc, options)
		},
		FromSet: func(set *schemas.Set, ref string) (*policy.Policy, error) { return choice.FromSet(set, ref) },
		Load:    choice.Load, Options: schemas.CheckOptions{AsOf: today}, Least: diag.Warning,
	}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
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
