package decisionaid

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// form is in which of its forms an estimate is given.
type form uint8

const (
	unknown      form = iota // nothing is known, or the definition is broken
	inapplicable             // the outcome cannot happen with the option
	fixed                    // a number or a count, the same for everybody
	ruled                    // worked out by a rule
	effected                 // worked out from another option's estimate
)

// Reasons for which a chance is not known, beside those of package risk.
const (
	// OutsidePopulation: the number would be worked out for a person whom the studies behind it are not about.
	OutsidePopulation risk.Reason = "outside_population"
	// NotApplicable: the outcome cannot happen with the option.
	NotApplicable risk.Reason = "not_applicable"
	// Undefined: a rule has no result for this person, such as a table without their row.
	Undefined risk.Reason = "undefined"
	// Internal: a rule gave something that is no chance. It is a fault of the definition to mend.
	Internal risk.Reason = "internal"
)

// cell is what is known of one outcome for one option, made ready.
type cell struct {
	definition      *EstimateDefinition
	outcome, option int
	place           int       // among the outcome's estimates, or -1
	slot            rule.Slot // over the period that is shown
	raw             rule.Slot // over the period that it was measured over; the same slot where the two are one
	form            form
	given           risk.Chance // fixed, unknown and inapplicable
	program         *rule.Program
	baseline        *cell
	effect          risk.Effect
	personal        bool // what is known of the person goes into it
}

// pointer is the JSON pointer of the estimate, or of the outcome's estimates where there is none.
func (c *cell) pointer() string {
	if c.place < 0 {
		return fmt.Sprintf("/outcomes/%d/estimates", c.outcome)
	}
	return fmt.Sprintf("/outcomes/%d/estimates/%d", c.outcome, c.place)
}

// plain gives the effect without its interval, for the value alone.
func (c *cell) plain() risk.Effect {
	effect := c.effect
	effect.Interval = risk.Interval{}
	return effect
}

// chance gives the cell's chance over an evaluated frame and the period that it was measured over. An effect starts from its
// baseline's chance, interval and all; the value is the one that the model worked out, by the same arithmetic.
func (c *cell) chance(frame []float64, period risk.Period) risk.Chance {
	switch c.form {
	case ruled:
		value := frame[c.raw]
		chance, err := risk.NewChance(value, risk.Interval{}, period)
		if err != nil {
			return risk.Unknown(reasonFor(rule.ReasonOf(value)))
		}
		return chance
	case effected:
		baseline := c.baseline.chance(frame, period)
		if chance, err := c.effect.Apply(baseline); err == nil {
			return chance
		}
		// The value may hold where a limit of its interval leaves 0 to 1; then it is given without an interval, and says so.
		if chance, err := c.plain().Apply(baseline); err == nil {
			return chance
		}
		return risk.Unknown(Internal)
	default:
		return c.given
	}
}

// reasonFor gives the reason of a chance for that of a missing value.
func reasonFor(r rule.Reason) risk.Reason {
	switch r {
	case rule.Undefined:
		return Undefined
	case rule.Internal, rule.Present:
		return Internal
	default:
		return risk.NotSupplied
	}
}

// missingAs gives the missing value that stands for a reason in the model.
func missingAs(f form) float64 {
	if f == inapplicable {
		return rule.NA(rule.NotAsked)
	}
	return rule.NA(rule.NotSupplied)
}
