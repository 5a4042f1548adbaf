package risk

import "math"

// Aim says whether an outcome is to be wished for.
type Aim string

// The aims.
const (
	Unwanted Aim = "unwanted" // a stroke
	Wanted   Aim = "wanted"   // a pain that goes away
)

// Class is one class of people in an icon array: its share of all people, from 0 to 1,
// and its whole people.
type Class struct {
	Share  float64 `json:"share"`
	People int     `json:"people"`
}

// Uplift sorts Of people by what happens to them with the comparator and with the
// option: Good is a good end either way, Benefit only with the option, Harm only with
// the comparator, Bad a bad end either way. It is the smallest change that explains the
// two chances: nobody is both helped and harmed. Which person is which nobody knows.
type Uplift struct {
	Of      Denominator `json:"of"`
	Aim     Aim         `json:"aim"`
	Good    Class       `json:"good"`
	Benefit Class       `json:"benefit"`
	Harm    Class       `json:"harm"`
	Bad     Class       `json:"bad"`
}

// NewUplift makes the classes from the chance of the outcome with the comparator and
// with the option. With c and o the two chances of a good end, the shares are
// Good = min(c, o), Bad = 1-max(c, o), Benefit = max(o-c, 0), Harm = max(c-o, 0).
//
// The whole people come from the same two rounded counts that the sentences say, so that
// picture and words always agree, and add up to the denominator.
// Errors: BadDenominator, BadAim, UnknownChance, PeriodsDiffer.
func NewUplift(comparator, option Chance, aim Aim, d Denominator) (Uplift, error) {
	if aim != Wanted && aim != Unwanted {
		return Uplift{}, fault(BadAim, "aim", "\""+string(aim)+"\"")
	}
	if err := checkPair(comparator, option); err != nil {
		return Uplift{}, err
	}
	before, err := comparator.Per(d)
	if err != nil {
		return Uplift{}, err
	}
	after, err := option.Per(d)
	if err != nil {
		return Uplift{}, err
	}
	c, o := comparator.value, option.value
	if aim == Unwanted {
		c, o, before, after = 1-c, 1-o, before.Other(), after.Other()
	}
	m, n := before.People, after.People
	return Uplift{
		Of:      d,
		Aim:     aim,
		Good:    Class{math.Min(c, o), min(m, n)},
		Benefit: Class{math.Max(o-c, 0), max(n-m, 0)},
		Harm:    Class{math.Max(c-o, 0), max(m-n, 0)},
		Bad:     Class{1 - math.Max(c, o), int(d) - max(m, n)},
	}, nil
}
