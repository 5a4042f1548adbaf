package chart

import "github.com/whatmatters-care/whatmatters/schemas/picture"

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

// svg is a drawing of this package's shapes.
type svg struct{ picture.Drawing }

func (s *svg) close() []byte { return *s.Raw("</g></svg>\n") }

// text writes one line; anchor is start, middle or end.
func (s *svg) text(x, y float64, anchor, line string) {
	s.Raw(`<text x="`).Tenth(x).Raw(`" y="`).Tenth(y)
	if anchor != "start" {
		s.Raw(`" text-anchor="`, anchor)
	}
	s.Raw(`">`).Escaped(line).Raw(`</text>`)
}

// lines writes wrapped text, the first line with its baseline at y.
func (s *svg) lines(x, y float64, lines []string) {
	for i, line := range lines {
		s.text(x, y+float64(i*lineHeight), "start", line)
	}
}

// line draws a straight line with more attributes, such as its dashes.
func (s *svg) line(x1, y1, x2, y2 float64, attributes string) {
	s.Raw(`<path d="M`).Tenth(x1).Raw(" ").Tenth(y1).Raw("L").Tenth(x2).Raw(" ").Tenth(y2)
	s.Raw(`" fill="none" stroke="currentColor" `, attributes, `/>`)
}
