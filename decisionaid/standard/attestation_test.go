package standard_test

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

func word(fact string, holds bool) standard.Attestation {
	return standard.Attestation{Fact: fact, Holds: holds, Who: "A panel in York", When: "2026-03-01", Evidence: "Minutes of 1 March"}
}

// TestAttestations holds what counts and what does not, who outweighs whom, and that it is all told.
func TestAttestations(t *testing.T) {
	changed := func(change func(a *standard.Attestation)) standard.Attestation {
		a := word("equal_detail", true)
		change(&a)
		return a
	}
	for name, c := range map[string]struct {
		said    []standard.Attestation
		asOf    day.Day
		want    policy.State
		refused standard.Refusal
	}{
		"nobody":                  {nil, today, policy.Unknown, ""},
		"a yes":                   {[]standard.Attestation{word("equal_detail", true)}, today, policy.Met, ""},
		"a no":                    {[]standard.Attestation{word("equal_detail", false)}, today, policy.NotMet, ""},
		"a yes and a no":          {[]standard.Attestation{word("equal_detail", true), word("equal_detail", false)}, today, policy.NotMet, ""},
		"a no and a yes":          {[]standard.Attestation{word("equal_detail", false), word("equal_detail", true)}, today, policy.NotMet, ""},
		"of something else":       {[]standard.Attestation{word("patient_test", true)}, today, policy.Unknown, ""},
		"of nothing there is":     {[]standard.Attestation{word("holiness", true)}, today, policy.Unknown, ""},
		"by nobody":               {[]standard.Attestation{changed(func(a *standard.Attestation) { a.Who = " " })}, today, policy.Unknown, standard.NobodySays},
		"without a day":           {[]standard.Attestation{changed(func(a *standard.Attestation) { a.When = "1 March" })}, today, policy.Unknown, standard.NoDay},
		"of a day to come":        {[]standard.Attestation{changed(func(a *standard.Attestation) { a.When = "2027-03-01" })}, today, policy.Unknown, standard.ToCome},
		"of a day, and no today":  {[]standard.Attestation{changed(func(a *standard.Attestation) { a.When = "2027-03-01" })}, day.Day{}, policy.Met, ""},
		"without evidence":        {[]standard.Attestation{changed(func(a *standard.Attestation) { a.Evidence = "" })}, today, policy.Unknown, standard.NoEvidence},
		"a no without evidence":   {[]standard.Attestation{changed(func(a *standard.Attestation) { a.Evidence, a.Holds = "", false })}, today, policy.Unknown, standard.NoEvidence},
		"a yes and a refused one": {[]standard.Attestation{word("equal_detail", true), changed(func(a *standard.Attestation) { a.Evidence, a.Holds = "", false })}, today, policy.Met, ""},
	} {
		r := ready(t, "ipdas-v4").Report(standard.FactsOfDefinition(hip(t), c.asOf), c.said)
		f := finding(t, r, "c1")
		if f.State != c.want {
			t.Errorf("%s: %s, want %s", name, f.State, c.want)
		}
		if c.refused != "" && (len(f.Heard) != 1 || f.Heard[0].Refused != c.refused || !strings.Contains(r.Text(), "does not count: ")) {
			t.Errorf("%s: %+v", name, f.Heard)
		}
		if c.want == policy.Unknown && (len(f.Places) != 1 || f.Places[0].At[0] != "/options" || f.Places[0].Mend == "") {
			t.Errorf("%s: %+v", name, f.Places)
		}
		if c.want != policy.Unknown && (f.Heard[0].Who != "A panel in York" || !strings.Contains(r.Text(), "A panel in York says ")) {
			t.Errorf("%s: %+v", name, f.Heard)
		}
	}
}

// TestDevelopmentVouches holds that each key of an aid's development block is heard for the criterion that it is about.
func TestDevelopmentVouches(t *testing.T) {
	def := hip(t)
	def.Sources["york"] = schemas.Source{Title: "A study in York", Year: 2026, DOI: "10.1000/1"}
	a := &decisionaid.Attestation{Who: "The clinic", When: "2026-02-03", Evidence: schemas.Cite{Ref: "york", At: "page 3", Verified: true}}
	def.Development = &decisionaid.Development{
		PatientNeeds: a, ProfessionalNeeds: a, PatientReview: a, ProfessionalReview: a, PatientTest: a, ProfessionalTest: a, ImprovesMatch: a, ImprovesKnowledge: a,
	}
	r := ready(t, "ipdas-v4").Report(standard.FactsOfDefinition(def, today), nil)
	for id, key := range map[string]string{
		"q12": "patient_needs", "q13": "professional_needs", "q14": "patient_review", "q15": "professional_review", "q16": "patient_test", "q17": "professional_test",
		"q22": "improves_match", "q23": "improves_knowledge",
	} {
		f := finding(t, r, id)
		if f.State != policy.Met || len(f.Heard) != 1 || f.Heard[0].At != "/development/"+key || f.Places[0].At[0] != "/development/"+key {
			t.Errorf("%s: %+v", id, f)
		}
		if got := f.Heard[0].Evidence; got != "A study in York (2026), doi 10.1000/1, page 3" {
			t.Errorf("%s: %q", id, got)
		}
	}
	def.Development = &decisionaid.Development{PatientTest: &decisionaid.Attestation{Who: "The clinic", When: "2026-02-03", Evidence: schemas.Cite{Ref: "york"}}}
	f := finding(t, ready(t, "ipdas-v4").Report(standard.FactsOfDefinition(def, today), nil), "q16")
	if !strings.HasSuffix(f.Heard[0].Evidence, "(nobody says that they read it there)") {
		t.Errorf("%+v", f.Heard)
	}
	def.Development.PatientTest.Evidence = schemas.Cite{}
	if f := finding(t, ready(t, "ipdas-v4").Report(standard.FactsOfDefinition(def, today), nil), "q16"); f.State != policy.Unknown || f.Heard[0].Refused != standard.NoEvidence {
		t.Errorf("%+v", f)
	}
}
