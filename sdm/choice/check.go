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
	Title: "A fact that is worked out has another form",
	Explain: "A few ids of facts in choice-rights, such as wait_18_weeks or referral_made, are worked out from the dates of a referral, from " +
		"what is known of a provider, or from what is recorded of a choice. The question must be able to take what is worked out, or the right stays unknown for everybody.",
	Bad:  "facts:\n  - {id: treatment_started, ask: \"When did it start?\", number: {range: [0, 9], step: 1}}",
	Good: "facts:\n  - {id: treatment_started, ask: \"Has treatment started?\", answer: yes_no}",
})

// FromSet makes a document of kind choice-rights ready, as policy.FromSet does, and refuses facts that the package cannot work out
// because they have another form than it gives. ref is an id, or an id with a version as in nhs-choice-england@1. The error is
// schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every fault.
func FromSet(set *schemas.Set, ref string, uses ...policy.Use) (*policy.Policy, error) {
	return schemas.Build(set, policy.KindChoiceRights, ref, builder(uses))
}

// Load makes a single document of kind choice-rights ready that uses no other. The error is a diag.List with every fault.
func Load(name string, src []byte) (*policy.Policy, error) {
	return schemas.BuildOne(name, src, policy.KindChoiceRights, builder(nil))
}

func builder(uses []policy.Use) schemas.Builder[*policy.Policy] {
	build := policy.Builder(uses...)
	return func(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *policy.Policy {
		p := build(set, doc, options, r)
		if p == nil {
			r.Add(derivedForms(doc)...) // all faults at once
			return nil
		}
		checkForms(p.Definition(), r)
		return p
	}
}

// Check gives every diagnostic of one document of kind choice-rights in a set, warnings and notes too. Its errors are those of FromSet.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, uses ...policy.Use) diag.List {
	return schemas.Check(set, doc, policy.KindChoiceRights, options, builder(uses))
}

// derivedForms opens a document and gives what checkForms reports. What else is wrong with the document is left to package policy to say.
func derivedForms(doc *schemas.Document) diag.List {
	var def policy.Definition
	schemas.Open(doc, &def, diag.NewReporter(doc))
	r := diag.NewReporter(doc)
	checkForms(&def, r)
	return r.List()
}

// checkForms reports the facts of a document that have another form than the package gives.
func checkForms(def *policy.Definition, r *diag.Reporter) {
	for i, q := range def.Facts {
		if f, ours := forms[q.ID]; ours {
			checkForm(fmt.Sprintf("/facts/%d", i), q, f, def.Answers, r)
		}
	}
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
	set, there := sets[q.Answer]
	if !there && q.Answer != "" && q.Answer != question.YesNo {
		return // package question says that there is no such answer set
	}
	var has []string
	for _, o := range set {
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
