package question

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

const countsAsMissing = "missing"

var codeAnswerKind = diag.Define(diag.Info{
	Code:  "item-answer-kind",
	Title: "A question does not say what an answer is",
	Explain: "Every question needs `answer:` (the name of an answer set, or yes_no) or `number:`, and only one of them. " +
		"Without it nobody can tell a right answer from a wrong one.",
	Bad:  "- id: age\n  ask: How old are you?",
	Good: "- id: age\n  ask: How old are you?\n  number: {unit: years, range: [0, 120], step: 1}",
})

var codeAnswerSet = diag.Define(diag.Info{
	Code:    "item-answer-set",
	Title:   "A question names an answer set that is not there",
	Explain: "`answer:` names one of the document's answer sets, listed under `answers:`, or yes_no.",
	Bad:     "answer: frequncy",
	Good:    "answer: frequency",
})

var codeWording = diag.Define(diag.Info{
	Code:    "item-wording",
	Title:   "A question has two wordings",
	Explain: "`text:` is a statement as it stands on a form, `ask:` is a direct question. A question shown to a person has one of them.",
	Bad:     "- id: q1\n  text: Little interest\n  ask: Have you had little interest?",
	Good:    "- id: q1\n  text: Little interest",
})

var codeNumberRange = diag.Define(diag.Info{
	Code:    "item-number-range",
	Title:   "The range or the step of a number makes no sense",
	Explain: "`range:` is the lowest and the highest answer that can be right, in this order; `step:` divides it into whole steps. Ranges are what tell a slip of the pen from an answer.",
	Bad:     "number: {range: [120, 0]}",
	Good:    "number: {range: [0, 120], step: 1}",
})

var codeOptions = diag.Define(diag.Info{
	Code:  "item-options",
	Title: "The options of an answer set do not fit together",
	Explain: "A set has at least two options with different ids. Either every option has a value, and answers are numbers, or none has, and " +
		"answers are codes. An option that `counts_as: missing` needs no value.",
	Bad:  "often:\n  - {id: never, value: 0}\n  - {id: always}",
	Good: "often:\n  - {id: never, value: 0}\n  - {id: always, value: 1}",
})

var codeRepeatedID = diag.Define(diag.Info{
	Code:    "item-repeated-id",
	Title:   "Two questions have one id",
	Explain: "Rules and answers name a question by its id, so an id belongs to one question.",
	Bad:     "- {id: q1, answer: yes_no}\n- {id: q1, answer: yes_no}",
	Good:    "- {id: q1, answer: yes_no}\n- {id: q2, answer: yes_no}",
})

// checkSets reports answer sets whose options do not fit together. at is the pointer of the map of sets.
func checkSets(at string, sets map[string]AnswerSet, r *diag.Reporter) {
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		here := at + schemas.Pointer(name)
		set := sets[name]
		if name == YesNo {
			r.Errorf(codeOptions, diag.At(here).Key(), "yes_no is built in and cannot be defined again").
				Hinted("Give your own answer set another name")
		}
		if len(set) < 2 && !reported(here, r) {
			r.Errorf(codeOptions, diag.At(here), "the answer set %s has %d options; a choice needs at least two", name, len(set))
		}
		checkOptions(here, name, set, r)
	}
}

func checkOptions(at, name string, set AnswerSet, r *diag.Reporter) {
	seen := map[string]string{}
	numbers := scored(set)
	for i, o := range set {
		here := fmt.Sprintf("%s/%d", at, i)
		if first, twice := seen[o.ID]; twice && o.ID != "" {
			r.Errorf(codeOptions, diag.At(here+"/id"), "the option id %s stands twice in the answer set %s", o.ID, name).
				Beside(diag.At(first), "first used here")
		} else {
			seen[o.ID] = here + "/id"
		}
		switch {
		case o.CountsAs != "" && o.CountsAs != countsAsMissing:
			r.Errorf(codeOptions, diag.At(here+"/counts_as"), "counts_as is %q; the only thing an option can count as is missing", o.CountsAs).
				Mended(diag.At(here+"/counts_as"), countsAsMissing)
		case numbers && o.Value == nil && o.CountsAs == "":
			r.Errorf(codeOptions, diag.At(here), "the option %s has no value, but others of the answer set %s have", o.ID, name).
				Hinted("Add its value, or `counts_as: missing` where the answer is not to be scored")
		case o.Value != nil && math.IsNaN(*o.Value-*o.Value):
			r.Errorf(codeOptions, diag.At(here+"/value"), "the value of the option %s is no number", o.ID)
		case o.Value != nil && o.CountsAs != "":
			r.Errorf(codeOptions, diag.At(here+"/value"), "the option %s counts as missing, so its value would never be used", o.ID).
				Hinted("Remove the value")
		}
	}
}

