package community_test

import (
	"math"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// TestNeedsThatHaveAnAnd holds that several needs can be told apart where one has an "and" of its own.
func TestNeedsThatHaveAnAnd(t *testing.T) {
	m := shipped(t).Match(community.Seeker{Needs: []community.Need{{ID: "n", Category: "parenting"}}})
	for _, one := range m {
		if one.Service().ID == "river_choir" {
			want := "It is there for loneliness and company, music and arts as well as low mood and worry, and not for being a parent."
			if f := finding(t, one, community.ByNeed, "n"); f.Says != want {
				t.Errorf("got %s\nwant %s", f.Says, want)
			}
		}
	}
}

// TestEveryCriterion holds each rule of matching, with its sentence.
func TestEveryCriterion(t *testing.T) {
	today := on("2026-11-01")
	type S = community.Service
	type P = community.Seeker
	area := func(extents ...string) []community.ServiceArea {
		var all []community.ServiceArea
		for _, e := range extents {
			all = append(all, community.ServiceArea{Extent: e})
		}
		return all
	}
	pays := func(options ...community.CostOption) S { return S{CostOptions: options} }
	gbp := func(amount float64) community.CostOption {
		return community.CostOption{Amount: number(amount), Currency: "GBP", Option: "per session"}
	}
	three := P{AsOf: today, MostCost: &community.Price{Amount: 3, Currency: "GBP"}}
	at := func(byday, opens, closes string) community.Schedule {
		return community.Schedule{Freq: "WEEKLY", ByDay: byday, OpensAt: opens, ClosesAt: closes}
	}
	runs := func(all ...community.Schedule) S { return S{Schedules: all} }
	mornings := P{AsOf: today, Free: []community.Free{{ByDay: "MO,TU", From: "09:00", To: "13:00"}}}
	need := func(category string) P { return P{Needs: []community.Need{{ID: "n", Category: category, Words: "x"}}} }
	ended := at("MO", "10:00", "12:00")
	ended.ValidTo = on("2026-10-01")
	nth, second := at("2MO,4MO,-1TU", "10:00", "12:00"), at("TU", "10:00", "12:00")
	nth.Freq, nth.ValidFrom, second.Interval = "MONTHLY", on("2026-12-01"), 2
	old, new := gbp(2), gbp(4)
	old.ValidTo, new.ValidFrom = on("2026-10-31"), on("2026-11-01")
	for _, c := range []struct {
		service S
		seeker  P
		by      community.Criterion
		about   string
		want    policy.State
		says    string
	}{
		{S{Status: community.Active}, P{}, community.ByStatus, "", policy.Met, "It is active."},
		{S{Status: community.TemporarilyClosed}, P{}, community.ByStatus, "", policy.NotMet, "It is temporarily closed."},
		{S{}, P{}, community.ByStatus, "", policy.Unknown, "It does not say whether it is running."},
		{S{Status: "closed"}, P{}, community.ByStatus, "", policy.Unknown, `It says "closed" of whether it is running, which is no status that a service can have.`},

		{S{MinimumAge: number(18)}, P{Age: years(18)}, community.ByAge, "", policy.Met, "It is for people from 18 years on; the person is 18."},
		{S{MinimumAge: number(18)}, P{Age: years(17)}, community.ByAge, "", policy.NotMet, "It is for people from 18 years on; the person is 17."},
		{S{MaximumAge: number(25)}, P{Age: years(25)}, community.ByAge, "", policy.Met, "It is for people up to 25 years; the person is 25."},
		{S{MinimumAge: number(18), MaximumAge: number(25)}, P{Age: years(26)}, community.ByAge, "", policy.NotMet, "It is for people from 18 to 25 years; the person is 26."},
		{S{MinimumAge: number(18)}, P{}, community.ByAge, "", policy.Unknown, "It is for people from 18 years on; the person's age is not known."},
		{S{MinimumAge: number(18)}, P{Age: years(-1)}, community.ByAge, "", policy.Unknown, "It is for people from 18 years on; the person's age is not known."},
		{S{MinimumAge: number(0)}, P{}, community.ByAge, "", policy.Met, "It is for people of all ages; the person's age is not known."},
		{S{MinimumAge: number(18)}, P{Age: years(151)}, community.ByAge, "", policy.Unknown, "It is for people from 18 years on; the person's age is not known."},
		{S{MinimumAge: number(180)}, P{Age: years(40)}, community.ByAge, "", policy.Unknown, "It does not say for which ages it is, so no limit is taken."},
		{S{MaximumAge: number(1.5)}, P{Age: years(1)}, community.ByAge, "", policy.Unknown, "It is for people up to 1.5 years; the person is 1, so it depends on the day of birth."},
		{S{MaximumAge: number(1.5)}, P{Age: years(2)}, community.ByAge, "", policy.NotMet, "It is for people up to 1.5 years; the person is 2."},
		{S{MinimumAge: number(17.5)}, P{Age: years(17)}, community.ByAge, "", policy.Unknown, "It is for people from 17.5 years on; the person is 17, so it depends on the day of birth."},
		{S{MinimumAge: number(17.5)}, P{Age: years(16)}, community.ByAge, "", policy.NotMet, "It is for people from 17.5 years on; the person is 16."},
		{S{MinimumAge: number(17.5)}, P{Age: years(18)}, community.ByAge, "", policy.Met, "It is for people from 17.5 years on; the person is 18."},
		{S{}, P{Age: years(40)}, community.ByAge, "", policy.Unknown, "It does not say for which ages it is, so no limit is taken."},
		{S{MinimumAge: number(65), MaximumAge: number(18)}, P{Age: years(40)}, community.ByAge, "", policy.Unknown, "It does not say for which ages it is, so no limit is taken."},
		{S{MinimumAge: number(math.NaN())}, P{Age: years(40)}, community.ByAge, "", policy.Unknown, "It does not say for which ages it is, so no limit is taken."},

		{S{ServiceAreas: area("town")}, P{Areas: []string{"mill"}}, community.ByArea, "", policy.Met, "It is for people from Town; the person lives in Mill."},
		{S{ServiceAreas: area("hill")}, P{Areas: []string{"mill"}}, community.ByArea, "", policy.NotMet, "It is for people from Hill; the person lives in Mill."},
		{S{ServiceAreas: area("hill", "shore")}, P{Areas: []string{"shore"}}, community.ByArea, "", policy.Met, "It is for people from Hill and Shore; the person lives in Shore."},
		{S{ServiceAreas: area("hill")}, P{Areas: []string{"town"}}, community.ByArea, "", policy.Unknown, "It is for people from Hill; whether the person, from Town, lives there is not known."},
		{S{ServiceAreas: area("hill")}, P{Areas: []string{"mill", "town"}}, community.ByArea, "", policy.NotMet, "It is for people from Hill; the person lives in Mill and Town."},
		{S{ServiceAreas: area("hill")}, P{}, community.ByArea, "", policy.Unknown, "It is for people from Hill; where the person lives is not known."},
		{S{ServiceAreas: area("hill")}, P{Areas: []string{"gotham"}}, community.ByArea, "", policy.Unknown, "It is for people from Hill; whether the person, from gotham, lives there is not known."},
		{S{ServiceAreas: area("Gotham")}, P{Areas: []string{"gotham"}}, community.ByArea, "", policy.Met, "It is for people from Gotham; the person lives in gotham."},
		{S{ServiceAreas: area("Gotham")}, P{Areas: []string{"mill"}}, community.ByArea, "", policy.Unknown, "It is for people from Gotham; whether the person, from Mill, lives there is not known."},
		{S{ServiceAreas: area("zz9 9")}, P{Areas: []string{"hill"}}, community.ByArea, "", policy.Met, "It is for people from Hill; the person lives in Hill."},
		{S{ServiceAreas: []community.ServiceArea{{Name: "Mill", Extent: `{"type": "Polygon"}`}}}, P{Areas: []string{"mill"}}, community.ByArea, "", policy.Met, "It is for people from Mill; the person lives in Mill."},
		{S{ServiceAreas: []community.ServiceArea{{Name: "Gotham", Extent: `{"type": "Polygon"}`}}}, P{Areas: []string{"mill"}}, community.ByArea, "", policy.Unknown, "It is for people from Gotham; whether the person, from Mill, lives there is not known."},
		{S{}, P{Areas: []string{"mill"}}, community.ByArea, "", policy.Unknown, "It does not say from where people can come."},

		{S{Needs: []string{"loneliness"}}, need("loneliness"), community.ByNeed, "n", policy.Met, "It is there for loneliness."},
		{S{Needs: []string{"social-isolation"}}, need("loneliness"), community.ByNeed, "n", policy.Met, "It is there for loneliness."},
		{S{Needs: []string{"food", "money"}}, need("loneliness"), community.ByNeed, "n", policy.NotMet, "It is there for food and money, and not for loneliness."},
		{S{Needs: []string{"food", "dancing"}}, need("loneliness"), community.ByNeed, "n", policy.Unknown, "It is there for food and dancing; whether that takes in loneliness is not known."},
		{S{}, need("loneliness"), community.ByNeed, "n", policy.Unknown, "It does not say which needs it is there for."},
		{S{Needs: []string{"food"}}, need(""), community.ByNeed, "n", policy.Unknown, "The need is in the person's words only: look at what the service says of itself."},
		{S{Needs: []string{"food"}}, need("dancing"), community.ByNeed, "n", policy.Unknown, `The directory has no category "dancing".`},

		{S{Accessibility: []community.Accessibility{{Meets: []string{"loop"}}}}, P{Access: []string{"loop"}}, community.ByAccess, "loop", policy.Met, "It has this: a loop."},
		{S{Accessibility: []community.Accessibility{{Lacks: []string{"loop"}}}}, P{Access: []string{"loop"}}, community.ByAccess, "loop", policy.NotMet, "It has not got this: a loop."},
		{S{Accessibility: []community.Accessibility{{Lacks: []string{"loop"}}, {Meets: []string{"loop"}}}}, P{Access: []string{"loop"}}, community.ByAccess, "loop", policy.Met, "It has this: a loop."},
		{S{Accessibility: []community.Accessibility{{Meets: []string{"loop"}, Lacks: []string{"loop"}}}}, P{Access: []string{"loop"}}, community.ByAccess, "loop", policy.Unknown, "It does not say whether it has this: a loop."},
		{S{Accessibility: []community.Accessibility{{Lacks: []string{"loop"}}}}, P{Access: []string{"step_free"}}, community.ByAccess, "step_free", policy.Unknown, "It does not say whether it has this: no steps."},
		{S{}, P{Access: []string{"lift"}}, community.ByAccess, "lift", policy.Unknown, `The directory has no access need "lift".`},

		{S{Languages: []community.Language{{Code: "cy", Name: "Welsh"}}}, P{Languages: []string{"en", "CY"}}, community.ByLanguage, "", policy.Met, "It speaks a language of the person's (en, CY): Welsh."},
		{S{Languages: []community.Language{{Code: "cym", Name: "Welsh"}}}, P{Languages: []string{"cy"}}, community.ByLanguage, "", policy.Met, "It speaks a language of the person's (cy): Welsh."},
		{S{Languages: []community.Language{{Code: "eng-GB"}}}, P{Languages: []string{"en"}}, community.ByLanguage, "", policy.Met, "It speaks a language of the person's (en): eng-GB."},
		{S{Languages: []community.Language{{Code: "bfi", Name: "British Sign Language"}}}, P{Languages: []string{"wel"}}, community.ByLanguage, "", policy.NotMet, "It speaks British Sign Language, and not what the person speaks (wel)."},
		{S{Languages: []community.Language{{Code: "en-GB"}}}, P{Languages: []string{"en"}}, community.ByLanguage, "", policy.Met, "It speaks a language of the person's (en): en-GB."},
		{S{Languages: []community.Language{{Code: "en"}}}, P{Languages: []string{"en-GB"}}, community.ByLanguage, "", policy.Met, "It speaks a language of the person's (en-GB): en."},
		{S{Languages: []community.Language{{Code: "zh-Hans"}}}, P{Languages: []string{"zh-Hant"}}, community.ByLanguage, "", policy.Unknown, "It speaks zh-Hans; whether that will do for the person (zh-Hant) is not known."},
		{S{Languages: []community.Language{{Code: "en", Name: "English"}}}, P{Languages: []string{"pl"}}, community.ByLanguage, "", policy.NotMet, "It speaks English, and not what the person speaks (pl)."},
		{S{Languages: []community.Language{{Code: "en", Name: "English"}}, InterpretationServices: "By telephone."}, P{Languages: []string{"pl"}}, community.ByLanguage, "", policy.Unknown, "Ask for an interpreter (pl): By telephone."},
		{S{Languages: []community.Language{{Name: "Polish"}}}, P{Languages: []string{"pl"}}, community.ByLanguage, "", policy.Unknown, "It speaks Polish; whether that will do for the person (pl) is not known."},
		{S{}, P{Languages: []string{"pl"}}, community.ByLanguage, "", policy.Unknown, "It does not say which languages are spoken."},
		{S{}, P{Languages: []string{"Polish!"}}, community.ByLanguage, "", policy.Unknown, "The person's language is not given as a tag such as cy."},
		{S{}, P{}, community.ByLanguage, "", policy.NotApplicable, ""},

		{pays(gbp(3)), three, community.ByCost, "", policy.Met, "What it costs is no more than the £3 that the person can pay: £3 per session."},
		{pays(gbp(3.5)), three, community.ByCost, "", policy.NotMet, "What it costs is more than the £3 that the person can pay: £3.50 per session."},
		{pays(gbp(2), gbp(4)), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the £3 that the person can pay is not known: £2 per session, £4 per session."},
		{pays(old, new), three, community.ByCost, "", policy.NotMet, "What it costs is more than the £3 that the person can pay: £4 per session."},
		{pays(old, new), P{MostCost: three.MostCost}, community.ByCost, "", policy.Unknown, "Whether it costs more than the £3 that the person can pay is not known: £2 per session, £4 per session."},
		{pays(old), three, community.ByCost, "", policy.Unknown, "The costs that it gives do not hold on 1 November 2026."},
		{S{CostOptions: pays(gbp(2)).CostOptions, FeesDescription: "And 10 pounds to join."}, three, community.ByCost, "", policy.Met, "What it costs is no more than the £3 that the person can pay: £2 per session. It says of it: And 10 pounds to join."},
		{pays(community.CostOption{Amount: number(2), Currency: "EUR"}), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the £3 that the person can pay is not known: €2."},
		{pays(community.CostOption{Amount: number(0)}), three, community.ByCost, "", policy.Met, "What it costs is no more than the £3 that the person can pay: free."},
		{pays(community.CostOption{Amount: number(-2), Currency: "GBP"}), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the £3 that the person can pay is not known: an amount that cannot be right."},
		{pays(community.CostOption{AmountDescription: "a donation"}), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the £3 that the person can pay is not known: a donation."},
		{pays(community.CostOption{Amount: number(2), Currency: "GBP", ValidFrom: on("2026-12-01"), ValidTo: on("2026-01-01")}), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the £3 that the person can pay is not known: £2."},
		{pays(gbp(2), community.CostOption{Amount: number(9), Currency: "GBP", ValidFrom: on("2026-12-01"), ValidTo: on("2026-01-01")}), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the £3 that the person can pay is not known: £2 per session, £9."},
		{pays(gbp(2)), P{MostCost: &community.Price{Amount: math.Inf(1), Currency: "GBP"}}, community.ByCost, "", policy.Unknown, "What the person can pay is not known; what it costs: £2 per session."},
		{pays(gbp(2e9)), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the £3 that the person can pay is not known: an amount that cannot be right per session."},
		{S{FeesDescription: "Free to members."}, three, community.ByCost, "", policy.Unknown, "It says of what it costs: Free to members."},
		{S{}, three, community.ByCost, "", policy.Unknown, "It does not say what it costs."},

		{runs(at("TU", "10:30", "12:00")), mornings, community.ByOpening, "", policy.Met, "It takes place when the person can: Tuesday from 10:30 to 12:00."},
		{runs(at("TU", "12:00", "14:00")), mornings, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Tuesday from 12:00 to 14:00."},
		{runs(at("TU", "13:00", "14:00")), mornings, community.ByOpening, "", policy.NotMet, "It takes place when the person cannot: Tuesday from 13:00 to 14:00."},
		{runs(at("WE,FR", "10:00", "12:00")), mornings, community.ByOpening, "", policy.NotMet, "It takes place when the person cannot: Wednesday and Friday from 10:00 to 12:00."},
		{runs(at("WE", "10:00", "12:00"), at("MO", "10:00:00", "12:00:00Z")), mornings, community.ByOpening, "", policy.Met, "It takes place when the person can: Wednesday from 10:00 to 12:00; Monday from 10:00 to 12:00."},
		{runs(at("MO", "", "")), mornings, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Monday."},
		{runs(at("SU", "", "")), mornings, community.ByOpening, "", policy.NotMet, "It takes place when the person cannot: Sunday."},
		{runs(at("MO", "19:00", "17:00")), mornings, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Monday from 19:00 to 17:00."},
		{runs(at("", "10:00", "12:00")), mornings, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: from 10:00 to 12:00."},
		{runs(ended), mornings, community.ByOpening, "", policy.Unknown, "The times that it gives are over."},
		{runs(at("2TU", "10:30", "12:00")), P{Free: []community.Free{{ByDay: "TU"}}}, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: the second Tuesday of the month from 10:30 to 12:00."},
		{runs(community.Schedule{ByDay: "2TU"}), P{Free: []community.Free{{ByDay: "TU"}}}, community.ByOpening, "", policy.Met, "It takes place when the person can: the second Tuesday of the month."},
		{runs(community.Schedule{Freq: "YEARLY", ByDay: "TU"}), P{Free: []community.Free{{ByDay: "TU"}}}, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Tuesday."},
		{runs(community.Schedule{ByDay: "TU", Description: "In term time."}), P{Free: []community.Free{{ByDay: "TU"}}}, community.ByOpening, "", policy.Met, "It takes place when the person can: Tuesday (In term time)."},
		{runs(community.Schedule{ByDay: "MO", ClosesAt: "12:00"}), mornings, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Monday until 12:00."},
		{runs(community.Schedule{ByDay: "-MO"}), mornings, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: at times that are not given."},
		{runs(nth), mornings, community.ByOpening, "", policy.Met, "It takes place when the person can: the second and fourth Monday and the last Tuesday of the month from 10:00 to 12:00, beginning on 1 December 2026."},
		{runs(second), mornings, community.ByOpening, "", policy.Met, "It takes place when the person can: Tuesday (every 2 weeks) from 10:00 to 12:00."},
		{runs(ended), P{Free: mornings.Free}, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Monday from 10:00 to 12:00."},
		{runs(at("MO", "11:00", "14:00")), P{Free: []community.Free{{ByDay: "MO", From: "13:00", To: "15:00"}, {ByDay: "MO,TU", To: "13:00"}}}, community.ByOpening, "", policy.Met, "It takes place when the person can: Monday from 11:00 to 14:00."},
		{runs(at("TU", "11:00", "14:00")), P{Free: []community.Free{{ByDay: "MO", From: "13:00", To: "15:00"}, {ByDay: "MO,TU", To: "13:00"}}}, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Tuesday from 11:00 to 14:00."},
		{runs(at("MO", "11:00", "14:00")), P{Free: []community.Free{{ByDay: "MO", From: "13:30"}, {ByDay: "MO", To: "12:00"}}}, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Monday from 11:00 to 14:00."},
		{S{}, mornings, community.ByOpening, "", policy.Unknown, "It does not say when it takes place."},
		{runs(at("TU", "10:30", "12:00")), P{Free: []community.Free{{ByDay: "Tuesday"}}}, community.ByOpening, "", policy.Unknown, "The times at which the person can are not given as days such as MO and times such as 09:30."},

		{S{AssuredDate: on("2025-11-01")}, P{AsOf: today}, community.ByAssured, "", policy.Met, "Somebody made sure that all this is true on 1 November 2025."},
		{S{AssuredDate: on("2025-10-31")}, P{AsOf: today}, community.ByAssured, "", policy.NotMet, "Nobody has made sure that all this is true since 31 October 2025, more than 12 months ago."},
		{S{AssuredDate: on("2026-11-02")}, P{AsOf: today}, community.ByAssured, "", policy.Unknown, "It says that somebody will have made sure of it on 2 November 2026, which is yet to come."},
		{S{AssuredDate: on("2026-10-31")}, P{}, community.ByAssured, "", policy.Unknown, "Somebody made sure that all this is true on 31 October 2026; the day of the search is not known."},
		{S{}, P{AsOf: today}, community.ByAssured, "", policy.Unknown, "It does not say when somebody last made sure that all this is true."},

		{S{Audience: "Men", EligibilityDescription: "Over 18."}, P{}, community.ByAudience, "", policy.Unknown, "It says for whom it is: Men; Over 18. Ask whether that is this person."},
		{S{}, P{}, community.ByAudience, "", policy.NotApplicable, "It names nobody in particular whom it is for."},
	} {
		m := town(t, c.service).Match(c.seeker)
		if len(m) != 1 {
			t.Fatal("the service is not there")
		}
		if f := finding(t, m[0], c.by, c.about); f.State != c.want || f.Says != c.says {
			t.Errorf("%s: %s %q, want %s %q", c.by, f.State, f.Says, c.want, c.says)
		}
	}
}
