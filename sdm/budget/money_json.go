package budget

import (
	"cmp"
	"encoding/json"
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// money is the JSON form: {"minor": 123450, "currency": "GBP"}. The name says that the number counts smallest units, whatever the
// currency calls them; a number alone could be pounds.
type money struct {
	Minor    json.RawMessage `json:"minor"`
	Currency *string         `json:"currency"`
}

// MarshalJSON gives {"minor": 123450, "currency": "GBP"}, and null where nobody said how much.
func (m Money) MarshalJSON() ([]byte, error) {
	if m.IsZero() {
		return []byte("null"), nil
	}
	if err := m.Valid(); err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, `{"minor":%d,"currency":%q}`, m.Minor, m.Currency), nil
}

// UnmarshalJSON reads what MarshalJSON wrote, and nothing else: no fractions of a penny, and no further keys. The error is fault.Faults.
func (m *Money) UnmarshalJSON(src []byte) error {
	if string(src) == "null" {
		*m = Money{}
		return nil
	}
	var read money
	if err := fault.Decode(src, &read); err != nil {
		faults := fault.Of(err)
		for i := range faults {
			faults[i].Mend = cmp.Or(faults[i].Mend, `write the amount as {"minor": 123450, "currency": "GBP"}`)
		}
		return faults.Err()
	}
	var c checker
	minor := read.minor(&c)
	switch {
	case read.Currency == nil:
		c.Because(ErrNoMoney, nil, "currency", "add the code of the currency, such as GBP", "it is missing, so nobody can tell what is counted")
	case !isCode(*read.Currency):
		c.Because(ErrNoMoney, nil, "currency", "write three capital letters, such as GBP", "%.20q is no currency code", *read.Currency)
	}
	if err := c.Err(); err != nil {
		return err
	}
	*m = Money{minor, *read.Currency}
	return nil
}

// minor reads the count of smallest units.
func (read *money) minor(c *checker) int64 {
	if read.Minor == nil {
		c.Because(ErrNoMoney, nil, "minor", "add how many of the smallest units it is, such as pence", "it is missing, so nobody said how much")
		return 0
	}
	minor, err := decimal(string(read.Minor), 0)
	if err != nil {
		c.Because(err, nil, "minor", "write a whole number of smallest units, such as pence", "%.40s cannot be counted: %v", read.Minor, err)
	}
	return minor
}
