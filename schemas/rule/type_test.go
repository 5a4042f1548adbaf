package rule

import (
	"math"
	"strings"
	"testing"
)

func TestTypeParse(t *testing.T) {
	age := Type{Lo: 0, Hi: 120, Step: 1, Unit: "years"}
	mass := Type{Lo: 20, Hi: 300, Step: 0.1}
	for _, c := range []struct {
		typ  Type
		in   any
		want string // as Format writes it
		err  string
	}{
		{age, 70, "70", ""}, {age, 70.0, "70", ""}, {age, int64(70), "70", ""}, {age, 70.5, "invalid", "step of 1"}, {age, -1, "invalid", "outside the range 0 years to 120 years"},
		{age, "seventy", "invalid", "a number from 0 to 120 years"}, {age, true, "invalid", "true is no answer"}, {age, nil, "blank", ""},
		{age, []any{1}, "invalid", "not a list"}, {age, math.NaN(), "invalid", "must be"}, {age, math.Inf(1), "invalid", "must be"},
		{mass, 70.3, "70.3", ""}, {mass, 70.35, "invalid", "step of 0.1"}, {Type{}, 1e9, "1000000000", ""}, {Type{}, math.Copysign(0, -1), "0", ""},
		{Type{Kind: Truth}, true, "true", ""}, {Type{Kind: Truth}, false, "false", ""}, {Type{Kind: Truth}, 1, "invalid", "1 is a number"}, {Type{Kind: Truth}, "yes", "invalid", "true or false"},
		{abc, "b", "b", ""}, {abc, "none_of_these", "declined", ""}, {abc, "d", "invalid", `"a", "b", "c"`}, {abc, "zebra", "invalid", `"a", "b", "c"`}, {abc, 1, "invalid", "1 is a number"},
		{frequency, "often", "1", ""}, {frequency, 2, "2", ""}, {frequency, 1.5, "invalid", "not the value of any answer"}, {frequency, "ofte", "invalid", `did you mean "often"`},
	} {
		v, err := c.typ.Parse(c.in)
		if got := c.typ.Format(v); got != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%v: %s, %v; want %s, %s", c.in, got, err, c.want, c.err)
		}
		if err == nil && v == v {
			if back, err := c.typ.Parse(c.typ.Plain(v)); err != nil || back != v {
				t.Errorf("%v: Plain %v reads back as %v, %v", c.in, c.typ.Plain(v), back, err)
			}
		}
	}
	for _, typ := range []Type{age, abc, frequency} {
		if _, err := typ.Parse(strings.Repeat("\x80", 1e5)); err == nil || len(err.Error()) > 400 || !strings.Contains(err.Error(), `\x80`) {
			t.Errorf("a long text of bytes that are no characters is not quoted short: %.500v", err)
		}
	}
	if (Type{}).Plain(NA(Blank)) != nil {
		t.Error("a missing value has a plain value")
	}
}

func TestFormatNumber(t *testing.T) {
	for v, want := range map[float64]string{9: "9", 0.072: "0.072", -1.5: "-1.5", 1e21: "1000000000000000000000", 1e-7: "0.0000001", math.Inf(1): "undefined"} {
		if got := FormatNumber(v); got != want {
			t.Errorf("%v: %s", v, got)
		}
	}
	if FormatNumber(math.Copysign(0, -1)) != "0" || FormatNumber(NA(TooFew)) != "too_few" {
		t.Error("zero or a missing value is written wrongly")
	}
}

func TestElementary(t *testing.T) {
	for x := -740.0; x < 709; x += 0.7310585 {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-15*want && want > 1e-300 {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
	}
	for x := 1e-300; x < 1e300; x *= 1.7320508 {
		if got, want := ln(x), math.Log(x); math.Abs(got-want) > 1e-15*max(1, math.Abs(want)) {
			t.Errorf("ln(%v) = %v, want %v", x, got, want)
		}
	}
	for x := 0.1; x < 30; x *= 1.37 {
		for y := -12.0; y < 12; y += 0.43 {
			if got, want := pow(x, y), math.Pow(x, y); math.Abs(got-want) > 1e-13*want {
				t.Errorf("pow(%v, %v) = %v, want %v", x, y, got, want)
			}
		}
	}
	for x := 0.9; x < 1.1; x += 0.0003 {
		if got, want := ln(x), math.Log(x); math.Abs(got-want) > 4e-16*max(1e-3, math.Abs(want)) {
			t.Errorf("ln(%v) = %v, want %v", x, got, want)
		}
	}
	if !math.IsInf(exp(710), 1) || exp(-800) != 0 || pow(1, 1e300) != 1 || pow(0, 0.5) != 0 || !math.IsNaN(pow(-2, 0.5)) {
		t.Error("an edge is wrong")
	}
}
