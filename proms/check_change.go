package proms

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/proms/change"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeChange = diag.Define(diag.Info{
	Code:  "score-important-change",
	Title: "An important change does not fit its score",
	Explain: "`important_changes:` names a score of this questionnaire, a kind (reliable, within_person, within_group, between_group or important), a direction " +
		"(better, worse or either) and a size above 0: `value:` in points, or `percent:` of the value before. A reliable change may say its `confidence:`.",
	Bad:  "- {score: totl, kind: reliable, direction: either, value: 6, source: manual}",
	Good: "- {score: total, kind: reliable, direction: either, value: 6, source: manual}",
})

var (
	changeKinds      = []string{kindReliable, kindWithinPerson, kindWithinGroup, kindBetweenGroup, kindImportant}
	changeDirections = []string{changeBetter, changeWorse, changeEither}
)

// checkChanges reports important changes that do not fit their score.
func checkChanges(def *Definition, r *diag.Reporter) {
	for i, ch := range def.ImportantChanges {
		at := fmt.Sprintf("/important_changes/%d", i)
		place := slices.IndexFunc(def.Scores, func(s ScoreDefinition) bool { return s.ID == ch.Score })
		if place < 0 && ch.Score != "" {
			ids := make([]string, len(def.Scores))
			for k, s := range def.Scores {
				ids[k] = s.ID
			}
			reportNearest(r, codeChange, at+"/score", ch.Score, "score", ids).After("/scores")
		}
		oneOf(r, at+"/kind", ch.Kind, changeKinds)
		oneOf(r, at+"/direction", ch.Direction, changeDirections)
		checkConfidence(ch, at+"/confidence", r)
		var score *ScoreDefinition
		if place >= 0 {
			score = &def.Scores[place]
			checkDirection(ch, score, at+"/direction", r)
			checkBaseline(ch, score, at+"/baseline", r)
		}
		checkSize(ch, score, at, place, r)
	}
}

// checkSize reports a size that no change can have; a nil score is one that there is not.
func checkSize(ch ImportantChange, score *ScoreDefinition, at string, place int, r *diag.Reporter) {
	key, size := "/value", ch.Value
	if ch.Percent != 0 {
		key, size = "/percent", ch.Percent
	}
	switch {
	case ch.Value != 0 && ch.Percent != 0:
		r.Errorf(codeChange, diag.At(at+"/percent").Key(), "the change has a value and a percentage").
			Hinted("Make two entries of it: each is a size of its own").After(at+"/value", at+"/percent")
	case !(size > 0) || math.IsInf(size, 0):
		r.Errorf(codeChange, diag.At(at+key), "a size of %v is no change", size).
			Hinted("Write the points under value, or the percentage of the value before under percent, as a number above 0").After(at+"/value", at+"/percent")
	case score == nil:
	case ch.Percent != 0 && score.Range[0] < 0:
		r.Errorf(codeChange, diag.At(at+key), "%s goes down to %s, and a percentage has a meaning only from 0 up", ch.Score, rule.FormatNumber(score.Range[0])).
			Hinted("Write the size in points under value").After(fmt.Sprintf("/scores/%d/range", place))
	case ch.Value > score.Range[1]-score.Range[0]:
		r.Errorf(codeChange, diag.At(at+key), "a change of %v is more than %s can change at all", size, ch.Score).
			Hinted("Write the change in points of the score").After(fmt.Sprintf("/scores/%d/range", place))
	}
}

// checkDirection reports a direction that the score cannot have, since it does not say which way is better.
func checkDirection(ch ImportantChange, score *ScoreDefinition, at string, r *diag.Reporter) {
	if score.Better == "" && (ch.Direction == changeBetter || ch.Direction == changeWorse) {
		r.Errorf(codeChange, diag.At(at), "%s does not say whether lower or higher is better", ch.Score).
			Hinted("Add `better:` to the score, or write either")
	}
}

// checkConfidence reports a confidence that is not in use, or that stands beside something else than a reliable change.
func checkConfidence(ch ImportantChange, at string, r *diag.Reporter) {
	if ch.Confidence == 0 {
		return
	}
	if _, err := change.Confidence(ch.Confidence).Z(); err != nil {
		r.Errorf(codeChange, diag.At(at), "the confidence is %d", ch.Confidence).Hinted("Write 80, 90, 95 or 99, or leave it out where the source does not say")
		return
	}
	if ch.Kind != kindReliable && slices.Contains(changeKinds, ch.Kind) {
		r.Errorf(codeChange, diag.At(at).Key(), "a confidence belongs to a reliable change, and this one is %s", ch.Kind).
			Hinted("Leave it out; an interval around the size can stand under method")
	}
}

// checkBaseline reports a range of values before in which nobody can be.
func checkBaseline(ch ImportantChange, score *ScoreDefinition, at string, r *diag.Reporter) {
	if b := ch.Baseline; b != nil && !(b[0] <= b[1] && b[0] >= score.Range[0] && b[1] <= score.Range[1]) {
		r.Errorf(codeChange, diag.At(at), "the values before go from %s to %s, and %s goes from %s to %s", rule.FormatNumber(b[0]), rule.FormatNumber(b[1]),
			ch.Score, rule.FormatNumber(score.Range[0]), rule.FormatNumber(score.Range[1])).
			Hinted("Write the lowest and the highest value before, within the range of the score").After(at)
	}
}

// oneOf reports a word that is none of those there are; an empty one was reported as missing.
func oneOf(r *diag.Reporter, at, word string, words []string) {
	if word == "" || slices.Contains(words, word) {
		return
	}
	e := r.Errorf(codeChange, diag.At(at), "%q is none of %s", word, strings.Join(words, ", "))
	if near := diag.Nearest(word, words); near != "" {
		e.Hinted("Did you mean %s?", near).Mended(diag.At(at), near)
		return
	}
	e.Hinted("Write one of them")
}
