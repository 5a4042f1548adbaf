package cohort

import (
	"math"
	"strconv"
)

// A Reason says why a statistic has no value.
type Reason string

// The reasons why a statistic has no value.
const (
	NoValues  Reason = "no_values"  // nobody has a value
	OneValue  Reason = "one_value"  // one person only, where the statistic needs two
	NoSpread  Reason = "no_spread"  // all values are equal, where the statistic divides by their spread
	OneColumn Reason = "one_column" // one item or rater only, where the statistic needs two
	Binned    Reason = "binned"     // counted in bins, so that only bounds are known
	Undefined Reason = "undefined"  // the formula has no value for these numbers
	Invalid   Reason = "invalid"    // an argument is not allowed, for example a share of -1
)

var reasons = [...]Reason{NoValues, OneValue, NoSpread, OneColumn, Binned, Undefined, Invalid}

// A Statistic is a finite number, or the reason why there is none. It is comparable, immutable and
// safe for concurrent use. The zero Statistic is missing with the reason Undefined, so that a
// forgotten one never reads as 0.
type Statistic struct {
	value  float64
	reason Reason
	known  bool
}

// Value returns the number and true, or 0 and false where there is none. Test the truth value: the 0
// means nothing.
func (s Statistic) Value() (float64, bool) { return s.value, s.known }

// Reason returns why there is no number, or "" where there is one.
func (s Statistic) Reason() Reason {
	if !s.known && s.reason == "" {
		return Undefined
	}
	return s.reason
}

// String returns the number to 12 significant digits, or "missing: " and the reason.
func (s Statistic) String() string {
	if !s.known {
		return "missing: " + string(s.Reason())
	}
	return strconv.FormatFloat(s.value, 'g', 12, 64)
}

// known makes a statistic of a number. A number that is not finite becomes missing: the last guard of
// the promise that no NaN or infinity leaves.
func known(value float64) Statistic {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return missing(Undefined)
	}
	return Statistic{value: value + 0, known: true} // + 0 turns -0 into 0
}

func missing(reason Reason) Statistic { return Statistic{reason: reason} }

// ratio divides two statistics. A missing one passes its reason on. A divisor of zero is a missing
// spread, since every divisor here is a spread; a negative one has no meaning.
func ratio(above, below Statistic) Statistic {
	for _, s := range [...]Statistic{above, below} {
		if !s.known {
			return s
		}
	}
	switch {
	case below.value == 0:
		return missing(NoSpread)
	case below.value < 0:
		return missing(Undefined)
	}
	return known(above.value / below.value)
}

// An Interval is an estimate with a lower and an upper bound: a confidence interval, a bracket around
// a quantile, or a target with its control limits. Each is known or missing in its own right.
type Interval struct {
	Estimate Statistic `json:"estimate"`
	Low      Statistic `json:"low"`
	High     Statistic `json:"high"`
}

func missingInterval(reason Reason) Interval {
	return Interval{Estimate: missing(reason), Low: missing(reason), High: missing(reason)}
}

// A Position says where a value lies against an Interval.
type Position string

// The positions. A value equal to a bound is within.
const (
	Below   Position = "below"
	Within  Position = "within"
	Above   Position = "above"
	Unknown Position = "unknown" // a bound is missing, or the value is not a number
)

// Place returns where the value lies against the bounds. It never reads a missing bound as "within".
func (i Interval) Place(value float64) Position {
	switch {
	case math.IsNaN(value) || !i.Low.known || !i.High.known:
		return Unknown
	case value < i.Low.value:
		return Below
	case value > i.High.value:
		return Above
	}
	return Within
}
