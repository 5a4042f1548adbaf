package plan

import "slices"

// part is a section of a plan with its headings, as this package can write them out.
type part struct {
	id       string
	headings []string
}

// The parts that a plan does not hold itself.
const (
	demographics = "person_demographics"
	gpPractice   = "gp_practice"
)

// parts are all sections that there are.
var parts = []part{
	{demographics, nil},
	{gpPractice, nil},
	{"about_me", []string{
		"most_important", "important_people", "communication", "wellness", "do_and_do_not", "how_and_when_to_support", "also_worth_knowing",
	}},
	{"professional_contacts", nil},
	{"personal_contacts", nil},
	{"formulation", nil},
	{"care_and_support_plan", []string{
		"what_matters", "strengths", "needs", "outcomes", "coordinator", "involved", "agreed_with", "funding", "sharing", "review",
	}},
	{"contingency", nil},
	{"additional_plans", nil},
}

// SectionIDs gives the ids that a section can have.
func SectionIDs() []string {
	ids := make([]string, len(parts))
	for i, p := range parts {
		ids[i] = p.id
	}
	return ids
}

// HeadingIDs gives the ids that the headings of a section can have; none where the section has no headings.
func HeadingIDs(section string) []string {
	for _, p := range parts {
		if p.id == section {
			return slices.Clone(p.headings)
		}
	}
	return nil
}
