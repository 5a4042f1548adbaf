package community_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// faults gives what an error names, one line for each.
func faults(t testing.TB, err error) []string {
	t.Helper()
	var list diag.List
	if err != nil && !errors.As(err, &list) {
		t.Fatalf("%T is no list", err)
	}
	var all []string
	for _, d := range list {
		if d.Hint == "" {
			t.Error("no remedy:", d)
		}
		all = append(all, d.Path+": "+d.Message())
	}
	return all
}

// TestFeedsNameWhatIsBad reads a page in the form of an Open Referral API, made up for this test: what is good is kept, and what is bad named.
func TestFeedsNameWhatIsBad(t *testing.T) {
	src, err := os.ReadFile("testdata/open-referral-page.json")
	if err != nil {
		t.Fatal(err)
	}
	got, err := community.ParseServices(src)
	if diff := cmp.Diff([]string{
		`/contents/1/assured_date: assured_date cannot be read: "2026-05-32" is not a day of the calendar; a day is written 2024-04-01`,
		"/contents/1/languages: languages cannot be read: there is a number at code where something else belongs",
		"/contents/1/minimum_age: minimum_age cannot be read: there is a string where something else belongs",
		"/contents/2: the service has no id, so it is left out",
		"/contents/3: the service is no JSON object",
	}, faults(t, err)); diff != "" {
		t.Error(diff)
	}
	want := []community.Service{
		{
			ID: "5f0a", Name: "Shanty Club", Status: community.Active, Description: "Sea songs.", Needs: []string{"social-isolation", "Food"},
			MinimumAge: number(16), AssuredDate: on("2026-05-01"), ServiceAreas: []community.ServiceArea{{Name: "Town"}},
			CostOptions:   []community.CostOption{{Option: "per evening", Amount: number(1.5), Currency: "GBP"}},
			Languages:     []community.Language{{Code: "en", Name: "English"}, {Code: "cy"}},
			Accessibility: []community.Accessibility{{Description: "Ramp", Meets: []string{"step_free"}}},
			Schedules:     []community.Schedule{{Freq: "WEEKLY", ByDay: "MO", OpensAt: "18:00:00", ClosesAt: "20:00:00"}},
		},
		{ID: "5f0b", Name: "Old Salts", Status: community.Active, Needs: []string{"loneliness"}},
		{ID: "5f0c", Name: "Upside down", Status: "closed", MinimumAge: number(65), MaximumAge: number(18), Needs: []string{"loneliness"}},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b day.Day) bool { return a == b })); diff != "" {
		t.Error(diff)
	}

	d, err := town(t).With(got)
	if diff := cmp.Diff([]string{
		"/services/2/minimum_age: the minimum age is 65 and the maximum age 18, so it would be for nobody",
		`/services/2/status: "closed" is no status of a service`,
	}, faults(t, err)); diff != "" {
		t.Error(diff)
	}
	m := d.Match(community.Seeker{
		AsOf: on("2026-11-01"), Age: years(30), Areas: []string{"mill"}, Languages: []string{"cy"}, Access: []string{"step_free"},
		Needs: []community.Need{{ID: "n", Category: "loneliness"}}, MostCost: &community.Price{Amount: 2, Currency: "GBP"},
		Free: []community.Free{{ByDay: "MO", From: "17:00"}},
	})
	if len(m) != 3 || m[0].Service().Name != "Shanty Club" || m[0].Fit() != community.Fits || len(m[1].Unmet()) > 0 {
		t.Error(m)
	}
}

func TestFormsOfFeeds(t *testing.T) {
	for src, want := range map[string]string{
		`[{"id":"a","name":"A"},{"id":"b","name":"B"}]`: "AB",
		`{"id":"a","name":"A"}`:                         "A",
		`{"contents":[]}`:                               "",
		` [] `:                                          "",
	} {
		got, err := community.ParseServices([]byte(src))
		names := ""
		for _, s := range got {
			names += s.Name
		}
		if err != nil || names != want || got == nil {
			t.Errorf("%s: %q %v", src, names, err)
		}
	}
	for src, want := range map[string]string{
		"":                                    ": the services cannot be read: they are neither a list nor an object",
		"x":                                   ": the services cannot be read: they are neither a list nor an object",
		"[1":                                  ": the services cannot be read: unexpected end of JSON input",
		`{"contents": 3}`:                     ": the services cannot be read: there is a number where something else belongs",
		`{"contents": [null]}`:                "/contents/0: the service is no JSON object",
		`{"name": "A"}`:                       ": the service has no id, so it is left out",
		`[{"id": "a"}]`:                       "/0: the service has no name, so it is left out",
		`[{"id":"a","name":"A","needs":"x"}]`: "/0/needs: needs cannot be read: there is a string where something else belongs",
	} {
		_, err := community.ParseServices([]byte(src))
		if got := strings.Join(faults(t, err), " | "); got != want {
			t.Errorf("%s: got %s, want %s", src, got, want)
		}
	}
	if _, err := community.ParseServices(make([]byte, community.MaxServicesBytes+1)); err == nil {
		// White space alone would be trimmed; these are zeros.
		t.Error("there is no limit")
	}
}

