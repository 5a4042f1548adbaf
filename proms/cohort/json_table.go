package cohort

import (
	"encoding/json"
	"math"
)

const tableKind = "cohort-table"

type tableWire struct {
	header
	ID       string    `json:"id"`
	Columns  []string  `json:"columns"`
	N        int64     `json:"n"`
	Means    []float64 `json:"means,omitempty"`
	Products []float64 `json:"products,omitempty"` // co-moments: rows of the upper triangle, diagonal first
	LeftOut  int64     `json:"left_out"`
	Missing  []int64   `json:"missing"` // by column
	Faults   Faults    `json:"faults"`
}

// MarshalJSON writes the whole state. Equal states give equal bytes. It returns ErrUnmade for a zero
// Table.
func (t Table) MarshalJSON() ([]byte, error) {
	if t.columns == nil {
		return nil, ErrUnmade
	}
	wire := tableWire{
		header: header{tableKind, wireVersion}, ID: t.id, Columns: t.columns, N: t.n,
		LeftOut: t.leftOut, Missing: t.absent, Faults: t.faults,
	}
	if t.n > 0 {
		wire.Means, wire.Products = t.means, t.products
	}
	return json.Marshal(wire)
}

// UnmarshalJSON reads what MarshalJSON writes. It returns ErrDecode, and changes nothing, where the
// numbers cannot belong to one group of people. Bound the size of the input before decoding it.
func (t *Table) UnmarshalJSON(data []byte) error {
	var wire tableWire
	if err := decode(data, tableKind, &wire.header, &wire); err != nil {
		return err
	}
	made, err := NewTable(wire.ID, wire.Columns)
	if err != nil {
		return refuseWire(tableKind, "%v", err)
	}
	if err := made.readMissing(wire); err != nil {
		return err
	}
	if wire.N == 0 {
		if len(wire.Means) != 0 || len(wire.Products) != 0 {
			return refuseWire(tableKind, "n is 0, so there can be no means or products")
		}
		*t = *made
		return nil
	}
	if len(wire.Means) != len(made.means) || len(wire.Products) != len(made.products) {
		return refuseWire(tableKind, "%d columns need %d means and %d products, and there are %d and %d",
			len(made.columns), len(made.means), len(made.products), len(wire.Means), len(wire.Products))
	}
	made.n, made.means, made.products = wire.N, wire.Means, wire.Products
	if err := made.checkProducts(); err != nil {
		return err
	}
	*t = *made
	return nil
}

func (t *Table) readMissing(wire tableWire) error {
	if _, err := total(tableKind, []int64{wire.N, wire.LeftOut}); err != nil {
		return err
	}
	if len(wire.Missing) != len(t.columns) {
		return refuseWire(tableKind, "there are %d missing counts for %d columns", len(wire.Missing), len(t.columns))
	}
	lacking := int64(0) // at most 512 columns of 2^53, so it cannot overflow
	for _, n := range wire.Missing {
		if n < 0 || n > wire.LeftOut {
			return refuseWire(tableKind, "a column is missing %d times among the %d people left out", n, wire.LeftOut)
		}
		lacking += n
	}
	refused, err := total(tableKind, []int64{wire.Faults.NotFinite, wire.Faults.OffScale})
	if err != nil {
		return err
	}
	// Everybody who was left out lacks at least one value, and each fault is such a lack.
	if lacking < wire.LeftOut || refused > lacking || wire.Faults.UnknownWord != 0 {
		return refuseWire(tableKind, "the missing counts and faults do not account for the %d people left out", wire.LeftOut)
	}
	t.leftOut, t.absent, t.faults = wire.LeftOut, wire.Missing, wire.Faults
	return nil
}

// checkProducts holds each co-moment against what values within MaxMagnitude allow, and against its
// columns (Cauchy and Schwarz).
func (t *Table) checkProducts() error {
	own := make([]float64, len(t.columns))
	at := 0
	for i, mean := range t.means {
		own[i] = t.products[at]
		if !usable(mean) || own[i] < 0 || own[i] > float64(float64(t.n)*MaxMagnitude*MaxMagnitude*(1+1e-9)) {
			return refuseWire(tableKind, "column %q cannot have the mean %v and the sum of squares %v", t.columns[i], mean, own[i])
		}
		at += len(t.columns) - i
	}
	at = 0
	for i := range own {
		for j := i; j < len(own); j++ {
			bound := math.Sqrt(own[i]) * math.Sqrt(own[j])
			if math.Abs(t.products[at]) > float64(bound*(1+1e-6)) {
				return refuseWire(tableKind, "the product %v of columns %q and %q is larger than their own spread allows", t.products[at], t.columns[i], t.columns[j])
			}
			if t.n == 1 && t.products[at] != 0 {
				return refuseWire(tableKind, "n is 1, so every product must be 0")
			}
			at++
		}
	}
	return nil
}
