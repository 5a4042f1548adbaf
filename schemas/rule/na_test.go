package rule

import (
	"fmt"
	"math"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// outcomes runs rules over answers, each line: answers | rule | what comes out.
func outcomes(t *testing.T, fill Fill, lines [][3]string) {
	t.Helper()
	for _, line := range lines {
		w := newWorld()
		w.of.Fill = fill
		var p *Program
		for _, want := range []Type{{}, {Kind: Truth}, abc} { // the kind that fits
			w.Builder.report = diag.NewReporter(nil)
			if p = w.Compile(Source{Text: line[1], Want: want, Of: w.of}); p != nil {
				break
			}
		}
		if p == nil {
			t.Errorf("%s does not compile: %v", line[1], w.Builder.report.List())
			continue
		}
		w.failed = false
		m := w.Build()
		s := m.NewState()
		w.given(t, m, s, line[0])
		if got := p.Type().Format(p.Eval(s.Frame())); got != line[2] {
			t.Errorf("%s over %s: %s, want %s", line[1], line[0], got, line[2])
		}
	}
}

// TestMissingTable is the table of RULES.md, line by line.
func TestMissingTable(t *testing.T) {
	outcomes(t, Fill{}, [][3]string{
		// + - * and unary minus
		{"x0=2 x1=0.5", "x0 + x1 * 3", "3.5"}, {"x0=2", "x0 - 5", "-3"}, {"x0=0", "-x0", "0"}, {"x0=2", "-x0", "-2"},
		{"x0=2 x1=blank", "x0 + x1", "blank"}, {"x0=declined", "-x0", "declined"}, {"x0=blank", "x0 * 0", "blank"},
		{"x0=8", "x0 * 1000000000000000 * 1000000000000000 * pow(10, 300)", "undefined"},
		{"x0=8", "pow(10, 308) + pow(10, 308) * x0", "undefined"},
		// not_asked only where nothing else is missing; else the first
		{"x0=not_asked x1=declined", "x0 + x1", "declined"}, {"x0=not_asked x1=3", "x0 + x1", "not_asked"},
		{"x0=declined x1=blank", "x0 + x1", "declined"}, {"x0=blank x1=declined", "x0 + x1", "blank"},
		{"x0=not_asked x1=not_asked x2=too_few", "x0 + x1 + x2 + 1", "too_few"}, {"x0=not_asked x1=blank", "sum(x0, x1)", "blank"},
		// /
		{"x0=3", "x0 / 2", "1.5"}, {"x0=3 x1=0", "x0 / x1", "undefined"}, {"x0=0 x1=0", "x0 / x1", "undefined"},
		{"x0=blank x1=0", "x0 / x1", "blank"}, {"x0=1 x1=blank", "x0 / x1", "blank"},
		// == != and the orders
		{"x0=1", "x0 == 1", "true"}, {"x0=1", "x0 != 1", "false"}, {"x0=1 x1=2", "x0 < x1", "true"}, {"x0=blank", "x0 == 1", "blank"},
		{"x0=blank", "x0 == x0", "blank"}, {"x0=blank", "x0 != x0", "blank"}, {"x0=blank x1=declined", "x0 >= x1", "blank"},
		{"c0=a c1=a", "c0 == c1", "true"}, {"c0=a", `c0 != "b"`, "true"}, {"c0=none_of_these", `c0 == "a"`, "declined"},
		{"x0=0.25", "x0 * 1.2 == 0.3", "true"}, {"x0=3", "x0 * 0.1 <= 0.3", "true"}, {"x0=3", "x0 * 0.1 > 0.3", "false"},
		{"x0=3 x1=0.25", "x0 * 0.1 == x1 * 1.2", "true"}, {"x0=3 x1=0.25", "x0 * 0.1 > x1 * 1.2", "false"},
		// chains are both comparisons, joined by `and`
		{"x0=2", "1 < x0 < 3", "true"}, {"x0=3", "1 < x0 < 3", "false"}, {"x0=blank", "1 < x0 < 3", "blank"},
		{"x0=0 x1=blank", "1 < x0 < x1", "false"}, {"x0=1 x1=2 x2=3", "x0 < x1 < x2 <= 3", "true"},
		// in
		{"c0=a", `c0 in ["a", "b"]`, "true"}, {"c0=c", `c0 in ["a", "b"]`, "false"}, {"c0=blank", `c0 in ["a", "b"]`, "blank"},
		{"c0=c", `c0 not in ["a", "b"]`, "true"}, {"c0=blank", `c0 not in ["a"]`, "blank"}, {"x0=-1", "x0 in [-1, 2]", "true"},
		{"x0=3", "x0 * 0.1 in [0.3, 2]", "true"},
		// ?: reads only the chosen arm
		{"t0=true x0=1 x1=blank", "t0 ? x0 : x1", "1"}, {"t0=false x0=1 x1=blank", "t0 ? x0 : x1", "blank"},
		{"t0=blank", "t0 ? 1 : 1", "blank"}, {"t0=not_asked", "t0 ? 1 : 2", "not_asked"},
		{"x0=blank", "x0 >= 2 ? 2 : x0 >= 1 ? 1 : 0", "blank"}, {"x0=1.5", "x0 >= 2 ? 2 : x0 >= 1 ? 1 : 0", "1"},
		{"t0=true c1=b", `t0 ? "a" : c1`, "a"}, {"t0=false c1=b", `t0 ? "a" : c1`, "b"},
		// answered, count, ifna
		{"x0=blank", "answered(x0)", "false"}, {"x0=0", "answered(x0)", "true"}, {"x0=1 x1=blank", "answered(x0 + x1)", "false"},
		{"w0=1 w1=0 w2=declined", "count(ws)", "2"}, {"", "count(of)", "0"}, {"w0=1 w1=not_asked", "count(of)", "1"},
		{"x0=blank x1=3", "ifna(x0, x1)", "3"}, {"x0=2 x1=blank", "ifna(x0, x1)", "2"}, {"x0=blank x1=declined", "ifna(x0, x1)", "declined"},
		{"c0=blank", `ifna(c0, "b")`, "b"},
		// sum mean min max of values
		{"x0=1 x1=2", "sum(x0, x1)", "3"}, {"x0=1 x1=2", "mean(x0, x1)", "1.5"}, {"x0=1 x1=2", "min(x0, x1)", "1"},
		{"x0=-1 x1=-2", "max(x0, x1)", "-1"}, {"x0=1 x1=blank", "max(x0, x1)", "blank"}, {"x0=1", "sum(x0)", "1"},
		// of a bare group: as it is
		{"w0=1 w1=2 w2=3 w3=0 w4=1", "sum(ws)", "7"}, {"w0=1 w1=2 w2=3 w3=0 w4=declined", "sum(ws)", "declined"},
		{"w0=1 w1=2 w2=3 w3=0 w4=not_asked", "mean(ws)", "not_asked"}, {"w0=1 w1=2 w2=3 w3=0 w4=1", "max(ws)", "3"},
		// count_true
		{"x0=1 x1=2", "count_true(x0 > 0, x1 > 5)", "1"}, {"x0=1 x1=blank", "count_true(x0 > 0, x1 > 5)", "blank"},
		{"t0=true t1=true t2=false", "count_true(ts)", "2"}, {"t0=true t1=blank t2=false", "count_true(ts)", "blank"},
		// functions of numbers
		{"x0=-2", "abs(x0)", "2"}, {"x0=2.75", "floor(x0)", "2"}, {"x0=-2.75", "ceil(x0)", "-2"}, {"x0=1", "floor(x0 * 0.29 * 100)", "29"}, {"x0=1", "ceil(x0 * 1.1 * 1.1 * 100)", "121"},
		{"x0=4", "sqrt(x0)", "2"}, {"x0=-1", "sqrt(x0)", "undefined"}, {"x0=0", "ln(x0)", "undefined"}, {"x0=0", "exp(x0)", "1"},
		{"x0=2", "pow(x0, 3)", "8"}, {"x0=-2", "pow(x0, 3)", "-8"}, {"x0=-2", "pow(x0, 0.5)", "undefined"}, {"x0=0", "pow(x0, -1)", "undefined"},
		{"x0=-3", "clamp(x0, 0, 1)", "0"}, {"x0=2", "clamp(x0, 3, 1)", "undefined"}, {"x0=3", "rescale(x0, 1, 5, 0, 100)", "50"},
		{"x0=3", "rescale(x0, 2, 2, 0, 100)", "undefined"}, {"x0=1", "reverse(x0, 0, 4)", "3"}, {"x0=blank", "abs(x0)", "blank"},
		{"x0=declined x1=blank", "clamp(1, x0, x1)", "declined"},
		// table and weigh
		{"w0=2", "table(exact, w0)", "1.25"}, {"x0=0.25", "table(exact, x0 + 0)", "undefined"}, {"x0=8", "table(exact, x0 + 0)", "undefined"},
		{"w0=blank", "table(exact, w0)", "blank"}, {"x0=2.5", "table(steps, x0)", "2"}, {"x0=2.25", "table(steps, x0)", "1"},
		{"x0=-4", "table(steps, x0 - 1)", "undefined"}, {"c0=b", "table(coded, c0)", "2"}, {"c0=none_of_these", "table(coded, c0)", "declined"},
		{"w0=1 w1=2 w2=3 w3=0 w4=3", "sum(weigh(worth, of))", "7.25"}, {"w0=1 w1=2 w2=3 w3=blank w4=3", "sum(weigh(worth, of))", "blank"},
		// dots
		{"d.x=3", "d.x + 1", "4"},
	})
}

// TestFillTable is the table of fills: k = 3 of n = 4 answered, one of five not asked.
func TestFillTable(t *testing.T) {
	const given = "w0=1 w1=3 w2=0 w3=blank w4=not_asked "
	for fill, lines := range map[Fill][][3]string{
		{}: {
			{given, "sum(of)", "blank"}, {given, "mean(of)", "blank"}, {given, "min(of)", "blank"}, {given, "count(of)", "3"},
			{given + "w3=2", "sum(of)", "6"}, {given + "w3=2", "mean(of)", "1.5"}, {given + "w3=2", "max(of)", "3"},
			{given + "w3=2", "sum(weigh(worth, of))", "2.25"}, {given + "w3=2", "mean(weigh(worth, of))", "0.5625"}, {given, "w3 + 1", "blank"},
		},
		{Kind: FillMean}: {
			{given, "sum(of)", FormatNumber(4 * 4 / 3.0)}, {given, "mean(of)", FormatNumber(4 / 3.0)}, {given, "min(of)", "0"}, {given, "max(of)", "3"},
			{given, "sum(of) + w0", FormatNumber(4*4/3.0 + 1)}, {given, "sum(of) + w3", "blank"}, {given, "count(of)", "3"},
		},
		{Kind: FillDrop}: {
			{given, "sum(of)", "4"}, {given, "mean(of)", FormatNumber(4 / 3.0)}, {given, "min(of)", "0"}, {given, "max(of)", "3"},
			{given, "sum(weigh(worth, of))", "1.5"}, {given, "mean(weigh(worth, of))", "0.5"},
		},
		{Kind: FillValue, Value: 2}: {
			{given, "sum(of)", "6"}, {given, "mean(of)", "1.5"}, {given, "min(of)", "0"}, {given, "max(of)", "3"},
			{given, "sum(weigh(worth, of))", "2.25"}, {given, "count(of)", "3"}, {"w0=3 w1=3", "min(of)", "2"}, {"w0=0 w1=1", "max(of)", "2"},
		},
	} {
		outcomes(t, fill, lines)
		if fill.Kind != FillValue {
			outcomes(t, fill, [][3]string{{"", "sum(of)", "blank"}, {"w0=not_asked w1=declined", "mean(of)", "declined"}})
		}
		all := "w0=not_asked w1=not_asked w2=not_asked w3=not_asked w4=not_asked"
		outcomes(t, fill, [][3]string{{all, "sum(of)", "not_asked"}, {all, "mean(of)", "not_asked"}, {all, "max(of)", "not_asked"}})
	}
}

// TestFillMeanRounding: adding the mean item by item gives 17.499999999999996 or the like for many half-way totals.
func TestFillMeanRounding(t *testing.T) {
	for n := 2; n <= 30; n++ {
		for k := 1; k < n; k++ {
			w := NewBuilder(nil)
			of := &List{Fill: Fill{Kind: FillMean}}
			for i := range n {
				of.Items = append(of.Items, ListItem{fmt.Sprint("i", i), w.Input(Input{Name: fmt.Sprint("i", i), Type: Type{Hi: 9, Step: 1}})})
			}
			p := w.Compile(Source{Text: "sum(of)", Of: of})
			f, sum := make([]float64, n), 0.0
			for i := range f {
				f[i] = NA(Blank)
				if i < k {
					f[i] = float64((i*7 + 3) % 10)
					sum += f[i]
				}
			}
			if got, want := p.Eval(f), sum*float64(n)/float64(k); got != want {
				t.Errorf("%d of %d: %v, want %v", k, n, got, want)
			}
		}
	}
}

func TestKleene(t *testing.T) {
	values := []string{"true", "false", "blank"}
	and := [3][3]string{{"true", "false", "blank"}, {"false", "false", "false"}, {"blank", "false", "blank"}}
	or := [3][3]string{{"true", "true", "true"}, {"true", "false", "blank"}, {"true", "blank", "blank"}}
	not := [3]string{"false", "true", "blank"}
	for i, a := range values {
		outcomes(t, Fill{}, [][3]string{{"t0=" + a, "not t0", not[i]}})
		for j, b := range values {
			given := "t0=" + a + " t1=" + b
			outcomes(t, Fill{}, [][3]string{{given, "t0 and t1", and[i][j]}, {given, "t0 or t1", or[i][j]}})
		}
	}
	outcomes(t, Fill{}, [][3]string{
		{"t0=not_asked t1=blank", "t0 and t1", "blank"}, {"t0=not_asked t1=declined", "t0 or t1", "declined"},
		{"t0=not_asked t1=false", "t0 and t1", "false"}, {"t0=declined t1=blank t2=false", "t0 or t1 or t2", "declined"},
	})
}

func TestReasons(t *testing.T) {
	for r := Blank; r <= Internal; r++ {
		v := NA(r)
		if !IsNA(v) || ReasonOf(v) != r {
			t.Errorf("%v comes back as %v", r, ReasonOf(v))
		}
		text, _ := r.MarshalText()
		var back Reason
		if err := back.UnmarshalText(text); err != nil || back != r {
			t.Errorf("%s reads back as %v: %v", text, back, err)
		}
	}
	if ReasonOf(math.NaN()) != Invalid || ReasonOf(1) != Present || ReasonOf(NA(Present)) != Internal || ReasonOf(NA(99)) != Internal {
		t.Error("a reason is made up")
	}
	if new(Reason).UnmarshalText([]byte("lost")) == nil {
		t.Error("an unknown reason reads")
	}
}
