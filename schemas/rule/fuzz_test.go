package rule

import (
	"math"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// FuzzCompile: whatever is typed, nothing panics, every place lies within the text, and a rule that compiles agrees
// with expr's virtual machine over complete answers.
func FuzzCompile(f *testing.F) {
	for _, seed := range []string{
		"sum(of)", "x0 >= 1 and not t0", `c0 in ["a", "b"] ? 1 : 0`, "1 < x0 <= 3 or t1", "table(exact, w0) / 2", "ifna(x0, -1) * 1.5", "d.x + 1",
		"sum(weigh(worth, ws))", "x0 ≥ 1 AND c0 = a", "1,5 + x0", "not c0 == 'a'", "x0 ?? 0", "if t0 { 1 } else { 2 }", "sum([w0])", "((((", "“a”", "",
		"x0 // c", "0x1F", "- - -x0", "a.b.c.d", "1e999", "ws | sum()", "filter(ws, # > 1)", "x0 not in [1]", "::count(ws)", "let a = 1; a", "t0 ? t1 ? 1 : 2 : 3", "d. x+ 1",
	} {
		f.Add(seed)
	}
	frame := make([]float64, 0, 32)
	env := oracleEnv(func(t Type) float64 { lo, _ := t.bound(); return lo })
	for _, t := range newWorld().scope.types {
		lo, _ := t.bound()
		frame = append(frame, lo)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, kind := range []Kind{Number, Truth} {
			w := newWorld()
			w.Builder.report = diag.NewReporter(line{})
			p := w.Compile(Source{At: "/rule", Text: text, Want: Type{Kind: kind}, Of: w.of, Condition: true})
			list := w.Builder.report.List()
			for _, d := range list {
				if d.Span.Start.Column > 0 && strings.Contains(stretch(text, d.Span), "outside the text") {
					t.Fatalf("%q: %v lies outside", text, d)
				}
				if d.Message() == "" || strings.Contains(d.Message()+d.Hint, "%!") {
					t.Fatalf("%q: message %q, hint %q", text, d.Message(), d.Hint)
				}
			}
			if (p == nil) != list.HasErrors() {
				t.Fatalf("%q: program %v, faults %v", text, p != nil, list)
			}
			if p == nil {
				continue
			}
			got := p.Eval(frame)
			m := w.Build()
			s := m.NewState()
			p.Decide(s)
			p.Missing(s)
			p.Trace(s)
			p.Bound(m.Ranges())
			for _, fn := range []string{"sqrt", "exp", "ln", "pow", "rescale", "table"} {
				if strings.Contains(text, fn) {
					return // the oracle has no domain checks
				}
			}
			if close12(p, frame) || got != got || text == "" {
				continue
			}
			want, err := machineRun(oracle(t, text, env), env)
			if err != nil || want != got && !(math.IsNaN(want) || math.IsInf(want, 0)) && math.Abs(want) < 1e15 {
				t.Fatalf("%q: %v, oracle %v, %v", text, got, want, err)
			}
		}
	})
}
