package rule

import "math"

// Tri says whether something never, perhaps or always holds.
type Tri uint8

const (
	// Never: it cannot hold.
	Never Tri = iota
	// Maybe: it may hold or not.
	Maybe
	// Always: it holds.
	Always
)

// String gives never, maybe or always.
func (t Tri) String() string {
	return [...]string{"never", "maybe", "always"}[min(t, Always)]
}

// Bound is what is known of a value while answers are still missing: where it is present, it lies from Lo to Hi, ends
// included; a truth lies from 0 to 1. A bound that nothing narrows ends at ±math.MaxFloat64, never at infinity.
type Bound struct {
	Lo, Hi float64
	// NA says whether the value may stay missing even when every blank is answered.
	NA Tri
	// Why is the reason for which the value is missing now or may be missing; Present where neither is so. NotAsked stands only
	// where no other reason is possible.
	Why Reason
	// Leaves tells that the value may be missing because it is not asked; it then leaves the list of a score.
	Leaves bool
}

// Point is the Bound of a known slot value; of a missing one, a Bound that is always missing.
func Point(v float64) Bound {
	if v != v {
		r := ReasonOf(v)
		return Bound{NA: Always, Why: r, Leaves: r == NotAsked}
	}
	return Bound{Lo: v, Hi: v}
}

// Range is the Bound of a blank that may still be answered with any value of its type.
func Range(t Type) Bound {
	lo, hi := t.bound()
	return Bound{Lo: lo, Hi: hi, Why: Blank}
}

// Hull is the smallest Bound that holds both.
func Hull(a, b Bound) Bound {
	out := Bound{Why: blame(a.Why, b.Why), Leaves: a.Leaves || b.Leaves}
	switch {
	case a.NA == Always && b.NA == Always:
		out.NA = Always
		return out
	case a.NA == Always:
		out.Lo, out.Hi = b.Lo, b.Hi
	case b.NA == Always:
		out.Lo, out.Hi = a.Lo, a.Hi
	default:
		out.Lo, out.Hi = min(a.Lo, b.Lo), max(a.Hi, b.Hi)
	}
	if a.NA != Never || b.NA != Never {
		out.NA = Maybe
	}
	return out
}

// IsPoint reports whether only one value is possible.
func (b Bound) IsPoint() bool { return b.NA == Never && b.Lo == b.Hi }

// Value gives the one value that is possible, or NA.
func (b Bound) Value() float64 {
	switch {
	case b.IsPoint():
		return b.Lo
	case b.Why == Present:
		return NA(Blank)
	default:
		return NA(b.Why)
	}
}

// blame chooses between two reasons as carry does between two missing values.
func blame(a, b Reason) Reason {
	if a == Present || a == NotAsked && b != Present {
		return b
	}
	return a
}

// nothing starts a hull that takes over how b is missing.
func nothing(b Bound) Bound {
	return Bound{Lo: math.Inf(1), Hi: math.Inf(-1), NA: b.NA, Why: b.Why}
}

// capped brings an interval back to numbers: what overflows may be missing.
func capped(b Bound) Bound {
	if b.NA != Always && b.Lo-b.Lo == 0 && b.Hi-b.Hi == 0 {
		return b
	}
	if b.NA == Always {
		return Bound{NA: Always, Why: b.Why}
	}
	if b.Lo != b.Lo || b.Hi != b.Hi {
		b.Lo, b.Hi = math.Inf(-1), math.Inf(1)
	}
	if math.IsInf(b.Lo, 0) || math.IsInf(b.Hi, 0) {
		b.NA, b.Why = max(b.NA, Maybe), blame(b.Why, Undefined)
	}
	b.Lo = min(max(b.Lo, -math.MaxFloat64), math.MaxFloat64)
	b.Hi = min(max(b.Hi, -math.MaxFloat64), math.MaxFloat64)
	return b
}
