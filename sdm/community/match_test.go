package community_test

import (
	"encoding/json"
	"fmt"
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
		Areas: []string{"mill"}, Languages: []string{"cy"}, MostCost: &community.Price{Amount: 3, Currency: "GBP"},
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

// TestWeightsThatDifferByRoundingAreEqual holds that 0.1 and 0.2 make 0.3, and that a weight which cannot be right counts as none said.
func TestWeightsThatDifferByRoundingAreEqual(t *testing.T) {
	d := town(t, community.Service{Needs: []string{"food"}}, community.Service{Needs: []string{"loneliness", "money"}})
	p := community.Seeker{Needs: []community.Need{
		{ID: "a", Category: "loneliness", Weight: weight(0.1)}, {ID: "b", Category: "money", Weight: weight(0.2)}, {ID: "c", Category: "food", Weight: weight(0.3)},
	}}
	if m := d.Match(p); m[0].Place() != 1 || m[1].Place() != 1 || m[0].Service().ID != "s0" {
		t.Error("rounding has put one before the other")
	}
	three := &community.Price{Amount: 3, Currency: "GBP"}
	d = town(t, community.Service{Languages: []community.Language{{Code: "cy"}}}, community.Service{CostOptions: []community.CostOption{{Amount: number(0)}}})
	p = community.Seeker{MostCost: three, Languages: []string{"cy"}, Matters: map[community.Criterion]float64{community.ByCost: 1e9}}
	if m := d.Match(p); m[0].Place() != 1 || m[1].Place() != 1 {
		t.Error("a weight above 100 has counted")
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

// rounds is how often a test by chance is run: a quarter as often where tests have to be short.
func rounds(n int) int {
	if testing.Short() {
		return n / 4
	}
	return n
}

// anyService makes a service of which much is known or not, by chance.
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
		p.MostCost = &community.Price{Amount: float64(r.IntN(6)), Currency: "GBP"}
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
	for round := range rounds(200) {
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
	for range rounds(50) {
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
	for range rounds(300) {
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

// TestMatchKeepsWhatWasAsked holds that a match says what was asked for, whatever becomes of the seeker afterwards.
func TestMatchKeepsWhatWasAsked(t *testing.T) {
	p := community.Seeker{
		AsOf: on("2026-11-01"), Age: years(40), Areas: []string{"mill"}, Languages: []string{"cy"}, Access: []string{"loop"},
		Needs: []community.Need{{ID: "a", Category: "money", Weight: weight(30)}}, MostCost: &community.Price{Amount: 3, Currency: "GBP"},
		Free: []community.Free{{ByDay: "MO"}}, Matters: map[community.Criterion]float64{community.ByCost: 20},
	}
	m := town(t, anyService(rand.New(rand.NewPCG(1, 2))), community.Service{MinimumAge: number(18), Languages: []community.Language{{Code: "cy"}}}).Match(p)
	before, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	*p.Age, p.Areas[0], p.Languages[0], p.Access[0], p.Free[0].ByDay = 90, "hill", "en", "step_free", "TU"
	p.Needs[0], *p.MostCost, p.Matters[community.ByCost] = community.Need{ID: "b", Category: "food"}, community.Price{Amount: 1, Currency: "EUR"}, 90
	after, err := json.Marshal(m)
	if err != nil || string(before) != string(after) {
		t.Errorf("%v\nbefore %s\nafter  %s", err, before, after)
	}
}

// TestForWhomItIsMeantIsNeverSettled holds that a service for other people does not simply fit, and comes no later for that.
func TestForWhomItIsMeantIsNeverSettled(t *testing.T) {
	s := community.Service{Status: community.Active, MinimumAge: number(0), ServiceAreas: []community.ServiceArea{{Extent: "town"}}, AssuredDate: on("2026-10-01")}
	aimed := s
	aimed.Audience = "People with memory trouble"
	m := town(t, aimed, s).Match(community.Seeker{AsOf: on("2026-11-01"), Age: years(74), Areas: []string{"mill"}})
	if m[0].Fit() != community.FitUnknown || m[1].Fit() != community.Fits || m[0].Place() != m[1].Place() {
		t.Error(m[0].Fit(), m[1].Fit(), m[0].Place(), m[1].Place())
	}
}
