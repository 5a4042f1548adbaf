package community

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// Consent is whether the person agreed to be referred and to their needs being passed on.
type Consent string

// The answers to whether the person agreed. Only ConsentYes lets a referral be made.
const (
	ConsentYes     Consent = "yes"
	ConsentNo      Consent = "no"
	ConsentUnknown Consent = "unknown"
)

var consents = []Consent{ConsentYes, ConsentNo, ConsentUnknown}

// ReferrerKind says what kind of referrer it is.
type ReferrerKind string

// The kinds of referrer. Any local agency may refer, and so may the person.
const (
	// SelfReferral: the person asked for it. The message back to the referrer then goes to the person.
	SelfReferral ReferrerKind = "self"
	// GPPractice: the person's GP practice. One message back then reaches the GP and the referrer.
	GPPractice ReferrerKind = "gp_practice"
	// Agency: any other service, group or charity.
	Agency ReferrerKind = "agency"
)

var referrerKinds = []ReferrerKind{SelfReferral, GPPractice, Agency}

// Referrer is who made a referral. It is a plain value.
type Referrer struct {
	// Kind is the person themselves (self), their GP practice, or an agency: any other service, group or charity.
	Kind ReferrerKind `json:"kind"`
	// Service is the service that refers; it may be empty where the person does.
	Service string `json:"service,omitempty"`
	// Name is the name of who made it; it may be empty.
	Name string `json:"name,omitempty"`
}

// Referred is the referral to a social prescribing service. All of it is seen by whoever sees the event, whatever audiences the plan has from
// which its words were copied.
type Referred struct {
	// Consent is whether the person agreed to be referred and to their needs being passed on. Without a yes there is no referral, and the event is
	// refused.
	Consent Consent `json:"consent"`
	// By is who refers.
	By Referrer `json:"by"`
	// To is the name of the social prescribing service referred to.
	To string `json:"to"`
	// Reason is why, in words; the needs may say it alone.
	Reason string `json:"reason,omitempty"`
	// Needs are what the person is referred for, at least one.
	Needs []Need `json:"needs"`
	// Risks are what the service has to know to keep everybody safe. None recorded does not say that there is none: where that was
	// asked, write "no known risk".
	Risks []string `json:"risks,omitempty"`
	// Actions are ids of actions of a care plan that the referral carries out.
	Actions []string `json:"actions,omitempty"`
	// Decision is the id of the event with the decision that led to the referral, where no action of a plan stands between.
	Decision string `json:"decision,omitempty"`
}

// Kind is the word community_referred.
func (Referred) Kind() string { return "community_referred" }

// Check wants consent, a referrer, where to, and at least one need. Without consent there is no referral.
func (r Referred) Check() error { return r.faults().Err() }

func (r Referred) faults() (f fault.Faults) {
	switch r.Consent {
	case ConsentNo:
		f.Tell(nil, "consent", "record community_declined with the person's reasons instead", "the person did not agree to be referred, so there is no referral")
	case ConsentUnknown, "":
		f.Tell(nil, "consent", "ask the person, and record the referral once they said yes", "nobody knows whether the person agreed to be referred, and unknown is not yes")
	default:
		fault.Word(&f, nil, "consent", r.Consent, consents)
	}
	by := fault.Field("by")
	fault.Word(&f, &by, "kind", r.By.Kind, referrerKinds)
	if r.By.Kind != SelfReferral && fault.Blank(r.By.Service) {
		f.Tell(&by, "service", "name the service that refers", "the referrer names no service, so no message could go back to them")
	}
	if fault.Blank(r.To) {
		f.Tell(nil, "to", "name the social prescribing service", "the referral does not say where it goes")
	}
	if len(r.Needs) == 0 {
		f.Tell(nil, "needs", "write down at least one need, in the person's words if you can", "the referral names no need, so nobody would know what to help with")
	}
	checkNeeds(&f, r.Needs)
	f.IDs(nil, "actions", r.Actions)
	return f
}
