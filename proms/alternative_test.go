package proms

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// TestAlternatives holds that an alternative is found by its name and by the day of the answers, and that a result names it.
func TestAlternatives(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/alternatives.yaml")))
	answers, err := q.Answers(map[string]any{"p1": 0, "p2": 2})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"1990-01-01": "guide_1998", "2012-07-31": "guide_1998", "2012-08-01": "", "2030-01-01": ""} {
		then := q.AnsweredOn(on(t, text))
		if then.Rules() != want {
			t.Errorf("answers of %s are scored by %q, want %q", text, then.Rules(), want)
		}
		if back := then.AnsweredOn(on(t, "2030-01-01")); back != q {
			t.Errorf("from %q there is no way back", then.Rules())
		}
		r := then.Score(answers)
		value, source := "75", "guide_2012"
		if want != "" {
			value, source = "too_few", "guide_1998"
		}
		if s := scoreOf(t, r, "pain"); r.Rules != want || s.Value.String() != value || s.Source.Ref != source {
			t.Errorf("%s: rules %q, %v by %s", text, r.Rules, s.Value, s.Source.Ref)
		}
	}
	other, err := q.Alternative("other_cut_off")
	if err != nil {
		t.Fatal(err)
	}
	if c := q.Change(q.Score(answers), other.Score(answers)); !slices.Contains(c.Cautions, OtherRules) || c.Refused != "" {
		t.Errorf("%+v", c)
	}
	if same, err := other.Alternative(""); same != q || err != nil {
		t.Error(same.Rules(), err)
	}
	if _, err := q.Alternative("guide_1989"); !errors.Is(err, ErrNoAlternative) {
		t.Error(err)
	}
}

// TestBandedBy holds that the value before rounding falls into a band where the author says so: 49.5 is good when it is rounded
// to 50, and not before.
func TestBandedBy(t *testing.T) {
	for by, want := range map[string]string{"": "high", "banded_by: rounded": "high", "banded_by: exact": "low"} {
		q := loaded(t, fiveItems(`scores:
  - id: s
    of: all
    missing: complete
    rule: sum(of) / 2
    round: {places: 0, half: up}
    range: [0, 8]
    `+by+`
    bands: [{id: low, from: 0}, {id: high, from: 4}]
findings:
  - {id: is_high, when: s.band == "high", basis: local}
`))
		s := scoreOf(t, q.Score(answersOf(t, q, []float64{3, 1, 1, 1, 1})), "s")
		if s.Value.String() != "4" || s.Band != want {
			t.Errorf("%q: %v is in %s, want %s", by, s.Value, s.Band, want)
		}
	}
}

// TestAlternativeFaults holds that faults of an alternative are told at its own place, and those of its cases too.
func TestAlternativeFaults(t *testing.T) {
	src := string(read(t, "testdata/alternatives.yaml"))
	for name, c := range map[string]struct{ from, to, path, code string }{
		"a count that cannot be": {"{at_least: 3, fill: drop", "{at_least: 5, fill: drop", "/alternatives/0/scores/pain/missing/at_least", "score-missing-count"},
		"bands that overlap":     {"{id: fair, from: 50}", "{id: fair, from: 90}", "/alternatives/1/scores/pain/bands/2/from", "band-order"},
		"a case that fails":      {"expect: {pain: 69", "expect: {pain: 70", "/alternatives/1/cases/0/expect/pain", "case-failed"},
	} {
		list := checked(t, "alternatives.yaml", []byte(strings.Replace(src, c.from, c.to, 1)))
		if len(list) != 1 || list[0].Path != c.path || string(list[0].Code) != c.code {
			t.Errorf("%s: %v", name, list)
		}
	}
	if list := checked(t, "alternatives.yaml", []byte(src)); len(list) > 0 {
		t.Error(list)
	}
}

// someAnswers makes answers of plain values.
func someAnswers(t *testing.T, q *Questionnaire, values map[string]any) question.Answers {
	t.Helper()
	a, err := q.Answers(values)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
