package page

import (
	"bytes"
	"strings"
)

// markdown writes CommonMark with the tables of GitHub. Every text is on one line, so that only its own first letters
// could mean something at the start of a line.
type markdown struct{}

func (markdown) escape(dst []byte, s string) []byte { return appendMarkdown(dst, s) }

func (markdown) strong(dst []byte, s string) []byte {
	dst = append(dst, "**"...)
	dst = appendMarkdown(dst, strings.TrimFunc(s, func(r rune) bool { return blank(string(r)) }))
	return append(dst, "**"...)
}

func (markdown) link(dst []byte, text, to string) []byte {
	dst = append(dst, '[')
	dst = appendMarkdown(dst, text)
	dst = append(dst, "]("...)
	// An address may hold what looks like an entity, as in ?a=1&copy=2, and would be read as one.
	dst = append(dst, strings.ReplaceAll(to, "&", `\&`)...)
	return append(dst, ')')
}

func (m markdown) heading(o *output, level int, line []byte) {
	o.raw("######"[:level])
	o.raw(" ")
	o.b = append(o.b, bytes.TrimSpace(line)...)
	o.raw("\n")
}

func (markdown) put(o *output, mark string, line []byte) {
	o.raw(mark)
	o.b = appendStart(o.b, bytes.TrimSpace(line))
	o.raw("\n")
}

func (markdown) below() string { return "\\" }

// appendStart appends a line whose first letters must not begin a list, an underline or a definition.
func appendStart(dst, line []byte) []byte {
	digits := 0
	for digits < len(line) && '0' <= line[digits] && line[digits] <= '9' {
		digits++
	}
	if digits < len(line) {
		c := line[digits]
		if digits > 0 && (c == '.' || c == ')') || digits == 0 && strings.IndexByte("-+=:%", c) >= 0 {
			dst = append(dst, line[:digits]...)
			return append(append(dst, '\\'), line[digits:]...)
		}
	}
	return append(dst, line...)
}

func (m markdown) table(p *prose, corner string, columns []string, rows []row) {
	m.cell(&p.output, p.line().text(corner).b)
	for _, column := range columns {
		m.cell(&p.output, p.line().text(column).b)
	}
	p.raw("|\n|")
	p.raw(strings.Repeat(" --- |", len(columns)+1))
	p.raw("\n")
	for _, r := range rows {
		m.cell(&p.output, r.header.b)
		for _, cell := range r.cells {
			m.cell(&p.output, cell.b)
		}
		p.raw("|\n")
	}
}

// cell writes a cell, whose dashes must not pass for the line below a table's head.
func (markdown) cell(o *output, line []byte) {
	o.raw("| ")
	o.b = appendStart(o.b, bytes.TrimSpace(line))
	o.raw(" ")
}
