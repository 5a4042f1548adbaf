package proms

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestTabulated holds that a score that is looked up has the bits of its rule, for every set of answers that there is, and that what
// is no answer is not looked up.
func TestTabulated(t *testing.T) {
	tabled := 0
	for _, id := range []string{"eq-5d-3l", "eq-5d-5l", "rand-36", "pro-ctcae-grades", "k6", "phq-9"} {
		q, never := shipped(t, id), shipped(t, id)
		q.NewScratch()
		s, other := q.model.NewState(), never.model.NewState()
		for i, sc := range q.scores {
			table := sc.table.Load()
			if table == nil {
				continue
			}
			tabled++
			for place := range table.outcomes {
				rest := int64(place)
				for k := len(table.axes) - 1; k >= 0; k-- {
					a := table.axes[k]
					s.Frame()[a.slot] = float64(a.span.lo + rest%a.count())
					other.Frame()[a.slot] = s.Frame()[a.slot]
					rest /= a.count()
				}
				sc.Eval(s)
				never.scores[i].Eval(other)
				for _, slot := range sc.Writes() {
					if !sameBits(s.Get(slot), other.Get(slot)) {
						t.Fatalf("%s of %v: %v, and by the rule %v", sc.definition.ID, s.Frame(), s.Get(slot), other.Get(slot))
					}
				}
			}
			for _, none := range []float64{rule.NA(rule.Blank), table.axesLowest() - 1, table.axesLowest() + 0.5, 1e18, -1e300} {
				s.Frame()[table.axes[0].slot] = none
				if table.of(s.Frame()) != nil {
					t.Errorf("%v is looked up", none)
				}
			}
		}
	}
	if tabled < 10 {
		t.Errorf("only %d scores are looked up", tabled)
	}
}

// TestNumber holds that a number is that of the value, and that what has none says so.
func TestNumber(t *testing.T) {
	q := shipped(t, "eq-5d-5l")
	scratch := q.NewScratch()
	for _, row := range rows(q, 200, 5) {
		copy(scratch.Items(), row)
		scratch.Score()
		for i := range 3 {
			number, there := scratch.Number(i)
			if want, given := scratch.Value(i).Number(); number != want || there != given {
				t.Fatalf("%v: %v %v, want %v %v", row, number, there, want, given)
			}
		}
	}
}

func (t *tabulated) axesLowest() float64 { return float64(t.axes[0].span.lo) }
