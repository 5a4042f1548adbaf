package main

import (
	"io"

	"github.com/whatmatters-care/whatmatters/sdm"
)

// chapters are the year in its order.
var chapters = []func(*teller){
	rosa,
	confidence,         // January: supported self-management
	hipDecision,        // February: shared decision making
	carePlan,           // March: the care and support plan
	linkWorkerReferral, // March: social prescribing
	wheelchairBudget,   // April: a personal budget
	secondDecision,     // June: the same question again
	letters,            // June: what goes out
	whereToGo,          // June: enabling choice
	singing,            // July: the link worker looks back
	budgetReview,       // July: the budget is reviewed
	waitedTooLong,      // October: the right to another provider
	twoCopies,          // November: merge and redaction
	lookingBack,        // December: the scores after, the plan reviewed
	chain,
	evidence,
	(*teller).sources,
}

// tell tells the year and gives the teller with the record that it leaves. The error is the first thing that went wrong; the story ends there.
func tell(out io.Writer, lib *sdm.Library) (*teller, error) {
	documents, err := open(lib)
	t := &teller{documents: documents, lib: lib, out: out, err: err}
	for _, chapter := range chapters {
		if t.err != nil {
			break
		}
		chapter(t)
	}
	return t, t.err
}
