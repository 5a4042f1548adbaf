package budget

import (
	"cmp"
	"errors"
	"fmt"
)

// Money is an amount of one currency, counted in the currency's smallest unit, such as pence. It is a plain value that can be
// compared with ==. The zero Money has no currency: nobody said how much, which is never the same as nothing.
type Money struct {
	// Minor counts smallest units, from -MaxMinor to MaxMinor: 123450 pence are £1,234.50.
	Minor int64
	// Currency is the code of ISO 4217, such as GBP.
	Currency string
}

// MaxMinor is the greatest number of smallest units, so that every program that reads the JSON can hold it exactly.
const MaxMinor = 1<<53 - 1

var (
	// ErrOverflow is in errors about an amount or a quantity beyond what this package counts. Nothing is ever wrapped or cut.
	ErrOverflow = errors.New("too large to count")
	// ErrCurrencies is in errors about amounts of two currencies that were to be put together.
	ErrCurrencies = errors.New("two currencies")
	// ErrNoMoney is in errors about an amount that nobody said, or whose currency is no code of three capital letters.
	ErrNoMoney = errors.New("no amount of money")
	// ErrNegative is in errors about an amount or a quantity that cannot be below nothing.
	ErrNegative = errors.New("below nothing")
)

// GBP gives an amount in pence of sterling.
func GBP(pence int64) Money { return Money{pence, "GBP"} }

// IsZero reports whether nobody said how much. An amount of nothing, such as £0.00, is not zero in this sense.
func (m Money) IsZero() bool { return m == Money{} }

// Valid says what is wrong with the amount in itself, with ErrNoMoney or ErrOverflow in it.
func (m Money) Valid() error {
	switch {
	case m.IsZero():
		return fmt.Errorf("%w: nobody said how much", ErrNoMoney)
	case !isCode(m.Currency):
		return fmt.Errorf("%w: %.20q is no currency code; it has three capital letters, such as GBP", ErrNoMoney, m.Currency)
	case m.Minor > MaxMinor || m.Minor < -MaxMinor:
		return fmt.Errorf("%w: an amount has at most %d smallest units", ErrOverflow, int64(MaxMinor))
	}
	return nil
}

// isCode reports whether a text has the form of a currency code. Whether ISO 4217 lists it is not looked up.
func isCode(text string) bool {
	if len(text) != 3 {
		return false
	}
	for i := range 3 {
		if text[i] < 'A' || text[i] > 'Z' {
			return false
		}
	}
	return true
}

// Add gives the sum of two amounts. The error has ErrNoMoney, ErrCurrencies or ErrOverflow in it.
func (m Money) Add(other Money) (Money, error) { return m.plus(other, 1) }

// Sub gives how much more m is than other, which may be below nothing. The error is as that of Add.
func (m Money) Sub(other Money) (Money, error) { return m.plus(other, -1) }

func (m Money) plus(other Money, sign int64) (Money, error) {
	if err := m.with(other); err != nil {
		return Money{}, err
	}
	sum := Money{m.Minor + sign*other.Minor, m.Currency} // both are within 53 bits
	if err := sum.Valid(); err != nil {
		return Money{}, err
	}
	return sum, nil
}

// Compare is negative where m is less than other and positive where it is more. The error is as that of Add, and the number then 0.
func (m Money) Compare(other Money) (int, error) {
	if err := m.with(other); err != nil {
		return 0, err
	}
	return cmp.Compare(m.Minor, other.Minor), nil
}

// with says why two amounts cannot be put together.
func (m Money) with(other Money) error {
	if err := m.Valid(); err != nil {
		return err
	}
	if err := other.Valid(); err != nil {
		return err
	}
	if m.Currency != other.Currency {
		return fmt.Errorf("%w: %s and %s cannot be added or compared", ErrCurrencies, m.Currency, other.Currency)
	}
	return nil
}

// within reports whether it is an amount of a currency that is at least nothing.
func (m Money) within(currency string) bool {
	return m.Currency == currency && m.Minor >= 0 && m.Minor <= MaxMinor
}
