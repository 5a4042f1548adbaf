package choice_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// qualifies is a provider that may be chosen, as far as the facts go.
func qualifies(id string) choice.Provider {
	return choice.Provider{
		ID: id, ContractFrom: on("2020-04-01"),
		Facts: map[string]any{
			"clinically_appropriate": true, "standard_contract": true, "contract_covers_service": true, "contract_names_place": true,
			"contract_for_one_person": false, "commissioning_contract": true,
		},
	}
}

func search(w world, providers ...choice.Provider) choice.Search {
	return choice.Search{Referral: choice.Referral{Made: on("2026-03-02")}, Providers: providers, Law: w.provider, Right: "may_be_chosen", AsOf: today}
}

func TestWhoMayBeChosen(t *testing.T) {
	w := shipped(t)
	for _, c := range []struct {
		name   string
		right  string
		change func(*choice.Provider, *choice.Search)
		want   policy.State
	}{
		{"all is well", "may_be_chosen", func(*choice.Provider, *choice.Search) {}, policy.Met},
		{"signed on the day of the referral", "may_be_chosen", func(p *choice.Provider, _ *choice.Search) { p.ContractFrom = on("2026-03-02") }, policy.NotMet},
		{"signed on the day before", "may_be_chosen", func(p *choice.Provider, _ *choice.Search) { p.ContractFrom = on("2026-03-01") }, policy.Met},
		{"signed in a year that cannot be", "may_be_chosen", func(p *choice.Provider, _ *choice.Search) { p.ContractFrom = on("0201-01-01") }, policy.Unknown},
		{"signed after the day of the search", "may_be_chosen", func(p *choice.Provider, _ *choice.Search) { p.ContractFrom = today.Add(30) }, policy.NotMet},
		{"nobody knows since when", "may_be_chosen", func(p *choice.Provider, _ *choice.Search) { p.ContractFrom = day.Day{} }, policy.Unknown},
		{"nobody knows the day of the referral", "may_be_chosen", func(_ *choice.Provider, s *choice.Search) { s.Referral.Made = day.Day{} }, policy.Unknown},
		{"nothing is known", "may_be_chosen", func(p *choice.Provider, _ *choice.Search) { *p = choice.Provider{ID: "p"} }, policy.Unknown},
		{"for one person only", "may_be_chosen", func(p *choice.Provider, _ *choice.Search) { p.Facts["contract_for_one_person"] = true }, policy.NotMet},
		{"earlier than waiting on", "may_be_offered_instead", func(p *choice.Provider, s *choice.Search) {
			p.WaitWeeks, s.WaitsNow = rule.ValueOf(9), rule.ValueOf(10)
		}, policy.Met},
		{"no earlier than waiting on", "may_be_offered_instead", func(p *choice.Provider, s *choice.Search) {
			p.WaitWeeks, s.WaitsNow = rule.ValueOf(10), rule.ValueOf(10)
		}, policy.NotMet},
		{"nobody knows the wait there", "may_be_offered_instead", func(_ *choice.Provider, s *choice.Search) { s.WaitsNow = rule.ValueOf(10) }, policy.Unknown},
		{"a wait below zero is not known", "may_be_offered_instead", func(p *choice.Provider, s *choice.Search) {
			p.WaitWeeks, s.WaitsNow = rule.ValueOf(-1), rule.ValueOf(10)
		}, policy.Unknown},
		{"no document", "", func(_ *choice.Provider, s *choice.Search) { s.Law = nil }, policy.Unknown},
	} {
		s := search(w, qualifies("p"))
		s.Right = c.right
		c.change(&s.Providers[0], &s)
		list, _ := choice.Shortlist(s)
		if len(list) != 1 || list[0].May != c.want {
			t.Errorf("%s: %v, want %v", c.name, list, c.want)
		}
	}
}

