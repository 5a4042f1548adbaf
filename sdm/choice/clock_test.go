package choice_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

func TestClock(t *testing.T) {
	received := on("2026-01-01") // as day 1: day 126 is 6 May, day 28 is 28 January, day 14 is 14 January; 280 days after it is 8 October
	for _, c := range []struct {
		name  string
		limit choice.Limit
		r     choice.Referral
		asOf  string
		want  string // state, days, how it goes on, what is missing
	}{
		{"18 weeks beginning with the start date end on day 126", choice.EighteenWeeks, choice.Referral{}, "2026-05-06", "within 126"},
		{"a day later, and the record is complete", choice.EighteenWeeks, choice.Referral{KnownTo: on("2026-05-07")}, "2026-05-07", "passed 127 runs"},
		{"a day later, and nobody says whether it ended", choice.EighteenWeeks, choice.Referral{}, "2026-05-07", "unknown 127 known_to"},
		{"complete up to the last day is enough to say passed", choice.EighteenWeeks, choice.Referral{KnownTo: on("2026-05-06")}, "2026-05-07", "passed 127"},
		{"no day received", choice.EighteenWeeks, choice.Referral{Received: day.Day{}, Made: received}, "2026-05-08", "unknown not_supplied received"},
		{"treatment on the last day", choice.EighteenWeeks, stop(choice.TreatmentStarted, "2026-05-06"), "2026-11-21", "within 126 treatment_started"},
		{"treatment a day later", choice.EighteenWeeks, stop(choice.TreatmentStarted, "2026-05-07"), "2026-11-21", "passed 127 treatment_started"},
		{"treatment on the day of the referral is on day 1", choice.EighteenWeeks, stop(choice.TreatmentStarted, "2026-01-01"), "2026-11-21", "within 1 treatment_started"},
		{"therapy", choice.EighteenWeeks, stop(choice.TherapyStarted, "2026-02-01"), "2026-11-21", "within 32 therapy_started"},
		{"transplant list", choice.EighteenWeeks, stop(choice.TransplantListed, "2026-02-01"), "2026-11-21", "within 32 transplant_listed"},
		{"primary care, from the day on which the person was told", choice.EighteenWeeks, toldStop(choice.PrimaryCare, "2026-01-20", "2026-02-01"), "2026-11-21", "within 32 primary_care"},
		{"monitoring, from the day on which the person was told", choice.EighteenWeeks, toldStop(choice.MonitoringStarted, "2026-01-20", "2026-02-01"), "2026-11-21", "within 32 monitoring_started"},
		{"no treatment, from the day on which the person was told", choice.EighteenWeeks, toldStop(choice.NoTreatment, "2026-01-20", "2026-02-01"), "2026-11-21", "within 32 no_treatment"},
		{"monitoring, and nobody knows whether the person was told that the 18 weeks no longer apply", choice.EighteenWeeks, stop(choice.MonitoringStarted, "2026-02-01"), "2026-11-21", "unknown 325 stops/0/notified_on"},
		{"primary care, told on a day that nobody knows", choice.EighteenWeeks, with(stop(choice.PrimaryCare, ""), missed(choice.Later, "2026-01-20", no())), "2026-11-21", "unknown 325 stops/0/notified_on"},
		{"decided after the last day, and never told: passed all the same", choice.EighteenWeeks, choice.Referral{KnownTo: today, Stops: stop(choice.NoTreatment, "2026-05-07").Stops}, "2026-11-21", "passed 325"},
		{"decided in time, and told too late", choice.EighteenWeeks, toldStop(choice.NoTreatment, "2026-05-06", "2026-05-07"), "2026-11-21", "passed 127 no_treatment"},
		{"told on a day that nobody else decided on", choice.EighteenWeeks, toldStop(choice.PrimaryCare, "", "2026-02-01"), "2026-11-21", "within 32 primary_care"},
		{"an answer does not end the wait for treatment", choice.EighteenWeeks, stop(choice.AnswerGiven, "2026-02-01"), "2026-11-21", "unknown 325 known_to"},
		{"a discharge without a missed appointment", choice.EighteenWeeks, toldStop(choice.Discharged, "2026-01-25", "2026-02-01"), "2026-11-21", "unknown 325 missed"},
		{"a discharge after a missed appointment", choice.EighteenWeeks, with(toldStop(choice.Discharged, "2026-01-25", "2026-02-01"), missed(choice.Later, "2026-01-20", yes())), "2026-11-21", "within 32 discharged"},
		{"a discharge, and nobody had said what would follow", choice.EighteenWeeks, with(toldStop(choice.Discharged, "2026-01-25", "2026-02-01"), missed(choice.Later, "2026-01-20", no())), "2026-05-10", "unknown 130 known_to"},
		{"a discharge, and nobody knows what had been said", choice.EighteenWeeks, with(toldStop(choice.Discharged, "2026-01-25", "2026-02-01"), missed(choice.Later, "2026-01-20", nil)), "2026-05-10", "unknown 130 missed/0/consequences_known"},
		{"a discharge after an appointment that had been moved", choice.EighteenWeeks, with(toldStop(choice.Discharged, "2026-01-25", "2026-02-01"), moved(choice.Later, "2026-01-20")), "2026-05-10", "unknown 130 known_to"},
		{"a discharge of which nobody knows whether the person was told", choice.EighteenWeeks, with(stop(choice.Discharged, "2026-01-25"), missed(choice.Later, "2026-01-20", yes())), "2026-11-21", "unknown 325 stops/0/notified_on"},
		{"told of a discharge before the appointment was missed", choice.EighteenWeeks, with(toldStop(choice.Discharged, "2026-01-25", "2026-02-01"), missed(choice.Later, "2026-03-01", yes())), "2026-05-10", "unknown 130 known_to"},
		{"a missed first appointment ends the 18 weeks on the day on which the person is told so", choice.EighteenWeeks, with(choice.Referral{}, told(missed(choice.First, "2026-02-20", yes()), "2026-03-01")), "2026-11-21", "within 60 first_missed"},
		{"a missed first appointment, told too late", choice.EighteenWeeks, with(choice.Referral{}, told(missed(choice.First, "2026-02-20", yes()), "2026-05-07")), "2026-11-21", "passed 127 first_missed"},
		{"a missed first appointment, and the person was not told that the 18 weeks no longer apply", choice.EighteenWeeks, with(choice.Referral{KnownTo: today}, untold(choice.First, "2026-03-01")), "2026-11-21", "passed 325 runs"},
		{"a missed first appointment, and nobody knows whether the person was told", choice.EighteenWeeks, with(choice.Referral{KnownTo: today}, missed(choice.First, "2026-03-01", yes())), "2026-11-21", "unknown 325 missed/0/notified_on"},
		{"a first appointment missed after the last day, and nobody knows whether the person was told", choice.EighteenWeeks, with(choice.Referral{KnownTo: today}, missed(choice.First, "2026-05-07", yes())), "2026-11-21", "passed 325"},
		{"a missed first appointment, and nobody knows what had been said", choice.EighteenWeeks, with(choice.Referral{KnownTo: today}, told(missed(choice.First, "2026-03-01", nil), "2026-03-02")), "2026-11-21", "unknown 325 missed/0/consequences_known"},
		{"a missed first appointment that had been moved", choice.EighteenWeeks, with(choice.Referral{KnownTo: today}, moved(choice.First, "2026-03-01")), "2026-11-21", "passed 325 runs"},
		{"a missed later appointment stops nothing", choice.EighteenWeeks, with(choice.Referral{KnownTo: today}, missed(choice.Later, "2026-03-01", yes())), "2026-11-21", "passed 325 runs"},
		{"nobody knows which appointment was missed", choice.EighteenWeeks, with(choice.Referral{KnownTo: today}, told(missed("", "2026-03-01", yes()), "2026-03-02")), "2026-11-21", "unknown 325 missed/0/which"},
		{"a stop on a day that nobody knows", choice.EighteenWeeks, choice.Referral{KnownTo: today, Stops: []choice.Stop{{Kind: choice.TreatmentStarted}}}, "2026-11-21", "unknown 325 stops/0/on"},
		{"the first stop counts", choice.EighteenWeeks, choice.Referral{Stops: []choice.Stop{{Kind: choice.TreatmentStarted, On: on("2026-07-01")}, {Kind: choice.NoTreatment, NotifiedOn: on("2026-02-01")}}}, "2026-11-21", "within 32 no_treatment"},
		{"40 weeks are guidance, and keep the longer reading: the first day does not count", choice.FortyWeeks, choice.Referral{}, "2026-10-08", "within 280"},
		{"40 weeks, a day later", choice.FortyWeeks, choice.Referral{KnownTo: on("2026-10-09")}, "2026-10-09", "passed 281 runs"},
		{"28 days beginning with the start date end on day 28", choice.TwentyEightDays, choice.Referral{}, "2026-01-28", "within 28"},
		{"28 days, a day later", choice.TwentyEightDays, choice.Referral{KnownTo: on("2026-01-29")}, "2026-01-29", "passed 29 runs"},
		{"an answer in time", choice.TwentyEightDays, stop(choice.AnswerGiven, "2026-01-28"), "2026-11-21", "within 28 answer_given"},
		{"an answer too late", choice.TwentyEightDays, stop(choice.AnswerGiven, "2026-01-29"), "2026-11-21", "passed 29 answer_given"},
		{"scans at intervals", choice.TwentyEightDays, stop(choice.IntervalTests, "2026-01-15"), "2026-11-21", "within 15 interval_tests"},
		{"treatment first", choice.TwentyEightDays, stop(choice.TreatmentFirst, "2026-01-15"), "2026-11-21", "within 15 treatment_first"},
		{"nothing is excluded from the 28 days of the right", choice.TwentyEightDays, with(choice.Referral{KnownTo: on("2026-01-29")}, again("2026-01-21")), "2026-01-29", "passed 29 runs"},
		{"only the days after the one on which the provider heard that the person is available again count", choice.TwentyEightDayStandard, with(choice.Referral{KnownTo: on("2026-02-18")}, again("2026-01-21")), "2026-02-18", "within 28 runs"},
		{"and one more", choice.TwentyEightDayStandard, with(choice.Referral{KnownTo: on("2026-02-19")}, again("2026-01-21")), "2026-02-19", "passed 29 runs"},
		{"nobody knows when the person was available again", choice.TwentyEightDayStandard, with(choice.Referral{KnownTo: on("2026-02-18")}, missed(choice.First, "2026-01-10", nil)), "2026-02-18", "unknown 49 runs missed/0/available_again"},
		{"but in time it was in time", choice.TwentyEightDayStandard, with(choice.Referral{}, missed(choice.First, "2026-01-10", nil)), "2026-01-28", "within 28"},
		{"a missed later appointment does not restart", choice.TwentyEightDayStandard, with(choice.Referral{KnownTo: on("2026-01-29")}, missed(choice.Later, "2026-01-10", nil)), "2026-01-29", "passed 29 runs"},
		{"a missed first appointment that the person had asked to move does not restart", choice.TwentyEightDayStandard, with(choice.Referral{KnownTo: on("2026-01-29")}, moved(choice.First, "2026-01-20")), "2026-01-29", "passed 29 runs"},
		{"two weeks beginning with the day of the request end on day 14", choice.TwoWeeks, stop(choice.SpecialistSeen, "2026-01-14"), "2026-11-21", "within 14 specialist_seen"},
		{"two weeks and a day", choice.TwoWeeks, stop(choice.SpecialistSeen, "2026-01-15"), "2026-11-21", "passed 15 specialist_seen"},
		{"a limit of the host", choice.Limit{ID: "local", Days: 10, Stops: []choice.StopKind{choice.SpecialistSeen}}, stop(choice.SpecialistSeen, "2026-01-12"), "2026-11-21", "passed 11 specialist_seen"},
		{"a limit of the host that counts the first day", choice.Limit{ID: "local", Days: 10, FirstDayCounts: true, Stops: []choice.StopKind{choice.SpecialistSeen}}, stop(choice.SpecialistSeen, "2026-01-10"), "2026-11-21", "within 10 specialist_seen"},
		{"a limit beyond the calendar", choice.Limit{ID: "local", Days: math.MaxInt}, choice.Referral{}, "2026-11-21", "within 324"},
		{"a limit below zero", choice.Limit{ID: "local", Days: math.MinInt}, choice.Referral{KnownTo: today}, "2026-11-21", "passed 324 runs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.r.Received.IsZero() && c.r.Made.IsZero() {
				c.r.Received = received
			}
			clock := c.r.Clock(c.limit, on(c.asOf))
			words := []string{clock.State.String(), clock.Days.String(), string(clock.EndedBy)}
			if clock.Runs {
				words = append(words, "runs")
			}
			if got := strings.Join(strings.Fields(strings.Join(append(words, clock.Missing...), " ")), " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			src, err := json.Marshal(clock)
			if err != nil {
				t.Fatal(err)
			}
			var again choice.Clock
			if err := json.Unmarshal(src, &again); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(clock, again, cmp.AllowUnexported(rule.Value{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestTheFirstDayCountsWhereTheRegulationSaysBeginningWith holds the last days to a calendar: weeks that begin with a Monday end on a
// Sunday. Regulations 47(4) and 53(1)(d) of SI 2012/2996 say "beginning with", the guidance on 40 weeks does not.
func TestTheFirstDayCountsWhereTheRegulationSaysBeginningWith(t *testing.T) {
	monday := on("2026-03-02")
	for _, c := range []struct {
		limit choice.Limit
		last  string
	}{
		{choice.EighteenWeeks, "2026-07-05"},   // the eighteenth Sunday
		{choice.TwentyEightDays, "2026-03-29"}, // the fourth
		{choice.TwoWeeks, "2026-03-15"},        // the second
		{choice.FortyWeeks, "2026-12-07"},      // the Monday after the fortieth
	} {
		r := choice.Referral{Received: monday}
		if got := r.Clock(c.limit, monday); got.LastDay != on(c.last) || got.Start != monday {
			t.Errorf("%s: from %v to %v, want %s", c.limit.ID, got.Start, got.LastDay, c.last)
		}
		if days, _ := r.Clock(c.limit, on(c.last)).Days.Number(); int(days) != c.limit.Days {
			t.Errorf("%s: %v days on the last day", c.limit.ID, days)
		}
	}
}

func TestClockWithoutADayIsUnknown(t *testing.T) {
	c := choice.Referral{Received: on("2026-01-01")}.Clock(choice.EighteenWeeks, day.Day{})
	if c.State != choice.Unknown || len(c.Missing) != 1 || c.Missing[0] != "as_of" {
		t.Errorf("%+v", c)
	}
}

func stop(kind choice.StopKind, day string) choice.Referral {
	return toldStop(kind, day, "")
}

// toldStop is a stop of which the person was told on a day. A blank day is one that nobody knows.
func toldStop(kind choice.StopKind, day, told string) choice.Referral {
	s := choice.Stop{Kind: kind}
	if day != "" {
		s.On = on(day)
	}
	if told != "" {
		s.NotifiedOn = on(told)
	}
	return choice.Referral{Stops: []choice.Stop{s}}
}

// told is a missed appointment, and the day on which the person was told that the 18 weeks no longer apply.
func told(m choice.Missed, day string) choice.Missed {
	m.NotifiedOn = on(day)
	return m
}

// untold is one of which the person was surely not told so.
func untold(which choice.Place, day string) choice.Missed {
	m := missed(which, day, yes())
	m.Notified = no()
	return m
}

func with(r choice.Referral, m choice.Missed) choice.Referral {
	r.Missed = append(r.Missed, m)
	return r
}

func missed(which choice.Place, day string, known *bool) choice.Missed {
	return choice.Missed{Which: which, On: on(day), ConsequencesKnown: known}
}

func moved(which choice.Place, day string) choice.Missed {
	return choice.Missed{Which: which, On: on(day), Original: on("2026-01-15"), ConsequencesKnown: yes()}
}

func again(day string) choice.Missed {
	return choice.Missed{Which: choice.First, On: on("2026-01-10"), AvailableAgain: on(day)}
}

// TestClockAgainstCountingByHand walks day by day through the calendar, where the clock subtracts.
func TestClockAgainstCountingByHand(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		start := on("2020-01-01").Add(random.IntN(2000))
		asOf := start.Add(random.IntN(400))
		r := choice.Referral{Received: start, KnownTo: asOf}
		end := asOf
		if random.IntN(2) == 0 {
			end = start.Add(random.IntN(400))
			if end.After(asOf) {
				end = asOf
			}
			r.Stops = []choice.Stop{{Kind: choice.TreatmentStarted, On: end}}
		}
		days := 0
		for d := start; !d.After(end); d = d.Add(1) { // the start date is the first of the days
			days++
		}
		want := choice.Within
		if days > 18*7 {
			want = choice.Passed
		}
		c := r.Clock(choice.EighteenWeeks, asOf)
		if n, ok := c.Days.Number(); !ok || int(n) != days || c.State != want {
			t.Fatalf("%+v: %d days, %v", c, days, want)
		}
	}
}

func TestReadingAClockAllocatesNothing(t *testing.T) {
	r := choice.Referral{Received: on("2026-01-01"), KnownTo: today}
	if n := testing.AllocsPerRun(100, func() {
		if r.Clock(choice.EighteenWeeks, today).State != choice.Passed {
			t.Error("not passed")
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
