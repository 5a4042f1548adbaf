package proms

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Columns are the results of many people: one column for each score and finding, with one value a person. They can be
// used again, so that scoring batch after batch allocates nothing.
type Columns struct {
	// Values holds the scores: Values[i][k] is the i-th score of the k-th person.
	Values [][]rule.Value
	// Bands holds the place of the band of each score, or -1 where there is none.
	Bands [][]int
	// Findings holds what each finding comes to.
	Findings [][]Conclusion
}

// atATime is how many people ScoreColumns takes from the columns at a time: few enough for their answers to stay at hand.
const atATime = 64

// ScoreColumns scores many people at once. items holds a column for each of Scratch.Items, in their order, each with one
// answer a person; a nil column stands for an item that nobody answered. Where the questionnaire reads more than its items, there
// can be a column for each of Scratch.Inputs instead; else all of that is not supplied. into takes the results, whatever it held
// before; its columns are as long as those of the items. The answers are not changed. The error is ErrColumns, and then into is
// left as it was.
func (sc *Scratch) ScoreColumns(items [][]float64, into *Columns) error {
	people, err := sc.people(items)
	if err != nil {
		return err
	}
	q := sc.questionnaire
	into.Values = resized(into.Values, len(q.scores), people)
	into.Bands = resized(into.Bands, len(q.scores), people)
	into.Findings = resized(into.Findings, len(q.verdicts), people)
	sc.blankRows()
	width := len(q.domains)
	for start := 0; start < people; start += atATime {
		end := min(start+atATime, people)
		for i, column := range items {
			if column != nil {
				q.cleanColumn(i, column[start:end], sc.rows, width)
			}
		}
		for k := start; k < end; k++ {
			copy(sc.state.Frame(), sc.rows[(k-start)*width:(k-start+1)*width])
			q.model.Eval(sc.state)
			sc.read(k, into)
		}
	}
	return nil
}

// blankRows makes rows of people of whom nothing is known.
func (sc *Scratch) blankRows() {
	width := len(sc.questionnaire.domains)
	if sc.rows == nil {
		sc.rows = make([]float64, atATime*width)
	}
	blank, unknown := rule.NA(rule.Blank), rule.NA(rule.NotSupplied)
	for i := range sc.rows {
		if sc.rows[i] = blank; i%width >= sc.questionnaire.sheet.Width() {
			sc.rows[i] = unknown
		}
	}
}

// read puts the results of the person in the state into the k-th place of the columns.
func (sc *Scratch) read(k int, into *Columns) {
	q, frame := sc.questionnaire, sc.state.Frame()
	for i, s := range q.scores {
		into.Values[i][k] = rule.ValueOf(frame[s.value])
		into.Bands[i][k] = s.bandIn(frame)
	}
	for i := range q.verdicts {
		into.Findings[i][k] = q.conclusion(i, frame)
	}
}

// people counts the people in columns of items.
func (sc *Scratch) people(items [][]float64) (int, error) {
	q := sc.questionnaire
	if n := len(items); n != q.sheet.Width() && n != len(q.domains) {
		return 0, fmt.Errorf("proms: %s reads %d answers, and these are %d columns: %w", q.ID(), q.sheet.Width(), n, ErrColumns)
	}
	people, first := 0, -1
	for i, column := range items {
		switch {
		case column == nil:
		case first < 0:
			people, first = len(column), i
		case len(column) != people:
			return 0, fmt.Errorf("proms: column %d has %d answers, and column %d has %d: %w", i, len(column), first, people, ErrColumns)
		}
	}
	return people, nil
}

// resized gives columns of a number and a length, in the memory of the old ones where that is enough.
func resized[T any](columns [][]T, number, length int) [][]T {
	for len(columns) < number {
		columns = append(columns, nil)
	}
	columns = columns[:number]
	for i, column := range columns {
		if cap(column) < length {
			columns[i] = make([]T, length)
			continue
		}
		columns[i] = column[:length]
	}
	return columns
}
