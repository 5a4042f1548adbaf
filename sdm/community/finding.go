package community

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Finding is what is known of one criterion of a service.
type Finding struct {
	Criterion Criterion `json:"criterion"`
	// About is the id of the need or the access need that it is about.
	About string       `json:"about,omitempty"`
	State policy.State `json:"state"`
	// Says is the reason in a sentence.
	Says string `json:"says"`
}

// Findings gives what is known of every criterion, in the order of Criteria, needs and access needs in the order of the person.
func (m Match) Findings() []Finding {
	return m.only(func(policy.State) bool { return true })
}

// Unmet gives the criteria that the service is known not to meet.
func (m Match) Unmet() []Finding {
	return m.only(func(s policy.State) bool { return s == policy.NotMet })
}

// Unknown gives the criteria of which nobody knows whether the service meets them: what to ask before going.
func (m Match) Unknown() []Finding {
	return m.only(func(s policy.State) bool { return s == policy.Unknown })
}

func (m Match) only(want func(policy.State) bool) []Finding {
	if m.search == nil {
		return nil
	}
	var found []Finding
	for c, state := range m.search.of(int(m.service)) {
		if want(state) {
			col := &m.search.columns[c]
			found = append(found, Finding{Criterion: col.criterion, About: col.about, State: state, Says: col.says(int(m.service), state)})
		}
	}
	return found
}

// Fit sums a match up.
type Fit string

const (
	// Fits: everything that was looked at is met.
	Fits Fit = "fits"
	// FitUnknown: nothing is known to be unmet, and something is not known.
	FitUnknown Fit = "unknown"
	// FitUnmet: something is known to be unmet.
	FitUnmet Fit = "unmet"
)

// Fit sums the match up. A service that says in words for whom it is meant never simply fits, because only people can tell whether that is this
// person.
func (m Match) Fit() Fit {
	fit := Fits
	if m.search == nil {
		return FitUnknown
	}
	for _, state := range m.search.of(int(m.service)) {
		switch state {
		case policy.NotMet:
			return FitUnmet
		case policy.Unknown:
			fit = FitUnknown
		}
	}
	return fit
}

// MarshalJSON gives the service by its id and name, with its place and every finding.
func (m Match) MarshalJSON() ([]byte, error) {
	s := m.Service()
	return json.Marshal(struct {
		Service  string    `json:"service"`
		Name     string    `json:"name,omitempty"`
		Place    int       `json:"place"`
		Fit      Fit       `json:"fit"`
		Findings []Finding `json:"findings"`
	}{s.ID, s.Name, m.Place(), m.Fit(), m.Findings()})
}
