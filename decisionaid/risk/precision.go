package risk

import "math"

// Stated makes a chance from a published natural frequency, such as 72 of 1000 people,
// with an interval in the same people. It was not counted by a study, so that 0 of 1000
// is later said as fewer than 1.
// Errors: BadDenominator; BadCount outside 0 to d; FalsePrecision for parts of a
// person, in the figure or its limits; those of NewChance.
func Stated(people float64, d Denominator, interval Interval, period Period) (Chance, error) {
	if err := d.check(); err != nil {
		return Chance{}, err
	}
	if err := wholeFigure("number of people", people, d); err != nil {
		return Chance{}, err
	}
	of := float64(d)
	if interval.Stated() {
		if err := wholeFigure("lower limit", interval.Lower, d); err != nil {
			return Chance{}, err
		}
		if err := wholeFigure("upper limit", interval.Upper, d); err != nil {
			return Chance{}, err
		}
		interval.Lower, interval.Upper = interval.Lower/of, interval.Upper/of
	}
	return NewChance(people/of, interval, period)
}

func wholeFigure(where string, people float64, d Denominator) error {
	if !(people >= 0 && people <= float64(d)) {
		return faultNumber(BadCount, where, people)
	}
	if people != math.Trunc(people) {
		return faultNumber(FalsePrecision, where, people)
	}
	return nil
}

// stretch is how many people of the denominator one person of a study may stand for.
// It is this package's own choice: 53 people may be shown out of 100, not out of 1000.
const stretch = 10

// CheckPrecision reports FalsePrecision where a study's count would be shown out of so many
// people that each person studied stands for 10 or more of them. Frequencies are whole
// people, so a denominator of 100 never gives more than two significant figures.
// Errors: BadDenominator, FalsePrecision.
func CheckPrecision(c Chance, d Denominator) error {
	if err := d.check(); err != nil {
		return err
	}
	if people := c.count.People; people > 0 && int(d)/people >= stretch {
		return faultCount(FalsePrecision, "number of people studied", people)
	}
	return nil
}
