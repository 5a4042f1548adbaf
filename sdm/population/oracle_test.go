package population

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// seenAtTheEnd is the other way to count: cut the record off at the end of the period, replay it, and ask the states of the components.
// It knows nothing of marks, and takes a replay for each period.
func seenAtTheEnd(t testing.TB, rec sdm.Record, p Period) (stand [components]standing) {
	t.Helper()
	within := sdm.NewRecord(rec.Person())
	var err error
	for _, e := range rec.Events() {
		e.Noted, e.Seq = p.To, 0 // the gaps are no matter here
		if !e.On.After(p.To) {
			if within, err = within.Add(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	story, err := within.Replay()
	if err != nil {
		t.Fatal(err)
	}
	in := func(e sdm.Event) bool { return !e.On.Before(p.From) && !e.On.After(p.To) }
	raise := func(c int, to standing) { stand[c] = max(stand[c], to) }
	for _, e := range within.Events() {
		if !in(e) {
			continue
		}
		if k := kinds[e.Body.Kind()]; k.component < components {
			raise(k.component, notCounted)
		}
		switch b := e.Body.(type) {
		case sdm.Decided, sdm.Deferred:
			options, matters := map[string]bool{}, false
			for _, o := range within.Events() {
				if o.In != e.In || o.On.After(e.On) {
					continue
				}
				switch said := o.Body.(type) {
				case sdm.WentThrough:
					options[said.Option] = true
				case sdm.Mattered:
					matters = true
				}
			}
			if len(options) >= 2 && matters && e.By != sdm.ByProfessional {
				raise(talking, counted)
			}
		case sdm.ChoiceOffered:
			has := func(s policy.State) bool {
				return slices.ContainsFunc(b.Rights, func(r sdm.RightFound) bool { return r.State == s })
			}
			again := slices.ContainsFunc(within.Events(), func(later sdm.Event) bool { // all that is invented are looks at one right
				found, is := later.Body.(sdm.ChoiceOffered)
				return is && later.In == e.In && later.Seq > e.Seq && len(found.Rights) > 0
			})
			if len(b.Providers) > 0 || has(policy.Met) {
				raise(choosing, counted)
			} else if has(policy.Unknown) && !again {
				raise(choosing, notKnown)
			}
		case sdm.ChoiceMade:
			raise(choosing, counted)
		case support.Answered:
			if b.Answer == support.TakenUp {
				raise(supporting, counted)
			}
		}
	}
	for _, c := range story.Community {
		made, _ := c.State.Referred()
		no, _ := c.State.Declined()
		switch count := community.CountOf(c.State).Counts; {
		case count == community.Counted && in(sdm.Event{On: made.On}) && made.ID != "":
			raise(prescribing, counted)
		case count == community.Excluded && in(sdm.Event{On: no.On}):
			raise(prescribing, declined)
		}
	}
	for _, h := range story.Support {
		for _, offer := range []string{"coaching", "peers"} {
			progress, _ := h.State.Of(offer)
			for _, e := range within.Events() { // the last answer, since Progress.On may be the day of its end
				if a, ok := e.Body.(support.Answered); ok && e.In == h.ID && a.Offer == offer {
					progress.On = e.On
				}
			}
			if progress.Answer == support.Declined && in(sdm.Event{On: progress.On}) {
				raise(supporting, declined)
			}
		}
	}
	for _, h := range story.Plans {
		latest, agreed := h.State.Latest()
		reviews := h.State.Reviews()
		_, over := h.State.Ended()
		if !over && (agreed && in(sdm.Event{On: latest.On}) || len(reviews) > 0 && in(sdm.Event{On: reviews[len(reviews)-1].On})) {
			raise(planning, counted)
		}
		if offer, offered := h.State.Offer(); offered && offer.Step.Status == plan.Declined && in(sdm.Event{On: offer.On}) {
			raise(planning, declined)
		}
	}
	for _, b := range story.Budgets {
		for _, a := range b.State.Agreed {
			if in(sdm.Event{On: a.On}) {
				raise(budgeting, counted)
			}
		}
	}
	return stand
}

func TestCountsAreThoseOfTheStoryAtTheEndOfEachPeriod(t *testing.T) {
	people := 80
	if testing.Short() {
		people = 25
	}
	from, to := date("2026-01-01"), date("2028-12-31")
	periods := slices.Concat(Months(from, to), Quarters(from, to), FinancialYears(from, to))
	r := rand.New(rand.NewPCG(5, 1))
	var reached [components][standings + 1]int
	for range people {
		rec := invented(r)
		counter := must(New(periods...))
		if err := counter.Add(rec); err != nil {
			t.Fatal(err)
		}
		counts := counter.Counts().All
		for i, p := range periods {
			want := seenAtTheEnd(t, rec, p)
			for c, is := range want {
				reached[c][is]++
				n := counts.Periods[i].Components[c]
				got := [...]int64{absent: 0, notCounted: n.NotCounted, declined: n.Declined, notKnown: n.NotKnown, counted: n.Counted}
				if is != absent && got[is] != 1 || n.People() > 1 || (is == absent) != (n.People() == 0) {
					t.Fatalf("%s, %s: %+v; it should be standing %d\n%s", p.Name, n.Component, n, is, must(rec.MarshalJSON()))
				}
			}
		}
	}
	for c, by := range reached {
		if by[counted] == 0 || by[notCounted] == 0 || by[declined] == 0 && definitions[c].Declined != "" {
			t.Errorf("%s: the people invented never get everywhere: %v", definitions[c].Component, by)
		}
	}
}
