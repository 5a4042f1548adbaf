package decisionaid_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// edges is an aid whose numbers can go wrong for some people.
const edges = `
kind: decision-aid
id: edges
version: 1.0.0
title: Edges
decision: Which?
sources:
  made_up: {title: Made up for a test}
for: {who: Adults, when: age >= 18}
inputs:
  - id: age
    ask: "How old are you?"
    number: {range: [0, 120], step: 1}
derived:
  - id: base
    rule: age / 100
    range: [0, 1]
options:
  - {id: none, kind: no_treatment, label: Nothing}
  - {id: one, label: One}
  - {id: two, label: Two}
outcomes:
  - id: harm
    kind: risk
    label: Have it
    within: 1 year
    shown_per: 100
    among: adults
    estimates:
      - {option: none, chance: base, certainty: low, source: made_up}
      - {option: one, relative_to: none, rr: 1.25, interval: [1, 2], certainty: low, source: made_up}
      - {option: two, relative_to: one, hr: 0.5, certainty: low, source: made_up}
  - id: gone
    kind: benefit
    label: Get well
    within: 1 year
    shown_per: 100
    among: adults
    estimates:
      - option: none
        unknown: Nobody has looked.
      - {option: one, relative_to: none, difference: 0.1, certainty: low, source: made_up}
      - option: two
        not_applicable: It is for something else.
  - id: odd
    kind: risk
    label: Have something odd
    within: 1 year
    shown_per: 100
    among: adults
    estimates:
      - {option: none, chance: 1 / (age - 40), certainty: low, source: made_up}
      - {option: one, count: {events: 0, people: 50}, certainty: low, source: made_up}
      - {option: two, chance: 0, certainty: low, source: made_up}
`

func edge(t *testing.T, age any) decisionaid.Personal {
	t.Helper()
	ready, err := decisionaid.Load("edges.yaml", []byte(edges))
	if err != nil {
		t.Fatal(err)
	}
	answers, err := ready.Answers(map[string]any{"age": age})
	if err != nil {
		t.Fatal(err)
	}
	return ready.ForWith(decisionaid.Given{Answers: answers})
}

// TestWhatCannotBe holds the reason or the label of every number that does not come out as its author meant it.
func TestWhatCannotBe(t *testing.T) {
	blank := map[string]any{"missing": "declined"}
	for _, c := range []struct {
		age             any
		outcome, option string
		reason          risk.Reason
		value           float64
		basis           risk.Basis
	}{
		{40, "harm", "one", "", 0.5, risk.FromEffect | risk.FixedBaseline},
		{60, "harm", "one", "", 0.75, risk.FromEffect | risk.NoInterval}, // its upper limit would be 1.2
		{90, "harm", "one", decisionaid.Internal, 0, 0},                  // 1.125
		{90, "harm", "two", decisionaid.Internal, 0, 0},                  // and what stands on it
		{110, "harm", "none", decisionaid.Internal, 0, 0},                // the derived value leaves its range
		{64, "harm", "two", "", 1 - 0.4472135954999579, risk.FromEffect | risk.Chained | risk.Indirect | risk.NoInterval},
		{blank, "harm", "two", risk.NotSupplied, 0, 0},
		{10, "harm", "none", decisionaid.OutsidePopulation, 0, 0},
		{10, "odd", "one", "", 0, 0},
		{40, "gone", "none", risk.NoEvidence, 0, 0},
		{40, "gone", "one", risk.NoEvidence, 0, 0},
		{40, "gone", "two", decisionaid.NotApplicable, 0, 0},
		{40, "odd", "none", decisionaid.Undefined, 0, 0},
		{30, "odd", "none", decisionaid.Internal, 0, 0}, // -0.1
		{50, "odd", "none", "", 0.1, 0},
	} {
		e := estimate(t, edge(t, c.age), c.outcome, c.option)
		v, _ := e.Chance.Value()
		if e.Chance.Reason() != c.reason || !close12(v, c.value) || e.Chance.Basis() != c.basis || (e.Frequencies == nil) != (c.reason != "") {
			t.Errorf("%v, %s.%s: %v %q %v, want %v %q %v", c.age, c.outcome, c.option, v, e.Chance.Reason(), e.Chance.Basis().Names(),
				c.value, c.reason, c.basis.Names())
		}
	}
}

// TestWordsOfTheUnknown holds what is said of numbers that are not there, or are none.
func TestWordsOfTheUnknown(t *testing.T) {
	mine := edge(t, 40)
	if e := estimate(t, mine, "gone", "one"); e.Because != "Nobody has looked." {
		t.Errorf("an effect on what is not known says %q", e.Because)
	}
	text := mine.Text()
	for _, want := range []string{"Not known. Nobody has looked.", "Does not apply. It is for something else.", "Fewer than 1 in every 100"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not say %q:\n%s", want, text)
		}
	}
	if e := estimate(t, mine, "odd", "one"); e.Frequencies.Did.Form != risk.ObservedNone || e.Frequencies.Did.Studied != 50 {
		t.Errorf("nobody of 50: %+v", e.Frequencies.Did)
	}
	if open := edge(t, nil).Text(); strings.Count(open, "How old are you?") != 1 {
		t.Errorf("what is open is not asked once:\n%s", open)
	}
}

// TestAllFaultsAtOnce holds that one look finds every fault.
func TestAllFaultsAtOnce(t *testing.T) {
	broken := strings.NewReplacer(
		"kind: no_treatment, ", "", "shown_per: 100\n    among: adults\n    estimates:\n      - option: none", "shown_per: 99\n    among: adults\n    estimates:\n      - option: non",
		"rr: 1.25, interval: [1, 2]", "rr: 1.25, interval: [2, 1]", "rule: age / 100", "rule: agee / 100",
	).Replace(edges)
	var got []string
	for _, d := range checked(t, "broken.yaml", []byte(broken)).Only(diag.Error) {
		got = append(got, string(d.Code))
	}
	for _, want := range []string{"aid-do-nothing", "aid-denominator", "aid-cell", "aid-interval", "rule-unknown-name"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is not among %v", want, got)
		}
	}
}
