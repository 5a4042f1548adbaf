package proms

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestScratchEqualsScore holds that rows and columns give the same bits as Score, for the shipped instruments and for one with
// every kind of item.
func TestScratchEqualsScore(t *testing.T) {
	for name, q := range map[string]*Questionnaire{
		"phq-9": shipped(t, "phq-9"), "gad-7": shipped(t, "gad-7"), "semcd-6": shipped(t, "semcd-6"),
	} {
		all := rows(q, 500, 8)
		columns := make([][]float64, q.Sheet().Len())
		for i := range columns {
			for _, row := range all {
				columns[i] = append(columns[i], row[i])
			}
		}
		scratch, into := q.NewScratch(), &Columns{}
		if err := scratch.ScoreColumns(columns, into); err != nil {
			t.Fatal(err)
		}
		for k, row := range all {
			want := q.Score(answersOf(t, q, row))
			copy(scratch.Items(), row)
			scratch.Score()
			for i, s := range want.Scores {
				if scratch.Value(i) != s.Value || into.Values[i][k] != s.Value {
					t.Fatalf("%s %v: row %v, column %v, want %v", name, row, scratch.Value(i), into.Values[i][k], s.Value)
				}
				band := ""
				if place := scratch.Band(i); place >= 0 {
					band = q.Definition().Scores[i].Bands[place].ID
				}
				if band != s.Band || into.Bands[i][k] != scratch.Band(i) {
					t.Fatalf("%s %v: band %s and %d, want %s", name, row, band, into.Bands[i][k], s.Band)
				}
			}
			for i, f := range want.Findings {
				got := scratch.Finding(i)
				level := ""
				if got.Level >= 0 {
					level = q.Definition().Findings[i].Levels[got.Level].ID
				}
				if got.State != f.State || level != f.Level || into.Findings[i][k] != got {
					t.Fatalf("%s %v: %v %v, want %v", name, row, got, into.Findings[i][k], f)
				}
			}
		}
	}
}

// TestScratchAllocatesNothing holds the paths for millions to no allocation: rows and columns, complete and with a blank
// that leaves no finding open.
func TestScratchAllocatesNothing(t *testing.T) {
	q := shipped(t, "phq-9")
	scratch, into := q.NewScratch(), &Columns{}
	row := []float64{0, 2, 2, 1, 0, 1, 1, 0, 1, 2}
	columns := make([][]float64, len(row))
	for _, blank := range []float64{0, rule.NA(rule.Blank)} {
		row[7] = blank
		for i := range columns {
			columns[i] = []float64{row[i], row[i], row[i]}
		}
		if n := testing.AllocsPerRun(100, func() {
			copy(scratch.Items(), row)
			scratch.Score()
			if scratch.Finding(1).State != policy.Met || scratch.Band(0) != 1 {
				t.Error(scratch.Finding(1), scratch.Value(0))
			}
		}); n != 0 {
			t.Errorf("a row allocates %v times", n)
		}
		if n := testing.AllocsPerRun(100, func() {
			if err := scratch.ScoreColumns(columns, into); err != nil {
				t.Error(err)
			}
		}); n != 0 {
			t.Errorf("columns allocate %v times", n)
		}
	}
}

// TestScratchMisuse holds what a program gets that asks for what is not there.
func TestScratchMisuse(t *testing.T) {
	q := shipped(t, "gad-7")
	scratch, into := q.NewScratch(), &Columns{Bands: [][]int{{7}}}
	for _, columns := range [][][]float64{nil, make([][]float64, 8), {{1, 2}, {1}, nil, nil, nil, nil, nil}} {
		if err := scratch.ScoreColumns(columns, into); !errors.Is(err, ErrColumns) || len(into.Bands) != 1 {
			t.Errorf("%v: %v, %v", columns, err, into)
		}
	}
	if v := scratch.Value(1); v.Reason() != rule.Internal || scratch.Band(-1) != -1 || scratch.Finding(9) != (Conclusion{policy.Unknown, -1}) {
		t.Error(v, scratch.Band(-1), scratch.Finding(9))
	}
	if _, err := q.Find("totl"); !errors.Is(err, ErrNoScore) {
		t.Error(err)
	}
	if _, err := q.FindFinding("self_harm"); !errors.Is(err, ErrNoFinding) {
		t.Error(err)
	}
	if i, err := q.Find("total"); i != 0 || err != nil {
		t.Error(i, err)
	}
	if i, err := q.FindFinding("caseness"); i != 0 || err != nil {
		t.Error(i, err)
	}
	if err := scratch.ScoreColumns(make([][]float64, 7), into); err != nil || len(into.Values[0]) != 0 {
		t.Error(err, into)
	}
	copy(scratch.Items(), []float64{3, 3, 3, 3, 3, 3, 3}) // leaves nothing behind
	scratch.Score()
	nil7 := make([][]float64, 7)
	nil7[0] = []float64{3}
	if err := scratch.ScoreColumns(nil7, into); err != nil || into.Values[0][0] != rule.MissingValue(rule.TooFew) {
		t.Error(err, into)
	}
}

