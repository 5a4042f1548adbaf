package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// sheet is a questionnaire laid over the columns of a file. It is immutable.
type sheet struct {
	questionnaire *proms.Questionnaire
	definition    *proms.Definition
	items         []item
	columns       []column
	width         int // how many cells a row has
}

// column joins a cell of each row to an item.
type column struct{ cell, item int }

// newSheet lays a questionnaire over a header. absent lists the items without a column.
func newSheet(q *proms.Questionnaire, header []string, ignore bool) (s *sheet, absent []string, err error) {
	s = &sheet{questionnaire: q, definition: q.Definition(), width: len(header)}
	ids := q.Sheet().IDs()
	for i, id := range ids {
		s.items = append(s.items, newItem(id, q.Sheet().Type(i)))
	}
	var unknown []string
	for cell, name := range header {
		at, known := q.Sheet().Place(name)
		switch {
		case !known:
			unknown = append(unknown, named(name, ids))
		case slices.ContainsFunc(s.columns, func(c column) bool { return c.item == at }):
			return nil, nil, fmt.Errorf("the header names %s twice, so it is not clear which column to score; leave one out", name)
		default:
			s.columns = append(s.columns, column{cell, at})
		}
	}
	if len(unknown) > 0 && !ignore {
		return nil, nil, fmt.Errorf("the header names what is no item of %s: %s; mend the names, or leave such columns alone with -ignore%s",
			q.ID(), strings.Join(unknown, ", "), separatorHint(header))
	}
	for i, id := range ids {
		if !slices.ContainsFunc(s.columns, func(c column) bool { return c.item == i }) {
			absent = append(absent, id)
		}
	}
	if len(s.columns) == 0 {
		return nil, nil, errors.New("the header names no item of " + q.ID() + ", so there is nothing to score; its items are " +
			strings.Join(ids, ", ") + separatorHint(header))
	}
	return s, absent, nil
}

// named gives an unknown name with the item that was perhaps meant.
func named(name string, ids []string) string {
	text := fmt.Sprintf("%.60q", name)
	if near := diag.Nearest(name, ids); near != "" {
		text += " (did you mean " + near + "?)"
	}
	return text
}

// separatorHint helps those whose programs write semicolons or tabs.
func separatorHint(header []string) string {
	if len(header) == 1 && strings.ContainsAny(header[0], ";\t") {
		return "; cells are separated by commas, and this header has other signs"
	}
	return ""
}
