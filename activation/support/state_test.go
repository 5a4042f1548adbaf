package support_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

func on(t testing.TB, text string) day.Day {
	t.Helper()
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// dated is a step with its event.
type dated struct {
	id, on string
	step   support.Step
}

var offered = support.Offered{
	Document: "offers", Version: "1.0.0",
	Offers: []support.Shown{
		{Offer: "talk", Title: "A talk", Because: "You know best."}, {Offer: "coaching", Title: "Coaching"}, {Offer: "course", Title: "A course"},
	},
}

func TestAThreadFromOfferToEnd(t *testing.T) {
	var s support.State
	for _, d := range []dated{
		{"e1", "2026-01-10", offered},
		{"e2", "2026-01-10", support.Answered{Offer: "coaching", Answer: support.Later, AskOn: on(t, "2026-03-01"), Words: "After my holiday"}},
		{"e3", "2026-01-12", support.Answered{Offer: "course", Answer: support.Declined, Words: "Not with strangers"}},
		{"e4", "2026-03-02", support.Answered{Offer: "coaching", Answer: support.TakenUp, Actions: []string{"a1", "a2"}}},
		{"e5", "2026-05-01", support.Ended{Offer: "coaching", How: support.Stopped, Words: "I had to move"}},
		{"e6", "2026-06-01", support.Answered{Offer: "coaching", Answer: support.TakenUp, Actions: []string{"a2", "a3"}}},
		{"e7", "2026-07-01", support.Answered{Offer: "course", Answer: support.TakenUp, Words: "My sister comes along"}},
		{"e8", "2026-08-01", support.Ended{Offer: "coaching", How: support.Completed, Scores: []string{"s9"}}},
	} {
		if err := s.Apply(d.id, on(t, d.on), d.step); err != nil {
			t.Fatalf("%s: %v", d.id, err)
		}
	}
	want := []support.Progress{
		{Shown: offered.Offers[0], On: on(t, "2026-01-10"), Step: "e1"},
		{
			Shown: offered.Offers[1], Answer: support.TakenUp, Ended: support.Completed, Words: "I had to move", Actions: []string{"a1", "a2", "a3"},
			Scores: []string{"s9"}, On: on(t, "2026-08-01"), Step: "e8",
		},
		{Shown: offered.Offers[2], Answer: support.TakenUp, Words: "My sister comes along", On: on(t, "2026-07-01"), Step: "e7"},
	}
	if diff := cmp.Diff(want, s.Progress()); diff != "" {
		t.Error(diff)
	}
	if s.ID() != "e1" || s.On() != on(t, "2026-01-10") || s.Offered().Document != "offers" {
		t.Errorf("%s opened on %v with %+v", s.ID(), s.On(), s.Offered())
	}
	if p, ok := s.Of("course"); !ok || p.Answer != support.TakenUp {
		t.Errorf("%+v, %v", p, ok)
	}
	if p, ok := s.Of("dancing"); ok || p.Answer != "" {
		t.Errorf("%+v, %v", p, ok)
	}
}

// TestStepsThatCannotBe holds that each bad step names its field, and leaves the thread as it was.
func TestStepsThatCannotBe(t *testing.T) {
	taken := []dated{{"e1", "2026-01-10", offered}, {"e2", "2026-01-11", support.Answered{Offer: "course", Answer: support.TakenUp}}}
	over := append(slices.Clone(taken), dated{"e3", "2026-01-12", support.Ended{Offer: "course", How: support.Completed}})
	twice := offered
	twice.Offers = []support.Shown{{Offer: "talk"}, {Offer: "talk"}}
	nameless := offered
	nameless.Offers = []support.Shown{{Title: "Something"}}
	many := offered
	many.Offers = make([]support.Shown, support.MaxShown+1)
	unread := offered
	unread.Level = &support.UsedLevel{Measure: "pam", Level: "level_1"}
	for what, c := range map[string]struct {
		before []dated
		bad    dated
		want   string
	}{
		"an answer before the offer":    {nil, dated{"e1", "2026-01-10", support.Answered{Offer: "course", Answer: support.Later}}, "support_answered comes after support_offered"},
		"an end before the offer":       {nil, dated{"e1", "2026-01-10", support.Ended{Offer: "course", How: support.Stopped}}, "support_ended comes after"},
		"a second opening":              {taken, dated{"e9", "2026-02-01", offered}, `"e1" was opened by offers already`},
		"out of order":                  {taken, dated{"e9", "2026-01-10", support.Ended{Offer: "course", How: support.Stopped}}, "on: 2026-01-10 is before 2026-01-11"},
		"no day":                        {taken, dated{"e9", "", support.Ended{Offer: "course", How: support.Stopped}}, "on: the day is missing"},
		"no id":                         {taken, dated{"", "2026-02-01", support.Ended{Offer: "course", How: support.Stopped}}, "id:"},
		"no step":                       {taken, dated{"e9", "2026-02-01", nil}, "plain value"},
		"a pointer":                     {taken, dated{"e9", "2026-02-01", &support.Ended{Offer: "course", How: support.Stopped}}, "plain value"},
		"a nil pointer":                 {taken, dated{"e9", "2026-02-01", (*support.Answered)(nil)}, "plain value"},
		"never offered":                 {taken, dated{"e9", "2026-02-01", support.Answered{Offer: "dancing", Answer: support.TakenUp}}, `offer: "dancing" was not offered`},
		"ended and never offered":       {taken, dated{"e9", "2026-02-01", support.Ended{Offer: "dancing", How: support.Stopped}}, `offer: "dancing" was not offered`},
		"declined while it runs":        {taken, dated{"e9", "2026-02-01", support.Answered{Offer: "course", Answer: support.Declined}}, "support_ended with stopped"},
		"ended and not taken up":        {taken, dated{"e9", "2026-02-01", support.Ended{Offer: "talk", How: support.Stopped}}, `"talk" was not taken up`},
		"ended twice":                   {over, dated{"e9", "2026-02-01", support.Ended{Offer: "course", How: support.Stopped}}, "has ended already (completed)"},
		"failed":                        {taken, dated{"e9", "2026-02-01", support.Ended{Offer: "course", How: "failed"}}, `how: "failed" stands for nothing here; use one of completed, stopped`},
		"an end of nothing":             {taken, dated{"e9", "2026-02-01", support.Ended{How: support.Stopped}}, "offer: it does not say which offer ended"},
		"an answer of no kind":          {taken, dated{"e9", "2026-02-01", support.Answered{Offer: "talk", Answer: "refused"}}, `answer: "refused" stands for nothing here; use one of taken_up, declined, later`},
		"an answer to nothing":          {taken, dated{"e9", "2026-02-01", support.Answered{Answer: support.Later}}, "offer: it does not say which offer was answered"},
		"asked again before":            {taken, dated{"e9", "2026-02-01", support.Answered{Offer: "talk", Answer: support.Later, AskOn: on(t, "2026-01-31")}}, "ask_on: 2026-01-31 is before 2026-02-01"},
		"declined, and asked again":     {taken, dated{"e9", "2026-02-01", support.Answered{Offer: "talk", Answer: support.Declined, AskOn: on(t, "2026-03-01")}}, "ask_on:"},
		"an action twice":               {taken, dated{"e9", "2026-02-01", support.Answered{Offer: "talk", Answer: support.TakenUp, Actions: []string{"a", "a"}}}, `actions[1]: "a" stands there twice`},
		"an empty score":                {taken, dated{"e9", "2026-02-01", support.Ended{Offer: "course", How: support.Completed, Scores: []string{"s", " "}}}, "scores[1]: the id is empty"},
		"words without end":             {taken, dated{"e9", "2026-02-01", support.Answered{Offer: "talk", Answer: support.TakenUp, Words: strings.Repeat("ä", 20_001)}}, "words: there are 20001 characters"},
		"nothing offered":               {nil, dated{"e1", "2026-02-01", support.Offered{Document: "offers", Version: "1.0.0"}}, "offers: nothing was offered"},
		"too much offered":              {nil, dated{"e1", "2026-02-01", many}, "offers: 101 at once"},
		"offered by nothing":            {nil, dated{"e1", "2026-02-01", support.Offered{Offers: offered.Offers}}, "document:"},
		"offered twice in one":          {nil, dated{"e1", "2026-02-01", twice}, `offers[1].offer: "talk" stands there twice`},
		"offered without a name":        {nil, dated{"e1", "2026-02-01", nameless}, "offers[0].offer:"},
		"a level without its cut point": {nil, dated{"e1", "2026-02-01", unread}, "level.cut_points: it is empty, and a level cannot be read"},
	} {
		var s, untouched support.State
		for _, d := range c.before {
			for _, state := range []*support.State{&s, &untouched} {
				if err := state.Apply(d.id, on(t, d.on), d.step); err != nil {
					t.Fatal(what, err)
				}
			}
		}
		var when day.Day
		if c.bad.on != "" {
			when = on(t, c.bad.on)
		}
		err := s.Apply(c.bad.id, when, c.bad.step)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", what, err, c.want)
		}
		if diff := cmp.Diff(untouched, s, cmp.AllowUnexported(support.State{})); diff != "" {
			t.Errorf("%s changed the thread: %s", what, diff)
		}
	}
}

