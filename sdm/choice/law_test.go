package choice_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

func TestTheLawOfTheDayOfTheReferral(t *testing.T) {
	w := shipped(t)
	for _, c := range []struct {
		made, asOf string
		want       string // 28 days, two weeks
	}{
		{"2024-03-31", "2024-05-01", "not_applicable met"},
		{"2024-04-01", "2024-05-01", "owed not_applicable"},
		{"", "2024-05-01", "unknown unknown"},
		{"2024-05-02", "2024-05-01", "unknown unknown"}, // in the future
	} {
		r := choice.Referral{Received: on("2024-04-01"), KnownTo: on(c.asOf), Facts: map[string]any{
			"referred_by": "gp", "referred_to": "consultant", "service": "cancer_urgent", "asks_for_another": true, "faster_elsewhere": true,
			"clinical_decision": "none_of_these",
		}}
		if c.made != "" {
			r.Made = on(c.made)
		}
		found, _ := choice.Rights(r, person.Facts{}, on(c.asOf), w.waiting)
		if got := state(t, found, "urgent_28_days") + " " + state(t, found, "urgent_two_weeks"); got != c.want {
			t.Errorf("%s: %s, want %s", c.made, got, c.want)
		}
	}
}

func TestAnInterfaceServiceLooksFirst(t *testing.T) {
	w := shipped(t)
	who, err := w.people.Of(map[string]any{"age": 60, "legal_status": "none_of_these"}, on("2024-02-01"))
	if err != nil {
		t.Fatal(err)
	}
	found, err := choice.Rights(choice.Referral{
		Made: on("2024-01-15"), Received: on("2024-01-16"), KnownTo: on("2024-02-01"), TreatmentBooked: on("2024-04-30"),
		Facts: map[string]any{
			"referred_by": "gp", "referred_to": "interface", "elective": true, "first_appointment": "consultant", "service": "none_of_these",
			"told_of_wait": false, "missed": "none", "own_reason": "none", "clinical_decision": "none_of_these",
		},
	}, who, on("2024-02-01"), w.choice, w.waiting)
	if err != nil {
		t.Error(err)
	}
	for id, want := range map[string]string{
		"first_outpatient_provider": "met", "first_outpatient_team": "named_consultant", "waiting_18_weeks": "not_met", "advice_on_waiting": "met",
	} {
		if got := state(t, found, id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
}

// TestWhatIsNotAskedForIsNoRefusal holds that a person with an ordinary referral reads of no right or offer that they were refused because
// they have no use for it at present: it is not about them.
func TestWhatIsNotAskedForIsNoRefusal(t *testing.T) {
	w := shipped(t)
	r := choice.Referral{Made: on("2026-03-02"), Facts: map[string]any{
		"referred_by": "gp", "elective": true, "first_appointment": "consultant", "service": "none_of_these", "choosing_gp_practice": false,
		"funding_refused": false, "under_care": false, "specialist_test": "none", "treatment_abroad": "none", "long_term_care": false,
		"care_package": "none_of_these",
	}}
	who, err := w.people.Of(map[string]any{"legal_status": "none_of_these", "cares_for_adult": false}, today)
	if err != nil {
		t.Fatal(err)
	}
	found, err := choice.Rights(r, who, today, w.choice)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		want := policy.NotApplicable
		switch f.ID {
		case "first_outpatient_provider", "first_outpatient_team":
			want = policy.Met
		case "personal_health_budget": // the law names whom it is for
			want = policy.NotMet
		}
		if f.State != want {
			t.Errorf("%v, want %v", f, want)
		}
	}
}

// late is a referral whose wait is too long, with everything else in favour of another provider.
func late() choice.Referral {
	return choice.Referral{
		Made: on("2026-01-05"), Received: on("2026-01-07"), KnownTo: today,
		Facts: map[string]any{
			"referred_by": "gp", "referred_to": "consultant", "service": "none_of_these", "told_of_wait": true, "commissioner_satisfied": true,
			"own_reason": "none", "clinical_decision": "none_of_these",
		},
	}
}

func TestDatesBecomeFacts(t *testing.T) {
	w := shipped(t)
	for _, c := range []struct {
		name   string
		change func(*choice.Referral)
		want   string // 18 weeks, 40 weeks
	}{
		{"too long", func(*choice.Referral) {}, "owed met"},
		{"nobody says that the record is complete", func(r *choice.Referral) { r.KnownTo = day.Day{} }, "unknown unknown"},
		{"no day received", func(r *choice.Referral) { r.Received = day.Day{} }, "unknown unknown"},
		{"received before it was made", func(r *choice.Referral) { r.Made = on("2026-02-01") }, "unknown unknown"},
		{"received in the future", func(r *choice.Referral) { r.Received = on("2027-02-01") }, "unknown unknown"},
		{"treatment started", func(r *choice.Referral) { r.Stops = stop(choice.TreatmentStarted, "2026-09-01").Stops }, "not_met not_met"},
		{"19 weeks", func(r *choice.Referral) { r.Received = today.Add(-133) }, "owed not_met"},
		{"day 126 today, and nothing is booked", func(r *choice.Referral) { r.Received = today.Add(-125) }, "unknown not_met"},
		{"day 127 today, and nothing is booked", func(r *choice.Referral) { r.Received = today.Add(-126) }, "owed not_met"},
		{"in the ninth week, and treatment is booked for day 126", func(r *choice.Referral) {
			r.Received, r.TreatmentBooked = today.Add(-60), today.Add(65)
		}, "not_met not_met"},
		{"in the ninth week, and treatment is booked for day 127", func(r *choice.Referral) {
			r.Received, r.TreatmentBooked = today.Add(-60), today.Add(66)
		}, "owed not_met"},
		{"an appointment in 8 weeks", func(r *choice.Referral) { r.NextAppointment = today.Add(56) }, "owed not_met"},
		{"an appointment a day later", func(r *choice.Referral) { r.NextAppointment = today.Add(57) }, "owed met"},
		{"an appointment in the past says nothing", func(r *choice.Referral) { r.NextAppointment = today.Add(-1) }, "owed unknown"},
		{"missed a date that was offered 21 days before", func(r *choice.Referral) {
			r.Missed = []choice.Missed{{Which: choice.Later, On: on("2026-05-22"), OfferedOn: on("2026-05-01"), ConsequencesKnown: yes()}}
		}, "not_met met"},
		{"missed a date that was offered 20 days before", func(r *choice.Referral) {
			r.Missed = []choice.Missed{{Which: choice.Later, On: on("2026-05-21"), OfferedOn: on("2026-05-01"), ConsequencesKnown: yes()}}
		}, "owed met"},
		{"moved, and the first date was offered 21 days before", func(r *choice.Referral) {
			r.Missed = []choice.Missed{{Which: choice.First, On: on("2026-06-30"), Original: on("2026-05-22"), OfferedOn: on("2026-05-01"), ConsequencesKnown: yes()}}
		}, "not_met met"},
		{"moved, and the first date was offered 20 days before", func(r *choice.Referral) {
			r.Missed = []choice.Missed{{Which: choice.First, On: on("2026-06-30"), Original: on("2026-05-21"), OfferedOn: on("2026-05-01"), ConsequencesKnown: yes()}}
		}, "owed met"},
		{"missed, and nobody knows when it was offered", func(r *choice.Referral) {
			r.Missed = []choice.Missed{{Which: choice.Later, On: on("2026-05-21"), ConsequencesKnown: yes()}}
		}, "unknown met"},
		{"two missed that differ", func(r *choice.Referral) {
			r.Missed = []choice.Missed{
				{Which: choice.Later, On: on("2026-05-21"), OfferedOn: on("2026-05-01"), ConsequencesKnown: yes()},
				{Which: choice.Later, On: on("2026-08-21"), OfferedOn: on("2026-05-01"), ConsequencesKnown: yes()},
			}
		}, "unknown met"},
		{"missed the first appointment, and was told that the 18 weeks no longer apply", func(r *choice.Referral) {
			r.Missed = []choice.Missed{told(missed(choice.First, "2026-05-21", yes()), "2026-05-25")}
		}, "not_met not_met"},
		{"missed the first appointment, and nobody told the person so: the right is not lost by the clock", func(r *choice.Referral) {
			r.Missed = []choice.Missed{untold(choice.First, "2026-05-21")}
			r.Missed[0].OfferedOn = on("2026-05-14") // one week before is no reasonable date
		}, "owed met"},
		{"missed the first appointment, and nobody knows whether the person was told", func(r *choice.Referral) {
			r.Missed = []choice.Missed{missed(choice.First, "2026-05-21", yes())}
			r.Missed[0].OfferedOn = on("2026-05-14")
		}, "unknown unknown"},
		{"a stop of a kind that nobody knows", func(r *choice.Referral) { r.Stops = stop("seen", "2026-02-01").Stops }, "unknown unknown"},
	} {
		r := late()
		c.change(&r)
		who, err := w.people.Of(map[string]any{"age": 40, "gp_in_england": true}, today)
		if err != nil {
			t.Fatal(err)
		}
		found, _ := choice.Rights(r, who, today, w.waiting)
		if got := state(t, found, "waiting_18_weeks") + " " + state(t, found, "waiting_40_weeks"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestADifferenceIsSaidWithBothAnswers holds that a fact of a provider is not said to differ from dates when it differs from waits.
func TestADifferenceIsSaidWithBothAnswers(t *testing.T) {
	w := shipped(t)
	r := late()
	r.Facts = map[string]any{"referral_made": map[string]any{"value": "before_2024_04_01"}}
	_, err := choice.Rights(r, person.Facts{}, today, w.choice)
	s := search(w, choice.Provider{ID: "p", WaitWeeks: rule.ValueOf(3), Facts: map[string]any{"sooner": false}})
	s.WaitsNow = rule.ValueOf(9)
	_, other := choice.Shortlist(s)
	for _, want := range []string{
		"referral_made was given as before_2024_04_01, and comes out as from_2024_04_01 from the dates and waits",
		"sooner was given as false, and comes out as true from the dates and waits",
	} {
		if said := fmt.Sprint(err, other); !strings.Contains(said, want) {
			t.Errorf("%q is not in %s", want, said)
		}
	}
}

func TestFactsThatCannotBeRight(t *testing.T) {
	w := shipped(t)
	law := choice.NewLaw(w.choice, w.waiting)
	for _, c := range []struct {
		facts map[string]any
		want  []string
	}{
		{map[string]any{"referral_made": "from_2024_04_01", "treatment_started": map[string]any{"value": false, "from": "letter"}}, nil},
		{map[string]any{"referral_made": nil, "wait_18_weeks": map[string]any{"missing": "declined"}}, nil},
		{map[string]any{"referral_made": "before_2024_04_01"}, []string{"/facts/referral_made answer-differs-from-dates", "/facts/referral_made answer-differs-from-dates"}},
		{map[string]any{"treatment_started": true}, []string{"/facts/treatment_started answer-differs-from-dates"}},
		{map[string]any{"refered_by": "gp"}, []string{"/facts/refered_by answer-unknown-fact"}},
		{map[string]any{"a_b_c_d_e": 1}, []string{"/facts/a_b_c_d_e answer-unknown-fact"}},
		{map[string]any{"elective": "perhaps"}, []string{"/facts/elective answer-invalid"}},
		{map[string]any{"wait_18_weeks": 3}, []string{"/facts/wait_18_weeks answer-invalid"}},
	} {
		r := late()
		r.Facts = c.facts
		read, err := law.Read(r, today)
		got := codesOf(t, err)
		if diff := cmp.Diff(slices.Compact(c.want), got); diff != "" {
			t.Errorf("%v: %s", c.facts, diff)
		}
		for _, f := range read.Rights(person.Facts{}) {
			if f.State == policy.NotMet && f.ID == "waiting_18_weeks" {
				t.Errorf("%v: %v", c.facts, f)
			}
		}
	}
	r := late()
	r.Facts["referral_made"] = "before_2024_04_01"
	found, _ := choice.Rights(r, person.Facts{}, today, w.waiting)
	if got := state(t, found, "urgent_28_days"); got != "not_applicable" { // no urgent referral, whatever the day
		t.Error(got)
	}
}

func TestWithoutADay(t *testing.T) {
	w := shipped(t)
	found, err := choice.Rights(late(), person.Facts{}, day.Day{}, w.waiting)
	if !errors.Is(err, choice.ErrNoDay) || state(t, found, "waiting_18_weeks") != "unknown" || state(t, found, "advice_on_waiting") != "met" {
		t.Errorf("%v %v", err, found)
	}
	if found := (choice.Case{}).Rights(person.Facts{}); found != nil {
		t.Error(found)
	}
	if found, err := choice.Rights(choice.Referral{}, person.Facts{}, today); len(found) > 0 || err != nil {
		t.Error(found, err)
	}
}

func TestAnUnknownRightNamesWhatIsMissing(t *testing.T) {
	w := shipped(t)
	r := late()
	delete(r.Facts, "told_of_wait")
	found, err := choice.Rights(r, person.Facts{}, today, w.waiting)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.ID == "waiting_18_weeks" && (f.State != policy.Unknown || !slices.Contains(f.Missing, "told_of_wait")) {
			t.Errorf("%v %v", f, f.Missing)
		}
	}
}

// TestABlankNeverFlips takes dates and facts away at random: what is still known must be what it was.
func TestABlankNeverFlips(t *testing.T) {
	w := shipped(t)
	law := choice.NewLaw(w.choice, w.waiting)
	random := rand.New(rand.NewPCG(7, 9))
	rounds := 2000
	if testing.Short() {
		rounds = 300
	}
	known := 0
	for range rounds {
		full, who := anyReferral(w, random), anyPerson(t, w, random)
		c, _ := law.Read(full, today)
		before := c.Rights(who)
		less, lessWho := blanked(full, random), who
		for _, id := range []string{"age", "legal_status", "gp_in_england", "cares_for_adult"} {
			if random.IntN(4) == 0 {
				lessWho, _ = lessWho.With(id, nil)
			}
		}
		c, _ = law.Read(less, today)
		for i, f := range c.Rights(lessWho) {
			if f.State == policy.Unknown {
				continue
			}
			known++
			if f.State != before[i].State || f.Level != before[i].Level {
				t.Fatalf("%v without some answers, %v with all\n%+v\n%+v", f, before[i], less, full)
			}
		}
	}
	if known < 10*rounds/2 {
		t.Errorf("only %d of the findings were known, too few to show anything", known)
	}
}

// anyReferral is a referral with everything known.
func anyReferral(w world, random *rand.Rand) choice.Referral {
	r := choice.Referral{Made: on("2024-03-20").Add(random.IntN(30)), KnownTo: today, Facts: map[string]any{}}
	if random.IntN(2) == 0 {
		r.Made = today.Add(-random.IntN(330))
	}
	within := func(from day.Day) day.Day {
		days, _ := today.Sub(from)
		return from.Add(random.IntN(days + 1))
	}
	r.Received = r.Made.Add(random.IntN(3))
	if r.Received.After(today) {
		r.Received = today
	}
	kinds := []choice.StopKind{choice.TreatmentStarted, choice.AnswerGiven, choice.Discharged, choice.SpecialistSeen, choice.IntervalTests, choice.NoTreatment}
	for range random.IntN(3) {
		s := choice.Stop{Kind: kinds[random.IntN(len(kinds))], On: within(r.Received)}
		s.NotifiedOn = within(s.On)
		r.Stops = append(r.Stops, s)
	}
	for range random.IntN(3) {
		known := random.IntN(2) == 0
		m := choice.Missed{Which: []choice.Place{choice.First, choice.Later}[random.IntN(2)], On: within(r.Received), ConsequencesKnown: &known}
		m.OfferedOn = m.On.Add(-random.IntN(40))
		m.AvailableAgain = within(m.On)
		if told := random.IntN(2) == 0; told {
			m.NotifiedOn = within(m.On)
		} else {
			m.Notified = &told
		}
		if random.IntN(2) == 0 {
			m.Original = m.OfferedOn.Add(random.IntN(40))
		}
		r.Missed = append(r.Missed, m)
	}
	r.TreatmentBooked = today.Add(random.IntN(60))
	r.NextAppointment = today.Add(random.IntN(100))
	for _, p := range []*policy.Policy{w.choice, w.waiting} {
		for i, id := range p.Sheet().IDs() {
			if _, there := r.Facts[id]; there || slices.Contains(choice.DerivedFacts(), id) {
				continue
			}
			t := p.Sheet().Type(i)
			if t.Kind == rule.Truth {
				r.Facts[id] = random.IntN(2) == 0
			} else {
				r.Facts[id] = t.Options[random.IntN(len(t.Options))].ID
			}
		}
	}
	return r
}

// blanked takes some of what is known away.
func blanked(r choice.Referral, random *rand.Rand) choice.Referral {
	away := func() bool { return random.IntN(8) == 0 }
	for _, d := range []*day.Day{&r.Made, &r.Received, &r.KnownTo, &r.TreatmentBooked} {
		if away() {
			*d = day.Day{}
		}
	}
	r.Stops, r.Missed = slices.Clone(r.Stops), slices.Clone(r.Missed)
	for i := range r.Stops {
		if away() {
			r.Stops[i].On = day.Day{}
		}
		if away() {
			r.Stops[i].NotifiedOn = day.Day{}
		}
	}
	for i := range r.Missed {
		m := &r.Missed[i]
		for _, d := range []*day.Day{&m.On, &m.OfferedOn, &m.AvailableAgain, &m.NotifiedOn} {
			if away() {
				*d = day.Day{}
			}
		}
		if away() {
			m.ConsequencesKnown = nil
		}
		if away() {
			m.Notified = nil
		}
	}
	facts := map[string]any{}
	for id, v := range r.Facts {
		if !away() {
			facts[id] = v
		}
	}
	r.Facts = facts
	return r
}

func anyPerson(t *testing.T, w world, random *rand.Rand) person.Facts {
	who, err := w.people.Of(map[string]any{
		"age": random.IntN(90), "gp_in_england": random.IntN(2) == 0, "cares_for_adult": random.IntN(2) == 0,
		"legal_status": []string{"none_of_these", "none_of_these", "prison", "detained_mha", "armed_forces", "other_detention"}[random.IntN(6)],
	}, today)
	if err != nil {
		t.Fatal(err)
	}
	return who
}

// TestBadDatesNeverDeny puts dates that cannot be right into a referral: no right that was met or unknown may become "no".
func TestBadDatesNeverDeny(t *testing.T) {
	w := shipped(t)
	law := choice.NewLaw(w.choice, w.waiting)
	who, err := w.people.Of(map[string]any{"age": 40, "gp_in_england": true, "legal_status": "none_of_these"}, today)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*choice.Referral){
		"made before birth":      func(r *choice.Referral) { r.Born = on("2026-06-01") },
		"received in the future": func(r *choice.Referral) { r.Received = on("2030-01-01") },
		"received before made":   func(r *choice.Referral) { r.Received = on("2025-12-31") },
		"a stop in the future":   func(r *choice.Referral) { r.Stops = stop(choice.TreatmentStarted, "2030-01-01").Stops },
		"a stop before it began": func(r *choice.Referral) { r.Stops = stop(choice.TreatmentStarted, "2025-01-01").Stops },
		"booked before it began": func(r *choice.Referral) { r.TreatmentBooked = on("2025-01-01") },
		"complete to the future": func(r *choice.Referral) { r.KnownTo = on("2030-01-01") },
		"a year that cannot be":  func(r *choice.Referral) { r.Made = on("0001-01-02") },
		"missed before it began": func(r *choice.Referral) { r.Missed = []choice.Missed{missed(choice.Later, "2025-01-01", yes())} },
		"offered after the day": func(r *choice.Referral) {
			r.Missed = []choice.Missed{{Which: choice.Later, On: on("2026-05-01"), OfferedOn: on("2026-05-02"), ConsequencesKnown: yes()}}
		},
		"moved from another life": func(r *choice.Referral) {
			r.Missed = []choice.Missed{{Which: choice.First, On: on("2026-05-01"), Original: on("0001-05-02"), OfferedOn: on("2026-03-01"), ConsequencesKnown: yes()}}
		},
	} {
		r := late()
		r.Facts["elective"], r.Facts["first_appointment"] = true, "consultant"
		c, _ := law.Read(r, today)
		good := c.Rights(who)
		spoil(&r)
		c, err := law.Read(r, today)
		if len(codesOf(t, err)) == 0 {
			t.Errorf("%s: no fault was told", name)
		}
		for i, f := range c.Rights(who) {
			if f.State == policy.NotMet && good[i].State != policy.NotMet {
				t.Errorf("%s: %v was %v", name, f, good[i])
			}
		}
	}
}

// TestRightsAllocateLittle leaves room for the race detector, which makes pools forget.
func TestRightsAllocateLittle(t *testing.T) {
	w := shipped(t)
	who, err := w.people.Of(map[string]any{"age": 60, "legal_status": "none_of_these", "gp_in_england": true, "cares_for_adult": false}, today)
	if err != nil {
		t.Fatal(err)
	}
	law, r := choice.NewLaw(w.choice, w.waiting), benchReferral()
	c, err := law.Read(r, today)
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { c.Rights(who) }); n > 10 {
		t.Errorf("%v allocations for %d rights", n, len(c.Rights(who)))
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = law.Read(r, today) }); n > 10 {
		t.Errorf("%v allocations to read a referral", n)
	}
	found := c.Rights(who)
	if n := testing.AllocsPerRun(100, func() { found = c.Append(found[:0], who) }); n > 10 {
		t.Errorf("%v allocations for rights in the memory of others", n)
	}
	if diff := cmp.Diff(c.Rights(who), found, cmp.AllowUnexported(rule.Value{})); diff != "" {
		t.Errorf("other findings in the memory of others: %s", diff)
	}
}

func TestManyGoroutinesShareALaw(t *testing.T) {
	w := shipped(t)
	law := choice.NewLaw(w.choice, w.waiting)
	var all sync.WaitGroup
	for i := range 32 {
		all.Go(func() {
			r := late()
			want := "owed"
			if i%2 == 0 {
				r.Facts["told_of_wait"], want = false, "on_request"
			}
			c, err := law.Read(r, today)
			if found := c.Rights(person.Facts{}); err != nil || state(t, found, "waiting_18_weeks") != want {
				t.Error(err, strings.TrimSpace(want))
			}
		})
	}
	all.Wait()
}
