package question

import (
	"fmt"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeMarks = diag.Define(diag.Info{
	Code:  "item-marks",
	Title: "The options of a question with several marks cannot be marked one by one",
	Explain: "With `marks:` each option is marked or not, and rules read it as true or false: question.option, and question.count for how many. So its options have no " +
		"values, at least one is no `counts_as:`, and none is called count.",
	Bad:  "marks: places\n# answers:\n#   places: [{id: back, value: 1}, {id: neck, value: 2}]",
	Good: "marks: places\n# answers:\n#   places: [{id: back}, {id: neck}]",
})

var codeFreeText = diag.Define(diag.Info{
	Code:    "item-words",
	Title:   "Free text of a length that cannot be",
	Explain: "`max:` is how many characters an answer may have, from 1 to 20,000. Longer texts are refused rather than cut off.",
	Bad:     "words: {max: 0}",
	Good:    "words: {max: 500}",
})

var codeDate = diag.Define(diag.Info{
	Code:    "item-date",
	Title:   "The days that can be an answer make no sense",
	Explain: "`earliest:` and `latest:` are days in quotes, the earlier one first. They tell a slip of the pen from an answer.",
	Bad:     `date: {earliest: "2026-02-30"}`,
	Good:    `date: {earliest: "1900-01-01", latest: "2030-12-31"}`,
})

var codeNamed = diag.Define(diag.Info{
	Code:  "item-named",
	Title: "Nothing that a person names is rated here",
	Explain: "With `named: true` the person names something of their own, such as an activity that is hard for them, and rates it. The rating is a number, a place on a scale, or one " +
		"of an answer set; words alone are `words:`.",
	Bad:  "- {id: activity_1, words: {max: 100}, named: true}",
	Good: "- {id: activity_1, number: {range: [0, 10], step: 1}, named: true}",
})

// countName is the name under which rules read how many options of a question are marked.
const countName = "count"

// checkMarks reports options that cannot be marked one by one, and whether any can.
func checkMarks(at, name string, src Source, r *diag.Reporter) bool {
	set := src.Sets[name]
	options := set.marked()
	if len(options) == 0 {
		r.Errorf(codeMarks, diag.At(at), "no option of %s can be marked: each of them counts as something else", name).Hinted("Add an option to mark")
	}
	for i, o := range set {
		here := fmt.Sprintf("%s/%s/%d", src.SetsAt, name, i)
		switch {
		case o.Value != nil:
			r.Errorf(codeMarks, diag.At(at), "the option %s of %s has a value, which a mark has not", o.ID, name).
				Hinted("Take the values out; a rule can say what a mark is worth").Beside(diag.At(here+"/value"), "the value")
			return len(options) > 0
		case o.ID == countName:
			r.Errorf(codeMarks, diag.At(at), "%s.count is how many are marked, so no option can be called so", name).
				Hinted("Give the option another id").Beside(diag.At(here+"/id"), "the option")
			return false
		}
	}
	return len(options) > 0
}

// mostCharacters is how long words can be, as for all texts of documents.
const mostCharacters = 20000

func checkFreeText(at string, f FreeText, r *diag.Reporter) {
	if (f.Max < 1 || f.Max > mostCharacters) && !reported(at, r) {
		r.Errorf(codeFreeText, diag.At(at+"/max"), "an answer of at most %d characters", f.Max).Hinted("Write a number from 1 to %d", mostCharacters)
	}
}

func checkDate(at string, d Date, r *diag.Reporter) {
	whole := true
	for _, end := range []struct{ key, day string }{{"/earliest", d.Earliest}, {"/latest", d.Latest}} {
		if _, err := time.Parse(time.DateOnly, end.day); end.day != "" && err != nil {
			whole = false
			r.Errorf(codeDate, diag.At(at+end.key), "there is no day %q", end.day).Hinted("Write it as in \"2026-11-21\", with the quotes")
		}
	}
	if whole && d.Latest != "" && d.Earliest > d.Latest {
		r.Errorf(codeDate, diag.At(at+"/latest"), "the latest day, %s, comes before the earliest, %s", d.Latest, d.Earliest).Hinted("Put the earlier day first")
	}
}

func checkNamed(at string, q Question, r *diag.Reporter) {
	if form := q.Form(); q.Named && (form == FormMarks || form == FormWords || form == FormDate) {
		r.Errorf(codeNamed, diag.At(at+"/named"), "%s takes %s, which is no rating of what the person names", q.ID, form).
			Hinted("Use number, scale or answer, or take `named:` out")
	}
}
