package proms

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// promises gives what the author says of the scores, so that it can be proved or refuted: a score stays in its range, each
// of its items matters, items of a score with a better direction all point the same way, each band can be reached, and no
// condition always or never holds.
func (q *Questionnaire) promises() cases.Promises {
	p := q.findings.Promises()
	for _, sc := range q.scores {
		def, at := sc.definition, sc.at
		promise := cases.Promise{Output: def.ID, At: at, Range: &def.Range}
		if sc.program != nil { // what comes of a bank or of norms goes one way by its mathematics
			promise.Rule, promise.Members, promise.SameWay = sc.program, q.promised(sc), def.Better != ""
		}
		p.Outputs = append(p.Outputs, promise)
		if sc.banded {
			reach := make([]string, len(def.Bands))
			for k, b := range def.Bands {
				reach[k] = b.ID
			}
			p.Outputs = append(p.Outputs, cases.Promise{Output: def.ID + ".band", At: sc.place("bands"), Reach: reach})
		}
	}
	for _, g := range q.gates {
		if g.when == nil {
			continue
		}
		p.Conditions = append(p.Conditions, cases.Condition{About: "ask_when of " + q.sheet.Question(g.item).ID, Rule: g.when})
	}
	return p
}

// promised gives the items among the members of a score.
func (q *Questionnaire) promised(sc *score) []cases.Member {
	var members []cases.Member
	for _, m := range sc.members {
		if _, item := q.sheet.Place(m.ID); item {
			members = append(members, cases.Member{Name: m.ID, Slot: m.Slot, Reversed: sc.turns(m.Slot)})
		}
	}
	return members
}

// turns reports whether a slot holds a member read from the other end.
func (sc *score) turns(slot rule.Slot) bool {
	return slices.ContainsFunc(sc.turned, func(t turned) bool { return t.to == slot })
}
