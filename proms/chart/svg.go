package chart

import (
	"strconv"
	"unicode/utf8"
)

// The layout of all pictures, in units of the viewBox.
const (
	pictureWidth = 600
	lineHeight   = 17
	runeWidth    = 7.4 // of a 13-unit sans-serif, in wide fonts too
	plotRight    = 456.0
	plotHeight   = 250.0
	edgeLeft     = 470 // where the names at the right edge begin
	edgeRunes    = 17
	keyLeft      = 32
	keyRunes     = 76
)

// accent is the one colour. It has a contrast of more than 4 to 1 to white and to black, so that it may stay where the
// reader's own colours hold.
const accent = "#2b78c5"

// svg is a drawing that grows by appending; every text of a caller goes through escaped.
type svg []byte

func (s svg) close() []byte { return s.raw("</g></svg>\n") }

// raw appends markup of this package's own, never a text of a caller.
func (s svg) raw(parts ...string) svg {
	for _, part := range parts {
		s = append(s, part...)
	}
	return s
}

func (s svg) int(n int) svg { return strconv.AppendInt(s, int64(n), 10) }

// at writes a length to one decimal.
func (s svg) at(x float64) svg { return strconv.AppendFloat(s, x, 'f', 1, 64) }

// text writes one line; anchor is start, middle or end.
func (s svg) text(x, y float64, anchor, line string) svg {
	s = s.raw(`<text x="`).at(x).raw(`" y="`).at(y)
	if anchor != "start" {
		s = s.raw(`" text-anchor="`, anchor)
	}
	return s.raw(`">`).escaped(line).raw(`</text>`)
}

// lines writes wrapped text, the first line with its baseline at y.
func (s svg) lines(x, y float64, lines []string) svg {
	for i, line := range lines {
		s = s.text(x, y+float64(i*lineHeight), "start", line)
	}
	return s
}

// line draws a straight line with more attributes, such as its dashes.
func (s svg) line(x1, y1, x2, y2 float64, attributes string) svg {
	s = s.raw(`<path d="M`).at(x1).raw(" ").at(y1).raw("L").at(x2).raw(" ").at(y2)
	return s.raw(`" fill="none" stroke="currentColor" `, attributes, `/>`)
}

// escaped writes text so that it is well-formed XML wherever it stands: markup is escaped, white space becomes a space, and
// what XML cannot hold becomes U+FFFD.
func (s svg) escaped(text string) svg {
	for _, r := range text {
		switch {
		case r == '&':
			s = append(s, "&amp;"...)
		case r == '<':
			s = append(s, "&lt;"...)
		case r == '>':
			s = append(s, "&gt;"...)
		case r == '"':
			s = append(s, "&#34;"...)
		case r == '\'':
			s = append(s, "&#39;"...)
		case r == '\t' || r == '\n' || r == '\r':
			s = append(s, ' ')
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			s = utf8.AppendRune(s, utf8.RuneError)
		default:
			s = utf8.AppendRune(s, r)
		}
	}
	return s
}
