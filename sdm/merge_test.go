package sdm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func bytesOf(t testing.TB, r Record) string {
	t.Helper()
	src, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func merged(t testing.TB, a, b Record) (Record, []Conflict) {
	t.Helper()
	r, conflicts, err := Merge(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Replay(); err != nil {
		t.Fatalf("the merged record does not replay: %v", err)
	}
	again, err := ParseRecord([]byte(bytesOf(t, r)))
	if errors.Is(err, ErrRecord) || bytesOf(t, again) != bytesOf(t, r) {
		t.Fatalf("the merged record does not come back: %v\n%s\n%s", err, bytesOf(t, r), bytesOf(t, again))
	}
	return r, conflicts
}

// partOf makes a record of some of the events of another, as a service would get them: orphans are kept as Unread.
func partOf(t testing.TB, r Record, wanted func(i int) bool) Record {
	t.Helper()
	var events []json.RawMessage
	for i, e := range r.Events() {
		if wanted(i) {
			src, err := e.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			events = append(events, src)
		}
	}
	src, err := json.Marshal(map[string]any{"format": RecordFormat, "person": r.Person(), "born": r.Born(), "events": events})
	if err != nil {
		t.Fatal(err)
	}
	if len(events) == 0 {
		src = bytes.Replace(src, []byte(`"events":null`), []byte(`"events":[]`), 1)
	}
	p, err := ParseRecord(src)
	if errors.Is(err, ErrRecord) {
		t.Fatal(err)
	}
	return p
}

// continued adds events that chance picks to a record. Their ids are the next numbers, so that two continuations collide.
func continued(t testing.TB, r Record, rng *rand.Rand, n int) Record {
	t.Helper()
	story, err := r.Replay()
	if err != nil {
		t.Fatal(err)
	}
	var talks []string
	for _, talk := range story.Talks {
		talks = append(talks, talk.ID)
	}
	on := date("2026-01-01")
	for _, e := range r.Events() {
		if e.On.After(on) {
			on = e.On
		}
	}
	for range n {
		on = on.Add(rng.IntN(3))
		e := Event{On: on, By: ByPerson}
		if len(talks) > 0 {
			e.In = talks[rng.IntN(len(talks))]
		}
		word := fmt.Sprint("w", rng.IntN(4))
		switch pick := rng.IntN(10); {
		case pick == 0 || len(talks) == 0:
			e.In, e.Body = "", Opened{Aid: word, Version: "1.0.0"}
		case pick == 1:
			e.Body = Decided{Option: word}
		case pick == 2:
			e.Body = Deferred{Until: word}
		case pick == 3:
			e.Body = Consent{To: ToSharing, With: word, Answer: consentAnswers[rng.IntN(3)]}
		case pick == 4:
			e.In, e.Body = "", InformationNeed{Need: word, Sort: NeedFormat}
		case pick == 5:
			e.In, e.Body = "", SeenBy{Events: []string{talks[rng.IntN(len(talks))]}, Audience: Audience{Only: []string{word}}}
		case pick == 6: // noted late, under an earlier day, in no thread
			e.In, e.On, e.Body = "", date("2025-06-01").Add(rng.IntN(100)), InterpreterNeed{Needed: true, Language: word}
		case pick == 7:
			e.In, e.Body = "", InError{Events: []string{r.events[rng.IntN(r.Len())].ID}, Because: word}
		default:
			e.Body = Asked{Words: word}
		}
		after, err := r.Add(e)
		if err != nil {
			t.Fatal(err)
		}
		r = after
		if _, opened := e.Body.(Opened); opened {
			talks = append(talks, r.events[r.Len()-1].ID)
		}
		if _, is := e.Body.(InError); is { // other talks stand now
			talks = nil
			for _, talk := range r.trunk.teller.story.Talks {
				talks = append(talks, talk.ID)
			}
		}
	}
	return r
}

func TestAnySplitMergesToTheSameRecord(t *testing.T) {
	for seed := range seeds(50) {
		rng := rand.New(rand.NewPCG(seed, 1))
		whole := continued(t, NewRecord("p"), rng, 40)
		if seed%3 == 0 {
			whole = built(t, year()...)
		}
		in := make([]int, whole.Len())
		for i := range in {
			in[i] = 1 + rng.IntN(3) // 1: the one, 2: the other, 3: both
		}
		a := partOf(t, whole, func(i int) bool { return in[i]&1 != 0 })
		b := partOf(t, whole, func(i int) bool { return in[i]&2 != 0 })
		got, conflicts := merged(t, a, b)
		want := bytesOf(t, whole)
		if bytesOf(t, got) != want {
			t.Fatalf("seed %d:\n%s", seed, cmp.Diff(want, bytesOf(t, got)))
		}
		for _, c := range conflicts {
			switch untold := whole.untold(); {
			case c.Kind == Disagreement: // two parts of one record may well answer differently, each without the other
			case c.Kind == Misfit && untold[c.About]: // what rests on an error that the other part tells of
			default:
				t.Errorf("seed %d: conflict %+v", seed, c)
			}
		}
		one, _ := whole.Replay()
		other, _ := got.Replay()
		if !one.Equal(other) {
			t.Errorf("seed %d: the story is another one", seed)
		}
	}
}

// Any number of parts come together in any order.
func TestManyPartsMergeToTheSameRecord(t *testing.T) {
	for seed := range seeds(25) {
		rng := rand.New(rand.NewPCG(seed, 3))
		whole := continued(t, NewRecord("p"), rng, 30)
		if seed%3 == 0 {
			whole = built(t, year()...)
		}
		parts := make([]Record, 3+rng.IntN(3))
		of := make([]int, whole.Len()) // every event is in one part at least, and may be in others
		for i := range of {
			of[i] = 1<<rng.IntN(len(parts)) | rng.IntN(1<<len(parts))&rng.IntN(1<<len(parts))
		}
		for k := range parts {
			parts[k] = partOf(t, whole, func(i int) bool { return of[i]&(1<<k) != 0 })
		}
		for len(parts) > 1 {
			i, k := 0, 1+rng.IntN(len(parts)-1)
			if rng.IntN(2) == 0 {
				i, k = k, i
			}
			got, _ := merged(t, parts[i], parts[k])
			parts[i] = got
			parts = slices.Delete(parts, k, k+1)
		}
		if got, want := bytesOf(t, parts[0]), bytesOf(t, whole); got != want {
			t.Fatalf("seed %d:\n%s", seed, cmp.Diff(want, got))
		}
		one, _ := whole.Replay()
		if other, _ := parts[0].Replay(); !one.Equal(other) {
			t.Errorf("seed %d: the story is another one", seed)
		}
	}
}

// checkLaws holds three records that went on from one base against the laws of merging.
func checkLaws(t testing.TB, seed uint64, shared, own int) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 2))
	base := continued(t, NewRecord("p"), rng, shared)
	a, b, c := continued(t, base, rng, own), continued(t, base, rng, own), continued(t, base, rng, own)
	ab, conflicts := merged(t, a, b)
	ba, mirrored := merged(t, b, a)
	if bytesOf(t, ab) != bytesOf(t, ba) {
		t.Fatalf("seed %d: merging is not commutative:\n%s", seed, cmp.Diff(bytesOf(t, ab), bytesOf(t, ba)))
	}
	if diff := cmp.Diff(conflicts, mirrored); diff != "" {
		t.Fatalf("seed %d: the conflicts are not commutative:\n%s", seed, diff)
	}
	bc, _ := merged(t, b, c)
	left, _ := merged(t, ab, c)
	right, _ := merged(t, a, bc)
	if bytesOf(t, left) != bytesOf(t, right) {
		t.Fatalf("seed %d: merging is not associative:\n%s", seed, cmp.Diff(bytesOf(t, left), bytesOf(t, right)))
	}
	for _, r := range []Record{a, ab, left} {
		if again, conflicts := merged(t, r, r); bytesOf(t, again) != bytesOf(t, r) || len(conflicts) > 0 {
			t.Fatalf("seed %d: merging with itself changes a record (%v):\n%s", seed, conflicts, cmp.Diff(bytesOf(t, r), bytesOf(t, again)))
		}
	}
	for _, part := range []Record{a, b} {
		if again, _ := merged(t, ab, part); bytesOf(t, again) != bytesOf(t, ab) {
			t.Fatalf("seed %d: merging once more changes a record", seed)
		}
	}
	for _, e := range slicesOf(a, b) { // nothing is lost
		body, _ := json.Marshal(e.Body)
		if e.Body.Kind() != (SeenBy{}).Kind() && e.Body.Kind() != (InError{}).Kind() && !strings.Contains(bytesOf(t, ab), string(body)) {
			t.Fatalf("seed %d: event %s is lost", seed, e.ID)
		}
	}
}

