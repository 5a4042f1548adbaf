package population

import (
	"slices"
	"sort"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// calendar finds the periods of a day. Periods may overlap. It never changes, so that counters share it.
type calendar struct {
	periods []Period
	// order are the places of the periods by their first days, and reach says how far any of them up to that place goes.
	order []int
	reach []day.Day
	// all are the places of all periods.
	all []int
}

func newCalendar(periods []Period) (*calendar, error) {
	if err := checkPeriods(periods); err != nil {
		return nil, err
	}
	c := &calendar{periods: slices.Clone(periods)}
	for i := range periods {
		c.all = append(c.all, i)
	}
	c.order = slices.Clone(c.all)
	slices.SortStableFunc(c.order, func(a, b int) int { return c.periods[a].From.Compare(c.periods[b].From) })
	var far day.Day
	for _, i := range c.order {
		if to := c.periods[i].To; to.Compare(far) > 0 {
			far = to
		}
		c.reach = append(c.reach, far)
	}
	return c, nil
}

// of adds the places of the periods that hold a day to a list.
func (c *calendar) of(on day.Day, into []int) []int {
	if on.IsZero() {
		return into
	}
	begun := sort.Search(len(c.order), func(i int) bool { return c.periods[c.order[i]].From.After(on) })
	for i := begun - 1; i >= 0 && !c.reach[i].Before(on); i-- {
		if p := c.order[i]; !c.periods[p].To.Before(on) {
			into = append(into, p)
		}
	}
	return into
}
