package diag

import (
	"cmp"
	"fmt"
	"strings"
)

// Pos is a place in a source text. Line and Column count from 1, Column in characters (Unicode code points, a tab
// is one), Offset in bytes from 0. The zero Pos means that no place is known.
type Pos struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Offset int `json:"offset"`
}

// Span is a stretch of one file: from Start up to, and not including, End. A zero Span means that no place is known,
// as for a definition that a host built in code.
type Span struct {
	File  string `json:"file,omitempty"`
	Start Pos    `json:"start,omitzero"`
	End   Pos    `json:"end,omitzero"`
}

// Known reports whether the span points into a source text.
func (s Span) Known() bool { return s.Start.Line > 0 }

// ordered reports whether both ends are places and the start is not after the end.
func (s Span) ordered() bool {
	a, b := s.Start, s.End
	return min(a.Line, a.Column, b.Line, b.Column) >= 1 && (a.Line < b.Line || a.Line == b.Line && a.Column <= b.Column)
}

// String gives the place in the form that editors and terminals make a link of: file:line:column, or as much of it as
// is known. It is empty for the zero Span.
func (s Span) String() string {
	switch {
	case !s.Known():
		return s.File
	case s.File == "":
		return fmt.Sprintf("%d:%d", s.Start.Line, s.Start.Column)
	default:
		return fmt.Sprintf("%s:%d:%d", s.File, s.Start.Line, s.Start.Column)
	}
}

// compare orders spans by file, then by start, then by end.
func (s Span) compare(t Span) int {
	return cmp.Or(strings.Compare(s.File, t.File), s.Start.compare(t.Start), s.End.compare(t.End))
}

// compare orders places by line, then by column, then by offset.
func (p Pos) compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column), cmp.Compare(p.Offset, q.Offset))
}
