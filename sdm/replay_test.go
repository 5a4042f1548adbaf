package sdm

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// years is a record of n events over all components: one year after the other, each with ids of its own, over one plan whose parts they
// all name.
func years(t testing.TB, n int) Record {
	t.Helper()
	r := record(t, until("refer")...)
	for round := 0; r.Len() < n; round++ {
		id := func(of string) string { return fmt.Sprintf("%s_%d", of, round) }
		day := "2026-03-01"
		more := []Event{
			at(id("talk"), day, "", Together, Opened{Aid: "hip", Version: "1.0.0"}),
			at(id("asked"), day, id("talk"), ByPerson, Asked{Question: "risks"}),
			at(id("decided"), day, id("talk"), ByPerson, Decided{Option: "replace"}),
			at(id("score"), day, "", ByPerson, Scored{Result: result(30, "moderate"), For: []Ref{ref(RefGoal, "dance"), ref(RefDecision, id("decided"))}}),
			at(id("refer"), day, "", ByProfessional, ChoiceReferred{Decision: id("decided"), Actions: []string{"surgeon"}}),
			at(id("offered"), day, id("refer"), ByProfessional, ChoiceOffered{Providers: []ProviderOffered{{ID: "south"}}}),
			at(id("made"), day, id("refer"), ByPerson, ChoiceMade{Provider: "south"}),
			at(id("support"), day, "", ByProfessional, support.Offered{Document: "offers", Version: "1.0.0", Actions: []string{"coach"}, Offers: []support.Shown{{Offer: "coaching"}}}),
			at(id("taken"), day, id("support"), ByPerson, support.Answered{Offer: "coaching", Answer: support.TakenUp}),
			at(id("walks"), day, "", ByProfessional, community.Referred{Consent: community.ConsentYes, By: community.Referrer{Kind: community.GPPractice, Service: "Mill Lane"}, To: "Link workers",
				Needs: []community.Need{{ID: "company", Words: "I miss people"}}, Actions: []string{"club"}}),
			at(id("met"), day, id("walks"), ByProfessional, community.Contacted{Outcome: community.ContactAccepted, Attempts: 1, Way: community.WayInPerson}),
			at(id("review"), day, "plan", Together, plan.Reviewed{How: plan.Informal, Goals: []plan.GoalReviewed{{Goal: "dance", Scores: []string{id("score")}}}}),
			at(id("money"), day, "", ByPerson, budget.Requested{Basis: "discretionary", Plan: "plan"}),
			at(id("sum"), day, id("money"), ByProfessional, budget.Indicated{Amount: pence(50_000), Period: budget.Period{From: date(day), To: date("2027-03-31")}}),
		}
		for _, e := range more {
			if r.Len() == n {
				break
			}
			var err error
			if r, err = r.Add(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	return r
}

// The promise is 2 ms for 1,000 events. The gate leaves room for a machine that is busy; the benchmark measures.
func TestAMixedRecordOfAThousandEventsReplaysSoonEnough(t *testing.T) {
	if testing.Short() {
		t.Skip("time is measured in full runs only")
	}
	r := years(t, 1000)
	best := time.Hour
	for range 20 {
		start := time.Now()
		if _, err := r.Replay(); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	if best > 40*time.Millisecond {
		t.Errorf("the best of 20 replays took %v", best)
	}
}

// Twice the events cost about twice as much memory, not four times.
func TestReplayGrowsWithTheRecordAndNoFaster(t *testing.T) {
	allocs := func(r Record) float64 {
		return testing.AllocsPerRun(3, func() {
			if _, err := r.Replay(); err != nil {
				t.Error(err)
			}
		})
	}
	small, large := allocs(years(t, 500)), allocs(years(t, 2000))
	if large > 6*small {
		t.Errorf("500 events take %v allocations and 2000 take %v", small, large)
	}
}

// FuzzComponentEvents puts bytes where an event of a component belongs: whatever they are, the rest of the record stands, and what was read
// is written and read again to the same bytes.
func FuzzComponentEvents(f *testing.F) {
	for _, e := range year() {
		src, err := json.Marshal(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Add([]byte(`{"id":"x","kind":"activation_assessed","form":1,"on":"2026-09-30","by":{"role":"person"},"body":{"assessment":{"measure":"m","version":"1.0.0",
		"digest":"","score":1,"cut_points":"c","basis":"","source":{"ref":"","mode":false}}}}`)) // a source that was read and is none
	whole, err := json.Marshal(record(f, year()...))
	if err != nil {
		f.Fatal(err)
	}
	head, closed := bytes.CutSuffix(whole, []byte("]}"))
	if !closed {
		f.Fatal("the events are no longer the last member of a record")
	}
	stands := len(year())
	f.Fuzz(func(t *testing.T, src []byte) {
		if !json.Valid(src) {
			t.Skip()
		}
		text := append(append(append(bytes.Clone(head), ','), src...), "]}"...)
		r, _ := ParseRecord(text)
		s, err := r.Replay()
		if err != nil {
			t.Fatalf("a parsed record does not replay: %v", err)
		}
		if r.Len() != stands+1 || len(s.Talks) == 0 || len(s.Plans) == 0 {
			t.Fatalf("the rest of the record is not intact: %d events", r.Len())
		}
		first, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := ParseRecord(first)
		second, err := json.Marshal(again)
		if err != nil || !bytes.Equal(first, second) {
			t.Fatalf("the bytes changed (%v):\n%s\n%s", err, first, second)
		}
		for i, l := range s.graph().links {
			if raceOn && i%5 != 0 {
				continue // every chain takes the whole graph
			}
			if _, err := s.Chain(l.Ref); err != nil {
				t.Fatal(err)
			}
		}
		for _, of := range Components() {
			s.Evidence(of, Documents{})
		}
	})
}

func BenchmarkMixedReplay(b *testing.B) {
	r := years(b, 1000)
	b.Run("replay", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := r.Replay(); err != nil {
				b.Fatal(err)
			}
		}
	})
	// By hand: the same lists with the same references looked up, without a table of kinds, states or faults.
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if n := byHand(r.events); n != 1000 {
				b.Fatal(n)
			}
		}
	})
}

func BenchmarkParseRecord(b *testing.B) {
	r := years(b, 1000)
	src := []byte(bytesOf(b, r))
	b.Run("parse", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := ParseRecord(src); err != nil {
				b.Fatal(err)
			}
		}
	})
	// By hand: encoding/json into the same bodies, without strictness, checks or the replay, so that a misspelt key is a blank.
	types := map[string]reflect.Type{}
	for e := range r.All() {
		types[e.Body.Kind()] = reflect.TypeOf(e.Body)
	}
	b.Run("handwritten", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		b.ReportAllocs()
		for b.Loop() {
			var whole struct{ Events []written }
			if err := json.Unmarshal(src, &whole); err != nil {
				b.Fatal(err)
			}
			for _, w := range whole.Events {
				if err := json.Unmarshal(w.Body, reflect.New(types[w.Kind]).Interface()); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

func byHand(events []Event) int {
	kinds := make(map[string]string, len(events))
	threads := make(map[string][]Event, len(events))
	parts := map[string]bool{}
	n := 0
	named := func(ids ...string) bool {
		for _, id := range ids {
			if id != "" && kinds[id] == "" && !parts[id] {
				return false
			}
		}
		return true
	}
	for _, e := range events {
		ok := true
		switch b := e.Body.(type) {
		case plan.Agreed:
			for _, need := range b.Needs {
				parts[need.ID] = true
				for _, g := range need.Goals {
					parts[g.ID], ok = true, ok && named(g.Decision)
					for _, a := range g.Actions {
						parts[a.ID] = true
					}
				}
			}
		case plan.Reviewed:
			for _, g := range b.Goals {
				ok = ok && named(g.Goal) && named(g.Scores...)
			}
		case Scored:
			for _, r := range b.For {
				ok = ok && named(r.ID)
			}
		case ChoiceReferred:
			ok = named(b.Decision) && named(b.Actions...)
		case community.Referred:
			ok = named(b.Decision) && named(b.Actions...)
		case support.Offered:
			ok = named(b.Decision) && named(b.Actions...)
		}
		if !ok || e.In != "" && kinds[e.In] == "" {
			return -1
		}
		thread := e.In
		if thread == "" {
			thread = e.ID
		}
		threads[thread] = append(threads[thread], e)
		kinds[e.ID] = e.Body.Kind()
		n++
	}
	return n
}

func BenchmarkChain(b *testing.B) {
	s, err := years(b, 1000).Replay()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := s.Chain(ref(RefGoal, "dance")); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEvidence(b *testing.B) {
	s, with := story(b, year()...), documents(b)
	for b.Loop() {
		for _, of := range Components() {
			s.Evidence(of, with)
		}
	}
}
