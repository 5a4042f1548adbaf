package values

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// faulty checks the kind of an error, that it is fault.Faults, and that its text says each of the words.
func faulty(t *testing.T, err, kind error, words ...string) {
	t.Helper()
	var faults fault.Faults
	if !errors.Is(err, kind) || !errors.As(err, &faults) {
		t.Errorf("%v is not of kind %v", err, kind)
		return
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%q does not say %q", err, w)
		}
	}
}

func TestBadAttributes(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		list  []Attribute
		words string
	}{
		{nil, "no attribute"},
		{make([]Attribute, MaxAttributes+1), "at most 12"},
		{[]Attribute{{Worst: 0, Best: 1}}, "has no id"},
		{[]Attribute{{ID: "a", Best: 1}, {ID: "a", Best: 1}}, "both called"},
		{[]Attribute{{ID: "a", Worst: 3, Best: 3}}, "worst and best are both 3"},
		{[]Attribute{{ID: "a", Worst: nan, Best: 3}}, "finite"},
		{[]Attribute{{ID: "a", Worst: 0, Best: inf}}, "finite"},
		{[]Attribute{{ID: "a", Worst: -math.MaxFloat64, Best: math.MaxFloat64}}, "finite"},
	} {
		_, err := NewAttributes(c.list...)
		faulty(t, err, ErrAttribute, c.words)
	}
	_, err := NewAttributes(Attribute{ID: "a", Worst: 1, Best: 1}, Attribute{ID: "b", Worst: 2, Best: 2})
	faulty(t, err, ErrAttribute, "a: worst", "b: worst") // all faults, not the first
}

func TestBadTable(t *testing.T) {
	a := made[*Attributes](t)(NewAttributes(Attribute{ID: "pain", Worst: 10, Best: 0}))
	ok := Option{ID: "x", Cells: map[string]Cell{"pain": Known(10)}}
	for _, c := range []struct {
		options []Option
		kind    error
		words   string
	}{
		{nil, ErrOption, "at least two options, and has 0"},
		{[]Option{ok}, ErrOption, "at least two options, and has 1"},
		{make([]Option, MaxOptions+1), ErrOption, "at most 20"},
		{[]Option{ok, ok}, ErrOption, `both called "x"`},
		{[]Option{ok, {}}, ErrOption, "has no id"},
		{[]Option{ok, {ID: "y", Cells: map[string]Cell{"pian": Known(1)}}}, ErrCell, "no such attribute"},
	} {
		_, err := NewTable(a, c.options...)
		faulty(t, err, c.kind, c.words)
	}
	for _, c := range []struct {
		cell  Cell
		words string
	}{
		{Known(10.001), "outside the range 10 to 0"},
		{Known(-0.001), "outside the range"},
		{Known(math.NaN()), "not a finite number"},
		{Known(math.Inf(-1)), "not a finite number"},
		{Between(3, 11), "11 is outside"},
		{Between(-1, 4), "-1 is outside"},
		{Between(4, 3), "backwards"},
		{Normal(11, 1), "outside"},
		{Normal(5, -1), "standard deviation"},
		{Normal(5, 10.5), "standard deviation"},
		{Normal(5, math.NaN()), "not a finite number"},
		{Events(3, 0, 10), "not a share"},
		{Events(-1, 5, 10), "not a share"},
		{Events(6, 5, 10), "not a share"},
		{Events(5, 5, 0), "counted per 0"},
		{Events(5, 5, 11), "11 is outside"},
		{Events(5, 5, math.MaxFloat64), "counted per"},
	} {
		_, err := NewTable(a, ok, Option{ID: "y", Cells: map[string]Cell{"pain": c.cell}})
		faulty(t, err, ErrCell, "y.pain: ", c.words)
	}
	for _, c := range []Cell{Known(0), Known(10), Between(0, 10), Between(4, 4), Normal(0, 10), Normal(3, 0), Events(0, 7, 1000), Events(1, 100, 1000), Unknown("no_study"), {}} {
		if _, err := NewTable(a, ok, Option{ID: "y", Cells: map[string]Cell{"pain": c}}); err != nil {
			t.Errorf("%v: %v", c, err)
		}
	}
}

