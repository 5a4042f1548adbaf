package community_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

func number(x float64) *float64 { return &x }

func years(n int) *int { return &n }

// town is a small directory with the words that tests use, and a service for each test.
func town(t testing.TB, services ...community.Service) *community.Directory {
	t.Helper()
	def := community.Definition{
		AssuredMonths: 12,
		Categories:    []community.Category{{ID: "loneliness", Title: "loneliness", Terms: []string{"Social-Isolation"}}, {ID: "money", Title: "money"}, {ID: "food", Title: "food"}},
		Areas: []community.Area{
			{ID: "county", Title: "County"}, {ID: "town", Title: "Town", Within: "county"}, {ID: "mill", Title: "Mill", Within: "town"},
			{ID: "hill", Title: "Hill", Within: "town", Terms: []string{"ZZ9 9"}}, {ID: "shore", Title: "Shore", Within: "county"},
		},
		AccessNeeds: []community.AccessNeed{{ID: "step_free", Title: "no steps"}, {ID: "loop", Title: "a loop"}},
	}
	def.Kind, def.ID, def.Version, def.Title = community.Kind, "town", "1.0.0", "Town"
	def.Services = []community.Service{{ID: "x", Name: "x", Status: community.Active, Needs: []string{"loneliness"}}}
	d, err := community.Compile(def)
	if err != nil {
		t.Fatal(err)
	}
	for i := range services {
		services[i].ID, services[i].Name = fmt.Sprint("s", i), fmt.Sprint("Service ", i)
	}
	d, _ = d.With(services) // what is wrong with them is what some tests are about
	return d
}

