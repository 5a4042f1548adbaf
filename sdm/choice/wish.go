package choice

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// What a Wish can be about, beside the ratings and features of providers.
const (
	// AboutWait is the wait in weeks.
	AboutWait = "wait"
	// AboutDistance is the distance in miles.
	AboutDistance = "distance"
	qualityPrefix = "quality."
	hasPrefix     = "has."
)

// Wish is one thing that matters to the person about a provider. It is a plain value; WaitAtMost and its like make one.
type Wish struct {
	// About is wait, distance, quality.MEASURE or has.FEATURE.
	About string `json:"about"`
	// AtMost is the longest wait in weeks or the longest way in miles that suits.
	AtMost rule.Value `json:"at_most,omitzero"`
	// OneOf are the ratings that suit, whether in upper or lower case.
	OneOf []string `json:"one_of,omitempty"`
	// Need tells that the person cannot do without.
	Need bool `json:"need,omitempty"`
	// Points is how much it matters beside the other wishes; any scale will do. Without points it counts 1, and with points that are
	// missing as invalid nothing.
	Points rule.Value `json:"points,omitzero"`
	// Says is what the person said, in their words.
	Says string `json:"says,omitempty"`
}

// WaitAtMost wishes for a wait of no more than some weeks.
func WaitAtMost(weeks float64) Wish { return Wish{About: AboutWait, AtMost: rule.ValueOf(weeks)} }

// DistanceAtMost wishes for a way of no more than some miles.
func DistanceAtMost(miles float64) Wish {
	return Wish{About: AboutDistance, AtMost: rule.ValueOf(miles)}
}

// Rated wishes for a published rating that is one of some.
func Rated(measure string, oneOf ...string) Wish {
	return Wish{About: qualityPrefix + measure, OneOf: oneOf}
}

// With wishes for something that providers have or have not.
func With(feature string) Wish { return Wish{About: hasPrefix + feature} }

// Needed gives the wish as a need.
func (w Wish) Needed() Wish { w.Need = true; return w }

// Matters gives the wish with points for how much it matters.
func (w Wish) Matters(points float64) Wish { w.Points = rule.ValueOf(points); return w }

// Saying gives the wish with the person's words.
func (w Wish) Saying(words string) Wish { w.Says = words; return w }

// weight is how much the wish counts.
func (w Wish) weight() float64 {
	if points, given := w.Points.Number(); given {
		return points
	}
	if w.Points.Reason() == rule.Invalid {
		return 0 // points that cannot be right, or a wish that no provider can be held against
	}
	return 1
}

// metBy tells whether a provider has what is wished for. What is not known of it leaves the answer unknown.
func (w Wish) metBy(p Provider) policy.State {
	measure, rated := strings.CutPrefix(w.About, qualityPrefix)
	feature, has := strings.CutPrefix(w.About, hasPrefix)
	switch {
	case w.About == AboutWait:
		return atMost(p.WaitWeeks, w.AtMost)
	case w.About == AboutDistance:
		return atMost(p.DistanceMiles, w.AtMost)
	case rated:
		if rating, known := p.Quality[measure]; known && !fault.Blank(rating) {
			return met(among(rating, w.OneOf))
		}
	case has:
		if yes, known := p.Has[feature]; known {
			return met(yes)
		}
	}
	return policy.Unknown
}

// among tells whether a word is one of some. Good and good are one word: whoever wrote the one did not mean to deny the other.
func among(word string, list []string) bool {
	return slices.ContainsFunc(list, func(other string) bool {
		return strings.EqualFold(strings.TrimSpace(word), strings.TrimSpace(other))
	})
}

func atMost(v, limit rule.Value) policy.State {
	x, known := v.Number()
	most, given := limit.Number()
	if !known || !given {
		return policy.Unknown
	}
	return met(x <= most)
}

func met(yes bool) policy.State {
	if yes {
		return policy.Met
	}
	return policy.NotMet
}