func slicesOf(records ...Record) (all []Event) {
	for _, r := range records {
		all = append(all, r.Events()...)
	}
	return all
}

// seeds is how many records chance makes in a test. A plain run tries all of them.
func seeds(n uint64) uint64 {
	if testing.Short() || raceOn {
		return n / 5
	}
	return n
}

func TestMergeLaws(t *testing.T) {
	for seed := range seeds(50) {
		checkLaws(t, seed, int(seed%7), int(seed%11))
	}
}

func FuzzMergeLaws(f *testing.F) {
	f.Add(uint64(1), uint8(5), uint8(9))
	f.Add(uint64(7), uint8(0), uint8(3))
	f.Fuzz(func(t *testing.T, seed uint64, shared, own uint8) { checkLaws(t, seed, int(shared%12), int(own%12)) })
}

func FuzzMerge(f *testing.F) {
	f.Add([]byte(fmt.Sprintf(strange, `{"id":"2","kind":"sang","form":1,"on":"2026-01-02","by":{"role":"person"},"body":{}}`)), []byte(`{"format":1,"person":"p","events":[{"id":"1"},{"id":"1"},7]}`))
	f.Add([]byte(`{"format":1,"person":"p","events":[{"id":"1","kind":"seen_by","form":1,"on":"2026-01-02","by":{"role":"person"},"body":{"events":["2"]}}]}`),
		[]byte(`{"format":1,"person":"p","events":[{"id":"2","kind":"seen_by","form":1,"on":"2026-01-02","by":{"role":"person"},"body":{"events":["1"]}}]}`))
	events := year()
	whole := record(f, events...)
	f.Add([]byte(bytesOf(f, whole)), []byte(bytesOf(f, record(f, events[:24]...))))
	f.Add([]byte(bytesOf(f, whole.For("family"))), []byte(bytesOf(f, partOf(f, whole, func(i int) bool { return i%3 != 1 }))))
	f.Fuzz(func(t *testing.T, one, other []byte) {
		a, _ := ParseRecord(one)
		b, _ := ParseRecord(other)
		r, _, err := Merge(a, b)
		if err != nil {
			if !errors.Is(err, ErrPerson) {
				t.Fatal(err)
			}
			return
		}
		if _, err := r.Replay(); err != nil {
			t.Fatalf("the merged record does not replay: %v", err)
		}
		if r.Len() < max(distinct(a), distinct(b)) {
			t.Fatalf("%d events became of %d and %d", r.Len(), a.Len(), b.Len())
		}
		mirrored, _, _ := Merge(b, a)
		if bytesOf(t, r) != bytesOf(t, mirrored) {
			t.Fatalf("not commutative:\n%s\n%s", bytesOf(t, r), bytesOf(t, mirrored))
		}
	})
}