// TestDomainEqualsParse holds that the path for millions takes and refuses the same numbers as the reading of answers.
func TestDomainEqualsParse(t *testing.T) {
	third := 1.0 / 3
	types := map[string]rule.Type{
		"whole":     {Kind: rule.Number, Lo: 0, Hi: 3, Step: 1},
		"negative":  {Kind: rule.Number, Lo: -5, Hi: 5, Step: 1},
		"tenths":    {Kind: rule.Number, Lo: 0, Hi: 1, Step: 0.1},
		"shifted":   {Kind: rule.Number, Lo: 0.5, Hi: 3.5, Step: 1},
		"any":       {Kind: rule.Number, Lo: 30, Hi: 43.5},
		"truth":     {Kind: rule.Truth, Lo: 0, Hi: 1, Step: 1},
		"even":      {Kind: rule.Number, Options: []rule.Option{{ID: "a", Value: 0}, {ID: "b", Value: 2}, {ID: "c", Value: 4}}, Lo: 0, Hi: 4, Step: 1},
		"falling":   {Kind: rule.Number, Options: []rule.Option{{ID: "a", Value: 3}, {ID: "b", Value: 2}, {ID: "c", Value: 1}}, Lo: 1, Hi: 3, Step: 1},
		"fractions": {Kind: rule.Number, Options: []rule.Option{{ID: "a", Value: third}, {ID: "b", Value: 2 * third}}, Lo: third, Hi: 2 * third},
		"declined":  {Kind: rule.Number, Options: []rule.Option{{ID: "a", Value: 0}, {ID: "b", Value: 1}, {ID: "no", Missing: true}}, Lo: 0, Hi: 1, Step: 1},
	}
	random := rand.New(rand.NewPCG(1, 2))
	for name, typ := range types {
		d := domainOf(typ, nil)
		values := []float64{0, math.Copysign(0, -1), 1, 2, 3, 4, 5, -1, 0.1, 0.3, 0.1 + 0.2, 0.30000001, third, 0.333333333333, 36.6, 43.5, 43.500001, 1e300, math.Inf(1), math.Inf(-1), math.NaN()}
		for range 2000 {
			values = append(values, math.Round(random.Float64()*600-100)/10, random.NormFloat64())
		}
		for _, v := range values {
			var want float64
			switch {
			case typ.Kind == rule.Truth && (v == 0 || v == 1):
				want = v
			case typ.Kind == rule.Truth:
				want = rule.NA(rule.Invalid)
			default:
				want, _ = typ.Parse(v)
			}
			if got := d.clean(v); !sameBits(got, want) || math.Signbit(got) && got == 0 {
				t.Errorf("%s: %v is %v, and parsed %v", name, v, got, want)
			}
		}
	}
	codes := rule.Type{Kind: rule.Code, Options: []rule.Option{{ID: "a"}, {ID: "b"}, {ID: "no", Missing: true}}, Hi: 2, Step: 1}
	d := domainOf(codes, nil)
	for v, want := range map[float64]float64{0: 0, 1: 1, 2: rule.NA(rule.Declined), 3: rule.NA(rule.Invalid), 0.5: rule.NA(rule.Invalid)} {
		if got := d.clean(v); !sameBits(got, want) {
			t.Errorf("code %v is %v, want %v", v, got, want)
		}
	}
}
