package decisionaid_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// whole is an aid that uses what most aids leave out: a test, exclusive outcomes, another horizon, knowledge items.
const whole = `
kind: decision-aid
id: parts
version: 1.0.0
title: Parts
published: "2026-01-02"
condition: {summary: A lump., natural_course: It often goes away.}
decision: "Should I have the test?"
sources:
  made_up: {title: Made up for a test}
for: {who: Adults, when: age >= 18}
inputs:
  - id: age
    ask: "How old are you?"
    number: {range: [0, 120], step: 1}
derived:
  - {id: base, rule: age / 1000, range: [0, 0.2]}
options:
  - id: none
    kind: no_treatment
    label: Nothing
    happens: You go on as now.
    experience: {physical: Nothing changes., emotional: Some worry., social: Nothing changes.}
    practical: It costs no time.
  - {id: test, label: Have the test}
outcomes:
  - id: stroke
    kind: risk
    label: Have a stroke
    within: 5 years
    horizon: {from: 1 year, rule: steady-rate}
    shown_per: 1000
    among: adults
    estimates:
      - {option: none, chance: base, certainty: low, source: made_up}
      - {option: test, relative_to: none, rr: 0.5, interval: [0.4, 0.7], certainty: low, source: made_up}
  - id: better
    kind: benefit
    label: Feel better
    within: 1 month
    shown_per: 1000
    among: adults
    estimates:
      - {option: none, chance: 0.3333, certainty: high, source: made_up}
      - {option: test, chance: 0.5, certainty: moderate, source: made_up}
  - id: worse
    kind: risk
    label: Feel worse
    within: 1 month
    shown_per: 1000
    among: adults
    estimates:
      - {option: none, chance: 0.3333, certainty: high, source: made_up}
      - option: test
        unknown: Nobody has looked.
exclusive:
  - {id: month, label: After a month, outcomes: [better, worse]}
test:
  option: test
  condition: a bad lump
  measures: A picture.
  sensitivity: 0.9
  specificity: 0.8
  prevalence: 0.1
  shown_per: 1000
  among: adults with a lump
  if_positive: You are offered an operation.
  if_negative: You wait.
  overdiagnosis: Some lumps would never have mattered.
  certainty: low
  source: made_up
evidence:
  method: We asked around.
  searched: "2026-01-01"
  certainty: {high: This is a guess.}
questions: ask3
knowledge:
  - {id: k_one, ask: "Which?", options: [{id: a, label: A}, {id: b, label: B}], correct: a, because: So it is.}
  - {id: k_two, ask: "Which?", options: [{id: a, label: A}, {id: b, label: B}], correct: b, because: So it is.}
  - {id: k_three, ask: "Which?", options: [{id: a, label: A}, {id: b, label: B}], correct: b, because: So it is.}
glossary:
  - {term: lump, meaning: A small hard place.}
steps: [Read it., Talk about it.]
authors:
  - {name: A. Example, role: Writer, credentials: Nurse}
funding: Nobody paid for it.
interests: None.
update_policy: Every two years.
development:
  patient_review: {who: Eight people, when: "2026-01-01", evidence: made_up}
cases:
  - {name: forty, given: {age: 40}, expect: {stroke.none: {about: 0.184627, within: 0.000001}, stroke.test: {about: 0.096079, within: 0.000001}}}
`

