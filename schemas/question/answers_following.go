package question

import (
	"errors"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeRenamed = diag.Define(diag.Info{
	Code:  "answer-renamed",
	Title: "What the person rates is not what they named at first",
	Explain: "Where a person names what is asked about, later visits rate the same again. Another name, or one for something that was not named at first, would compare two things as if they were " +
		"one. The answer is not scored; start anew with a first visit to change what is rated.",
	Bad:  `{"activity_1": {"value": 7, "name": "Lifting"}}   after "Climbing stairs"`,
	Good: `{"activity_1": {"value": 7}}`,
})

// Following gives the answers of a later visit with the names that the person gave at the first one, where Sheet has
// questions that are Named. A later answer need not repeat a name. One that gives another name, or rates what was not named at
// first, is invalid and named by the error, a diag.List: nothing is renamed silently. first may belong to another copy of
// the sheet; the error is then also that of On.
func (a Answers) Following(first Answers) (Answers, error) {
	if a.sheet == nil {
		return a, ErrNoSheet
	}
	r := diag.NewReporter(nil)
	first, err := first.On(a.sheet)
	var faults diag.List
	errors.As(err, &faults)
	later := a.clone()
	for i, q := range a.sheet.questions {
		if !q.Named {
			continue
		}
		before, now := first.from[i].Name, a.from[i]
		rated := !rule.IsNA(a.values[a.sheet.spans[i].at])
		switch {
		case before == "" && now.Name == "" && !rated:
		case before != "" && (now.Name == "" || sameName(now.Name, before)):
			now.Name = before
			later.tell(i, now)
		default:
			later.set(i, rule.NA(rule.Invalid))
			reportRenamed(q.ID, before, now.Name, r)
		}
	}
	return later, append(faults, r.List()...).Err()
}

// reportRenamed says what became of a name.
func reportRenamed(id, before, now string, r *diag.Reporter) {
	at := diag.At("/" + id)
	switch {
	case now == "":
		r.Errorf(codeRenamed, at, "%s is rated, and nobody has named it", id).Hinted("Name it at the first visit")
	case before == "":
		r.Errorf(codeRenamed, at, "%s is %q, and nothing was named there at the first visit", id, now).Hinted("Start anew to rate something else")
	default:
		r.Errorf(codeRenamed, at, "%s is %q, and was %q at the first visit", id, now, before).Hinted("Rate the same again, or start anew")
	}
}
