package rule

import (
	"strings"
	"testing"
)

func TestTrace(t *testing.T) {
	const five = "w0=1 w1=2 w2=2 w3=1 w4=0 "
	for _, c := range []struct {
		fill        Fill
		given, rule string
		want        Type
		lines       string // joined by " | "
	}{
		{Fill{}, five, "sum(of)", Type{}, "1 + 2 + 2 + 1 + 0 = 6"},
		{Fill{Kind: FillMean}, "w0=1 w1=2 w2=2 w3=1", "sum(of)", Type{}, "1 + 2 + 2 + 1 = 6 | 6 × 5 / 4 = 7.5"},
		{Fill{Kind: FillValue, Value: 1}, "w0=1 w1=2 w2=2", "sum(of)", Type{}, "1 + 2 + 2 = 5 | 5 + 1 × 2 = 7"},
		{Fill{Kind: FillDrop}, "w0=1 w1=2", "mean(of)", Type{}, "1 + 2 = 3 | 3 / 2 = 1.5"},
		{Fill{Kind: FillValue, Value: 3}, "w0=1 w1=2", "max(of)", Type{}, "max(1, 2, 3) = 3"},
		{Fill{}, "w0=1 w1=2 w3=declined", "sum(of)", Type{}, "sum(of) is missing: w2 (blank), w3 (declined), w4 (blank) | the result is blank"},
		{Fill{}, five, "sum(weigh(worth, of)) + 1", Type{}, "0.5 + 0.75 + 0.75 + 0.5 + 0 = 2.5 | 2.5 + 1 = 3.5"},
		{Fill{}, "x0=2 x1=-3", "x0 * (x1 + 1) - x0 / 4", Type{}, "2 × (-3 + 1) - 2 / 4 = -4.5"},
		{Fill{}, "x0=2 x1=-3", "x0 * x1", Type{}, "2 × (-3) = -6"},
		{Fill{}, "age=76 t0=true", "(t0 ? 1 : 0) + (age >= 75 ? 2 : age >= 65 ? 1 : 0)", Type{}, "t0 (true) is true | 76 >= 75 is true | 1 + 2 = 3"},
		{Fill{}, "age=70", "age >= 75 ? 2 : age >= 65 ? 1 : 0", Type{}, "70 >= 75 is false | 70 >= 65 is true | the result is 1"},
		{Fill{}, "w0=2", "table(exact, w0)", Type{}, "table exact at 2 = 1.25"},
		{Fill{}, "x0=8", "clamp(x0, 0, 5)", Type{}, "clamp(8, 0, 5) = 5"},
		{Fill{}, "x0=1 x1=2", "sum(x0, x1, 3)", Type{}, "1 + 2 + 3 = 6"},
		{Fill{}, "x1=2", "ifna(x0, x1) + 1", Type{}, "x0 is missing, so 2 stands in | 2 + 1 = 3"},
		{Fill{}, "x0=1 x1=0", "x0 / x1", Type{}, "1 / 0 = undefined"},
		{Fill{}, "x0=3", "1 < x0 < 3", Type{Kind: Truth}, "1 < 3 < 3 is false"},
		{Fill{}, "c0=b t0=true", `c0 in ["a", "b"] and t0`, Type{Kind: Truth}, `b in [a, b] and t0 (true) is true`},
		{Fill{}, "x0=1", "x0 >= 1 and t0", Type{Kind: Truth}, "1 >= 1 and t0 (blank) is unknown (blank)"},
		{Fill{}, "w0=1", "answered(w0) and count(ws) >= 2", Type{Kind: Truth}, "1 of 5 answered | answered(w0) (true) and 1 >= 2 is false"},
		{Fill{}, "t0=true t1=false t2=true", "count_true(ts)", Type{}, "1 + 0 + 1 = 2"},
		{Fill{}, "w0=2", `w0 >= 2 ? "b" : "a"`, abc, "2 >= 2 is true | the result is b"},
		{Fill{}, "w0=not_asked w1=not_asked w2=not_asked w3=not_asked w4=not_asked", "max(of)", Type{}, "max(of) is missing: nothing in it was asked | the result is not_asked"},
		{Fill{}, "", "3", Type{}, "the result is 3"},
	} {
		w := newWorld()
		w.of.Fill = c.fill
		p := w.compile(t, c.rule, c.want)
		m := w.Build()
		s := m.NewState()
		w.given(t, m, s, c.given)
		if got := p.Trace(s); strings.Join(got.Lines, " | ") != c.lines || got.Rule != c.rule {
			t.Errorf("%s over %s:\n%s\nwant\n%s", c.rule, c.given, strings.Join(got.Lines, " | "), c.lines)
		}
	}
}

