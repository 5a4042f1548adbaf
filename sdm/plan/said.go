package plan

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Role says in which part somebody speaks or acts.
type Role string

// The roles.
const (
	ThePerson      Role = "person"         // whose plan it is
	Carer          Role = "carer"          // who looks after the person without being paid for it
	Representative Role = "representative" // who may lawfully decide for the person
	Family         Role = "family"         // family or friends
	Professional   Role = "professional"   // a health or care professional
	LinkWorker     Role = "link_worker"    // a social prescribing link worker
	Service        Role = "service"        // a service or organisation
	Together       Role = "together"       // the person and a professional jointly
)

var roles = []Role{ThePerson, Carer, Representative, Family, Professional, LinkWorker, Service, Together}

// isPerson reports whether the person has spoken, or who may lawfully speak for them.
func (r Role) isPerson() bool { return r == ThePerson || r == Representative || r == Together }

// isProfessional reports whether somebody has spoken whose profession it is.
func (r Role) isProfessional() bool { return r == Professional || r == LinkWorker || r == Together }

// Someone is a person or a service that has a part in a plan. The zero Someone is nobody.
type Someone struct {
	// Role is in which part they speak or act; empty where nobody said.
	Role Role `json:"role,omitempty"`
	// Name is the name or the caller's own identifier; empty where the role says enough, as for the person.
	Name string `json:"name,omitempty"`
	// Organisation is where they work; empty where nobody said.
	Organisation string `json:"organisation,omitempty"`
	// Contact is how they can be reached, such as a telephone number.
	Contact string `json:"contact,omitempty"`
}

// IsZero reports whether it is nobody.
func (s Someone) IsZero() bool { return s == Someone{} }

// String gives the name with the role, as far as they are known.
func (s Someone) String() string {
	said := s.Name
	switch {
	case said == "":
		said = s.Role.words()
	case s.Role != "":
		said += " (" + s.Role.words() + ")"
	}
	return phrase.Joined(", ", said, s.Organisation)
}

// words puts a role into words.
func (r Role) words() string {
	switch r {
	case ThePerson:
		return "the person"
	case Together:
		return "the person and a professional together"
	case Family:
		return "family or friend"
	default:
		return phrase.Spoken(string(r))
	}
}

// Said is where a part of a plan comes from and who may see it.
type Said struct {
	// By is who said it; nobody where that was not written down.
	By Someone `json:"by,omitzero"`
	// On is the day on which it was said.
	On day.Day `json:"on,omitzero"`
	// Audience lists who may see it, in the words with which the plan is shared. Empty means everybody with whom the plan is shared. The
	// person always may.
	Audience []string `json:"audience,omitempty"`
}

// Statement is something that somebody said, once.
type Statement struct {
	// ID names it in the plan and over its versions. It may be empty.
	ID string `json:"id,omitempty"`
	// Text is what was said, in their own words where it can be.
	Text string `json:"text"`
	// Answers is the question that it answers, such as food_allergy, so that nobody asks it again; empty where nobody asked.
	Answers string `json:"answers,omitempty"`
	// Replaces is the id of an earlier statement that this one puts right.
	Replaces string `json:"replaces,omitempty"`
	Said
}

// ForPerson is the reader who may see everything: the person.
const ForPerson = "person"

// mayRead tells whether a reader may see a part. shared is whether the plan is shared with them.
func mayRead(audience []string, reader string, shared bool) bool {
	if reader == ForPerson {
		return true
	}
	if len(audience) == 0 {
		return shared
	}
	return slices.Contains(audience, reader)
}
