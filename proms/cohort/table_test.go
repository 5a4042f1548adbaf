package cohort

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func tableOf(columns int, rows ...[]float64) *Table {
	names := strings.Split("abcdefgh", "")[:columns]
	t := must(NewTable("items@1", names))
	for _, row := range rows {
		if err := t.Add(row, nil); err != nil {
			panic(err)
		}
	}
	return t
}

// The ratings of six people by four judges that Shrout and Fleiss (1979) print in their table 2.
var shroutFleiss = [][]float64{{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}}

func TestShroutFleiss(t *testing.T) {
	table := tableOf(4, shroutFleiss...)
	for form, want := range map[ICCForm]float64{ICC11: 0.17, ICC21: 0.29, ICC31: 0.71, ICC1k: 0.44, ICC2k: 0.62, ICC3k: 0.91} {
		if got, ok := table.ICC(form).Value(); !ok || math.Round(got*100)/100 != want {
			t.Errorf("form %d: got %v, the paper prints %v", form, table.ICC(form), want)
		}
	}
	// Their table 3.
	squares := table.MeanSquares()
	for name, pair := range map[string][2]float64{
		"between": {squares.Between.value, 11.24}, "within": {squares.Within.value, 6.26},
		"raters": {squares.Raters.value, 32.49}, "residual": {squares.Residual.value, 1.02}} {
		if math.Round(pair[0]*100)/100 != pair[1] {
			t.Errorf("%s: got %v, the paper prints %v", name, pair[0], pair[1])
		}
	}
	expect(t, "ICC(3,k) is alpha", table.ICC(ICC3k), table.Alpha().value, 1e-13)
}

// squaresOf is the naive oracle of the analysis of variance: sums over every cell.
func squaresOf(rows [][]float64) (between, within, raters, residual float64) {
	n, k := float64(len(rows)), float64(len(rows[0]))
	grand, rowMean, columnMean := 0.0, make([]float64, len(rows)), make([]float64, len(rows[0]))
	for i, row := range rows {
		for j, x := range row {
			grand += x / (n * k)
			rowMean[i] += x / k
			columnMean[j] += x / n
		}
	}
	for i, row := range rows {
		for j, x := range row {
			between += math.Pow(rowMean[i]-grand, 2) / (n - 1)
			within += math.Pow(x-rowMean[i], 2) / (n * (k - 1))
			raters += math.Pow(columnMean[j]-grand, 2) / (k - 1)
			residual += math.Pow(x-rowMean[i]-columnMean[j]+grand, 2) / ((n - 1) * (k - 1))
		}
	}
	return between, within, raters, residual
}

// alphaOf is the naive oracle: the variance of each item and of the totals, by two passes.
func alphaOf(rows [][]float64, without int) float64 {
	var items, k float64
	totals := make([]float64, len(rows))
	for j := range rows[0] {
		if j == without {
			continue
		}
		k++
		column := make([]float64, len(rows))
		for i, row := range rows {
			column[i] = row[j]
			totals[i] += row[j]
		}
		_, variance := twoPass(column)
		items += variance
	}
	_, variance := twoPass(totals)
	return k / (k - 1) * (1 - items/variance)
}

func TestTableAgainstNaiveSums(t *testing.T) {
	r := random(3)
	for range 200 {
		rows := make([][]float64, 2+r.IntN(30))
		for i := range rows {
			person := 3 * r.NormFloat64()
			rows[i] = make([]float64, 4)
			for j := range rows[i] {
				rows[i][j] = 100 + person + float64(j) + r.NormFloat64()
			}
		}
		table := tableOf(4, rows...)
		between, within, raters, residual := squaresOf(rows)
		squares := table.MeanSquares()
		expect(t, "between", squares.Between, between, 1e-11)
		expect(t, "within", squares.Within, within, 1e-11)
		expect(t, "raters", squares.Raters, raters, 1e-11)
		expect(t, "residual", squares.Residual, residual, 1e-11)
		n, k := float64(len(rows)), 4.0
		expect(t, "ICC(2,1)", table.ICC(ICC21), (between-residual)/(between+(k-1)*residual+k*(raters-residual)/n), 1e-9)
		expect(t, "ICC(1,k)", table.ICC(ICC1k), (between-within)/between, 1e-9)
		expect(t, "alpha", table.Alpha(), alphaOf(rows, -1), 1e-9)
		expect(t, "alpha without c", table.AlphaWithout("c"), alphaOf(rows, 2), 1e-9)
	}
}

