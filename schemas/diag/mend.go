package diag

import (
	"fmt"
	"strings"
)

const (
	maxMended = 6   // lines shown of each side of an edit
	maxQuoted = 120 // characters shown of a new text whose source is not at hand
)

// mend gives the rows that show an edit: the lines it takes out and the lines it puts in. Where the source is not at hand,
// or the edit does not lie in it, the new text alone is told.
func (s *source) mend(e Edit) []row {
	if !s.holds(e.Span) {
		return []row{{mark: noted, text: "mend: write " + quote(e.NewText) + " at " + plain(e.Span.String())}}
	}
	from, to := e.Span.Start, e.Span.End
	before := s.lines[from.Line-1 : to.Line]
	head := []rune(before[0])[:from.Column-1]
	tail := []rune(before[len(before)-1])[to.Column-1:]
	after := newSource([]byte(string(head) + e.NewText + string(tail))).lines

	first, at := from.Line, from.Column-1
	for len(before) > 0 && len(after) > 0 && before[0] == after[0] {
		before, after = before[1:], after[1:]
		first, at = first+1, 0
	}
	for len(before) > 0 && len(after) > 0 && before[len(before)-1] == after[len(after)-1] {
		before, after = before[:len(before)-1], after[:len(after)-1]
	}
	rows := []row{{mark: noted, text: "mend:"}}
	rows = append(rows, side(removed, before, first, at)...)
	return append(rows, side(added, after, first, at)...)
}

// side gives the lines of one side of an edit, the first of them numbered first and cut around the character at.
func side(mark string, lines []string, first, at int) []row {
	var rows []row
	for i, line := range lines {
		if i == maxMended {
			return append(rows, row{mark: skipped})
		}
		text, _ := draw([]rune(line), at, at)
		rows = append(rows, row{first + i, mark, text})
		at = 0
	}
	return rows
}

// quote gives a text in double quotes, cut where it is long.
func quote(text string) string {
	if runes := []rune(text); len(runes) > maxQuoted {
		text = string(runes[:maxQuoted]) + "…"
	}
	return fmt.Sprintf("%q", strings.ToValidUTF8(text, string(unseen)))
}
