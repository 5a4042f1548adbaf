package proms

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// bounded is a small questionnaire in which every part of a score's bounds matters: reversed items, items asked of some, a
// count of answers that gates can put out of reach, rounding, bands, scores of scores, and a range that cuts.
func bounded() string {
	text := `kind: questionnaire
id: bounded
version: 1.0.0
title: Bounds
items:
  - {id: a, number: {range: [0, 2], step: 1}}
  - {id: b, number: {range: [0, 2], step: 1}}
  - {id: c, number: {range: [0, 2], step: 1}, ask_when: a > 0}
  - {id: d, number: {range: [0, 2], step: 1}, ask_when: b == 1, when_not_asked: 0}
scores:
  - {id: plain, of: [a, b], missing: complete, rule: sum(of), range: [0, 4]}
  - {id: turned, of: [a, c], reversed: [a, c], missing: complete, rule: sum(of), range: [0, 4]}
  - {id: enough, of: [a, b, c], missing: {at_least: 3, fill: mean}, rule: sum(of), range: [0, 6]}
  - {id: stands, of: [c, d], reversed: [d], missing: complete, rule: mean(of), round: {places: 0, half: even}, range: [0, 2]}
  - id: banded
    of: [a, b, d]
    missing: {at_least: {share: 0.5}, key: [a], fill: mean}
    rule: mean(of)
    round: {places: 1, half: up}
    range: [0, 2]
    bands:
      - {id: low, from: 0}
      - {id: high, from: 1.3}
  - {id: above, of: [plain, turned], missing: {at_least: 1, fill: drop}, rule: max(of), range: [0, 4]}
findings:
  - {id: is_high, when: banded.band == "high", basis: local}
`
	for _, score := range []string{"plain", "turned", "enough", "stands", "banded", "above"} {
		for _, cut := range []string{"> 0", ">= 2", "< 4", "== 1"} {
			id := fmt.Sprintf("%s_%d", score, strings.Count(text, "- {id: "+score+"_"))
			text += fmt.Sprintf("  - {id: %s, when: %s %s, basis: local}\n", id, score, cut)
		}
	}
	return text
}

// TestBoundsAreSound fills in the blanks of every form in every way: a finding that was known before, and rests on no score that
// was worked out in spite of blanks, is the same for each of them. Forms in which an item is answered although nobody can
// know whether to ask it are left out: unknown means asked, so filling in the blank may take that answer back. Enough findings
// must be known, or the bounds are good for nothing.
func TestBoundsAreSound(t *testing.T) {
	q := loaded(t, bounded())
	scratch := q.NewScratch()
	conclude := func(row [4]int) []Conclusion {
		for i, v := range row {
			scratch.Items()[i] = float64(v)
			if v < 0 {
				scratch.Items()[i] = rule.NA(rule.Blank)
			}
		}
		scratch.Score()
		all := make([]Conclusion, len(q.verdicts))
		for i := range all {
			all[i] = scratch.Finding(i)
			if q.imputed(i, scratch.state.Frame()) {
				all[i].State = policy.Unknown
			}
		}
		return all
	}
	known, blankForms := 0, 0
	for form := range 4 * 4 * 4 * 4 {
		row := [4]int{form%4 - 1, form/4%4 - 1, form/16%4 - 1, form/64 - 1}
		before := conclude(row)
		if slices.ContainsFunc(q.gates, func(g *gate) bool { return row[g.item] >= 0 && rule.IsNA(g.decide(scratch.state)) }) {
			continue
		}
		complete := true
		for full := range 3 * 3 * 3 * 3 {
			filled := [4]int{full % 3, full / 3 % 3, full / 9 % 3, full / 27}
			fits := true
			for i, v := range row {
				fits = fits && (v < 0 || v == filled[i])
				complete = complete && v >= 0
			}
			if !fits {
				continue
			}
			for i, after := range conclude(filled) {
				if before[i].State != policy.Unknown && before[i] != after {
					t.Fatalf("%v: %s is %v, and for %v it is %v", row, q.findings.Criterion(i).ID, before[i], filled, after)
				}
			}
		}
		if !complete {
			blankForms += len(before)
			for _, c := range before {
				if c.State != policy.Unknown {
					known++
				}
			}
		}
	}
	if share := float64(known) / float64(blankForms); share < 0.3 {
		t.Errorf("only %v of the findings over forms with blanks are known", share)
	}
}

// TestBoundsHoldEverybody narrows the answers in every way to a stretch, as proofs do, and holds that what is then said of each
// score and band holds for every person within it: the range, and whether it is missing.
func TestBoundsHoldEverybody(t *testing.T) {
	q := loaded(t, bounded())
	stretches := [][2]int{{0, 0}, {1, 1}, {2, 2}, {0, 1}, {1, 2}, {0, 2}}
	var slots []rule.Slot
	for _, out := range q.Model().Outputs()[:3*len(q.scores)] {
		if slot, ok := q.Model().Slot(out.Name); ok && !strings.HasSuffix(out.Name, ".exact") && !strings.HasPrefix(out.Name, "is_") {
			slots = append(slots, slot)
		}
	}
	s := q.Model().NewState()
	for form := range 6 * 6 * 6 * 6 {
		within := [4][2]int{stretches[form%6], stretches[form/6%6], stretches[form/36%6], stretches[form/216]}
		ranges := q.Model().Ranges()
		for i, stretch := range within {
			ranges.SetBound(rule.Slot(i), rule.Bound{Lo: float64(stretch[0]), Hi: float64(stretch[1])})
		}
		for full := range 81 {
			row, fits := [4]int{full % 3, full / 3 % 3, full / 9 % 3, full / 27}, true
			for i, v := range row {
				fits = fits && v >= within[i][0] && v <= within[i][1]
				s.Frame()[i] = float64(v)
			}
			if !fits {
				continue
			}
			q.Model().Eval(s)
			for _, slot := range slots {
				b, v := ranges.Bound(slot), s.Get(slot)
				gone := rule.IsNA(v)
				if gone && b.NA == rule.Never || !gone && (b.NA == rule.Always || v < b.Lo || v > b.Hi) {
					t.Fatalf("answers within %v: %s is said to be %+v, and for %v it is %s", within, q.Model().Name(slot), b, row, rule.FormatNumber(v))
				}
				if known := form%6 < 3 && form/6%6 < 3 && form/36%6 < 3 && form/216 < 3; known && !gone && !b.IsPoint() {
					t.Fatalf("all answers are known to be %v, and %s is only said to be %+v", row, q.Model().Name(slot), b)
				}
			}
		}
	}
}
