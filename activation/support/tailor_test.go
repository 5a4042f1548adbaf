package support_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestWhatEachLevelComesTo is the table of levels and support in the facts, row by row, for one person who is otherwise the same.
func TestWhatEachLevelComesTo(t *testing.T) {
	w := shipped(t)
	who := w.person(t, map[string]any{"age": 61, "long_term_pain": true, "uses_internet": true})
	likes := w.answers(t, map[string]any{"way": "any_way", "meets_others": true, "often_lonely": true, "would_help_others": true})
	steady := `{"q1": 5, "q2": 5, "q3": 6, "q4": 5, "q5": 5, "q6": 5}`
	for _, c := range []struct {
		name       string
		assessment *activation.Assessment
		stage      string
		often      string
		ready      []string
	}{
		{"level 1", w.level(47), "starting", "often", []string{
			"coaching_one_to_one", "link_worker", "course_pain", "peer_group", "peer_one_to_one", "peer_online", "course_any_condition", "course_online", "information", "conversation",
		}},
		{"level 2", w.level(47.1), "building", "regularly", []string{
			"course_pain", "link_worker", "action_plan", "coaching_one_to_one", "coaching_group", "peer_group", "peer_one_to_one", "peer_online", "course_any_condition", "course_online", "information", "conversation",
		}},
		{"level 3", w.level(55.2), "doing", "sometimes", []string{
			"course_online", "course_pain", "link_worker", "action_plan", "coaching_group", "peer_group", "peer_one_to_one", "peer_online", "course_any_condition", "information", "conversation",
		}},
		{"level 4", w.level(72.5), "keeping_up", "when_wanted", []string{
			"staying_on_course", "course_online", "course_pain", "link_worker", "peer_group", "peer_one_to_one", "peer_online", "peer_leader", "course_any_condition", "information", "conversation",
		}},
		{"about as confident as others", w.sure(t, steady), "doing", "sometimes", []string{
			"course_online", "course_pain", "link_worker", "action_plan", "coaching_group", "peer_group", "peer_one_to_one", "peer_online", "course_any_condition", "information", "conversation",
		}},
		{"no level", nil, "", "", []string{
			"conversation", "course_pain", "link_worker", "peer_group", "peer_one_to_one", "peer_online", "course_any_condition", "course_online", "information",
		}},
	} {
		list := w.tailor(t, support.Given{On: today, Person: who, Answers: likes, Assessment: c.assessment})
		if diff := cmp.Diff(c.ready, ids(list.In(support.Ready))); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
		stage, often := "", ""
		if list.Stage != nil {
			stage, often = list.Stage.Level, list.HowOften.Level
		}
		if stage != c.stage || often != c.often || list.Start.Known() != (c.stage != "") {
			t.Errorf("%s: stage %q, %q, %+v", c.name, stage, often, list.Start)
		}
	}
}

