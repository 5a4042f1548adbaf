package main

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// item reads the cells of one item.
type item struct {
	id     string
	answer rule.Type
	words  map[string]float64 // option ids, or the words for true and false
	// short holds the answers of cells of one byte, which most are; NA(invalid) where there is none.
	short [256]float64
}

// truths are the words for true and false that spreadsheets and people write.
var truths = map[string]float64{
	"true": 1, "True": 1, "TRUE": 1, "yes": 1, "Yes": 1, "YES": 1, "1": 1,
	"false": 0, "False": 0, "FALSE": 0, "no": 0, "No": 0, "NO": 0, "0": 0,
}

func newItem(id string, answer rule.Type) item {
	it := item{id: id, answer: answer, words: map[string]float64{}}
	if answer.Kind == rule.Truth {
		it.words = truths
	}
	for _, o := range answer.Options {
		it.words[o.ID], _ = answer.Parse(o.ID) // an option's own id is always an answer
	}
	for c := range it.short {
		it.short[c], _ = it.parse([]byte{byte(c)})
	}
	return it
}

// read gives the answer of a cell, as rules see it: a number, NA(blank) for an empty cell, or NA(invalid) with the reason
// in words.
func (it *item) read(cell []byte) (float64, error) {
	switch len(cell) {
	case 0:
		return blank, nil
	case 1:
		if v := it.short[cell[0]]; v == v {
			return v, nil
		}
	}
	return it.parse(cell)
}

var (
	blank   = rule.NA(rule.Blank)
	invalid = rule.NA(rule.Invalid)
)

// parse reads a cell that is not empty.
func (it *item) parse(cell []byte) (float64, error) {
	if v, known := it.words[string(cell)]; known {
		return v, nil
	}
	if number, err := strconv.ParseFloat(string(cell), 64); err == nil && plainNumber(cell) && it.answer.Kind != rule.Truth {
		return it.answer.Parse(number)
	}
	if isNothing(cell) {
		return invalid, fmt.Errorf("%s is not an answer; leave the cell of a blank empty", cell)
	}
	_, err := it.answer.Parse(string(cell))
	if err == nil {
		err = fmt.Errorf("%.60q is not an answer", cell)
	}
	return invalid, err
}

// plainNumber leaves out what strconv reads beyond decimals, such as inf, 0x1p2 and 1_000.
func plainNumber(cell []byte) bool {
	for _, c := range cell {
		if (c < '0' || c > '9') && bytes.IndexByte([]byte("+-.eE"), c) < 0 {
			return false
		}
	}
	return true
}

// isNothing finds the words that programs write for a blank. They are not taken for one, since nobody said so.
func isNothing(cell []byte) bool {
	switch string(cell) {
	case "NA", "N/A", "NaN", "nan", "NULL", "null", "None", "-", ".":
		return true
	}
	return false
}
