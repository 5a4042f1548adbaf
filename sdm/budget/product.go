package budget

import (
	"fmt"
	"math/bits"
)

// Times gives a rate times a quantity, rounded half up to the smallest unit: the one rounding of a line. Neither may be below nothing.
// The error has ErrNoMoney, ErrNegative or ErrOverflow in it.
func (m Money) Times(q Quantity) (Money, error) { return m.scaled(q, 1, perOne) }

// ForDays gives a sum for 365 days times a quantity for so many days, m x q x days / 365, rounded half up once. The error is as that of
// Times. In a leap year all 366 days come to a little more than the yearly sum.
func (m Money) ForDays(q Quantity, days int) (Money, error) {
	return m.scaled(q, days, perOne*YearDays)
}

// Percent gives so many per cent of an amount, rounded half up. The error is as that of Times.
func (m Money) Percent(percent Quantity) (Money, error) { return m.scaled(percent, 1, perOne*100) }

// YearDays is the number of days by which a yearly sum is divided.
const YearDays = 365

// mostDays is more than the calendar of package day has.
const mostDays = 1 << 22

// scaled gives m x q x days / by, rounded half up once, with q in thousandths.
func (m Money) scaled(q Quantity, days int, by uint64) (Money, error) {
	if err := m.Valid(); err != nil {
		return Money{}, err
	}
	if m.Minor < 0 || q < 0 || days < 0 {
		return Money{}, fmt.Errorf("%w: a rate, a quantity and a number of days are at least 0", ErrNegative)
	}
	if q > MaxQuantity || days > mostDays {
		return Money{}, fmt.Errorf("%w: a quantity is at most %v", ErrOverflow, MaxQuantity)
	}
	minor, ok := ratio(uint64(m.Minor), uint64(q), uint64(days), by)
	if !ok || minor > MaxMinor {
		return Money{}, fmt.Errorf("%w: the product has more than %d smallest units", ErrOverflow, int64(MaxMinor))
	}
	return Money{int64(minor), m.Currency}, nil
}

// ratio gives a x b x c / by, rounded half up, through 128 bits; false where it does not fit into 64. a and b are below 2^53 and c is at
// most 2^22, so that the product has at most 128 bits.
func ratio(a, b, c, by uint64) (uint64, bool) {
	high, low := bits.Mul64(a, b)
	carry, low := bits.Mul64(low, c)
	high = high*c + carry
	if high >= by {
		return 0, false
	}
	quotient, rest := bits.Div64(high, low, by)
	if rest >= by-rest { // at least half
		quotient++
	}
	return quotient, quotient != 0 || rest < by-rest
}