// TestAllFaultsAreTold holds that a step with several faults, in itself and where it stands, tells of all of them.
func TestAllFaultsAreTold(t *testing.T) {
	for _, c := range []struct {
		open bool
		step support.Step
		want string
	}{
		{false, support.Offered{Document: " ", Level: &support.UsedLevel{Measure: "pam"}, Offers: []support.Shown{{Offer: " "}, {Offer: "a"}, {Offer: "a"}}, Actions: []string{""}}, "document version level.cut_points level.level offers[0].offer offers[2].offer actions[0] id on"},
		{true, support.Answered{Answer: "no", AskOn: on(t, "2026-01-01"), Actions: []string{"a", "a"}}, "offer answer ask_on actions[1] id on"},
		{true, support.Ended{Offer: "dancing", Scores: []string{" "}}, "how scores[0] id on offer"},
		{false, support.Ended{}, "offer how id on "},
	} {
		var s support.State
		if c.open {
			if err := s.Apply("e1", on(t, "2026-02-01"), offered); err != nil {
				t.Fatal(err)
			}
		}
		var faults fault.Faults
		if !errors.As(s.Apply(" ", day.Day{}, c.step), &faults) {
			t.Fatal("no faults")
		}
		var fields []string
		for _, f := range faults {
			fields = append(fields, f.Field)
		}
		if got := strings.Join(fields, " "); got != c.want {
			t.Errorf("got  %s\nwant %s\n%v", got, c.want, faults)
		}
		if err := c.step.Check(); !errors.As(err, &faults) {
			t.Errorf("%T", err)
		}
	}
	var s support.State
	for _, misuse := range []support.Step{nil, &offered, (*support.Ended)(nil)} {
		if err := s.Apply("e1", on(t, "2026-02-01"), misuse); !errors.Is(err, support.ErrNoStep) {
			t.Error(err)
		}
	}
}

