package change

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Point is one measurement of a course: the value on a day.
type Point struct {
	On    day.Day `json:"on"`
	Value float64 `json:"value"`
}

// Unit is a length of time in days.
type Unit float64

// The units in use. A month is a twelfth of a year of 365.25 days.
const (
	Day   Unit = 1
	Week  Unit = 7
	Month Unit = 30.4375
	Year  Unit = 365.25
)

// Course is what a series of measurements adds up to over time.
type Course struct {
	// Duration is the time from the first to the last measurement, in units.
	Duration float64 `json:"duration"`
	// Area is the area under the straight lines between the measurements, in points times units. For an index of quality of life and
	// years it is in quality-adjusted life years.
	Area float64 `json:"area"`
	// Mean is Area / Duration: the time-weighted mean, in points.
	Mean float64 `json:"mean"`
	// FromBaseline is the area between the lines and the first value, in points times units: negative where the values mostly lie
	// below it.
	FromBaseline float64 `json:"from_baseline"`
	// MeanFromBaseline is FromBaseline / Duration: the time-weighted mean change, in points.
	MeanFromBaseline float64 `json:"mean_from_baseline"`
}

// Area adds a course up by the trapezium rule, between the first and the last measurement and never beyond them. Days count
// as whole days of the calendar. The points are in the order of their days, at least two, one a day. A visit without a value is left out, and the
// straight line then goes from its neighbours: whether that is fair is the caller's to judge.
func Area(points []Point, per Unit) (Course, error) {
	if err := positive(named{"unit of time", float64(per)}); err != nil {
		return Course{}, err
	}
	if len(points) < 2 {
		return Course{}, fmt.Errorf("%w: there are %d measurements; a course needs at least two", TooFew, len(points))
	}
	var c Course
	baseline := points[0].Value
	for i, p := range points {
		if err := finite(named{fmt.Sprintf("value of point %d", i), p.Value}); err != nil {
			return Course{}, err
		}
		if i == 0 {
			continue
		}
		days, known := p.On.Sub(points[i-1].On)
		if !known || days <= 0 {
			return Course{}, fmt.Errorf("%w: point %d is on %q, not after %q; sort the points by day and keep one a day", OutOfOrder, i,
				p.On, points[i-1].On)
		}
		width := float64(days) / float64(per)
		from, to := points[i-1].Value, p.Value
		c.Duration += width
		c.Area += float64(width * ((from + to) / 2))
		c.FromBaseline += float64(width * (((from - baseline) + (to - baseline)) / 2))
	}
	c.Mean, c.MeanFromBaseline = plain(c.Area/c.Duration), plain(c.FromBaseline/c.Duration)
	c.Area, c.FromBaseline = plain(c.Area), plain(c.FromBaseline)
	if err := finite(named{"duration in these units", c.Duration}); err != nil {
		return Course{}, err
	}
	return c, nil
}