// TestTimesOfFeeds holds that the last time of a series ends a schedule, and that days which a feed narrows further are not taken for every week.
func TestTimesOfFeeds(t *testing.T) {
	for _, c := range []struct {
		schedule string
		state    policy.State
		says     string
	}{
		{`{"freq": "WEEKLY", "byday": "MO", "until": "2027-01-31", "bymonthday": null, "byweekno": ""}`, policy.Met, "It takes place when the person can: Monday."},
		{`{"freq": "WEEKLY", "byday": "MO", "until": "2026-10-26"}`, policy.Unknown, "The times that it gives are over."},
		{`{"freq": "WEEKLY", "byday": "MO", "until": "2026-10-26", "valid_to": "2027-10-26"}`, policy.Unknown, "The times that it gives are over."},
		{`{"freq": "WEEKLY", "byday": "MO", "until": "2027-10-26", "valid_to": "2026-10-26"}`, policy.Unknown, "The times that it gives are over."},
		{`{"freq": "MONTHLY", "byday": "MO", "bymonthday": "13", "description": "On Monday the 13th"}`, policy.Unknown, "Whether it takes place when the person can is not known: On Monday the 13th."},
		{`{"freq": "WEEKLY", "byday": "MO", "count": 3}`, policy.Unknown, "Whether it takes place when the person can is not known: at times that are not given."},
	} {
		for _, form := range []string{`{"id": "a", "name": "A", "schedules": [%s]}`, `{"id": "a", "name": "A", "service_at_locations": [{"schedules": [%s]}]}`} {
			services, err := community.ParseServices(fmt.Appendf(nil, form, c.schedule))
			if err != nil || len(services) != 1 {
				t.Fatal(err)
			}
			d, _ := town(t).With(services)
			m := d.Match(community.Seeker{AsOf: on("2026-11-01"), Free: []community.Free{{ByDay: "MO"}}})
			if f := finding(t, m[0], community.ByOpening, ""); f.State != c.state || f.Says != c.says {
				t.Errorf("%s: %s %q", c.schedule, f.State, f.Says)
			}
		}
	}
}

// TestWithKeepsWhatHasAnID holds that a second service with an id is left out and named.
func TestWithKeepsWhatHasAnID(t *testing.T) {
	d, err := town(t).With([]community.Service{{ID: "a", Name: "first"}, {ID: "a", Name: "second"}, {Name: "third"}})
	if got := faults(t, err); len(got) != 2 || got[0] != `/services/1/id: another one has "a" already` || got[1] != "/services/2: there is no id" {
		t.Error(got)
	}
	if s, _ := d.Service("a"); len(d.Definition().Services) != 1 || s.Name != "first" {
		t.Error(d.Definition().Services)
	}
}

// FuzzParseServices holds that no feed breaks reading, a directory made of it, or matching; that what is read can be written and read again; and that what is
// left out is named.
func FuzzParseServices(f *testing.F) {
	page, err := os.ReadFile("testdata/open-referral-page.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(page)
	f.Add([]byte(`[{"id":"a","name":"A","languages":[],"schedules":[{"byday":"1MO,-1FR","opens_at":"23:00","closes_at":"24:00"}],"minimum_age":1e308}]`))
	f.Add([]byte(`{"contents":[{"id":"a","name":"A","status":"temporarily closed","cost_options":[{"amount":-1,"currency":"£"}]}]}`))
	d := town(f)
	p := community.Seeker{
		AsOf: on("2026-11-01"), Age: years(30), Areas: []string{"mill"}, Languages: []string{"cy"}, Access: []string{"loop"},
		Needs: []community.Need{{ID: "n", Category: "loneliness"}}, MostCost: &community.Price{Amount: 2, Currency: "GBP"}, Free: []community.Free{{ByDay: "MO"}},
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		services, _ := community.ParseServices(src)
		other, _ := d.With(services)
		for _, m := range other.Match(p) {
			for _, found := range m.Findings() {
				if found.Says == "" {
					t.Errorf("%+v", found)
				}
			}
		}
		again, err := json.Marshal(services)
		if err != nil {
			t.Fatal(err)
		}
		read, err := community.ParseServices(again)
		if diff := cmp.Diff(services, read, cmp.Comparer(func(a, b day.Day) bool { return a == b }), cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Error(err, diff)
		}
	})
}
