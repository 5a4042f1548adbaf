package community

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

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
	// Plan is the id of an event of the care and support plan that came of it.
	Plan string `json:"plan,omitempty"`
}

// Connected is the start of something in the community.
type Connected struct {
	// Service is the id of the service in its directory.
	Service string `json:"service"`
	// Directory is the reference of that directory, such as fennbridge@1.0.0; empty where nobody kept it.
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
	// Says is how it went, in the person's words; it may be empty where there are scores.
	Says string `json:"says,omitempty"`
	// Service is the id of the service that it is about, as a connection names it; empty where it is about everything.
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
func (a Assessed) Check() error { return a.faults().Err() }

func (a Assessed) faults() (f fault.Faults) {
	if fault.Blank(a.WhatMatters) {
		f.Tell(nil, "what_matters", "write down what matters to the person, in their words", "the assessment does not say what matters to the person, and everything after it builds on that")
	}
	checkNeeds(&f, a.Needs)
	f.IDs(nil, "scores", a.Scores)
	return f
}

// Check wants a service and the day on which the person starts there.
func (c Connected) Check() error { return c.faults().Err() }

func (c Connected) faults() (f fault.Faults) {
	if fault.Blank(c.Service) {
		f.Tell(nil, "service", "name the id of the service in the directory", "the connection names no service")
	}
	if c.Start.IsZero() {
		f.Tell(nil, "start", `write the day as in "2026-04-01", or record the connection once the day is known`, "the connection does not say when the person starts")
	}
	f.IDs(nil, "needs", c.Needs)
	f.IDs(nil, "actions", c.Actions)
	return f
}

// Check wants the person's words or scores.
func (f FollowedUp) Check() error { return f.faults().Err() }

func (f FollowedUp) faults() (faults fault.Faults) {
	if fault.Blank(f.Says) && len(f.Scores) == 0 {
		faults.Tell(nil, "says", "write down how it went, or name the scores", "the follow-up says nothing and names no scores")
	}
	faults.IDs(nil, "scores", f.Scores)
	return faults
}
