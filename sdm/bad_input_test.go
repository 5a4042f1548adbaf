package sdm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// badEvents are events that cannot stand behind the year without its last weeks, each with the field that is at fault, what is said of it and
// the cause that a program may ask for.
var badEvents = map[string]struct {
	event       Event
	field, says string
	cause       error
}{
	"before its thread was opened":  {at("x", "2026-01-02", "talk", ByPerson, Decided{Option: "replace"}), "on", "before", ErrOrder},
	"before the last of its thread": {at("x", "2026-01-20", "talk", ByPerson, Decided{Option: "replace"}), "on", "before event decided", ErrOrder},
	"noted before the last":         {Event{ID: "x", On: date("2026-01-24"), Noted: date("2026-01-24"), Seq: 1, By: ByPerson, In: "talk", Body: Decided{Option: "replace"}}, "seq", "not after event", ErrOrder},
	"the same once more":            {year()[9], "id", "the very same event", ErrRepeated},
	"another with its id":           {at("decided", "2026-05-01", "talk", ByPerson, Decided{Option: "carry_on"}), "id", "another event, of the kind decided", ErrIDTaken},
	"of another person":             {Event{ID: "x", Person: "person-8", On: date("2026-05-01"), By: ByPerson, In: "talk", Body: Decided{Option: "replace"}}, "person", "person-8", ErrPerson},
	"before birth":                  {at("x", "1949-12-31", "", ByPerson, Consent{To: ToSharing, With: "family", Answer: Given}), "on", "before the person was born on 1950-01-01", ErrOrder},
	"a statement before birth":      {at("x", "2026-05-01", "plan", ByPerson, plan.Told{Statements: []plan.Statement{{Text: "I live alone", Said: plan.Said{On: date("1949-12-31")}}}}), "statements[0].on", "before the person was born", nil},
	"a thread of another kind":      {at("x", "2026-05-01", "plan", ByPerson, Decided{Option: "replace"}), "in", "the event plan is plan_offered", nil},
	"no thread":                     {at("x", "2026-05-01", "tlak", ByPerson, Decided{Option: "replace"}), "in", "did you mean talk?", nil},
	"an author without a role":      {at("x", "2026-05-01", "talk", Author{Role: "profesional"}, Decided{Option: "replace"}), "by.role", "did you mean professional?", nil},
	"no day":                        {Event{ID: "x", By: ByPerson, In: "talk", Body: Decided{Option: "replace"}}, "on", "it has no date", nil},
	"a goal that no one owns": {at("x", "2026-05-01", "plan", Together, plan.Agreed{Supersedes: "p4", Version: changed(planVersion(), func(v *plan.Version) { v.Needs[0].Goals[0].Owner = plan.Someone{} })}),
		"needs[0].goals[0].owner", "nobody owns this goal", nil},
	"a goal for no decision": {at("x", "2026-05-01", "plan", Together, plan.Agreed{Supersedes: "p4", Version: changed(planVersion(), func(v *plan.Version) { v.Needs[0].Goals[0].Decision = "decide" })}),
		"needs[0].goals[0].decision", "did you mean decided?", nil},
	"closed without a message back": {at("x", "2026-05-01", "walks", Author{Role: "link_worker"}, community.Closed{Reason: community.Completed}), "message_back", "no message went back", nil},
	"referred without consent": {at("x", "2026-05-01", "", ByProfessional, community.Referred{By: community.Referrer{Kind: community.GPPractice, Service: "Mill Lane"}, To: "Fennbridge link workers",
		Needs: []community.Need{{ID: "company", Words: "I miss people"}}}), "consent", "unknown is not yes", nil},
	"negative money": {at("x", "2026-05-01", "money", ByProfessional, budget.Entry{What: budget.Spend, Line: "pool_card", Amount: pence(-1)}), "amount", "below nothing", budget.ErrNegative},
	"a second currency": {at("x", "2026-05-01", "money", ByProfessional, budget.Entry{What: budget.Spend, Line: "pool_card", Amount: budget.Money{Minor: 100, Currency: "EUR"}}),
		"amount", "GBP", budget.ErrCurrencies},
	"more than is there": {at("x", "2026-05-01", "money", ByProfessional, budget.Entry{What: budget.Return, Line: "pool_card", Amount: pence(26_001)}), "amount", "£260.00", nil},
	"overflowing money":  {agreedAnew(func(a *budget.Agreed) { a.Lines[0].Rate = pence(1 << 53) }), "lines[0].rate", "", budget.ErrOverflow},
	"percentages that do not add up": {agreedAnew(func(a *budget.Agreed) {
		a.Shares = []budget.Share{{Mode: budget.Direct, Amount: pence(26_000), Percent: budget.Whole(50)}, {Mode: budget.Notional, Amount: pence(26_000), Percent: budget.Whole(49)}}
	}), "shares", "add up to 99 and not to 100", nil},
	"a line for no need": {agreedAnew(func(a *budget.Agreed) { a.Lines[0].Needs = []string{"hips"} }), "lines[0].needs[0]", "did you mean hip?", nil},
}

// agreedAnew is the budget of the year once more, changed.
func agreedAnew(change func(*budget.Agreed)) Event {
	for _, e := range year() {
		if a, ok := e.Body.(budget.Agreed); ok {
			a.Supersedes = e.ID
			e.ID, e.On, e.Body = "x", date("2026-05-01"), changed(a, change)
			return e
		}
	}
	panic("the year has no budget")
}

