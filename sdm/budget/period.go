package budget

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Period is a stretch of days, both ends included.
type Period struct {
	// From is the first day.
	From day.Day `json:"from"`
	// To is the last day.
	To day.Day `json:"to"`
}

// Days counts the days of the period; 0 and false where an end is not known or lies before the start.
func (p Period) Days() (int, bool) {
	n, ok := p.To.Sub(p.From)
	if !ok || n < 0 {
		return 0, false
	}
	return n + 1, true
}

// Within reports whether the whole period lies in another. It is false where an end is not known.
func (p Period) Within(other Period) bool {
	_, known := p.Days()
	_, otherKnown := other.Days()
	return known && otherKnown && !p.From.Before(other.From) && !p.To.After(other.To)
}

// Has reports whether a day lies in the period.
func (p Period) Has(d day.Day) bool {
	return !d.IsZero() && Period{d, d}.Within(p)
}

func (p Period) check(c *checker, at *fault.Place) {
	if _, ok := p.Days(); !ok {
		c.Tell(at, "", "give the first and the last day, such as 2026-04-01 and 2027-03-31", "the period from %q to %q has no days", p.From, p.To)
	}
}

// Proration is the part of a year for which a line is paid: its rate is then the sum for a year, and the cost is
// rate x quantity x Days / Of, rounded half up once. It is kept with the line, so that everybody can check it.
type Proration struct {
	Period
	// Days is how many days there are from the first to the last, both included.
	Days int `json:"days"`
	// Of is the days by which a sum for a year is divided: 365, whatever the year.
	Of int `json:"of"`
}

// Prorate gives the proration for a period; of one without days it has 0 days.
func Prorate(p Period) Proration {
	days, _ := p.Days()
	return Proration{p, days, YearDays}
}

func (p *Proration) check(c *checker, at *fault.Place, budget Period) {
	p.Period.check(c, at)
	if days, ok := p.Period.Days(); ok && days != p.Days {
		c.Tell(at, "days", "write the number of days, both ends included", "%d days are written, and the period has %d", p.Days, days)
	}
	if p.Of != YearDays {
		c.Tell(at, "of", "write 365", "a yearly sum is divided by %d days here, and not by %d", YearDays, p.Of)
	}
	if _, known := budget.Days(); known && !p.Within(budget) {
		c.Tell(at, "", "choose days of the budget's own period", "the days lie outside the period of the budget, %s to %s", budget.From, budget.To)
	}
}