func TestMissing(t *testing.T) {
	for _, c := range []struct {
		given, rule string
		want        Type
		reason      Reason
		names       string
		more        int
		because     string
	}{
		{"x0=1", "x0 + 1", Type{}, Present, "", 0, ""},
		{"x0=1 x2=declined", "x2 + x0 + x1", Type{}, Declined, "x1 x2", 0, ""},
		{"t0=true", "t0 ? x1 : x2", Type{}, Blank, "x1", 0, ""},
		{"", "t0 ? x1 : x2", Type{}, Blank, "t0", 0, ""},
		{"x0=3 x1=0", "1 + x0 / x1", Type{}, Undefined, "", 0, "the divisor x1 is 0"},
		{"x0=-1", "sqrt(x0) + 1", Type{}, Undefined, "", 0, "sqrt(x0) has no result"},
		{"", "sum(x0, x1, x2, x3, w0, w1, w2, w3, w4, d.x)", Type{}, Blank, "x0 x1 x2 x3 w0 w1 w2 w3", 2, ""},
		{"w0=1 w1=not_asked", "sum(of)", Type{}, Blank, "w2 w3 w4", 0, ""},
		// of a condition only what could change it
		{"t0=true", "t0 and t1", Type{Kind: Truth}, Blank, "t1", 0, ""},
		{"t0=true", "t0 and (t1 or w0 >= 0)", Type{Kind: Truth}, Present, "", 0, ""},
		{"", "t1 and w0 >= 0 and w1 <= 3", Type{Kind: Truth}, Blank, "t1", 0, ""},
		{"", "t1 or w0 > 3 or x1 == x2", Type{Kind: Truth}, Blank, "x1 x2 t1", 0, ""},
		{"t1=true", "t0 ? t1 : t2", Type{Kind: Truth}, Blank, "t0 t2", 0, ""},
		{"w0=1 w1=0 w2=0 w3=0", "sum(ws) >= 3 and c0 != \"a\"", Type{Kind: Truth}, Blank, "w4 c0", 0, ""},
		{"w0=3 w1=0 w2=0 w3=0", "sum(ws) >= 3 and c0 != \"a\"", Type{Kind: Truth}, Blank, "c0", 0, ""},
	} {
		w := newWorld()
		p := w.compile(t, c.rule, c.want)
		m := w.Build()
		s := m.NewState()
		w.given(t, m, s, c.given)
		got := p.Missing(s)
		if got.Reason != c.reason || strings.Join(got.Names, " ") != c.names || got.More != c.more || got.Because != c.because {
			t.Errorf("%s over %s: %+v", c.rule, c.given, got)
		}
	}
}

// TestDespite: what bounds decide, and despite which blanks.
func TestDespite(t *testing.T) {
	for _, c := range []struct {
		given, rule string
		want        float64
		despite     string
	}{
		{"w0=1", "sum(ws) > 0", 1, "w1 w2 w3 w4"}, {"", "sum(ws) > 0", NA(Blank), ""}, {"", "sum(ws) > 15", 0, "w0 w1 w2 w3 w4"},
		{"", "w0 >= 0 and t0", NA(Blank), ""}, {"t0=true", "w0 >= 0 and t0", 1, "w0"}, {"t0=false", "w0 >= 0 and t0", 0, ""},
		{"", `c0 in ["a", "b", "c"]`, 1, "c0"}, {"", `c0 in ["a", "b"]`, NA(Blank), ""}, {"c0=none_of_these", `c0 != "a" or c0 == "a"`, NA(Declined), ""},
		{"", "x0 == 0.1", 0, "x0"}, {"", "w0 in [0.5, 1.5]", 0, "w0"}, {"w0=not_asked", "w0 >= 0", NA(NotAsked), ""},
		{"", "age >= 65 ? age > 60 : age < 70", 1, "age"}, {"w0=3 w1=3", "max(of) >= 3", 1, "w2 w3 w4"},
		{"w0=1 w1=not_asked", "sum(of) >= 1", 1, "w2 w3 w4"}, {"", "t0 or not t0", NA(Blank), ""},
		{"", "w0 > 3 and t0", 0, "w0 t0"}, {"", "w0 <= 3 or t0", 1, "w0 t0"},
		{"w0=1", "w0 / 0 > 1", NA(Undefined), ""}, {"x1=1", "w0 / x1 >= 0", 1, "w0"}, {"", "answered(w0)", 0, ""},
		{"", "table(exact, w0) >= 0.5", 1, "w0"}, {"", "sum(weigh(worth, ws)) >= 11", 0, "w0 w1 w2 w3 w4"},
	} {
		w := newWorld()
		p := w.compile(t, c.rule, Type{Kind: Truth})
		m := w.Build()
		s := m.NewState()
		w.given(t, m, s, c.given)
		got, despite := p.Decide(s)
		if got != c.want && ReasonOf(got) != ReasonOf(c.want) || strings.Join(despite, " ") != c.despite || ReasonOf(got) == Present && got != c.want {
			t.Errorf("%s over %s: %v (%v) despite %v", c.rule, c.given, got, ReasonOf(got), despite)
		}
	}
}

