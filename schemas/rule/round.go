package rule

import (
	"math"
	"strconv"
)

// HalfRule says which way a value goes that lies exactly half-way between two roundings.
type HalfRule uint8

const (
	// HalfUp goes to the greater value: 2.5 becomes 3, -2.5 becomes -2.
	HalfUp HalfRule = iota
	// HalfAway goes away from zero: 2.5 becomes 3, -2.5 becomes -3.
	HalfAway
	// HalfEven goes to the even neighbour: 2.5 becomes 2, 3.5 becomes 4.
	HalfEven
)

var halfWords = [...]string{HalfUp: "up", HalfAway: "away", HalfEven: "even"}

// String gives the word that definitions use: up, away or even.
func (h HalfRule) String() string {
	if int(h) < len(halfWords) {
		return halfWords[h]
	}
	return "up"
}

// ParseHalf reads the word that definitions use, and says whether it is one.
func ParseHalf(word string) (HalfRule, bool) {
	for i, w := range halfWords {
		if w == word {
			return HalfRule(i), true
		}
	}
	return HalfUp, false
}

// significant is how many digits of a number carry meaning; the rest is the noise of binary fractions.
const significant = 12

// Round rounds v to places decimals (0 to 15). The value is first taken to 12 significant digits, and only then is the
// half rule applied to its decimal digits, so that 1.005 (stored as 1.00499999999999989…) becomes 1.01 as on paper.
// A missing v is returned as it is; the result is never negative zero. Safe for concurrent use.
func Round(v float64, places int, half HalfRule) float64 {
	if v-v != 0 {
		return settle(v)
	}
	places = min(max(places, 0), 15)
	if r, ok := roundClear(v, places, half); ok {
		return r
	}
	return roundDigits(v, places, half)
}

var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// roundClear rounds the values that are clearly not half-way and well inside 12 digits, which are nearly all of them, and
// those that are half-way as near as doubles can tell. The quotient of two whole numbers that doubles hold exactly is the
// double nearest to the decimal.
func roundClear(v float64, places int, half HalfRule) (float64, bool) {
	y := v * tens[places]
	if math.Abs(y) > 1e10 {
		return 0, false
	}
	down := math.Floor(y)
	const clear = 0.45 // at most 1e10 in size, so noise is below 0.05
	switch rest := y - down; {
	case rest < clear:
		return settle(down / tens[places]), true
	case rest > 1-clear:
		return settle((down + 1) / tens[places]), true
	case rest == 0.5: // the product lies so near that v has these few digits
		if half == HalfAway && v < 0 || half == HalfEven && math.Mod(down, 2) == 0 {
			return settle(down / tens[places]), true
		}
		return settle((down + 1) / tens[places]), true
	default:
		return 0, false
	}
}

// roundDigits does the same by hand on the decimal digits d.ddddddddddd × 10^exp.
func roundDigits(v float64, places int, half HalfRule) float64 {
	var room [32]byte
	text := strconv.AppendFloat(room[:0], math.Abs(v), 'e', significant-1, 64)
	exp, err := strconv.Atoi(string(text[significant+2:]))
	if err != nil {
		return NA(Internal)
	}
	var digits [significant]byte
	digits[0] = text[0]
	copy(digits[1:], text[2:significant+1])

	kept := exp + places + 1 // how many leading digits stay
	switch {
	case kept >= significant:
		return sig12(v)
	case kept < 0:
		return 0
	}
	up := goesUp(digits[:], kept, half, v < 0)
	var whole float64 // the kept digits as a whole number
	for _, d := range digits[:kept] {
		whole = float64(whole*10) + float64(d-'0')
	}
	if up {
		whole++
	}
	out := strconv.AppendFloat(room[:0], whole, 'f', -1, 64)
	out = append(out, 'e')
	out = strconv.AppendInt(out, int64(-places), 10)
	r, err := strconv.ParseFloat(string(out), 64)
	if err != nil {
		return NA(Internal)
	}
	return settle(math.Copysign(r, v))
}

func goesUp(digits []byte, kept int, half HalfRule, negative bool) bool {
	first := digits[kept]
	if first != '5' {
		return first > '5'
	}
	for _, d := range digits[kept+1:] {
		if d != '0' {
			return true
		}
	}
	switch half {
	case HalfAway:
		return true
	case HalfEven:
		return kept > 0 && (digits[kept-1]-'0')%2 == 1
	default:
		return !negative
	}
}

// sig12 rounds to 12 significant digits.
func sig12(v float64) float64 {
	var room [32]byte
	r, err := strconv.ParseFloat(string(strconv.AppendFloat(room[:0], v, 'e', significant-1, 64)), 64)
	if err != nil {
		return v
	}
	return r
}
