package sdm

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// inErrorOf says on a day that events were entered in error.
func inErrorOf(id, on string, events ...string) Event {
	return at(id, on, "", ByProfessional, InError{Events: events, Because: "wrong person"})
}

// retoldAlike holds that a record comes back from JSON, that its story is the same however it is told, and gives it.
func retoldAlike(t *testing.T, r Record) Story {
	t.Helper()
	s, err := r.Replay()
	if err != nil {
		t.Fatal(err)
	}
	read, err := ParseRecord([]byte(bytesOf(t, r)))
	if err != nil || bytesOf(t, read) != bytesOf(t, r) {
		t.Fatalf("the record changed on its way: %v\n%s", err, cmp.Diff(bytesOf(t, r), bytesOf(t, read)))
	}
	if again, err := read.Replay(); err != nil || !again.Equal(s) {
		t.Fatalf("the story changed on its way: %v", err)
	}
	if kept := r.grown(); !kept.teller.story.Equal(s) {
		t.Error("the story that Add goes on from is another one")
		kept.mu.Unlock()
	} else {
		kept.mu.Unlock()
	}
	if mine := r.For(ForPerson); bytesOf(t, mine) != bytesOf(t, r) {
		t.Errorf("the person sees\n%s", cmp.Diff(bytesOf(t, r), bytesOf(t, mine)))
	}
	return s
}

func untoldIn(s Story) (ids []string) {
	for _, u := range s.Untold {
		ids = append(ids, u.Event)
	}
	return ids
}

// A mistyped year holds up its thread no longer than until somebody says so.
func TestAMistypedYearIsTakenBack(t *testing.T) {
	r := built(t,
		at("talk", "2026-01-01", "", Together, Opened{Aid: "hip", Version: "1.0.0"}),
		at("d1", "2026-01-02", "talk", ByPerson, Decided{Option: "replace"}),
		at("typo", "2126-03-01", "talk", ByPerson, Decided{Option: "carry_on"}),
	)
	next := at("next", "2026-03-02", "talk", ByPerson, Mattered{Words: "dancing"})
	if _, err := r.Add(next); !errors.Is(err, ErrOrder) {
		t.Fatalf("error %v", err)
	}
	r, err := r.AddAll(inErrorOf("oops", "2026-03-02", "typo"), next)
	if err != nil {
		t.Fatal(err)
	}
	s := retoldAlike(t, r)
	talk, _ := s.Talk("talk")
	if talk.Decision == nil || talk.Decision.Event != "d1" || len(talk.Matters) != 1 || len(s.Untold) > 0 || len(s.Unread) > 0 {
		t.Errorf("talk %+v, untold %v", talk, s.Untold)
	}
	by, ok := s.EnteredInError("typo")
	if !ok || by.Event != "oops" || by.What.Because != "wrong person" || len(s.InError) != 1 {
		t.Errorf("said by %+v", by)
	}
	if _, ok := s.EnteredInError("d1"); ok {
		t.Error("what stands was entered in error")
	}
	if r.Len() != 5 || r.Events()[2].Body.(Decided).Option != "carry_on" {
		t.Error("the event is no longer in the record")
	}
	if _, err := s.Chain(ref(RefDecision, "typo")); err == nil {
		t.Error("a chain begins at what was entered in error")
	}
}

// What rests on an event that was entered in error stays, and is told to be there.
func TestWhatRestsOnAnErrorIsListed(t *testing.T) {
	r := record(t, until("k5")...)
	r, err := r.Add(inErrorOf("oops", "2026-03-20", "decided"))
	if err != nil {
		t.Fatal(err)
	}
	s := retoldAlike(t, r)
	for _, id := range []string{"before", "p4", "refer", "walks"} {
		i := slices.IndexFunc(s.Untold, func(u Untold) bool { return u.Event == id })
		if i < 0 || !strings.Contains(s.Untold[i].Why, `"decided" was entered in error, as event "oops" says`) {
			t.Errorf("%s is not listed with its reason: %v", id, s.Untold)
		}
	}
	if len(s.Choices) != 0 || len(s.Support) != 0 || s.Talks[0].Deferred == nil {
		t.Errorf("the story is %+v", s.Talks)
	}
	_, err = r.Add(at("more", "2026-03-21", "", ByProfessional, ChoiceReferred{Decision: "decided"}))
	if !errors.Is(err, ErrEvent) || !strings.Contains(err.Error(), `"decided" was entered in error, as event "oops" says; name what is right instead`) {
		t.Errorf("error %v", err)
	}
	// What was said in error to be an error stands again, with all that rests on it.
	if r, err = r.Add(inErrorOf("oops2", "2026-03-22", "oops")); err != nil {
		t.Fatal(err)
	}
	s = retoldAlike(t, r)
	if len(s.Untold) > 0 || len(s.Choices) != 1 || len(s.InError) != 1 || s.InError[0].Event != "oops2" {
		t.Errorf("untold %v, in error %v", untoldIn(s), s.InError)
	}
}

