package sdm

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// An event of which not even the kind may be told is named by nothing that the reader sees: a goal that follows from it would tell that it is a
// decision, and a review that looked at it that it is a score.
func TestNothingNamesAnEventOfAHiddenKind(t *testing.T) {
	circumstances, err := os.ReadFile("testdata/circumstances.json")
	if err != nil {
		t.Fatal(err)
	}
	noted, err := ParseRecord(circumstances)
	if err != nil {
		t.Fatal(err)
	}
	for name, events := range map[string]func() []Event{
		"year": func() []Event {
			all := shownTo([]string{"gp_practice"}, func(*plan.Version) {})
			for i, e := range all {
				if shared, ok := e.Body.(plan.Shared); ok {
					shared.Version, shared.With = "p4", []string{"person", "gp_practice"}
					all[i].Body = shared
				}
			}
			return all
		},
		"circumstances": noted.Events,
	} {
		for i := range events() {
			all := events()
			all[i].Audience = Audience{Only: []string{"family"}, HideKind: true}
			whole := record(t, all...)
			copied := whole.For("gp_practice")
			story, err := copied.Replay()
			if err != nil {
				t.Errorf("%s: without %s the copy does not replay: %v", name, all[i].ID, err)
			}
			for _, hidden := range story.Withheld {
				if hidden.What.Was != "" {
					continue
				}
				id := strconv.Quote(hidden.Event)
				for _, e := range copied.Events() {
					src, err := e.MarshalJSON()
					said := strings.ReplaceAll(string(src), id+":", "") // a key
					if _, withheld := e.Body.(Withheld); err != nil || !withheld && strings.Contains(said, id) {
						t.Errorf("%s: %s is hidden, and named by %s, %v", name, id, src, err)
					}
				}
			}
			if again, conflicts := merged(t, copied, whole); bytesOf(t, again) != bytesOf(t, whole) || len(conflicts) > 0 {
				t.Errorf("%s: without %s the copy and its record make another one: %v", name, all[i].ID, conflicts)
			}
		}
	}
}

// What a reader is told of a step after a hole is no denial, and no advice to record a second time what may well be there.
func TestAStepAfterAHoleIsNoDenial(t *testing.T) {
	copied := record(t, hidingFrom(shownTo([]string{"gp_practice"}, func(*plan.Version) {}), "c2", "k2", "b5")...).For("gp_practice")
	story, err := copied.Replay()
	if err != nil || len(story.Untold) < 3 {
		t.Fatalf("%v, %v", story.Untold, err)
	}
	for _, u := range story.Untold {
		if !strings.Contains(u.Why, "withheld from this copy; as far as the copy shows, ") || strings.Contains(u.Why, "first") || strings.Contains(u.Why, "what can follow") {
			t.Errorf("event %s: %s", u.Event, u.Why)
		}
	}
}

// Where it is withheld that an InError was itself an error, the reader is not told by it that what stands does not.
func TestAnInErrorThatWasOneStrikesNothingInACopy(t *testing.T) {
	undone := inErrorOf("y", "2026-01-04", "x")
	undone.Audience = Audience{Only: []string{"gp"}, HideKind: true}
	r := built(t, aTalkOpened[0], at("m", "2026-01-02", "talk", ByPerson, Mattered{Words: "Penicillin gives me a rash"}), inErrorOf("x", "2026-01-03", "m"), undone)
	for _, reader := range []string{"family", "gp", ForPerson} {
		story, err := r.For(reader).Replay()
		if _, struck := story.EnteredInError("m"); err != nil || struck || len(story.Talks[0].Matters) != 1 {
			t.Errorf("%s is told that it was entered in error: %v, %+v", reader, err, story.Talks)
		}
	}
}

// Where the decision that a referral followed from in the end may not be named, the one before does not come back in its place.
func TestAReferralFollowsFromNoEarlierDecisionInACopy(t *testing.T) {
	refer := func(id, on, in, decision string) Event {
		return at(id, on, in, ByProfessional, ChoiceReferred{Referral: choice.Referral{Made: date("2026-01-03")}, Decision: decision})
	}
	hidden := at("d2", "2026-01-04", "talk", ByPerson, Decided{Option: "carry_on"})
	hidden.Audience = Audience{Only: []string{"gp"}, HideKind: true}
	r := built(t, aTalkOpened[0], at("d1", "2026-01-02", "talk", ByPerson, Decided{Option: "replace"}), refer("r", "2026-01-03", "", "d1"), hidden, refer("r2", "2026-01-05", "r", "d2"))
	for reader, want := range map[string]string{ForPerson: "d2", "gp": "d2", "family": ""} {
		s, err := r.For(reader).Replay()
		if err != nil || len(s.Choices) != 1 {
			t.Fatalf("%s: %+v, %v", reader, s.Choices, err)
		}
		if got := s.Choices[0].State.Referred[1].What.Decision; got != want {
			t.Errorf("%s: it follows from %q", reader, got)
		}
	}
}
