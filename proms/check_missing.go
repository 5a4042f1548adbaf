package proms

import (
	"math"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeMissingRule = diag.Define(diag.Info{
	Code:    "score-missing-rule",
	Title:   "A score over a list does not say what a blank does",
	Explain: "Wherever there is `of:`, `missing:` must say how many answers are enough and what stands for a blank. Without it a blank would silently count as something.",
	Bad:     "of: symptoms\nrule: sum(of)",
	Good:    "of: symptoms\nmissing: {at_least: 7, fill: mean, basis: convention}\nrule: sum(of)",
})

var codeEnough = diag.Define(diag.Info{
	Code:    "score-missing-count",
	Title:   "A number of answers that cannot be asked for",
	Explain: "`at_least:` counts items of the score: a whole number from 1 to the number of items, or a share above 0 and at most 1. More items than there are would make the score missing for everybody.",
	Bad:     "of: [q1, q2, q3]\nmissing: {at_least: 4, fill: mean}",
	Good:    "of: [q1, q2, q3]\nmissing: {at_least: 2, fill: mean}",
})

var codeIdleFill = diag.Define(diag.Info{
	Code:    "score-missing-fill",
	Title:   "Some items may be blank, but nothing stands for a blank",
	Explain: "`at_least:` lets a person leave items out, but without `fill:` one blank makes the sum or mean missing all the same. Say what stands for a blank, or ask for all items.",
	Bad:     "missing: {at_least: 7}\nrule: sum(of)",
	Good:    "missing: {at_least: 7, fill: mean, basis: convention}\nrule: sum(of)",
})

// checkMissing reports a rule for blanks that is not there, or that cannot be followed over the members of the score.
func checkMissing(sc *score, r *diag.Reporter) {
	s, at, n := sc.definition, sc.place("missing"), len(sc.members)
	m := s.Missing
	switch {
	case s.Of.IsZero() && m != nil:
		r.Errorf(codeMissingRule, diag.At(at).Key(), "%s has a rule for blanks but no list `of:` to apply it to", s.ID).
			Hinted("Name the list under `of:`, or take the rule out").After(sc.at + "/of")
		return
	case s.Of.IsZero():
		return
	case m == nil:
		r.Errorf(codeMissingRule, diag.At(sc.at), "%s does not say what a blank does", s.ID).
			Hinted("Add `missing: complete`, or how many answers are enough and what stands for a blank: `missing: {at_least: %d, fill: mean}`", max(1, n-1)).After(at)
		return
	}
	checkAtLeast(m.AtLeast, at+"/at_least", n, r)
	if v := m.Fill.Value; math.IsNaN(v) || math.IsInf(v, 0) {
		r.Errorf(codeMissingForm, diag.At(at+"/fill"), "a blank cannot count as %v", v).Hinted("Write none, mean, drop, carried or a number")
	}
	if m.Basis != "" && !slices.Contains(policy.Bases, m.Basis) {
		e := r.Errorf(codeMissingForm, diag.At(at+"/basis"), "%q is no basis", m.Basis).Hinted("Use one of %s", strings.Join(policy.Bases, ", "))
		if near := diag.Nearest(m.Basis, policy.Bases); near != "" {
			e.Mended(diag.At(at+"/basis"), near)
		}
	}
	if n > 0 && !m.AtLeast.All && m.AtLeast.Needed(n) < n && m.Fill.Kind == rule.FillNone && !m.Fill.Carried && s.Rule != "" && !looksAtBlanks(s.Rule) {
		r.Warnf(codeIdleFill, diag.At(at), "%s lets items be blank, and any blank makes it missing", s.ID).
			Hinted("Add `fill:`, or write `missing: complete`").After(at + "/fill")
	}
}

func checkAtLeast(a AtLeast, at string, n int, r *diag.Reporter) {
	switch {
	case a.All:
	case a.Share != 0 || a.More:
		if !(a.Share > 0 && a.Share <= 1) || a.More && a.Share == 1 {
			r.Errorf(codeEnough, diag.At(at), "a share of %v of the items cannot be asked for", a.Share).Hinted("Write a share above 0 and at most 1")
		}
	case a.Count < 1:
		r.Errorf(codeEnough, diag.At(at), "at_least is %d; it counts items, from 1", a.Count).Hinted("Write a whole number, or a share such as {share: 0.5}")
	case n > 0 && a.Count > n:
		r.Errorf(codeEnough, diag.At(at), "at_least is %d, but the score has %d items", a.Count, n).Hinted("Write at most %d", n)
	}
}

// looksAtBlanks reports whether a rule deals with blanks itself, by the names of the functions that do.
func looksAtBlanks(text string) bool {
	for _, name := range []string{"count(", "answered(", "ifna("} {
		if strings.Contains(text, name) {
			return true
		}
	}
	return false
}
