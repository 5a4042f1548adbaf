package values

import (
	"bytes"
	"embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"strconv"
	"testing"
)

//go:embed testdata
var testdata embed.FS

// made fails the test where a constructor did.
func made[T any](t testing.TB) func(T, error) T {
	return func(x T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
}

// unit makes n attributes a, b, c ... over 0 to 1.
func unit(t testing.TB, n int) *Attributes {
	t.Helper()
	var list []Attribute
	for i := range n {
		list = append(list, Attribute{ID: string(rune('a' + i)), Worst: 0, Best: 1})
	}
	return made[*Attributes](t)(NewAttributes(list...))
}

// matrix makes a table of known scores; options are called 0, 1, 2 ...
func matrix(t testing.TB, a *Attributes, scores [][]float64) *Table {
	t.Helper()
	var options []Option
	for i, row := range scores {
		o := Option{ID: strconv.Itoa(i), Cells: map[string]Cell{}}
		for k, x := range row {
			o.Cells[a.list[k].ID] = Known(x)
		}
		options = append(options, o)
	}
	return made[*Table](t)(NewTable(a, options...))
}

type smaaCase struct {
	Case       string
	Criteria   int
	Preference string
	Scores     [][]float64
}

func (c smaaCase) table(t testing.TB) (*Table, *Preference) {
	a := unit(t, c.Criteria)
	p := made[*Preference](t)(a.Rating())
	if c.Preference == "w1>=w2>=w3" {
		p = made[*Preference](t)(a.Ranking(InOrder("a", "b", "c")))
	}
	return matrix(t, a, c.Scores), p
}

func smaaCases(t testing.TB) (cases []smaaCase) {
	if err := json.Unmarshal(made[[]byte](t)(testdata.ReadFile("testdata/smaa_cases.json")), &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// rows reads a CSV file as maps by column name.
func rows(t testing.TB, name string) (out []map[string]string) {
	records := made[[][]string](t)(csv.NewReader(bytes.NewReader(made[[]byte](t)(testdata.ReadFile("testdata/" + name)))).ReadAll())
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, x := range r {
			row[records[0][i]] = x
		}
		out = append(out, row)
	}
	return out
}

func rational(t testing.TB, s string) float64 {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is not a fraction", s)
	}
	x, _ := r.Float64()
	return x
}

func TestExactAcceptabilityVectors(t *testing.T) {
	got := map[string]float64{}
	for _, c := range smaaCases(t) {
		table, p := c.table(t)
		a := made[Acceptability](t)(table.Acceptability(p, Sampling{}))
		if !a.Exact || a.Draws != 0 {
			t.Errorf("%s %s: not exact", c.Case, c.Preference)
		}
		for i, o := range a.Options {
			for r, share := range o.Ranks {
				got[fmt.Sprintf("%s/%s/%d/%d", c.Case, c.Preference, i, r+1)] = share.Value
			}
		}
	}
	want := rows(t, "smaa_exact.csv")
	if len(want) != len(got) {
		t.Errorf("%d vectors for %d shares", len(want), len(got))
	}
	for _, row := range want {
		key := fmt.Sprintf("%s/%s/%s/%s", row["case"], row["preference"], row["alternative"], row["rank"])
		x, ok := got[key]
		if exact := rational(t, row["exact"]); !ok || math.Abs(x-exact) > 1e-14 {
			t.Errorf("%s: %v, want %v", key, x, exact)
		}
	}
}

func TestCentralWeightVectors(t *testing.T) {
	got := map[string][]float64{}
	for _, c := range smaaCases(t) {
		table, p := c.table(t)
		for i, o := range made[Acceptability](t)(table.Acceptability(p, Sampling{})).Options {
			got[fmt.Sprintf("%s/%s/%d", c.Case, c.Preference, i)] = o.Central
			if (o.Central == nil) != (o.Confidence == nil) || o.Central != nil && *o.Confidence != (Share{Value: 1}) {
				t.Errorf("%s %d: confidence %v", c.Case, i, o.Confidence)
			}
		}
	}
	for _, row := range rows(t, "smaa_central_weights.csv") {
		key := fmt.Sprintf("%s/%s/%s", row["case"], row["preference"], row["alternative"])
		central, ok := got[key]
		if !ok || (row["w1"] == "") != (central == nil) {
			t.Errorf("%s: central weights %v, want %q", key, central, row["w1"])
			continue
		}
		for k, x := range central {
			if want := rational(t, row["w"+strconv.Itoa(k+1)]); math.Abs(x-want) > 6e-13 { // the file has 12 places
				t.Errorf("%s: w%d %v, want %v", key, k+1, x, want)
			}
		}
	}
}

func TestRankOrderCentroidVectors(t *testing.T) {
	for _, row := range rows(t, "surrogate_weights.csv") {
		n, rank := int(rational(t, row["n"])), int(rational(t, row["rank"]))
		a := unit(t, n)
		var ids []string
		for _, one := range a.List() {
			ids = append(ids, one.ID)
		}
		weights, ok := made[*Preference](t)(a.Ranking(InOrder(ids...))).Weights()
		if want := rational(t, row["roc_exact"]); !ok || math.Abs(weights[rank-1].Share-want) > 1e-15 {
			t.Errorf("n %d rank %d: %v, want %v", n, rank, weights[rank-1], want)
		}
	}
}

// The drawing must agree with the exact shares within its own standard error, in every case of the vectors.
func TestSampledAgreesWithVectors(t *testing.T) {
	for _, c := range smaaCases(t) {
		table, p := c.table(t)
		exact := made[Acceptability](t)(table.Acceptability(p, Sampling{})).Options
		all := make([]int, len(c.Scores))
		for i := range all {
			all[i] = i
		}
		drawn, draws, err := table.sampledAcceptance(all, []bool{true, true, true}[:c.Criteria], p.region, Sampling{Draws: 40000, Seed: 7})
		if err != nil || draws != 40000 {
			t.Fatal(draws, err)
		}
		compare(t, c.Case+" "+c.Preference, drawn, exact)
	}
}

// compare holds drawn shares within 4.5 standard errors of exact ones, and central weights within 4.5 times what their number of draws allows.
func compare(t *testing.T, name string, drawn, exact []Acceptance) {
	t.Helper()
	for i, o := range drawn {
		for r, share := range o.Ranks {
			if d := math.Abs(share.Value - exact[i].Ranks[r].Value); d > 4.5*share.SE+exact[i].Ranks[r].SE*4.5 {
				t.Errorf("%s: option %d rank %d: drawn %v, exact %v", name, i, r+1, share, exact[i].Ranks[r])
			}
		}
		if exact[i].Ranks[0].Value < 0.01 {
			continue
		}
		for k, w := range o.Central {
			if d := math.Abs(w - exact[i].Central[k]); d > 4.5*0.5/math.Sqrt(o.Ranks[0].Value*10000) {
				t.Errorf("%s: option %d central weight %d: drawn %v, exact %v", name, i, k, w, exact[i].Central[k])
			}
		}
	}
}
