package rule

import (
	"math"
	"math/rand/v2"
	"testing"
)

// reference evaluates a tree in the plainest way, with the table of missing values in mind and no regard for speed. It
// shares no code with the closures but comparison after 12 digits and the functions of numbers.
func reference(n *node, f []float64) (float64, Reason) {
	switch n.form {
	case formNumber, formTruth, formCode:
		return n.value, Present
	case formName:
		return f[n.slot], ReasonOf(f[n.slot])
	case formOr, formAnd:
		return referenceLogic(n, f)
	case formChoice:
		c, why := reference(n.kids[0], f)
		if why != Present {
			return 0, why
		}
		if c == 1 {
			return reference(n.kids[1], f)
		}
		return reference(n.kids[2], f)
	case formCall:
		return referenceCall(n, f)
	}
	var vs []float64
	var whys []Reason
	for _, kid := range n.kids {
		v, why := reference(kid, f)
		vs, whys = append(vs, v), append(whys, why)
	}
	if why := worst(whys); why != Present {
		return 0, why
	}
	return referenceStrict(n, vs)
}

// worst is the first reason, but not_asked only where there is no other.
func worst(whys []Reason) Reason {
	out := Present
	for _, why := range whys {
		if out == Present || out == NotAsked && why != Present {
			out = why
		}
	}
	return out
}

func referenceStrict(n *node, vs []float64) (float64, Reason) {
	var v float64
	switch n.word {
	case "+":
		v = vs[0] + vs[1]
	case "-":
		v = -vs[0]
		if len(vs) == 2 {
			v = vs[0] - vs[1]
		}
	case "*":
		v = vs[0] * vs[1]
	case "/":
		v = vs[0] / vs[1]
	case "not":
		v = 1 - vs[0]
	case "in", "not in":
		for _, k := range vs[1:] {
			if Equal(vs[0], k) {
				v = 1
			}
		}
		if n.word == "not in" {
			v = 1 - v
		}
	default:
		c := 0
		if !Equal(vs[0], vs[1]) {
			c = 1
			if vs[0] < vs[1] {
				c = -1
			}
		}
		v = truth(map[string]bool{"==": c == 0, "!=": c != 0, "<": c < 0, "<=": c <= 0, ">": c > 0, ">=": c >= 0}[n.word])
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, Undefined
	}
	return v, Present
}

func referenceLogic(n *node, f []float64) (float64, Reason) {
	a, whyA := reference(n.kids[0], f)
	b, whyB := reference(n.kids[1], f)
	decides := truth(n.form == formOr)
	if whyA == Present && a == decides || whyB == Present && b == decides {
		return decides, Present
	}
	return 1 - decides, worst([]Reason{whyA, whyB})
}

func referenceCall(n *node, f []float64) (float64, Reason) {
	switch n.word {
	case "answered":
		_, why := reference(n.kids[0], f)
		return truth(why == Present), Present
	case "ifna":
		if v, why := reference(n.kids[0], f); why == Present {
			return v, Present
		}
		return reference(n.kids[1], f)
	case "sum", "min", "max", "mean", "count", "count_true":
		if l := n.kids[0].list; l != nil {
			v := n.eval(f) // lists have a test of their own
			return v, ReasonOf(v)
		}
	case "table":
		v, why := reference(n.kids[1], f)
		if why != Present {
			return 0, why
		}
		v = n.lookup.at(v)
		return v, ReasonOf(v)
	}
	var a arguments
	var whys []Reason
	for i, kid := range n.kids {
		v, why := reference(kid, f)
		a[i], whys = v, append(whys, why)
	}
	if why := worst(whys); why != Present {
		return 0, why
	}
	out, err := oracleFunctions[n.word](boxed(a[:len(n.kids)])...)
	if v, ok := out.(float64); ok && err == nil && v-v == 0 {
		return v, Present
	}
	return 0, Undefined
}

func boxed(vs []float64) []any {
	var out []any
	for _, v := range vs {
		out = append(out, v)
	}
	return out
}

// TestReference compares values and reasons over answers of which many are missing.
func TestReference(t *testing.T) {
	t.Parallel()
	rules := 3000
	if testing.Short() || raceOn {
		rules = 800
	}
	w := newWorld()
	r := rand.New(rand.NewPCG(9, 10))
	g := &makeRule{Rand: r}
	f := make([]float64, len(w.scope.types))
	missing := 0
	for i := range rules {
		text, want := g.number(1+i%4), Type{}
		if i%2 == 0 {
			text, want = g.truth(1+i%4), Type{Kind: Truth}
		}
		p := w.compile(t, text, want)
		for range 40 {
			blanks(r, w, f, 1+r.IntN(6))
			if close12(p, f) {
				continue
			}
			v, why := reference(p.root, f)
			got := p.Eval(f)
			if ReasonOf(got) != why || why == Present && got != v {
				t.Fatalf("%s over %v: %v (%v), reference %v (%v)", text, f, got, ReasonOf(got), v, why)
			}
			if why != Present {
				missing++
			}
			if why == Present && got == 0 && math.Signbit(got) {
				t.Fatalf("%s: negative zero leaves", text)
			}
		}
	}
	t.Logf("%d rules, %d missing results", rules, missing)
}

// blanks fills a frame in which that many tenths of the values are missing.
func blanks(r *rand.Rand, w *world, f []float64, tenths int) {
	for slot, typ := range w.scope.types[:len(f)] {
		f[slot] = value(r, typ)
		if r.IntN(10) < tenths {
			f[slot] = NA(Blank + Reason(r.IntN(int(NotSupplied))))
		}
	}
}