func TestTheOrderIsThatOfFit(t *testing.T) {
	w := shipped(t)
	near, far, unknown, stairs, barred := qualifies("near"), qualifies("far"), qualifies("unknown"), qualifies("stairs"), qualifies("barred")
	near.WaitWeeks, near.DistanceMiles, near.Has = rule.ValueOf(20), rule.ValueOf(4), map[string]bool{"step_free": true}
	far.WaitWeeks, far.DistanceMiles, far.Has = rule.ValueOf(6), rule.ValueOf(40), map[string]bool{"step_free": true}
	unknown.DistanceMiles = rule.ValueOf(10)
	stairs.WaitWeeks, stairs.DistanceMiles, stairs.Has = rule.ValueOf(1), rule.ValueOf(1), map[string]bool{"step_free": false}
	stairs.Quality = map[string]string{"cqc": "outstanding"}
	barred.WaitWeeks, barred.DistanceMiles, barred.Has = rule.ValueOf(1), rule.ValueOf(1), map[string]bool{"step_free": true}
	barred.Facts["clinically_appropriate"] = false
	s := search(w, barred, stairs, unknown, far, near)
	s.Wishes = []choice.Wish{
		choice.WaitAtMost(12).Matters(60), choice.DistanceAtMost(10).Matters(20).Saying("I do not drive"),
		choice.With("step_free").Matters(20).Needed(), choice.Rated("cqc", "good", "outstanding").Matters(0),
	}
	list, err := choice.Shortlist(s)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range list {
		got = append(got, fmt.Sprintf("%d %s %s-%s unmet %v not known %v", l.Place, l.Provider, l.FitLow, l.FitHigh, l.Unmet(), l.NotKnown()))
	}
	want := []string{
		"1 far 80-80 unmet [distance] not known [quality.cqc]",
		"2 near 40-40 unmet [wait] not known [quality.cqc]",
		"3 unknown 20-100 unmet [] not known [wait has.step_free quality.cqc]",
		"4 stairs 80-80 unmet [has.step_free] not known []",
		"5 barred 100-100 unmet [] not known [quality.cqc]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if list[4].May != policy.NotMet || list[4].Wishes[1].Says != "I do not drive" {
		t.Errorf("%+v", list[4])
	}
	src, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	var again []choice.Listed
	if err := json.Unmarshal(src, &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(list, again, cmp.AllowUnexported(rule.Value{})); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(strings.ToLower(string(src)), "best") {
		t.Error("a shortlist calls something the best")
	}
}

func TestANeedThatIsMetComesBeforeOneOfWhichNobodyKnows(t *testing.T) {
	list, err := choice.Shortlist(choice.Search{
		AsOf:   today,
		Wishes: []choice.Wish{choice.With("step_free").Needed(), choice.WaitAtMost(10).Matters(90)},
		Providers: []choice.Provider{
			{ID: "stairs", WaitWeeks: rule.ValueOf(1), Has: map[string]bool{"step_free": false}},
			{ID: "nobody_knows", WaitWeeks: rule.ValueOf(1)},
			{ID: "step_free", WaitWeeks: rule.ValueOf(40), Has: map[string]bool{"step_free": true}},
		},
	})
	if err != nil || list[0].Provider != "step_free" || list[1].Provider != "nobody_knows" || list[2].Provider != "stairs" {
		t.Errorf("%v %v", list, err)
	}
}

// TestABlankIsNoZeroAndACapitalNoDenial holds that a wish whose points were left blank counts as one without points, that a rating suits
// however it is written, and that an id of blanks is none.
func TestABlankIsNoZeroAndACapitalNoDenial(t *testing.T) {
	good := choice.Rated("cqc", "good")
	good.Points = rule.MissingValue(rule.Blank)
	list, err := choice.Shortlist(choice.Search{
		AsOf: today, Wishes: []choice.Wish{good, choice.With("parking")},
		Providers: []choice.Provider{{ID: "a", Quality: map[string]string{"cqc": " Good"}}, {ID: "b", Quality: map[string]string{"cqc": " "}}, {ID: " "}},
	})
	if diff := cmp.Diff([]string{"/providers/2/id answer-provider-twice"}, codesOf(t, err)); diff != "" {
		t.Error(diff)
	}
	if len(list) != 2 || list[0].Provider != "a" || list[0].FitLow != rule.ValueOf(50) || list[1].Wishes[0].State != policy.Unknown {
		t.Errorf("%+v", list)
	}
}

func TestEqualsShareAPlaceAndKeepTheCallersOrder(t *testing.T) {
	list, err := choice.Shortlist(choice.Search{AsOf: today, Providers: []choice.Provider{{ID: "b"}, {ID: "a"}, {ID: "c"}}})
	if err != nil {
		t.Fatal(err)
	}
	for i, id := range []string{"b", "a", "c"} {
		if list[i].Provider != id || list[i].Place != 1 || list[i].FitLow != (rule.Value{}) {
			t.Errorf("%+v", list[i])
		}
	}
}

func TestSearchesThatCannotBeRight(t *testing.T) {
	w := shipped(t)
	s := search(w, choice.Provider{ID: "a", DistanceMiles: rule.ValueOf(-3)}, choice.Provider{ID: "a"}, choice.Provider{}, choice.Provider{ID: "b", ContractFrom: on("0001-01-02"), Facts: map[string]any{"standard_contract": 3, "standard_contrct": true}})
	s.Wishes = []choice.Wish{choice.WaitAtMost(-1), {About: "wait"}, {About: "price"}, {About: "quality."}, choice.Rated("cqc"), choice.With(""), choice.DistanceAtMost(5).Matters(-2), choice.DistanceAtMost(5)}
	s.WaitsNow = rule.ValueOf(-4)
	s.Referral.Received = on("2026-03-01")
	list, err := choice.Shortlist(s)
	want := []string{
		"/providers/0/distance_miles answer-below-zero", "/providers/1/id answer-provider-twice", "/providers/2/id answer-provider-twice",
		"/providers/3/contract_from answer-day-impossible", "/providers/3/facts/standard_contract answer-invalid", "/providers/3/facts/standard_contrct answer-unknown-fact",
		"/referral/received answer-day-order", "/waits_now answer-below-zero",
		"/wishes/0/at_most answer-below-zero", "/wishes/1 answer-wish", "/wishes/2 answer-wish", "/wishes/3 answer-wish", "/wishes/4 answer-wish",
		"/wishes/5 answer-wish", "/wishes/6/points answer-below-zero",
	}
	if diff := cmp.Diff(want, codesOf(t, err)); diff != "" {
		t.Error(diff)
	}
	for _, value := range []string{"/wishes/0/at_most: -1 is below zero", "/wishes/6/points: -2 is below zero", "/waits_now: -4 is below zero", "/providers/0/distance_miles: -3 is below zero"} {
		if !strings.Contains(err.Error(), value) {
			t.Errorf("the error does not say %q:\n%v", value, err)
		}
	}
	if len(list) != 2 || list[0].May != policy.Unknown || list[0].FitLow != rule.ValueOf(0) || list[0].FitHigh != rule.ValueOf(100) {
		t.Errorf("%+v", list)
	}
	if s.Providers[0].DistanceMiles != rule.ValueOf(-3) {
		t.Error("the search was changed")
	}
	s.Right = "no_such"
	if _, err := choice.Shortlist(s); !errors.Is(err, choice.ErrNoRight) {
		t.Error(err)
	}
	if _, err := choice.Shortlist(choice.Search{}); !errors.Is(err, choice.ErrNoDay) {
		t.Error(err)
	}
	huge := choice.Search{AsOf: today, Providers: []choice.Provider{{ID: "a"}}, Wishes: []choice.Wish{choice.With("x").Matters(1e308), choice.With("y").Matters(1e308)}}
	list, err = choice.Shortlist(huge)
	if _, err := json.Marshal(list); err != nil {
		t.Error(err)
	}
	if list[0].FitLow != (rule.Value{}) || list[0].FitHigh != (rule.Value{}) {
		t.Errorf("%+v", list)
	}
	if diff := cmp.Diff([]string{"/wishes answer-wish"}, codesOf(t, err)); diff != "" {
		t.Error(diff)
	}
}

// TestLearningMoreKeepsToTheRange holds that an answer about a provider never takes its fit out of the range that was shown.
func TestLearningMoreKeepsToTheRange(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		s := choice.Search{AsOf: today, Providers: []choice.Provider{{ID: "a", Has: map[string]bool{}}}}
		for i := range 6 {
			feature := fmt.Sprint("f", i)
			s.Wishes = append(s.Wishes, choice.With(feature).Matters(float64(random.IntN(50))))
			if random.IntN(2) == 0 {
				s.Providers[0].Has[feature] = random.IntN(2) == 0
			}
		}
		s.Wishes = append(s.Wishes, choice.With("g"))
		before, err := choice.Shortlist(s)
		if err != nil {
			t.Fatal(err)
		}
		s.Providers[0].Has["f0"] = random.IntN(2) == 0 || s.Providers[0].Has["f0"]
		if _, known := s.Providers[0].Has["f1"]; !known {
			s.Providers[0].Has["f1"] = random.IntN(2) == 0
		}
		if slices.Contains(before[0].NotKnown(), "has.f0") || slices.Contains(before[0].NotKnown(), "has.f1") {
			after, _ := choice.Shortlist(s)
			low, _ := before[0].FitLow.Number()
			high, _ := before[0].FitHigh.Number()
			newLow, _ := after[0].FitLow.Number()
			newHigh, _ := after[0].FitHigh.Number()
			if slices.Contains(before[0].NotKnown(), "has.f0") && (newLow < low-1e-9 || newHigh > high+1e-9) {
				t.Fatalf("%v-%v became %v-%v", low, high, newLow, newHigh)
			}
		}
	}
}

