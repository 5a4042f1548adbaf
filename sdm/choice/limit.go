package choice

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Limit is how long a person may wait for something, and what ends that wait. The package has five; a host may add its own, as for a
// local promise. It is a plain value.
type Limit struct {
	// ID names the limit in a Clock.
	ID string
	// Days is how many days the wait may last. It is within the limit on the last of them.
	Days int
	// FirstDayCounts says that the day on which the clock starts is day 1, as where a regulation says "beginning with the start date":
	// two weeks beginning with a Monday end on a Sunday. Otherwise the day after it is day 1.
	FirstDayCounts bool
	// Stops are the kinds of Stop that end the wait.
	Stops []StopKind
	// FirstMissedStops says that the wait ends when the person is told that it does because they missed the first appointment, if they
	// had known what would follow and had not asked to move it (regulation 46(5)(d) of SI 2012/2996).
	FirstMissedStops bool
	// FirstMissedRestarts says that after a missed first appointment that the person had not asked to move, only the days count after the
	// one on which the provider heard that they are available again (regulation 52(4) and (5) of SI 2012/2996).
	FirstMissedRestarts bool
}

// toldStops end a wait only when the person is told that it does (regulation 46(5) of SI 2012/2996 as amended by SI 2023/1105).
var toldStops = []StopKind{PrimaryCare, MonitoringStarted, NoTreatment, Discharged}

// treatmentStops end the wait for treatment (regulation 46(2) to (5)).
var treatmentStops = append([]StopKind{TreatmentStarted, TherapyStarted, TransplantListed}, toldStops...)

// answers end the wait for an answer (regulation 52(3), and regulation 53(1)(e) and (f)).
var answers = []StopKind{AnswerGiven, IntervalTests, TreatmentFirst}

var (
	// EighteenWeeks is the wait for treatment (regulations 44 to 49 of SI 2012/2996). It is "eighteen weeks, beginning with the start
	// date" (regulation 47(4) and (6), and 49(4) and (6)), and the start date is the day on which the request was received: of 126 days
	// that day is the first, and treatment on day 126 is still within them. The clock does not pause.
	EighteenWeeks = Limit{ID: "18_weeks", Days: 126, FirstDayCounts: true, Stops: treatmentStops, FirstMissedStops: true}
	// FortyWeeks is the wait after which people could ask to move to another hospital (guidance, 2023). No regulation says how to
	// count them, so the package keeps the longer reading: the first day does not count.
	FortyWeeks = Limit{ID: "40_weeks", Days: 280, Stops: treatmentStops, FirstMissedStops: true}
	// TwentyEightDays is the wait for an answer after an urgent referral made on or after 1 April 2024 that gives a right to another
	// provider (regulation 53 of SI 2012/2996 as substituted by SI 2024/302). It is "28 days beginning with the start date" (regulation
	// 53(1)(d)), so the day on which the request was received is the first of them. Nothing is excluded from it: a missed first
	// appointment is an exception of its own (regulation 53(5)).
	TwentyEightDays = Limit{ID: "28_days", Days: 28, FirstDayCounts: true, Stops: answers}
	// TwentyEightDayStandard is the same wait as the standard for commissioners counts it (regulation 52), from which the time up to a
	// missed first appointment is excluded. No right of a person rests on it.
	TwentyEightDayStandard = Limit{ID: "28_day_standard", Days: 28, FirstDayCounts: true, Stops: answers, FirstMissedRestarts: true}
	// TwoWeeks is the wait to be seen after an urgent referral for suspected cancer made before 1 April 2024 (regulation 53 as it stood
	// before; regulation 3 of SI 2024/302 keeps it). It is "two weeks beginning with the date" on which the request is received
	// (regulation 53(1)(d)), which is the first of the 14 days.
	TwoWeeks = Limit{ID: "two_weeks", Days: 14, FirstDayCounts: true, Stops: []StopKind{SpecialistSeen, TreatmentStarted}}
)

// stopKinds are all kinds that a Stop can have.
var stopKinds = slices.Concat(treatmentStops, answers, []StopKind{SpecialistSeen})

// last gives the last day within the limit of a wait that starts on a day.
func (l *Limit) last(start day.Day) day.Day {
	last := start.Add(l.Days)
	if l.FirstDayCounts {
		last = last.Add(-1)
	}
	return last
}

// count gives how many days of a wait count by the end of a day; none or fewer where it had not started.
func (l *Limit) count(start, end day.Day) int {
	days, _ := end.Sub(start)
	if l.FirstDayCounts {
		days++
	}
	return days
}

// restart gives the day on which a wait starts whose days count only after a day.
func (l *Limit) restart(after day.Day) day.Day {
	if l.FirstDayCounts {
		return after.Add(1)
	}
	return after
}
