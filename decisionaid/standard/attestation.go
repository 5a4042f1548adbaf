package standard

import (
	"slices"
	"strconv"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Attestation is the word of somebody for a fact, or against it. Without who, when and evidence it does not count.
type Attestation struct {
	// Fact is the id of an attested fact, without the prefix of rules.
	Fact string `json:"fact"`
	// Holds is whether it is so; false is their word that it is not.
	Holds bool `json:"holds"`
	// Who did it, or says so.
	Who string `json:"who"`
	// When is the ISO date on which it was done.
	When string `json:"when"`
	// Evidence says where it can be read.
	Evidence string `json:"evidence"`
	// At is the JSON pointer of the aid's own attestation; empty for one that a host hands in.
	At string `json:"at,omitempty"`
}

// Refusal says why an attestation does not count. The empty Refusal is none.
type Refusal string

// The refusals.
const (
	NobodySays Refusal = "nobody_says" // Who is empty
	NoDay      Refusal = "no_day"      // When is no ISO date
	ToCome     Refusal = "to_come"     // When is after the day of the report
	NoEvidence Refusal = "no_evidence" // Evidence is empty
)

// Heard is an attestation of a report, with the reason why it does not count where there is one.
type Heard struct {
	Attestation
	Refused Refusal `json:"refused,omitempty"`
}

// refused says why an attestation does not count as of a day; the zero day checks no date against it.
func (a Attestation) refused(asOf day.Day) Refusal {
	_, err := day.Parse(a.When)
	switch {
	case fault.Blank(a.Who):
		return NobodySays
	case err != nil:
		return NoDay
	case !asOf.IsZero() && a.When > asOf.String():
		return ToCome
	case fault.Blank(a.Evidence):
		return NoEvidence
	}
	return ""
}

// hear gives what is said of a fact and what it comes to. One word against it outweighs all others, since a report claims
// nothing that somebody denies.
func hear(fact string, said []Attestation, asOf day.Day) (float64, []Heard) {
	value := rule.NA(rule.NotSupplied)
	var all []Heard
	for _, a := range said {
		if a.Fact != fact {
			continue
		}
		heard := Heard{Attestation: a, Refused: a.refused(asOf)}
		all = append(all, heard)
		switch {
		case heard.Refused != "":
		case !a.Holds:
			value = 0
		case rule.IsNA(value):
			value = 1
		}
	}
	return value, all
}

// developed is one key of an aid's development block.
type developed struct {
	key string
	of  *decisionaid.Attestation
}

// development lists the keys of the development block with what stands there.
func development(d *decisionaid.Development) []developed {
	if d == nil {
		d = &decisionaid.Development{}
	}
	return []developed{
		{"patient_needs", d.PatientNeeds}, {"professional_needs", d.ProfessionalNeeds},
		{"patient_review", d.PatientReview}, {"professional_review", d.ProfessionalReview},
		{"patient_test", d.PatientTest}, {"professional_test", d.ProfessionalTest},
		{"improves_match", d.ImprovesMatch}, {"improves_knowledge", d.ImprovesKnowledge},
	}
}

// developmentOf finds a key of the development block; the zero value where there is none of that name.
func developmentOf(d *decisionaid.Development, key string) developed {
	all := development(d)
	if i := slices.IndexFunc(all, func(a developed) bool { return a.key == key }); i >= 0 {
		return all[i]
	}
	return developed{}
}

// own gives the attestations of an aid's development block.
func own(def *decisionaid.Definition) []Attestation {
	var all []Attestation
	for _, d := range development(def.Development) {
		if d.of != nil {
			all = append(all, Attestation{
				Fact: d.key, Holds: true, Who: d.of.Who, When: d.of.When, Evidence: evidence(def, d.of), At: "/development/" + d.key,
			})
		}
	}
	return all
}

// evidence puts the source of an attestation into words.
func evidence(def *decisionaid.Definition, a *decisionaid.Attestation) string {
	if a.Evidence.Ref == "" {
		return ""
	}
	words := a.Evidence.Ref
	if s, ok := def.Sources[a.Evidence.Ref]; ok {
		words = s.Title
		if s.Year > 0 {
			words += " (" + strconv.Itoa(s.Year) + ")"
		}
		switch {
		case s.DOI != "":
			words += ", doi " + s.DOI
		case s.URL != "":
			words += ", " + s.URL
		}
	}
	if a.Evidence.At != "" {
		words += ", " + a.Evidence.At
	}
	if !a.Evidence.Verified {
		words += " (nobody says that they read it there)"
	}
	return words
}
