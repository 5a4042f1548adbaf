package choice

import (
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// AppointmentsAhead is how many days ahead appointment_in_8_weeks looks.
const AppointmentsAhead = 56

// The answers of a wait, in its document.
const (
	waitEnded   = "ended"
	waitInTime  = "in_time"
	waitTooLong = "too_long"
)

// form is what a fact that the package works out must look like in a document.
type form uint8

const (
	yesNo form = iota
	aWait
	aPeriod
	aMissed
)

// forms are the facts that the package works out, by their ids in documents: from the dates of a referral, from what is known of a
// provider, and from what is recorded of a choice.
var forms = map[string]form{
	"referral_made": aPeriod,
	"wait_18_weeks": aWait, "wait_28_days": aWait, "wait_two_weeks": aWait, "wait_40_weeks": aWait,
	"treatment_started": yesNo, "appointment_in_8_weeks": yesNo,
	"missed": aMissed, "reasonable_date": yesNo, "consequences_known": yesNo,
	"contract_before_referral": yesNo, "sooner": yesNo,
	"other_options_discussed": yesNo, "no_treatment_discussed": yesNo, "suitable_providers_offered": yesNo,
	"information_as_needed": yesNo, "time_to_think_offered": yesNo, "informed_before_deciding": yesNo,
}

// derived works out the answer to one fact, or nil where it is not known. The referral's dates can be right; given is the referral before
// those were taken out that cannot. A day that was taken out is no blank: nobody can tell whether what it is about has happened.
func (r *Referral) derived(given *Referral, q *asked, asOf day.Day) any {
	switch q.id {
	case "referral_made":
		return periodOf(r.Made, q.periods)
	case "wait_18_weeks":
		return r.wait(&EighteenWeeks, asOf)
	case "wait_28_days":
		return r.wait(&TwentyEightDays, asOf)
	case "wait_two_weeks":
		return r.wait(&TwoWeeks, asOf)
	case "wait_40_weeks":
		return r.wait(&FortyWeeks, asOf)
	case "treatment_started":
		return r.treated(given, asOf)
	case "appointment_in_8_weeks":
		return r.seenSoon(given, asOf)
	case "missed", "reasonable_date", "consequences_known":
		return r.missedFact(given, q.id, asOf)
	default:
		return nil
	}
}

// complete tells whether the record is complete as of a day.
func (r *Referral) complete(asOf day.Day) bool {
	return !r.KnownTo.IsZero() && !r.KnownTo.Before(asOf)
}

// wait puts a clock into the words of a document. A wait for treatment or an answer that is within its limit is in time only if a day is
// booked, because the right is also about waits that will be too long.
func (r *Referral) wait(l *Limit, asOf day.Day) any {
	c := r.clock(l, asOf)
	switch {
	case !c.EndedOn.IsZero():
		return waitEnded
	case !c.Runs:
		return nil
	case c.State == Passed:
		return waitTooLong
	case c.State == Unknown, c.Limit == TwentyEightDays.ID:
		return nil
	case c.Limit != EighteenWeeks.ID:
		return waitInTime
	case r.TreatmentBooked.IsZero() || r.TreatmentBooked.Before(c.AsOf):
		return nil
	case r.TreatmentBooked.After(c.LastDay):
		return waitTooLong
	default:
		return waitInTime
	}
}

func (r *Referral) treated(given *Referral, asOf day.Day) any {
	unclear := false
	for k, s := range r.Stops {
		switch {
		case s.Kind == "":
			unclear = true
		case s.Kind != TreatmentStarted:
		case s.On != given.Stops[k].On:
			unclear = true
		default:
			return true
		}
	}
	if r.complete(asOf) && !unclear {
		return false
	}
	return nil
}

func (r *Referral) seenSoon(given *Referral, asOf day.Day) any {
	ahead, _ := r.NextAppointment.Sub(asOf)
	switch {
	case given.NextAppointment.IsZero() && r.complete(asOf):
		return false
	case r.NextAppointment.IsZero() || ahead < 0:
		return nil
	default:
		return ahead <= AppointmentsAhead
	}
}

// missedFact answers for the missed appointments. Of several it speaks only where they agree.
func (r *Referral) missedFact(given *Referral, id string, asOf day.Day) any {
	if len(r.Missed) == 0 {
		if id == "missed" && r.complete(asOf) {
			return "none"
		}
		return nil
	}
	answer := r.Missed[0].fact(id)
	for k, m := range r.Missed {
		if m.fact(id) != answer || m.On != given.Missed[k].On {
			return nil
		}
	}
	return answer
}

// fact answers for one missed appointment.
func (m Missed) fact(id string) any {
	switch reasonable, known := m.reasonable(); {
	case id == "missed" && m.Which != "" && m.moved():
		return "moved_" + string(m.Which)
	case id == "missed" && m.Which != "":
		return string(m.Which)
	case id == "reasonable_date" && known:
		return reasonable
	case id == "consequences_known" && m.ConsequencesKnown != nil:
		return *m.ConsequencesKnown
	default:
		return nil
	}
}

// period is an option of referral_made, which says itself which days it is about: from_2024_04_01 begins on that day, and
// before_2024_04_01 ends the day before.
type period struct {
	option any  // its id, as an answer
	from   bool // else it is the time before
	day    day.Day
}

// periodsOf reads the options that are periods. They do not overlap, because Check holds documents to that.
func periodsOf(options []string) []period {
	var all []period
	for _, o := range options {
		if from, on, ok := boundary(o); ok {
			all = append(all, period{o, from, on})
		}
	}
	return all
}

// periodOf gives the period in which a day lies: the latest that has begun, or else the time before the first.
func periodOf(made day.Day, all []period) any {
	if made.IsZero() {
		return nil
	}
	var best period
	for _, p := range all {
		switch {
		case p.from && !made.Before(p.day) && (best.option == nil || !best.from || p.day.After(best.day)),
			!p.from && made.Before(p.day) && best.option == nil:
			best = p
		}
	}
	return best.option
}

// boundary reads the day in the id of a period.
func boundary(option string) (from bool, on day.Day, ok bool) {
	rest, from := strings.CutPrefix(option, "from_")
	if !from {
		if rest, ok = strings.CutPrefix(option, "before_"); !ok {
			return false, day.Day{}, false
		}
	}
	on, err := day.Parse(strings.ReplaceAll(rest, "_", "-"))
	return from, on, err == nil
}

// DerivedFacts gives the ids of the facts that the package works out, in alphabetical order.
func DerivedFacts() []string { return slices.Sorted(maps.Keys(forms)) }
