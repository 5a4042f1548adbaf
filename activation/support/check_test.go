package support_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// TestBadDocuments holds that every fault is found, at its line, and nothing else. `# want CODE` stands on the line.
func TestBadDocuments(t *testing.T) {
	bad, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(bad) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range bad {
		t.Run(filepath.Base(file), func(t *testing.T) {
			set := read(t, file)
			doc, err := set.Find(support.Kind, "bad")
			if err != nil {
				t.Fatal(err)
			}
			list := support.Check(set, doc, schemas.CheckOptions{})
			var got, want []string
			for _, d := range list {
				if d.Severity == diag.Note {
					continue
				}
				got = append(got, fmt.Sprintf("%d %s", d.Span.Start.Line, d.Code))
				if d.Hint == "" {
					t.Errorf("%s does not say how to mend it: %s", d.Code, d.Message())
				}
			}
			for i, line := range strings.Split(string(doc.Source()), "\n") {
				if _, code, ok := strings.Cut(line, "# want "); ok {
					want = append(want, fmt.Sprintf("%d %s", i+1, code))
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s\n%v", diff, list)
			}
			var errs diag.List
			for _, d := range list {
				if d.Severity == diag.Error {
					errs = append(errs, d)
				}
			}
			var heard diag.List
			if _, err := support.FromSet(set, "bad"); !errors.As(err, &heard) || heard.Error() != errs.Error() {
				t.Errorf("services hear %v, authors %v", heard, errs)
			}
		})
	}
}

func TestOtherKindsAreRefused(t *testing.T) {
	w := shipped(t)
	doc, _ := w.set.Find(activation.Kind, "pam-prescored")
	if list := support.Check(w.set, doc, schemas.CheckOptions{}); !list.HasErrors() {
		t.Error("a measure passes for offers")
	}
	if _, err := support.FromSet(w.set, "pam-prescored"); !errors.Is(err, schemas.ErrNotFound) {
		t.Error(err)
	}
	if o, err := support.Load("nothing.yaml", []byte("kind: support-offers\n")); err == nil || o != nil {
		t.Errorf("an empty document was loaded: %v, %v", o, err)
	}
	alone := []byte("kind: support-offers\nid: alone\nversion: 1.0.0\ntitle: A talk\ncriteria:\n  - {id: talk, kind: conversation, title: A talk, when: \"true\", basis: convention}\n")
	if o, err := support.Load("alone.yaml", alone); err != nil || o.Title() != "A talk" {
		t.Error(err)
	}
}

func TestShippedOffersAreSilent(t *testing.T) {
	w := shipped(t)
	for _, doc := range w.set.All(support.Kind) {
		for _, d := range support.Check(w.set, doc, schemas.CheckOptions{AsOf: today}) {
			if d.Severity != diag.Note { // a level holds for everybody whose level is known, which is no fault
				t.Error(d)
			}
		}
	}
	measures := w.offers.Measures()
	if len(measures) != 2 || measures[0].Prefix != "confidence." || measures[1].ID() != "pam-prescored" {
		t.Errorf("%+v", measures)
	}
}

// TestCasesNoticeEverySlip holds that the worked examples of the shipped document are worth something.
func TestCasesNoticeEverySlip(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	w := shipped(t)
	doc, err := w.set.Find(support.Kind, "nhs-self-management-support")
	if err != nil {
		t.Fatal(err)
	}
	report, err := policy.Deep(w.set, doc, cases.DeepBudget, activation.UsesOf(w.offers.Measures())...)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d changes, %d killed, %d undecided, %d evaluations", report.Changes, report.Killed, report.Undecided, report.Evaluations)
	if report.Changes < 150 || len(report.Survivors) > 0 || report.Untried > 0 {
		t.Errorf("%+v", report.Survivors)
	}
	for _, o := range report.Obligations {
		if !o.Covered && o.Person != nil {
			t.Errorf("no case shows that %s, with %s", o.About, o.Person)
		}
	}
}

// TestEveryOfferSaysWhereItStands holds what people are promised of every offer that ships.
func TestEveryOfferSaysWhereItStands(t *testing.T) {
	w := shipped(t)
	for _, c := range w.offers.Policy().Definition().Criteria {
		if c.Title == "" || c.Because == "" && c.Kind != support.KindConversation {
			t.Errorf("%s has no title or no reason", c.ID)
		}
		if c.Basis != "convention" && (c.Source == nil || c.Source.Verified) {
			t.Errorf("%s rests on %s, which nobody could read in full, and does not say so", c.ID, c.Basis)
		}
	}
}
