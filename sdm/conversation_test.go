package sdm_test

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// library is the shipped definitions, made ready once for all tests.
var library = sync.OnceValues(func() (*sdm.Library, error) { return sdm.LoadFS(examples.Definitions) })

func hip(t *testing.T) decisionaid.Personal {
	t.Helper()
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	aid, err := lib.Aid("hip-osteoarthritis")
	if err != nil {
		t.Fatal(err)
	}
	who, err := lib.ParsePerson([]byte(`{"age": 68}`), today)
	if err != nil {
		t.Fatal(err)
	}
	return aid.For(who)
}

var today = day.New(2026, time.November, 21)

func TestAConversationReplaysToTheSameState(t *testing.T) {
	mine := hip(t)
	option := mine.Aid().Definition().Options[0].ID
	value := mine.Aid().Definition().Values[0].ID
	talk := sdm.Open(mine, today).Value(value, 70).Matters("Dancing").GoThrough(option).
		Ask("benefits", option, "Told").NotYet(sdm.ByPerson, "spring").On(today.AddMonths(1)).Choose(option, sdm.Together, "Time to")
	if err := talk.Err(); err != nil {
		t.Fatal(err)
	}
	src, err := json.Marshal(talk.Record())
	if err != nil {
		t.Fatal(err)
	}
	record, err := sdm.ParseRecord(src)
	if err != nil {
		t.Fatal(err)
	}
	story, err := record.Replay()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(talk.Talk(), story.Talks[0]); diff != "" {
		t.Errorf("-said +replayed\n%s", diff)
	}
	if got := story.Talks[0].Opened.Digest; got != mine.Aid().Digest() {
		t.Errorf("the digest of the aid is %q", got)
	}
}

func TestWhatTheAidDoesNotHaveIsNotNoted(t *testing.T) {
	mine := hip(t)
	start := sdm.Open(mine, today)
	for name, talk := range map[string]sdm.Conversation{
		"option":          start.Choose("miracle", sdm.ByPerson),
		"option gone":     start.GoThrough("miracle"),
		"value":           start.Value("miracle", 1),
		"weight":          start.Value(mine.Aid().Definition().Values[0].ID, 101),
		"question":        start.Ask("miracle", "", ""),
		"question option": start.Ask("benefits", "miracle", ""),
		"author":          start.NotYet(sdm.Author{Role: "robot"}, ""),
		"no words":        start.Matters(""),
		"no day":          start.On(day.Day{}).Matters("x"),
		"no aid":          sdm.Open(decisionaid.Personal{}, today),
	} {
		if !errors.Is(talk.Err(), sdm.ErrEvent) {
			t.Errorf("%s: error %v does not wrap ErrEvent", name, talk.Err())
		}
		if talk.Record().Len() > 1 {
			t.Errorf("%s stands in the record", name)
		}
	}
}

// What the aid does not have is told of a conversation as the library tells it of an event.
func TestAConversationTellsAFaultAsTheLibraryDoes(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	start := sdm.Open(hip(t), today)
	weight := 1.0
	for field, tc := range map[string]struct {
		talk sdm.Conversation
		by   sdm.Author
		body sdm.Body
	}{
		"option":   {start.Choose("miracle", sdm.ByPerson), sdm.ByPerson, sdm.Decided{Option: "miracle"}},
		"value":    {start.Value("miracle", weight), sdm.ByPerson, sdm.Mattered{Value: "miracle", Weight: &weight}},
		"question": {start.Ask("benefit", "miracle", ""), sdm.ByPerson, sdm.Asked{Question: "benefit", Option: "miracle"}},
	} {
		var told *sdm.EventFault
		if !errors.As(tc.talk.Err(), &told) || told.Event != "2" || told.Kind != tc.body.Kind() || told.Faults[0].Field != field || told.Faults[0].Mend == "" {
			t.Errorf("%s: %v", field, tc.talk.Err())
			continue
		}
		checked := lib.CheckEvent(start.Record(), sdm.Event{On: today, By: tc.by, In: "1", Body: tc.body})
		if checked == nil || checked.Error() != told.Error() {
			t.Errorf("the conversation: %v\nthe library: %v", told, checked)
		}
	}
	var told *sdm.EventFault
	if err := sdm.Open(decisionaid.Personal{}, today).Err(); !errors.As(err, &told) || told.Faults[0].Field != "aid" {
		t.Errorf("without an aid: %v", err)
	}
	if err := start.On(today.Add(-1)).Matters("x").Err(); !errors.As(err, &told) || !errors.Is(err, sdm.ErrOrder) {
		t.Errorf("before it was opened: %v", err)
	}
}

func TestAnErrorDoesNotStopTheConversation(t *testing.T) {
	talk := sdm.Open(hip(t), today).Choose("miracle", sdm.ByPerson).Matters("Walking").Choose("magic", sdm.ByPerson)
	if talk.Record().Len() != 2 || len(talk.Talk().Matters) != 1 {
		t.Errorf("record of %d events", talk.Record().Len())
	}
	if err := talk.Err(); err == nil || !errors.Is(err, sdm.ErrEvent) || !strings.Contains(err.Error(), "miracle") {
		t.Errorf("the first error is not told: %v", err)
	}
}

func TestTwoConversationsInOneRecord(t *testing.T) {
	mine := hip(t)
	first := sdm.Open(mine, today).Matters("one")
	second := sdm.OpenIn(first.Record(), mine, today.AddMonths(12)).Matters("two")
	if err := second.Err(); err != nil {
		t.Fatal(err)
	}
	story, err := second.Record().Replay()
	if err != nil || len(story.Talks) != 2 {
		t.Fatalf("%+v, %v", story, err)
	}
	for i, want := range []string{"one", "two"} {
		if got := story.Talks[i].Matters[0].What.Words; got != want {
			t.Errorf("conversation %d says %q", i, got)
		}
	}
}

func TestConversationsMayBranchAcrossGoroutines(t *testing.T) {
	base := sdm.Open(hip(t), today).Matters("base")
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if talk := base.Matters("branch"); talk.Record().Len() != 3 || talk.Err() != nil {
				t.Errorf("%d events, %v", talk.Record().Len(), talk.Err())
			}
		})
	}
	wait.Wait()
	if base.Record().Len() != 2 {
		t.Error("a branch changed the conversation that it came from")
	}
}
