package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// explain writes how the scores and findings of one row came about.
func explain(out io.Writer, s *sheet, in *blocks, row int64) error {
	var b block
	for {
		err := in.next(&b)
		if errors.Is(err, io.EOF) {
			return fmt.Errorf("there is no row %d; the input has %d rows below its header", row, in.rows)
		}
		if err != nil {
			return err
		}
		if row < b.first+b.rows {
			break
		}
	}
	record := b.data
	for range row - b.first {
		length, _ := nextRecord(record)
		record = record[length:]
	}
	length, _ := nextRecord(record)
	r := newScorer(s)
	if b.broken != "" {
		length = len(record)
	}
	readable := r.read(lineOf(record[:length]), b.broken)
	if _, err := fmt.Fprintf(out, "row %d of %s %s\n", row, s.questionnaire.ID(), s.questionnaire.Version()); err != nil {
		return unwritten(err)
	}
	if len(r.fault) > 0 {
		if _, err := fmt.Fprintf(out, "fault: %s\n", r.fault); err != nil {
			return unwritten(err)
		}
	}
	if !readable {
		return nil
	}
	for _, e := range s.questionnaire.Explain(r.answers()) {
		if _, err := fmt.Fprintln(out, e); err != nil {
			return unwritten(err)
		}
	}
	return nil
}

// answers gives the cells of the last row in the form in which one person is scored. The error repeats what fault says.
func (r *scorer) answers() question.Answers {
	values := map[string]any{}
	for _, c := range r.sheet.columns {
		it := &r.sheet.items[c.item]
		switch v, _ := it.read(r.cells[c.cell]); rule.ReasonOf(v) {
		case rule.Present:
			values[it.id] = it.answer.Plain(v)
		case rule.Blank:
		case rule.Invalid:
			values[it.id] = string(r.cells[c.cell])
		default:
			values[it.id] = map[string]any{"missing": rule.ReasonOf(v).String()}
		}
	}
	answers, _ := r.sheet.questionnaire.Answers(values)
	return answers
}
