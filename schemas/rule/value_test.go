package rule

import (
	"encoding/json"
	"math"
	"testing"
)

func TestValue(t *testing.T) {
	for _, c := range []struct {
		in   float64
		json string
		text string
	}{
		{9, "9", "9"}, {0.072, "0.072", "0.072"}, {NA(TooFew), `{"missing":"too_few"}`, "too_few"}, {math.Inf(1), `{"missing":"undefined"}`, "undefined"},
		{math.Copysign(0, -1), "0", "0"}, {1e21, "1000000000000000000000", "1000000000000000000000"},
	} {
		v := ValueOf(c.in)
		out, err := json.Marshal(v)
		if err != nil || string(out) != c.json || v.String() != c.text {
			t.Errorf("%v: %s, %s, %v", c.in, out, v, err)
		}
		var back Value
		if err := json.Unmarshal(out, &back); err != nil || back != v || ReasonOf(back.Slot()) != v.Reason() {
			t.Errorf("%s reads back as %v, %v", out, back, err)
		}
		if number, ok := v.Number(); ok != (v.Reason() == Present) || ok && number != v.Slot() {
			t.Errorf("%v: %v, %v", c.in, number, ok)
		}
	}
	if (Value{}).Reason() != NotSupplied || MissingValue(Present).Reason() != Internal {
		t.Error("a Value without a number has no reason")
	}
	for _, c := range []struct {
		a, b Value
		same bool
	}{
		{ValueOf(9), ValueOf(9), true}, {ValueOf(9), ValueOf(8), false}, {ValueOf(0), ValueOf(math.Copysign(0, -1)), true},
		{MissingValue(TooFew), MissingValue(TooFew), true}, {MissingValue(TooFew), MissingValue(Blank), false},
		{Value{}, MissingValue(NotSupplied), true}, {Value{}, ValueOf(0), false},
	} {
		if c.a.Equal(c.b) != c.same || c.b.Equal(c.a) != c.same || !c.a.Equal(c.a) {
			t.Errorf("%v and %v are the same: want %v", c.a, c.b, c.same)
		}
	}
	for _, bad := range []string{"null", `"9"`, "{}", `{"missing":"present"}`, `{"missing":"lost"}`, "1e999", "[1]"} {
		if json.Unmarshal([]byte(bad), new(Value)) == nil {
			t.Errorf("%s reads as a value", bad)
		}
	}
}
