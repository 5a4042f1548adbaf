package question_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// longSheet is a sheet of n items and good answers to all of them, of every form that has one value.
func longSheet(tb testing.TB, n int) (*question.Sheet, map[string]any) {
	tb.Helper()
	var items []question.Question
	values := map[string]any{}
	for i := range n {
		id := fmt.Sprintf("q%d", i)
		switch i % 3 {
		case 0:
			items, values[id] = append(items, question.Question{ID: id, Answer: "often"}), "never"
		case 1:
			items, values[id] = append(items, question.Question{ID: id, Answer: question.YesNo}), true
		default:
			items = append(items, question.Question{ID: id, Number: &question.Number{Range: [2]float64{0, 120}, Step: 1}})
			values[id] = 76.0
		}
	}
	r := diag.NewReporter(nil)
	sheet := question.NewSheet(question.Source{
		Questions: items, Sets: map[string]question.AnswerSet{"often": {{ID: "never"}, {ID: "often"}}}, Items: true, Absent: rule.Blank,
	}, r)
	if r.HasErrors() {
		tb.Fatal(r.List())
	}
	return sheet, values
}

// TestGoodAnswersCostNoMemory holds that a good answer is put into its place without memory of its own: many of them need as few
// allocations as one.
func TestGoodAnswersCostNoMemory(t *testing.T) {
	count := func(n int) float64 {
		sheet, values := longSheet(t, n)
		return testing.AllocsPerRun(100, func() {
			if _, err := sheet.Of(values); err != nil {
				t.Fatal(err)
			}
		})
	}
	if one, many := count(3), count(300); many > one {
		t.Errorf("%v allocations for 3 answers, %v for 300", one, many)
	}
}

// TestAskIsOf holds that answers that are asked for are those of a map, faults and all, and that nothing else is asked.
func TestAskIsOf(t *testing.T) {
	sheet, values := longSheet(t, 9)
	values["q2"], values["q4"] = 300.0, nil
	delete(values, "q5")
	var asked []string
	got, gotErr := sheet.Ask(func(id string) (any, bool) {
		asked = append(asked, id)
		v, given := values[id]
		return v, given
	})
	want, wantErr := sheet.Of(values)
	if fmt.Sprint(gotErr) != fmt.Sprint(wantErr) || gotErr == nil {
		t.Errorf("%v and %v", gotErr, wantErr)
	}
	if !slices.Equal(asked, sheet.IDs()) {
		t.Errorf("asked %v", asked)
	}
	for i, id := range sheet.IDs() {
		v, why := got.Value(id)
		w, whyNot := want.Value(id)
		at, whyAt := got.At(i)
		if v != w || why != whyNot || v != at || why != whyAt {
			t.Errorf("%s: %v %v, %v %v, %v %v", id, v, why, w, whyNot, at, whyAt)
		}
	}
	for _, i := range []int{-1, sheet.Len()} {
		if _, why := got.At(i); why != rule.NotSupplied {
			t.Errorf("there is an answer at %d: %v", i, why)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	const n = 30
	sheet, values := longSheet(b, n)
	b.Run("sheet", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if a, err := sheet.Of(values); err != nil || a.Count() != n {
				b.Fatal(a.Count(), err)
			}
		}
	})
	b.Run("ask", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			a, err := sheet.Ask(func(id string) (any, bool) { v, given := values[id]; return v, given })
			if err != nil || a.Count() != n {
				b.Fatal(a.Count(), err)
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) { // looks the answers up and checks their types and ranges
		ids := sheet.IDs()
		b.ReportAllocs()
		for b.Loop() {
			frame := make([]float64, n)
			for i, id := range ids {
				switch v := values[id].(type) {
				case string:
					if v != "never" {
						b.Fatal(v)
					}
				case bool:
					frame[i] = 1
				case float64:
					if frame[i] = v; v < 0 || v > 120 || v != float64(int(v)) {
						b.Fatal(v)
					}
				}
			}
			if frame[2] != 76 {
				b.Fatal(frame)
			}
		}
	})
}