// finding gives the finding of a match that is about something.
func finding(t testing.TB, m community.Match, by community.Criterion, about string) community.Finding {
	t.Helper()
	for _, f := range m.Findings() {
		if f.Criterion == by && f.About == about {
			return f
		}
	}
	return community.Finding{State: policy.NotApplicable}
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
	three := P{AsOf: today, MostCost: &community.Money{Amount: 3, Currency: "GBP"}}
	at := func(byday, opens, closes string) community.Schedule {
		return community.Schedule{Freq: "WEEKLY", ByDay: byday, OpensAt: opens, ClosesAt: closes}
	}
	runs := func(all ...community.Schedule) S { return S{Schedules: all} }
	mornings := P{AsOf: today, Free: []community.Free{{ByDay: "MO,TU", From: "09:00", To: "13:00"}}}
	need := func(category string) P { return P{Needs: []community.Need{{ID: "n", Category: category, Words: "x"}}} }
	ended := at("MO", "10:00", "12:00")
	ended.ValidTo = on("2026-10-01")
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
		{S{Status: "closed"}, P{}, community.ByStatus, "", policy.Unknown, "It does not say whether it is running."},

		{S{MinimumAge: number(18)}, P{Age: years(18)}, community.ByAge, "", policy.Met, "It is for people from 18 years on; the person is 18."},
		{S{MinimumAge: number(18)}, P{Age: years(17)}, community.ByAge, "", policy.NotMet, "It is for people from 18 years on; the person is 17."},
		{S{MaximumAge: number(25)}, P{Age: years(25)}, community.ByAge, "", policy.Met, "It is for people up to 25 years; the person is 25."},
		{S{MinimumAge: number(18), MaximumAge: number(25)}, P{Age: years(26)}, community.ByAge, "", policy.NotMet, "It is for people from 18 to 25 years; the person is 26."},
		{S{MinimumAge: number(18)}, P{}, community.ByAge, "", policy.Unknown, "It is for people from 18 years on; the person's age is not known."},
		{S{MinimumAge: number(18)}, P{Age: years(-1)}, community.ByAge, "", policy.Unknown, "It is for people from 18 years on; the person's age is not known."},
		{S{MinimumAge: number(0)}, P{}, community.ByAge, "", policy.Met, "It is for people of all ages; the person's age is not known."},
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
		{S{Accessibility: []community.Accessibility{{Lacks: []string{"loop"}}}}, P{Access: []string{"step_free"}}, community.ByAccess, "step_free", policy.Unknown, "It does not say whether it has this: no steps."},
		{S{}, P{Access: []string{"lift"}}, community.ByAccess, "lift", policy.Unknown, `The directory has no access need "lift".`},

		{S{Languages: []community.Language{{Code: "cy", Name: "Welsh"}}}, P{Languages: []string{"en", "CY"}}, community.ByLanguage, "", policy.Met, "It speaks a language of the person's (en, CY): Welsh."},
		{S{Languages: []community.Language{{Code: "en-GB"}}}, P{Languages: []string{"en"}}, community.ByLanguage, "", policy.Met, "It speaks a language of the person's (en): en-GB."},
		{S{Languages: []community.Language{{Code: "en"}}}, P{Languages: []string{"en-GB"}}, community.ByLanguage, "", policy.Met, "It speaks a language of the person's (en-GB): en."},
		{S{Languages: []community.Language{{Code: "zh-Hans"}}}, P{Languages: []string{"zh-Hant"}}, community.ByLanguage, "", policy.Unknown, "It speaks zh-Hans; whether that will do for the person (zh-Hant) is not known."},
		{S{Languages: []community.Language{{Code: "en", Name: "English"}}}, P{Languages: []string{"pl"}}, community.ByLanguage, "", policy.NotMet, "It speaks English, and not what the person speaks (pl)."},
		{S{Languages: []community.Language{{Code: "en", Name: "English"}}, InterpretationServices: "By telephone."}, P{Languages: []string{"pl"}}, community.ByLanguage, "", policy.Unknown, "Ask for an interpreter (pl): By telephone."},
		{S{Languages: []community.Language{{Name: "Polish"}}}, P{Languages: []string{"pl"}}, community.ByLanguage, "", policy.Unknown, "It speaks Polish; whether that will do for the person (pl) is not known."},
		{S{}, P{Languages: []string{"pl"}}, community.ByLanguage, "", policy.Unknown, "It does not say which languages are spoken."},
		{S{}, P{Languages: []string{"Polish!"}}, community.ByLanguage, "", policy.Unknown, "The person's language is not given as a tag such as cy."},
		{S{}, P{}, community.ByLanguage, "", policy.NotApplicable, ""},

		{pays(gbp(3)), three, community.ByCost, "", policy.Met, "What it costs is no more than the 3 GBP that the person can pay: 3 GBP per session."},
		{pays(gbp(3.5)), three, community.ByCost, "", policy.NotMet, "What it costs is more than the 3 GBP that the person can pay: 3.50 GBP per session."},
		{pays(gbp(2), gbp(4)), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the 3 GBP that the person can pay is not known: 2 GBP per session, 4 GBP per session."},
		{pays(old, new), three, community.ByCost, "", policy.NotMet, "What it costs is more than the 3 GBP that the person can pay: 4 GBP per session."},
		{pays(old, new), P{MostCost: three.MostCost}, community.ByCost, "", policy.Unknown, "Whether it costs more than the 3 GBP that the person can pay is not known: 2 GBP per session, 4 GBP per session."},
		{pays(old), three, community.ByCost, "", policy.Unknown, "It does not say what it costs."},
		{pays(community.CostOption{Amount: number(2), Currency: "EUR"}), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the 3 GBP that the person can pay is not known: 2 EUR."},
		{pays(community.CostOption{Amount: number(0)}), three, community.ByCost, "", policy.Met, "What it costs is no more than the 3 GBP that the person can pay: free."},
		{pays(community.CostOption{Amount: number(-2), Currency: "GBP"}), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the 3 GBP that the person can pay is not known: -2 GBP."},
		{pays(community.CostOption{AmountDescription: "a donation"}), three, community.ByCost, "", policy.Unknown, "Whether it costs more than the 3 GBP that the person can pay is not known: a donation."},
		{S{FeesDescription: "Free to members."}, three, community.ByCost, "", policy.Unknown, "It says of what it costs: Free to members."},
		{S{}, three, community.ByCost, "", policy.Unknown, "It does not say what it costs."},

		{runs(at("TU", "10:30", "12:00")), mornings, community.ByOpening, "", policy.Met, "It takes place when the person can: Tuesday from 10:30 to 12:00."},
		{runs(at("TU", "12:00", "14:00")), mornings, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Tuesday from 12:00 to 14:00."},
		{runs(at("TU", "13:00", "14:00")), mornings, community.ByOpening, "", policy.NotMet, "It takes place when the person cannot: Tuesday from 13:00 to 14:00."},
		{runs(at("WE,FR", "10:00", "12:00")), mornings, community.ByOpening, "", policy.NotMet, "It takes place when the person cannot: Wednesday and Friday from 10:00 to 12:00."},
		{runs(at("WE", "10:00", "12:00"), at("MO", "10:00:00", "12:00:00Z")), mornings, community.ByOpening, "", policy.Met, "It takes place when the person can: Wednesday from 10:00 to 12:00; Monday from 10:00:00 to 12:00:00Z."},
		{runs(at("MO", "", "")), mornings, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Monday."},
		{runs(at("SU", "", "")), mornings, community.ByOpening, "", policy.NotMet, "It takes place when the person cannot: Sunday."},
		{runs(at("MO", "19:00", "17:00")), mornings, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: Monday from 19:00 to 17:00."},
		{runs(at("", "10:00", "12:00")), mornings, community.ByOpening, "", policy.Unknown, "Whether it takes place when the person can is not known: from 10:00 to 12:00."},
		{runs(ended), mornings, community.ByOpening, "", policy.Unknown, "The times that it gives are over."},
		{runs(at("2TU", "10:30", "12:00")), P{Free: []community.Free{{ByDay: "TU"}}}, community.ByOpening, "", policy.Met, "It takes place when the person can: Tuesday from 10:30 to 12:00."},
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

// TestOrder holds the order: what bars comes last, then needs by weight, then the other criteria by weight, then the directory.
func TestOrder(t *testing.T) {
	serves := func(needs ...string) community.Service {
		return community.Service{Status: community.Active, MinimumAge: number(0), ServiceAreas: []community.ServiceArea{{Extent: "county"}}, Needs: needs}
	}
	costs := func(s community.Service, amount float64) community.Service {
		s.CostOptions = []community.CostOption{{Amount: number(amount), Currency: "GBP"}}
		return s
	}
	speaks := func(s community.Service, code string) community.Service {
		s.Languages = []community.Language{{Code: code}}
		return s
	}
	closed := serves("loneliness", "money")
	closed.Status = community.Defunct
	d := town(t,
		closed,          // s0: serves all and is no more
		serves("food"),  // s1: serves nothing wanted
		serves("money"), // s2: serves the lesser need
		speaks(costs(serves("loneliness"), 5), "cy"), // s3: the greater need, too dear
		speaks(costs(serves("loneliness"), 2), "en"), // s4: the greater need, in another language
		serves("loneliness"),                         // s5: the greater need, nothing more known
		serves(),                                     // s6: nobody knows
		serves("money", "loneliness"),                // s7: both needs
		speaks(costs(serves("loneliness"), 3), "fr"), // s8: like s4
	)
	person := community.Seeker{
		Areas: []string{"mill"}, Languages: []string{"cy"}, MostCost: &community.Money{Amount: 3, Currency: "GBP"},
		Needs:   []community.Need{{ID: "a", Category: "loneliness", Weight: weight(80)}, {ID: "b", Category: "money", Weight: weight(30)}},
		Matters: map[community.Criterion]float64{community.ByCost: 70, community.ByLanguage: 20},
	}
	var got []string
	for _, m := range d.Match(person) {
		got = append(got, fmt.Sprintf("%d %s %s", m.Place(), m.Service().ID, m.Fit()))
	}
	want := []string{"1 s7 unknown", "2 s4 unmet", "2 s8 unmet", "4 s3 unmet", "5 s5 unmet", "6 s2 unmet", "7 s6 unknown", "8 s1 unmet", "9 s0 unmet"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	person.Matters = map[community.Criterion]float64{community.ByCost: 20, community.ByLanguage: 70}
	if m := d.Match(person); m[1].Service().ID != "s3" {
		t.Error("what matters to the person does not order services:", m[1].Service().ID)
	}
}

func TestMatchInJSON(t *testing.T) {
	d := town(t, community.Service{Status: community.Active, MinimumAge: number(18), Needs: []string{"money"}, ServiceAreas: []community.ServiceArea{{Extent: "town"}}, AssuredDate: on("2026-10-01")})
	m := d.Match(community.Seeker{AsOf: on("2026-11-01"), Age: years(40), Needs: []community.Need{{ID: "a", Category: "loneliness"}}})
	got, err := json.Marshal(m[0])
	want := `{"service":"s0","name":"Service 0","place":1,"fit":"unmet","findings":[` +
		`{"criterion":"status","state":"met","says":"It is active."},` +
		`{"criterion":"age","state":"met","says":"It is for people from 18 years on; the person is 40."},` +
		`{"criterion":"area","state":"unknown","says":"It is for people from Town; where the person lives is not known."},` +
		`{"criterion":"need","about":"a","state":"not_met","says":"It is there for money, and not for loneliness."},` +
		`{"criterion":"assured","state":"met","says":"Somebody made sure that all this is true on 1 October 2026."},` +
		`{"criterion":"audience","state":"not_applicable","says":"It names nobody in particular whom it is for."}]}`
	if err != nil || string(got) != want {
		t.Errorf("%v\n got %s\nwant %s", err, got, want)
	}
	if u := m[0].Unmet(); len(u) != 1 || u[0].About != "a" {
		t.Error(u)
	}
	if u := m[0].Unknown(); len(u) != 1 || u[0].Criterion != community.ByArea {
		t.Error(u)
	}
	var none community.Match
	if none.Fit() != community.FitUnknown || none.Findings() != nil || none.Service().ID != "" {
		t.Error("the zero Match says something")
	}
}

// any makes a service and a seeker of which much is known or not, by chance.
func anyService(r *rand.Rand) community.Service {
	s := community.Service{Status: pick(r, community.Active, community.Active, community.Active, "", community.Defunct)}
	if r.IntN(3) > 0 {
		s.MinimumAge = number(float64(r.IntN(70)))
	}
	if r.IntN(3) == 0 {
		s.MaximumAge = number(float64(20 + r.IntN(80)))
	}
	for range r.IntN(3) {
		s.Needs = append(s.Needs, pick(r, "loneliness", "money", "food", "social-isolation", "dancing"))
		s.ServiceAreas = append(s.ServiceAreas, community.ServiceArea{Extent: pick(r, "county", "town", "mill", "hill", "shore", "gotham")})
	}
	for range r.IntN(3) {
		s.Accessibility = append(s.Accessibility, community.Accessibility{Meets: []string{pick(r, "step_free", "loop")}, Lacks: []string{pick(r, "step_free", "loop")}})
		s.Languages = append(s.Languages, community.Language{Code: pick(r, "en", "cy", "zh-Hans", "zh-Hant", "en-GB", "")})
		o := community.CostOption{Amount: number(float64(r.IntN(6))), Currency: pick(r, "GBP", "GBP", "EUR")}
		if r.IntN(4) == 0 {
			o.Amount = nil
		}
		if r.IntN(4) == 0 {
			o.ValidTo = on("2026-10-31")
		}
		s.CostOptions = append(s.CostOptions, o)
		from := 8 + r.IntN(8)
		s.Schedules = append(s.Schedules, community.Schedule{ByDay: pick(r, "MO", "TU", "MO,TU", "FR", ""), OpensAt: pick(r, fmt.Sprintf("%02d:00", from), ""), ClosesAt: fmt.Sprintf("%02d:30", from+r.IntN(3))})
	}
	if r.IntN(4) == 0 {
		s.InterpretationServices = "by telephone"
	}
	if r.IntN(3) > 0 {
		s.AssuredDate = on("2025-06-01").Add(r.IntN(600))
	}
	return s
}

func anySeeker(r *rand.Rand) community.Seeker {
	var p community.Seeker
	if r.IntN(4) > 0 {
		p.AsOf = on("2026-11-01")
	}
	if r.IntN(4) > 0 {
		p.Age = years(r.IntN(100))
	}
	for range r.IntN(3) {
		p.Areas = append(p.Areas, pick(r, "county", "town", "mill", "hill", "shore", "gotham"))
		p.Access = append(p.Access, pick(r, "step_free", "loop", "lift"))
		p.Languages = append(p.Languages, pick(r, "en", "cy", "zh-Hant", "fr"))
		from := 8 + r.IntN(6)
		p.Free = append(p.Free, community.Free{ByDay: pick(r, "MO", "TU,FR", "SU"), From: fmt.Sprintf("%02d:00", from), To: fmt.Sprintf("%02d:00", from+1+r.IntN(4))})
	}
	for i := range r.IntN(4) {
		n := community.Need{ID: fmt.Sprint("n", i), Category: pick(r, "loneliness", "money", "food", "dancing", "")}
		if r.IntN(2) == 0 {
			n.Weight = weight(float64(r.IntN(101)))
		}
		p.Needs = append(p.Needs, n)
	}
	if r.IntN(3) > 0 {
		p.MostCost = &community.Money{Amount: float64(r.IntN(6)), Currency: "GBP"}
	}
	if r.IntN(2) == 0 {
		p.Matters = map[community.Criterion]float64{community.ByCost: float64(r.IntN(101)), community.ByOpening: float64(r.IntN(101))}
	}
	return p
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// TestMatchIsThatOfAPlainReading holds matching against an oracle that reads services as they stand and sorts them all.
func TestMatchIsThatOfAPlainReading(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 200 {
		var services []community.Service
		for range 1 + r.IntN(40) {
			services = append(services, anyService(r))
		}
		d, p := town(t, services...), anySeeker(r)
		services = d.Definition().Services
		var got []string
		for _, m := range d.Match(p) {
			states := ""
			for _, f := range m.Findings() {
				states += " " + f.State.String()
				if f.Says == "" || strings.Contains(f.Says, "%!") {
					t.Fatalf("%+v", f)
				}
			}
			got = append(got, fmt.Sprintf("%d %s%s", m.Place(), m.Service().ID, states))
		}
		if diff := cmp.Diff(plainReading(services, p), got); diff != "" {
			t.Fatalf("round %d, %+v: %s", round, p, diff)
		}
	}
}

// TestOrderOfServicesDoesNotChangeWhatIsSaid shuffles a directory: every service keeps its place and findings.
func TestOrderOfServicesDoesNotChangeWhatIsSaid(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		var services []community.Service
		for range 30 {
			services = append(services, anyService(r))
		}
		d, p := town(t, services...), anySeeker(r)
		services = slices.Clone(d.Definition().Services)
		r.Shuffle(len(services), func(i, k int) { services[i], services[k] = services[k], services[i] })
		other, _ := d.With(services)
		if diff := cmp.Diff(said(t, d, p), said(t, other, p)); diff != "" {
			t.Fatal(diff)
		}
	}
}

// said gives what is said of each service, by its id.
func said(t testing.TB, d *community.Directory, p community.Seeker) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, m := range d.Match(p) {
		src, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		all[m.Service().ID] = string(src)
	}
	return all
}

// TestFillingABlankNeverTurnsWhatIsKnown holds that what a service or a person says more may settle what was unknown and never turns a met criterion
// into one that is not met, or back.
func TestFillingABlankNeverTurnsWhatIsKnown(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		s, p := anyService(r), anySeeker(r)
		before := town(t, s).Match(p)[0]
		if s.Status == "" {
			s.Status = community.Active
		}
		if len(s.Needs) == 0 {
			s.Needs = []string{"money"}
		}
		if len(s.ServiceAreas) == 0 {
			s.ServiceAreas = []community.ServiceArea{{Extent: "mill"}}
		}
		if len(s.Languages) == 0 {
			s.Languages = []community.Language{{Code: "cy"}}
		}
		if len(s.CostOptions) == 0 {
			s.CostOptions = []community.CostOption{{Amount: number(3), Currency: "GBP"}}
		}
		if s.AssuredDate.IsZero() {
			s.AssuredDate = on("2026-01-01")
		}
		if p.Age == nil {
			p.Age = years(40)
		}
		if p.AsOf == (day.Day{}) {
			p.AsOf = on("2026-11-01")
		}
		after := town(t, s).Match(p)[0]
		for _, f := range before.Findings() {
			if g := finding(t, after, f.Criterion, f.About); f.State != policy.Unknown && g.State != f.State {
				t.Errorf("%s was %s (%s) and became %s (%s)", f.Criterion, f.State, f.Says, g.State, g.Says)
			}
		}
	}
}