func TestWhatCannotBeEnteredInError(t *testing.T) {
	r := built(t, aTalkOpened...)
	for name, tc := range map[string]struct {
		event Event
		says  string
	}{
		"nothing":         {at("x", "2026-02-01", "", ByPerson, InError{Because: "x"}), "events: it does not name"},
		"no reason":       {at("x", "2026-02-01", "", ByPerson, InError{Events: []string{"talk"}, Because: " "}), "because: it is empty"},
		"twice":           {inErrorOf("x", "2026-02-01", "talk", "talk"), "events[1]: "},
		"no such event":   {inErrorOf("x", "2026-02-01", "talk", "77"), `events[1]: the record has no earlier event "77"`},
		"itself":          {inErrorOf("x", "2026-02-01", "x"), `events[0]: the record has no earlier event "x"`},
		"in a thread":     {at("x", "2026-02-01", "talk", ByPerson, InError{Events: []string{"talk"}, Because: "x"}), "in: it belongs to no conversation"},
		"by nobody":       {at("x", "2026-02-01", "", Author{}, InError{Events: []string{"talk"}, Because: "x"}), "by.role: it does not say who"},
		"a thread of its": {at("x", "2026-02-01", "nowhere", ByPerson, InError{Events: []string{"talk"}, Because: "x"}), "in: it belongs to no conversation"},
	} {
		if after, err := r.Add(tc.event); !errors.Is(err, ErrEvent) || !strings.Contains(err.Error(), tc.says) || after.Len() != 1 {
			t.Errorf("%s: error %v does not say %q", name, err, tc.says)
		}
	}
}

