package chart

import "strings"

// Table is the data of a picture in words, to be shown beside it.
type Table struct {
	Caption string
	Columns []string
	Rows    [][]string // each with one cell for each column
}

// Text gives the table as plain lines, one a row, in which every cell says what it is, as far as there are columns.
func (t Table) Text() string {
	var b strings.Builder
	b.WriteString(oneLine(t.Caption))
	b.WriteByte('\n')
	for _, row := range t.Rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteString("; ")
			}
			if i < len(t.Columns) {
				b.WriteString(oneLine(t.Columns[i]) + ": ")
			}
			b.WriteString(oneLine(cell))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// oneLine keeps a text of a caller from beginning a row of its own.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
