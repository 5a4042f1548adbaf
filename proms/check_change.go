package proms

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeChange = diag.Define(diag.Info{
	Code:    "score-important-change",
	Title:   "An important change does not fit its score",
	Explain: "`important_changes:` names a score of this questionnaire, a kind (reliable or important), a direction (better, worse or either) and a size in points above 0.",
	Bad:     "- {score: totl, kind: reliable, direction: either, value: 6, source: manual}",
	Good:    "- {score: total, kind: reliable, direction: either, value: 6, source: manual}",
})

var (
	changeKinds      = []string{"reliable", "important"}
	changeDirections = []string{"better", "worse", "either"}
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
		switch {
		case !(ch.Value > 0) || math.IsInf(ch.Value, 0):
			r.Errorf(codeChange, diag.At(at+"/value"), "a size of %v is no change", ch.Value).
				Hinted("Write the points as a number above 0").After(at + "/value")
		case place >= 0 && ch.Value > def.Scores[place].Range[1]-def.Scores[place].Range[0]:
			r.Errorf(codeChange, diag.At(at+"/value"), "a change of %v is more than %s can change at all", ch.Value, ch.Score).
				Hinted("Write the change in points of the score").After(fmt.Sprintf("/scores/%d/range", place))
		}
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
