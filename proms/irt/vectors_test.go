package irt

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// sheet is a CSV file of expected values, read by column name.
type sheet struct {
	columns map[string]int
	rows    [][]string
}

func readSheet(t testing.TB, name string) sheet {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	s := sheet{columns: map[string]int{}, rows: rows[1:]}
	for i, name := range rows[0] {
		s.columns[name] = i
	}
	return s
}

// number reads a cell; an empty cell is NaN.
func (s sheet) number(t testing.TB, row int, column string) float64 {
	t.Helper()
	at, ok := s.columns[column]
	if !ok {
		t.Fatalf("no column %q", column)
	}
	if s.rows[row][at] == "" {
		return math.NaN()
	}
	x, err := strconv.ParseFloat(s.rows[row][at], 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// readItems makes items from a file of parameters a, b1, b2, ...
func readItems(t testing.TB, name string, model Model) []Item {
	t.Helper()
	s := readSheet(t, name)
	var items []Item
	for r, row := range s.rows {
		it := Item{ID: row[0], Model: model, Discrimination: s.number(t, r, "a")}
		for k := 2; k < len(row); k++ {
			it.Thresholds = append(it.Thresholds, s.number(t, r, "b"+strconv.Itoa(k-1)))
		}
		items = append(items, it)
	}
	return items
}

// pattern reads the answers of a row, from columns i1, i2, ...; an empty cell is missing.
func (s sheet) pattern(t testing.TB, row, n int) []int8 {
	t.Helper()
	answers := make([]int8, n)
	for i := range answers {
		answers[i] = Missing
		if x := s.number(t, row, "i"+strconv.Itoa(i+1)); !math.IsNaN(x) {
			answers[i] = int8(x)
		}
	}
	return answers
}

func mustBank(t testing.TB, items []Item, change func(*Settings)) *Bank {
	t.Helper()
	settings := Defaults()
	if change != nil {
		change(&settings)
	}
	b, err := NewBank(items, settings)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// near records the greatest difference of a comparison and fails where it passes the tolerance.
type near struct {
	name      string
	tolerance float64
	worst     float64
	compared  int
}

func (n *near) check(t testing.TB, row int, got, want float64) {
	t.Helper()
	d := math.Abs(got - want)
	if !(d <= n.tolerance) {
		t.Errorf("%s, row %d: got %.12f, want %.12f (differs by %.2g, allowed %.2g)", n.name, row, got, want, d, n.tolerance)
	}
	n.worst = max(n.worst, d)
	n.compared++
}

func (n *near) done(t testing.TB) {
	t.Helper()
	if n.compared == 0 {
		t.Errorf("%s: nothing was compared", n.name)
	}
	t.Logf("%s: worst difference %.2g over %d values (allowed %.2g)", n.name, n.worst, n.compared, n.tolerance)
}

// TestGradedVectors compares every estimator with mirt and catR. EAP is compared with the same grid to 1e-12, and with numerical
// integration to what 61 nodes can give: 1e-6 for theta, and 4e-6 for the standard error (the files differ by 3.2e-6 themselves).
// The peers find MAP, ML and WLE with optimisers that stop early, catR's sooner than mirt's.
func TestGradedVectors(t *testing.T) {
	items := readItems(t, "irt_grm_params.csv", GRM)
	s := readSheet(t, "irt_grm_eap.csv")
	grid := func(g Grid) *Bank { return mustBank(t, items, func(s *Settings) { s.Grid = g }) }
	banks := map[string]*Bank{
		"mirt_EAP_%s_61_6":  grid(Grid{-6, 6, 61}),
		"mirt_EAP_%s_121_6": grid(Grid{-6, 6, 121}),
		"mirt_EAP_%s_81_4":  grid(Grid{-4, 4, 81}),
	}
	for column, b := range banks {
		theta, se := &near{name: column, tolerance: 1e-12}, &near{name: column + " (se)", tolerance: 1e-12}
		for r := range s.rows {
			e := b.EAP(nil, s.pattern(t, r, len(items)))
			theta.check(t, r, e.Theta, s.number(t, r, strings.ReplaceAll(column, "%s", "theta")))
			se.check(t, r, e.SE, s.number(t, r, strings.ReplaceAll(column, "%s", "se")))
		}
		theta.done(t)
		se.done(t)
	}
	b := banks["mirt_EAP_%s_61_6"]
	all := map[string]*near{
		"integrate_theta": {tolerance: 1e-6}, "integrate_se": {tolerance: 4e-6}, "T_EAP_61_6": {tolerance: 1e-8}, "T_se_61_6": {tolerance: 1e-8},
		"mirt_MAP_theta": {tolerance: 5e-6}, "catR_MAP_theta": {tolerance: 5e-5}, "mirt_ML_theta": {tolerance: 5e-6}, "mirt_WLE_theta": {tolerance: 5e-6},
	}
	for name, n := range all {
		n.name = name
		for r := range s.rows {
			answers, want := s.pattern(t, r, len(items)), s.number(t, r, name)
			var got float64
			switch e := b.EAP(nil, answers); name {
			case "integrate_theta":
				got = e.Theta
			case "integrate_se":
				got = e.SE
			case "T_EAP_61_6":
				got = b.Report(e).Value
			case "T_se_61_6":
				got = b.Report(e).SE
			case "mirt_MAP_theta", "catR_MAP_theta":
				got = b.MAP(nil, answers).Theta
			case "mirt_WLE_theta":
				got = b.WLE(nil, answers).Theta
			case "mirt_ML_theta":
				e := b.ML(nil, answers)
				if math.IsInf(want, 0) {
					if e.Reason != ExtremePattern {
						t.Errorf("row %d: ML gave %+v, want a refusal", r, e)
					}
					continue
				}
				got = e.Theta
			}
			n.check(t, r, got, want)
		}
		n.done(t)
	}
}

// TestObservedInformation compares standard errors with mirt's, which come from a numerical second derivative.
func TestObservedInformation(t *testing.T) {
	items := readItems(t, "irt_grm_params.csv", GRM)
	s := readSheet(t, "irt_grm_eap.csv")
	b := mustBank(t, items, func(s *Settings) { s.Information = ObservedInformation })
	mode, likely := &near{name: "mirt_MAP_se", tolerance: 2e-4}, &near{name: "mirt_ML_se", tolerance: 2e-4}
	for r := range s.rows {
		answers := s.pattern(t, r, len(items))
		mode.check(t, r, b.MAP(nil, answers).SE, s.number(t, r, "mirt_MAP_se"))
		if e := b.ML(nil, answers); e.OK() {
			likely.check(t, r, e.SE, s.number(t, r, "mirt_ML_se"))
		}
	}
	mode.done(t)
	likely.done(t)
}

func TestPartialCreditVectors(t *testing.T) {
	items := readItems(t, "irt_gpcm_params.csv", GPCM)
	s := readSheet(t, "irt_gpcm_eap.csv")
	b := mustBank(t, items, nil)
	theta, se := &near{name: "catR theta", tolerance: 1e-9}, &near{name: "catR se", tolerance: 1e-9}
	for r := range s.rows {
		e := b.EAP(nil, s.pattern(t, r, len(items)))
		theta.check(t, r, e.Theta, s.number(t, r, "catR_EAP_theta_61_6"))
		se.check(t, r, e.SE, s.number(t, r, "catR_EAP_se_61_6"))
	}
	theta.done(t)
	se.done(t)
}

func TestRawTableVectors(t *testing.T) {
	b := mustBank(t, readItems(t, "irt_grm_params.csv", GRM), nil)
	s := readSheet(t, "irt_grm_eapsum_table.csv")
	table := b.RawTable(0)
	if len(table.Rows) != len(s.rows) {
		t.Fatalf("%d rows, want %d", len(table.Rows), len(s.rows))
	}
	n := &near{name: "mirt EAPsum", tolerance: 1e-11}
	for r := range s.rows {
		row, ok := table.At(int(s.number(t, r, "raw")))
		if !ok {
			t.Fatalf("no row %d", r)
		}
		n.check(t, r, row.Estimate.Theta, s.number(t, r, "theta"))
		n.check(t, r, row.Estimate.SE, s.number(t, r, "se"))
		n.check(t, r, row.Reported.Value, s.number(t, r, "T"))
		n.check(t, r, row.Reported.SE, s.number(t, r, "Tse"))
	}
	n.done(t)
}

func TestInformationVectors(t *testing.T) {
	b := mustBank(t, readItems(t, "irt_grm_params.csv", GRM), nil)
	s := readSheet(t, "irt_grm_info.csv")
	n := &near{name: "mirt information", tolerance: 1e-9}
	for r := range s.rows {
		theta := s.number(t, r, "theta")
		raw, err := b.ExpectedRaw(theta, 0)
		if err != nil {
			t.Fatal(err)
		}
		n.check(t, r, raw, s.number(t, r, "expected_total"))
		test, err := b.TestInformation(theta)
		if err != nil {
			t.Fatal(err)
		}
		n.check(t, r, test, s.number(t, r, "test_info"))
		for i := range b.Len() {
			one, err := b.ItemInformation(i, theta)
			if err != nil {
				t.Fatal(err)
			}
			n.check(t, r, one, s.number(t, r, "X"+strconv.Itoa(i+1)))
		}
	}
	n.done(t)
}

// TestAdaptiveTraces runs catR's traces item for item, with their stop reasons. catR weights the two ends of the grid by half (the
// trapezoid rule), which on -4 to 4 moves an extreme first estimate by up to 5e-4; with the ends halved here too, all agree.
func TestAdaptiveTraces(t *testing.T) {
	b := mustBank(t, readItems(t, "cat_grm_bank.csv", GRM), func(s *Settings) { s.Grid = PatternGrid() })
	cat, err := NewAdaptive(b, Design{Criterion: MFI, Stop: Stop{MinItems: 4, MaxItems: 12, SE: Limit{Value: 0.25, Inclusive: true}}})
	if err != nil {
		t.Fatal(err)
	}
	s := readSheet(t, "cat_grm_traces.csv")
	theta, se := &near{name: "theta", tolerance: 5e-4}, &near{name: "se", tolerance: 1e-3}
	info, halvedTheta, halvedSE := &near{name: "information at catR's theta", tolerance: 1e-9}, &near{name: "theta, ends halved", tolerance: 1e-9}, &near{name: "se, ends halved", tolerance: 1e-9}
	var scratch Scratch
	var st State
	before := 0.0 // catR's estimate before the answer
	for r, row := range s.rows {
		if row[s.columns["step"]] == "1" {
			if r > 0 && st.Stopped == "" {
				t.Errorf("row %d: the run before did not stop", r)
			}
			st, before = cat.Start(&scratch), 0
		}
		if st.Next.Item != row[s.columns["item"]] {
			t.Fatalf("row %d: asks item %q, want %q", r, st.Next.Item, row[s.columns["item"]])
		}
		item, _ := b.Index(st.Next.Item)
		value, err := b.ItemInformation(item, before)
		if err != nil {
			t.Fatal(err)
		}
		info.check(t, r, value, s.number(t, r, "info"))
		if st, err = cat.Answer(&scratch, st, int8(s.number(t, r, "response"))); err != nil {
			t.Fatal(err)
		}
		before = s.number(t, r, "theta")
		theta.check(t, r, st.Estimate().Theta, before)
		se.check(t, r, st.Estimate().SE, s.number(t, r, "se"))
		halved := halveEnds(b, answersOf(b, st))
		halvedTheta.check(t, r, halved.Theta, before)
		halvedSE.check(t, r, halved.SE, s.number(t, r, "se"))
		want := map[string]StopReason{"": "", "se": StopSE, "max": StopMaxItems}[row[s.columns["stop"]]]
		if st.Stopped != want {
			t.Errorf("row %d: stopped %q, want %q", r, st.Stopped, want)
		}
		if err := cat.Verify(&scratch, st); err != nil {
			t.Errorf("row %d: %v", r, err)
		}
	}
	for _, n := range []*near{info, theta, se, halvedTheta, halvedSE} {
		n.done(t)
	}
}

// answersOf gives a state's answers as a row.
func answersOf(b *Bank, st State) []int8 {
	answers := make([]int8, b.Len())
	for i := range answers {
		answers[i] = Missing
	}
	for _, step := range st.Steps {
		answers[b.index[step.Question.Item]] = step.Response
	}
	return answers
}

// halveEnds gives EAP as catR does.
func halveEnds(b *Bank, answers []int8) Estimate {
	var s Scratch
	e := b.EAP(&s, answers)
	s.weights[0] /= 2
	s.weights[len(s.weights)-1] /= 2
	return b.summary(s.weights, e.Answered)
}