func TestBadAnswers(t *testing.T) {
	a := unit(t, 3)
	try := func(p *Preference, err error) func(kind error, words ...string) {
		return func(kind error, words ...string) {
			t.Helper()
			if p != nil {
				t.Error("an answer came with an error")
			}
			faulty(t, err, kind, words...)
		}
	}
	try(a.Rating(Said("a", 0), Said("b", 0), Said("c", 0)))(ErrAnswer, "every rating is 0")
	try(a.Rating(Said("a", -1)))(ErrAnswer, `"a"`, "between 0 and 100")
	try(a.Rating(Said("a", 101)))(ErrAnswer, "between 0 and 100")
	try(a.Rating(Said("a", math.NaN()), Said("b", math.Inf(1))))(ErrAnswer, `"a"`, `"b"`)
	try(a.Rating(Said("a", 1e-9)))(ErrAnswer, "too little")
	try(a.Rating(Said("a", 1), Said("a", 1)))(ErrAnswer, "twice")
	try(a.Rating(Said("z", 1)))(ErrAnswer, `no attribute "z"`)
	try(a.Rating(SaidBetween("a", 1, 2)))(ErrAnswer, "one number")
	try(a.Points(Said("a", 60), Said("b", 50)))(ErrAnswer, "add up to 110", "take 10 away")
	try(a.PointRanges(SaidBetween("a", 60, 70), SaidBetween("b", 50, 60)))(ErrAnswer, "add up to 110")
	try(a.PointRanges(SaidBetween("a", 0, 30), SaidBetween("b", 0, 30), SaidBetween("c", 0, 30)))(ErrAnswer, "add up to 90 only")
	try(a.PointRanges(SaidBetween("a", 30, 20)))(ErrAnswer, "smaller number first")
	try(a.Swing("", Said("a", 30)))(ErrAnswer, "not named")
	try(a.Swing("z"))(ErrAnswer, `no attribute "z"`)
	try(a.Swing("a", Said("a", 30)))(ErrAnswer, "100 by definition")
	try(a.Ranking(InOrder("a", "z")))(ErrAnswer, `no attribute "z"`)
	try(a.Ranking(InOrder("a", "b", "a")))(ErrAnswer, "stands twice")
	try(a.Ranking(InOrder("a", "b"), InOrder("b", "c"), InOrder("c", "a")))(ErrContradiction, `"a" above "b", "b" above "c", "c" above "a"`)
	try(a.Ranking(InOrder("a", "b"), Order{{"a", "b"}}))(ErrContradiction, `"a" above "b", "b" equal to "a"`)
	try(a.BestWorst(Choice{[]string{"a", "b"}, "a", ""}, Choice{[]string{"a", "b", "c"}, "b", ""}))(ErrContradiction, `"a" above "b"`)
	try(a.BestWorst(Choice{Shown: []string{"a"}}))(ErrAnswer, "fewer than two")
	try(a.BestWorst(Choice{Shown: []string{"a", "a"}}))(ErrAnswer, "twice")
	try(a.BestWorst(Choice{Shown: []string{"a", "z"}}))(ErrAnswer, `no attribute "z"`)
	try(a.BestWorst(Choice{[]string{"a", "b"}, "c", ""}))(ErrAnswer, `does not show "c"`)
	try(a.BestWorst(Choice{[]string{"a", "b"}, "a", "a"}))(ErrAnswer, "both the most and the least")

	_, err := a.Ranking(Order{{"a"}, {"b", "c"}}, InOrder("c", "a"))
	var circle Contradiction
	if !errors.As(err, &circle) || !cmp.Equal(circle.Cycle, []string{"a", "b", "c"}) {
		t.Errorf("the cycle is not named: %v", err)
	}
}

