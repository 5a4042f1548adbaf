package rule

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
)

var dotted = regexp.MustCompile(`\bd\s*\.\s*x\b`)

// oracle computes the same rule with expr's own compiler and virtual machine, over complete answers, with functions
// written anew for it.
func oracle(t testing.TB, text string, env map[string]any) *vm.Program {
	t.Helper()
	text = dotted.ReplaceAllString(text, "d__x")
	text = strings.NewReplacer("(exact,", "(\"exact\",", "(steps,", "(\"steps\",", "(coded,", "(\"coded\",",
		"weigh(worth,", "weigh(\"worth\",").Replace(text)
	options := []expr.Option{expr.Env(env)}
	for name, f := range oracleFunctions {
		options = append(options, expr.Function(name, f))
	}
	p, err := expr.Compile(text, options...)
	if err != nil {
		t.Fatalf("oracle: %s: %v", text, err)
	}
	return p
}

// oracleEnv draws an environment in the order of the slots.
func oracleEnv(draw func(Type) float64) map[string]any {
	env := map[string]any{}
	w := newWorld()
	for slot, name := range w.scope.names {
		oracleSet(env, name, w.scope.types[slot], draw(w.scope.types[slot]))
	}
	oracleLists(env)
	return env
}

func oracleSet(env map[string]any, name string, t Type, v float64) {
	name = strings.ReplaceAll(name, ".", "__")
	switch t.Kind {
	case Truth:
		env[name] = v != 0
	case Code:
		env[name] = t.Format(v)
	default:
		env[name] = v
	}
}

func oracleLists(env map[string]any) {
	ws := []any{}
	for _, name := range []string{"w0", "w1", "w2", "w3", "w4"} {
		ws = append(ws, env[name])
	}
	env["ws"], env["of"] = ws, ws
	env["ts"] = []any{env["t0"], env["t1"], env["t2"]}
}

func floats(params []any) []float64 {
	var out []float64
	for _, p := range params {
		switch p := p.(type) {
		case float64:
			out = append(out, p)
		case int:
			out = append(out, float64(p))
		case bool:
			if p {
				out = append(out, 1)
			} else {
				out = append(out, 0)
			}
		case []any:
			out = append(out, floats(p)...)
		}
	}
	return out
}

var oracleFunctions = map[string]func(params ...any) (any, error){
	"sum": func(params ...any) (any, error) {
		s := 0.0
		for _, v := range floats(params) {
			s += v
		}
		return s, nil
	},
	"mean": func(params ...any) (any, error) {
		s := 0.0
		vs := floats(params)
		for _, v := range vs {
			s += v
		}
		return s / float64(len(vs)), nil
	},
	"min": func(params ...any) (any, error) {
		m := math.Inf(1)
		for _, v := range floats(params) {
			if v < m {
				m = v
			}
		}
		return m, nil
	},
	"max": func(params ...any) (any, error) {
		m := math.Inf(-1)
		for _, v := range floats(params) {
			if v > m {
				m = v
			}
		}
		return m, nil
	},
	"count": func(params ...any) (any, error) { return float64(len(floats(params))), nil },
	"count_true": func(params ...any) (any, error) {
		k := 0.0
		for _, v := range floats(params) {
			k += v
		}
		return k, nil
	},
	"answered": func(...any) (any, error) { return true, nil },
	"ifna":     func(params ...any) (any, error) { return params[0], nil },
	"abs":      func(params ...any) (any, error) { return math.Abs(floats(params)[0]), nil },
	"floor":    func(params ...any) (any, error) { return math.Floor(floats(params)[0]), nil },
	"ceil":     func(params ...any) (any, error) { return math.Ceil(floats(params)[0]), nil },
	"clamp": func(params ...any) (any, error) {
		vs := floats(params)
		switch {
		case vs[0] < vs[1]:
			return vs[1], nil
		case vs[0] > vs[2]:
			return vs[2], nil
		}
		return vs[0], nil
	},
	"reverse": func(params ...any) (any, error) {
		vs := floats(params)
		return vs[1] + vs[2] - vs[0], nil
	},
	"table": func(params ...any) (any, error) {
		switch params[0] {
		case "exact":
			return []float64{0.5, 1.5, 1.25, 4}[int(params[1].(float64))], nil
		case "coded":
			return float64(strings.Index("abc", params[1].(string)) + 1), nil
		}
		switch x := params[1].(float64); {
		case x >= 2.5:
			return 2.0, nil
		case x >= 0:
			return 1.0, nil
		}
		return 0.0, nil
	},
	"weigh": func(params ...any) (any, error) {
		var out []any
		for i, v := range floats(params[1:]) {
			out = append(out, []float64{0, 0.5, 0.75, float64(i)}[int(v)])
		}
		return out, nil
	},
}

