package activation

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// MaxTable is how many rows a table has at most.
const MaxTable = 10_000

// Row is one row of a licensed tool's table: a raw result and the score that it comes to.
type Row struct {
	Raw   float64 `json:"raw"`
	Score float64 `json:"score"`
}

// UnmarshalJSON reads a row as fault.Decode does, and refuses keys that it does not know and a row that lacks one of its two numbers: it
// would be taken for 0.
func (r *Row) UnmarshalJSON(src []byte) error {
	type plain Row
	return fault.DecodeNeeding(src, (*plain)(r), "raw", "score")
}

// Table is the way from the raw results of a licensed tool to its scores. The holder of the licence gives it to a site, and the
// site to NewTable; nothing of it is stored but its digest. It is immutable and safe for concurrent use. The zero Table has no
// rows.
type Table struct {
	rows   []Row
	digest string
}

// NewTable takes the rows of a table in any order. The error is ErrTable and names the row: each raw result and score is a finite
// number, and each raw result stands there once.
func NewTable(rows []Row) (Table, error) {
	switch {
	case len(rows) == 0:
		return Table{}, fmt.Errorf("activation: the table has no rows: %w", ErrTable)
	case len(rows) > MaxTable:
		return Table{}, fmt.Errorf("activation: the table has %d rows, and %d are the most there can be: %w", len(rows), MaxTable, ErrTable)
	}
	for i, row := range rows {
		if !finite(row.Raw) || !finite(row.Score) {
			return Table{}, fmt.Errorf("activation: row %d of the table (%v, %v) has something that is no number: %w", i+1, row.Raw, row.Score, ErrTable)
		}
	}
	sorted := slices.Clone(rows)
	slices.SortFunc(sorted, func(a, b Row) int { return cmp.Compare(a.Raw, b.Raw) })
	for i := range sorted[1:] {
		if rule.Equal(sorted[i].Raw, sorted[i+1].Raw) {
			return Table{}, fmt.Errorf("activation: the raw result %s stands in the table twice, so it has two scores: %w", rule.FormatNumber(sorted[i].Raw), ErrTable)
		}
	}
	return Table{rows: sorted, digest: schemas.Digest(sorted)}, nil
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// Digest is the SHA-256 of the rows in rising order, in whatever order they came. It is empty for the zero Table.
func (t Table) Digest() string { return t.digest }

// Score looks a raw result up. One that does not stand in the table is undefined and never guessed between two rows; one that is
// missing keeps its reason.
func (t Table) Score(raw rule.Value) rule.Value {
	number, known := raw.Number()
	if !known {
		return raw
	}
	at, _ := slices.BinarySearchFunc(t.rows, number, func(row Row, x float64) int {
		if rule.Equal(row.Raw, x) {
			return 0
		}
		return cmp.Compare(row.Raw, x)
	})
	if at < len(t.rows) && rule.Equal(t.rows[at].Raw, number) {
		return rule.ValueOf(t.rows[at].Score)
	}
	return rule.MissingValue(rule.Undefined)
}

// AssessRaw finds the level of a raw result of a licensed tool, by the table that the site holds, and records the table's digest.
// A measure over a questionnaire has no use for a table, and its score is then missing as not supplied.
func (m *Measure) AssessRaw(raw rule.Value, table Table, more ...Detail) Assessment {
	if m.scored.questionnaire != nil {
		return m.AssessScore(rule.MissingValue(rule.NotSupplied), more...)
	}
	return m.AssessScore(table.Score(raw), append(slices.Clone(more), FromTable(table.Digest()))...)
}
