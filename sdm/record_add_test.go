package sdm

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// mixed makes events of several threads and of none, as a person's record has them.
func mixed(n int) []Event {
	var events []Event
	for i := range n {
		on := date("2020-01-01").Add(i / 10)
		id := strconv.Itoa(i + 1)
		talk := strconv.Itoa(i/20*20 + 1)
		e := Event{ID: id, On: on, By: ByPerson, In: talk}
		switch i % 20 {
		case 0:
			e.In, e.By, e.Body = "", Together, Opened{Aid: "hip", Version: "1.0.0"}
		case 1:
			e.Body = Mattered{Value: "pain", Weight: weight(float64(i % 100))}
		case 2:
			e.Body = Consent{To: ToSharing, With: "gp_practice", Answer: Given}
		case 3:
			e.Body = CapacityAssessed{Found: Has}
		case 4:
			e.In, e.Body = "", InformationNeed{Need: "large_print", Sort: NeedFormat}
		case 5:
			e.Body = WentThrough{Option: "carry_on"}
		case 19:
			e.Body = Decided{Option: "replace", Reasons: []string{"I want to dance"}}
		default:
			e.Body = Asked{Question: "risks", Option: "replace", Answer: "Told"}
		}
		events = append(events, e)
	}
	return events
}

func built(t testing.TB, events ...Event) Record {
	t.Helper()
	r, err := NewRecord("person-7").AddAll(events...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAddAllIsAddOneByOne(t *testing.T) {
	events := mixed(100)
	one := NewRecord("person-7")
	for _, e := range events {
		var err error
		if one, err = one.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	all := built(t, events...)
	if diff := cmp.Diff(one.Events(), all.Events()); diff != "" {
		t.Error(diff)
	}
	a, _ := one.Replay()
	b, _ := all.Replay()
	if !a.Equal(b) {
		t.Error("the stories differ")
	}
}

func TestAddAllLeavesOutWhatCannotStand(t *testing.T) {
	events := mixed(20)
	events[7].By = Author{Role: "robot"}
	events[9].On = date("2019-01-01")
	r, err := NewRecord("person-7").AddAll(events...)
	if r.Len() != 18 {
		t.Errorf("%d events stand", r.Len())
	}
	for _, says := range []string{"event 8 (asked): ", "by.role: ", "event 10 (asked): ", "on: it is dated 2019-01-01"} {
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("error %v does not say %q", err, says)
		}
	}
	var wrong *EventFault
	if !errors.As(err, &wrong) || wrong.Event != "8" || len(wrong.Faults) != 1 || wrong.Faults[0].Field != "by.role" {
		t.Errorf("fault %+v", wrong)
	}
}

func TestNothingHappensBeforeBirth(t *testing.T) {
	r, err := NewRecord("person-7").BornOn(date("1958-02-28"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Add(Event{On: date("1958-02-27"), By: ByPerson, Body: Opened{Aid: "hip", Version: "1.0.0"}})
	if !errors.Is(err, ErrOrder) || !strings.Contains(err.Error(), "on: it is dated 1958-02-27, before the person was born") {
		t.Errorf("error %v", err)
	}
	r, err = r.Add(Event{On: date("1958-02-28"), By: ByPerson, Body: Opened{Aid: "hip", Version: "1.0.0"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = r.BornOn(date("1990-01-01")); !errors.Is(err, ErrOrder) {
		t.Errorf("a birth after the first event: %v", err)
	}
	src := `{"events":[{"id":"1","kind":"opened","form":1,"on":"2026-01-01","by":{"role":"together"},"body":{"aid":"hip","version":"1.0.0"}}],"person":"p","format":1,"born":"2026-01-02"}`
	read, err := ParseRecord([]byte(src))
	if !errors.Is(err, ErrOrder) || errors.Is(err, ErrRecord) || read.Born() != date("2026-01-02") || read.Len() != 1 {
		t.Errorf("read %v, %v", read, err)
	}
}

// The plan knows the day of birth too, for the days that its parts have.
func TestNothingInAPlanIsBeforeBirth(t *testing.T) {
	r, err := NewRecord("person-7").BornOn(date("1958-02-28"))
	if err != nil {
		t.Fatal(err)
	}
	early := plan.Told{Statements: []plan.Statement{{Text: "I live alone", Said: plan.Said{On: date("1950-01-01")}}}}
	if _, err := r.Add(at("1", "2026-01-01", "", ByPerson, early)); !errors.Is(err, ErrEvent) || !strings.Contains(err.Error(), "statements[0].on") {
		t.Errorf("error %v", err)
	}
}

func TestTheSameTwiceIsNotAnotherOfTheSameID(t *testing.T) {
	const opened = `{"id":"1","kind":"opened","form":1,"on":"2026-01-01","by":{"role":"together"},"body":{"aid":"hip","version":"1.0.0"}}`
	other := strings.Replace(opened, "hip", "knee", 1)
	for _, tc := range []struct {
		second string
		is     error
	}{{opened, ErrRepeated}, {other, ErrIDTaken}} {
		src := `{"format":1,"person":"p","events":[` + opened + `,` + tc.second + `]}`
		r, err := ParseRecord([]byte(src))
		if !errors.Is(err, tc.is) || !strings.Contains(err.Error(), "event 1 (opened), number 2") {
			t.Errorf("error %v is not %v", err, tc.is)
		}
		if out, err := json.Marshal(r); err != nil || string(out) != src {
			t.Errorf("something was lost (%v): %s", err, out)
		}
	}
}

func TestRecordsThatGoOnFromOneBase(t *testing.T) {
	base := built(t, mixed(40)...)
	before, _ := json.Marshal(base)
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			r := base
			for k := range 30 {
				var err error
				if r, err = r.Add(Event{On: date("2026-01-01"), By: ByPerson, In: "21", Body: Mattered{Words: strconv.Itoa(i) + "/" + strconv.Itoa(k)}}); err != nil {
					t.Error(err)
					return
				}
			}
			for k, e := range r.Events()[40:] {
				if got := e.Body.(Mattered).Words; got != strconv.Itoa(i)+"/"+strconv.Itoa(k) || e.ID != strconv.Itoa(41+k) {
					t.Errorf("event %s says %s", e.ID, got)
				}
			}
			if _, err := r.Replay(); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if after, _ := json.Marshal(base); string(before) != string(after) {
		t.Error("the base changed")
	}
}

func TestIDsGoOnFromTheFirstThatIsFree(t *testing.T) {
	r := built(t, Event{ID: "2", On: date("2026-01-01"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0"}},
		Event{ID: "4", On: date("2026-01-01"), By: ByPerson, In: "2", Body: Mattered{Words: "x"}})
	for _, want := range []string{"3", "5", "6"} {
		r, _ = r.Add(Event{On: date("2026-01-01"), By: ByPerson, In: "2", Body: Mattered{Words: "y"}})
		if got := r.Events()[r.Len()-1].ID; got != want {
			t.Errorf("id %s, want %s", got, want)
		}
	}
}

func TestAddingCostsTheSameHoweverLongTheRecordIs(t *testing.T) {
	perEvent := func(n int) float64 {
		events := mixed(n)
		return testing.AllocsPerRun(1, func() {
			r := NewRecord("p")
			for _, e := range events {
				r, _ = r.Add(e)
			}
			if r.Len() != n {
				t.Error("not all events stand")
			}
		}) / float64(n)
	}
	if few, many := perEvent(100), perEvent(10_000); many > 1.5*few+2 {
		t.Errorf("%.1f allocations an event in a record of 100 events, %.1f in one of 10,000", few, many)
	}
}

// What follows an event would be lost, so it is no event.
func TestAnEventStandsAlone(t *testing.T) {
	src, err := built(t, mixed(1)...).events[0].MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for after, stands := range map[string]bool{"": true, " \n": true, string(src): false, " x": false, "}": false} {
		if _, err := ParseEvent(append(src[:len(src):len(src)], after...)); (err == nil) != stands || err != nil && !errors.Is(err, ErrEvent) {
			t.Errorf("with %q behind it: %v", after, err)
		}
	}
}

func FuzzParseEvent(f *testing.F) {
	for _, e := range append(mixed(20), year()...) {
		src, err := e.MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Add([]byte(`{"id":"1","kind":"decided","form":1,"on":"2026-01-01","by":{"role":"person"},"body":{"option":"x","reasons":[]}}`)) // written without the list
	f.Add([]byte(`{"id":"1","kind":"withheld","form":1,"on":"","body":{"was":"decided"},"noted":"2026-01-01","seq":-1}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		e, err := ParseEvent(src)
		if err != nil {
			if !errors.Is(err, ErrEvent) {
				t.Fatalf("%v does not wrap ErrEvent", err)
			}
			return
		}
		out, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseEvent(out)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if diff := cmp.Diff(e, again, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func BenchmarkReplay(b *testing.B) {
	r := built(b, mixed(1000)...)
	b.Run("replay", func(b *testing.B) {
		for b.Loop() {
			if _, err := r.Replay(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		for b.Loop() {
			ids := map[string]int{}
			var talks []Talk
			var given []Said[Consent]
			for i, e := range r.events {
				ids[e.ID] = i
				switch body := e.Body.(type) {
				case Opened:
					talks = append(talks, Talk{ID: e.ID, Opened: body, On: e.On})
				case Asked:
					t := &talks[len(talks)-1]
					t.Asked = append(t.Asked, Said[Asked]{What: body, By: e.By, On: e.On, Event: e.ID})
				case Consent:
					given = append(given, Said[Consent]{What: body, By: e.By, On: e.On, Event: e.ID})
				}
			}
			if len(ids) != 1000 || len(talks) != 50 || len(given) != 50 {
				b.Fatal(len(talks))
			}
		}
	})
}

func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		events := mixed(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				r := NewRecord("p")
				for _, e := range events {
					var err error
					if r, err = r.Add(e); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
		})
		b.Run(strconv.Itoa(n)+"/all", func(b *testing.B) {
			for b.Loop() {
				if _, err := NewRecord("p").AddAll(events...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
