package cohort

import (
	"math"
	"testing"
)

func TestAddingDoesNotAllocate(t *testing.T) {
	byValue, inBins, change, table, gain := samples()
	row, marks, covariates := []float64{1, 2, 3, 4}, []bool{false, true, false, false}, []float64{20, 1}
	valueToo, changeToo, tableToo, gainToo := byValue.Empty(), change.Empty(), table.Empty(), gain.Empty()
	for name, run := range map[string]func(){
		"Summary.Add by value":      func() { byValue.Add(12) },
		"Summary.Add in bins":       func() { inBins.Add(51.5) },
		"Summary.Add of NaN":        func() { byValue.Add(math.NaN()) },
		"Summary.AddMissing":        func() { byValue.AddMissing("too_few") },
		"Summary.AddMissing odd":    func() { byValue.AddMissing("odd") },
		"Summary.Merge":             func() { _ = byValue.Merge(valueToo) },
		"Change.Add":                func() { change.Add(12, 7) },
		"Change.AddMissing":         func() { change.AddMissing("", "blank") },
		"Change.Merge":              func() { _ = change.Merge(changeToo) },
		"Table.Add":                 func() { _ = table.Add(row, nil) },
		"Table.Add with a gap":      func() { _ = table.Add(row, marks) },
		"Table.Merge":               func() { _ = table.Merge(tableToo) },
		"AdjustedGain.Add":          func() { _ = gain.Add(20, 30, covariates) },
		"AdjustedGain.AddMissing":   func() { gain.AddMissing("blank") },
		"AdjustedGain.Merge":        func() { _ = gain.Merge(gainToo) },
		"Moments and their results": func() { _ = byValue.Moments().SD(); _ = byValue.Quantile(0.5); _ = change.SRM(); _ = table.Alpha() },
	} {
		if n := testing.AllocsPerRun(100, run); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}
