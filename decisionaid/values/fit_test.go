package values

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// hip is a small table with every kind of cell.
func hip(t testing.TB) *Table {
	a := made[*Attributes](t)(NewAttributes(
		Attribute{ID: "pain", Name: "pain after a year", Unit: "of 10", Worst: 10, Best: 0},
		Attribute{ID: "infection", Name: "serious infections", Unit: "of 1000 people", Worst: 50, Best: 0},
		Attribute{ID: "months", Name: "months until well", Worst: 24, Best: 0},
	))
	return made[*Table](t)(NewTable(a,
		Option{"exercise", "Exercise", map[string]Cell{"pain": Known(5), "infection": Known(0), "months": Between(6, 12)}},
		Option{"injection", "An injection", map[string]Cell{"pain": Normal(4, 1), "infection": Events(2, 400, 1000), "months": Known(3)}},
		Option{"operation", "An operation", map[string]Cell{"pain": Known(2), "infection": Events(6, 300, 1000), "months": Unknown("not_studied")}},
		Option{"wait", "Waiting", map[string]Cell{"pain": Known(7), "infection": Known(0), "months": Known(24)}},
	))
}

func TestFitByHand(t *testing.T) {
	table := hip(t)
	p := made[*Preference](t)(table.attributes.Rating(Said("pain", 50), Said("infection", 30), Said("months", 20)))
	fits := made[[]Fit](t)(table.Fit(p))
	want := []Range{
		{50*0.5 + 30 + 20*0.5, 50*0.5 + 30 + 20*0.75},            // months between 6 and 12 of 24
		{50*0.6 + 30*0.9 + 20*0.875, 50*0.6 + 30*0.9 + 20*0.875}, // 5 of 1000 is 0.9 of the range
		{50*0.8 + 30*0.6, 50*0.8 + 30*0.6 + 20},                  // months unknown: anything from 24 to 0
		{50*0.3 + 30, 50*0.3 + 30},
	}
	for i, f := range fits {
		if d := cmp.Diff(want[i], f.Points, cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-12 })); d != "" {
			t.Errorf("%s (-want +got)\n%s", f.Option, d)
		}
		if f.Points.Exact() != (i == 1 || i == 3) || f.Unfinished {
			t.Errorf("%s: exact %v, unfinished %v", f.Option, f.Points.Exact(), f.Unfinished)
		}
	}
	if f := fits[2]; !cmp.Equal(f.Unknown, []string{"months"}) || f.Parts[2].Reason != "not_studied" || f.Parts[2].Points != (Range{0, 20}) {
		t.Errorf("the unknown cell: %+v", f)
	}
	if f := fits[1]; !f.Parts[0].Uncertain || !f.Parts[1].Uncertain || f.Parts[2].Uncertain {
		t.Errorf("uncertain parts: %+v", f.Parts)
	}
	// The average pain of the others is 14/3, of infections 20/3, of months between 9 and 51/3.
	got := map[string][]string{}
	for _, f := range fits {
		got[f.Option+" for"], got[f.Option+" against"], got[f.Option+" unclear"] = argued(f.For), argued(f.Against), argued(f.Unclear)
	}
	if d := cmp.Diff(map[string][]string{
		"exercise for": {"infection"}, "exercise against": {"pain"}, "exercise unclear": {"months"},
		"injection for": {"months", "pain", "infection"}, "injection against": nil, "injection unclear": nil,
		"operation for": {"pain"}, "operation against": {"infection"}, "operation unclear": {"months"},
		"wait for": {"infection"}, "wait against": {"months", "pain"}, "wait unclear": nil,
	}, got); d != "" {
		t.Errorf("for and against (-want +got)\n%s", d)
	}
	if points := fits[0].For[0].Points; math.Abs(points.Low-30*(25.0/3)/50) > 1e-12 || !points.Exact() {
		t.Errorf("what speaks for exercise: %v", points)
	}
}

// A blank is never zero: it is the whole range, and whatever the score turns out to be lies inside the bounds given before.
func TestFillingABlankStaysInBounds(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	a := unit(t, 4)
	for range 200 {
		options := []Option{{ID: "0", Cells: map[string]Cell{}}, {ID: "1", Cells: map[string]Cell{}}, {ID: "2", Cells: map[string]Cell{}}}
		var blanks [][2]int
		for i, o := range options {
			for k, of := range a.list {
				if rng.IntN(3) == 0 {
					blanks = append(blanks, [2]int{i, k})
				} else {
					o.Cells[of.ID] = Known(rng.Float64())
				}
			}
		}
		var said, finished []Answer
		for _, of := range a.list {
			one := Said(of.ID, 1+99*rng.Float64())
			finished = append(finished, one)
			if rng.IntN(2) == 0 {
				said = append(said, one)
			}
		}
		p := made[*Preference](t)(a.Rating(said...))
		before := made[*Table](t)(NewTable(a, options...))
		fits, standing := made[[]Fit](t)(before.Fit(p)), made[Standing](t)(before.Standing(p, 0))
		for _, b := range blanks {
			options[b[0]].Cells[a.list[b[1]].ID] = Known(rng.Float64())
		}
		after := made[*Table](t)(NewTable(a, options...))
		all := made[*Preference](t)(a.Rating(finished...))
		now, stands := made[[]Fit](t)(after.Fit(all)), made[Standing](t)(after.Standing(all, 0))
		for i, f := range now {
			if !f.Points.Exact() || f.Points.Low < fits[i].Points.Low-1e-9 || f.Points.Low > fits[i].Points.High+1e-9 {
				t.Fatalf("option %d: %v was not within %v", i, f.Points, fits[i].Points)
			}
			sum := 0.0
			for k, part := range f.Parts {
				sum += part.Points.Low
				if r := fits[i].Parts[k].Points; part.Points.Low < r.Low-1e-9 || part.Points.High > r.High+1e-9 {
					t.Fatalf("option %d part %d: %v was not within %v", i, k, part.Points, r)
				}
			}
			if math.Abs(sum-f.Points.Low) > 1e-9 {
				t.Fatalf("option %d: the parts add up to %v, not %v", i, sum, f.Points.Low)
			}
		}
		// What was called closest stays closest; what was ruled out stays out.
		was := standing.Closest
		if was != nil && !cmp.Equal(was, stands.Closest) {
			t.Fatalf("%v was closest, and now %v", was, stands.Closest)
		}
		for _, id := range stands.Closest {
			if was == nil && !contains(standing.Undecided, id) {
				t.Fatalf("%s was ruled out of %v, and is now closest", id, standing.Undecided)
			}
		}
	}
}