func TestLevelsThatAreNotUsed(t *testing.T) {
	w := shipped(t)
	older, err := w.confidence.Using("below_7")
	if err != nil {
		t.Fatal(err)
	}
	low := older.AssessScore(rule.ValueOf(3))
	none := w.pam.AssessScore(rule.MissingValue(rule.Declined))
	strange := *w.level(20)
	strange.Level.ID = "level_9"
	swapped := *w.level(20)
	swapped.Level = w.level(90).Level
	other := *w.level(20)
	other.Measure = "chai-prescored"
	newer := *w.level(20)
	newer.Version = "2.0.0"
	beyond := *w.level(20)
	beyond.Score = rule.ValueOf(101)
	sure, fits := "How sure do you feel about looking after your own health?", "Do your answers about looking after your own health fit how you feel?"
	same := w.sure(t, `{"q1": 2, "q2": 2, "q3": 2, "q4": 2, "q5": 2, "q6": 2}`)
	if !same.Flagged(activation.AllSameFlag) || same.Level.ID != "below" {
		t.Fatalf("%+v", same)
	}
	for _, c := range []struct {
		name       string
		assessment *activation.Assessment
		doubt      support.Doubt
		says, asks string
	}{
		{"nobody assessed", nil, support.NotAssessed, "Nobody has asked yet", sure},
		{"a measure that the document does not use", &other, support.OtherMeasure, "These offers do not go by the measure with which you were asked", sure},
		{"a version that the document does not use", &newer, support.OtherMeasure, "These offers do not go by the measure with which you were asked", sure},
		{"the person declined", &none, support.NoScore, "There is no score yet of how sure you feel", sure},
		{"a score that cannot be", &beyond, support.NoScore, "There is no score yet of how sure you feel", sure},
		{"other cut points", &low, support.OtherCutPoints, "Your level was found by cut points that these offers do not use.", ""},
		{"a level that there is not", &strange, support.LevelDiffers, "Your level is not the one that your score comes to", ""},
		{"a level of another score", &swapped, support.LevelDiffers, "Your level is not the one that your score comes to", ""},
		{"all answers the same", same, support.SecondLook, "Some of your answers deserve a second look", fits},
	} {
		list := w.tailor(t, support.Given{On: today, Assessment: c.assessment})
		if list.Start.Doubt != c.doubt || list.Start.Level.ID != "" || list.Stage != nil || list.HowOften != nil {
			t.Errorf("%s: %+v", c.name, list.Start)
		}
		if first := list.Offers[0]; first.Kind != support.KindConversation || first.Standing != support.Ready {
			t.Errorf("%s: first comes %s", c.name, first.ID)
		}
		if o := offer(t, list, "coaching_one_to_one"); o.Standing != support.Maybe || len(o.Ask) == 0 {
			t.Errorf("%s: coaching stands as %s, and asks %q", c.name, o.Standing, o.Ask)
		}
		if words := list.Words()[0]; !strings.HasPrefix(words, c.says) {
			t.Errorf("%s: the person reads %q", c.name, words)
		}
		for _, question := range []string{sure, fits} {
			if asked := strings.Contains(strings.Join(list.Words(), "\n"), question); asked != (question == c.asks) {
				t.Errorf("%s: %q is asked: %v", c.name, question, asked)
			}
		}
	}
	confirmed := w.tailor(t, support.Given{On: today, Assessment: same, Confirmed: true})
	if !confirmed.Start.Known() || confirmed.Stage.Level != "starting" || len(confirmed.Start.Flags) != 1 {
		t.Errorf("after a second look: %+v", confirmed.Start)
	}
	top := w.tailor(t, support.Given{On: today, Assessment: w.level(100)})
	if top.Start.Doubt != support.SecondLook {
		t.Errorf("the highest score there is: %+v", top.Start)
	}
	if top = w.tailor(t, support.Given{On: today, Assessment: w.level(100), Confirmed: true}); offer(t, top, "staying_on_course").Standing != support.Ready {
		t.Errorf("a genuine highest score: %+v", top.Start)
	}
}

func TestCapacity(t *testing.T) {
	w := shipped(t)
	n := func(i int) *int { return &i }
	who := w.person(t, map[string]any{"age": 61, "long_term_pain": true, "copd": true, "osteoarthritis": true})
	given := support.Given{On: today, Person: who, Capacity: map[string]support.Capacity{
		"course_pain":          {Places: n(0)},
		"course_copd":          {Places: n(0), WaitWeeks: n(6)},
		"course_arthritis":     {Places: n(1), NextStart: today},
		"course_any_condition": {},
	}}
	list := w.tailor(t, given)
	for id, want := range map[string]support.Standing{
		"course_pain": support.Full, "course_copd": support.Ready, "course_arthritis": support.Ready, "course_any_condition": support.Ready,
	} {
		if o := offer(t, list, id); o.Standing != want {
			t.Errorf("%s stands as %s, want %s", id, o.Standing, want)
		}
	}
	words := strings.Join(list.Words(), "\n")
	for _, want := range []string{
		"No place is left now. The wait is 6 weeks.", "1 place is left. It starts next on 22 November 2026.", "\nWhere nothing is said of places, it is not known whether there are any.\n",
		"No places at present: A course about living well with long-lasting pain.",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("nobody says %q in\n%s", want, words)
		}
	}
	given.Capacity = map[string]support.Capacity{
		"course_pain": {Places: n(-1)}, "course_copd": {WaitWeeks: n(100_001), Places: n(3)}, "course_arthritis": {NextStart: today.Add(-1)},
		"course_pian": {Places: n(1)}, "stage": {Places: n(1)},
	}
	list, err := w.offers.Tailor(given)
	var faults diag.List
	if !errors.As(err, &faults) || len(faults) != 5 {
		t.Fatal(err)
	}
	for i, want := range []string{"/capacity/course_arthritis/next_start", "/capacity/course_copd/wait_weeks", "/capacity/course_pain/places", "/capacity/course_pian", "/capacity/stage"} {
		if faults[i].Path != want || faults[i].Code != "policy-offer-capacity" || faults[i].Hint == "" || strings.Contains(faults[i].Hint, "mean stage") {
			t.Errorf("%+v, want %s", faults[i], want)
		}
	}
	if o := offer(t, list, "course_pain"); o.Standing != support.Ready || o.Capacity != nil {
		t.Errorf("a capacity that cannot be left %s: %+v", o.Standing, o.Capacity)
	}
	if o := offer(t, list, "course_copd"); *o.Capacity.Places != 3 || o.Capacity.WaitWeeks != nil {
		t.Errorf("%+v", o.Capacity)
	}
}

