package decisionaid_test

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/values"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

func rated(stroke, tests float64) decisionaid.Mattering {
	return decisionaid.Mattering{Method: values.MethodRating, Answers: []values.Answer{values.Said("avoid_stroke", stroke), values.Said("no_blood_tests", tests)}}
}

// TestFitByHand has the fits of the golden patient worked out by hand: 72, 25.92 and 20.9952 of 1,000 on a range of 200 to 0,
// two thirds of the weight on it, and blood tests that belong to warfarin and are not known for the newer tablets.
func TestFitByHand(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	mine := ready.For(who(t, facts, woman76()))
	w, err := mine.Values(rated(80, 40), decisionaid.Weighing{})
	if err != nil {
		t.Fatal(err)
	}
	for k, want := range [][2]float64{{76, 76}, {58.0266666666667, 58.0266666666667}, {59.6682666666667, 93.0016}} {
		if p := w.Fits[k].Points; math.Abs(p.Low-want[0]) > 1e-9 || math.Abs(p.High-want[1]) > 1e-9 {
			t.Errorf("%s fits %v, by hand %v", w.Fits[k].Option, p, want)
		}
	}
	if len(w.Standing.Closest) != 0 || !slices.Equal(w.Standing.Undecided, []string{"none", "doac"}) || len(w.TradeOffs) != 0 {
		t.Errorf("what is not known decides, yet the standing is %+v with %+v", w.Standing, w.TradeOffs)
	}
	if len(w.Acceptability.Omitted) != 1 || w.Acceptability.Omitted[0].Option != "doac" {
		t.Errorf("an option with an unknown was ranked: %+v", w.Acceptability)
	}
}

// TestOnlyStroke holds that an option is closest whatever is unknown where the unknown has no weight, and that what would
// have to change is said.
func TestOnlyStroke(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	mine := ready.For(who(t, facts, woman76()))
	m := rated(100, 0)
	m.Concerns = []decisionaid.Concern{{Text: "I faint when I see a needle", Option: "warfarin", Speaks: decisionaid.SpeaksAgainst}}
	w, err := mine.Values(m, decisionaid.Weighing{Margin: 5})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(w.Standing.Closest, []string{"doac"}) || !slices.Equal(w.Standing.Near, []string{"warfarin"}) || len(w.TradeOffs) != 2 {
		t.Errorf("standing %+v, %d trade-offs", w.Standing, len(w.TradeOffs))
	}
	said := strings.Join(w.Sentences(values.English()), "\n")
	for _, want := range []string{"A newer blood thinner (DOAC) is closest to what you said matters", "Too close to tell apart", "“I faint when I see a needle”", "Speaks for A newer blood thinner (DOAC), next to the others: strokes", "if its strokes were 21 in 1,000 people instead of 72 in 1,000 people"} {
		if !strings.Contains(said, want) {
			t.Errorf("the sentences lack %q:\n%s", want, said)
		}
	}
	if strings.Contains(said, "best") || strings.Contains(said, "recommend") {
		t.Errorf("the sentences advise:\n%s", said)
	}
	first, _ := json.Marshal(w)
	again, _ := mine.Values(m, decisionaid.Weighing{Margin: 5})
	if second, _ := json.Marshal(again); string(first) != string(second) {
		t.Error("two results of the same answers differ")
	}
}

// TestWaysOfAsking holds that every way of asking gives an answer, and that an unfinished one settles nothing.
func TestWaysOfAsking(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	mine := ready.For(who(t, facts, woman76()))
	for _, m := range []decisionaid.Mattering{
		rated(50, 50),
		{Method: values.MethodPoints, Answers: []values.Answer{values.Said("avoid_stroke", 60), values.Said("no_blood_tests", 40)}},
		{Method: values.MethodPointRanges, Answers: []values.Answer{values.Said("avoid_stroke", 60), values.Said("no_blood_tests", 40)}},
		{Method: values.MethodSwing, Largest: "avoid_stroke", Answers: []values.Answer{values.Said("no_blood_tests", 40)}},
		{Method: values.MethodRanking, Orders: []values.Order{values.InOrder("avoid_stroke", "no_blood_tests")}},
		{Method: values.MethodBestWorst, Choices: []values.Choice{{Shown: []string{"avoid_stroke", "no_blood_tests"}, Most: "avoid_stroke", Least: "no_blood_tests"}}},
	} {
		w, err := mine.Values(m, decisionaid.Weighing{})
		if err != nil || len(w.Weights) != 2 || len(w.Open) != 0 || w.Method != m.Method {
			t.Errorf("%s: %+v %v", m.Method, w, err)
		}
		m.Answers, m.Largest, m.Orders, m.Choices = nil, "", nil, nil
		w, err = mine.Values(m, decisionaid.Weighing{})
		if err != nil || w.Weights != nil || len(w.Open) != 2 {
			t.Errorf("%s of nothing: %+v %v", m.Method, w, err)
		}
	}
}

