package diag

import (
	"strings"
	"unicode/utf8"
)

// source is a text cut into lines. A line ends at LF or CR LF, as for the reader of definitions; the break is left out.
type source struct{ lines []string }

func newSource(text []byte) *source {
	return &source{strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")}
}

// holds reports whether a span lies in the text, its start not after its end. Only then can an edit be shown.
func (s *source) holds(span Span) bool {
	return s != nil && span.ordered() && s.has(span.Start) && s.has(span.End)
}

// has reports whether a place, counted from 1, lies in the text; the place just after the last character of a line does.
func (s *source) has(p Pos) bool {
	return p.Line <= len(s.lines) && p.Column <= utf8.RuneCountInString(s.lines[p.Line-1])+1
}

// library keeps the sources that one writer has asked for, so that each is fetched and cut once.
type library struct {
	fetch func(file string) ([]byte, bool)
	shelf map[string]*source
}

func newLibrary(o Options) *library { return &library{o.Sources, map[string]*source{}} }

// snippet gives the snippet of a span; none where the text is not at hand.
func (l *library) snippet(span Span) []row {
	if !span.Known() {
		return nil
	}
	return l.source(span.File).snippet(span)
}

// source gives the text of a file, or nil where it is not at hand.
func (l *library) source(file string) *source {
	s, known := l.shelf[file]
	if known || l.fetch == nil {
		return s
	}
	if text, ok := l.fetch(file); ok {
		s = newSource(text)
	}
	l.shelf[file] = s
	return s
}