func TestCapacityJSON(t *testing.T) {
	n := 3
	src, _ := json.Marshal(support.Capacity{Places: &n, NextStart: today})
	var again support.Capacity
	if err := json.Unmarshal(src, &again); err != nil || *again.Places != 3 || again.NextStart != today || again.WaitWeeks != nil {
		t.Errorf("%s: %+v, %v", src, again, err)
	}
	for src, want := range map[string]string{`{"place": 3}`: "did you mean places?", `{"places": "3"}`: "places: there is a text"} {
		if err := json.Unmarshal([]byte(src), &again); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", src, err, want)
		}
	}
}

func TestWhatThePersonSaid(t *testing.T) {
	w := shipped(t)
	likes := w.answers(t, map[string]any{"meets_others": true, "way": "any_way", "often_lonely": true})
	given := support.Given{On: today, Person: w.person(t, map[string]any{"uses_internet": true}), Answers: likes, Assessment: w.level(60)}
	opening := w.offered(t, given, "e0")
	if l := opening.Level; l == nil || *l != (support.UsedLevel{Measure: "pam-prescored", CutPoints: "pam_current", Level: "level_3", Score: "e0"}) {
		t.Errorf("%+v", l)
	}
	var s, again, elsewhere support.State
	apply := func(s *support.State, id, when string, step support.Step) {
		t.Helper()
		if err := s.Apply(id, on(t, when), step); err != nil {
			t.Fatal(err)
		}
	}
	apply(&s, "e1", "2026-09-01", opening)
	apply(&s, "e2", "2026-09-01", support.Answered{Offer: "peer_group", Answer: support.Declined, Words: "Not with strangers"})
	apply(&s, "e3", "2026-09-02", support.Answered{Offer: "link_worker", Answer: support.TakenUp})
	apply(&s, "e4", "2026-09-02", support.Answered{Offer: "peer_online", Answer: support.Later, AskOn: on(t, "2026-11-23")})
	apply(&s, "e5", "2026-09-02", support.Answered{Offer: "peer_one_to_one", Answer: support.Later, AskOn: on(t, "2026-11-22")})
	apply(&s, "e6", "2026-09-02", support.Answered{Offer: "action_plan", Answer: support.TakenUp})
	apply(&s, "e7", "2026-10-02", support.Ended{Offer: "action_plan", How: support.Completed})
	apply(&s, "e8", "2026-10-02", support.Answered{Offer: "coaching_group", Answer: support.Later})
	apply(&again, "e9", "2026-11-01", opening) // offered once more, and not answered yet
	other := opening
	other.Document = "another"
	apply(&elsewhere, "e10", "2026-11-02", other)
	apply(&elsewhere, "e11", "2026-11-02", support.Answered{Offer: "course_online", Answer: support.Declined})
	given.Threads = []*support.State{&s, nil, &again, &elsewhere, {}}
	list := w.tailor(t, given)
	for id, want := range map[string]support.Standing{
		"peer_group": support.Refused, "link_worker": support.Running, "peer_online": support.Waiting, "peer_one_to_one": support.Ready,
		"action_plan": support.Past, "coaching_group": support.Waiting, "course_online": support.Ready, "conversation": support.Ready,
		"course_pain": support.Maybe, "staying_on_course": support.NotNow,
	} {
		if o := offer(t, list, id); o.Standing != want {
			t.Errorf("%s stands as %s, want %s", id, o.Standing, want)
		}
	}
	if said := offer(t, list, "peer_group").Said; said == nil || said.Words != "Not with strangers" || said.Thread != "e1" {
		t.Errorf("%+v", said)
	}
	none := 0
	given.Capacity = map[string]support.Capacity{"action_plan": {Places: &none}, "coaching_group": {Places: &none}}
	for id, want := range map[string]support.Standing{"action_plan": support.Full, "coaching_group": support.Waiting} {
		if o := offer(t, w.tailor(t, given), id); o.Standing != want {
			t.Errorf("without a place %s stands as %s, want %s", id, o.Standing, want)
		}
	}
	given.Capacity = nil
	for i, o := range list.Offers[1:] {
		order := []support.Standing{support.Running, support.Ready, support.Waiting, support.Full, support.Past, support.Maybe, support.Refused, support.NotNow}
		if slices.Index(order, o.Standing) < slices.Index(order, list.Offers[i].Standing) {
			t.Errorf("%s (%s) comes after %s (%s)", o.ID, o.Standing, list.Offers[i].ID, list.Offers[i].Standing)
		}
	}

	// What was declined is in no new offer unless the person comes back to it.
	next, err := list.Offered("")
	if err != nil || slices.ContainsFunc(next.Offers, func(s support.Shown) bool { return s.Offer == "peer_group" }) {
		t.Errorf("%v, %+v", err, next.Offers)
	}
	if next, err = list.Offered("", "peer_group"); err != nil || len(next.Offers) != 1 || next.Check() != nil {
		t.Errorf("%v, %+v", err, next.Offers)
	}
	apply(&again, "e12", "2026-11-20", support.Answered{Offer: "peer_group", Answer: support.TakenUp})
	if o := offer(t, w.tailor(t, given), "peer_group"); o.Standing != support.Running || o.Said.Thread != "e9" {
		t.Errorf("%+v", o.Said)
	}
	if _, err := list.Offered("", "dancing"); !errors.Is(err, support.ErrNoOffer) {
		t.Error(err)
	}
	if _, err := (support.Tailored{}).Offered(""); !errors.Is(err, support.ErrNoOffer) {
		t.Error(err)
	}
}

