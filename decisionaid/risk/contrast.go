package risk

import "math"

// Contrast is an option beside its comparator. Difference is the chance with the
// option minus the chance with the comparator, from -1 to 1: below 0, fewer people have
// the outcome. It carries no interval, because two chances that share a baseline are not
// independent; show the interval of each.
type Contrast struct {
	Difference float64
}

// Compare gives the absolute difference between two chances over one period.
// Errors: UnknownChance, PeriodsDiffer.
func Compare(comparator, option Chance) (Contrast, error) {
	if err := checkPair(comparator, option); err != nil {
		return Contrast{}, err
	}
	return Contrast{Difference: option.value - comparator.value}, nil
}

func checkPair(comparator, option Chance) error {
	if !comparator.known {
		return fault(UnknownChance, "comparator", string(comparator.Reason()))
	}
	if !option.known {
		return fault(UnknownChance, "option", string(option.Reason()))
	}
	if !comparator.period.same(option.period) {
		return fault(PeriodsDiffer, "periods", comparator.period.text()+" and "+option.period.text())
	}
	return nil
}

// NumberNeeded is how many people have to take the option for one of them to be
// spared the outcome (Difference below 0) or to have it (above 0), not rounded. The second result
// is false where there is no difference. Never show it alone: people understand the two
// absolute chances better.
func (c Contrast) NumberNeeded() (float64, bool) {
	number := 1 / math.Abs(c.Difference)
	if c.Difference == 0 || math.IsInf(number, 0) {
		return 0, false
	}
	return number, true
}
