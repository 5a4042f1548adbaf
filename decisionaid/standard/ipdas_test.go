package standard_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// decidedBy are the 44 items of IPDAS version 4 and what can decide each: D for the structure of the aid, A for the word of
// somebody for what was done, H for a person who judges the aid. T marks the nine that are about tests alone.
const decidedBy = `
k1 D, k2 D, k3 D, k4 D, k5 D, k6 D,
c1 H, c2 D, c3 D, c4 D, c5 D, c6 D, c7 DT, c8 DT, c9 DT, c10 DT,
q1 D, q2 D, q3 D, q4 D, q5 D, q6 D, q7 D, q8 D, q9 D, q10 D, q11 D, q12 A, q13 A, q14 A, q15 A, q16 A, q17 A, q18 D, q19 D,
q20 D, q21 D, q22 A, q23 A, q24 DT, q25 DT, q26 DT, q27 DT, q28 HT`

func TestFortyFourCriteria(t *testing.T) {
	letters := map[standard.How]string{standard.Derived: "D", standard.Attested: "A", standard.Judged: "H"}
	var got []string
	bySection := map[string]int{}
	def := ready(t, "ipdas-v4").Definition()
	for _, c := range def.Criteria {
		word := c.ID + " " + letters[c.How]
		if c.For == "aid.tests" {
			word += "T"
		}
		got = append(got, word)
		bySection[c.Kind]++
		if c.Source == nil || !c.Source.Verified || c.Basis != "standard" || c.Title == "" {
			t.Errorf("%s has no source in which somebody read it, or no words", c.ID)
		}
	}
	want := strings.Split(strings.ReplaceAll(strings.TrimSpace(decidedBy), ",\n", ", "), ", ")
	if !slices.Equal(got, want) {
		t.Errorf("got\n%v\nwant\n%v", got, want)
	}
	if len(got) != 44 || bySection["qualifying"] != 6 || bySection["certification"] != 10 || bySection["quality"] != 28 {
		t.Errorf("%d criteria in sections %v", len(got), bySection)
	}
}

// TestThirtyFiveForTreatments holds that the nine criteria about tests do not count for an aid about a treatment, and all do for
// one about a test.
func TestThirtyFiveForTreatments(t *testing.T) {
	ipdas := ready(t, "ipdas-v4")
	for _, doc := range shipped(t).All(decisionaid.Kind) {
		r := ipdas.Report(standard.FactsOf(aid(t, doc.Ref()), today), nil)
		if r.Counts.Applicable() != 35 || r.Counts.NotApplicable != 9 {
			t.Errorf("%s: %+v", doc.Ref(), r.Counts)
		}
		if f := finding(t, r, "q27"); f.State != policy.NotApplicable || len(f.Places) != 1 || f.Places[0].At[0] != "/test" {
			t.Errorf("%s: %+v", doc.Ref(), f)
		}
	}
	if r := ipdas.Report(standard.FactsOfDefinition(bowel(t), today), nil); r.Counts.Applicable() != 44 {
		t.Errorf("an aid about a test: %+v", r.Counts)
	}
}

// TestStructureAloneNeverVouches holds that whatever the structure of an aid, criteria that are attested or judged are not met
// while nobody vouches for anything; and that nothing at all is met of no aid.
func TestStructureAloneNeverVouches(t *testing.T) {
	random := rand.New(rand.NewPCG(44, 35))
	rounds := 600
	if testing.Short() {
		rounds = 200
	}
	for _, doc := range shipped(t).All(standard.Kind) {
		s := ready(t, doc.Ref())
		m := s.Model()
		state := m.NewState()
		for range rounds {
			state.Reset()
			for i, in := range m.Inputs() {
				v := rule.NA(rule.NotSupplied)
				if strings.HasPrefix(in.Name, "aid.") && random.IntN(8) > 0 {
					v = float64(random.IntN(2))
					if in.Type.Kind == rule.Number && in.Type.Step == 1 {
						v = float64(random.IntN(min(int(in.Type.Hi), 20)))
					}
				}
				state.Set(rule.Slot(i), v)
			}
			m.Eval(state)
			for _, c := range s.Definition().Criteria {
				slot, _ := m.Slot(c.ID)
				if c.How != standard.Derived && m.Type(slot).Format(state.Get(slot)) == "met" {
					t.Fatalf("%s: %s is %s, and is met because of structure", doc.Ref(), c.ID, c.How)
				}
			}
		}
		if r := s.Report(standard.FactsOf(nil, today), nil); r.Counts.Met != 0 || r.Counts.NotMet != 0 {
			t.Errorf("%s of no aid: %+v", doc.Ref(), r.Counts)
		}
	}
}

func TestShippedStandardsAreSilent(t *testing.T) {
	for _, doc := range shipped(t).All(standard.Kind) {
		if list := standard.Check(shipped(t), doc, schemas.CheckOptions{AsOf: today}); len(list) > 0 {
			t.Errorf("%s: %v", doc.Ref(), list)
		}
		if s, err := standard.Load(doc.File(), doc.Source()); err != nil || s.ID() != doc.ID() || s.Version() != doc.Version() || s.Digest() == "" || s.Title() == "" {
			t.Errorf("%s: %v", doc.Ref(), err)
		}
	}
}

// TestNothingIsClaimedOfWhatWasNotRead holds that what could be read in part only can never be met as a whole.
func TestNothingIsClaimedOfWhatWasNotRead(t *testing.T) {
	for _, id := range []string{"nice-ecd8-section-1", "his-checklist"} {
		s := ready(t, id)
		var said []standard.Attestation
		for _, a := range s.Attested() {
			said = append(said, standard.Attestation{Fact: a.ID, Holds: true, Who: "A reviewer", When: "2026-11-01", Evidence: "A report"})
		}
		r := s.Report(standard.FactsOfDefinition(hip(t), today), said)
		if r.Counts.Unknown != 0 || r.Counts.NotMet != 0 || r.Incomplete == "" || !strings.Contains(r.Text(), "Not the whole standard: ") {
			t.Errorf("%s: %+v\n%s", id, r.Counts, r.Text())
		}
		last := r.Sections[len(r.Sections)-1]
		if last.Incomplete == "" || last.State != policy.Unknown {
			t.Errorf("%s: %+v", id, last)
		}
		if text := r.Text(); !strings.Contains(text, "nobody has read this criterion in its source") || strings.Contains(strings.ToLower(text), "certified") {
			t.Errorf("%s:\n%s", id, text)
		}
	}
}
