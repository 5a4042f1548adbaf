package values

import "math"

type cellKind uint8

const (
	cellBlank cellKind = iota
	cellKnown
	cellBetween
	cellNormal
	cellEvents
)

// Cell is what is known of one option on one attribute, in the attribute's unit. The zero Cell is blank: nothing is known.
// Make one with Known, Unknown, Between, Normal or Events. NewTable checks it against the attribute's range.
type Cell struct {
	kind   cellKind
	a, b   float64 // known: score; between: low, high; normal: mean, sd; events: events, of
	per    float64 // events: the number of people that the unit counts in
	reason string
}

// Known is a single score.
func Known(score float64) Cell { return Cell{kind: cellKnown, a: score} }

// Unknown is a score that nobody has, with a short code that says why, such as "not_studied". It is never taken to be zero.
func Unknown(reason string) Cell { return Cell{reason: reason} }

// Between is a score that may be anything from low to high, each as likely. The fit is then a range.
func Between(low, high float64) Cell {
	if low == high {
		return Known(low)
	}
	return Cell{kind: cellBetween, a: low, b: high}
}

// Normal is an estimate with a standard deviation (of the estimate, that is its standard error, not of the people).
// The fit uses the mean. Acceptability draws from the normal distribution; a draw beyond the author's range counts as far as it falls, on the
// same straight line, and is not pulled back. The standard deviation may be at most as wide as the range.
func Normal(mean, sd float64) Cell {
	if sd == 0 {
		return Known(mean)
	}
	return Cell{kind: cellNormal, a: mean, b: sd}
}

// Events is a share of people counted in a study, told as so many per a number of people: Events(12, 400, 1000) is 30 of 1000.
// The fit uses the observed share. Acceptability draws from Beta(events+1, of-events+1), the share given the count and a flat prior.
func Events(events, of int, per float64) Cell {
	return Cell{kind: cellEvents, a: float64(events), b: float64(of), per: per}
}

// known says whether there is anything to go by.
func (c Cell) known() bool { return c.kind != cellBlank }

// uncertain says whether acceptability must draw this cell.
func (c Cell) uncertain() bool { return c.kind > cellKnown }

// why gives the reason code of a cell that is not known.
func (c Cell) why() Reason {
	switch {
	case c.known():
		return ""
	case c.reason == "":
		return ReasonBlank
	}
	return Reason(c.reason)
}

// ends gives the scores at the worse and the better end of what the cell allows: the same score twice where there is one estimate, and the
// whole range where nothing is known.
func (c Cell) ends(of Attribute) (worse, better float64) {
	switch c.kind {
	case cellBlank:
		return of.Worst, of.Best
	case cellBetween:
		if of.Best < of.Worst {
			return c.b, c.a
		}
		return c.a, c.b
	case cellEvents:
		x := c.a * c.per / c.b
		return x, x
	}
	return c.a, c.a
}

// check gives what is wrong with the cell, or nil.
func (c Cell) check(option string, of Attribute) error {
	wrong := func(mend, says string, args ...any) error {
		return wrong(ErrCell, option+"."+of.ID, mend, says, args...)
	}
	if !finite(c.a) || !finite(c.b) || !finite(c.per) {
		return wrong("give a number, or Unknown with the reason", "the estimate is not a finite number")
	}
	width := math.Abs(of.Best - of.Worst)
	switch {
	case c.kind == cellBetween && c.a > c.b:
		return wrong("put the smaller number first", "the interval from %v to %v runs backwards", c.a, c.b)
	case c.kind == cellNormal && (c.b < 0 || c.b > width):
		return wrong("", "the standard deviation %v must be above 0 and at most %v, the width of the author's range", c.b, width)
	case c.kind == cellEvents && (c.b <= 0 || c.a < 0 || c.a > c.b):
		return wrong("let the events be 0 to the number of people, and the people at least 1", "%v events of %v people is not a share", c.a, c.b)
	case c.kind == cellEvents && (c.per <= 0 || c.per/width > 1e9 || c.a*c.per > math.MaxFloat64):
		return wrong("give the number that the unit counts in, such as 1000", "a share counted per %v does not suit a range that is %v wide", c.per, width)
	}
	low, high := min(of.Worst, of.Best), max(of.Worst, of.Best)
	for worse, better := c.ends(of); ; worse = better {
		if worse < low || worse > high {
			return wrong("correct the score or widen the range", "the score %v is outside the range %v to %v that the author fixed, so its value would be below 0 or above 1",
				worse, of.Worst, of.Best)
		}
		if worse == better {
			return nil
		}
	}
}
