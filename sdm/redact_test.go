package sdm

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

func TestAudienceAllows(t *testing.T) {
	law := &Withholding{Reason: "serious harm to another"}
	for _, tc := range []struct {
		audience Audience
		reader   string
		want     bool
	}{
		{Audience{}, "family", true},
		{Audience{}, ForPerson, true},
		{Audience{Only: []string{"gp_practice"}}, "gp_practice", true},
		{Audience{Only: []string{"gp_practice"}}, "family", false},
		{Audience{Only: []string{"gp_practice"}}, ForPerson, true},
		{Audience{Withheld: law}, ForPerson, false},
		{Audience{Withheld: law}, "family", false}, // what the person may not know is for nobody unless it is said for whom
		{Audience{Withheld: law, Only: []string{"gp_practice"}}, "gp_practice", true},
		{Audience{Withheld: law, Only: []string{"gp_practice"}}, "family", false},
	} {
		if got := tc.audience.Allows(tc.reader); got != tc.want {
			t.Errorf("%+v allows %s: %v", tc.audience, tc.reader, got)
		}
	}
}

func TestForLeavesAnHonestStub(t *testing.T) {
	r := built(t,
		Event{ID: "1", On: date("2026-01-01"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0"}},
		Event{ID: "2", On: date("2026-01-02"), By: ByPerson.Named("Ann"), In: "1", Audience: Audience{Only: []string{"gp_practice"}}, Body: Mattered{Words: "my secret"}},
		Event{ID: "3", On: date("2026-01-03"), By: ByPerson, Audience: Audience{Only: []string{"gp_practice"}, HideKind: true}, Body: Opened{Aid: "prison-leave", Version: "1.0.0"}},
		Event{ID: "4", On: date("2026-01-03"), By: ByPerson, In: "3", Body: Decided{Option: "stay"}},
		Event{ID: "5", On: date("2026-01-04"), By: ByProfessional.Named("Dr Bell"), In: "1",
			Audience: Audience{Only: []string{"gp_practice"}, Withheld: &Withholding{Reason: "harm to her sister", LegalAdvice: "trust solicitor"}}, Body: Asked{Words: "about her sister"}},
	)
	for reader, want := range map[string]string{
		"family": `{"format":1,"person":"person-7","events":[` +
			`{"id":"1","kind":"opened","form":1,"on":"2026-01-01","by":{"role":"together"},"body":{"aid":"hip","version":"1.0.0"}},` +
			`{"id":"2","kind":"withheld","form":1,"on":"2026-01-02","by":{"role":"person"},"in":"1","body":{"was":"mattered"}},` +
			`{"id":"3","kind":"withheld","form":1,"on":"2026-01-03","body":{}},` +
			`{"id":"4","kind":"withheld","form":1,"on":"2026-01-03","in":"3","body":{}},` +
			`{"id":"5","kind":"withheld","form":1,"on":"2026-01-04","by":{"role":"professional"},"in":"1","body":{"was":"asked"}}]}`,
		ForPerson: `{"format":1,"person":"person-7","events":[` +
			`{"id":"1","kind":"opened","form":1,"on":"2026-01-01","by":{"role":"together"},"body":{"aid":"hip","version":"1.0.0"}},` +
			`{"id":"2","kind":"mattered","form":1,"on":"2026-01-02","by":{"role":"person","name":"Ann"},"in":"1","audience":{"only":["gp_practice"]},"body":{"words":"my secret"}},` +
			`{"id":"3","kind":"opened","form":1,"on":"2026-01-03","by":{"role":"person"},"audience":{"only":["gp_practice"],"hide_kind":true},"body":{"aid":"prison-leave","version":"1.0.0"}},` +
			`{"id":"4","kind":"decided","form":1,"on":"2026-01-03","by":{"role":"person"},"in":"3","body":{"option":"stay"}},` +
			`{"id":"5","kind":"withheld","form":1,"on":"2026-01-04","by":{"role":"professional"},"in":"1","body":{"was":"asked"}}]}`,
	} {
		if diff := cmp.Diff(want, bytesOf(t, r.For(reader))); diff != "" {
			t.Errorf("%s:\n%s", reader, diff)
		}
	}
	story, err := r.For("family").Replay()
	if err != nil || len(story.Talks) != 1 || len(story.Withheld) != 4 || len(story.Untold) != 0 {
		t.Errorf("story %+v, %v", story, err)
	}
}

func TestTheLastWordOnAnAudienceStands(t *testing.T) {
	r := built(t,
		Event{ID: "1", On: date("2026-01-01"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0"}},
		Event{ID: "2", On: date("2026-01-02"), By: ByPerson, In: "1", Body: Mattered{Words: "my secret"}},
		Event{ID: "3", On: date("2026-02-01"), By: ByPerson, Body: SeenBy{Events: []string{"2"}, Audience: Audience{Only: []string{"gp_practice"}}}},
	)
	kindsOf := func(r Record) (all []string) {
		for _, e := range r.Events() {
			all = append(all, e.Body.Kind())
		}
		return all
	}
	if got := kindsOf(r.For("family")); !slices.Equal(got, []string{"opened", "withheld", "withheld"}) {
		t.Errorf("family sees %v", got)
	}
	r, _ = r.Add(Event{ID: "4", On: date("2026-03-01"), By: ByPerson, Body: SeenBy{Events: []string{"2"}}})
	if got := kindsOf(r.For("family")); !slices.Equal(got, []string{"opened", "mattered", "withheld", "withheld"}) {
		t.Errorf("family sees %v", got)
	}
	if _, err := r.Add(Event{On: date("2026-03-01"), By: ByPerson, Body: SeenBy{Events: []string{"77"}}}); err == nil {
		t.Error("the audience of nothing changes")
	}
}

func TestPartsOfAPlanAreForTheirReaders(t *testing.T) {
	version := planVersion()
	version.Shares = []plan.Share{{Audience: "family"}}
	version.Strengths = []plan.Statement{{Text: "a secret strength", Said: plan.Said{Audience: []string{"gp_practice"}}}}
	r := built(t,
		Event{ID: "talk", On: date("2026-01-01"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0"}},
		Event{ID: "decided", On: date("2026-01-01"), By: ByPerson, In: "talk", Body: Decided{Option: "replace"}},
		Event{ID: "plan", On: date("2026-01-02"), By: Together, Body: plan.Agreed{Version: version}},
		Event{ID: "told", On: date("2026-01-03"), By: ByPerson, In: "plan", Body: plan.Told{Statements: []plan.Statement{{Text: "another secret", Said: plan.Said{Audience: []string{"gp_practice"}}}}}},
	)
	seen := r.For("family")
	story, err := seen.Replay()
	if err != nil || len(story.Plans) != 1 || !slices.Equal(story.Parts, []string{"plan"}) || len(story.Withheld) != 1 {
		t.Errorf("plans %d, parts %v, withheld %v, %v", len(story.Plans), story.Parts, story.Withheld, err)
	}
	if src := bytesOf(t, seen); strings.Contains(src, "secret") || !strings.Contains(src, "Dance at the wedding") {
		t.Errorf("the family sees %s", src)
	}
	if src := bytesOf(t, r.For(ForPerson)); src != bytesOf(t, r) {
		t.Errorf("the person sees\n%s", cmp.Diff(bytesOf(t, r), src))
	}
	whole, conflicts := merged(t, seen, r)
	if bytesOf(t, whole) != bytesOf(t, r) || len(conflicts) > 0 {
		t.Errorf("a copy and its record make\n%s\n%v", bytesOf(t, whole), conflicts)
	}
}

// The person sees all of an event whose audience she changed, so nothing tells her that something is left out of it, and a copy of her copy
// still keeps it from the others.
func TestAChangeOfAudienceLeavesNothingOutForThePerson(t *testing.T) {
	r := built(t,
		Event{ID: "1", On: date("2026-01-01"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0"}},
		Event{ID: "2", On: date("2026-01-02"), By: ByPerson, In: "1", Body: Mattered{Words: "my secret"}},
		Event{ID: "3", On: date("2026-02-01"), By: ByPerson, Body: SeenBy{Events: []string{"2"}, Audience: Audience{Only: []string{"gp_practice"}}}},
	)
	own := r.For(ForPerson)
	if story, err := own.Replay(); err != nil || len(story.Parts) > 0 || bytesOf(t, own) != bytesOf(t, r) {
		t.Errorf("parts %v, %v\n%s", story.Parts, err, cmp.Diff(bytesOf(t, r), bytesOf(t, own)))
	}
	if strings.Contains(bytesOf(t, own.For("family")), "secret") {
		t.Error("the family reads it in a copy of her copy")
	}
	// A change that she may not see says nothing in her copy, so that the event itself says who may see it.
	r, err := r.AddAll(
		Event{ID: "4", On: date("2026-02-02"), By: ByProfessional, In: "1", Audience: Audience{Withheld: &Withholding{Reason: "harm"}}, Body: Asked{Words: "of another"}},
		Event{ID: "5", On: date("2026-02-03"), By: ByPerson, In: "1", Body: Mattered{Words: "a second secret"}},
		Event{ID: "6", On: date("2026-02-04"), By: ByProfessional, Body: SeenBy{Events: []string{"4", "5"}, Audience: Audience{Only: []string{"gp_practice"}, Withheld: &Withholding{Reason: "harm"}}}},
		Event{ID: "7", On: date("2026-02-05"), By: ByProfessional, Audience: Audience{Only: []string{"gp_practice"}, Withheld: &Withholding{Reason: "harm"}},
			Body: SeenBy{Events: []string{"5"}, Audience: Audience{Only: []string{"hospital"}}}},
	)
	if err != nil {
		t.Fatal(err)
	}
	own = r.For(ForPerson)
	for reader, reads := range map[string]bool{"family": false, "hospital": true, "gp_practice": false} {
		for name, copied := range map[string]Record{"record": r.For(reader), "her copy": own.For(reader)} {
			if got := strings.Contains(bytesOf(t, copied), "second secret"); got != reads {
				t.Errorf("%s reads it in a copy of the %s: %t", reader, name, got)
			}
		}
	}
}

// What was told before the first version is for those with whom the plan is shared in the end, as plan.State.For has it, and earlier versions
// are for nobody with whom it no longer is.
func TestTheLatestVersionDecidesWhoReadsAPlan(t *testing.T) {
	shared := func(with ...string) plan.Version {
		v := planVersion()
		for _, audience := range with {
			v.Shares = append(v.Shares, plan.Share{Audience: audience})
		}
		return v
	}
	r := built(t,
		Event{ID: "talk", On: date("2026-01-01"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0"}},
		Event{ID: "decided", On: date("2026-01-01"), By: ByPerson, In: "talk", Body: Decided{Option: "replace"}},
		Event{ID: "plan", On: date("2026-01-02"), By: ByPerson, Body: plan.Told{Statements: []plan.Statement{{Text: "Penicillin gives me a rash"}}}},
		Event{ID: "first", On: date("2026-01-03"), By: Together, In: "plan", Body: plan.Agreed{Version: shared("family")}},
		Event{ID: "second", On: date("2026-01-04"), By: Together, In: "plan", Body: plan.Agreed{Supersedes: "first", Version: shared("hospital")}},
	)
	for reader, sees := range map[string]bool{"hospital": true, "family": false, ForPerson: true} {
		src := bytesOf(t, r.For(reader))
		for _, words := range []string{"Penicillin", "Dance at the wedding"} {
			if got := strings.Contains(src, words); got != sees {
				t.Errorf("%s reads %q: %t", reader, words, got)
			}
		}
	}
}

// A sharing is cut down to its reader, and one with others alone is withheld and no riddle.
func TestASharingIsAboutItsReader(t *testing.T) {
	version := planVersion()
	version.Shares = []plan.Share{{Audience: "family"}, {Audience: "hospital"}}
	r := built(t,
		Event{ID: "talk", On: date("2026-01-01"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0"}},
		Event{ID: "decided", On: date("2026-01-01"), By: ByPerson, In: "talk", Body: Decided{Option: "replace"}},
		Event{ID: "plan", On: date("2026-01-02"), By: Together, Body: plan.Agreed{Version: version}},
		Event{ID: "both", On: date("2026-01-03"), By: ByProfessional, In: "plan", Body: plan.Shared{With: []string{ForPerson, "hospital", "family"}}},
		Event{ID: "one", On: date("2026-01-04"), By: ByProfessional, In: "plan", Body: plan.Shared{With: []string{"hospital"}}},
	)
	for reader, want := range map[string]struct {
		both     []string
		withheld int
	}{
		"family": {[]string{"family"}, 1}, "hospital": {[]string{"hospital"}, 0}, "gp_practice": {nil, 2}, ForPerson: {[]string{ForPerson, "hospital", "family"}, 0},
	} {
		seen := r.For(reader)
		story, err := seen.Replay()
		if err != nil || len(story.Untold) > 0 {
			t.Errorf("%s: untold %v, %v", reader, story.Untold, err)
		}
		sharings := 0
		for e := range seen.All() {
			switch body := e.Body.(type) {
			case Withheld:
				if body.Was == "plan_shared" {
					sharings++
				}
			case plan.Shared:
				if e.ID == "both" && !slices.Equal(body.With, want.both) {
					t.Errorf("%s sees that it was shared with %v", reader, body.With)
				}
			}
		}
		if sharings != want.withheld {
			t.Errorf("%s: %d sharings are withheld", reader, sharings)
		}
		whole, conflicts := merged(t, seen, r)
		if bytesOf(t, whole) != bytesOf(t, r) || len(conflicts) > 0 {
			t.Errorf("the copy for %s and its record make another one: %v", reader, conflicts)
		}
	}
}

// checkRedaction gives chance audiences to a record, and looks for what is withheld in every copy of it.
func checkRedaction(t testing.TB, seed uint64, events []Event) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 3))
	readers := []string{ForPerson, "family", "gp_practice"}
	opened := map[string]Audience{}
	for i := range events {
		a := Audience{HideKind: rng.IntN(3) == 0}
		if rng.IntN(3) == 0 {
			a.Only = []string{readers[1+rng.IntN(2)]}
		}
		if rng.IntN(8) == 0 {
			a.Withheld = &Withholding{Reason: fmt.Sprintf("reason-%d-", i)}
		}
		if _, change := events[i].Body.(SeenBy); change {
			a = Audience{}
		}
		events[i].Audience, events[i].By.Name = a, fmt.Sprintf("name-%d-", i)
		opened[events[i].ID] = a
		if asked, ok := events[i].Body.(Asked); ok {
			asked.Words = fmt.Sprintf("words-%d-", i)
			events[i].Body = asked
		}
	}
	r, err := NewRecord("p").AddAll(events...)
	if err != nil {
		t.Fatal(err)
	}
	final := r.audiences(struckBy(r))
	for _, reader := range readers {
		seen := r.For(reader)
		src := bytesOf(t, seen)
		read, err := ParseRecord([]byte(src))
		if err != nil || bytesOf(t, read) != src || seen.Len() != r.Len() {
			t.Fatalf("seed %d: the copy for %s does not come back: %v", seed, reader, err)
		}
		if _, err := read.Replay(); err != nil {
			t.Fatalf("seed %d: the copy for %s does not replay: %v", seed, reader, err)
		}
		for i, e := range r.Events() {
			hidden := !final[e.ID].Allows(reader) || e.In != "" && !final[e.In].Allows(reader)
			if !hidden {
				continue
			}
			for _, text := range []string{fmt.Sprintf("words-%d-", i), fmt.Sprintf("name-%d-", i)} {
				if strings.Contains(src, text) {
					t.Fatalf("seed %d: %s reads %s", seed, reader, text)
				}
			}
			got := seen.events[i]
			if stub, withheld := got.Body.(Withheld); (!withheld || stub != Withheld{}) && (final[e.ID].HideKind || e.In != "" && !final[e.In].Allows(reader) && final[e.In].HideKind) {
				t.Fatalf("seed %d: %s sees that event %s was %s", seed, reader, e.ID, e.Body.Kind())
			}
		}
		if reader == ForPerson && strings.Contains(src, "reason-") {
			t.Fatalf("seed %d: the person reads why something is withheld from them: %s", seed, src)
		}
		whole, conflicts := merged(t, seen, r)
		if bytesOf(t, whole) != bytesOf(t, r) || len(conflicts) > 0 {
			t.Fatalf("seed %d: the copy for %s and its record make another one: %v\n%s", seed, reader, conflicts, cmp.Diff(bytesOf(t, r), bytesOf(t, whole)))
		}
	}
}

func TestNothingWithheldIsInACopy(t *testing.T) {
	for seed := range seeds(30) {
		events := continued(t, NewRecord("p"), rand.New(rand.NewPCG(seed, 4)), 40).Events()
		if seed%4 == 0 {
			events = year()
		}
		checkRedaction(t, seed, events)
	}
}

func FuzzFor(f *testing.F) {
	f.Add([]byte(fmt.Sprintf(strange, `{"id":"1","kind":"sang","on":"2026-01-02","by":{"role":"person"},"body":{"song":"x"}}`)))
	f.Add([]byte(`{"format":1,"person":"p","born":"2026-01-01","events":[7,{"id":"1","on":"2020-01-01"},{"id":"1"},{"seq":9}]}`))
	addYear(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		r, _ := ParseRecord(src)
		seen := r.For("family")
		if seen.Len() != r.Len() {
			t.Fatalf("%d events became %d", r.Len(), seen.Len())
		}
		out, err := json.Marshal(seen)
		if err != nil {
			t.Fatal(err)
		}
		read, err := ParseRecord(out)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if _, err := read.Replay(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestWhatCannotBeReadIsWithheld(t *testing.T) {
	r, _ := ParseRecord([]byte(fmt.Sprintf(strange, `{"id":"2","kind":"sang","form":1,"on":"2026-01-02","by":{"role":"person"},"in":"1","body":{"song":"private"}}`)))
	for _, reader := range []string{ForPerson, "family"} {
		if src := bytesOf(t, r.For(reader)); strings.Contains(src, "private") || strings.Contains(src, "sang") {
			t.Errorf("%s reads %s", reader, src)
		}
	}
}
