package cohort

import (
	"fmt"
	"math"
	"slices"
)

// A Table describes people by columns: the items of a scale, the raters of a person, or the occasions
// of measuring. It keeps the mean of each column and the co-moments of each pair, which is enough for
// [Table.Alpha] and [Table.ICC].
//
// Only complete rows enter (complete-case analysis); LeftOut says how many did not, and the results
// speak only for those that did. Make it with [NewTable], [Table.Empty] or by decoding. Reading is
// safe for concurrent use while nobody adds or merges; adding and merging are not.
type Table struct {
	id       string
	columns  []string
	n        int64
	means    []float64
	products []float64 // sums of products of distances from the means: rows of the upper triangle, diagonal first
	leftOut  int64
	absent   []int64 // by column
	faults   Faults
	apart    []float64 // scratch: the distances of one row
}

// NewTable makes an empty table. The id names what is tabulated, with its version, for example
// "phq-9@1.0.0/items"; the columns are named in order. It returns ErrDefinition where a name is empty,
// too long or repeated, or where there are not 1 to MaxColumns columns.
func NewTable(id string, columns []string) (*Table, error) {
	if id == "" || len(id) > MaxName {
		return nil, fmt.Errorf("%w: table: the id must be 1 to %d bytes, since tables merge by it; name what is tabulated with its version", ErrDefinition, MaxName)
	}
	if len(columns) == 0 || len(columns) > MaxColumns {
		return nil, fmt.Errorf("%w: table %q: there are %d columns; 1 to %d are allowed", ErrDefinition, id, len(columns), MaxColumns)
	}
	for i, name := range columns {
		if name == "" || len(name) > MaxName || slices.Contains(columns[:i], name) {
			return nil, fmt.Errorf("%w: table %q: column %d is %q; names must be 1 to %d bytes and differ", ErrDefinition, id, i+1, clip(name), MaxName)
		}
	}
	return emptyTable(id, slices.Clone(columns)), nil
}

func emptyTable(id string, columns []string) *Table {
	k := len(columns)
	return &Table{
		id: id, columns: columns, means: make([]float64, k), products: make([]float64, k*(k+1)/2),
		absent: make([]int64, k), apart: make([]float64, k),
	}
}

// Empty returns a new table of nobody over the same columns.
func (t *Table) Empty() *Table { return emptyTable(t.id, t.columns) }

// Add adds one person's row. The second list says which values are missing, and nil means none; the
// value beside a true is not read. It does not allocate. A row with a missing value is left out and
// counted. A value that is not finite, or further than MaxMagnitude from zero, leaves the row out too,
// and Faults says so.
//
// It returns ErrLength, and counts nothing, where a list has not one entry for each column.
func (t *Table) Add(values []float64, missing []bool) error {
	if len(values) != len(t.columns) || missing != nil && len(missing) != len(t.columns) {
		return fmt.Errorf("%w: table %q has %d columns, and the row has %d values and %d missing marks; give one of each for every column, in order, or nil for no marks",
			ErrLength, t.id, len(t.columns), len(values), len(missing))
	}
	complete := true
	for i, x := range values {
		isMissing := missing != nil && missing[i]
		if !isMissing && usable(x) {
			continue
		}
		if !isMissing {
			t.faults.value(x)
		}
		t.absent[i]++
		complete = false
	}
	if !complete {
		t.leftOut++
		return nil
	}
	t.n++
	n := float64(t.n)
	for i, x := range values {
		t.apart[i] = x - t.means[i]
		t.means[i] += t.apart[i] / n
	}
	t.spread((n - 1) / n)
	return nil
}

// spread adds to each co-moment the product of the distances in t.apart, by a weight.
func (t *Table) spread(weight float64) {
	at := 0
	for i, x := range t.apart {
		weighted := float64(x * weight)
		for _, y := range t.apart[i:] {
			t.products[at] += float64(weighted * y)
			at++
		}
	}
}

// Merge adds the people of the other table to this one, and leaves the other as it was. It returns
// ErrIncompatible where id or columns differ, ErrUnmade where either was never made, and ErrTooMany
// past MaxCount; then nothing is changed. Co-moments merge as moments do (Chan, Golub and LeVeque
// 1983).
func (t *Table) Merge(other *Table) error {
	if other == nil || other.columns == nil || t.columns == nil {
		return fmt.Errorf("%w: make both tables with NewTable, Empty or a decoder before merging them", ErrUnmade)
	}
	if t.id != other.id || !slices.Equal(t.columns, other.columns) {
		return fmt.Errorf("%w: table %q has other columns than table %q, or stands for something else", ErrIncompatible, t.id, other.id)
	}
	if err := fits(t.People(), other.People()); err != nil {
		return err
	}
	t.leftOut += other.leftOut
	t.faults.merge(other.faults)
	for i, n := range other.absent {
		t.absent[i] += n
	}
	if other.n == 0 {
		return nil
	}
	mine, theirs := float64(t.n), float64(other.n)
	share := theirs / (mine + theirs)
	for i, mean := range other.means {
		t.apart[i] = mean - t.means[i]
		t.means[i] += float64(t.apart[i] * share)
	}
	for i, product := range other.products {
		t.products[i] += product
	}
	t.spread(float64(mine * share))
	t.n += other.n
	return nil
}

// N returns how many complete rows there are.
func (t *Table) N() int64 { return t.n }

// LeftOut returns how many people were left out because a value is missing or was refused.
func (t *Table) LeftOut() int64 { return t.leftOut }

// People returns how many people were added, complete or not.
func (t *Table) People() int64 { return t.n + t.leftOut }

// Faults returns what was refused among the values.
func (t *Table) Faults() Faults { return t.faults }

// A ColumnMissing is how many people have no value in one column.
type ColumnMissing struct {
	Column string `json:"column"`
	Count  int64  `json:"count"`
}

// Missing returns how many values are missing or were refused, by column, in order.
func (t *Table) Missing() []ColumnMissing {
	list := make([]ColumnMissing, len(t.columns))
	for i, name := range t.columns {
		list[i] = ColumnMissing{Column: name, Count: t.absent[i]}
	}
	return list
}

// sums returns the sum of the diagonal, which is the columns' own spread, and that of the whole
// matrix, which is the spread of the row totals, leaving out one column (-1 for none). A sum that is
// only rounding beside what was summed is 0.
func (t *Table) sums(without int) (own, total float64) {
	gross, at := 0.0, 0
	for i := range t.columns {
		for j := i; j < len(t.columns); j++ {
			product := t.products[at]
			at++
			switch {
			case i == without || j == without:
				continue
			case i == j:
				own += product
			default:
				product = float64(2 * product)
			}
			total += product
			gross += math.Abs(product)
		}
	}
	if total <= float64(relativeNoise*gross) {
		total = 0
	}
	return own, total
}
