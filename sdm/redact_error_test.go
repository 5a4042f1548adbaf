package sdm

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

func struckBy(r Record) map[string]string {
	struck, _ := struckIn(r.events)
	return struck
}

// The reason of an error speaks of what it was, and is told to nobody from whom that is withheld, in whole or in part.
func TestAReasonTellsNothingThatIsWithheld(t *testing.T) {
	private := planVersion()
	private.Needs[0].Goals[0].Decision = ""
	private.Shares, private.Needs[0].Audience = []plan.Share{{Audience: "gp"}}, []string{"family"}
	for name, of := range map[string]Event{
		"an event that is withheld": {ID: "m", On: date("2026-01-02"), By: ByPerson, In: "talk", Body: Mattered{Words: "secret"}, Audience: Audience{Only: []string{"family"}}},
		"an event with such a part": at("m", "2026-01-02", "", Together, plan.Agreed{Version: private}),
	} {
		for kind, audience := range map[string]Audience{"everybody": {}, "the reader": {Only: []string{"gp"}}, "the reader, of a hidden kind": {Only: []string{"gp"}, HideKind: true}} {
			said := inErrorOf("x", "2026-01-03", "m")
			said.Audience = audience
			r := built(t, aTalkOpened[0], of, said)
			if copied := r.For("gp"); strings.Contains(bytesOf(t, copied), "wrong person") || copied.Last().Body.Kind() != "in_error" {
				t.Errorf("%s, for %s: %s", name, kind, bytesOf(t, copied))
			}
			if seen := bytesOf(t, r.For(ForPerson)); !strings.Contains(seen, "wrong person") {
				t.Errorf("%s, for %s: the person sees %s", name, kind, seen)
			}
		}
	}
}

// Who may see an event is not changed by what was entered in error, and is again once that was itself an error.
func TestAChangeInErrorShowsNothing(t *testing.T) {
	said := at("m", "2026-01-02", "talk", ByPerson, Mattered{Words: "secret"})
	said.Audience = Audience{Only: []string{"family"}}
	r := built(t, aTalkOpened[0], said, at("open", "2026-01-03", "", ByPerson, SeenBy{Events: []string{"m"}}))
	for i, want := range []bool{true, false, true} {
		if shown := strings.Contains(bytesOf(t, r.For("gp")), "secret"); shown != want {
			t.Errorf("after %d errors it is shown: %t", i, shown)
		}
		retoldAlike(t, r)
		var err error
		if r, err = r.Add(inErrorOf("", "2026-01-04", r.Last().ID)); err != nil {
			t.Fatal(err)
		}
	}
}

// A need of which nothing is left in one referral is still there in another.
func TestANeedIsGoneFromItsOwnReferral(t *testing.T) {
	v := planVersion()
	v.Needs[0].Goals[0].Decision = ""
	v.Needs[0].Audience = []string{"family"}
	private := v.Needs[0].ID
	r := built(t, at("plan", "2026-01-02", "", Together, plan.Agreed{Version: v}))
	for i, id := range []string{"categorised", "in_words"} {
		n := community.Need{ID: private, Words: "secret"}
		if i == 0 {
			n.Category = "loneliness"
		}
		for _, e := range []Event{
			at(id, "2026-01-03", "", ByProfessional, community.Referred{Consent: community.ConsentYes, By: community.Referrer{Kind: community.SelfReferral}, To: "x", Needs: []community.Need{n, {ID: "other", Category: "food"}}}),
			at("", "2026-01-03", id, ByProfessional, community.Contacted{Outcome: community.ContactAccepted, Attempts: 1, Way: community.WayPhone}),
			at("", "2026-01-03", id, ByProfessional, community.Assessed{WhatMatters: "Singing"}),
		} {
			var err error
			if r, err = r.Add(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, id := range []string{"categorised", "in_words"} {
		var err error
		if r, err = r.Add(at("at "+id, "2026-01-04", id, ByProfessional, community.Connected{Service: "choir", Start: date("2026-01-04"), Needs: []string{private, "other"}})); err != nil {
			t.Fatal(err)
		}
	}
	copied := r.For("gp")
	events := copied.Events()
	for i, want := range []int{2, 1} {
		if got := events[len(events)-2+i].Body.(community.Connected).Needs; len(got) != want {
			t.Errorf("connection %d is for %v", i, got)
		}
	}
	if s, err := copied.Replay(); err != nil || len(s.Untold) > 0 || strings.Contains(bytesOf(t, copied), "secret") {
		t.Errorf("untold %v, %v", s.Untold, err)
	}
}
