package budget

import (
	"bytes"
	"encoding/json"
	"fmt"
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

// UnmarshalJSON reads what MarshalJSON wrote, and nothing else: no fractions of a penny, and no further keys.
func (m *Money) UnmarshalJSON(src []byte) error {
	if string(src) == "null" {
		*m = Money{}
		return nil
	}
	const form = `{"minor": 123450, "currency": "GBP"}`
	var read money
	d := json.NewDecoder(bytes.NewReader(src))
	d.DisallowUnknownFields()
	if err := d.Decode(&read); err != nil {
		return fmt.Errorf("%w: an amount is written as %s: %w", ErrNoMoney, form, err)
	}
	if read.Minor == nil || read.Currency == nil {
		return fmt.Errorf("%w: an amount has minor and currency, as in %s", ErrNoMoney, form)
	}
	minor, err := decimal(string(read.Minor), 0)
	if err != nil {
		return fmt.Errorf("minor is %.40s; it is a whole number of smallest units, such as pence: %w", read.Minor, err)
	}
	made := Money{minor, *read.Currency}
	if err := made.Valid(); err != nil {
		return err
	}
	*m = made
	return nil
}
