package risk

import "strconv"

// Unit is a unit of time.
type Unit string

// The units of time. Only days with weeks, and months with years, have an exact ratio.
const (
	Day   Unit = "day"
	Week  Unit = "week"
	Month Unit = "month"
	Year  Unit = "year"
)

// MaxPeriod is the largest Number of a Period.
const MaxPeriod = 10000

// Period is the length of time that a chance is over. The zero Period means that
// none was stated, as for the result of a test or an operation.
type Period struct {
	Number int  `json:"number"`
	Unit   Unit `json:"unit"`
}

// Years makes a period of n years.
func Years(n int) Period { return Period{Number: n, Unit: Year} }

// Months makes a period of n months.
func Months(n int) Period { return Period{Number: n, Unit: Month} }

// Stated reports whether there is a period at all.
func (p Period) Stated() bool { return p != Period{} }

func (p Period) check() error {
	if !p.Stated() {
		return nil
	}
	if p.Number < 1 || p.Number > MaxPeriod {
		return faultCount(BadPeriod, "period", p.Number)
	}
	switch p.Unit {
	case Day, Week, Month, Year:
		return nil
	}
	return fault(BadPeriod, "unit of time", strconv.Quote(string(p.Unit)))
}

// length gives the period in its smaller unit, days or months.
func (p Period) length() (number int, unit Unit) {
	switch p.Unit {
	case Week:
		return 7 * p.Number, Day
	case Year:
		return 12 * p.Number, Month
	}
	return p.Number, p.Unit
}

// over is how many times the period holds the other one: 5 years over 1 year is 5.
func (p Period) over(other Period) (float64, error) {
	mine, unit := p.length()
	theirs, otherUnit := other.length()
	if unit != otherUnit {
		return 0, fault(PeriodsUnrelated, "periods", other.text()+" and "+p.text())
	}
	return float64(mine) / float64(theirs), nil
}

// same reports whether two periods are equally long; 12 months are 1 year.
func (p Period) same(other Period) bool {
	mine, unit := p.length()
	theirs, otherUnit := other.length()
	return mine == theirs && unit == otherUnit
}
