package activation

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeCutPoints = diag.Define(diag.Info{
	Code:    "activation-cut-points-order",
	Title:   "The levels of a set of cut points leave a gap, overlap, or leave the range",
	Explain: "Exactly one level holds each score: the first starts at the lowest score, each next one starts higher, and the last starts within the range.",
	Bad:     "supplied: {range: [0, 100], better: higher}\nlevels:\n  - {id: level_1, from: 1}\n  - {id: level_2, from: 47.1}",
	Good:    "supplied: {range: [0, 100], better: higher}\nlevels:\n  - {id: level_1, from: 0}\n  - {id: level_2, from: 47.1}",
})

var codeFewLevels = diag.Define(diag.Info{
	Code:    "activation-few-levels",
	Title:   "A set of cut points tells nobody from anybody",
	Explain: "A set has at least two levels, and a measure at least one set. With one level everyone would be at the top and at the bottom.",
	Bad:     "levels:\n  - {id: level_1, from: 0}",
	Good:    "levels:\n  - {id: level_1, from: 0}\n  - {id: level_2, from: 47.1}",
})

var codeUnreachable = diag.Define(diag.Info{
	Code:    "activation-level-unreachable",
	Title:   "No score can reach a level",
	Explain: "The score moves in steps, and none of them falls between the start of this level and that of the next. Most often a cut point has a slip of the pen.",
	Bad:     "supplied: {range: [0, 100], step: 1, better: higher}\nlevels:\n  - {id: low, from: 0}\n  - {id: middle, from: 47.1}\n  - {id: high, from: 47.9}",
	Good:    "supplied: {range: [0, 100], step: 0.1, better: higher}\nlevels:\n  - {id: low, from: 0}\n  - {id: middle, from: 47.1}\n  - {id: high, from: 55.2}",
})

var codeRepeated = diag.Define(diag.Info{
	Code:    "activation-repeated-id",
	Title:   "Two parts of a measure have one id",
	Explain: "Results name cut points, levels and important changes by their ids, so an id belongs to one of its kind; a level's id to one of its set.",
	Bad:     "levels:\n  - {id: level_1, from: 0}\n  - {id: level_1, from: 47.1}",
	Good:    "levels:\n  - {id: level_1, from: 0}\n  - {id: level_2, from: 47.1}",
})

var codeDefault = diag.Define(diag.Info{
	Code:    "activation-default-cut-points",
	Title:   "The default cut points are not there",
	Explain: "`default_cut_points:` is the id of one of the sets under `cut_points:`. It gives the level where nobody asks for another set.",
	Bad:     "default_cut_points: pam_curent",
	Good:    "default_cut_points: pam_current",
})

var codeBasis = diag.Define(diag.Info{
	Code:    "activation-basis",
	Title:   "A measure names a basis that there is not",
	Explain: "`basis:` says what kind of ground cut points, a change or a flag have: law, standard, guidance, evidence, convention or local. Many published cut points are conventions, and people should know.",
	Bad:     "basis: published",
	Good:    "basis: convention",
})

// checkCutPoints reports what is wrong with the sets of cut points. Where the score is not known, only what does not depend
// on its range.
func checkCutPoints(def *Definition, s *scored, r *diag.Reporter) {
	if len(def.CutPoints) == 0 {
		r.Errorf(codeFewLevels, diag.At("/cut_points"), "the measure has no cut points").Hinted("Add a set with its levels").After("/cut_points")
	}
	if ids := def.cutIDs(); len(ids) > 0 && !slices.Contains(ids, def.DefaultCutPoints) {
		nearest(r, codeDefault, "/default_cut_points", def.DefaultCutPoints, "set of cut points", ids)
	}
	sets := repetition{}
	for i := range def.CutPoints {
		cut, at := &def.CutPoints[i], fmt.Sprintf("/cut_points/%d", i)
		sets.check(cut.ID, at+"/id", "set of cut points", r)
		checkBasis(cut.Basis, at+"/basis", r)
		if len(cut.Levels) < 2 {
			r.Errorf(codeFewLevels, diag.At(at+"/levels"), "the set %s has %s", cut.ID, phrase.Counted(len(cut.Levels), "level")).
				Hinted("Divide the range into two levels or more").After(at + "/levels")
		}
		checkLevels(cut, at+"/levels", s, r)
	}
}

func checkLevels(cut *CutPoints, at string, s *scored, r *diag.Reporter) {
	levels := repetition{}
	for i, l := range cut.Levels {
		here := fmt.Sprintf("%s/%d", at, i)
		levels.check(l.ID, here+"/id", "level", r)
		from := here + "/from"
		switch {
		case i > 0 && !(l.From > cut.Levels[i-1].From):
			r.Errorf(codeCutPoints, diag.At(from), "the level %s starts at %s, not above the level before it", l.ID, rule.FormatNumber(l.From)).
				Beside(diag.At(fmt.Sprintf("%s/%d/from", at, i-1)), "the level before it").Hinted("Write the levels from the lowest score up").After(from)
		case s == nil:
		case i == 0 && !rule.Equal(l.From, s.kind.Lo):
			r.Errorf(codeCutPoints, diag.At(from), "the first level starts at %s, but the score can be %s", rule.FormatNumber(l.From), rule.FormatNumber(s.kind.Lo)).
				Hinted("Start it at %s", rule.FormatNumber(s.kind.Lo)).After(from)
		case !(l.From <= s.kind.Hi):
			r.Errorf(codeCutPoints, diag.At(from), "the level %s starts at %s, above the highest score %s", l.ID, rule.FormatNumber(l.From), rule.FormatNumber(s.kind.Hi)).
				Hinted("Check the cut point, and the range of the score").After(from)
		case i+1 < len(cut.Levels) && skipped(s.kind, l.From, cut.Levels[i+1].From):
			r.Warnf(codeUnreachable, diag.At(from), "no score lies from %s to below %s, so nobody can be at the level %s",
				rule.FormatNumber(l.From), rule.FormatNumber(cut.Levels[i+1].From), l.ID).Hinted("Check the cut points, and the step of the score")
		}
	}
}

// skipped reports whether no step of the score lies from one cut point to below the next.
func skipped(t rule.Type, from, next float64) bool {
	if !(t.Step > 0) || !(from < next) {
		return false
	}
	steps := (from - t.Lo) / t.Step
	if whole := math.Round(steps); rule.Equal(whole+1, steps+1) { // comparing from 1 on keeps the digits of 0 from counting
		steps = whole
	}
	first := t.Lo + float64(math.Ceil(steps)*t.Step)
	return first > next || rule.Equal(first, next)
}

// checkBasis reports a basis that there is not.
func checkBasis(basis, at string, r *diag.Reporter) {
	if slices.Contains(policy.Bases, basis) {
		return
	}
	e := r.Errorf(codeBasis, diag.At(at), "%q is no basis", basis).Hinted("Use one of %s", strings.Join(policy.Bases, ", ")).After(at)
	if meant := diag.Nearest(basis, policy.Bases); meant != "" {
		e.Mended(diag.At(at), meant)
	}
}

// repetition remembers where ids were first used.
type repetition map[string]string

func (seen repetition) check(id, at, what string, r *diag.Reporter) {
	first, twice := seen[id]
	switch {
	case id == "":
	case twice:
		r.Errorf(codeRepeated, diag.At(at), "there is another %s with the id %s", what, id).Beside(diag.At(first), "first used here").Hinted("Give one of the two another id")
	default:
		seen[id] = at
	}
}
