package choice

import "slices"

// Limit is how long a person may wait for something, and what ends that wait. The package has four; a host may add its own, as for a
// local promise. It is a plain value.
type Limit struct {
	// ID names the limit in a Clock.
	ID string
	// Days is how many days may pass after the day on which the clock starts. The wait is within the limit on the last of them.
	Days int
	// Stops are the kinds of Stop that end the wait.
	Stops []StopKind
	// FirstMissedStops says that a missed first appointment ends the wait, if the person knew that it would and had not had the
	// appointment moved.
	FirstMissedStops bool
	// FirstMissedRestarts says that after a missed first appointment only the time counts from when the person is available again.
	FirstMissedRestarts bool
}

// treatmentStops end the wait for treatment (regulation 46 of SI 2012/2996 as amended by SI 2023/1105).
var treatmentStops = []StopKind{TreatmentStarted, TherapyStarted, TransplantListed, PrimaryCare, MonitoringStarted, NoTreatment, Discharged}

var (
	// EighteenWeeks is the wait for treatment (regulations 44 to 47 of SI 2012/2996). The law counts weeks; that 18 weeks are 126 days, and
	// that treatment on day 126 is still within them, is how this package reads it. The clock does not pause.
	EighteenWeeks = Limit{ID: "18_weeks", Days: 126, Stops: treatmentStops, FirstMissedStops: true}
	// FortyWeeks is the wait after which people could ask to move to another hospital (guidance, 2023).
	FortyWeeks = Limit{ID: "40_weeks", Days: 280, Stops: treatmentStops, FirstMissedStops: true}
	// TwentyEightDays is the wait for an answer after an urgent referral made on or after 1 April 2024 (regulations 52 and 53 of SI
	// 2012/2996 as substituted by SI 2024/302).
	TwentyEightDays = Limit{ID: "28_days", Days: 28, Stops: []StopKind{AnswerGiven, IntervalTests, TreatmentFirst}, FirstMissedRestarts: true}
	// TwoWeeks is the wait to be seen after an urgent referral for suspected cancer made before 1 April 2024 (regulation 3 of SI
	// 2024/302 keeps it).
	TwoWeeks = Limit{ID: "two_weeks", Days: 14, Stops: []StopKind{SpecialistSeen, TreatmentStarted}}
)

// stopKinds are all kinds that a Stop can have.
var stopKinds = append(slices.Clone(treatmentStops), AnswerGiven, IntervalTests, TreatmentFirst, SpecialistSeen)
