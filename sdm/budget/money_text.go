package budget

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// signed are the currencies that are written with a sign; every other one is written with its code.
var signed = []string{"GBP", "EUR", "USD"}

// decimals are the currencies of ISO 4217 whose smallest unit is not a hundredth.
var decimals = map[string]int{
	"BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0, "UYI": 0, "VND": 0,
	"VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0, "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3, "CLF": 4, "UYW": 4,
}

func decimalsOf(code string) int {
	if n, special := decimals[code]; special {
		return n
	}
	return 2
}

// String gives the amount as people write it: £1,234.50, -£5.00 or JPY 1,200. It is empty where nobody said how much.
func (m Money) String() string {
	if m.IsZero() {
		return ""
	}
	number, negative := strings.CutPrefix(places(m.Minor, decimalsOf(m.Currency), false), "-")
	whole, fraction, point := strings.Cut(number, ".")
	var b strings.Builder
	if negative {
		b.WriteByte('-')
	}
	b.WriteString(phrase.Sign(m.Currency))
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	if point {
		b.WriteString("." + fraction)
	}
	return b.String()
}

// ParseMoney reads an amount as String writes it, with or without commas between thousands, such as £1,234.50, GBP 1234.50 or £5. The
// error says what is wrong, with ErrNoMoney or ErrOverflow in it.
func ParseMoney(text string) (Money, error) {
	rest, negative := strings.CutPrefix(text, "-")
	code, number := "", ""
	for _, currency := range signed {
		if after, ok := strings.CutPrefix(rest, phrase.Sign(currency)); ok {
			code, number = currency, after
		}
	}
	if before, after, ok := strings.Cut(rest, " "); ok && isCode(before) {
		code, number = before, after
	}
	if code == "" || strings.HasPrefix(number, "-") {
		return Money{}, fmt.Errorf("%w: %.40q is not written such as £1,234.50 or GBP 1234.50", ErrNoMoney, text)
	}
	whole, fraction, point := strings.Cut(number, ".")
	if groups := strings.Split(whole, ","); len(groups) > 1 {
		for i, g := range groups {
			if i == 0 && (len(g) == 0 || len(g) > 3) || i > 0 && len(g) != 3 {
				return Money{}, fmt.Errorf("%w: the commas of %.40q do not stand between thousands", ErrNoMoney, text)
			}
		}
		whole = strings.Join(groups, "")
	}
	if point {
		whole += "." + fraction
	}
	minor, err := decimal(whole, decimalsOf(code))
	if err != nil {
		return Money{}, fmt.Errorf("%w: %.40q: %w", ErrNoMoney, text, err)
	}
	if negative {
		minor = -minor
	}
	return Money{minor, code}, nil
}
