package cases_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

const small = facts + `values:
  - {id: total, rule: sum(of), of: [q1, q2, q3], range: [0, 9], bands: [{id: low, from: 0}, {id: high, from: 5}]}
  - id: third
    rule: q1 / 3
tests:
  - {id: much, when: total >= 5 and yes_to}
`

// codes joins the codes that were reported.
func codes(r *diag.Reporter) string {
	var all []string
	for _, d := range r.List() {
		all = append(all, string(d.Code))
	}
	return strings.Join(all, " ")
}

// TestExpectations goes through every form of a given and an expected value, and what comes of it.
func TestExpectations(t *testing.T) {
	w := load(t, "small.yaml", []byte(small))
	whole := map[string]any{"q1": 1.0, "q2": 2.0, "q3": 3.0, "yes_to": true}
	for _, c := range []struct {
		given  map[string]any
		name   string
		expect any
		want   string
	}{
		{whole, "total", 6.0, ""},
		{whole, "total", 6, ""},
		{whole, "total", 6.0000000000001, ""},
		{whole, "total", 6.00001, "case-failed"},
		{whole, "total", 7.0, "case-failed"},
		{whole, "total", "unknown", "case-failed"},
		{whole, "total", "six", "case-expect-value"},
		{whole, "total", true, "case-expect-value"},
		{whole, "total", 1000.0, "case-expect-value"},
		{whole, "total", nil, "case-expect-value"},
		{whole, "total.band", "high", ""},
		{whole, "total.band", "low", "case-failed"},
		{whole, "total.band", "hihg", "case-expect-value"},
		{whole, "third", map[string]any{"about": 0.333, "within": 0.001}, ""},
		{whole, "third", map[string]any{"about": 0.34, "within": 0.001}, "case-failed"},
		{whole, "third", map[string]any{"about": 0.34, "within": 0.0}, "case-expect-value"},
		{whole, "third", map[string]any{"about": 0.34, "within": -1.0}, "case-expect-value"},
		{whole, "third", map[string]any{"about": "x", "within": 1.0}, "case-expect-value"},
		{whole, "third", map[string]any{"about": 0.34}, "case-expect-value"},
		{whole, "third", 1.0 / 3, ""},
		{whole, "third", 0.333333333333, ""},
		{whole, "third", 0.3333, "case-failed"},
		{whole, "much", true, ""},
		{whole, "much", false, "case-failed"},
		{whole, "much", map[string]any{"about": 1.0, "within": 1.0}, "case-expect-value"},
		{nil, "much", "unknown", ""},
		{nil, "much", false, "case-failed"},
		{nil, "total", "unknown", ""},
		{nil, "total", 0.0, "case-failed"},
		{nil, "total", map[string]any{"unknown": "blank"}, ""},
		{nil, "total", map[string]any{"unknown": "too_few"}, "case-failed"},
		{nil, "total", map[string]any{"unknown": "present"}, "case-expect-value"},
		{nil, "total", map[string]any{"unknown": "because"}, "case-expect-value"},
		{nil, "total", map[string]any{"unknown": "blank", "within": 1.0}, "case-expect-value"},
		{nil, "totl", 1.0, "case-expect-name"},
		{nil, "q1", 1.0, "case-expect-name"},
		{map[string]any{"q1": map[string]any{"missing": "declined"}}, "third", map[string]any{"unknown": "declined"}, ""},
		{map[string]any{"q1": nil}, "third", map[string]any{"unknown": "blank"}, ""},
		{map[string]any{"q1": map[string]any{"missing": "too_few"}}, "third", "unknown", "case-given-value"},
		{map[string]any{"q1": map[string]any{"missing": "blank", "why": "x"}}, "third", "unknown", "case-given-value"},
		{map[string]any{"q1": []any{1.0}}, "third", "unknown", "case-given-value"},
		{map[string]any{"q1": 4.0}, "third", 1.0, "case-given-value"},
		{map[string]any{"q11": 1.0}, "third", 0.5, "case-given-name"},
		{map[string]any{"total": 1.0}, "third", 0.5, "case-given-name"},
		{map[string]any{"sex": "femal"}, "third", 0.5, "case-given-value"},
	} {
		one := cases.Case{Name: "c", Given: map[string]cases.Value{}, Expect: map[string]cases.Value{c.name: cases.Of(c.expect)}}
		for name, v := range c.given {
			one.Given[name] = cases.Of(v)
		}
		r := diag.NewReporter(nil)
		cases.Run(w.model, []cases.Case{one}, "/cases", r)
		if got := strings.TrimSpace(strings.ReplaceAll(codes(r), "case-untested", "")); got != c.want {
			t.Errorf("given %v, %s expected %v: %q, want %q (%v)", c.given, c.name, c.expect, got, c.want, r.List())
		}
	}
}

func TestAFailureSaysHowItCameAbout(t *testing.T) {
	w := load(t, "small.yaml", []byte(small))
	one := cases.Case{
		Name:   "sums",
		Given:  map[string]cases.Value{"q1": cases.Of(1), "q2": cases.Of(2)},
		Expect: map[string]cases.Value{"total": cases.Of(3)},
	}
	r := diag.NewReporter(nil)
	cases.Run(w.model, []cases.Case{one}, "/cases", r)
	want := `/cases/0/expect/total: in the case "sums" total is unknown (blank), and 3 is expected. It came from q1 = 1, q2 = 2, q3 blank [case-failed]`
	if got := r.List()[0].Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	r = diag.NewReporter(nil)
	cases.Run(w.model, []cases.Case{one}, "/cases", r, func(s *rule.State, output string) []string {
		return []string{"first", fmt.Sprint(output, " then")}
	})
	if got := r.List()[0].Hint; got != "It came about so: first; total then" {
		t.Error(got)
	}
}

func TestNoCasesAreNoSuccess(t *testing.T) {
	w := load(t, "small.yaml", []byte(small))
	r := diag.NewReporter(w.doc)
	cases.Run(w.model, nil, "/cases", r)
	if codes(r) != "case-none" || r.List()[0].Severity != diag.Warning {
		t.Error(r.List())
	}
	r = diag.NewReporter(nil)
	cases.Run(w.model, []cases.Case{{Name: "empty"}}, "/cases", r)
	if codes(r) != "case-empty case-untested" || !strings.Contains(r.List()[1].Message(), "total, total.band, third, much") {
		t.Error(r.List())
	}
}

func TestValueRoundTrip(t *testing.T) {
	for _, want := range []string{`9`, `true`, `"mild"`, `{"unknown":"too_few"}`, `{"about":0.0259,"within":0.0001}`} {
		var plain any
		if err := json.Unmarshal([]byte(want), &plain); err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(cases.Of(plain))
		if err != nil || string(got) != want {
			t.Errorf("%s became %s, %v", want, got, err)
		}
	}
}
