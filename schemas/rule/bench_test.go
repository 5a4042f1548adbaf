package rule

import "testing"

var sink float64

//go:noinline
func handSum(f []float64) float64 {
	s := 0.0
	for _, v := range f[:9] {
		s += v
	}
	return s
}

//go:noinline
func handLadder(x float64) float64 {
	switch {
	case x >= 20:
		return 4
	case x >= 15:
		return 3
	case x >= 10:
		return 2
	case x >= 5:
		return 1
	default:
		return 0
	}
}

//go:noinline
func handLinear(f []float64) float64 {
	return 0.5*f[0] + f[1]*0.25 - f[2] + 2*f[3] + 1
}

//go:noinline
func handPHQ9(f []float64) (total, band, alert float64) {
	k := 0
	for _, v := range f[:9] {
		if v == v {
			total += v
			k++
		}
	}
	if k < 9 {
		total = total * 9 / float64(k)
	}
	return total, handLadder(total), truth(f[8] >= 1)
}

// compiled compiles one rule over nine items and a total.
func compiled(b *testing.B, text string) *Program {
	w := NewBuilder(nil)
	of := &List{Fill: Fill{Kind: FillMean}}
	for _, id := range []string{"q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"} {
		of.Items = append(of.Items, ListItem{id, w.Input(Input{Name: id, Type: Type{Hi: 3, Step: 1}})})
	}
	w.Input(Input{Name: "total", Type: Type{Hi: 27, Step: 1}})
	p := w.Compile(Source{Text: text, Of: of})
	if p == nil {
		b.Fatal(w.report.List())
	}
	return p
}

var answers = []float64{1, 2, 2, 1, 0, 1, 1, 0, 1, 11}

func benchProgram(b *testing.B, text string, hand func([]float64) float64) {
	p := compiled(b, text)
	b.Run("rule", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sink = p.Eval(answers)
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		for b.Loop() {
			sink = hand(answers)
		}
	})
}

func BenchmarkSumOfNine(b *testing.B) { benchProgram(b, "sum(of)", handSum) }

func BenchmarkLadder(b *testing.B) {
	benchProgram(b, "total >= 20 ? 4 : total >= 15 ? 3 : total >= 10 ? 2 : total >= 5 ? 1 : 0",
		func(f []float64) float64 { return handLadder(f[9]) })
}

func BenchmarkLinear(b *testing.B) {
	benchProgram(b, "0.5 * q1 + q2 * 0.25 - q3 + 2 * q4 + 1", handLinear)
}

// BenchmarkPHQ9 is total, band and alert of one person; the answers are copied into the frame each time.
func BenchmarkPHQ9(b *testing.B) {
	m := phq9(b)
	s := m.NewState()
	total, _ := m.Slot("total")
	b.Run("model", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			copy(s.Frame(), answers[:9])
			m.Eval(s)
			sink = s.Frame()[total]
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		f := make([]float64, 9)
		for b.Loop() {
			copy(f, answers[:9])
			total, band, alert := handPHQ9(f)
			sink = total + band + alert
		}
	})
}

// BenchmarkUnknown is the slow path: a condition that bounds decide.
func BenchmarkUnknown(b *testing.B) {
	m := phq9(b)
	s := m.NewState()
	copy(s.Frame(), answers[:8])
	w := NewBuilder(nil)
	for _, in := range m.Inputs() {
		w.Input(in)
	}
	w.Group("symptoms", []string{"q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"}, "")
	p := w.Compile(Source{Text: "sum(symptoms) > 0", Want: Type{Kind: Truth}, Condition: true})
	b.ReportAllocs()
	for b.Loop() {
		sink, _ = p.Decide(s)
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	w := newWorld()
	for b.Loop() {
		w.Compile(Source{Text: `x0 >= 3 ? 4 : x0 >= 2 ? 3 : x0 >= 1 ? 2 : sum(x0, x1, 1.5 * x2)`})
	}
}
