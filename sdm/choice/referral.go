package choice

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Referral is one referral as a service knows it. It is a plain value; the zero Referral is one of which nothing is known. A zero day
// is one that nobody knows.
type Referral struct {
	// ID is the service's own name for the referral; the package only keeps it.
	ID string `json:"id,omitempty"`
	// Born is the person's date of birth. It is used only to find dates that cannot be right.
	Born day.Day `json:"born,omitzero"`
	// Made is the day on which the referral was made. It decides which law holds.
	Made day.Day `json:"made,omitzero"`
	// Received is the day on which the provider received the request: every clock starts there.
	Received day.Day `json:"received,omitzero"`
	// Stops are what happened that can stop a clock, in any order.
	Stops []Stop `json:"stops,omitempty"`
	// Missed are the appointments to which the person did not come and of which they did not say so before.
	Missed []Missed `json:"missed,omitempty"`
	// TreatmentBooked is the day on which treatment is booked to start.
	TreatmentBooked day.Day `json:"treatment_booked,omitzero"`
	// NextAppointment is the day of the next appointment, whatever it is for.
	NextAppointment day.Day `json:"next_appointment,omitzero"`
	// KnownTo is the day up to which the record is complete: nothing else had happened or was booked by then. Zero means that nobody
	// says so, and then a record without a stop does not mean that the person still waits.
	KnownTo day.Day `json:"known_to,omitzero"`
	// Facts are answers to the questions of the rights by their ids, in the forms of question.Sheet.Of. What follows from the dates need not be
	// here; where it is, it must agree with them.
	Facts map[string]any `json:"facts,omitempty"`
}

// Stop is something that stops a clock.
type Stop struct {
	// Kind is what it was. The kind first_missed cannot be written: an appointment that was missed stands in the referral's list of those.
	Kind StopKind `json:"kind"`
	// On is the day on which it happened or was decided.
	On day.Day `json:"on,omitzero"`
	// NotifiedOn is the day on which the person was told that the 18 weeks no longer apply because of it. The kinds primary_care,
	// monitoring_started, no_treatment and discharged stop the clock on that day and not on On (regulation 46(5) of SI 2012/2996); where
	// it is blank, nobody knows whether they did. A decision of which the person was surely not told is no stop yet. Other kinds need
	// no telling, and it means nothing for them.
	NotifiedOn day.Day `json:"notified_on,omitzero"`
}

// end gives the day on which a stop ends a wait, and the name of that day in the stop's JSON.
func (s Stop) end() (on day.Day, name string) {
	if slices.Contains(toldStops, s.Kind) {
		return s.NotifiedOn, "notified_on"
	}
	return s.On, "on"
}

// StopKind says what stopped a clock.
type StopKind string

// What stops the clock of treatment (regulation 46 of SI 2012/2996), of the answer after an urgent referral (regulation 53), and of the
// earlier two weeks.
const (
	// TreatmentStarted: the first treatment of the referral started.
	TreatmentStarted StopKind = "treatment_started"
	// TherapyStarted: a therapy or healthcare science intervention started that was judged most suitable.
	TherapyStarted StopKind = "therapy_started"
	// TransplantListed: the person was put on the transplant list.
	TransplantListed StopKind = "transplant_listed"
	// PrimaryCare: treatment by a primary care service is more appropriate.
	PrimaryCare StopKind = "primary_care"
	// MonitoringStarted: it was decided to monitor the person.
	MonitoringStarted StopKind = "monitoring_started"
	// NoTreatment: it was decided as a clinical matter that there is no treatment. That the person decided against it is none: the fact
	// own_reason says so (regulation 49(5)).
	NoTreatment StopKind = "no_treatment"
	// Discharged: back to the GP after a later appointment was missed. It stops the clock only where one of Referral.Missed shows that
	// the person knew what would follow and had not asked to move the appointment.
	Discharged StopKind = "discharged"
	// AnswerGiven: the diagnosis, or that it was ruled out, was told or sent to the person.
	AnswerGiven StopKind = "answer_given"
	// IntervalTests: it was decided to scan or test at intervals.
	IntervalTests StopKind = "interval_tests"
	// TreatmentFirst: it was decided that treatment comes before the diagnosis.
	TreatmentFirst StopKind = "treatment_first"
	// SpecialistSeen: a specialist saw the person for the first time.
	SpecialistSeen StopKind = "specialist_seen"
	// FirstMissed is given by a Clock that a missed first appointment stopped; it is no kind of a Stop.
	FirstMissed StopKind = "first_missed"
)

// Missed is an appointment to which the person did not come and of which they did not say so before.
type Missed struct {
	// Which is which appointment it was: the first of the referral, or a later one.
	Which Place `json:"which"`
	// On is the day of the appointment.
	On day.Day `json:"on,omitzero"`
	// Original is the day of the appointment before the person had it moved; left out where they did not.
	Original day.Day `json:"original,omitzero"`
	// OfferedOn is the day on which the appointment was offered, on its original day if it was moved.
	OfferedOn day.Day `json:"offered_on,omitzero"`
	// ConsequencesKnown says whether the person knew what would follow; nil where nobody knows.
	ConsequencesKnown *bool `json:"consequences_known,omitempty"`
	// Notified says whether the person was told that the 18 weeks no longer apply because they missed the first appointment: false says that
	// the clock runs on, and where both this and NotifiedOn are blank nobody knows. That a person was told of a discharge after a later
	// appointment is said in its Stop.
	Notified *bool `json:"notified,omitempty"`
	// NotifiedOn is the day on which they were told. Missing the first appointment stops that clock only on that day (regulation 46(5)(d)).
	NotifiedOn day.Day `json:"notified_on,omitzero"`
	// AvailableAgain is the day on which the provider heard that the person is available again.
	AvailableAgain day.Day `json:"available_again,omitzero"`
}

// Place says which appointment of a referral is meant.
type Place string

// The appointments that can be missed.
const (
	// First is the first appointment of the referral.
	First Place = "first"
	// Later is any other.
	Later Place = "later"
)

// ReasonableNotice is how many days must lie between an offer and its date for the date to be reasonable: three weeks (regulation
// 44(2) of SI 2012/2996).
const ReasonableNotice = 21

// moved tells whether the person had the appointment moved.
func (m Missed) moved() bool { return !m.Original.IsZero() }

// reasonable tells whether the original date was reasonable, and whether that is known.
func (m Missed) reasonable() (yes, known bool) {
	original := m.On
	if m.moved() {
		original = m.Original
	}
	notice, known := original.Sub(m.OfferedOn)
	return known && notice >= ReasonableNotice, known
}