// close12 reports whether a comparison of the rule is between two numbers that differ and yet are equal after 12
// significant digits: there, and only there, the oracle's plain comparison may differ.
func close12(p *Program, f []float64) bool {
	found := false
	p.root.walk(func(n *node) {
		switch {
		case n.form == formCompare && n.kids[0].typ.Kind == Number:
			a, b := n.kids[0].eval(f), n.kids[1].eval(f)
			found = found || a != b && Equal(a, b)
		case n.form == formCall && (n.word == "floor" || n.word == "ceil"):
			x := n.kids[0].eval(f)
			found = found || nudged(x) != x
		}
	})
	return found
}

// person is one complete set of answers: as a frame, and as expr reads it.
type person struct {
	frame []float64
	env   map[string]any
}

// drawn makes persons in the order of the slots of a world. They serve many rules, because making them takes longer than most rules.
func (w *world) drawn(r *rand.Rand, n int) []person {
	all := make([]person, n)
	for i := range all {
		p := person{env: map[string]any{}}
		for slot, typ := range w.scope.types {
			v := value(r, typ)
			p.frame = append(p.frame, v)
			oracleSet(p.env, w.scope.names[slot], typ, v)
		}
		oracleLists(p.env)
		all[i] = p
	}
	return all
}

// TestOracle compares with expr's virtual machine, bit for bit. The grammar has no division by what may be 0. A
// comparison of nearly equal numbers is left out of the count; there must be few.
func TestOracle(t *testing.T) {
	t.Parallel()
	rules, answers := 8500, 120
	if testing.Short() || raceOn {
		rules = 600
	}
	w := newWorld()
	r := rand.New(rand.NewPCG(1, 2))
	g := &makeRule{Rand: r}
	persons := w.drawn(r, 5000)
	var compared, skipped, mismatches int
	var machine vm.VM
	for i := range rules {
		g.plain = i%2 == 0
		text, want := g.number(1+i%4), Type{}
		if i%3 == 0 {
			text, want = g.truth(1+i%4), Type{Kind: Truth}
		}
		p, o := w.compile(t, text, want), oracle(t, text, persons[0].env)
		for range answers {
			one := persons[r.IntN(len(persons))]
			frame := one.frame
			out, err := machine.Run(o, one.env)
			if err != nil {
				t.Fatalf("oracle: %s: %v", text, err)
			}
			want := floats([]any{out})[0]
			if want == 0 {
				want = 0 // expr may give negative zero, which never leaves ours
			}
			got := p.Eval(frame)
			switch {
			case math.Float64bits(got) == math.Float64bits(want):
				compared++
			case close12(p, frame):
				skipped++
			default:
				if mismatches++; mismatches < 10 {
					t.Errorf("%s over %v: %v, oracle %v", text, frame, got, want)
				}
			}
		}
	}
	t.Logf("%d rules, %d comparisons, %d mismatches, %d left out as equal after 12 digits", rules, compared, mismatches, skipped)
	if compared < rules*answers*99/100 {
		t.Errorf("only %d of %d could be compared", compared, rules*answers)
	}
}

func machineRun(p *vm.Program, env map[string]any) (float64, error) {
	out, err := expr.Run(p, env)
	if err != nil {
		return 0, err
	}
	return floats([]any{out})[0], nil
}
