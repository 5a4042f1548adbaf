package rule

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// world is a small document for tests: names of every type, a group, a table of each sort, weights.
type world struct {
	*Builder
	report *diag.Reporter
	of     *List
}

var abc = Type{Kind: Code, Set: "abc", Options: []Option{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "none_of_these", Missing: true}}}

var frequency = Type{Kind: Number, Options: []Option{{ID: "never", Value: 0}, {ID: "often", Value: 1}, {ID: "always", Value: 2}}}

// newWorld declares x0..x3 (quarters from -4 to 8), w0..w4 (0 to 3), t0..t2 (yes or no), c0 and c1 (of abc), other (of
// another set), age and weight with units, freq with named values, d.x with a dot.
func newWorld() *world {
	r := diag.NewReporter(nil)
	w := &world{Builder: NewBuilder(r), report: r, of: &List{Name: "ws"}}
	add := func(name string, t Type) { w.Input(Input{Name: name, Type: t, Pointer: "/" + name}) }
	for i := range 4 {
		add(fmt.Sprintf("x%d", i), Type{Lo: -4, Hi: 8, Step: 0.25})
	}
	var ids []string
	weighed := map[string]map[float64]float64{}
	for i := range 5 {
		id := fmt.Sprintf("w%d", i)
		ids = append(ids, id)
		w.of.Items = append(w.of.Items, ListItem{id, Slot(4 + i)})
		weighed[id] = map[float64]float64{0: 0, 1: 0.5, 2: 0.75, 3: float64(i)}
		add(id, Type{Lo: 0, Hi: 3, Step: 1})
	}
	for i := range 3 {
		add(fmt.Sprintf("t%d", i), Type{Kind: Truth})
	}
	add("c0", abc)
	add("c1", abc)
	add("other", Type{Kind: Code, Set: "other", Options: []Option{{ID: "a"}, {ID: "z"}}})
	add("age", Type{Lo: 0, Hi: 120, Step: 1, Unit: "years"})
	add("weight", Type{Lo: 20, Hi: 300, Step: 0.1, Unit: "kg"})
	add("freq", frequency)
	add("d.x", Type{Lo: 0, Hi: 10})
	w.Group("ws", ids, "/groups/ws")
	w.Group("ts", []string{"t0", "t1", "t2"}, "/groups/ts")
	w.Table("exact", Table{Pointer: "/tables/exact", Rows: []Row{{Key: 0, Value: 0.5}, {Key: 1, Value: 1.5}, {Key: 2, Value: 1.25}, {Key: 3, Value: 4}}})
	w.Table("steps", Table{Pointer: "/tables/steps", Steps: true, Rows: []Row{{Key: -4, Value: 0}, {Key: 0, Value: 1}, {Key: 2.5, Value: 2}}})
	w.Table("coded", Table{Pointer: "/tables/coded", Rows: []Row{{Code: "a", Value: 1}, {Code: "b", Value: 2}, {Code: "c", Value: 3}}})
	w.Weights("worth", weighed, "/weights/worth")
	return w
}

// compile compiles a rule that must be right.
func (w *world) compile(t testing.TB, text string, want Type) *Program {
	t.Helper()
	p := w.Compile(Source{At: "/rule", Text: text, Want: want, Condition: want.Kind == Truth, Of: w.of})
	if p == nil {
		t.Fatalf("%s: %v", text, w.report.List())
	}
	return p
}

// value draws one present value of a type.
func value(r *rand.Rand, t Type) float64 {
	switch {
	case t.Kind == Truth:
		return float64(r.IntN(2))
	case t.Kind == Code:
		return float64(r.IntN(len(t.ids())))
	case len(t.Options) > 0:
		return t.Options[r.IntN(len(t.Options))].Value
	case t.Step >= 0.25:
		return t.Lo + t.Step*float64(r.IntN(int((t.Hi-t.Lo)/t.Step)+1))
	case t.Step > 0:
		return sig12(t.Lo + t.Step*float64(r.IntN(int(math.Round((t.Hi-t.Lo)/t.Step))+1)))
	default:
		return t.Lo + (t.Hi-t.Lo)*float64(r.IntN(41))/40
	}
}

// given makes a frame from assignments such as "x0=1 c0=b t0=true w1=blank".
func (w *world) given(t testing.TB, m *Model, s *State, assignments string) {
	t.Helper()
	for _, a := range strings.Fields(assignments) {
		name, text, _ := strings.Cut(a, "=")
		slot, ok := m.Slot(name)
		if !ok {
			t.Fatalf("no %s", name)
		}
		var reason Reason
		if reason.UnmarshalText([]byte(text)) == nil {
			s.Set(slot, NA(reason))
			continue
		}
		var plain any = text
		var number float64
		if text == "true" || text == "false" {
			plain = text == "true"
		} else if _, err := fmt.Sscan(text, &number); err == nil {
			plain = number
		}
		v, err := m.Type(slot).Parse(plain)
		if err != nil {
			t.Fatal(err)
		}
		s.Set(slot, v)
	}
}

