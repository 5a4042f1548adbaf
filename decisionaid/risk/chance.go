package risk

import "strconv"

// Reason is the code of why a chance is not known. A host may use codes of its
// own; the Words say each in plain language.
type Reason string

// The reasons this package gives.
const (
	NoBaseline  Reason = "no_baseline"  // an effect, but no chance to apply it to
	NoEvidence  Reason = "no_evidence"  // no study measured it
	NotSupplied Reason = "not_supplied" // something about the person is needed and not known
	NobodyThere Reason = "nobody_there" // a share of a group that has no people in it
)

// Count is what a study counted: events among people. The zero Count means that
// the chance did not come straight from a count.
type Count struct {
	Events int `json:"events"`
	People int `json:"people"`
}

// Chance is the absolute chance of one outcome for one group of people, or not
// known with a reason. It is immutable, comparable with ==, and safe for concurrent use.
//
// Its fields are hidden so that a Chance was always checked: it is never outside
// 0 to 1, never NaN, and its interval contains it. The zero Chance is not known,
// reason NoBaseline, so that a forgotten number is never a chance of 0.
type Chance struct {
	known    bool
	basis    Basis
	value    float64
	interval Interval
	count    Count
	period   Period
	reason   Reason
}

// NewChance makes a chance from a number from 0 to 1, the interval it was given
// with and the period it is over; the zero Interval and Period mean not stated.
// Errors: BadChance, BadInterval, BadLevel, MissesEstimate, BadPeriod.
func NewChance(value float64, interval Interval, period Period) (Chance, error) {
	if err := checkChance("chance", value); err != nil {
		return Chance{}, err
	}
	if err := interval.check(value, 0, 1); err != nil {
		return Chance{}, err
	}
	if err := period.check(); err != nil {
		return Chance{}, err
	}
	return Chance{known: true, value: value, interval: interval, period: period}, nil
}

// Observed makes a chance from a study's own count, events among people. A count
// of 0, or of everybody, is later said as observed. The interval is one of chances.
// Errors: BadCount and those of NewChance.
func Observed(count Count, interval Interval, period Period) (Chance, error) {
	if count.People < 1 {
		return Chance{}, faultCount(BadCount, "number of people", count.People)
	}
	if count.Events < 0 || count.Events > count.People {
		return Chance{}, fault(BadCount, "events", strconv.Itoa(count.Events)+" among "+strconv.Itoa(count.People)+" people")
	}
	chance, err := NewChance(float64(count.Events)/float64(count.People), interval, period)
	chance.count = count
	if err != nil {
		return Chance{}, err
	}
	return chance, nil
}

// Unknown is a chance that is not known. An empty reason is NoBaseline.
func Unknown(reason Reason) Chance {
	if reason == NoBaseline {
		reason = ""
	}
	return Chance{reason: reason}
}

func checkChance(where string, value float64) error {
	if !(value >= 0 && value <= 1) {
		return faultNumber(BadChance, where, value)
	}
	return nil
}

// Known reports whether there is a number.
func (c Chance) Known() bool { return c.known }

// Value is the chance, from 0 to 1. The second result is false, and the first 0, where it is not known.
func (c Chance) Value() (float64, bool) { return c.value, c.known }

// Reason says why the chance is not known; it is empty where it is known.
func (c Chance) Reason() Reason {
	if !c.known && c.reason == "" {
		return NoBaseline
	}
	return c.reason
}

// Interval is the confidence interval of the chance, the zero Interval where none can be given.
func (c Chance) Interval() Interval { return c.interval }

// Count is the study's count behind the chance, the zero Count where it was worked out or stated.
func (c Chance) Count() Count { return c.count }

// Period is the length of time the chance is over, the zero Period where none was stated.
func (c Chance) Period() Period { return c.period }

// Basis says how the chance was worked out.
func (c Chance) Basis() Basis { return c.basis }

// Equal reports whether two chances agree in everything; it lets go-cmp compare them.
func (c Chance) Equal(other Chance) bool { return c == other }
