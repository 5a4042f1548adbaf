package decisionaid

import "github.com/whatmatters-care/whatmatters/schemas"

// Authorship says who made an aid, who paid for it, and how it was made and is kept up to date.
type Authorship struct {
	// Authors are the people who wrote the aid.
	Authors []Author `json:"authors,omitempty"`
	// Funding says who paid for it; "none" is an answer.
	Funding string `json:"funding,omitempty"`
	// Interests says what the authors or payers could gain from one choice or another; "none" is an answer.
	Interests string `json:"interests,omitempty"`
	// UpdatePolicy says how often, and by whom, the aid is brought up to date.
	UpdatePolicy string `json:"update_policy,omitempty"`
	// Development holds what people attest of how the aid was made and tried out.
	Development *Development `json:"development,omitempty"`
}

// Author is one of the people who wrote an aid.
type Author struct {
	Name string `json:"name"`
	// Role says what they did, or do.
	Role string `json:"role"`
	// Credentials say why they can be trusted with it.
	Credentials string `json:"credentials,omitempty"`
}

// Development holds what nobody can read off an aid and somebody has to attest. A nil Attestation means that nobody has,
// which is not the same as that it was not done.
type Development struct {
	// PatientNeeds: people who face the decision were asked what they need for it.
	PatientNeeds *Attestation `json:"patient_needs,omitempty"`
	// ProfessionalNeeds: so were professionals.
	ProfessionalNeeds *Attestation `json:"professional_needs,omitempty"`
	// PatientReview: people who had no part in making the aid, and face the decision, read it.
	PatientReview *Attestation `json:"patient_review,omitempty"`
	// ProfessionalReview: so did professionals.
	ProfessionalReview *Attestation `json:"professional_review,omitempty"`
	// PatientTest: people who faced the decision tried the aid out.
	PatientTest *Attestation `json:"patient_test,omitempty"`
	// ProfessionalTest: so did professionals.
	ProfessionalTest *Attestation `json:"professional_test,omitempty"`
	// ImprovesMatch: a study found that the aid helps informed people to choose what agrees with what matters to them.
	ImprovesMatch *Attestation `json:"improves_match,omitempty"`
	// ImprovesKnowledge: a study found that people know more after it.
	ImprovesKnowledge *Attestation `json:"improves_knowledge,omitempty"`
}

// Attestation is the word of somebody for something that was done.
type Attestation struct {
	// Who did it, or who says so.
	Who string `json:"who"`
	// When is the ISO date on which it was done.
	When string `json:"when"`
	// Evidence is where it can be read.
	Evidence schemas.Cite `json:"evidence"`
}

// attested is an attestation with its key.
type attested struct {
	key string
	of  *Attestation
}

// each lists all attestations that there can be.
func (d *Development) each() []attested {
	if d == nil {
		return nil
	}
	return []attested{
		{"patient_needs", d.PatientNeeds}, {"professional_needs", d.ProfessionalNeeds},
		{"patient_review", d.PatientReview}, {"professional_review", d.ProfessionalReview},
		{"patient_test", d.PatientTest}, {"professional_test", d.ProfessionalTest},
		{"improves_match", d.ImprovesMatch}, {"improves_knowledge", d.ImprovesKnowledge},
	}
}