// makeRule writes a random rule. With plain it leaves out what looks at missing values; brackets stand nearly
// everywhere, because precedence is the parser's business.
type makeRule struct {
	*rand.Rand
	plain bool
	// wild adds what may be undefined, for which expr is no oracle.
	wild bool
}

func (g *makeRule) pick(options ...string) string { return options[g.IntN(len(options))] }

func (g *makeRule) number(depth int) string {
	if depth <= 0 {
		return g.pick("x0", "x1", "x2", "x3", "w0", "w1", "w2", "d.x", "0", "1", "2", "3", "0.25", "1.5", "x0", "w3", "age")
	}
	n, c := func() string { return g.number(depth - 1) }, func() string { return g.truth(depth - 1) }
	if g.wild && g.IntN(3) == 0 {
		switch g.IntN(9) {
		case 0, 1:
			return "(" + n() + " / " + n() + ")"
		case 2:
			return "pow(" + n() + ", " + g.pick("2", "3", "0.5", "-1", "w0", n()) + ")"
		case 3:
			return g.pick("sqrt", "ln", "exp") + "(" + n() + ")"
		case 4:
			return "rescale(" + n() + ", " + g.pick("0, 3", "3, 0", "w0, w1") + ", 0, " + g.pick("100", "-1", "x0") + ")"
		case 5:
			return "table(exact, " + g.pick("w0 + w1", "w0 * w2 - 1", "max(of)", "x0 + 0", "t0 ? w0 : 7", "count_true(t0, t1)", "-w3", "abs(w0)", "0 + "+n()) + ")"
		case 6:
			return "table(steps, " + n() + ")"
		case 7:
			return "clamp(" + n() + ", " + n() + ", " + n() + ")"
		default:
			return g.pick("sum", "mean", "min", "max") + "(weigh(worth, ws))"
		}
	}
	switch g.IntN(22) {
	case 0, 1:
		return "(" + n() + " + " + n() + ")"
	case 2:
		return "(" + n() + " - " + n() + " + " + n() + ")"
	case 3:
		return "(" + n() + " * " + n() + ")"
	case 4:
		return "(2 * x0 + x1 * 0.5 - w0 + " + n() + ")"
	case 5:
		return "-(" + n() + ")"
	case 6, 7:
		return "(" + c() + " ? " + n() + " : " + n() + ")"
	case 8:
		return "(x1 >= 4 ? 3 : x1 > 2 ? 2.5 : x1 == 0 ? 1 : 0)"
	case 9:
		return g.pick("sum", "mean", "min", "max") + "(" + n() + ", " + n() + ", " + n() + ")"
	case 10:
		return g.pick("sum", "min", "max", "mean") + "(" + g.pick("ws", "of") + ")"
	case 11:
		return "abs(" + n() + ")"
	case 12:
		return g.pick("floor", "ceil") + "(" + n() + ")"
	case 13:
		return "clamp(" + n() + ", -1, 3)"
	case 14:
		return "reverse(" + n() + ", 0, 4)"
	case 15:
		return "count_true(" + c() + ", " + c() + ")"
	case 16:
		return "table(exact, " + g.pick("w0", "w1", "w2", "w3") + ")"
	case 17:
		return "table(steps, " + g.pick("x0", "x1") + ")"
	case 18:
		return g.pick("sum", "max") + "(weigh(worth, ws))"
	case 19:
		return "(w0 + w1 + w2 + w3)"
	case 20:
		if g.plain {
			return "table(coded, c0)"
		}
		return "ifna(" + g.pick("x0", "x1", n()) + ", " + n() + ")"
	default:
		if g.plain {
			return "(" + n() + " / 4)"
		}
		return "count(" + g.pick("ws", "of") + ")"
	}
}

func (g *makeRule) truth(depth int) string {
	if depth <= 0 {
		return g.pick("t0", "t1", "t2", `c0 == "a"`, `c1 != "b"`, "c0 == c1", `c0 in ["a", "c"]`, "x0 >= 1", "w0 == 2", "w1 in [0, 3]",
			"1 < w2 < 3", "x1 > x2", "freq <= 1", `c1 not in ["a"]`, "w3 != 1", "x3 in [0.25, 1]", "age >= 65")
	}
	n, c := func() string { return g.number(depth - 1) }, func() string { return g.truth(depth - 1) }
	if g.wild && g.IntN(4) == 0 {
		return "(" + n() + g.pick(" in ", " not in ") + "[0, 1, 2.5])"
	}
	switch g.IntN(10) {
	case 0, 1:
		return "(" + c() + " and " + c() + ")"
	case 2, 3:
		return "(" + c() + " or " + c() + ")"
	case 4:
		return "not (" + c() + ")"
	case 5, 6:
		return "(" + n() + " " + g.pick("<", "<=", ">", ">=", "==", "!=") + " " + n() + ")"
	case 7:
		return "(" + n() + " < " + n() + " <= " + n() + ")"
	case 8:
		return "(" + c() + " ? " + c() + " : " + c() + ")"
	default:
		if g.plain {
			return "(" + c() + ` ? c0 : c1) == ` + g.pick(`"a"`, `"b"`, "c0")
		}
		return "answered(" + g.pick("x0", "c0", "t1", n()) + ")"
	}
}