func contains(ids []string, id string) bool {
	for _, x := range ids {
		if x == id {
			return true
		}
	}
	return false
}

func TestAnotherOptionChangesNoFit(t *testing.T) {
	a := unit(t, 3)
	scores := [][]float64{{0.1, 0.9, 0.4}, {0.6, 0.3, 0.8}, {0.9, 0.1, 0.2}}
	p := made[*Preference](t)(a.Points(Said("a", 20), Said("b", 50), Said("c", 30)))
	two, three := made[[]Fit](t)(matrix(t, a, scores[:2]).Fit(p)), made[[]Fit](t)(matrix(t, a, scores).Fit(p))
	for i, f := range two {
		if f.Points != three[i].Points || !cmp.Equal(f.Parts, three[i].Parts) {
			t.Errorf("option %d: %v and %v", i, f.Points, three[i].Points)
		}
	}
}

func TestTiesAndNearTies(t *testing.T) {
	a := unit(t, 2)
	table := matrix(t, a, [][]float64{{0.3, 0.6}, {0.6, 0.3}, {0.1 + 0.2, 0.6}, {0.4, 0.4}, {0, 0}})
	equal := made[*Preference](t)(a.Rating(Said("a", 50), Said("b", 50)))
	for _, c := range []struct {
		p      *Preference
		margin float64
		want   Standing
	}{
		{equal, 0, Standing{Closest: []string{"0", "1", "2"}}},
		{equal, 5, Standing{Closest: []string{"0", "1", "2"}, Near: []string{"3"}, Margin: 5}},
		{equal, 100, Standing{Closest: []string{"0", "1", "2"}, Near: []string{"3", "4"}, Margin: 100}},
		{made[*Preference](t)(a.Rating(Said("a", 60), Said("b", 40))), 3, Standing{Closest: []string{"1"}, Margin: 3}},
		{made[*Preference](t)(a.Rating(Said("a", 60), Said("b", 40))), 6, Standing{Closest: []string{"1"}, Near: []string{"0", "2"}, Margin: 6}},
		{made[*Preference](t)(a.Rating()), 5, Standing{Undecided: []string{"0", "1", "2", "3"}, Margin: 5}},
		{made[*Preference](t)(a.Ranking(Order{{"a"}, {"b"}})), 0, Standing{Closest: []string{"1"}}},
	} {
		c.want.Undecided = append([]string(nil), c.want.Undecided...)
		got := made[Standing](t)(table.Standing(c.p, c.margin))
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%v (-want +got)\n%s", c.p.constraints, d)
		}
	}
	for i, o := range made[Acceptability](t)(table.Acceptability(made[*Preference](t)(a.Rating()), Sampling{})).Options {
		if want := []float64{0.5, 0.5, 0.5, 0, 0}[i]; math.Abs(o.Ranks[0].Value-want) > 1e-12 {
			t.Errorf("option %d shares the first rank %v of the time, want %v", i, o.Ranks[0].Value, want)
		}
	}
}

// Results are data: they come back from JSON as they went, and never hold NaN.
func TestResultsSurviveJSON(t *testing.T) {
	table := hip(t)
	for _, p := range []*Preference{
		made[*Preference](t)(table.attributes.Rating(Said("pain", 50))),
		made[*Preference](t)(table.attributes.Swing("pain", Said("infection", 30), Said("months", 20))),
	} {
		back(t, made[[]Fit](t)(table.Fit(p)))
		back(t, made[Standing](t)(table.Standing(p, 3)))
		back(t, made[TradeOff](t)(table.TradeOff(p, "injection", "wait")))
		back(t, made[Acceptability](t)(table.Acceptability(p, Sampling{Draws: 1000})))
		back(t, p.Constraints())
	}
}

func back[T any](t *testing.T, x T) {
	t.Helper()
	var y T
	if err := json.Unmarshal(made[[]byte](t)(json.Marshal(x)), &y); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(x, y); d != "" {
		t.Errorf("(-went +came)\n%s", d)
	}
}
