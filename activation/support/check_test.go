package support_test

import (
	"errors"
	"os"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// TestBadDocuments holds the files of testdata/bad to what they say of themselves, beside the documents that they use.
func TestBadDocuments(t *testing.T) {
	kind := kindtest.Kind[support.Offers]{Check: support.Check, FromSet: support.FromSet, With: shipped(t).set.All(""), Least: diag.Warning}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
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
	_, uses := activation.UsedBy(w.set, doc)
	report, err := policy.Deep(w.set, doc, cases.DeepBudget, uses...)
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
		for _, l := range c.Levels {
			if c.Kind == support.KindIntensity && l.Because == "" {
				t.Errorf("%s gives everybody the same reason, whichever level they are at", c.ID)
			}
		}
		if c.Basis != "convention" && (c.Source == nil || c.Source.Verified) {
			t.Errorf("%s rests on %s, which nobody could read in full, and does not say so", c.ID, c.Basis)
		}
	}
}
