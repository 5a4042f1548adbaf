package question

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeOptions = diag.Define(diag.Info{
	Code:  "item-options",
	Title: "The options of an answer set do not fit together",
	Explain: "A set has at least two options with different ids. Either every option has a value, and answers are numbers, or none has, and " +
		"answers are codes. An option that `counts_as: missing` or not_applicable has no value.",
	Bad:  "often:\n  - {id: never, value: 0}\n  - {id: always}",
	Good: "often:\n  - {id: never, value: 0}\n  - {id: always, value: 1}",
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
			r.Errorf(codeOptions, diag.At(here), "the answer set %s has %d options; a choice needs at least two", name, len(set)).
				Hinted("Add an option")
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
				Hinted("Give one of the two another id").Beside(diag.At(first), "first used here")
		} else {
			seen[o.ID] = here + "/id"
		}
		switch {
		case o.CountsAs != "" && o.CountsAs != countsAsMissing && o.CountsAs != countsAsNotApplicable:
			r.Errorf(codeOptions, diag.At(here+"/counts_as"), "counts_as is %q", o.CountsAs).
				Hinted("Write missing, or not_applicable where the answer says that the question does not apply")
		case numbers && o.Value == nil && o.CountsAs == "":
			r.Errorf(codeOptions, diag.At(here), "the option %s has no value, but others of the answer set %s have", o.ID, name).
				Hinted("Add its value, or `counts_as: missing` where the answer is not to be scored").After(here + "/value")
		case o.Value != nil && math.IsNaN(*o.Value-*o.Value):
			r.Errorf(codeOptions, diag.At(here+"/value"), "the value of the option %s is no number", o.ID).
				Hinted("Write what the answer scores")
		case o.Value != nil && o.CountsAs != "":
			r.Errorf(codeOptions, diag.At(here+"/value"), "the option %s counts as %s, so its value would never be used", o.ID, o.CountsAs).
				Hinted("Remove the value")
		}
	}
}