// Events that could not be read say the same where only their members' order, a repeated member, white space or bytes that are no text differ.
// Which of them is kept must not depend on the order of the records.
func TestMergeKeepsOneOfTheUnreadThatSayTheSame(t *testing.T) {
	same := []string{
		`{"id":"1","sang":1}`, `{"sang":1,"id":"1"}`, `{ "id": "1", "sang": 1 }`, `{"id":"1","sang":2,"sang":1}`,
		"{\"id\":\"1\",\"sang\xff\":1}", "{\"id\":\"1\",\"sang\xfe\":1}", `{"id":"1","sang":1,"seq":1}`, `{"id":"1","sang":1,"noted":"2026-01-02"}`,
	}
	for _, one := range same {
		for _, other := range same {
			a, _ := ParseRecord([]byte(`{"format":1,"person":"p","events":[` + one + `]}`))
			b, _ := ParseRecord([]byte(`{"format":1,"person":"p","events":[` + other + `]}`))
			ab, _ := merged(t, a, b)
			ba, _ := merged(t, b, a)
			if bytesOf(t, ab) != bytesOf(t, ba) {
				t.Errorf("%q and %q become %q one way round, and %q the other", one, other, bytesOf(t, ab), bytesOf(t, ba))
			}
		}
	}
}

func distinct(r Record) int {
	seen := map[string]bool{}
	for _, e := range r.Events() {
		seen[e.ID+e.Body.Kind()] = true
	}
	return len(seen)
}
