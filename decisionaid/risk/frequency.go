package risk

import "strconv"

// Denominator is the number of people that a natural frequency is out of.
type Denominator int

// The denominators. An aid uses one of them for each outcome, over all options.
const (
	Per10    Denominator = 10
	Per100   Denominator = 100
	Per1000  Denominator = 1000
	Per10000 Denominator = 10000
)

func (d Denominator) check() error {
	switch d {
	case Per10, Per100, Per1000, Per10000:
		return nil
	}
	return faultCount(BadDenominator, "denominator", int(d))
}

// Form says how the number of a Frequency is to be read.
type Form string

// The forms.
const (
	NotKnown          Form = ""                      // there is no number
	Rounded           Form = "rounded"               // People, rounded to whole people
	FewerThanOne      Form = "fewer-than-one"        // fewer than 1, but not shown to be nobody; People is 0
	MoreThanAllButOne Form = "more-than-all-but-one" // more than Of-1, but not shown to be everybody; People is Of
	ObservedNone      Form = "observed-none"         // nobody of the Studied people a study counted; People is 0
	ObservedAll       Form = "observed-all"          // all of the Studied people a study counted; People is Of
)

// Frequency is a chance as whole people of Of. The zero Frequency is not known.
type Frequency struct {
	People  int         `json:"people"`
	Of      Denominator `json:"of"`
	Form    Form        `json:"form"`
	Studied int         `json:"studied,omitempty"` // set in the two observed forms only
}

// Per gives the chance as whole people of d, halves rounded up. A chance is said to be
// nobody, or everybody, only where a study counted just that; otherwise a number that
// rounds to 0 is FewerThanOne. A chance that is not known has the form NotKnown.
// Errors: BadDenominator.
func (c Chance) Per(d Denominator) (Frequency, error) {
	if err := d.check(); err != nil {
		return Frequency{}, err
	}
	switch {
	case !c.known:
		return Frequency{Of: d}, nil
	case c.count.People > 0 && c.count.Events == 0:
		return Frequency{Of: d, Form: ObservedNone, Studied: c.count.People}, nil
	case c.count.People > 0 && c.count.Events == c.count.People:
		return Frequency{People: int(d), Of: d, Form: ObservedAll, Studied: c.count.People}, nil
	}
	return whole(c.value, d), nil
}

// IntervalPer gives the limits of the interval as whole people of d, both with the
// form NotKnown where there is no interval. Errors: BadDenominator.
func (c Chance) IntervalPer(d Denominator) (lower, upper Frequency, err error) {
	if err := d.check(); err != nil {
		return Frequency{}, Frequency{}, err
	}
	if !c.interval.Stated() {
		return Frequency{Of: d}, Frequency{Of: d}, nil
	}
	return whole(c.interval.Lower, d), whole(c.interval.Upper, d), nil
}

func whole(p float64, d Denominator) Frequency {
	return counted(wholePeople(float64(p*float64(d))), d)
}

// counted gives whole people their form.
func counted(people int, d Denominator) Frequency {
	form := Rounded
	switch people {
	case 0:
		form = FewerThanOne
	case int(d):
		form = MoreThanAllButOne
	}
	return Frequency{People: people, Of: d, Form: form}
}

// SharedDenominator proposes the denominator for one outcome over all its options:
// the smallest of 100, 1000 and 10000 in which every chance is at least 1 person and at
// most all but one, and chances that differ in their first two significant figures are
// different numbers of people. Where none will do it is 10000. Chances that are not
// known, or were observed as 0 or as everybody, have no say.
func SharedDenominator(chances ...Chance) Denominator {
	for _, d := range []Denominator{Per100, Per1000} {
		if tellsApart(d, chances) {
			return d
		}
	}
	return Per10000
}

func tellsApart(d Denominator, chances []Chance) bool {
	digits := map[int]string{}
	for _, c := range chances {
		f, err := c.Per(d)
		if err != nil || f.Form == FewerThanOne || f.Form == MoreThanAllButOne {
			return false
		}
		if f.Form != Rounded {
			continue
		}
		two := strconv.FormatFloat(c.value, 'e', 1, 64)
		if seen, ok := digits[f.People]; ok && seen != two {
			return false
		}
		digits[f.People] = two
	}
	return true
}
