package main

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// scorer scores rows one after the other, in memory that it uses again. It belongs to one goroutine.
type scorer struct {
	sheet   *sheet
	scratch *proms.Scratch
	cells   [][]byte
	// scores and fault are what the last row came to. A row with a fault may have scores: a cell that cannot be right counts
	// as missing.
	scores []outcome
	fault  []byte
}

// outcome is one score of one row.
type outcome struct {
	value rule.Value
	band  string
}

func newScorer(s *sheet) *scorer {
	return &scorer{sheet: s, scratch: s.questionnaire.NewScratch(), scores: make([]outcome, len(s.definition.Scores))}
}

// each scores the rows of a block in order.
func (r *scorer) each(b *block, then func(row int64)) {
	data := b.data
	for row := b.first; row < b.first+b.rows; row++ {
		length, _ := nextRecord(data)
		if b.broken != "" {
			length = len(data)
		}
		r.row(lineOf(data[:length]), b.broken)
		then(row)
		data = data[length:]
	}
}

// row scores one record.
func (r *scorer) row(record []byte, broken string) {
	r.fault = r.fault[:0]
	if !r.read(record, broken) {
		for i := range r.scores {
			r.scores[i] = outcome{value: rule.MissingValue(rule.Invalid)}
		}
		return
	}
	r.scratch.Score()
	for i := range r.scores {
		band := ""
		if at := r.scratch.Band(i); at >= 0 {
			band = r.sheet.definition.Scores[i].Bands[at].ID
		}
		r.scores[i] = outcome{r.scratch.Value(i), band}
	}
}

// read fills the scratch with the cells of a record. It is false where they cannot be told apart: a row with a cell too many or
// too few may have each of them in the wrong place, so none is scored.
func (r *scorer) read(record []byte, broken string) bool {
	sound := false
	if broken == "" {
		r.cells, sound = split(record, r.cells)
	}
	switch {
	case broken != "":
		r.fault = append(r.fault, broken...)
	case !sound:
		r.fault = append(r.fault, "text follows a closing quote; double a quote that is text"...)
	case len(record) == 0 && r.sheet.width > 1:
		r.fault = append(r.fault, "the line is empty; write commas for a row of blanks"...)
	case len(r.cells) != r.sheet.width:
		r.fault = fmt.Appendf(r.fault, "the row has %d cells and the header %d, so it is not clear which answer is whose", len(r.cells), r.sheet.width)
	default:
		r.fill()
		return true
	}
	return false
}

// fill reads the answers, and notes those that cannot be right.
func (r *scorer) fill() {
	items := r.scratch.Items()
	if len(r.sheet.columns) < len(items) {
		for i := range items {
			items[i] = blank
		}
	}
	for _, c := range r.sheet.columns {
		answer, err := r.sheet.items[c.item].read(r.cells[c.cell])
		if err != nil {
			if len(r.fault) > 0 {
				r.fault = append(r.fault, "; "...)
			}
			r.fault = append(append(append(r.fault, r.sheet.items[c.item].id...), ": "...), err.Error()...)
		}
		items[c.item] = answer
	}
}
