package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Scratch scores many people without allocation: fill Items, call Score, read the values; or give whole columns to
// ScoreColumns. It is made by NewScratch, belongs to one goroutine, and can be used again and again. Its values are the
// same, to the last bit, as those of Questionnaire.Score.
type Scratch struct {
	questionnaire *Questionnaire
	state         *rule.State
	rows          []float64 // the inputs of as many people as ScoreColumns takes at a time
}

// NewScratch makes a scratch for one goroutine.
func (q *Questionnaire) NewScratch() *Scratch {
	q.tables.Do(q.tabulate)
	return &Scratch{questionnaire: q, state: q.model.NewState()}
}

// Items are the answers of one person as rules see them, in the order of Questionnaire.Sheet().Inputs: one for each item, but one
// for each option of an item with marks, and none for words and days. Each is a number, or rule.NA for a blank.
// Set every one of them before each Score. A code is its place among the options of its answer set, from 0; a truth is 1
// or 0. Answers are checked by Score: one that is outside its item's range, between its steps, infinite or a NaN that
// rule.NA did not make counts as missing with the reason invalid.
func (sc *Scratch) Items() []float64 { return sc.state.Frame()[:sc.questionnaire.sheet.Width()] }

// Inputs are all that the scores read of one person, in the order of Questionnaire.Model().Inputs(): first Items, then the facts of
// the person and the answers of an earlier visit, where the questionnaire reads any. Set every one of them before each
// Score, or what is known of one person counts for the next; rule.NA(rule.NotSupplied) is a fact that nobody knows.
func (sc *Scratch) Inputs() []float64 { return sc.state.Frame()[:len(sc.questionnaire.domains)] }

// Score works out every score and finding of the person whose answers stand in Items. It allocates nothing, unless a blank
// leaves a condition open.
func (sc *Scratch) Score() {
	q := sc.questionnaire
	if q.cleanRow(sc.Inputs()) && q.onlyTables {
		frame := sc.state.Frame()
		for _, s := range q.scores {
			table := s.table.Load()
			s.write(table.at(frame), frame)
		}
		return
	}
	q.model.Eval(sc.state)
}

// Value gives the i-th score, in the order of the definition; see Questionnaire.Find. A place that there is not gives a
// value that is missing with the reason internal.
func (sc *Scratch) Value(i int) rule.Value {
	if uint(i) >= uint(len(sc.questionnaire.scores)) {
		return rule.MissingValue(rule.Internal)
	}
	return rule.ValueOf(sc.state.Get(sc.questionnaire.scores[i].value))
}

// Number gives the i-th score without the reason why there is none: the number, and whether there is one. Without one it is 0 and means
// nothing.
func (sc *Scratch) Number(i int) (float64, bool) {
	scores := sc.questionnaire.scores
	if uint(i) >= uint(len(scores)) {
		return 0, false
	}
	if v := sc.state.Frame()[scores[i].value]; v == v {
		return v, true
	}
	return 0, false
}

// Band gives the place of the band of the i-th score among its bands, from 0, or -1 where there is none.
func (sc *Scratch) Band(i int) int {
	if uint(i) >= uint(len(sc.questionnaire.scores)) {
		return -1
	}
	return sc.questionnaire.scores[i].bandIn(sc.state.Frame())
}

// bandIn gives the place of the band in an evaluated frame, or -1.
func (sc *score) bandIn(frame []float64) int {
	if !sc.banded || rule.IsNA(frame[sc.band]) {
		return -1
	}
	return int(frame[sc.band])
}

// Finding gives what the i-th finding comes to, in the order of the definition; see Questionnaire.FindFinding. A place that
// there is not is unknown.
func (sc *Scratch) Finding(i int) Conclusion {
	if uint(i) >= uint(len(sc.questionnaire.verdicts)) {
		return Conclusion{Level: -1}
	}
	return sc.questionnaire.conclusion(i, sc.state.Frame())
}
