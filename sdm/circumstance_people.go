package sdm

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Represented tells that somebody may lawfully act for the person in something, or no longer.
type Represented struct {
	// Name is who it is.
	Name string `json:"name"`
	// Role is what they act as: deputy of the Court of Protection, donee of a lasting power of attorney (lpa_donee), attorney of a registered
	// enduring one (epa_attorney), parent of a child, appointed by the body that pays (appointee), or somebody whom a person who can decide wants
	// to speak for them.
	Role RepresentativeRole `json:"role"`
	// For says in what they may act, such as health_and_welfare, property or direct_payment: a power in one thing is none in another.
	For []string `json:"for"`
	// Since is the first day on which they may; left out where that is not known.
	Since day.Day `json:"since,omitzero"`
	// Until is the last day on which they may; left out where none is known.
	Until day.Day `json:"until,omitzero"`
	// Ended tells that they no longer may, from the day of the event on.
	Ended bool `json:"ended,omitempty"`
	// Contact says how they can be reached.
	Contact string `json:"contact,omitempty"`
}

// RepresentativeRole is the role in which somebody may act for a person.
type RepresentativeRole string

// The roles of a representative for a direct payment (Sources: direct_payments), which serve for everything else too, and somebody whom the
// person chose.
const (
	Deputy         RepresentativeRole = "deputy"                  // appointed by the Court of Protection
	LPADonee       RepresentativeRole = "lpa_donee"               // under a lasting power of attorney
	EPAAttorney    RepresentativeRole = "epa_attorney"            // under a registered enduring power of attorney
	ParentalDuty   RepresentativeRole = "parental_responsibility" // for a child
	Appointee      RepresentativeRole = "appointee"               // appointed by the body that pays
	ChosenByPerson RepresentativeRole = "chosen_by_person"        // whom a person who can decide wants to speak for them
)

var representativeRoles = []RepresentativeRole{Deputy, LPADonee, EPAAttorney, ParentalDuty, Appointee, ChosenByPerson}

// Kind is the word representative.
func (Represented) Kind() string { return "representative" }

// Check says what is missing or cannot be.
func (r Represented) Check() error {
	var f fault.Faults
	f.Text(nil, "name", r.Name, "say who may act for the person")
	fault.Word(&f, nil, "role", r.Role, representativeRoles)
	if len(r.For) == 0 {
		f.Tell(nil, "for", "name it, such as health_and_welfare", "it does not say in what they may act, and a power in one thing is none in another")
	}
	f.Texts(nil, "for", r.For, "name it, such as health_and_welfare, or take the entry out")
	if r.Until.Before(r.Since) {
		f.Tell(nil, "until", "mend one of the days", "it ends on %s, before it began on %s", r.Until, r.Since)
	}
	return f.Err()
}

// standsOn reports whether the power stands on a day after it was noted.
func (r Represented) standsOn(on day.Day) bool {
	return !r.Ended && !on.Before(r.Since) && !on.After(r.Until)
}

// Answers asks whether somebody may act for the person, in what and from when until when: the last note stands alone, so that what it leaves out
// would be lost.
func (r Represented) Answers() (question, answer string) {
	question = "representative " + r.Name + " as " + string(r.Role)
	if r.Ended {
		return question, "may no longer act"
	}
	answer = "may act in " + strings.Join(slices.Sorted(slices.Values(r.For)), ", ")
	if !r.Since.IsZero() {
		answer += " from " + r.Since.String()
	}
	if !r.Until.IsZero() {
		answer += " until " + r.Until.String()
	}
	return question, answer
}

// WhoWasPresent tells who was there beside the person when something was talked about.
type WhoWasPresent struct {
	// People are those who were there, at least one. Where only the person was, leave the event out.
	People []Attendee `json:"people"`
}

// Attendee is somebody who was present.
type Attendee struct {
	// Role is a role that an author can have, or family, friend, advocate or interpreter.
	Role string `json:"role"`
	// Name is their name or identifier; it may be empty.
	Name string `json:"name,omitempty"`
}

// Interpreter is the role of an interpreter who is present, and the name of the need for one.
const Interpreter = "interpreter"

var attendeeRoles = append(slices.Clone(Roles), "family", "friend", "advocate", Interpreter)

// Kind is the word present.
func (WhoWasPresent) Kind() string { return "present" }

// Check says what is missing or cannot be.
func (p WhoWasPresent) Check() error {
	var f fault.Faults
	if len(p.People) == 0 {
		f.Tell(nil, "people", "leave the event out where only the person was there", "it names nobody")
	}
	for i, a := range p.People {
		here := fault.Item("people", i)
		fault.Word(&f, &here, "role", a.Role, attendeeRoles)
	}
	return f.Err()
}