func TestAlphaByHand(t *testing.T) {
	table := tableOf(4, []float64{2, 3, 3, 1}, []float64{0, 1, 0, 0}, []float64{3, 3, 2, 3}, []float64{1, 1, 2, 1}, []float64{2, 2, 1, 2}, []float64{0, 0, 1, 0})
	expect(t, "alpha", table.Alpha(), 0.911458, 1e-6)
	absentBecause(t, "no such item", table.AlphaWithout("z"), Invalid)
	// Items that pull apart: variances 2 and 2, totals 4 2 2 with variance 4/3; alpha = 2 (1 - 3).
	expect(t, "negative alpha", tableOf(2, []float64{3, 1}, []float64{2, 0}, []float64{0, 2}).Alpha(), 2*(1-(7.0/3+1)/(4.0/3)), 1e-14)
}

func TestTableIsNeverGuessed(t *testing.T) {
	flat, single := []float64{2, 2}, []float64{2}
	for want, tables := range map[Reason][]*Table{
		NoValues:  {tableOf(2)},
		OneValue:  {tableOf(2, flat)},
		OneColumn: {tableOf(1, single, single)},
		NoSpread:  {tableOf(2, flat, flat), tableOf(2, flat, flat, flat)},
	} {
		for _, table := range tables {
			absentBecause(t, "alpha", table.Alpha(), want)
			for form := ICC11; form <= ICC3k; form++ {
				absentBecause(t, "ICC", table.ICC(form), want)
			}
		}
	}
	absentBecause(t, "alpha of one item left", tableOf(2, []float64{1, 2}, []float64{2, 1}).AlphaWithout("a"), OneColumn)
	opposed := tableOf(2, []float64{0.1, 0.9}, []float64{0.7, 0.3}, []float64{0.2, 0.8}) // totals equal but for rounding
	absentBecause(t, "alpha of equal totals", opposed.Alpha(), NoSpread)
	absentBecause(t, "ICC(3,k) of equal totals", opposed.ICC(ICC3k), NoSpread)
	r := random(10)
	for range 100 {
		against, beside := tableOf(3), tableOf(2)
		for range 20 {
			x, y := r.Float64(), r.Float64()
			_ = against.Add([]float64{x, y, 1 - x - y}, nil)
			_ = beside.Add([]float64{x, x + 0.1}, nil)
		}
		absentBecause(t, "alpha of equal totals", against.Alpha(), NoSpread)
		expect(t, "residual of parallel columns", beside.MeanSquares().Residual, 0, 0)
	}
	absentBecause(t, "unknown form", tableOf(4, shroutFleiss...).ICC(0), Invalid)
	// People hardly differ and ratings differ much: the divisor of ICC(2,k) turns negative.
	absentBecause(t, "ICC(2,k)", tableOf(2, []float64{0, 10.1}, []float64{10, 0}).ICC(ICC2k), Undefined)
	expect(t, "perfect agreement", tableOf(2, []float64{1, 1}, []float64{5, 5}).ICC(ICC21), 1, 1e-15)
}

func TestIncompleteRows(t *testing.T) {
	table := tableOf(4, shroutFleiss...)
	whole := table.Alpha()
	rows := []struct {
		values  []float64
		missing []bool
	}{
		{[]float64{1, 2, 3, 4}, []bool{false, true, false, false}},
		{[]float64{math.NaN(), 2, 3, 4}, []bool{true, false, false, true}}, // what stands beside a mark is not read
		{[]float64{1, math.NaN(), 3, 1e13}, nil},
	}
	for _, row := range rows {
		if err := table.Add(row.values, row.missing); err != nil {
			t.Fatal(err)
		}
	}
	if table.Alpha() != whole || table.N() != 6 || table.LeftOut() != 3 || table.People() != 9 {
		t.Errorf("n %d, left out %d, alpha %v", table.N(), table.LeftOut(), table.Alpha())
	}
	if got, want := table.Faults(), (Faults{NotFinite: 1, OffScale: 1}); got != want {
		t.Errorf("faults %+v, want %+v", got, want)
	}
	for i, want := range []int64{1, 2, 0, 2} {
		if got := table.Missing()[i].Count; got != want {
			t.Errorf("column %d missing %d times, want %d", i, got, want)
		}
	}
	for _, err := range []error{table.Add([]float64{1, 2}, nil), table.Add([]float64{1, 2, 3, 4}, []bool{true})} {
		if !errors.Is(err, ErrLength) || table.People() != 9 {
			t.Errorf("got %v and %d people", err, table.People())
		}
	}
}

func TestTablesThatContradictThemselves(t *testing.T) {
	for _, columns := range [][]string{nil, {""}, {"a", "a"}, make([]string, MaxColumns+1)} {
		if _, err := NewTable("x", columns); !errors.Is(err, ErrDefinition) {
			t.Errorf("%d columns: %v", len(columns), err)
		}
	}
	if _, err := NewTable("", []string{"a"}); !errors.Is(err, ErrDefinition) {
		t.Error(err)
	}
	var zero Table
	if err := zero.Merge(&Table{}); !errors.Is(err, ErrUnmade) {
		t.Error(err)
	}
	absentBecause(t, "zero table", zero.Alpha(), NoValues)
}