// A day of birth does not go with what happened before it, unless that was entered in error.
func TestWhatWasEnteredInErrorMayLieBeforeBirth(t *testing.T) {
	r := built(t, at("typo", "1926-01-01", "", ByPerson, InterpreterNeed{Needed: true, Language: "Polish"}),
		at("since", "2026-01-01", "", ByPerson, Represented{Name: "Jan", Role: Deputy, For: []string{"property"}, Since: date("1949-01-01")}))
	if _, err := r.BornOn(date("1950-01-01")); !errors.Is(err, ErrOrder) || strings.Contains(err.Error(), "cannot stand") || !strings.Contains(err.Error(), "event typo (interpreter_need): on: ") {
		t.Errorf("error %v", err)
	}
	r, err := r.Add(inErrorOf("oops", "2026-01-02", "typo"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.BornOn(date("1950-01-01")); !errors.Is(err, ErrOrder) || !strings.Contains(err.Error(), "event since (representative): since: it is 1949-01-01") {
		t.Errorf("error %v", err)
	}
	if r, err = r.Add(inErrorOf("oops2", "2026-01-02", "since")); err != nil {
		t.Fatal(err)
	}
	if r, err = r.BornOn(date("1950-01-01")); err != nil {
		t.Fatal(err)
	}
	retoldAlike(t, r)
}

// A story says of each reader's copy no more than that of the record: what was entered in error is never taken for true.
func TestNoReaderTakesAnErrorForTrue(t *testing.T) {
	secret := Audience{Only: []string{"gp_practice"}}
	of := func(hidden, error Audience) Record {
		e := inErrorOf("oops", "2026-01-05", "asked", "wrong")
		e.Audience = error
		asked := at("asked", "2026-01-02", "talk", ByPerson, Asked{Words: "of the other thing"})
		asked.Audience = hidden
		return built(t, aTalkOpened[0], asked, at("wrong", "2026-01-03", "talk", ByPerson, Decided{Option: "replace"}), e)
	}
	for name, tc := range map[string]struct {
		record  Record
		reader  string
		because string // what the reader sees; empty where it is withheld
		decided bool   // whether the reader sees the event that was entered in error
	}{
		"all is seen":               {of(Audience{}, Audience{}), "family", "wrong person", true},
		"the person":                {of(secret, secret), ForPerson, "wrong person", true},
		"a hidden event":            {of(secret, Audience{}), "family", "withheld from this copy", true},
		"a hidden error":            {of(Audience{}, secret), "family", "withheld from this copy", true},
		"an error of a hidden kind": {of(Audience{}, Audience{Only: []string{"gp_practice"}, HideKind: true}), "family", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			seen := tc.record.For(tc.reader)
			events := seen.Events()
			if i, shown := events[3].Body.(InError); shown != (tc.because != "") || i.Because != tc.because {
				t.Errorf("the reader sees %+v", events[3])
			}
			if _, shown := events[2].Body.(Decided); shown != tc.decided {
				t.Errorf("the reader sees %+v", events[2])
			}
			s, err := seen.Replay()
			if err != nil || len(s.Talks) != 1 || s.Talks[0].Decision != nil {
				t.Errorf("the reader takes it for true: %+v, %v", s.Talks, err)
			}
			if tc.reader != ForPerson && strings.Contains(bytesOf(t, of(secret, secret).For(tc.reader)), "wrong person") {
				t.Error("the reason is told")
			}
			whole, conflicts := merged(t, seen, tc.record)
			if bytesOf(t, whole) != bytesOf(t, tc.record) || len(conflicts) > 0 {
				t.Errorf("a copy and its record make\n%s\n%v", bytesOf(t, whole), conflicts)
			}
		})
	}
}

// The law of the readers of plans holds for the version that stands, not for one that was entered in error.
func TestASharingThatWasEnteredInErrorSharesNothing(t *testing.T) {
	shared := planVersion()
	shared.Shares = []plan.Share{{Audience: "family"}}
	r := record(t, until("before")...)
	r, err := r.AddAll(
		at("plan", "2026-02-10", "", Together, plan.Agreed{Version: planVersion()}),
		at("wrong", "2026-02-11", "plan", Together, plan.Agreed{Supersedes: "plan", Version: shared}))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(bytesOf(t, r.For("family")), "Dance at the wedding") {
		t.Fatal("the family does not see the plan that is shared with them")
	}
	if r, err = r.Add(inErrorOf("oops", "2026-02-12", "wrong")); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(bytesOf(t, r.For("family")), "Dance at the wedding") {
		t.Error("the family sees the plan because of a version that was entered in error")
	}
	if s := retoldAlike(t, r); len(s.Plans) != 1 || len(s.Plans[0].Events) != 1 {
		t.Errorf("plans %+v", s.Plans)
	}
}

func TestMergeWithWhatWasEnteredInError(t *testing.T) {
	decided := func(id, on string) Event { return at(id, on, "talk", ByPerson, Decided{Option: id}) }
	base := append(slices.Clone(aTalkOpened), decided("typo", "2026-01-02"))
	// The other record goes on from what the one says was entered in error.
	r, conflicts := together(t, base, []Event{inErrorOf("oops", "2026-01-03", "typo")},
		[]Event{at("score", "2026-01-04", "", ByPerson, Scored{Result: result(1, "x"), For: []Ref{ref(RefDecision, "typo")}}), decided("right", "2026-01-05")})
	s := retoldAlike(t, r)
	if s.Talks[0].Decision.Event != "right" || !slices.Equal(untoldIn(s), []string{"score"}) {
		t.Errorf("decided %+v, untold %v", s.Talks[0].Decision, s.Untold)
	}
	if len(conflicts) != 1 || conflicts[0].Kind != Misfit || conflicts[0].About != "score" || !strings.Contains(conflicts[0].Why, "entered in error") {
		t.Errorf("conflicts %+v", conflicts)
	}
	if again, conflicts := merged(t, r, r); len(conflicts) > 0 || bytesOf(t, again) != bytesOf(t, r) {
		t.Errorf("merged with itself: %v", conflicts)
	}
	// What was entered in error disagrees with nobody.
	if _, conflicts := together(t, aTalkOpened, []Event{decided("typo", "2026-01-02"), inErrorOf("oops", "2026-01-03", "typo")}, []Event{decided("right", "2026-01-05")}); len(conflicts) > 0 {
		t.Errorf("conflicts %+v", conflicts)
	}
	// An event of the same id in the other record is another one, and was not entered in error.
	r, _ = together(t, aTalkOpened, []Event{decided("2", "2026-01-02"), inErrorOf("oops", "2026-01-03", "2")}, []Event{at("2", "2026-01-02", "talk", ByPerson, Decided{Option: "other"})})
	s = retoldAlike(t, r)
	if d := s.Talks[0].Decision; d == nil || d.What.Option != "other" {
		t.Errorf("decided %+v of %s", d, bytesOf(t, r))
	}
}

// An event of this kind that cannot be read may say anything of the others, so that nothing is a fault for what it could explain.
func TestAnErrorThatCannotStandErrsNothing(t *testing.T) {
	src := fmt.Sprintf(strange, `{"id":"2","kind":"in_error","form":1,"on":"2026-01-02","by":{"role":"robot"},"body":{"events":["1"],"because":"x"}}`)
	r, err := ParseRecord([]byte(src))
	if !errors.Is(err, ErrEvent) || errors.Is(err, ErrRecord) {
		t.Fatalf("error %v", err)
	}
	s, err := r.Replay()
	if err != nil || len(s.Talks) != 1 || s.Talks[0].Decision == nil || !slices.Equal(s.Unread, []string{"2"}) || bytesOf(t, r) != src {
		t.Errorf("%v, story %+v", err, s)
	}
	src = fmt.Sprintf(strange, `{"id":"2","kind":"in_error","form":2,"on":"2026-01-02","by":{"role":"person"},"body":{"events":["1"],"because":"x"}}`)
	if r, err = ParseRecord([]byte(src)); !errors.Is(err, ErrLaterForm) || r.Len() != 3 {
		t.Errorf("error %v", err)
	}
}

// TestFaultsCostTheSameHoweverLongTheRecord holds that a record in which much does not fit takes memory in proportion to its length.
func TestFaultsCostTheSameHoweverLongTheRecord(t *testing.T) {
	bytes := func(n int) float64 {
		var events []Event
		for i := range n {
			talk := fmt.Sprint("talk", i)
			events = append(events, at(talk, "2026-03-01", "", Together, Opened{Aid: "hip", Version: "1.0.0"}),
				at(fmt.Sprint("wrong", i), "2026-03-01", "tlka", Together, Deferred{}))
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r, err := NewRecord("p").AddAll(events...)
		runtime.ReadMemStats(&after)
		if r.Len() != n || !errors.Is(err, ErrEvent) {
			t.Fatal(r.Len(), err)
		}
		if _, err := r.Add(at("last", "2026-03-01", "tlka", Together, Deferred{})); n > diag.MostSearched && !strings.Contains(fmt.Sprint(err), fmt.Sprintf("look it up among the %d events that there are", n)) {
			t.Error(err)
		}
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	if few, many := bytes(2*diag.MostSearched), bytes(8*diag.MostSearched); many > 6*few {
		t.Errorf("%v bytes, and %v for four times as many events", few, many)
	}
}

func BenchmarkReplayWithErrors(b *testing.B) {
	r := years(b, 1000)
	for i, e := range r.Events() {
		if i%100 == 50 {
			var err error
			if r, err = r.Add(inErrorOf("", "2027-01-01", e.ID)); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Replay(); err != nil {
			b.Fatal(err)
		}
	}
}

// Many corrections that are handed in together cost no more than their number, and come to the same as one by one.
func TestManyErrorsAreToldAnewOnce(t *testing.T) {
	corrected := func(n int) []Event {
		events := []Event{aTalkOpened[0]}
		for i := range n {
			events = append(events, at(fmt.Sprint("m", i), "2026-01-02", "talk", ByPerson, Mattered{Words: "x"}))
		}
		for i := range n {
			events = append(events, inErrorOf(fmt.Sprint("e", i), "2026-01-03", fmt.Sprint("m", i)))
		}
		return append(events, inErrorOf("back", "2026-01-04", "e0"), at("d", "2026-01-05", "talk", ByPerson, Decided{Option: "replace"}))
	}
	taken := func(n int) uint64 {
		events := corrected(n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := NewRecord("p").AddAll(events...); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if small, large := taken(100), taken(400); large > 8*small {
		t.Errorf("100 corrections take %d bytes and 400 take %d", small, large)
	}
	together, err := NewRecord("p").AddAll(corrected(10)...)
	if err != nil {
		t.Fatal(err)
	}
	one := NewRecord("p")
	for _, e := range corrected(10) {
		if one, err = one.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	told, again := retoldAlike(t, together), retoldAlike(t, one)
	if !told.Equal(again) || bytesOf(t, together) != bytesOf(t, one) || len(told.Talks[0].Matters) != 1 {
		t.Errorf("together they come to %+v, one by one to %+v", told, again)
	}
}