func TestValuesRefuses(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	mine := ready.For(who(t, facts, woman76()))
	for _, c := range []struct {
		said decisionaid.Mattering
		how  decisionaid.Weighing
		want error
	}{
		{decisionaid.Mattering{}, decisionaid.Weighing{}, decisionaid.ErrMethod},
		{decisionaid.Mattering{Method: "guess"}, decisionaid.Weighing{}, decisionaid.ErrMethod},
		{rated(0, 0), decisionaid.Weighing{}, values.ErrAnswer},
		{rated(-1, 2), decisionaid.Weighing{}, values.ErrAnswer},
		{rated(1, 2), decisionaid.Weighing{Margin: 101}, values.ErrSetting},
		{decisionaid.Mattering{Method: values.MethodRating, Concerns: []decisionaid.Concern{{}}}, decisionaid.Weighing{}, decisionaid.ErrConcern},
		{decisionaid.Mattering{Method: values.MethodRating, Concerns: []decisionaid.Concern{{Text: "x", Option: "aspirin"}}}, decisionaid.Weighing{}, decisionaid.ErrConcern},
		{decisionaid.Mattering{Method: values.MethodRating, Concerns: []decisionaid.Concern{{Text: "x", Speaks: "loudly"}}}, decisionaid.Weighing{}, decisionaid.ErrConcern},
	} {
		if _, err := mine.Values(c.said, c.how); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v, want %v", c.said, err, c.want)
		}
	}
	for _, none := range []decisionaid.Personal{{}, made(t).ForWith(decisionaid.Given{})} {
		if _, err := none.Values(rated(1, 1), decisionaid.Weighing{}); !errors.Is(err, decisionaid.ErrNoValues) {
			t.Errorf("without values: %v", err)
		}
	}
}

// TestOutsideRangeIsOpen holds that a chance beyond the range of the question is no score.
func TestOutsideRangeIsOpen(t *testing.T) {
	src := strings.Replace(string(read(t, "testdata/bad/aid-value-range.yaml")), " # want aid-value-range", "", 1)
	ready, err := decisionaid.Load("aid.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	for age, exact := range map[int]bool{20: true, 110: false} {
		answers, _ := ready.Answers(map[string]any{"age": age})
		w, err := ready.ForWith(decisionaid.Given{Answers: answers}).Values(
			decisionaid.Mattering{Method: values.MethodRating, Answers: []values.Answer{values.Said("no_infection", 50)}}, decisionaid.Weighing{})
		if err != nil || w.Fits[0].Points.Exact() != exact {
			t.Errorf("at %d: %+v %v", age, w.Fits, err)
		}
		if reason := w.Fits[0].Parts[0].Reason; (reason == decisionaid.OutsideRange) == exact {
			t.Errorf("at %d the reason is %q", age, reason)
		}
	}
}

// TestQuality judges how a decision was made over what was chosen, known and felt.
func TestQuality(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	mine := ready.For(who(t, facts, woman76()))
	yes := map[string]bool{"know_enough": true, "know_myself": true, "have_help": true, "can_decide": true}
	for _, c := range []struct {
		chosen             string
		said               decisionaid.Mattering
		margin             float64
		ready              map[string]bool
		concordance, feels policy.State
	}{
		{"doac", rated(100, 0), 0, yes, policy.Met, policy.Met},
		{"warfarin", rated(100, 0), 0, nil, policy.NotMet, policy.Unknown},
		{"warfarin", rated(100, 0), 5, map[string]bool{"have_help": false}, policy.Met, policy.NotMet},
		{"doac", rated(80, 40), 0, map[string]bool{"have_help": true}, policy.Unknown, policy.Unknown},
		{"warfarin", rated(80, 40), 0, yes, policy.NotMet, policy.Met},
		{"", rated(100, 0), 0, yes, policy.Unknown, policy.Met},
		{"doac", decisionaid.Mattering{}, 0, yes, policy.Unknown, policy.Met},
	} {
		got, err := mine.Quality(decisionaid.Deciding{Chosen: c.chosen, Mattering: c.said, Ready: c.ready, Weighing: decisionaid.Weighing{Margin: c.margin}})
		if err != nil || got.Concordance.State != c.concordance || got.Readiness.State != c.feels {
			t.Errorf("%q: %+v %v, want %v and %v", c.chosen, got, err, c.concordance, c.feels)
		}
	}
	for want, d := range map[error]decisionaid.Deciding{
		decisionaid.ErrNoEstimate: {Chosen: "aspirin"}, decisionaid.ErrReady: {Ready: map[string]bool{"happy": true}},
		decisionaid.ErrKnowledge: {Knowledge: map[string]string{"k": "a"}}, decisionaid.ErrMethod: {Mattering: decisionaid.Mattering{Method: "guess"}},
	} {
		if _, err := mine.Quality(d); !errors.Is(err, want) {
			t.Errorf("%+v: %v, want %v", d, err, want)
		}
	}
	if _, err := (decisionaid.Personal{}).Quality(decisionaid.Deciding{}); err == nil {
		t.Error("the quality of no aid")
	}
}
