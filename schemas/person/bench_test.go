package person_test

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestFillCostsNoMemory holds that facts are copied, whether the inputs take the same answers or others.
func TestFillCostsNoMemory(t *testing.T) {
	who, frame, inputs := filled(t)
	if n := testing.AllocsPerRun(100, func() { who.Fill(frame, inputs, "person.") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// filled gives facts, and a frame for them.
func filled(tb testing.TB) (person.Facts, []float64, []rule.Input) {
	v := vocabulary(tb)
	who, err := v.Parse([]byte(`{"age": 76, "sex": "male", "hypertension": true}`), today)
	if err != nil {
		tb.Fatal(err)
	}
	inputs := v.Inputs("person.")
	return who, make([]float64, len(inputs)), inputs
}

func BenchmarkFill(b *testing.B) {
	who, frame, inputs := filled(b)
	b.Run("facts", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if who.Fill(frame, inputs, "person."); frame[0] != 76 {
				b.Fatal(frame)
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) { // copies each by its name, and asks of no type
		values := map[string]float64{"person.age": 76, "person.sex": 1, "person.hypertension": 1}
		b.ReportAllocs()
		for b.Loop() {
			for i, in := range inputs {
				frame[i] = values[in.Name]
			}
			if frame[0] != 76 {
				b.Fatal(frame)
			}
		}
	})
}
