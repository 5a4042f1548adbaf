package diag

import (
	"strings"
	"unicode"
)

const (
	maxLines = 4   // a longer stretch of source shows its first two lines and its last
	maxRunes = 160 // a longer line is cut around the fault
	leadIn   = 40  // characters that are shown before the fault in a line that is cut
	tabStop  = 4
)

// row is one line of a rendering: a number in the margin (0 for none), a mark that says what the line is, and its text.
type row struct {
	number int
	mark   string
	text   string
}

// The marks of rows.
const (
	quoted  = "|"
	noted   = "="
	removed = "-"
	added   = "+"
	skipped = "..."
)

// snippet gives the lines of a span with carets beneath what it covers. Whatever the span says, the carets stay within
// the text; a span that starts after the last line has no snippet. The span must be Known.
func (s *source) snippet(span Span) []row {
	if s == nil || span.Start.Line > len(s.lines) {
		return nil
	}
	first, last := span.Start.Line, min(max(span.Start.Line, span.End.Line), len(s.lines))
	if last > first && last == span.End.Line && span.End.Column <= 1 {
		last-- // The span ends with the line break before this line.
	}
	var rows []row
	for n := first; n <= last; n++ {
		if n == first+2 && last-first >= maxLines {
			rows = append(rows, row{mark: skipped})
			n = last
		}
		line := []rune(s.lines[n-1])
		from, to := covered(line, n, span)
		text, carets := draw(line, from, to)
		rows = append(rows, row{n, quoted, text})
		if from < to || first == last {
			rows = append(rows, row{0, quoted, carets})
		}
	}
	return rows
}

// covered gives the characters of line n that a span covers, counted from 0: on its first line from its start, on
// its last up to its end, and between them all but the blanks on either side.
func covered(line []rune, n int, span Span) (from, to int) {
	if n == span.Start.Line {
		from = max(span.Start.Column, 1) - 1
	} else {
		for from < len(line) && unicode.IsSpace(line[from]) {
			from++
		}
	}
	from = min(from, len(line))
	switch {
	case n < span.End.Line:
		to = len(line)
		for to > from && unicode.IsSpace(line[to-1]) {
			to--
		}
	case n == span.End.Line:
		to = min(max(span.End.Column, from+1)-1, len(line))
	default:
		to = from
	}
	return from, to
}

// draw gives a line as it is printed and the carets that stand beneath its characters from up to to; at least one caret.
func draw(line []rune, from, to int) (text, carets string) {
	start, end := 0, len(line)
	if len(line) > maxRunes {
		start = min(max(0, from-leadIn), len(line)-maxRunes)
		end = start + maxRunes
	}
	shown := make([]rune, end-start)
	for i, r := range line[start:end] {
		if shown[i] = r; r != '\t' {
			shown[i] = visible(r)
		}
	}
	var b strings.Builder
	column, before, under := 0, 0, 0
	if start > 0 {
		b.WriteRune('…')
		column, before = 1, 1
	}
	for i, width := range cells(shown) {
		if shown[i] == '\t' {
			width = tabStop - column%tabStop
			b.WriteString(strings.Repeat(" ", width))
		} else {
			b.WriteRune(shown[i])
		}
		column += width
		switch at := start + i; {
		case at < from:
			before += width
		case at < to:
			under += width
		}
	}
	if end < len(line) {
		b.WriteRune('…')
	}
	if under == 0 && from < to {
		before = max(0, before-1) // Only a combining mark: point at the character that carries it.
	}
	return b.String(), strings.Repeat(" ", before) + strings.Repeat("^", max(1, under))
}
