package proms

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// fiveItems is a questionnaire of five items from 0 to 3 with a group of all of them, and what a test adds.
func fiveItems(more string) string {
	return `kind: questionnaire
id: five
version: 1.0.0
title: Five items
answers:
  often:
    - {id: never, value: 0}
    - {id: seldom, value: 1}
    - {id: often, value: 2}
    - {id: always, value: 3}
    - {id: rather_not, counts_as: missing}
items:
  - {id: q1, answer: often}
  - {id: q2, answer: often}
  - {id: q3, answer: often}
  - {id: q4, answer: often}
  - {id: q5, answer: often}
groups:
  all: [q1, q2, q3, q4, q5]
` + more
}

// TestScoreOrder goes through the order of a score step by step: what each form of each step does to answers. Values
// are worked out by hand.
func TestScoreOrder(t *testing.T) {
	for _, c := range []struct{ name, score, answers, want string }{
		{"complete, all answered", `missing: complete, rule: sum(of)`, `{"q1":1,"q2":2,"q3":3,"q4":0,"q5":1}`, "7"},
		{"complete, one blank", `missing: complete, rule: sum(of)`, `{"q1":1,"q2":2,"q3":3,"q4":0}`, "too_few q5"},
		{"an option that counts as missing", `missing: complete, rule: sum(of)`, `{"q1":1,"q2":2,"q3":3,"q4":0,"q5":"rather_not"}`, "too_few q5"},
		{"all in words", `missing: {at_least: all}, rule: sum(of)`, `{"q1":1,"q2":2,"q3":3,"q4":0}`, "too_few q5"},

		{"mean fills a sum", `missing: {at_least: 3, fill: mean}, rule: sum(of)`, `{"q1":1,"q2":2,"q3":1}`, "6.666666666666667"},
		{"mean fills a mean", `missing: {at_least: 3, fill: mean}, rule: mean(of)`, `{"q1":1,"q2":2,"q3":1}`, "1.3333333333333333"},
		{"mean leaves the greatest", `missing: {at_least: 3, fill: mean}, rule: max(of)`, `{"q1":1,"q2":2,"q3":1}`, "2"},
		{"drop leaves a sum", `missing: {at_least: 3, fill: drop}, rule: sum(of)`, `{"q1":1,"q2":2,"q3":1}`, "4"},
		{"drop shortens a mean", `missing: {at_least: 3, fill: drop}, rule: mean(of)`, `{"q1":1,"q2":2,"q3":1}`, "1.3333333333333333"},
		{"a number fills a sum", `missing: {at_least: 3, fill: 2}, rule: sum(of)`, `{"q1":1,"q2":2,"q3":1}`, "8"},
		{"a number fills a mean", `missing: {at_least: 3, fill: 2}, rule: mean(of)`, `{"q1":1,"q2":2,"q3":1}`, "1.6"},
		{"a number takes part in the least", `missing: {at_least: 3, fill: 0}, rule: min(of)`, `{"q1":1,"q2":2,"q3":1}`, "0"},
		{"nothing fills", `missing: {at_least: 3, fill: none}, rule: "sum(of) + 0 * count(of)"`, `{"q1":1,"q2":2,"q3":1}`, "blank q4 q5"},
		{"count comes before filling", `missing: {at_least: 3, fill: mean}, rule: count(of)`, `{"q1":1,"q2":2,"q3":1}`, "3"},

		{"one fewer than enough", `missing: {at_least: 3, fill: mean}, rule: sum(of)`, `{"q1":1,"q2":2}`, "too_few q3 q4 q5"},
		{"half of five is three", `missing: {at_least: {share: 0.5}, fill: mean}, rule: sum(of)`, `{"q1":1,"q2":2}`, "too_few q3 q4 q5"},
		{"three are half of five", `missing: {at_least: {share: 0.5}, fill: drop}, rule: sum(of)`, `{"q1":1,"q2":2,"q3":0}`, "3"},
		{"more than 0.6 of five is four", `missing: {at_least: {more_than: 0.6}, fill: mean}, rule: sum(of)`, `{"q1":1,"q2":2,"q3":0}`, "too_few q4 q5"},
		{"the key item is blank", `missing: {at_least: 3, key: [q1], fill: mean}, rule: sum(of)`, `{"q2":1,"q3":2,"q4":0,"q5":1}`, "key_item q1"},
		{"the key item is there", `missing: {at_least: 3, key: [q1], fill: drop}, rule: sum(of)`, `{"q1":1,"q3":2,"q4":0}`, "3"},
		{"too few comes before the key item", `missing: {at_least: 3, key: [q1], fill: mean}, rule: sum(of)`, `{"q2":1}`, "too_few q1 q3 q4 q5"},

		{"reversed", `missing: complete, reversed: [q2, q4], rule: sum(of)`, `{"q1":1,"q2":3,"q3":0,"q4":1,"q5":0}`, "3"},
		{"reversed with a blank", `missing: {at_least: 4, fill: mean}, reversed: [q2], rule: sum(of)`, `{"q1":1,"q2":3,"q3":0,"q4":3}`, "5"},
		{"reversed before counting", `missing: {at_least: 4, fill: mean}, reversed: [q2], rule: sum(of)`, `{"q1":1,"q3":0,"q4":3,"q5":0}`, "5"},

		{"half goes up", `missing: complete, rule: sum(of) / 2, round: {places: 0, half: up}`, `{"q1":1,"q2":0,"q3":0,"q4":0,"q5":0}`, "1"},
		{"half goes to even, down", `missing: complete, rule: sum(of) / 2, round: {places: 0, half: even}`, `{"q1":1,"q2":0,"q3":0,"q4":0,"q5":0}`, "0"},
		{"half goes to even, up", `missing: complete, rule: sum(of) / 2, round: {places: 0, half: even}`, `{"q1":3,"q2":0,"q3":0,"q4":0,"q5":0}`, "2"},
		{"half below zero goes up", `missing: complete, rule: 0 - sum(of) / 2, round: {places: 0, half: up}`, `{"q1":3,"q2":0,"q3":0,"q4":0,"q5":0}`, "-1"},
		{"half below zero goes away", `missing: complete, rule: 0 - sum(of) / 2, round: {places: 0, half: away}`, `{"q1":3,"q2":0,"q3":0,"q4":0,"q5":0}`, "-2"},
		{"1.005 is half-way, though its double is below", `missing: complete, rule: 1.005 + 0 * sum(of), round: {places: 2, half: up}`, `{"q1":0,"q2":0,"q3":0,"q4":0,"q5":0}`, "1.01"},

		{"no result", `missing: complete, rule: 1 / sum(of)`, `{"q1":0,"q2":0,"q3":0,"q4":0,"q5":0}`, "undefined"},
		{"blank form", `missing: {at_least: 1, fill: 0}, rule: sum(of)`, `{}`, "too_few q1 q2 q3 q4 q5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := "    " + strings.Join(splitTop(c.score), "\n    ")
			q := loaded(t, fiveItems("scores:\n  - id: s\n    of: all\n    range: [-20, 20]\n"+lines+"\n"))
			answers, err := q.ParseAnswers([]byte(c.answers))
			if err != nil {
				t.Fatal(err)
			}
			s := scoreOf(t, q.Score(answers), "s")
			got := strings.Join(append([]string{s.Value.String()}, s.Missing...), " ")
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// splitTop cuts the keys of a score apart at commas outside brackets.
func splitTop(text string) []string {
	var parts []string
	depth, start := 0, 0
	for i, c := range text {
		switch {
		case strings.ContainsRune("{[(", c):
			depth++
		case strings.ContainsRune("}])", c):
			depth--
		case c == ',' && depth == 0:
			parts, start = append(parts, strings.TrimSpace(text[start:i])), i+1
		}
	}
	return append(parts, strings.TrimSpace(text[start:]))
}

// TestAtLeastNeeded holds that shares are counted in whole items, whatever binary fractions make of them.
func TestAtLeastNeeded(t *testing.T) {
	for _, c := range []struct {
		rule AtLeast
		n    int
		want int
	}{
		{AtLeast{All: true}, 9, 9}, {AtLeast{Count: 7}, 9, 7}, {AtLeast{Share: 0.5}, 7, 4}, {AtLeast{Share: 0.5}, 6, 3},
		{AtLeast{Share: 0.5, More: true}, 6, 4}, {AtLeast{Share: 0.5, More: true}, 7, 4}, {AtLeast{Share: 0.7}, 10, 7},
		{AtLeast{Share: 0.7, More: true}, 10, 8}, {AtLeast{Share: 0.1}, 30, 3}, {AtLeast{Share: 1}, 5, 5}, {AtLeast{Share: 0.9}, 10, 9},
		{AtLeast{Share: 1.0 / 3}, 9, 3}, {AtLeast{Share: 0.07}, 100, 7}, {AtLeast{Share: 0.29, More: true}, 100, 30}, {AtLeast{Share: 0.5}, 0, 0},
	} {
		if got := c.rule.Needed(c.n); got != c.want {
			t.Errorf("%v of %d items are %d, want %d", c.rule, c.n, got, c.want)
		}
	}
}

// gated is a questionnaire whose later items are asked only of some, with a score over all of them.
const gated = `kind: questionnaire
id: gated
version: 1.0.0
title: Gated items
items:
  - {id: drinks, answer: yes_no}
  - {id: q1, number: {range: [0, 4], step: 1}}
  - {id: q2, number: {range: [0, 4], step: 1}, ask_when: q1 > 0}
  - {id: q3, number: {range: [0, 4], step: 1}, ask_when: drinks, when_not_asked: 1}
scores:
  - {id: left, of: [q1, q2], missing: complete, rule: mean(of), range: [0, 4]}
  - {id: counted, of: [q1, q3], missing: complete, rule: sum(of), range: [0, 8]}
  - {id: turned, of: [q1, q3], reversed: [q1, q3], missing: complete, rule: sum(of), range: [0, 8]}
  - {id: alone, of: [q2], missing: complete, rule: sum(of), range: [0, 4]}
  - {id: both, of: [left, counted], missing: {at_least: 1, fill: drop}, rule: sum(of), range: [0, 12]}
  - {id: any, of: [q2], missing: {at_least: 1, fill: drop}, rule: sum(of), range: [0, 4]}
  - {id: keyed, of: [q1, q2], missing: {at_least: 1, key: [q2], fill: drop}, rule: sum(of), range: [0, 8]}
`

// TestNotAsked holds that an item that was rightly not asked leaves the list and the number of items, or counts as the
// instrument says; that unknown means asked; and that its answer is reported and not scored.
func TestNotAsked(t *testing.T) {
	q := loaded(t, gated)
	for _, c := range []struct{ answers, left, counted, turned, alone, both, any, keyed, ignored string }{
		{`{"drinks":true,"q1":2,"q2":4,"q3":3}`, "3", "5", "3", "4", "8", "4", "6", ""},
		{`{"drinks":true,"q1":0,"q2":4,"q3":3}`, "0", "3", "5", "not_asked", "3", "not_asked", "0", "q2"},
		{`{"drinks":false,"q1":2,"q2":4,"q3":3}`, "3", "3", "3", "4", "6", "4", "6", "q3"},
		{`{"drinks":false,"q1":0}`, "0", "1", "5", "not_asked", "1", "not_asked", "0", ""},
		{`{"drinks":true,"q1":2}`, "too_few", "too_few", "too_few", "too_few", "too_few", "too_few", "key_item", ""},
		{`{"q1":2,"q2":4,"q3":3}`, "3", "5", "3", "4", "8", "4", "6", ""},
		{`{"q1":2,"q2":4}`, "3", "too_few", "too_few", "4", "3", "4", "6", ""},
		{`{"q1":2,"q2":4,"q3":{"missing":"not_asked"}}`, "3", "3", "3", "4", "6", "4", "6", ""},
		{`{"drinks":true,"q1":2,"q2":4,"q3":{"missing":"not_asked"}}`, "3", "too_few", "too_few", "4", "3", "4", "6", ""},
	} {
		answers, err := q.ParseAnswers([]byte(c.answers))
		if err != nil {
			t.Fatal(err)
		}
		r := q.Score(answers)
		for id, want := range map[string]string{
			"left": c.left, "counted": c.counted, "turned": c.turned, "alone": c.alone, "both": c.both, "any": c.any, "keyed": c.keyed,
		} {
			if got := scoreOf(t, r, id).Value.String(); got != want {
				t.Errorf("%s: %s is %s, want %s", c.answers, id, got, want)
			}
		}
		if got := strings.Join(r.Ignored, " "); got != c.ignored {
			t.Errorf("%s: ignored %q, want %q", c.answers, got, c.ignored)
		}
	}
}

// TestNotAskedInSpiteOfBlank holds that an item is known not to be asked where no answer to a blank could change that.
func TestNotAskedInSpiteOfBlank(t *testing.T) {
	q := loaded(t, strings.Replace(fiveItems(""), "{id: q3, answer: often}", "{id: q3, answer: often, ask_when: q1 + q2 > 3}", 1))
	for answers, ignored := range map[string]int{`{"q1":0,"q3":2}`: 1, `{"q1":1,"q3":2}`: 0, `{"q3":2}`: 0} {
		a, err := q.ParseAnswers([]byte(answers))
		if err != nil {
			t.Fatal(err)
		}
		if r := q.Score(a); len(r.Ignored) != ignored {
			t.Errorf("%s: ignored %v", answers, r.Ignored)
		}
	}
}

// TestOutOfRange holds that a value outside the declared range is a fault with a reason and never clamped, also where only
// rounding would bring it back or noise took it out.
func TestOutOfRange(t *testing.T) {
	def := Definition{
		Items: []Item{}, Scores: []ScoreDefinition{
			{ID: "far", Rule: "q1 * 3", Range: [2]float64{0, 5}, Bands: []Band{{ID: "low", From: 0}, {ID: "high", From: 4}}},
			{ID: "noisy", Rule: "0.1 + 0.2 + 0 * q1", Range: [2]float64{0, 0.3}},
		},
	}
	def.Kind, def.ID, def.Version, def.Title = Kind, "out", "1.0.0", "Out of range"
	def.Items = append(def.Items, numberItem("q1", 0, 3))
	r := Result{}
	if _, err := Compile(def); err == nil || !strings.Contains(err.Error(), "far") {
		t.Errorf("a person for whom far leaves its range is not an error: %v", err)
	}
	q := ready(t, def) // what a host would have with a fault that the check cannot find
	answers, err := q.Answers(map[string]any{"q1": 2})
	if err != nil {
		t.Fatal(err)
	}
	r = q.Score(answers)
	if s := scoreOf(t, r, "far"); s.Value != rule.MissingValue(rule.Internal) || s.Exact != s.Value || s.Band != "" {
		t.Errorf("%+v", s)
	}
	if s := scoreOf(t, r, "noisy"); s.Value.Reason() != rule.Present {
		t.Errorf("%+v", s)
	}
	if steps := q.Explain(answers)[0].String(); !strings.Contains(steps, "6 is outside the range from 0 to 5") {
		t.Error(steps)
	}
}

// TestBandFromRounded holds that the band is that of the rounded value, and that its edges are inside.
func TestBandFromRounded(t *testing.T) {
	q := loaded(t, fiveItems(`scores:
  - id: s
    of: all
    missing: complete
    rule: sum(of) / 3
    round: {places: 1, half: up}
    range: [0, 5]
    bands:
      - {id: low, from: 0}
      - {id: middle, from: 0.7}
      - {id: high, from: 1.3}
`))
	for sum, want := range []string{"0 low", "0.3 low", "0.7 middle", "1 middle", "1.3 high", "1.7 high"} {
		answers, err := q.Answers(map[string]any{"q1": min(sum, 3), "q2": max(0, sum-3), "q3": 0, "q4": 0, "q5": 0})
		if err != nil {
			t.Fatal(err)
		}
		if s := scoreOf(t, q.Score(answers), "s"); s.Value.String()+" "+s.Band != want {
			t.Errorf("%d: %s %s, want %s", sum, s.Value, s.Band, want)
		}
	}
}

// TestBandEdgeWithNoise holds that a value which equals the start of a band after 12 significant digits is in it.
func TestBandEdgeWithNoise(t *testing.T) {
	q := loaded(t, fiveItems("scores:\n  - id: s\n    rule: 1 - 0.9 + 0 * q1\n    range: [0, 1]\n    bands:\n      - {id: low, from: 0}\n      - {id: high, from: 0.1}\n"))
	answers, err := q.Answers(map[string]any{"q1": 0})
	if err != nil {
		t.Fatal(err)
	}
	if s := scoreOf(t, q.Score(answers), "s"); s.Band != "high" || s.Value.String() == "0.1" {
		t.Errorf("%+v", s)
	}
}

// TestCycles holds that scores and items that read each other in a circle are one clear error.
func TestCycles(t *testing.T) {
	for _, text := range []string{
		"scores:\n  - {id: a, rule: b + 1, range: [0, 9]}\n  - {id: b, rule: a + 1, range: [0, 9]}\n",
		"scores:\n  - {id: a, of: [a, q1], missing: complete, rule: sum(of), range: [0, 9]}\n",
	} {
		_, err := Load("cycle.yaml", []byte(fiveItems(text)))
		if err == nil || !strings.Contains(err.Error(), "rule-cycle") || strings.Count(err.Error(), "\n") > 0 {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestImputedThroughScores holds that a finding says so too where the blanks are behind a score behind a score.
func TestImputedThroughScores(t *testing.T) {
	q := loaded(t, fiveItems(`scores:
  - {id: inner, of: all, missing: {at_least: 3, fill: mean}, rule: sum(of), range: [0, 15]}
  - {id: outer, rule: inner * 2, range: [0, 30]}
findings:
  - {id: high, when: outer >= 20, basis: local}
  - {id: direct, when: q1 >= 2, basis: local}
  - {id: follows, when: high == "met", basis: local}
`))
	for answers, imputed := range map[string]bool{`{"q1":3,"q2":3,"q3":3,"q4":3,"q5":0}`: false, `{"q1":3,"q2":3,"q3":3,"q4":3}`: true} {
		a, err := q.ParseAnswers([]byte(answers))
		if err != nil {
			t.Fatal(err)
		}
		r := q.Score(a)
		for id, want := range map[string]bool{"high": imputed, "direct": false, "follows": imputed} {
			if f := findingOf(t, r, id); f.State.String() != "met" || f.Imputed != want {
				t.Errorf("%s: %+v, want imputed %v", answers, f, want)
			}
		}
	}
}
