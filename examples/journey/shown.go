package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// chain prints what one identifier leads to: from the decision of February to the score of December, and back.
func chain(t *teller) {
	t.chapter("One identifier, from February to December")
	story := t.story()
	t.say("What came of the decision of February, event %s, and what that was for:", t.ids.exercise)
	forward, err := story.Chain(sdm.Ref{Kind: sdm.RefDecision, ID: t.ids.exercise})
	t.keep(err)
	t.lines(forward.String())
	t.say("And back: what the score of December, event %s, goes back to.", t.ids.hipAfter)
	back, err := story.Chain(sdm.Ref{Kind: sdm.RefScore, ID: t.ids.hipAfter})
	t.keep(err)
	if link, ok := back.Link(back.Of); ok {
		t.point("%s: %s", link.Ref, link.Says)
		for _, from := range link.From {
			if what, ok := back.Link(from); ok {
				t.sub("for %s: %s", what.Ref, what.Says)
			}
		}
	}
}

// evidence prints what the record shows of each of the six components, and of what it does not, why.
func evidence(t *teller) {
	t.chapter("What the record shows of the six components")
	story := t.story()
	documents := t.held()
	for _, component := range sdm.Components() {
		found := story.Evidence(component, documents)
		var counts, missing []string
		for _, thread := range found.Threads {
			passed := 0
			for _, item := range thread.Items {
				if item.Shown == sdm.Passed {
					passed++
					continue
				}
				missing = append(missing, fmt.Sprintf("%s in event %s: %s: %s", item.Shown, thread.Thread, item.Asks, item.Because))
			}
			counts = append(counts, fmt.Sprintf("%d of %d in event %s", passed, len(thread.Items), thread.Thread))
		}
		t.point("%s: %s, %s", phrase.Spoken(component), found.Shown(), strings.Join(counts, ", "))
		for _, one := range missing {
			t.sub("%s", one)
		}
	}
	t.say("The check list is this library's own. It is no standard, and no measure of any dashboard.")
	t.keep(t.lib.CheckRecord(t.record))
	t.say("Last, the whole record of %d events is held against the documents that it names, and every kept answer is scored again: nothing is amiss.",
		t.record.Len())
	src, err := json.Marshal(t.record)
	t.keep(err)
	again, err := sdm.ParseRecord(src)
	t.keep(err)
	replayed, err := again.Replay()
	t.keep(err)
	same := "the same story"
	if !replayed.Equal(story) {
		same = "another story"
	}
	t.say("Written as JSON (%d bytes) and read back, it replays to %s.", len(src), same)
}

// held are the documents that the record is held against in December.
func (t *teller) held() sdm.Documents {
	return sdm.Documents{Library: t.lib, Statements: t.statements, Plan: t.plans, Budget: t.budgetLaw,
		BudgetAnswers: t.parse(t.budgetLaw.Sheet(), budgetAnswers), Person: t.who, AsOf: date(time.December, 14)}
}
