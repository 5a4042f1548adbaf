package community

import (
	"fmt"
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// ages are the ages that a service is for. Where nothing is known of them, given is false.
type ages struct {
	lo, hi float64
	given  bool
}

func agesOf(s Service) ages {
	a := ages{lo: 0, hi: math.Inf(1), given: s.MinimumAge != nil || s.MaximumAge != nil}
	if s.MinimumAge != nil {
		a.lo = *s.MinimumAge
	}
	if s.MaximumAge != nil {
		a.hi = *s.MaximumAge
	}
	if !(a.lo >= 0 && a.lo <= a.hi && a.lo <= oldest) || s.MaximumAge != nil && a.hi > oldest { // a slip of the pen keeps nobody out
		a.given = false
	}
	return a
}

// isAge reports whether an age in complete years is known and can be right.
func isAge(age *int) bool { return age != nil && *age >= 0 && *age <= oldest }

// holds tells whether a person of an age in complete years is let in, where that is known. A limit between two birthdays leaves it open in that
// year.
func (a ages) holds(age int, known bool) policy.State {
	switch {
	case !a.given:
		return policy.Unknown
	case a.lo == 0 && math.IsInf(a.hi, 1):
		return policy.Met
	case !known:
		return policy.Unknown
	}
	switch years := float64(age); {
	case years < math.Floor(a.lo) || years > a.hi:
		return policy.NotMet
	case years < a.lo || years == math.Floor(a.hi) && years != a.hi:
		return policy.Unknown
	}
	return policy.Met
}

// String says for whom it is.
func (a ages) String() string {
	switch lo, hi := rule.FormatNumber(a.lo), rule.FormatNumber(a.hi); {
	case math.IsInf(a.hi, 1) && a.lo == 0:
		return "people of all ages"
	case math.IsInf(a.hi, 1):
		return "people from " + lo + " years on"
	case a.lo == 0:
		return "people up to " + hi + " years"
	default:
		return "people from " + lo + " to " + hi + " years"
	}
}

func (d *Directory) byAge(s Seeker) column {
	all, age := d.index.ages, 0
	known := isAge(s.Age)
	if known {
		age = *s.Age // the seeker may be changed once the matches are made
	}
	return column{
		criterion: ByAge, bars: true,
		state: func(i int) policy.State { return all[i].holds(age, known) },
		says: func(i int, state policy.State) string {
			switch {
			case !all[i].given:
				return "It does not say for which ages it is, so no limit is taken."
			case !known:
				return fmt.Sprintf("It is for %s; the person's age is not known.", all[i])
			case state == policy.Unknown:
				return fmt.Sprintf("It is for %s; the person is %d, so it depends on the day of birth.", all[i], age)
			default:
				return fmt.Sprintf("It is for %s; the person is %d.", all[i], age)
			}
		},
	}
}

// met gives the state of what is known.
func met(yes bool) policy.State {
	if yes {
		return policy.Met
	}
	return policy.NotMet
}
