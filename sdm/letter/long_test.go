package letter_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// TestALongRecordTakesMemoryInProportion holds that the letter and the summary of a record with four times as many conversations and reviews of
// the plan take about four times as much memory, and not sixteen times.
func TestALongRecordTakesMemoryInProportion(t *testing.T) {
	memory := func(n int) (person, summary float64) {
		events := []sdm.Event{event("plan", "2026-01-10", "", nurse, plan.Agreed{Version: small()})}
		for i := range n {
			talk := fmt.Sprint("talk", i)
			events = append(events, event(talk, "2026-02-01", "", nurse, sdm.Opened{Aid: "hip", Version: "1.0.0"}), event("not"+talk, "2026-02-01", talk, nurse, sdm.Deferred{}),
				event("again"+talk, "2026-02-01", "plan", nurse, plan.Reviewed{How: plan.Informal, Goals: []plan.GoalReviewed{{Goal: "g", Status: plan.UnderWay}}}))
		}
		r, o, c := record(t, events...), options(t), full(t)
		took := func(f func() error) float64 {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if err := f(); err != nil {
				t.Fatal(err)
			}
			runtime.ReadMemStats(&after)
			return float64(after.TotalAlloc - before.TotalAlloc)
		}
		person = took(func() error { _, err := letter.ToPerson(r, o); return err })
		summary = took(func() error { _, err := letter.Summarise(r, c); return err })
		return person, summary
	}
	person, summary := memory(250)
	longPerson, longSummary := memory(1000)
	if longPerson > 6*person {
		t.Errorf("the letter takes %v bytes, and %v for a record four times as long", person, longPerson)
	}
	if longSummary > 6*summary {
		t.Errorf("the summary takes %v bytes, and %v for a record four times as long", summary, longSummary)
	}
}
