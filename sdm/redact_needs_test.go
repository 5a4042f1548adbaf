package sdm

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// privateYear is a plan with a need for the practice alone, and a thread of social prescribing that tells of it again.
func privateYear(t *testing.T, needs ...community.Need) Record {
	v := planVersion()
	v.Shares = []plan.Share{{Audience: "family"}, {Audience: "gp_practice"}}
	v.Needs[0].Audience, v.Needs[0].Goals[0].Decision = []string{"gp_practice"}, ""
	worker := Author{Role: "link_worker"}
	named := []string{needs[0].ID}
	return record(t,
		at("plan", "2026-01-02", "", Together, plan.Agreed{Version: v}),
		at("ref", "2026-01-03", "", ByProfessional, community.Referred{Consent: community.ConsentYes, By: community.Referrer{Kind: community.GPPractice, Service: "Mill Lane"}, To: "link workers",
			Needs: needs, Actions: []string{"club"}}),
		at("reached", "2026-01-04", "ref", worker, community.Contacted{Outcome: community.ContactAccepted, Attempts: 1, Way: community.WayPhone}),
		at("heard", "2026-01-05", "ref", worker, community.Assessed{WhatMatters: "Dancing", Needs: needs}),
		at("joined", "2026-01-06", "ref", worker, community.Connected{Service: "walkers", Start: date("2026-01-07"), Needs: named}),
	)
}

// What a plan keeps from a reader is not told to them by a referral that has it under the same id.
func TestWordsOfAPrivateNeedStayPrivateInAReferral(t *testing.T) {
	secret := community.Need{ID: "hip", Words: "a secret"}
	sorted := community.Need{ID: "hip", Words: "a secret", Category: "activity"}
	open := community.Need{ID: "company", Words: "I miss people"}
	for name, tc := range map[string]struct {
		needs    []community.Need
		withheld bool
	}{
		"words and a category":  {[]community.Need{sorted, open}, false},
		"words alone":           {[]community.Need{secret, open}, false},
		"nothing but the words": {[]community.Need{secret}, true},
	} {
		r := privateYear(t, tc.needs...)
		for reader, reads := range map[string]bool{"family": false, "link_worker": false, "gp_practice": true, ForPerson: true} {
			copied := r.For(reader)
			if got := strings.Contains(bytesOf(t, copied), "secret"); got != reads {
				t.Errorf("%s: %s reads it: %t", name, reader, got)
			}
			s, err := copied.Replay()
			if hidden := tc.withheld && !reads; err != nil || !hidden && (len(s.Untold) > 0 || len(s.Community) != 1) {
				t.Errorf("%s: the copy for %s leaves untold %v (%v)", name, reader, s.Untold, err)
			}
			if strings.Contains(bytesOf(t, copied), open.Words) == (tc.withheld) {
				t.Errorf("%s: %s does not read what is not private", name, reader)
			}
			if whole, conflicts := merged(t, copied, r); bytesOf(t, whole) != bytesOf(t, r) || len(conflicts) > 0 {
				t.Errorf("%s: the copy for %s and its record make another one: %v", name, reader, conflicts)
			}
		}
	}
}

// A plan that is merely not shared keeps no need from anybody: the words of the referral are for whoever sees it.
func TestAPlanThatIsNotSharedHidesNoReferral(t *testing.T) {
	v := planVersion()
	v.Needs[0].Goals[0].Decision = ""
	r := record(t,
		at("plan", "2026-01-02", "", Together, plan.Agreed{Version: v}),
		at("ref", "2026-01-03", "", ByProfessional, community.Referred{Consent: community.ConsentYes, By: community.Referrer{Kind: community.GPPractice, Service: "Mill Lane"}, To: "link workers",
			Needs: []community.Need{{ID: "hip", Words: "I stay at home"}}}))
	if !strings.Contains(bytesOf(t, r.For("link_worker")), "I stay at home") {
		t.Error("the link worker cannot read the need that they were asked to help with")
	}
}