// TestProofs: bounds over all people, refined by the conditions around them.
func TestProofs(t *testing.T) {
	for _, c := range []struct {
		rule   string
		lo, hi float64
		na     Tri
	}{
		{"sum(w0, w1)", 0, 6, Maybe}, {"age >= 75 ? age - 75 : 0", 0, 45, Maybe}, {"age < 75 ? 74 - age : age - 75", 0, 74, Maybe},
		{"ifna(w0, 5)", 0, 5, Never}, {"answered(w0) ? w0 : -1", -1, 3, Never}, {"count(ws)", 0, 5, Never},
		{"max(of) == 1 ? max(of) : 1", 1, 1, Maybe}, {"w0 == 0 ? 1 : 1 / w0", 1.0 / 3, 1, Maybe}, {"w0 != 0 ? 6 / w0 : 2", 2, 6, Maybe},
		{"(c0 == \"a\" ? 1 : 0) + (t0 ? 2 : 0)", 0, 3, Maybe}, {"w0 >= 2 and w1 <= 1 ? w0 - w1 : 1", 1, 3, Maybe},
		{"not (x0 < 0) ? sqrt(x0) : 0", 0, 2.8284271247461903, Maybe}, {"t0 ? (not t0 ? 50 : 1) : 2", 1, 2, Maybe},
		{"c0 in [\"a\", \"b\"] ? table(coded, c0) : 9", 1, 9, Maybe}, {"abs(x0)", 0, 8, Maybe}, {"pow(x0, 2)", 0, 64, Maybe},
		{"rescale(w0, 0, 3, 100, 0)", 0, 100, Maybe}, {"x0 > 1 or w0 > 1 ? 1 : w0", 0, 1, Maybe}, {"w0 * 1 > 5 ? 7 : 1", 1, 1, Maybe},
	} {
		w := newWorld()
		p := w.compile(t, c.rule, Type{})
		m := w.Build()
		if b := p.Bound(m.Ranges()); !Equal(b.Lo, c.lo) || !Equal(b.Hi, c.hi) || b.NA != c.na {
			t.Errorf("%s: %+v, want %v to %v, missing %v", c.rule, b, c.lo, c.hi, c.na)
		}
	}
}

// TestSlopes: what monotone rules are proved to be, among them a forgotten reversal.
func TestSlopes(t *testing.T) {
	for _, c := range []struct {
		rule, name string
		want       Slope
	}{
		{"sum(of)", "w1", Rising}, {"sum(of)", "x0", Flat}, {"w0 - w1", "w1", Falling}, {"reverse(w1, 0, 3) + w0", "w1", Falling},
		{"age >= 75 ? 2 : age >= 65 ? 1 : 0", "age", Rising}, {"age < 65 ? 3 : age < 75 ? 2 : 1", "age", Falling},
		{"age >= 75 ? 1 : age >= 65 ? 2 : 0", "age", Unclear}, {"w0 * (w1 - 5)", "w0", Falling}, {"w0 * w0", "w0", Rising},
		{"x0 * x0", "x0", Unclear}, {"10 / (w0 + 1)", "w0", Falling}, {"1 / x0", "x0", Unclear}, {"sum(weigh(worth, ws))", "w3", Rising},
		{"sum(weigh(worth, ws))", "w0", Unclear}, {"rescale(w0, 3, 0, 0, 100)", "w0", Falling}, {"table(steps, x0)", "x0", Rising},
		{"table(exact, w0)", "w0", Unclear}, {"t0 ? w0 : -w0", "w0", Unclear}, {"(w0 >= 2 ? 1 : 0) + count_true(w0 > 1, not (w0 < 1))", "w0", Rising},
		{"max(of) == 3 ? 5 : 1", "w0", Unclear}, {"abs(w0) + exp(w0) + pow(w0, 2) + floor(w0 / 2)", "w0", Rising}, {"clamp(w0, 0, 2)", "w0", Rising},
		{"ifna(w0, 1)", "w0", Rising}, {"count(ws)", "w0", Flat}, {"c0 == \"a\" ? w0 : w0 + 1", "w0", Rising}, {"w0 > 5 ? -w0 : w0", "w0", Rising},
	} {
		w := newWorld()
		p := w.compile(t, c.rule, Type{})
		m := w.Build()
		slot, _ := m.Slot(c.name)
		if got := p.Slope(m.Ranges(), slot); got != c.want {
			t.Errorf("%s in %s: %v, want %v", c.rule, c.name, got, c.want)
		}
	}
}
