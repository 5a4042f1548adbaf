package standard

import (
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Report says what one aid comes to under one standard. It encodes to stable JSON and decodes again to the same Report. It is
// no certificate.
type Report struct {
	// Standard, Version and Digest name the definition that made the report.
	Standard string `json:"standard"`
	Version  string `json:"version"`
	Digest   string `json:"digest"`
	Title    string `json:"title"`
	// Aid is what it is about; the zero Subject for Facts of no aid.
	Aid Subject `json:"aid"`
	// AsOf is the ISO date as of which it holds; empty where none was given.
	AsOf string `json:"as_of,omitempty"`
	// Incomplete says what of the standard is not in its document, and so in no finding.
	Incomplete string `json:"incomplete,omitempty"`
	// Counts are those of all criteria.
	Counts Counts `json:"counts"`
	// Sections and Findings are in the order of the standard. Kind of a finding is the id of its section.
	Sections []SectionResult `json:"sections"`
	Findings []Finding       `json:"findings"`
}

// Counts are how many criteria came to what.
type Counts struct {
	Met           int `json:"met"`
	NotMet        int `json:"not_met"`
	Unknown       int `json:"unknown"`
	NotApplicable int `json:"not_applicable"`
}

// Applicable is how many criteria are about the aid, as far as that is known.
func (c Counts) Applicable() int { return c.Met + c.NotMet + c.Unknown }

func (c *Counts) add(s policy.State) {
	switch s {
	case policy.Met:
		c.Met++
	case policy.NotMet:
		c.NotMet++
	case policy.NotApplicable:
		c.NotApplicable++
	default:
		c.Unknown++
	}
}

// state is that of all criteria together: not met where one is not, unknown where one is or where some are not in the
// document, not applicable where all are, and met otherwise.
func (c Counts) state(incomplete bool) policy.State {
	switch {
	case c.NotMet > 0:
		return policy.NotMet
	case c.Unknown > 0 || incomplete:
		return policy.Unknown
	case c.Met > 0:
		return policy.Met
	default:
		return policy.NotApplicable
	}
}

// SectionResult is what a section comes to.
type SectionResult struct {
	Section
	// State tells whether all criteria of the section that apply are met.
	State  policy.State `json:"state"`
	Counts Counts       `json:"counts"`
}

// Finding is what one criterion comes to.
type Finding struct {
	policy.Finding
	How How `json:"how"`
	// Places are the fields of the aid that decide it; where it is not met or unknown, those that speak against it or are
	// missing.
	Places []Place `json:"places,omitempty"`
	// Doubts are what speaks against it without deciding it.
	Doubts []Doubt `json:"doubts,omitempty"`
	// Heard are the attestations of the facts that it reads.
	Heard []Heard `json:"heard,omitempty"`
}

// Place is a fact that decides a criterion, with the fields of the aid that show it.
type Place struct {
	// Fact is its name in rules.
	Fact string `json:"fact"`
	// At are the JSON pointers of the fields, at most eight of them; those that are missing are named where they would stand.
	At []string `json:"at"`
	// More is how many fields there are beyond those.
	More int `json:"more,omitempty"`
	// Is is the value: yes, no, a number, or the reason why there is none.
	Is string `json:"is"`
	// Mend says what to do, where the criterion is not met or unknown.
	Mend string `json:"mend,omitempty"`
}

// Doubt is a sign that speaks against a criterion without deciding it.
type Doubt struct {
	ID      string `json:"id"`
	Because string `json:"because,omitempty"`
	// Places are the fields that show it.
	Places []Place `json:"places,omitempty"`
}

// Finding gives the finding of a criterion by its id.
func (r Report) Finding(id string) (Finding, bool) {
	for _, f := range r.Findings {
		if f.ID == id {
			return f, true
		}
	}
	return Finding{}, false
}

// Section gives what a section comes to by its id.
func (r Report) Section(id string) (SectionResult, bool) {
	for _, s := range r.Sections {
		if s.ID == id {
			return s, true
		}
	}
	return SectionResult{}, false
}