// checkQuestion reports what is wrong with one question, and whether its type can be told all the same.
func checkQuestion(at string, q Question, sets map[string]AnswerSet, r *diag.Reporter) bool {
	if q.Text != "" && q.Ask != "" {
		r.Errorf(codeWording, diag.At(at+"/ask").Key(), "%s has both text and ask", q.ID).Hinted("Keep the one that is shown")
	}
	switch {
	case q.Answer != "" && q.Number != nil:
		r.Errorf(codeAnswerKind, diag.At(at+"/number").Key(), "%s has both answer and number", q.ID).Hinted("Keep the one that says what an answer is")
		return false
	case q.Answer == "" && q.Number == nil:
		r.Errorf(codeAnswerKind, diag.At(at), "%s does not say what an answer is", q.ID).
			Hinted("Add `answer:` with the name of an answer set or yes_no, or `number:` with a range").After(at)
		return false
	case q.Number != nil:
		return checkNumber(at+"/number", *q.Number, r)
	case q.Answer == YesNo:
		return true
	}
	set, ok := sets[q.Answer]
	if !ok {
		e := r.Errorf(codeAnswerSet, diag.At(at+"/answer"), "there is no answer set %s", q.Answer).After("/answers")
		if near := diag.Nearest(q.Answer, append(slices.Sorted(maps.Keys(sets)), YesNo)); near != "" {
			e.Hinted("Did you mean %s?", near).Mended(diag.At(at+"/answer"), near)
		} else {
			e.Hinted("Define it under `answers:`, or use yes_no")
		}
	}
	return ok && len(set) > 0
}

func checkNumber(at string, n Number, r *diag.Reporter) bool {
	lo, hi := n.Range[0], n.Range[1]
	switch {
	case lo == 0 && hi == 0 && reported(at, r):
		return false
	case !(lo < hi) || math.IsInf(hi-lo, 0):
		r.Errorf(codeNumberRange, diag.At(at+"/range"), "the range goes from %s to %s; the lowest answer comes first", rule.FormatNumber(lo), rule.FormatNumber(hi)).
			Hinted("Write the lowest and the highest answer that can be right")
		return false
	case !(n.Step >= 0):
		r.Errorf(codeNumberRange, diag.At(at+"/step"), "the step is %s; a step is more than 0", rule.FormatNumber(n.Step))
		return false
	case n.Step > 0 && !wholeSteps(hi-lo, n.Step):
		r.Errorf(codeNumberRange, diag.At(at+"/step"), "steps of %s do not lead from %s to %s", rule.FormatNumber(n.Step), rule.FormatNumber(lo), rule.FormatNumber(hi)).
			Hinted("Choose a step that divides the range, or leave it out")
		return false
	}
	return true
}

// reported tells whether an error was reported at a place or below it, so that what lacks there has been said.
func reported(at string, r *diag.Reporter) bool {
	return slices.ContainsFunc(r.List(), func(d diag.Diagnostic) bool {
		return d.Severity == diag.Error && (d.Path == at || strings.HasPrefix(d.Path, at+"/"))
	})
}

// wholeSteps reports whether length is a whole number of steps, to nine digits: 0.1 has no exact binary form.
func wholeSteps(length, step float64) bool {
	n := length / step
	return math.Abs(n-math.Round(n)) <= 1e-9*max(1, n)
}
