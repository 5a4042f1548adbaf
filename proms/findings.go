package proms

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Conclusion is what a finding comes to on the path that scores people by the million: the state, and the place of the
// level that holds among the criterion's levels, or -1. policy.Finding says the same in words.
type Conclusion struct {
	State policy.State
	Level int
}

// prepare works out once what does not depend on answers: which scores each finding and each score rests on, what the values of its slot
// mean, and which gates nothing depends on.
func (q *Questionnaire) prepare() {
	origin := q.origins()
	for i := range q.findings.Len() {
		criterion := q.findings.Criterion(i)
		slot, _ := q.model.Slot(criterion.ID)
		q.verdictAt = append(q.verdictAt, slot)
		q.verdicts = append(q.verdicts, conclusions(criterion, q.model.Type(slot)))
		q.rests = append(q.rests, origin.scores(q.findings.Reads(i)))
	}
	for _, sc := range q.scores {
		sc.parts = origin.scores(sc.Reads())
	}
	for _, g := range q.gates {
		g.idle = !slices.ContainsFunc(g.lanes, func(l lane) bool { return origin.looksAt(l.slot) })
	}
}

// conclusions gives what each code of a finding's slot means: first not applicable, then not met, then met or the levels.
func conclusions(c policy.Criterion, t rule.Type) []Conclusion {
	means := make([]Conclusion, len(t.Options))
	for i, o := range t.Options {
		means[i] = Conclusion{State: policy.Met, Level: slices.IndexFunc(c.Levels, func(l policy.Level) bool { return l.ID == o.ID })}
		if i < 2 {
			means[i].State = []policy.State{policy.NotApplicable, policy.NotMet}[i]
		}
	}
	return means
}

// conclusion reads the i-th finding of an evaluated state.
func (q *Questionnaire) conclusion(i int, frame []float64) Conclusion {
	if v := frame[q.verdictAt[i]]; v >= 0 && int(v) < len(q.verdicts[i]) {
		return q.verdicts[i][int(v)]
	}
	return Conclusion{State: policy.Unknown, Level: -1}
}

// imputed reports whether the i-th finding rests on a score that was worked out in spite of blanks. Whatever stood for them,
// the answers themselves might have led to another finding.
func (q *Questionnaire) imputed(i int, frame []float64) bool {
	return slices.ContainsFunc(q.rests[i], func(sc *score) bool { return sc.despiteBlanks(frame) })
}

// despiteBlanks reports whether the score has a value although members were blank.
func (sc *score) despiteBlanks(frame []float64) bool {
	if len(sc.members) == 0 || rule.IsNA(frame[sc.value]) {
		return false
	}
	answered, expected := sc.count(frame)
	return answered < expected
}

// origins tells of each slot which score writes it, and what whoever writes it reads.
type origins struct {
	score map[rule.Slot]*score
	reads map[rule.Slot][]rule.Slot
}

func (q *Questionnaire) origins() origins {
	o := origins{score: map[rule.Slot]*score{}, reads: map[rule.Slot][]rule.Slot{}}
	for _, sc := range q.scores {
		for _, slot := range sc.Writes() {
			o.score[slot], o.reads[slot] = sc, sc.Reads()
		}
	}
	for _, g := range q.gates {
		for _, slot := range g.Writes() {
			o.reads[slot] = g.Reads()
		}
	}
	for i := range q.findings.Len() {
		slot, _ := q.model.Slot(q.findings.Criterion(i).ID)
		o.reads[slot] = q.findings.Reads(i)
	}
	return o
}

// looksAt reports whether anything reads a slot.
func (o origins) looksAt(slot rule.Slot) bool {
	for _, reads := range o.reads {
		if slices.Contains(reads, slot) {
			return true
		}
	}
	return false
}

// scores gives the scores behind some slots, also through other scores, gates and findings.
func (o origins) scores(slots []rule.Slot) []*score {
	var found []*score
	seen, known := map[rule.Slot]bool{}, map[*score]bool{}
	for todo := slices.Clone(slots); len(todo) > 0; {
		slot := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[slot] {
			continue
		}
		seen[slot] = true
		if sc := o.score[slot]; sc != nil && !known[sc] {
			known[sc], found = true, append(found, sc)
		}
		todo = append(todo, o.reads[slot]...)
	}
	return found
}
