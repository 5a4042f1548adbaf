package question

import (
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeAnswerKind = diag.Define(diag.Info{
	Code:  "item-answer-kind",
	Title: "A question does not say what an answer is",
	Explain: "Every question has one of `answer:` (the name of an answer set, or yes_no), `number:` and `scale:`; an item of a questionnaire can also have `marks:`, `words:` or " +
		"`date:`. Without it nobody can tell a right answer from a wrong one.",
	Bad:  "- id: age\n  ask: How old are you?",
	Good: "- id: age\n  ask: How old are you?\n  number: {unit: years, range: [0, 120], step: 1}",
})

var codeAnswerSet = diag.Define(diag.Info{
	Code:    "item-answer-set",
	Title:   "A question names an answer set that is not there",
	Explain: "`answer:` and `marks:` name one of the document's answer sets, listed under `answers:`; `answer:` can also be yes_no.",
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

var codeRepeatedID = diag.Define(diag.Info{
	Code:    "item-repeated-id",
	Title:   "Two questions have one id",
	Explain: "Rules and answers name a question by its id, so an id belongs to one question.",
	Bad:     "- {id: q1, answer: yes_no}\n- {id: q1, answer: yes_no}",
	Good:    "- {id: q1, answer: yes_no}\n- {id: q2, answer: yes_no}",
})

// checkQuestion reports what is wrong with one question, and whether its type can be told all the same.
func checkQuestion(at string, q Question, src Source, r *diag.Reporter) bool {
	if q.Text != "" && q.Ask != "" {
		r.Errorf(codeWording, diag.At(at+"/ask").Key(), "%s has both text and ask", q.ID).Hinted("Keep the one that is shown")
	}
	checkCodes(at, q, r)
	if !checkForm(at, q, src.Items, r) {
		return false
	}
	checkBetter(at, q, src.Ambiguous.Two, r)
	checkNamed(at, q, r)
	switch q.Form() {
	case FormNumber:
		return checkNumber(at+"/number", q.Number.Range, q.Number.Step, r)
	case FormScale:
		return checkNumber(at+"/scale", q.Scale.Range, q.Scale.Step, r)
	case FormChoice:
		return checkSetName(at+"/answer", q.Answer, src.Sets, r, YesNo)
	case FormMarks:
		return checkSetName(at+"/marks", q.Marks, src.Sets, r) && checkMarks(at+"/marks", q.Marks, src, r)
	case FormWords:
		checkFreeText(at+"/words", *q.FreeText, r)
	case FormDate:
		checkDate(at+"/date", *q.Date, r)
	}
	return true
}

// forms are the keys of which a question has one, and whether only items of a form may have it.
var forms = []struct {
	key   string
	given func(Question) bool
	items bool
}{
	{"answer", func(q Question) bool { return q.Answer != "" }, false},
	{"number", func(q Question) bool { return q.Number != nil }, false},
	{"scale", func(q Question) bool { return q.Scale != nil }, false},
	{"marks", func(q Question) bool { return q.Marks != "" }, true},
	{"words", func(q Question) bool { return q.FreeText != nil }, true},
	{"date", func(q Question) bool { return q.Date != nil }, true},
	{"named", func(q Question) bool { return q.Named }, true},
	{"better", func(q Question) bool { return q.Better != "" }, true},
}

// checkForm reports a question that has none or several of the keys that say what an answer is, or one that it cannot have.
func checkForm(at string, q Question, items bool, r *diag.Reporter) bool {
	var given []string
	for _, f := range forms {
		switch {
		case !f.given(q):
		case f.items && !items:
			r.Errorf(codeAnswerKind, diag.At(at+"/"+f.key).Key(), "%s has `%s:`, which only items of a questionnaire have", q.ID, f.key).
				Hinted("Rules read one value of each question here: use answer, number or scale")
			return false
		case f.key != "named" && f.key != "better":
			given = append(given, f.key)
		}
	}
	switch {
	case len(given) == 0:
		r.Errorf(codeAnswerKind, diag.At(at), "%s does not say what an answer is", q.ID).
			Hinted("Add `answer:` with the name of an answer set or yes_no, or `number:` with a range").After(at)
	case len(given) > 1:
		r.Errorf(codeAnswerKind, diag.At(at+"/"+given[1]).Key(), "%s has both %s and %s", q.ID, given[0], given[1]).
			Hinted("Keep the one that says what an answer is")
	}
	return len(given) == 1
}

// checkSetName reports the name of an answer set that is not there; others are names that may be meant beside those of the document.
func checkSetName(at, name string, sets map[string]AnswerSet, r *diag.Reporter, others ...string) bool {
	set, ok := sets[name]
	if !ok {
		e := r.Errorf(codeAnswerSet, diag.At(at), "there is no answer set %s", name).After("/answers")
		if r.Crowded() {
			return false
		}
		if near := diag.Nearest(name, append(slices.Sorted(maps.Keys(sets)), others...)); near != "" {
			e.Hinted("Did you mean %s?", near).Mended(diag.At(at), near)
		} else {
			e.Hinted("Define it under `answers:`, or use yes_no")
		}
	}
	return ok && len(set) > 0
}

// reported tells whether an error was reported at a place or below it, so that what lacks there has been said.
func reported(at string, r *diag.Reporter) bool {
	below := at + "/"
	return slices.ContainsFunc(r.List(), func(d diag.Diagnostic) bool {
		return d.Severity == diag.Error && (d.Path == at || strings.HasPrefix(d.Path, below))
	})
}
