package proms

import (
	"encoding/csv"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/proms/irt"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// table reads a file of comma-separated values with a header, as one map a row.
func table(t testing.TB, file string) []map[string]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil || len(records) < 2 {
		t.Fatal(file, err)
	}
	var all []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		all = append(all, row)
	}
	return all
}

func number(t testing.TB, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestBankVectors holds scores over a bank that is written in YAML against mirt: EAP on 61 nodes to 1e-6 of numerical integration,
// and the raw-sum table, which the document repeats, row for row.
func TestBankVectors(t *testing.T) {
	q := shipped(t, "synthetic-bank")
	scratch := q.NewScratch()
	place, err := q.Find("t_of_pattern")
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, row := range table(t, "irt/testdata/irt_grm_eap.csv") {
		values, answered := map[string]any{}, 0
		for i := range scratch.Items() {
			scratch.Items()[i] = rule.NA(rule.Blank)
		}
		for i, id := range ids("i", 10) {
			if text := row[id]; text != "" && text != "NA" {
				values[id], scratch.Items()[i] = number(t, text), number(t, text)
				answered++
			}
		}
		s := scoreOf(t, q.Score(someAnswers(t, q, values)), "t_of_pattern")
		if answered < 4 {
			if s.Value.Reason() != rule.TooFew {
				t.Errorf("%d answers give %v", answered, s.Value)
			}
			continue
		}
		theta, _ := s.Theta.Number()
		se, _ := s.SE.Number()
		if math.Abs(theta-number(t, row["integrate_theta"])) > 1e-6 || math.Abs(se/10-number(t, row["mirt_EAP_se_61_6"])) > 1e-9 ||
			math.Abs(theta-number(t, row["mirt_EAP_theta_61_6"])) > 1e-9 {
			t.Errorf("%v: theta %v (%v), mirt %s (%s), integration %s", values, theta, se/10,
				row["mirt_EAP_theta_61_6"], row["mirt_EAP_se_61_6"], row["integrate_theta"])
		}
		scratch.Score()
		if scratch.Value(place) != s.Value {
			t.Errorf("the row gives %v, the person %v", scratch.Value(place), s.Value)
		}
		compared++
	}
	if compared < 40 {
		t.Errorf("only %d patterns were compared", compared)
	}
	bank, err := q.Bank("ten")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range table(t, "irt/testdata/irt_grm_eapsum_table.csv") {
		got := bank.RawTable(0).Rows[i].Reported
		if math.Abs(got.Value-number(t, row["T"])) > 1e-5 || math.Abs(got.SE-number(t, row["Tse"])) > 1e-5 {
			t.Errorf("raw sum %d: %+v, want %v", i, got, row)
		}
	}
	if _, err := q.Bank("nine"); !errors.Is(err, ErrNoBank) {
		t.Error(err)
	}
}

// smallRow gives the answers of testdata/bank.yaml as categories by hand: never, often, always are 0, 1, 2; 3, 2, 1 are 0, 1, 2
// because the item is reversed; a gate that is shut leaves q4 out.
func smallRow(row []float64) []int8 {
	out := []int8{irt.Missing, irt.Missing, irt.Missing, irt.Missing}
	if row[0] == row[0] {
		out[0] = map[float64]int8{0: 0, 2: 1, 5: 2}[row[0]]
	}
	if row[1] == row[1] {
		out[1] = int8(3 - row[1])
	}
	if row[2] == row[2] {
		out[2] = int8(row[2])
	}
	if row[3] == row[3] && row[2] != 0 {
		out[3] = int8(row[3] * 2)
	}
	return out
}

// smallForms are random forms of testdata/bank.yaml with blanks.
func smallForms(n int) [][]float64 {
	random := rand.New(rand.NewPCG(5, 9))
	all := make([][]float64, n)
	for k := range all {
		all[k] = []float64{[]float64{0, 2, 5}[random.IntN(3)], float64(1 + random.IntN(3)), float64(random.IntN(2)), float64(random.IntN(3)) / 2}
		for i := range all[k] {
			if random.IntN(4) == 0 {
				all[k][i] = rule.NA(rule.Blank)
			}
		}
	}
	return all
}

// TestBankByHand holds every method against calls of package irt with categories that were worked out by hand.
func TestBankByHand(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/bank.yaml")))
	bank, err := q.Bank("small")
	if err != nil {
		t.Fatal(err)
	}
	scratch := q.NewScratch()
	for _, row := range smallForms(2000) {
		copy(scratch.Items(), row)
		scratch.Score()
		answers, answered := smallRow(row), 0
		for _, k := range answers {
			if k >= 0 {
				answered++
			}
		}
		for i, method := range []irt.Method{irt.MethodEAP, irt.MethodMAP, irt.MethodML, irt.MethodWLE} {
			e, err := bank.Estimate(method, nil, answers)
			if err != nil {
				t.Fatal(err)
			}
			want := rule.ValueOf(bank.Report(e).Value)
			switch {
			case i == 0 && answered < 1, i > 0 && answered < 2:
				want = rule.MissingValue(rule.TooFew)
			case i == 1 && answers[0] < 0:
				want = rule.MissingValue(rule.KeyItem)
			case !e.OK():
				want = rule.MissingValue(rule.Undefined)
			}
			if got := scratch.Value(i); got != want {
				t.Fatalf("%s of %v: got %v, want %v", method, row, got, want)
			}
		}
	}
}

// TestSummed holds the estimate from the raw sum against the table, and that nothing is summed up that is not complete.
func TestSummed(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/bank.yaml")))
	bank, err := q.Bank("three")
	if err != nil {
		t.Fatal(err)
	}
	rows := bank.RawTable(0)
	for _, row := range smallForms(300) {
		s := scoreOf(t, q.Score(answersOf(t, q, row)), "summed")
		answers := smallRow(row)[:3]
		if answers[0] < 0 || answers[1] < 0 || answers[2] < 0 {
			if s.Value.Reason() != rule.TooFew || s.SE.Reason() != rule.TooFew {
				t.Errorf("%v: %v", row, s.Value)
			}
			continue
		}
		want, _ := rows.At(int(answers[0] + answers[1] + answers[2]))
		if got, _ := s.Value.Number(); got != want.Reported.Value {
			t.Errorf("%v: %v, want %v", row, got, want.Reported.Value)
		}
	}
}

// TestBankBounds fills the blanks of forms in: what a finding over an estimate was known to be before, it is after.
func TestBankBounds(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/bank.yaml")))
	scratch, known := q.NewScratch(), 0
	random := rand.New(rand.NewPCG(8, 3))
	for _, row := range smallForms(3000) {
		copy(scratch.Items(), row)
		scratch.Score()
		var before [2]Conclusion
		for i := range before {
			if before[i] = scratch.Finding(i); q.imputed(i, scratch.state.Frame()) {
				before[i].State = policy.Unknown
			}
		}
		for i, v := range row {
			if v != v {
				row[i] = []float64{[]float64{0, 2, 5}[random.IntN(3)], float64(1 + random.IntN(3)), float64(random.IntN(2)), float64(random.IntN(3)) / 2}[i]
			}
		}
		copy(scratch.Items(), row)
		scratch.Score()
		for i := range before {
			if before[i].State == policy.Unknown {
				continue
			}
			if known++; before[i] != scratch.Finding(i) {
				t.Fatalf("finding %d is %v, and for %v %v", i, before[i], row, scratch.Finding(i))
			}
		}
	}
	if known < 2000 {
		t.Errorf("only %d were known", known)
	}
}

// TestBankExplained holds that an estimate says what went into it, and why there is none.
func TestBankExplained(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/bank.yaml")))
	all := q.Explain(someAnswers(t, q, map[string]any{"q1": "never", "q2": 3, "q3": false}))
	for i, want := range map[int]string{
		0: "the answers as categories of the bank small: q1 0, q2 0, q3 0\n  eap gives theta = -1.339236845368778\n  50 + 10 * -1.3",
		5: "no score: every answer is the lowest, or every answer is the highest",
	} {
		if !strings.Contains(all[i].String(), want) {
			t.Errorf("%s\nwant %s", all[i], want)
		}
	}
}

// TestBankRowAllocatesNothing holds the row path over a bank to no allocation.
func TestBankRowAllocatesNothing(t *testing.T) {
	if raceOn {
		t.Skip("the race detector makes a sync.Pool forget at random")
	}
	q := shipped(t, "synthetic-bank")
	scratch := q.NewScratch()
	for i := range scratch.Items() {
		scratch.Items()[i] = float64(i % 5)
	}
	if n := testing.AllocsPerRun(100, scratch.Score); n >= 1 {
		t.Errorf("a row allocates %v times", n)
	}
}
