package choice

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

var codeDerived = diag.Define(diag.Info{
	Code:  "policy-derived-fact",
	Title: "A fact that is worked out from dates has another form",
	Explain: "A few ids of facts in choice-rights, such as wait_18_weeks or referral_made, are worked out from the dates of a referral. The " +
		"question must be able to take what is worked out, or the right stays unknown for everybody.",
	Bad:  "facts:\n  - {id: treatment_started, ask: \"When did it start?\", number: {range: [0, 9], step: 1}}",
	Good: "facts:\n  - {id: treatment_started, ask: \"Has treatment started?\", answer: yes_no}",
})

// Check gives every diagnostic of one document of kind choice-rights in a set, as policy.CheckUsing does, and tells of facts that the
// package cannot work out because they have another form than it gives.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, uses ...policy.Use) diag.List {
	list := policy.CheckUsing(set, doc, options, uses...)
	quiet := diag.NewReporter(doc)
	var def policy.Definition
	schemas.Open(doc, &def, quiet)
	r := diag.NewReporter(doc)
	for i, q := range def.Facts {
		if f, ours := forms[q.ID]; ours {
			checkForm(fmt.Sprintf("/facts/%d", i), q, f, def.Answers, r)
		}
	}
	return schemas.Settled(append(list, r.List()...))
}

// wants are the answers that a form needs, where the words are fixed.
var wants = map[form][]string{
	aWait:   {waitEnded, waitInTime, waitTooLong},
	aMissed: {"none", "first", "later", "moved_first", "moved_later"},
}

// checkForm reports a question that cannot take what is worked out for it.
func checkForm(at string, q question.Question, f form, sets map[string]question.AnswerSet, r *diag.Reporter) {
	if f == yesNo {
		if q.Answer != question.YesNo {
			r.Errorf(codeDerived, diag.At(at), "%s is worked out as yes or no", q.ID).Hinted("Write `answer: yes_no`, or choose another id")
		}
		return
	}
	var has []string
	for _, o := range sets[q.Answer] {
		has = append(has, o.ID)
	}
	if f == aPeriod {
		checkPeriods(at, q, has, r)
		return
	}
	for _, want := range wants[f] {
		if !slices.Contains(has, want) {
			r.Errorf(codeDerived, diag.At(at), "%s is worked out as one of %s, and its answers have no %s", q.ID, strings.Join(wants[f], ", "), want).
				Hinted("Give it an answer set with these ids, or choose another id")
			return
		}
	}
}

// checkPeriods reports periods of law that leave a day out, or that cannot be read.
func checkPeriods(at string, q question.Question, has []string, r *diag.Reporter) {
	var first, before day.Day // the earliest day of a from_, and the latest of a before_
	for _, o := range has {
		from, on, ok := boundary(o)
		switch {
		case !ok:
			r.Errorf(codeDerived, diag.At(at), "%q tells no period", o).Hinted("Write the day into the id, as in from_2024_04_01 and before_2024_04_01")
			return
		case from && (first.IsZero() || on.Before(first)):
			first = on
		case !from && !on.Before(before):
			before = on
		}
	}
	if first.IsZero() || first != before {
		r.Errorf(codeDerived, diag.At(at), "the periods of %s leave days out or overlap", q.ID).
			Hinted("Give one answer before_DAY and, for the same day and later ones, answers from_DAY")
	}
}
