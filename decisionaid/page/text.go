package page

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// TextWidth is the length of a line of plain text in characters.
const TextWidth = 76

// plain writes text for a terminal, a letter or a record.
type plain struct{}

func (plain) escape(dst []byte, s string) []byte { return appendPlain(dst, s) }
func (plain) strong(dst []byte, s string) []byte { return appendPlain(dst, s) }

func (plain) link(dst []byte, text, to string) []byte {
	dst = appendPlain(dst, text)
	dst = append(dst, " <"...)
	dst = append(dst, to...)
	return append(dst, '>')
}

// heading underlines the two highest levels, so that one can find one's way without colour or size.
func (t plain) heading(o *output, level int, line []byte) {
	from := len(o.b)
	t.put(o, "", line)
	longest := 0
	for part := range bytes.Lines(o.b[from:]) {
		longest = max(longest, utf8.RuneCount(part)-1)
	}
	if level <= 2 {
		o.raw(strings.Repeat("=-"[level-1:level], longest))
		o.raw("\n")
	}
}

// put breaks a line at spaces and indents what follows below what stands behind the mark.
func (plain) put(o *output, mark string, line []byte) {
	o.raw(mark)
	column := len(mark)
	fresh := true
	for word := range bytes.FieldsFuncSeq(line, func(r rune) bool { return r == ' ' }) {
		length := utf8.RuneCount(word)
		switch {
		case fresh:
		case column+1+length > TextWidth:
			o.raw("\n")
			o.raw(strings.Repeat(" ", len(mark)))
			column = len(mark)
		default:
			o.raw(" ")
			column++
		}
		o.b = append(o.b, word...)
		column += length
		fresh = false
	}
	o.raw("\n")
}

func (plain) below() string { return "" }

// table reads a table row by row, with the column named before each cell.
func (t plain) table(p *prose, _ string, columns []string, rows []row) {
	for i, r := range rows {
		if i > 0 {
			p.gap()
		}
		p.put(r.header)
		for j, cell := range r.cells {
			p.item(p.line().text(columns[j]).before(cell))
		}
	}
}
