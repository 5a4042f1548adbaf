package budget

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Quantity is a number with at most three decimal places, held exactly as thousandths: 7500 is 7.5. It counts hours, weeks or items of
// a line, and per cents of a share. JSON has it as a plain number, 7.5.
type Quantity int64

const (
	// perOne is how many thousandths make one.
	perOne = 1000
	// MaxQuantity is the greatest quantity.
	MaxQuantity Quantity = 1<<53 - 1
)

// Whole gives a whole number as a quantity; a number that is out of range gives one that every use refuses.
func Whole(n int64) Quantity {
	if n > int64(MaxQuantity)/perOne || n < -int64(MaxQuantity)/perOne {
		return MaxQuantity + 1
	}
	return Quantity(n * perOne)
}

// ParseQuantity reads a number such as 7, 7.5 or 0.125. The error says what is wrong with it, with ErrOverflow in it for one out of range.
func ParseQuantity(text string) (Quantity, error) {
	n, err := decimal(text, 3)
	if err != nil {
		return 0, fmt.Errorf("%.40q is no quantity: %w", text, err)
	}
	return Quantity(n), nil
}

// String gives the shortest exact text, such as 7.5.
func (q Quantity) String() string { return places(int64(q), 3, true) }

// MarshalJSON gives a plain number.
func (q Quantity) MarshalJSON() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalJSON reads what MarshalJSON wrote. The error is fault.Faults.
func (q *Quantity) UnmarshalJSON(src []byte) error {
	read, err := ParseQuantity(string(src))
	if err != nil {
		return fault.Faults{{Says: err.Error(), Mend: "write a plain number with at most three decimal places", Err: err}}
	}
	*q = read
	return nil
}

// decimal reads a plain decimal number with at most so many places, as a count of its smallest unit.
func decimal(text string, most int) (int64, error) {
	digits, negative := strings.CutPrefix(text, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if whole == "" || point && fraction == "" || strings.Trim(whole+fraction, "0123456789") != "" {
		return 0, errors.New("a number is written in digits, such as 7 or 7.5")
	}
	if most == 0 && point {
		return 0, errors.New("it is no whole number, and parts of one are not counted")
	}
	if len(fraction) > most {
		return 0, fmt.Errorf("it has %d decimal places, and at most %d are counted", len(fraction), most)
	}
	if len(whole) > 16 {
		return 0, ErrOverflow
	}
	n, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", most-len(fraction)), 10, 64)
	if err != nil || n > MaxMinor {
		return 0, ErrOverflow
	}
	if negative {
		n = -n
	}
	return n, nil
}

// places writes a count of the smallest unit as a decimal number; short leaves out zeros at the end.
func places(n int64, most int, short bool) string {
	sign, digits := "", strconv.FormatInt(n, 10)
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	if len(digits) <= most {
		digits = strings.Repeat("0", most+1-len(digits)) + digits
	}
	whole, fraction := digits[:len(digits)-most], digits[len(digits)-most:]
	if short {
		fraction = strings.TrimRight(fraction, "0")
	}
	if fraction == "" {
		return sign + whole
	}
	return sign + whole + "." + fraction
}
