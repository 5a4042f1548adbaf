package proms

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeAlternative = diag.Define(diag.Info{
	Code:  "score-alternative",
	Title: "An alternative way to score is not said so that it can be used",
	Explain: "An alternative has an id of its own, changes scores that the document has, and names the day until which it held as \"2012-07-31\". " +
		"No two of them end on the same day, or nobody could tell which of them an answer of that time is scored by.",
	Bad:  "alternatives:\n  - {id: guide_1998, until: 2012, scores: {pian: {missing: complete}}}",
	Good: "alternatives:\n  - {id: guide_1998, until: \"2012-07-31\", scores: {pain: {missing: complete}}}",
})

// examineAlternatives makes the alternatives of a questionnaire without errors ready, each with its own cases and promises.
func (q *Questionnaire) examineAlternatives(places diag.Locator, r *diag.Reporter) {
	checkAlternatives(q.definition, r)
	if r.HasErrors() {
		return
	}
	for k := range q.definition.Alternatives {
		a, at := &q.definition.Alternatives[k], fmt.Sprintf("/alternatives/%d", k)
		own := diag.NewReporter(places)
		c := &compiler{def: q.definition.varied(a), from: q.from, moved: a.moved(at), builder: rule.NewBuilder(own), report: own}
		if other := c.compile(); other != nil {
			other.definition, other.digest, other.sheet = q.definition, q.digest, q.sheet
			other.alternative, other.current = a.ID, q
			cases.Run(other.model, asInputs(q.sheet, a.Cases), at+"/cases", own, other.explainOutput)
			cases.Check(other.model, other.promises(), cases.Budget, own)
			q.alternatives = append(q.alternatives, other)
		}
		for _, d := range own.List() {
			if ofAlternative(d) {
				r.Add(d)
			}
		}
	}
}

// ofAlternative leaves out what was said of the questionnaire as it stands already, and that the cases of an alternative say
// nothing of results that it does not change.
func ofAlternative(d diag.Diagnostic) bool {
	return d.Severity == diag.Error || strings.HasPrefix(d.Path, "/alternatives/") && d.Code != "case-untested"
}

// moved tells where the parts of scores stand that the alternative changes.
func (a *Alternative) moved(at string) map[string]map[string]string {
	moved := map[string]map[string]string{}
	for id, v := range a.Scores {
		moved[id] = map[string]string{}
		for key, there := range map[string]bool{
			"missing": v.Missing != nil, "round": v.Round != nil, "banded_by": v.BandedBy != "", "bands": v.Bands != nil,
		} {
			if there {
				moved[id][key] = at + schemas.Pointer("scores", id, key)
			}
		}
	}
	return moved
}

// checkAlternatives reports alternatives that nobody could choose, or that change nothing.
func checkAlternatives(def *Definition, r *diag.Reporter) {
	var scores []string
	for _, s := range def.Scores {
		scores = append(scores, s.ID)
	}
	ids, days := map[string]string{}, map[string]string{}
	for k, a := range def.Alternatives {
		at := fmt.Sprintf("/alternatives/%d", k)
		if other, taken := ids[a.ID]; taken {
			r.Errorf(codeAlternative, diag.At(at+"/id"), "two alternatives have the id %s", a.ID).Hinted("Give each one an id of its own").
				Beside(diag.At(other), "first used here")
		}
		ids[a.ID] = at + "/id"
		checkUntil(a, at+"/until", days, r)
		for _, id := range slices.Sorted(maps.Keys(a.Scores)) {
			if !slices.Contains(scores, id) {
				reportNearest(r, codeAlternative, at+schemas.Pointer("scores", id), id, "score", scores)
			}
		}
	}
}

// checkUntil reports a last day that is none, or that another alternative has.
func checkUntil(a Alternative, at string, days map[string]string, r *diag.Reporter) {
	if a.Until == "" {
		return
	}
	if _, err := day.Parse(a.Until); err != nil {
		r.Errorf(codeAlternative, diag.At(at), "%q is no day", a.Until).Hinted("Write the day as \"2012-07-31\", in quotes")
		return
	}
	if other, taken := days[a.Until]; taken {
		r.Errorf(codeAlternative, diag.At(at), "two alternatives end on %s", a.Until).Hinted("Give each one its own last day, or leave it out").
			Beside(diag.At(other), "the other one")
	}
	days[a.Until] = at
}