func made(t *testing.T) *decisionaid.Aid {
	t.Helper()
	ready, err := decisionaid.Load("parts.yaml", []byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	return ready
}

// TestHorizon holds that an effect works over the period that it was measured over, and that value and interval are then
// moved, with the label that says so.
func TestHorizon(t *testing.T) {
	ready := made(t)
	answers, err := ready.Answers(map[string]any{"age": 40})
	if err != nil {
		t.Fatal(err)
	}
	mine := ready.ForWith(decisionaid.Given{Answers: answers})
	over := func(yearly float64) float64 { return 1 - math.Pow(1-yearly, 5) }
	for option, want := range map[string][3]float64{"none": {0.04, 0, 0}, "test": {0.02, 0.016, 0.028}} {
		c, err := mine.Chance("stroke", option)
		if err != nil {
			t.Fatal(err)
		}
		v, _ := c.Value()
		if math.Abs(v-over(want[0])) > 1e-12 || c.Period() != risk.Years(5) || !c.Basis().Has(risk.SteadyRate) {
			t.Errorf("%s: %v %v %v", option, v, c.Period(), c.Basis().Names())
		}
		i := c.Interval()
		if i.Stated() != (want[1] > 0) || i.Stated() && (math.Abs(i.Lower-over(want[1])) > 1e-12 || math.Abs(i.Upper-over(want[2])) > 1e-12) {
			t.Errorf("%s: interval %v", option, i)
		}
	}
	if c, _ := ready.ForWith(decisionaid.Given{}).Chance("stroke", "test"); c.Reason() != risk.NotSupplied {
		t.Errorf("of nobody: %v", c)
	}
	if s := ready.Model().Ranges(); s != nil {
		slot, _ := ready.Model().Slot("stroke.none")
		if b := s.Bound(slot); math.Abs(b.Hi-over(0.12)) > 1e-12 || b.Lo != 0 || b.NA == rule.Always {
			t.Errorf("bound %+v", b)
		}
	}
}

func TestShares(t *testing.T) {
	mine := made(t).ForWith(decisionaid.Given{})
	got, err := mine.Shares("month", "none")
	want := decisionaid.Shares{Group: "month", Option: "none", Of: 1000, Rest: 334, Parts: []decisionaid.Share{
		{Outcome: "better", Label: "Feel better", People: 333}, {Outcome: "worse", Label: "Feel worse", People: 333},
	}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
	if got, err := mine.Shares("month", "test"); err != nil || got.Reason != risk.NoEvidence || got.Parts != nil || got.Rest != 0 {
		t.Errorf("with an unknown part: %+v %v", got, err)
	}
	if len(mine.Comparison().Shares) != 2 {
		t.Error("the comparison does not have both options")
	}
	for _, ids := range [][2]string{{"week", "none"}, {"month", "all"}} {
		if _, err := mine.Shares(ids[0], ids[1]); !errors.Is(err, decisionaid.ErrNoEstimate) {
			t.Errorf("%v: %v", ids, err)
		}
	}
}

// TestTested reads the tree of 1,000 people by hand: 100 have it, 90 of them are found; 180 of the other 900 are alarmed.
func TestTested(t *testing.T) {
	got := made(t).Tested()
	if got.People.TruePositive.People != 90 || got.People.FalseNegative.People != 10 || got.People.FalsePositive.People != 180 || got.People.TrueNegative.People != 720 {
		t.Errorf("people %+v", got.People)
	}
	if v, _ := got.IfPositive.Value(); math.Abs(v-1.0/3) > 1e-12 {
		t.Errorf("after a positive result %v", v)
	}
	if v, _ := got.IfNegative.Value(); math.Abs(v-10.0/730) > 1e-12 {
		t.Errorf("after a negative result %v", v)
	}
	if text := made(t).ForWith(decisionaid.Given{}).Text(); !strings.Contains(text, got.Text) || !strings.Contains(text, "This is a guess.") {
		t.Errorf("the text lacks the test, or the author's words for certainty:\n%s", text)
	}
	if ready, _ := aid(t, "hip-osteoarthritis"); ready.Tested() != nil {
		t.Error("a test from nowhere")
	}
}

// TestKnowledge holds that an open item is neither right nor wrong.
func TestKnowledge(t *testing.T) {
	ready := made(t)
	for _, c := range []struct {
		given             map[string]string
		answered, correct int
		low, high         float64
		fails             bool
	}{
		{nil, 0, 0, 0, 100, false},
		{map[string]string{"k_one": "a"}, 1, 1, 100.0 / 3, 100, false},
		{map[string]string{"k_one": "b"}, 1, 0, 0, 200.0 / 3, false},
		{map[string]string{"k_one": "a", "k_two": "b", "k_three": "a"}, 3, 2, 200.0 / 3, 200.0 / 3, false},
		{map[string]string{"k_one": "c", "k_two": "b"}, 1, 1, 100.0 / 3, 100, true},
		{map[string]string{"k_none": "a"}, 0, 0, 0, 100, true},
	} {
		got, err := ready.Knowledge(c.given)
		if got.Of != 3 || got.Answered != c.answered || got.Correct != c.correct || math.Abs(got.Low-c.low) > 1e-12 || math.Abs(got.High-c.high) > 1e-12 {
			t.Errorf("%v: %+v", c.given, got)
		}
		if errors.Is(err, decisionaid.ErrKnowledge) != c.fails || (err != nil) != c.fails || got.Complete() != (c.answered == 3) {
			t.Errorf("%v: %v, complete %v", c.given, err, got.Complete())
		}
		for _, item := range got.Items {
			if (item.Because != "") != (item.Given != "") {
				t.Errorf("%v: the reason is shown before the answer, or not after it: %+v", c.given, item)
			}
		}
	}
	none, _ := aid(t, "atrial-fibrillation-stroke")
	if got, err := none.Knowledge(nil); err != nil || got.Complete() {
		t.Errorf("without items: %+v %v", got, err)
	}
}

func TestQuestionSets(t *testing.T) {
	prompts := made(t).Definition().Questions.Prompts()
	if len(prompts) != 3 || prompts[1].Shows != decisionaid.ShowsBoth {
		t.Errorf("ask3: %+v", prompts)
	}
	prompts[0].Ask = "changed"
	if made(t).Definition().Questions.Prompts()[0].Ask == "changed" {
		t.Error("a caller changed a set of questions")
	}
	if bran := (decisionaid.Questions{}).Prompts(); len(bran) != 4 {
		t.Errorf("bran: %+v", bran)
	}
}

// TestDaysToCome holds that a date after the day of the check is a warning, and that without a day there is none.
func TestDaysToCome(t *testing.T) {
	doc, _ := schemas.Parse("parts.yaml", []byte(whole))
	set, _ := schemas.NewSet(doc)
	count := func(asOf day.Day) (n int) {
		for _, d := range decisionaid.Check(set, doc, schemas.CheckOptions{AsOf: asOf}) {
			if d.Code == "aid-date" {
				n++
			}
		}
		return n
	}
	got := []int{count(day.Day{}), count(day.New(2025, 12, 31)), count(day.New(2026, 1, 1)), count(day.New(2026, 1, 2))}
	if want := []int{0, 3, 1, 0}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestAgeOfEvidenceOnAnyDay holds that the newest source is old from five years on, and that there is a day too early to say so.
func TestAgeOfEvidenceOnAnyDay(t *testing.T) {
	unsearched := strings.NewReplacer("\n  searched: \"2026-01-01\"", "", "{title: Made up for a test}", "{title: Made up for a test, year: 2020}").Replace(whole)
	doc, _ := schemas.Parse("parts.yaml", []byte(unsearched))
	set, _ := schemas.NewSet(doc)
	for asOf, want := range map[day.Day]bool{
		day.New(1, 1, 1): false, day.New(5, 12, 31): false, day.New(2025, 12, 31): false, day.New(2026, 1, 1): true, day.New(9999, 12, 31): true,
	} {
		list := decisionaid.Check(set, doc, schemas.CheckOptions{AsOf: asOf})
		if got := slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Code == "aid-evidence-age" }); got != want {
			t.Errorf("on %s: %v\n%v", asOf, got, list)
		}
	}
}