func changed[T any](what T, change func(*T)) T {
	change(&what)
	return what
}

// spring is the year up to the first of May, of somebody born in 1950.
func spring(t testing.TB) Record {
	t.Helper()
	born, err := NewRecord("person-7").BornOn(date("1950-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range year() {
		if !e.On.After(date("2026-05-01")) {
			if born, err = born.Add(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	return born
}

// Each bad event is told with its id, its kind and the field, and leaves the rest of the record as it was: handed in by a program, and read
// from JSON between the good ones.
func TestBadEventsAreToldWithTheirFieldAndLeaveTheRest(t *testing.T) {
	good := spring(t)
	before, _ := good.Replay()
	for name, tc := range badEvents {
		t.Run(name, func(t *testing.T) {
			after, err := good.Add(tc.event)
			told(t, err, tc.event, tc.field, tc.says, tc.cause)
			if after.Len() != good.Len() {
				t.Errorf("the record has %d events, and had %d", after.Len(), good.Len())
			}
			if same, _ := after.Replay(); !same.Equal(before) {
				t.Error("the story is another one")
			}

			read, err := ParseRecord(withEvent(t, good, tc.event))
			told(t, err, tc.event, tc.field, tc.says, tc.cause)
			intact(t, good, read)
		})
	}
}

// What a version writes that is later than this one is kept, and everything else is told as ever.
func TestEventsOfALaterVersionAreKept(t *testing.T) {
	good := spring(t)
	for field, src := range map[string]string{
		"kind": `{"id":"x","kind":"dreamed","form":1,"on":"2026-05-01","by":{"role":"person"},"body":{}}`,
		"form": `{"id":"x","kind":"decided","form":2,"on":"2026-05-01","by":{"role":"person"},"in":"talk","body":{"option":"replace"}}`,
		"body": `{"id":"x","kind":"decided","form":1,"on":"2026-05-01","by":{"role":"person"},"in":"talk"}`,
		"mood": `{"id":"x","kind":"decided","form":1,"on":"2026-05-01","by":{"role":"person"},"in":"talk","body":{"option":"replace","mood":"good"}}`,
		"on":   `{"id":"x","kind":"decided","form":1,"on":"1 May 2026","by":{"role":"person"},"in":"talk","body":{"option":"replace"}}`,
	} {
		whole := strings.Replace(bytesOf(t, good), `"events":[`, `"events":[`+src+`,`, 1)
		read, err := ParseRecord([]byte(whole))
		var wrong *EventFault
		if !errors.As(err, &wrong) || wrong.Event != "x" || wrong.Number != 1 || len(wrong.Faults) != 1 || wrong.Faults[0].Field != field {
			t.Errorf("%s: error %v, %+v", field, err, wrong)
		}
		intact(t, good, read)
		if bytesOf(t, read) != whole {
			t.Errorf("%s: the event is not written out as it was", field)
		}
	}
}

// told holds an error to one fault of one field of an event.
func told(t *testing.T, err error, e Event, field, says string, cause error) {
	t.Helper()
	var wrong *EventFault
	if !errors.As(err, &wrong) || !errors.Is(err, ErrEvent) {
		t.Fatalf("error %v names no event", err)
	}
	fields := map[string]string{}
	for _, f := range wrong.Faults {
		fields[strings.TrimSuffix(f.Field, ".minor")] = f.Error() // JSON is told more exactly
		if f.Says == "" || f.Mend == "" {
			t.Errorf("%+v does not say what is wrong and how to mend it", f)
		}
	}
	if said, there := fields[field]; wrong.Event != e.ID || wrong.Kind != e.Body.Kind() || !there || !strings.Contains(said, says) {
		t.Errorf("event %s (%s): %v; it should say %q of the field %q of event %s", wrong.Event, wrong.Kind, fields, says, field, e.ID)
	}
	if cause != nil && !errors.Is(err, cause) {
		t.Errorf("error %v is not %v", err, cause)
	}
}

// withEvent is the JSON of a record with one event more.
func withEvent(t *testing.T, r Record, e Event) []byte {
	t.Helper()
	last, err := json.Marshal(e)
	if err != nil { // only the amount that is too large cannot be written at all
		last, err = json.Marshal(agreedAnew(func(*budget.Agreed) {}))
		last = bytes.Replace(last, []byte(`"rate":{"minor":1000,`), []byte(`"rate":{"minor":9007199254740992,`), 1)
	}
	if err != nil {
		t.Fatal(err)
	}
	src := bytesOf(t, r)
	return []byte(fmt.Sprintf("%s,%s]}", strings.TrimSuffix(src, "]}"), last))
}

// intact holds a record that was read to the events of another.
func intact(t *testing.T, good, read Record) {
	t.Helper()
	var events []Event
	for e := range read.All() {
		if _, unread := e.Body.(Unread); !unread {
			e.Seq, e.Noted = 0, day.Day{}
			events = append(events, e)
		}
	}
	want := good.Events()
	for i := range want {
		want[i].Seq, want[i].Noted = 0, day.Day{}
	}
	if diff := cmp.Diff(want, events, values); diff != "" {
		t.Errorf("the rest is not intact: %s", diff)
	}
	if read.Len() != good.Len()+1 {
		t.Errorf("%d events were read, of %d", read.Len(), good.Len()+1)
	}
}