func TestCompare(t *testing.T) {
	a, b := choice.Provider{ID: "a", WaitWeeks: rule.ValueOf(9), Has: map[string]bool{"parking": false}}, choice.Provider{ID: "b", WaitWeeks: rule.ValueOf(-1)}
	a.Quality, b.Quality = map[string]string{"cqc": "good"}, map[string]string{"friends_and_family": "94%"}
	got := choice.Compare(a, b)
	unknown := choice.Cell{Text: "not known"}
	want := choice.Comparison{Providers: []string{"a", "b"}, Rows: []choice.Row{
		{About: "wait", Unit: "weeks", Cells: []choice.Cell{{Known: true, Text: "9"}, unknown}},
		{About: "quality.cqc", Cells: []choice.Cell{{Known: true, Text: "good"}, unknown}},
		{About: "quality.friends_and_family", Cells: []choice.Cell{unknown, {Known: true, Text: "94%"}}},
		{About: "has.parking", Cells: []choice.Cell{{Known: true, Text: "no"}, unknown}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if c := choice.Compare(); len(c.Rows) > 0 {
		t.Error(c)
	}
}

func TestProviderJSON(t *testing.T) {
	p := qualifies("p")
	p.WaitWeeks, p.Has, p.Name, p.Quality = rule.ValueOf(3.5), map[string]bool{"x": true}, "P", map[string]string{"cqc": "good"}
	src, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var again choice.Provider
	if err := json.Unmarshal(src, &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(p, again, cmp.AllowUnexported(rule.Value{})); diff != "" {
		t.Error(diff)
	}
	if err := json.Unmarshal([]byte(`{"id": "p", "distance": 3}`), &again); err == nil {
		t.Error("a key that is not known was read")
	}
}

// TestNullIsNoNo holds that a null in JSON is not known, where encoding/json would make it a no, and that no key falls away.
func TestNullIsNoNo(t *testing.T) {
	var p choice.Provider
	if err := json.Unmarshal([]byte(`{"id": "p", "has": {"step_free": null, "parking": false}}`), &p); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(question.Told[string, bool]{"parking": false}, p.Has); diff != "" {
		t.Error(diff)
	}
	var e choice.Evidence
	if err := json.Unmarshal([]byte(`{"said": {"options_discussed": null, "time_to_consider": true}}`), &e); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(question.Told[string, bool]{"time_to_consider": true}, e.Said); diff != "" {
		t.Error(diff)
	}
	var wish choice.Wish
	if err := json.Unmarshal([]byte(`{"about": "wait", "atmost": 3}`), &wish); err == nil || !strings.Contains(err.Error(), "did you mean at_most?") {
		t.Error(err)
	}
	wish = choice.WaitAtMost(3).Needed().Matters(2).Saying("I wait")
	src, _ := json.Marshal(wish)
	var again choice.Wish
	if err := json.Unmarshal(src, &again); err != nil || !cmp.Equal(wish, again, cmp.AllowUnexported(rule.Value{})) {
		t.Errorf("%s: %+v, %v", src, again, err)
	}
}

// FuzzShortlist reads providers from JSON: the order never depends on what is not there, and every provider with an id of its own stays.
func FuzzShortlist(f *testing.F) {
	f.Add([]byte(`[{"id": "a", "wait_weeks": 3.5, "has": {"step_free": false}}, {"id": "a"}, {"id": "b", "distance_miles": -1, "contract_from": "2020-04-01"}]`))
	f.Add([]byte(`[{"id": "a", "wait_weeks": {"missing": "blank"}, "quality": {"cqc": ""}, "facts": {"standard_contract": 3, "sooner": null}}]`))
	f.Add([]byte(`[{"id": "a", "wait_weeks": 1e308, "contract_from": "9999-12-31"}, {}, null]`))
	w := shipped(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		var providers []choice.Provider
		if json.Unmarshal(src, &providers) != nil {
			return
		}
		s := search(w, providers...)
		s.Wishes = []choice.Wish{choice.WaitAtMost(12).Matters(60), choice.With("step_free").Needed(), choice.Rated("cqc", "good")}
		list, err := choice.Shortlist(s)
		codesOf(t, err)
		ids := map[string]bool{}
		for _, p := range providers {
			if strings.TrimSpace(p.ID) != "" {
				ids[p.ID] = true
			}
		}
		if len(list) != len(ids) {
			t.Errorf("%d of %d providers are listed", len(list), len(ids))
		}
		if _, err := json.Marshal(list); err != nil {
			t.Error(err)
		}
		if _, err := json.Marshal(choice.Compare(providers...)); err != nil {
			t.Error(err)
		}
	})
}
