package chart

import (
	"math"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/picture"
)

// breadth is how wide a text will be, generously.
func breadth(text string) float64 { return runeWidth * float64(utf8.RuneCountInString(text)) }

// edgeName is a name at the right edge of a plot, for what lies at a height.
type edgeName struct {
	at    float64
	lines []string
	y     float64 // the middle of the name once it is placed
}

// maxEdgeLines is how many lines a name at the edge may take; the table holds it whole.
const maxEdgeLines = 2

func newEdgeName(at float64, text string) edgeName {
	lines := picture.Wrap(text, edgeRunes)
	return edgeName{at: at, lines: clip(lines, maxEdgeLines)}
}

// clip keeps the first lines and says by an ellipsis that there are more.
func clip(lines []string, most int) []string {
	if len(lines) <= most {
		return lines
	}
	last := []rune(lines[most-1])
	if len(last) >= edgeRunes {
		last = last[:edgeRunes-1]
	}
	return append(lines[:most-1:most-1], string(last)+"…")
}

// spread places names between top and bottom, each as near to its height as it can without touching another. They come
// from the top down. Where two lines each are too many, every name takes one.
func spread(names []edgeName, top, bottom float64) {
	total := 0
	for _, n := range names {
		total += len(n.lines)
	}
	if float64(total*lineHeight) > bottom-top {
		for i := range names {
			names[i].lines = clip(names[i].lines, 1)
		}
	}
	free := top
	for i := range names {
		half := float64(len(names[i].lines)*lineHeight) / 2
		names[i].y = math.Max(names[i].at, free+half)
		free = names[i].y + half
	}
	free = bottom
	for i := len(names) - 1; i >= 0; i-- {
		half := float64(len(names[i].lines)*lineHeight) / 2
		names[i].y = math.Min(names[i].y, free-half)
		free = names[i].y - half
	}
}

// edgeNames writes names at the right edge, each with a thin line to its height.
func (s *svg) edgeNames(names []edgeName, p plot) {
	spread(names, p.top-8, p.bottom()+8)
	for _, n := range names {
		s.line(plotRight+1, n.at, edgeLeft-3, n.y, `stroke-opacity=".5"`)
		s.lines(edgeLeft, n.y+4.5-float64((len(n.lines)-1)*lineHeight)/2, n.lines)
	}
}

// entry is one line of the key below a picture.
type entry struct {
	mark mark
	text string
}

// key writes the entries below a height.
func (s *svg) key(entries []entry, y float64) {
	for _, e := range entries {
		lines := picture.Wrap(e.text, keyRunes)
		s.mark(e.mark, 15, y+lineHeight-4.5)
		s.lines(keyLeft, y+lineHeight, lines)
		y += float64(len(lines)*lineHeight) + 4
	}
}

// keyHeight is how much room key takes.
func keyHeight(entries []entry) float64 {
	height := 0.0
	for _, e := range entries {
		height += float64(len(picture.Wrap(e.text, keyRunes))*lineHeight) + 4
	}
	return height
}
