package sdm

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

func date(text string) day.Day {
	t, err := day.Parse(text)
	if err != nil {
		panic(err)
	}
	return t
}

func weight(v float64) *float64 { return &v }

// sample is a record with every kind of event, written out by hand.
func sample(t *testing.T) Record {
	t.Helper()
	r := NewRecord("person-7")
	for _, e := range []Event{
		{On: date("2026-11-02"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0", Decision: "Operation or not?"}},
		{On: date("2026-11-02"), By: ByPerson, In: "1", Body: Mattered{Value: "pain", Weight: weight(60)}},
		{On: date("2026-11-02"), By: ByPerson, In: "1", Body: Mattered{Words: "Dancing with my granddaughter"}},
		{On: date("2026-11-02"), By: Together, In: "1", Body: WentThrough{Option: "carry_on"}},
		{On: date("2026-11-02"), By: Together, In: "1", Body: WentThrough{Option: "carry_on"}},
		{On: date("2026-11-02"), By: ByPerson, In: "1", Body: Asked{Question: "risks", Option: "replace", Answer: "Told the numbers"}},
		{On: date("2026-11-02"), By: ByPerson, In: "1", Body: Deferred{Until: "after the holidays"}},
		{On: date("2026-11-20"), By: ByPerson, In: "1", Body: Mattered{Value: "pain", Weight: weight(80)}},
		{On: date("2026-11-20"), By: ByPerson.Named("Ann"), In: "1", Body: Decided{Option: "replace", Reasons: []string{"I want to dance"}}},
	} {
		var err error
		if r, err = r.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func TestReplayTellsTheStory(t *testing.T) {
	story, err := sample(t).Replay()
	if err != nil || len(story.Talks) != 1 {
		t.Fatalf("story %+v, error %v", story, err)
	}
	want := Talk{
		ID: "1", On: date("2026-11-02"),
		Opened: Opened{Aid: "hip", Version: "1.0.0", Decision: "Operation or not?"},
		Matters: []Said[Mattered]{
			{What: Mattered{Words: "Dancing with my granddaughter"}, By: ByPerson, On: date("2026-11-02"), Event: "3"},
			{What: Mattered{Value: "pain", Weight: weight(80)}, By: ByPerson, On: date("2026-11-20"), Event: "8"},
		},
		WentThrough: []string{"carry_on"},
		Asked: []Said[Asked]{{
			What: Asked{Question: "risks", Option: "replace", Answer: "Told the numbers"},
			By:   ByPerson, On: date("2026-11-02"), Event: "6",
		}},
		Decision: &Said[Decided]{
			What: Decided{Option: "replace", Reasons: []string{"I want to dance"}},
			By:   ByPerson.Named("Ann"), On: date("2026-11-20"), Event: "9",
		},
	}
	if diff := cmp.Diff(want, story.Talks[0]); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestRecordRoundTripsThroughJSON(t *testing.T) {
	record := sample(t)
	first, err := json.Marshal(record)
	if err != nil {
		t.Fatal(err)
	}
	read, err := ParseRecord(first)
	if err != nil {
		t.Fatal(err)
	}
	second, err := json.Marshal(read)
	if err != nil || string(first) != string(second) {
		t.Errorf("the record changed on its way (%v):\n%s\n%s", err, first, second)
	}
	before, _ := record.Replay()
	after, _ := read.Replay()
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("the story changed on its way:\n%s", diff)
	}
}

func TestAddRefusesWhatCannotStand(t *testing.T) {
	day := date("2026-11-20")
	record := sample(t)
	for name, tc := range map[string]struct {
		event Event
		says  string
	}{
		"no body":              {Event{On: day, By: ByPerson, In: "1"}, "no body"},
		"no date":              {Event{By: ByPerson, In: "1", Body: Deferred{}}, "no date"},
		"taken id":             {Event{ID: "3", On: day, By: ByPerson, In: "1", Body: Deferred{}}, "already taken"},
		"unknown role":         {Event{On: day, By: Author{Role: "robot"}, In: "1", Body: Deferred{}}, "by.role: "},
		"no conversation":      {Event{On: day, By: ByPerson, Body: Deferred{}}, "no conversation"},
		"other conversation":   {Event{On: day, By: ByPerson, In: "77", Body: Deferred{}}, "not opened"},
		"before conversation":  {Event{On: date("2026-10-01"), By: ByPerson, In: "1", Body: Deferred{}}, "before event 9 of its thread"},
		"before its opening":   {Event{On: date("2026-10-01"), By: ByPerson, In: "1", Body: Deferred{}}, "on: it is dated"},
		"same event twice":     {record.Events()[8], "by the very same event"},
		"another person":       {Event{Person: "person-8", On: day, By: ByPerson, In: "1", Body: Deferred{}}, `person: it is about "person-8"`},
		"number too low":       {Event{Seq: 9, On: day, By: ByPerson, In: "1", Body: Deferred{}}, "seq: it was noted"},
		"noted before":         {Event{Noted: date("2026-11-19"), On: day, By: ByPerson, In: "1", Body: Deferred{}}, "noted: it was noted"},
		"withheld for nothing": {Event{On: day, By: ByPerson, In: "1", Audience: Audience{Withheld: &Withholding{}}, Body: Deferred{}}, "without a reason"},
		"shown to nobody":      {Event{On: day, By: ByPerson, In: "1", Audience: Audience{Only: []string{" "}}, Body: Deferred{}}, "names nobody"},
		"opened inside":        {Event{On: day, By: ByPerson, In: "1", Body: Opened{Aid: "hip", Version: "1.0.0"}}, "cannot belong"},
		"nameless aid":         {Event{On: day, By: ByPerson, Body: Opened{}}, "aid: it is empty"},
		"weight over 100":      {Event{On: day, By: ByPerson, In: "1", Body: Mattered{Value: "pain", Weight: weight(101)}}, "0 to 100"},
		"weight of nothing":    {Event{On: day, By: ByPerson, In: "1", Body: Mattered{Words: "x", Weight: weight(1)}}, "no value of the aid to weigh"},
		"nothing mattered":     {Event{On: day, By: ByPerson, In: "1", Body: Mattered{}}, "neither"},
		"no option":            {Event{On: day, By: ByPerson, In: "1", Body: Decided{}}, "names no option"},
		"no option gone over":  {Event{On: day, By: ByPerson, In: "1", Body: WentThrough{}}, "names no option"},
		"empty question":       {Event{On: day, By: ByPerson, In: "1", Body: Asked{}}, "neither"},
	} {
		t.Run(name, func(t *testing.T) {
			after, err := record.Add(tc.event)
			if !errors.Is(err, ErrEvent) || !strings.Contains(err.Error(), tc.says) {
				t.Errorf("error %v; it should wrap ErrEvent and say %q", err, tc.says)
			}
			if after.Len() != record.Len() {
				t.Error("the event stands in the record all the same")
			}
		})
	}
}

func TestAddLeavesTheOlderRecordAlone(t *testing.T) {
	base := sample(t)
	one, err := base.Add(Event{On: date("2026-11-21"), By: ByPerson, In: "1", Body: Deferred{Until: "one"}})
	if err != nil {
		t.Fatal(err)
	}
	two, err := base.Add(Event{On: date("2026-11-21"), By: ByPerson, In: "1", Body: Deferred{Until: "two"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := one.Events()[one.Len()-1].Body.(Deferred).Until; got != "one" || base.Len() != 9 || two.Len() != 10 {
		t.Errorf("records share their events: %q, %d, %d", got, base.Len(), two.Len())
	}
}

const strange = `{"format":1,"person":"p","events":[` +
	`{"id":"1","kind":"opened","form":1,"on":"2026-01-01","by":{"role":"together"},"body":{"aid":"hip","version":"1.0.0"}},` +
	`%s,` +
	`{"id":"9","kind":"decided","form":1,"on":"2026-01-03","by":{"role":"person"},"in":"1","body":{"option":"replace"}}]}`

func TestWhatThisVersionDoesNotKnowIsKept(t *testing.T) {
	for name, tc := range map[string]struct{ event, says string }{
		"unknown kind":  {`{"id":"2","kind":"sang","form":1,"on":"2026-01-02","by":{"role":"person"},"in":"1","body":{"song":"x","n":1.50}}`, "does not know"},
		"future form":   {`{"id":"2","kind":"decided","form":2,"on":"2026-01-02","by":{"role":"person"},"in":"1","body":{"option":"replace"}}`, "form 2"},
		"unknown field": {`{"id":"2","kind":"decided","form":1,"on":"2026-01-02","by":{"role":"person"},"in":"1","body":{"option":"replace","mood":"good"}}`, "mood"},
		"bad body":      {`{"id":"2","kind":"mattered","form":1,"on":"2026-01-02","by":{"role":"person"},"in":"1","body":{"value":"pain","weight":200}}`, "0 to 100"},
		"bad date":      {`{"id":"2","kind":"deferred","form":1,"on":"yesterday","by":{"role":"person"},"in":"1","body":{}}`, "yesterday"},
		"new envelope":  {`{"id":"2","kind":"deferred","form":1,"on":"2026-01-02","by":{"role":"person"},"in":"1","body":{},"seal":"x"}`, "seal"},
		"other talk":    {`{"id":"2","kind":"deferred","form":1,"on":"2026-01-02","by":{"role":"person"},"in":"5","body":{}}`, "not opened"},
	} {
		t.Run(name, func(t *testing.T) {
			src := fmt.Sprintf(strange, tc.event)
			record, err := ParseRecord([]byte(src))
			if !errors.Is(err, ErrEvent) || errors.Is(err, ErrRecord) || !strings.Contains(err.Error(), tc.says) || !strings.Contains(err.Error(), "event 2") {
				t.Errorf("error %v; it should wrap ErrEvent alone, name event 2 and say %q", err, tc.says)
			}
			back, err := json.Marshal(record)
			if err != nil || string(back) != src {
				t.Errorf("something was lost (%v):\n%s\n%s", err, src, back)
			}
			story, err := record.Replay()
			if err != nil || len(story.Unread) != 1 || story.Unread[0] != "2" || story.Talks[0].Decision == nil {
				t.Errorf("the rest of the record is not intact: %+v, %v", story, err)
			}
		})
	}
}

// TestWhatIsKeptIsNotTheCallersBuffer holds that a caller may use the bytes again from which a record or an event was read.
func TestWhatIsKeptIsNotTheCallersBuffer(t *testing.T) {
	const event = `{"id":"new","kind":"foreseen","form":1,"on":"2026-01-05","by":{"role":"person"},"body":{}}`
	const refused = `{"id":"told","kind":"decided","form":1,"on":"2026-01-05","by":{"role":"person"},"in":"nowhere","body":{"option":"wait"}}`
	src := []byte(`{"format":1,"person":"p","events":[` + event + `,` + refused + `]}`)
	r, err := ParseRecord(src)
	if err == nil {
		t.Fatal("the events have no fault")
	}
	before := bytesOf(t, r)
	clear(src)
	if after := bytesOf(t, r); after != before {
		t.Errorf("%s, and it was %s", after, before)
	}
	src = []byte(event)
	e, err := ParseEvent(src)
	if !errors.Is(err, ErrUnknownKind) {
		t.Fatal(err)
	}
	clear(src)
	if kept := e.Body.(Unread); string(kept.Raw) != event {
		t.Errorf("%q", kept.Raw)
	}
}

func TestARecordThatBreaksOffKeepsWhatCameBefore(t *testing.T) {
	src, err := json.Marshal(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	whole := sample(t).Events()
	for cut := range len(src) {
		record, err := ParseRecord(src[:cut])
		if !errors.Is(err, ErrRecord) {
			t.Fatalf("cut at %d: error %v does not wrap ErrRecord", cut, err)
		}
		same := func(a, b Event) bool { return reflect.DeepEqual(a, b) }
		if !slices.EqualFunc(whole[:record.Len()], record.events, same) {
			t.Fatalf("cut at %d: the events before the break changed:\n%s", cut, cmp.Diff(whole[:record.Len()], record.Events(), cmpopts.EquateEmpty()))
		}
	}
	if record, _ := ParseRecord(src[:len(src)-2]); record.Len() != len(whole) {
		t.Errorf("%d events are kept of a record that lacks its last bracket", record.Len())
	}
}

func TestWhatIsNoRecord(t *testing.T) {
	for _, src := range []string{"", "[]", "7", `{"format":2,"person":"","events":[]}`, `{"events":[]}`, `{"format":1,"mood":1}`, `{"format":1,"events":[]} x`} {
		if _, err := ParseRecord([]byte(src)); !errors.Is(err, ErrRecord) {
			t.Errorf("%q: error %v does not wrap ErrRecord", src, err)
		}
	}
}

// addYear gives a fuzz target of records events of every kind: a record of each thread of the year with what it rests on, and the whole.
func addYear(f *testing.F) {
	f.Helper()
	for _, n := range []int{10, 17, 21, 24, 29, len(year())} {
		f.Add([]byte(bytesOf(f, record(f, year()[:n]...))))
	}
}

func FuzzParseRecord(f *testing.F) {
	f.Add([]byte(fmt.Sprintf(strange, `{"id":"2","kind":"sang","form":1,"on":"2026-01-02","by":{"role":"person"},"body":{}}`)))
	f.Add([]byte(`{"format":1,"person":"p","events":[{"id":"1"}]}`))
	addYear(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		record, err := ParseRecord(src)
		if _, wrong := record.Replay(); wrong != nil {
			t.Fatalf("a parsed record does not replay: %v", wrong)
		}
		if err != nil {
			return
		}
		out, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseRecord(out)
		if err != nil {
			t.Fatalf("what was written is not read: %v\n%s", err, out)
		}
		if diff := cmp.Diff(record.Events(), again.Events(), cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}
