package chart

import (
	"math"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Trajectory is one score of one person over time.
type Trajectory struct {
	Frame
	Scale Scale
	// Bands divide the scale from its lowest value up; none is fine.
	Bands []Band
	// Visits in the order of time, those without a score too.
	Visits []Visit
	// Baseline is the place of the visit, from 0, that changes are measured against. Where it has no score no change is
	// said: another visit in its place would be another question.
	Baseline int
	// Important are the changes that matter, each with its own line; none is fine.
	Important []Change
}

// Band is a named part of the scale, from From up to the next band.
type Band struct {
	From float64
	Name string
}

// Visit is one moment at which there is a score, or should be.
type Visit struct {
	// On is the day, as its own time zone tells it.
	On day.Day
	// Value is the score. It is not read where Missing says something.
	Value float64
	// Missing says in words why there is no score, such as "too few answers".
	Missing string
}

// Direction is the way in which a change matters.
type Direction string

// The directions of a change.
const (
	ForBetter Direction = "better"
	ForWorse  Direction = "worse"
	EitherWay Direction = "either"
)

// Change is one published size of change that matters, such as a minimal important difference or a reliable change. There
// are several for most scores, so it has a name.
type Change struct {
	Name      string
	Points    float64 // the smallest change that counts, above 0, in units of the score
	Direction Direction
}

// The most that a trajectory can hold.
const (
	MaxVisits  = 200
	MaxBands   = 12
	MaxChanges = 3
)

func (t Trajectory) check() error {
	if err := t.Frame.check(); err != nil {
		return err
	}
	if err := t.Scale.check(); err != nil {
		return err
	}
	if err := t.checkBands(); err != nil {
		return err
	}
	if err := t.checkVisits(); err != nil {
		return err
	}
	if t.Baseline < 0 || t.Baseline >= len(t.Visits) {
		return faultCount(BadBaseline, "baseline", t.Baseline)
	}
	return t.checkChanges()
}

func (t Trajectory) checkBands() error {
	if len(t.Bands) > MaxBands {
		return faultCount(BadBands, "number of bands", len(t.Bands))
	}
	for i, band := range t.Bands {
		where := "band " + strconv.Itoa(i+1)
		if err := checkText("name of "+where, band.Name); err != nil {
			return err
		}
		if i == 0 && band.From != t.Scale.Lowest || i > 0 && !(band.From > t.Bands[i-1].From) || !(band.From <= t.Scale.Highest) {
			return faultNumber(BadBands, "start of "+where, band.From)
		}
	}
	return nil
}

func (t Trajectory) checkVisits() error {
	if len(t.Visits) == 0 || len(t.Visits) > MaxVisits {
		return faultCount(BadVisits, "number of visits", len(t.Visits))
	}
	scores := 0
	for i, visit := range t.Visits {
		where := "visit " + strconv.Itoa(i+1)
		if visit.On.IsZero() {
			return fault(BadDate, where, "has no date")
		}
		if i > 0 && !visit.On.After(t.Visits[i-1].On) {
			return fault(BadDate, where, "is on "+visit.On.String()+", not after visit "+strconv.Itoa(i))
		}
		if visit.Missing != "" {
			if err := checkText("reason of "+where, visit.Missing); err != nil {
				return err
			}
			continue
		}
		scores++
		if err := t.Scale.checkValue("score of "+where, visit.Value); err != nil {
			return err
		}
	}
	if scores == 0 {
		return faultCount(BadVisits, "number of scores", 0)
	}
	return nil
}

func (t Trajectory) checkChanges() error {
	if len(t.Important) > MaxChanges {
		return faultCount(BadChange, "number of important changes", len(t.Important))
	}
	for i, change := range t.Important {
		where := "important change " + strconv.Itoa(i+1)
		if err := checkText("name of "+where, change.Name); err != nil {
			return err
		}
		if !(change.Points >= smallestSpan && change.Points <= maxMagnitude) {
			return faultNumber(BadChange, where, change.Points)
		}
		oneSided := change.Direction == ForBetter || change.Direction == ForWorse
		if change.Direction != EitherWay && !oneSided || oneSided && t.Scale.Better == Unsaid {
			return fault(BadChange, where, "has the direction "+strconv.Quote(string(change.Direction)))
		}
	}
	return nil
}

// scored reports whether a visit has a score.
func (v Visit) scored() bool { return v.Missing == "" }

// better is the change of a visit since the start, with a plus where it is for the better; for a scale without a better
// end, a plus where it is higher. compared is false where there is nothing to compare.
func (t Trajectory) better(visit int) (change float64, compared bool) {
	if visit == t.Baseline || !t.Visits[visit].scored() || !t.Visits[t.Baseline].scored() {
		return 0, false
	}
	change = t.Visits[visit].Value - t.Visits[t.Baseline].Value
	if t.Scale.Better == Lower {
		change = -change
	}
	return change, true
}

// reaches reports whether a change is at least as large as one that matters. Differences of decimals, such as 0.3 - 0.1, are
// taken as equal where they agree to nine digits or so.
func (c Change) reaches(change float64) bool {
	size := math.Abs(change)
	if c.Direction == ForBetter && change < 0 || c.Direction == ForWorse && change > 0 {
		return false
	}
	return size >= c.Points || c.Points-size <= float64(1e-9*c.Points)
}

// levels gives the values of the score from which the change matters, seen from the start: those at or below low and those
// at or above high. NaN stands for a side that does not count.
func (t Trajectory) levels(c Change) (low, high float64) {
	start := t.Visits[t.Baseline].Value
	low, high = start-c.Points, start+c.Points
	if c.Direction == EitherWay {
		return low, high
	}
	if (c.Direction == ForBetter) == (t.Scale.Better == Lower) {
		return low, math.NaN()
	}
	return math.NaN(), high
}
