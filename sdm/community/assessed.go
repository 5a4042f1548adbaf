package community

import "github.com/whatmatters-care/whatmatters/schemas/day"

// Assessed is what the person and the link worker found out together: what matters, what is needed and what is there to build on.
type Assessed struct {
	// WhatMatters is what matters to the person, in their words.
	WhatMatters string `json:"what_matters"`
	// Needs are all needs as they now stand; they take the place of those of the referral.
	Needs []Need `json:"needs,omitempty"`
	// Strengths are what the person can build on, in their words.
	Strengths []string `json:"strengths,omitempty"`
	// Scores are ids of the events with the scores before support began.
	Scores []string `json:"scores,omitempty"`
	// Plan is the id of the event with the care and support plan that came of it.
	Plan string `json:"plan,omitempty"`
}

// Connected is the start of something in the community.
type Connected struct {
	// Service is the id of the service, and Directory the reference of the directory it stands in, such as fennbridge@1.0.0.
	Service   string `json:"service"`
	Directory string `json:"directory,omitempty"`
	// Start is the day on which the person starts there.
	Start day.Day `json:"start"`
	// Needs are ids of the needs that it is for.
	Needs []string `json:"needs,omitempty"`
	// Actions are ids of actions of a care plan that it carries out.
	Actions []string `json:"actions,omitempty"`
}

// FollowedUp is a look back at how it went.
type FollowedUp struct {
	// Says is how it went, in the person's words.
	Says string `json:"says,omitempty"`
	// Service is what it is about; empty where it is about everything.
	Service string `json:"service,omitempty"`
	// Scores are ids of the events with the scores of this day.
	Scores []string `json:"scores,omitempty"`
}

// Kind is the word community_assessed.
func (Assessed) Kind() string { return "community_assessed" }

// Kind is the word community_connected.
func (Connected) Kind() string { return "community_connected" }

// Kind is the word community_followed_up.
func (FollowedUp) Kind() string { return "community_followed_up" }

// Check wants what matters to the person.
func (a Assessed) Check() error {
	if blank(a.WhatMatters) {
		return faultIn("what_matters", "write down what matters to the person, in their words", "the assessment does not say what matters to the person, and everything after it builds on that")
	}
	if err := checkNeeds(a.Needs); err != nil {
		return err
	}
	return checkIDs("scores", "a score", a.Scores)
}

// Check wants a service and the day on which the person starts there.
func (c Connected) Check() error {
	switch {
	case blank(c.Service):
		return faultIn("service", "name the id of the service in the directory", "the connection names no service")
	case c.Start.IsZero():
		return faultIn("start", `write the day as in "2026-04-01", or record the connection once the day is known`, "the connection does not say when the person starts")
	}
	if err := checkIDs("needs", "a need", c.Needs); err != nil {
		return err
	}
	return checkIDs("actions", "an action of the plan", c.Actions)
}

// Check wants the person's words or scores.
func (f FollowedUp) Check() error {
	if blank(f.Says) && len(f.Scores) == 0 {
		return faultIn("says", "write down how it went, or name the scores", "the follow-up says nothing and names no scores")
	}
	return checkIDs("scores", "a score", f.Scores)
}
