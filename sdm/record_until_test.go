package sdm

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// The year cut off at the end of any of its days is what was there by then.
func TestARecordUntilADay(t *testing.T) {
	whole := record(t, year()...)
	for _, last := range year() {
		var events []Event
		for _, e := range year() {
			if !e.On.After(last.On) {
				events = append(events, e)
			}
		}
		if got, want := bytesOf(t, whole.Until(last.On)), bytesOf(t, record(t, events...)); got != want {
			t.Errorf("until %s:\n%s\nand not\n%s", last.On, got, want)
		}
	}
	if got := whole.Until(day.Day{}); got.Len() != whole.Len() {
		t.Errorf("without a day %d events are left", got.Len())
	}
	if got := whole.Until(date("2020-01-01")); got.Len() != 0 || got.Person() != whole.Person() {
		t.Errorf("before the first day %d events are left of %q", got.Len(), got.Person())
	}
}

// What was found out later holds for what came before: an error is not told as true again, and what is hidden is not shown.
func TestWhatWasFoundOutSinceStays(t *testing.T) {
	r := record(t, aTalkOpened[0],
		at("wrong", "2026-01-02", "talk", ByPerson, Mattered{Words: "a slip"}),
		at("private", "2026-01-02", "talk", ByPerson, Mattered{Words: "secret"}),
		at("after", "2026-03-01", "talk", ByPerson, Mattered{Words: "later"}),
		inErrorOf("x", "2026-03-02", "wrong", "after"),
		at("hide", "2026-03-02", "", ByPerson, SeenBy{Events: []string{"private", "after"}, Audience: Audience{Only: []string{"family"}}}),
		inErrorOf("y", "2026-03-03", "after"),
		at("late", "2026-01-03", "", ByPerson, SeenBy{Events: []string{"after"}}))
	for name, cut := range map[string]Record{"the whole record": r.Until(date("2026-01-31")), "a copy": r.For("gp").Until(date("2026-01-31"))} {
		s, err := cut.Replay()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, struck := s.EnteredInError("wrong"); !struck {
			t.Errorf("%s tells the slip", name)
		}
		shown := bytesOf(t, cut.For("gp"))
		if strings.Contains(shown, "secret") || strings.Contains(shown, "later") || strings.Contains(shown, `"after"`) {
			t.Errorf("%s shows %s", name, shown)
		}
	}
}

// An event that was noted late may name what happened after the day.
func TestWhatNamesSomethingLaterGoesWithIt(t *testing.T) {
	r := record(t, aTalkOpened[0],
		at("decided", "2026-02-01", "talk", ByPerson, Decided{Option: "replace"}),
		at("score", "2026-01-05", "", ByPerson, Scored{Result: result(1, ""), For: []Ref{ref(RefDecision, "decided")}}))
	cut := r.Until(date("2026-01-31"))
	if s, err := cut.Replay(); err != nil || len(s.Scores) != 0 || cut.Len() != 1 {
		t.Errorf("%d events, %d scores, %v", cut.Len(), len(s.Scores), err)
	}
}
