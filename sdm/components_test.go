package sdm

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

func TestTheYearHasAnEventOfEveryKindOfTheComponents(t *testing.T) {
	there := map[string]bool{}
	for _, e := range year() {
		there[e.Body.Kind()] = true
	}
	for _, word := range slices.Sorted(maps.Keys(kinds)) {
		for _, prefix := range []string{"choice_", "community_", "plan_", "budget_", "support_", "scored", "activation_"} {
			if strings.HasPrefix(word, prefix) && !there[word] {
				t.Errorf("no event of the kind %s is tested", word)
			}
		}
	}
}

func TestTheYearIsTold(t *testing.T) {
	s := story(t, year()...)
	if n := []int{len(s.Talks), len(s.Choices), len(s.Community), len(s.Support), len(s.Plans), len(s.Budgets), len(s.Scores), len(s.Assessments)}; !slices.Equal(n, []int{1, 1, 2, 1, 1, 1, 2, 2}) {
		t.Fatalf("threads %v", n)
	}
	if got := s.Community[0].State.State(); got != community.StateClosed {
		t.Errorf("the referral is %s", got)
	}
	if c := s.Choices[0].State; c.Made[0].What.Provider != "south" || len(c.Offered) != 1 || len(c.Attested) != 1 {
		t.Errorf("choice %+v", c)
	}
	if p, ok := s.Support[0].State.Of("coaching"); !ok || p.Ended != support.Completed {
		t.Errorf("coaching %+v", p)
	}
	if b, ok := s.Budgets[0].State.Ledger().Line("pool_card"); !ok || b.Released.Minor != 26_000 {
		t.Errorf("balance %+v", b)
	}
	if _, ended := s.Plans[0].State.Ended(); !ended {
		t.Error("the plan has not ended")
	}
	want := []string{"money", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10"}
	if diff := cmp.Diff(want, s.Budgets[0].Events); diff != "" {
		t.Error(diff)
	}
}

// values lets cmp look at numbers with a reason where they are missing.
var values = cmp.Comparer(func(a, b rule.Value) bool { return a == b })

func TestTheYearComesBackFromJSON(t *testing.T) {
	before := record(t, year()...)
	first, err := json.Marshal(before)
	if err != nil {
		t.Fatal(err)
	}
	after, err := ParseRecord(first)
	if err != nil {
		t.Fatal(err)
	}
	second, err := json.Marshal(after)
	if err != nil || string(first) != string(second) {
		t.Errorf("the bytes changed (%v)", err)
	}
	if diff := cmp.Diff(before.Events(), after.Events(), values); diff != "" {
		t.Error(diff)
	}
	one, _ := before.Replay()
	other, _ := after.Replay()
	if !one.Equal(other) {
		t.Error("the story is another one")
	}
	other.Scores[0].By = ByCarer
	if one.Equal(other) {
		t.Error("another story is taken for the same")
	}
}

// An event that is refused must leave no trace: every event of the year is tried again at its end, and each that fails must leave the story
// as it was.
func TestARefusedEventLeavesTheStoryAsItWas(t *testing.T) {
	events := year()
	refused := 0
	for i := range events {
		s := story(t, events[:len(events)-1]...)
		again := events[i]
		again.ID, again.On = "again", date("2026-01-01") // before everything else
		if err := s.tell(again); err != nil {
			refused++
			if same := story(t, events[:len(events)-1]...); !s.Equal(same) {
				t.Errorf("%s was refused (%v) and left a trace", again.Body.Kind(), err)
			}
		}
	}
	if refused < len(events)/2 {
		t.Errorf("only %d of %d were refused, so little was tried", refused, len(events))
	}
}

// One event that cannot be read takes nothing down but what needs it.
func TestAFaultyEventLeavesTheRestIntact(t *testing.T) {
	src, err := json.Marshal(record(t, year()...))
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ was, is, says string }{
		{`"result":{"questionnaire":"oxford-hip-score"`, `"result":{"questionnaire":""`, "event before"},
		{`"kind":"plan_agreed","form":1`, `"kind":"plan_agreed","form":9`, "event p4"},
		{`"kind":"choice_offered","form":1`, `"kind":"choice_offered","form":9`, "event c2"},
		{`"how":"completed","scores":["level2"]`, `"how":"completed","scores":["level3"]`, "scores[0]"},
	} {
		broken := strings.Replace(string(src), tc.was, tc.is, 1)
		if broken == string(src) {
			t.Fatalf("%s is not there", tc.was)
		}
		r, err := ParseRecord([]byte(broken))
		if !errors.Is(err, ErrEvent) || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("error %v; it should say %s", err, tc.says)
		}
		s, err := r.Replay()
		if err != nil || len(s.Talks) != 1 || len(s.Budgets) != 1 || len(s.Community) != 2 || len(s.Unread) == 0 {
			t.Errorf("%s: the rest is not intact: %v, unread %v", tc.says, err, s.Unread)
		}
		out, err := json.Marshal(r)
		if err != nil || string(out) != broken {
			t.Errorf("%s: something was lost (%v)", tc.says, err)
		}
	}
}
