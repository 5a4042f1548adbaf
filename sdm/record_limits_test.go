package sdm

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// saying is a talk with something said in it.
func saying(words string) []Event {
	return append(slices.Clone(aTalkOpened), at("said", "2026-01-02", "talk", ByPerson, Mattered{Words: words}))
}

func TestAnEventHasASize(t *testing.T) {
	r := built(t, aTalkOpened...)
	for name, tc := range map[string]struct {
		words  string
		stands bool
	}{
		"long":                    {strings.Repeat("x", MaxEventBytes-200), true},
		"too long":                {strings.Repeat("x", MaxEventBytes), false},
		"too long once escaped":   {strings.Repeat("<", MaxEventBytes/4), false},
		"not too long if escaped": {strings.Repeat("<", MaxEventBytes/7), true},
	} {
		after, err := r.Add(saying(tc.words)[1])
		if tc.stands != (err == nil) {
			t.Errorf("%s: error %v", name, err)
		}
		if err == nil {
			retoldAlike(t, after)
			continue
		}
		var wrong *EventFault
		if !errors.Is(err, ErrTooLarge) || !errors.As(err, &wrong) || wrong.Faults[0].Field != "words" || !strings.Contains(err.Error(), " bytes of JSON, and one may take 1048576") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// The bound that Add trusts is never less than what is written, and the record knows its own length.
func TestSizesAreNotUnderestimated(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	events := slices.Concat(year(), mixed(40), saying(strings.Repeat("\x01<\u2028é", 50)), []Event{
		at("a", "2026-01-02", "", ByProfessional.Named("<\x00>"), Scored{Result: result(1e300, "\u2028<"), Answers: map[string]any{"\u2028<": -math.MaxFloat64, "list": []any{true, nil, "<", map[string]any{"&": 1e-300}}}}),
		{ID: "b<", On: date("2026-01-02"), By: ByPerson, In: "<", Audience: Audience{Only: []string{"<<<<", "&"}, HideKind: true, Withheld: &Withholding{Reason: "<", LegalAdvice: "&", Until: date("2026-01-01")}},
			Body: SeenBy{Events: []string{"<"}, Audience: Audience{Only: []string{"<"}}}, Part: true, Noted: date("2026-01-02"), Seq: math.MaxInt},
		inErrorOf("<", "2026-01-02", "<", "&"),
	})
	var l look
	for _, e := range events {
		e = e.stamped(stamp{date("2026-01-01"), rng.Int()})
		l.through(e.Body, day.Day{})
		src, err := e.MarshalJSON()
		if most := e.size() + l.size; err != nil || len(src) > most || len(l.faults) > 0 {
			t.Errorf("%v: %d bytes at most, %d are written (%v, %v)", e.Body.Kind(), most, len(src), err, l.faults)
		}
	}
	r := built(t, year()...)
	r.trunk.weigh()
	all := r.trunk.sizes.exact
	if got := len(bytesOf(t, r)); got > all+len(recordFrame)+len(r.person) || got < all-10 {
		t.Errorf("the record has %d bytes, and its events are weighed as %d", got, all)
	}
	if r.size < all {
		t.Errorf("%d bytes at most, and %d by weight", r.size, all)
	}
}

func TestARecordHasASize(t *testing.T) {
	r := built(t, saying("x")...)
	// As if the events before had left room for one of 200 bytes.
	r.trunk.sizes = sizes{weighed: 2, exact: r.room() - 200}
	short := at("s", "2026-01-02", "talk", ByPerson, Mattered{Words: "y"})
	long := at("l", "2026-01-02", "talk", ByPerson, Mattered{Words: strings.Repeat("y", 200)})
	for range 2 {
		if _, err := r.Add(long); !errors.Is(err, ErrTooLarge) || !strings.Contains(err.Error(), "bytes of JSON, and ParseRecord reads 67108864") {
			t.Fatalf("error %v", err)
		}
	}
	r.trunk.sizes.exact -= 4000
	if _, err := r.AddAll(short, long); err != nil {
		t.Fatal(err)
	}
	if r.trunk.sizes.weighed != 2 {
		t.Error("events were weighed that need not be")
	}
}

// Whatever is accepted can be read again, however much it is.
func TestAFullRecordIsReadAgain(t *testing.T) {
	defer func(was int) { largest = was }(largest)
	largest = 20_000
	for name, words := range map[string]string{"plain": strings.Repeat("x", 300), "escaped": strings.Repeat("<", 50), "short": "x", "mixed": "x<é\u2028\x01"} {
		r := built(t, aTalkOpened...)
		for {
			after, err := r.Add(at("", "2026-01-02", "talk", ByPerson, Mattered{Words: words}))
			if err != nil {
				if !errors.Is(err, ErrTooLarge) {
					t.Fatal(err)
				}
				break
			}
			r = after
		}
		src, err := r.MarshalJSON()
		if err != nil || len(src) > largest || len(src) < largest-600 {
			t.Fatalf("%s: %d bytes, %v", name, len(src), err)
		}
		if again, err := ParseRecord(src); err != nil || bytesOf(t, again) != string(src) {
			t.Errorf("%s: %d of %d events, %v", name, again.Len(), r.Len(), err)
		}
		other, err := built(t, aTalkOpened...).AddAll(at("other", "2026-01-02", "talk", ByPerson, Mattered{Words: strings.Repeat("y", 600)}))
		if err != nil {
			t.Fatal(err)
		}
		if m, _, err := Merge(r, other); !errors.Is(err, ErrTooLarge) || m.Len() > 0 {
			t.Errorf("%s: merged: %v", name, err)
		}
		if m, _, err := Merge(r, r); err != nil || m.Len() != r.Len() {
			t.Errorf("%s: merged with itself: %v", name, err)
		}
	}
	for text, fits := range map[string]bool{"<": false, "x": true} { // which is escaped when it is written
		src := `{"format":1,"person":"p","events":[{"x":"` + strings.Repeat(text, 10_000) + `"}]}`
		r, err := ParseRecord([]byte(src))
		if errors.Is(err, ErrRecord) == fits || errors.Is(err, ErrTooLarge) == fits {
			t.Errorf("what cannot be read: %v", err)
		}
		if _, err := r.MarshalJSON(); errors.Is(err, ErrTooLarge) == fits {
			t.Errorf("what cannot be read again: %v", err)
		}
	}
	if _, err := ParseRecord(make([]byte, largest+1)); !errors.Is(err, ErrRecord) || !errors.Is(err, ErrTooLarge) {
		t.Errorf("more than can be read: %v", err)
	}
}

func TestIDsAndTextsAreKeptAsTheyAre(t *testing.T) {
	r := built(t, aTalkOpened...)
	said := func(change func(*Event)) Event {
		e := saying("x")[1]
		change(&e)
		return e
	}
	body := func(b Body) Event { return at("x", "2026-01-02", "", ByPerson, b) }
	for name, tc := range map[string]struct {
		event Event
		field string
	}{
		"a blank id":       {said(func(e *Event) { e.ID = " " }), "id"},
		"a zero in an id":  {said(func(e *Event) { e.ID = "a\x00b" }), "id"},
		"a line in an id":  {said(func(e *Event) { e.ID = "a\nb" }), "id"},
		"bytes in an id":   {said(func(e *Event) { e.ID = "a\xffb" }), "id"},
		"a long id":        {said(func(e *Event) { e.ID = strings.Repeat("i", MaxIDBytes+1) }), "id"},
		"a thread":         {said(func(e *Event) { e.In = "a\xff" }), "in"},
		"an author":        {said(func(e *Event) { e.By.Name = "\xff" }), "by.name"},
		"a reader":         {said(func(e *Event) { e.Audience.Only = []string{"gp", "\xff"} }), "audience.only[1]"},
		"a reason":         {said(func(e *Event) { e.Audience.Withheld = &Withholding{Reason: "\xff"} }), "audience.withheld.reason"},
		"advice":           {said(func(e *Event) { e.Audience.Withheld = &Withholding{Reason: "x", LegalAdvice: "\xff"} }), "audience.withheld.legal_advice"},
		"words":            {said(func(e *Event) { e.Body = Mattered{Words: "a\xffb"} }), "words"},
		"a list":           {said(func(e *Event) { e.Body = Decided{Option: "x", Reasons: []string{"", "\xff"}} }), "reasons[1]"},
		"a pointer":        {body(plan.Agreed{Version: plan.Version{Needs: []plan.Need{{}, {Goals: []plan.Goal{{Text: "\xff"}}}}}}), "needs[1].goals[0].text"},
		"an answer":        {body(Scored{Result: result(1, "x"), Answers: map[string]any{"q": []any{"x", "\xff"}}}), "answers.q[1]"},
		"a key":            {body(Scored{Result: result(1, "x"), Answers: map[string]any{"\xff": true}}), "answers"},
		"two cases":        {body(Scored{Result: result(1, "x"), Answers: map[string]any{"l": 1.0, "Q": 1.0, "q": 1.0}}), "answers.q"},
		"no number":        {body(Scored{Result: result(1, "x"), Answers: map[string]any{"q": math.Inf(1)}}), "answers.q"},
		"a fact of itself": {body(ChoiceReferred{Referral: choice.Referral{Facts: circle()}}), "referral.facts" + strings.Repeat(".a", 63)},
		"far in the past":  {said(func(e *Event) { e.On = date("1026-01-02") }), "on"},
		"far ahead":        {said(func(e *Event) { e.On = date("2206-01-02") }), "on"},
		"noted far ahead":  {said(func(e *Event) { e.Noted = date("2206-01-02") }), "noted"},
	} {
		_, err := r.Add(tc.event)
		var wrong *EventFault
		if !errors.As(err, &wrong) || wrong.Faults[0].Field != tc.field || !utf8.ValidString(strings.Join(strings.Fields(wrong.Faults.Error()), "")) {
			t.Errorf("%s: error %v is not of the field %s", name, err, tc.field)
		}
	}
	for _, id := range []string{"~", "x5 with space/../é", strings.Repeat("i", MaxIDBytes), strings.Repeat("i", MaxIDBytes) + "~0123456789ab~00000001", "\u202e"} {
		after, err := r.Add(said(func(e *Event) { e.ID = id }))
		if err != nil {
			t.Errorf("%q: %v", id, err)
			continue
		}
		retoldAlike(t, after)
	}
}

// circle is a table that holds itself.
func circle() map[string]any {
	m := map[string]any{}
	m["a"] = m
	return m
}

// What Add accepts comes back from JSON as it was.
func FuzzAddThenRead(f *testing.F) {
	f.Add("id", "words", "name", "reader", int16(0))
	f.Add("a\xffb", "a\x00b", "\u2028", "\ufffd", int16(9999))
	f.Add(" ", "<script>", "\xed\xa0\x80", "~", int16(-9999))
	f.Add("0", "0", "", "N", int16(-38)) // an answer to N, beside the one to n
	f.Fuzz(func(t *testing.T, id, words, name, reader string, days int16) {
		on := date("2026-01-01").Add(12 * int(days))
		r, err := built(t, aTalkOpened...).AddAll(
			Event{ID: id, On: on, By: ByPerson.Named(name), In: "talk", Audience: Audience{Only: []string{reader}}, Body: Mattered{Words: words}},
			Event{On: on, By: ByPerson.Named(words), Body: Scored{Result: result(3, words), Answers: map[string]any{reader: words, "n": 1.5, "l": []any{name}}}},
			Event{On: on, By: ByPerson, Body: Represented{Name: name, Role: Deputy, For: []string{words}, Since: on}},
		)
		if err != nil && !errors.Is(err, ErrEvent) {
			t.Fatal(err)
		}
		src, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		read, err := ParseRecord(src)
		if diff := cmp.Diff(r.Events(), read.Events(), cmpopts.EquateEmpty()); err != nil || diff != "" {
			t.Fatal(err, diff)
		}
	})
}

// Every day of every body, wherever it stands, is held against the day of birth.
func TestNoDayOfABodyIsBeforeBirth(t *testing.T) {
	early, born := date("1940-01-01"), date("1950-01-01")
	kinds, days := map[reflect.Type]bool{}, 0
	var l look
	for _, e := range slices.Concat(year(), conditions(), []Event{at("", "2026-01-01", "", ByPerson, SeenBy{})}) {
		of := reflect.TypeOf(e.Body)
		if kinds[of] {
			continue
		}
		kinds[of] = true
		eachDay(reflect.New(of).Elem(), "", func(root reflect.Value) Body { return root.Interface().(Body) }, early, func(field string, b Body) {
			days++
			if l.through(b, born); len(l.faults) != 1 || l.faults[0].Field != field || !errors.Is(l.faults, ErrOrder) {
				t.Errorf("%s: %s is %s: %v", b.Kind(), field, early, l.faults)
			}
			if l.through(b, day.Day{}); len(l.faults) > 0 {
				t.Errorf("%s: %v", b.Kind(), l.faults)
			}
		})
	}
	if days < 60 {
		t.Errorf("only %d days were found", days)
	}
	r, err := built(t).BornOn(born)
	if err != nil {
		t.Fatal(err)
	}
	for field, e := range map[string]Event{
		"since":           at("x", "2026-01-01", "", ByPerson, Represented{Name: "Jan", Role: Deputy, For: []string{"x"}, Since: early}),
		"start":           at("x", "2026-01-01", "", ByPerson, community.Connected{Service: "x", Start: early}),
		"next":            at("x", "2026-01-01", "", ByPerson, budget.Reviewed{Why: budget.ReviewPlanned, Found: "x", Next: early}),
		"assessment.on":   {ID: "x", On: date("2026-01-01"), By: ByPerson, Body: assessedOn(early)},
		"message_back[0]": {ID: "x", On: date("2026-01-01"), By: ByPerson, Body: community.Closed{Reason: community.Completed, MessageBack: []community.Back{{To: community.ToGP, Says: "x", On: early}}}},
	} {
		if _, err := r.Add(e); !errors.Is(err, ErrOrder) || !strings.Contains(err.Error(), field) || !strings.Contains(err.Error(), "1940-01-01, before the person was born on 1950-01-01") {
			t.Errorf("%s: error %v", field, err)
		}
	}
}

func assessedOn(on day.Day) ActivationAssessed {
	for _, e := range year() {
		if a, is := e.Body.(ActivationAssessed); is {
			a.For = nil
			a.Assessment.On = on.String()
			return a
		}
	}
	return ActivationAssessed{}
}

// eachDay puts a day into each field of a value for one, one after the other, and gives the whole value each time.
func eachDay(root reflect.Value, _ string, whole func(reflect.Value) Body, on day.Day, visit func(field string, b Body)) {
	var in func(v reflect.Value, field string)
	in = func(v reflect.Value, field string) {
		switch {
		case v.Type() == reflect.TypeFor[day.Day]():
			v.Set(reflect.ValueOf(on))
			visit(field, whole(root))
			v.SetZero()
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				if !f.IsExported() {
					continue
				}
				name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				next := strings.TrimPrefix(field+"."+name, ".")
				if name == "" {
					next = field
				}
				in(v.Field(i), next)
			}
		case v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Uint8:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			in(v.Index(1), field+"[1]")
			v.SetZero()
		case v.Kind() == reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			in(v.Elem(), field)
			v.SetZero()
		}
	}
	in(root, "")
}

func TestNobodyMakesUpWhatCannotBeReadOrIsWithheld(t *testing.T) {
	r := built(t, aTalkOpened...)
	raw := `{"id":"k","kind":"sang","form":1,"on":"2026-04-01","by":{"role":"person"},"in":"talk","body":{"song":"<x>"}}`
	later, err := ParseEvent([]byte(raw))
	if !errors.Is(err, ErrUnknownKind) {
		t.Fatal(err)
	}
	after, err := r.Add(later)
	if err != nil {
		t.Fatalf("what a later version wrote cannot be kept: %v", err)
	}
	read, err := ParseRecord([]byte(bytesOf(t, after)))
	if !errors.Is(err, ErrUnknownKind) || bytesOf(t, read) != bytesOf(t, after) || read.Last().ID != "k" || read.Last().On != later.On {
		t.Errorf("it comes back as %+v, %v", read.Last(), err)
	}
	unread := func(change func(*Event), raw string) Event {
		e := later
		e.Body = Unread{Word: "sang", Raw: json.RawMessage(raw)}
		change(&e)
		return e
	}
	same := func(*Event) {}
	for name, tc := range map[string]struct {
		event Event
		says  string
	}{
		"nothing":         {Event{ID: "k", Body: Unread{}}, "body: it is no JSON"},
		"no event":        {unread(same, `{"x":1}`), "id: its JSON"},
		"no JSON":         {unread(func(e *Event) { *e = Event{Body: Unread{Raw: json.RawMessage("{")}} }, ""), "body: it is no JSON"},
		"another id":      {unread(func(e *Event) { e.ID = "o" }, raw), "id: its JSON"},
		"another day":     {unread(func(e *Event) { e.On = date("2026-04-02") }, raw), "on: its JSON"},
		"another author":  {unread(func(e *Event) { e.By = ByCarer }, raw), "by: its JSON"},
		"another thread":  {unread(func(e *Event) { e.In = "" }, raw), "in: its JSON"},
		"another kind":    {unread(func(e *Event) { e.Body = Unread{Word: "danced", Raw: json.RawMessage(raw)} }, raw), "kind: its JSON"},
		"another reader":  {unread(func(e *Event) { e.Audience.HideKind = true }, raw), "audience: its JSON"},
		"of somebody":     {unread(func(e *Event) { e.Person = "o" }, strings.Replace(raw, `"id"`, `"person":"o","id"`, 1)), "person: it is about"},
		"too large":       {unread(same, strings.Replace(raw, "<x>", strings.Repeat("x", MaxEventBytes), 1)), "body: it takes"},
		"can be read":     {unread(same, strings.Replace(raw, `"sang","form":1`, `"asked","form":1`, 1)), "song: there is no such key"},
		"withheld by all": {Event{ID: "k", On: later.On, By: ByPerson, Body: Withheld{Was: "decided"}}, "body: that an event is withheld is said by Record.For alone"},
	} {
		if name == "can be read" {
			tc.event = unread(same, strings.Replace(strings.Replace(raw, "sang", "asked", 1), "song", "words", 1))
			tc.says = "body: this version can read it"
		}
		if got, err := r.Add(tc.event); !errors.Is(err, ErrEvent) || !strings.Contains(err.Error(), tc.says) || got.Len() != 1 {
			t.Errorf("%s: error %v does not say %q", name, err, tc.says)
		}
	}
	// A copy of a copy, event by event.
	full := built(t, saying("a secret")...)
	events := full.Events()
	events[1].Audience.Only = []string{"gp_practice"}
	seen := built(t, events...).For("family")
	again, err := NewRecord("person-7").AddAll(seen.Events()...)
	if err != nil || bytesOf(t, again) != bytesOf(t, seen) {
		t.Errorf("%v\n%s", err, cmp.Diff(bytesOf(t, seen), bytesOf(t, again)))
	}
	for _, b := range []Body{(*Decided)(nil), &Decided{Option: "x"}} {
		if _, err := r.Add(at("x", "2026-01-02", "talk", ByPerson, b)); !errors.Is(err, ErrEvent) || !strings.Contains(err.Error(), "body: it is a *sdm.Decided") {
			t.Errorf("error %v", err)
		}
	}
}

func TestWhatAnEventDoesNotSay(t *testing.T) {
	for name, tc := range map[string]struct {
		src  string
		is   error
		says []string
	}{
		"no author":    {`{"id":"1","kind":"mattered","form":1,"on":"2026-01-01","body":{"words":"x"}}`, ErrEvent, []string{"event 1 (mattered)", `by: it does not say who said or did it; say who, as in {"role": "person"}`}},
		"no form":      {`{"id":"1","kind":"mattered","on":"2026-01-01","by":{"role":"person"},"body":{"words":"x"}}`, ErrEvent, []string{"form: it does not say in which form it is written; write the form of what stands in body, which is 1"}},
		"no form yet":  {`{"id":"1","kind":"mattered","form":-1,"on":"2026-01-01","by":{"role":"person"},"body":{"words":"x"}}`, ErrEvent, []string{"form: it is written in form -1 of mattered, and there was none"}},
		"null":         {` null `, ErrEvent, []string{"an event without an id: ", "there is null where an event belongs"}},
		"no id":        {`{"kind":"mattered","form":1,"on":"2026-01-01","by":{"role":"person"},"body":{"wrods":"x"}}`, ErrEvent, []string{"an event without an id (mattered): "}},
		"no kind":      {`{"id":"1","form":1,"on":"2026-01-01","by":{"role":"person"},"body":{}}`, ErrEvent, []string{"kind: it does not say of which kind it is"}},
		"body null":    {`{"id":"1","kind":"deferred","form":1,"on":"2026-01-01","by":{"role":"person"},"body":null}`, ErrEvent, []string{"body: nothing happened in it"}},
		"nothing":      {`{"id":"1","kind":"deferred"}`, ErrEvent, []string{"\n  on: it has no date", "\n  by: ", "\n  form: ", "\n  body: "}},
		"all at once":  {`{"id":"1","kind":"mattered","on":"2026-02-30","body":{"wrods":"x"}}`, ErrEvent, []string{"\n  on: ", "\n  by: ", "\n  form: ", "\n  wrods: "}},
		"a later form": {`{"id":"1","kind":"mattered","form":2,"on":"2026-01-01","by":{"role":"person"},"body":{"mood":"x"}}`, ErrLaterForm, []string{"form: it is written in form 2 of mattered; read it with a version that knows it; this one knows form 1"}},
		"a later kind": {`{"id":"1","kind":"sang","form":1,"on":"2026-01-01","body":{"mood":"x"}}`, ErrUnknownKind, []string{`kind: this version does not know events of the kind "sang"`}},
	} {
		e, err := ParseEvent([]byte(tc.src))
		if _, unread := e.Body.(Unread); !unread || !errors.Is(err, tc.is) || !errors.Is(err, ErrEvent) {
			t.Errorf("%s: %+v, %v", name, e, err)
			continue
		}
		for _, says := range tc.says {
			if !strings.Contains(err.Error(), says) {
				t.Errorf("%s: error %v does not say %q", name, err, says)
			}
		}
	}
	if _, err := built(t).Add(Event{On: date("2026-01-01"), Body: InterpreterNeed{}}); err == nil || !strings.Contains(err.Error(), "by.role: it does not say who said or did it; name one of person, carer") {
		t.Errorf("error %v", err)
	}
}

// One event that cannot be read, whatever day it says, does not shut the record.
func TestAnUnreadDayPoisonsNothing(t *testing.T) {
	r, err := ParseRecord([]byte(`{"format":1,"person":"p","events":[{"id":"1","kind":"sang","form":1,"on":"9999-12-31","noted":"9999-12-31","seq":7,"by":{"role":"person"},"body":{}}]}`))
	if !errors.Is(err, ErrUnknownKind) {
		t.Fatal(err)
	}
	r, err = r.Add(Event{On: date("2026-01-01"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0"}})
	if err != nil || r.Last().Noted != date("2026-01-01") {
		t.Errorf("%v, noted %s", err, r.Last().Noted)
	}
	read, _ := ParseRecord([]byte(bytesOf(t, r)))
	if diff := cmp.Diff(r.Events(), read.Events()); diff != "" {
		t.Error(diff)
	}
	if seen := r.For("family"); seen.Len() != 2 {
		t.Errorf("%d events are seen", seen.Len())
	}
}

// Looking through a body costs no memory, and little time beside the rest of Add.
func TestLookingCostsNothing(t *testing.T) {
	if raceOn {
		t.Skip("the race detector allocates")
	}
	var l look
	events := mixed(20)
	if n := testing.AllocsPerRun(100, func() {
		for i := range events {
			l.through(events[i].Body, date("1950-01-01"))
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkLook(b *testing.B) {
	events := years(b, 1000).Events()
	var l look
	b.ReportAllocs()
	for b.Loop() {
		for i := range events {
			l.through(events[i].Body, day.Day{})
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/event")
}
