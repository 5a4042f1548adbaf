package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Report says what one plan comes to under one standard. It encodes to stable JSON and decodes again to the same Report.
type Report struct {
	// Standard, Version and Digest name the definition that made the report.
	Standard string `json:"standard"`
	Version  string `json:"version"`
	Digest   string `json:"digest"`
	Title    string `json:"title"`
	// Note is what the standard wants every reader to know.
	Note string `json:"note,omitempty"`
	// Plan is the id of the version; empty where there is none, or it was not agreed yet.
	Plan string  `json:"plan,omitempty"`
	AsOf day.Day `json:"as_of,omitzero"`
	// CountsAsPlan tells whether it counts as a plan: whether all criteria of the needed kind that apply are met.
	CountsAsPlan policy.State `json:"counts_as_plan"`
	// Findings are in the order of the standard.
	Findings []Finding `json:"findings"`
}

// Finding is what one criterion comes to.
type Finding struct {
	policy.Finding
	// Places are the fields of the plan that decide it; where it is not met or unknown, those that speak against it or are missing.
	Places []Place `json:"places,omitempty"`
}

// Place is a fact that decides a criterion, with the fields of the plan that show it.
type Place struct {
	// Fact is its name in rules, and Says what it tells where it is so.
	Fact string `json:"fact"`
	Says string `json:"says,omitempty"`
	// At are the fields, such as needs[0].goals[1].actions, at most eight of them; those that are missing are named where they would stand.
	At []string `json:"at,omitempty"`
	// More is how many fields there are beyond those.
	More int `json:"more,omitempty"`
	// Is is the value: yes, no, a number, or the reason why there is none.
	Is string `json:"is"`
	// Mend says what to do, where the criterion is not met or unknown.
	Mend string `json:"mend,omitempty"`
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

// counts is the state of all criteria of a kind together: not met where one is not, unknown where one is, not applicable where all are.
func (r Report) counts(needed string) policy.State {
	state := policy.NotApplicable
	for _, f := range r.Findings {
		switch {
		case f.Kind != needed, f.State == policy.NotApplicable:
		case f.State == policy.NotMet:
			return policy.NotMet
		case f.State == policy.Unknown:
			state = policy.Unknown
		case state == policy.NotApplicable:
			state = policy.Met
		}
	}
	return state
}