// TestAnAnswerCountsWhicheverThreadIsGivenFirst holds that an offer that was never answered hides no answer.
func TestAnAnswerCountsWhicheverThreadIsGivenFirst(t *testing.T) {
	w := shipped(t)
	opening := w.offered(t, support.Given{On: today}, "", "conversation")
	var answered, open support.State
	for _, err := range []error{
		answered.Apply("e1", on(t, "2026-09-01"), opening), answered.Apply("e2", on(t, "2026-09-02"), support.Answered{Offer: "conversation", Answer: support.Declined}),
		open.Apply("e3", on(t, "2026-10-01"), opening),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, threads := range [][]*support.State{{&answered, &open}, {&open, &answered}} {
		if o := offer(t, w.tailor(t, support.Given{On: today, Threads: threads}), "conversation"); o.Standing != support.Refused {
			t.Errorf("%s, said %+v", o.Standing, o.Said)
		}
	}
}

// TestWordsOfWhateverWasDecoded holds that a list from elsewhere is put into words, whatever it leaves out.
func TestWordsOfWhateverWasDecoded(t *testing.T) {
	for _, standing := range []support.Standing{"ready", "waiting", "running", "full", "past", "maybe", "declined", "not_now", ""} {
		var list support.Tailored
		src := `{"start":{"doubt":"x"},"offers":[{"title":"Coaching","standing":"` + string(standing) + `","capacity":{}}],"stage":{},"how_often":{},"arrangements":[{}]}`
		if err := json.Unmarshal([]byte(src), &list); err != nil {
			t.Fatal(err)
		}
		words := strings.Join(list.Words(), "\n")
		if standing == support.Ready && !strings.Contains(words, "it is not known whether there are any.") || standing == support.Waiting && !strings.Contains(words, "You said later to: Coaching.") {
			t.Errorf("%s: %s", standing, words)
		}
	}
}

func TestArrangementsAndQuestions(t *testing.T) {
	w := shipped(t)
	list := w.tailor(t, support.Given{
		Person:  w.person(t, map[string]any{"needs_interpreter": true, "reading_is_hard": true, "uses_internet": false, "has_carer": true, "age": 61}),
		Answers: w.answers(t, map[string]any{"carer_joins": true, "free_time": "evenings_or_weekends", "getting_there_is_hard": true}),
	})
	want := []string{"with_interpreter", "easy_read", "without_internet", "evenings_or_weekends", "near_you", "with_your_carer"}
	if diff := cmp.Diff(want, ids(list.Arrangements)); diff != "" {
		t.Error(diff)
	}
	if got := offer(t, list, "course_pain").Ask; !slices.Equal(got, []string{"Have you had pain for more than three months?"}) {
		t.Errorf("%q", got)
	}
	words := strings.Join(list.Words(), "\n")
	if strings.Count(words, "Have you had pain for more than three months?") != 1 || !strings.Contains(words, "Whatever you choose: With an interpreter. In plain words") {
		t.Error(words)
	}
	if got := offer(t, list, "coaching_one_to_one").Ask; !slices.Equal(got, []string{"How sure do you feel about looking after your own health?", "How would you like to be supported?"}) {
		t.Errorf("%q", got)
	}
	if got := w.offers.Explain(support.Given{}, "coaching_one_to_one"); len(got) != 2 || !strings.Contains(got[1], "unknown") {
		t.Errorf("%q", got)
	}
}

func TestTheLevelInWords(t *testing.T) {
	w := shipped(t)
	words := w.tailor(t, support.Given{Assessment: w.level(50)}).Words()
	want := []string{
		"Patient Activation Measure (score made with a licence): Level 2. (cut points pam_current)",
		"Where you start from: Building up. This is what your answers about looking after your own health add up to. (convention)",
		"How often to be in touch: Regularly. While you build up what you know and can do, somebody who is in touch regularly helps you to go on. (guidance, nhse_ssm_2020, not verified there)",
	}
	if diff := cmp.Diff(want, words[:3]); diff != "" {
		t.Error(diff)
	}
	words = w.tailor(t, support.Given{Assessment: w.level(100)}).Words()
	want = []string{
		"Some of your answers deserve a second look together before they are used.",
		"The score is the highest there is. Many such scores are genuine; it is worth asking whether this one fits.",
		"So we start with a conversation. A level that is not known says nothing about you.",
	}
	if diff := cmp.Diff(want, words[:3]); diff != "" {
		t.Error(diff)
	}
}

func TestRoundTrip(t *testing.T) {
	w := shipped(t)
	var s support.State
	if err := s.Apply("e1", today, support.Offered{Document: w.offers.ID(), Version: "1.0.0", Offers: []support.Shown{{Offer: "information"}}}); err != nil {
		t.Fatal(err)
	}
	if err := s.Apply("e2", today, support.Answered{Offer: "information", Answer: support.Later, AskOn: today.Add(9), Words: "Not yet"}); err != nil {
		t.Fatal(err)
	}
	n := 3
	for name, given := range map[string]support.Given{
		"nothing is known": {},
		"much is known": {
			On: today, Person: w.person(t, map[string]any{"age": 61, "long_term_pain": true, "needs_interpreter": true}), Assessment: w.level(50),
			Answers: w.answers(t, map[string]any{"way": "group"}), Capacity: map[string]support.Capacity{"course_pain": {Places: &n, NextStart: today}}, Threads: []*support.State{&s},
		},
		"flagged": {Assessment: w.level(100)},
	} {
		list := w.tailor(t, given)
		first, err := json.Marshal(list)
		if err != nil {
			t.Fatal(name, err)
		}
		var back support.Tailored
		if err := json.Unmarshal(first, &back); err != nil {
			t.Fatal(name, err)
		}
		if diff := cmp.Diff(list, back, cmp.Comparer(func(a, b rule.Value) bool { return a == b })); diff != "" {
			t.Errorf("%s: -before +after\n%s", name, diff)
		}
		second, _ := json.Marshal(w.tailor(t, given))
		if string(first) != string(second) {
			t.Errorf("%s: another list for the same person", name)
		}
		for _, o := range list.Offers {
			if o.State == policy.Met && (o.Because == "" || o.Basis == "") {
				t.Errorf("%s is offered without a reason or a basis", o.ID)
			}
		}
	}
}

// TestWhatGoesOnIsNotDeclined holds that what the person takes part in goes on until its own thread says that it ended.
func TestWhatGoesOnIsNotDeclined(t *testing.T) {
	w := shipped(t)
	opening := w.offered(t, support.Given{On: today}, "", "conversation")
	var first, second support.State
	apply := func(s *support.State, id, when string, step support.Step) {
		t.Helper()
		if err := s.Apply(id, on(t, when), step); err != nil {
			t.Fatal(err)
		}
	}
	stands := func(want support.Standing, thread string) {
		t.Helper()
		for _, threads := range [][]*support.State{{&first, &second}, {&second, &first}} {
			if o := offer(t, w.tailor(t, support.Given{On: today, Threads: threads}), "conversation"); o.Standing != want || o.Said.Thread != thread {
				t.Errorf("it stands as %s, said %+v", o.Standing, o.Said)
			}
		}
	}
	apply(&first, "e1", "2026-09-01", opening)
	apply(&first, "e2", "2026-09-01", support.Answered{Offer: "conversation", Answer: support.TakenUp})
	apply(&second, "e3", "2026-10-01", opening)
	apply(&second, "e4", "2026-10-01", support.Answered{Offer: "conversation", Answer: support.Declined})
	stands(support.Running, "e1")
	apply(&second, "e5", "2026-10-02", support.Answered{Offer: "conversation", Answer: support.TakenUp})
	stands(support.Running, "e3") // the later of two that go on
	apply(&second, "e6", "2026-10-03", support.Ended{Offer: "conversation", How: support.Stopped})
	stands(support.Running, "e1")
	apply(&first, "e7", "2026-10-04", support.Ended{Offer: "conversation", How: support.Completed})
	stands(support.Past, "e1")
}