// Only a programmer can pass these, and they get an error of a kind, not a panic.
func TestMisuse(t *testing.T) {
	a, other := unit(t, 2), unit(t, 3)
	p := made[*Preference](t)(a.Rating(Said("a", 1), Said("b", 1)))
	table := matrix(t, a, [][]float64{{1, 0}, {0, 1}})
	for _, none := range []*Attributes{nil, {}} {
		_, err := none.Rating()
		faulty(t, err, ErrAttribute, "NewAttributes")
		_, err = none.Points()
		faulty(t, err, ErrAttribute)
		_, err = none.PointRanges()
		faulty(t, err, ErrAttribute)
		_, err = none.Swing("a")
		faulty(t, err, ErrAttribute)
		_, err = none.Ranking(InOrder("a"))
		faulty(t, err, ErrAttribute)
		_, err = none.BestWorst(Choice{})
		faulty(t, err, ErrAttribute)
		_, err = NewTable(none, Option{ID: "a"}, Option{ID: "b"})
		faulty(t, err, ErrAttribute)
		if none.List() != nil {
			t.Error("a list out of nothing")
		}
	}
	wrong := []struct {
		table *Table
		p     *Preference
	}{{nil, p}, {&Table{}, p}, {table, nil}, {table, &Preference{}}, {table, made[*Preference](t)(other.Rating())},
		{table, made[*Preference](t)(made[*Attributes](t)(NewAttributes(Attribute{ID: "a", Best: 2}, Attribute{ID: "b", Best: 1})).Rating())}}
	for _, c := range wrong {
		_, err := c.table.Fit(c.p)
		faulty(t, err, ErrMismatch)
		_, err = c.table.Standing(c.p, 0)
		faulty(t, err, ErrMismatch)
		_, err = c.table.TradeOff(c.p, "0", "1")
		faulty(t, err, ErrMismatch)
		_, err = c.table.Acceptability(c.p, Sampling{})
		faulty(t, err, ErrMismatch)
	}
	for _, pair := range [][2]string{{"0", "0"}, {"0", "9"}, {"9", "0"}} {
		_, err := table.TradeOff(p, pair[0], pair[1])
		faulty(t, err, ErrOption)
	}
	for _, margin := range []float64{-1, 101, math.NaN()} {
		_, err := table.Standing(p, margin)
		faulty(t, err, ErrSetting)
	}
	for _, draws := range []int{-1, 99, MaxDraws + 1} {
		_, err := table.Acceptability(p, Sampling{Draws: draws})
		faulty(t, err, ErrSetting, fmt.Sprint(draws))
	}
	if _, ok := (&Preference{}).WeightRange("a"); ok {
		t.Error("a weight out of nothing")
	}
	if s := (Speaker{}); len(s.Standing(Standing{})) != 1 || s.Unfinished(nil) != nil || len(s.Fit(Fit{})) != 1 || s.Acceptability(Acceptability{}) != nil {
		t.Error("an empty speaker says something else than empty sentences")
	}
}

// TestAnAnswerWithoutPointsIsNoZero holds that JSON without the points of an answer, or with null, is refused.
func TestAnAnswerWithoutPointsIsNoZero(t *testing.T) {
	for src, field := range map[string]string{
		`{"attribute": "pain"}`:                          "low: ",
		`{"attribute": "pain", "low": 80}`:               "high: ",
		`{"attribute": "pain", "low": null, "high": 80}`: "low: ",
	} {
		var a Answer
		if err := json.Unmarshal([]byte(src), &a); err == nil || !strings.HasPrefix(err.Error(), field) {
			t.Errorf("%s: %v", src, err)
		}
	}
	var a Answer
	if err := json.Unmarshal([]byte(`{"attribute": "pain", "low": 0, "high": 0}`), &a); err != nil || a != Said("pain", 0) {
		t.Errorf("%v, %v", a, err)
	}
}