// TestWhoTookPartKeepsThat holds that only taking an offer up again lays its end aside.
func TestWhoTookPartKeepsThat(t *testing.T) {
	for answer, want := range map[support.Answer]support.Ending{support.Later: support.Completed, support.Declined: support.Completed, support.TakenUp: ""} {
		var s support.State
		for _, d := range []dated{
			{"e1", "2026-01-10", offered}, {"e2", "2026-01-11", support.Answered{Offer: "course", Answer: support.TakenUp}},
			{"e3", "2026-03-01", support.Ended{Offer: "course", How: support.Completed}}, {"e4", "2026-03-02", support.Answered{Offer: "course", Answer: answer}},
		} {
			if err := s.Apply(d.id, on(t, d.on), d.step); err != nil {
				t.Fatal(err)
			}
		}
		if p, _ := s.Of("course"); p.Ended != want || p.Answer != answer {
			t.Errorf("%s: ended %q, want %q", answer, p.Ended, want)
		}
		err := s.Apply("e5", on(t, "2026-03-03"), support.Ended{Offer: "course", How: support.Stopped})
		if (err == nil) != (answer == support.TakenUp) {
			t.Error(answer, err)
		}
	}
}

// TestALongThread holds that the cost of a step does not grow with the thread.
func TestALongThread(t *testing.T) {
	var s support.State
	many := offered
	many.Offers = nil
	for i := range support.MaxShown {
		many.Offers = append(many.Offers, support.Shown{Offer: fmt.Sprint("o", i)})
	}
	start := on(t, "2026-01-01")
	if err := s.Apply("e", start, many); err != nil {
		t.Fatal(err)
	}
	step := support.Answered{Offer: "o7", Answer: support.Later}
	i := 0
	if n := testing.AllocsPerRun(1000, func() {
		if err := s.Apply("e1", start.Add(i), step); err != nil {
			t.Fatal(err)
		}
		i++
	}); n > 2 {
		t.Errorf("a step makes %v allocations", n)
	}
}
