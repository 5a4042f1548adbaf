package chart

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/picture"
)

// plot is the part of a picture that holds the points, with the upright axis at its left.
type plot struct {
	scale     Scale
	ticks     []float64
	left, top float64
}

// plot makes room for the heading above and the numbers at the left.
func (w *Words) plot(scale Scale, ticks []float64) plot {
	name, better := w.heading(scale)
	p := plot{scale: scale, ticks: ticks, left: 40}
	p.top = float64((len(picture.Wrap(name, keyRunes))+len(picture.Wrap(better, keyRunes)))*lineHeight) + 20
	for _, tick := range ticks {
		p.left = math.Max(p.left, breadth(w.amount(scale, tick))+14)
	}
	return p
}

// y is the height of a value; what lies beyond the scale, as wide limits may, stands at its edge.
func (p plot) y(value float64) float64 {
	value = min(max(value, p.scale.Lowest), p.scale.Highest)
	return p.top + float64(plotHeight*(p.scale.Highest-value))/(p.scale.Highest-p.scale.Lowest)
}

// x is the place of a share of the width, from 0 to 1.
func (p plot) x(share float64) float64 { return p.left + float64((plotRight-p.left)*share) }

func (p plot) bottom() float64 { return p.top + plotHeight }

// heading says what is measured and which end is better.
func (w *Words) heading(s Scale) (name, better string) {
	name = phrase.Fill(w.Range, "name", s.Name, "lowest", w.amount(s, s.Lowest), "highest", w.amount(s, s.Highest))
	switch s.Better {
	case Lower:
		return name, w.LowerBetter
	case Higher:
		return name, w.HigherBetter
	default:
		return name, w.NeitherBetter
	}
}

// heading writes what is measured and an arrow towards the better end.
func (s *svg) heading(w *Words, scale Scale) {
	name, better := w.heading(scale)
	lines := picture.Wrap(name, keyRunes)
	s.Raw(`<g font-weight="bold">`)
	s.lines(4, 15, lines)
	s.Raw(`</g>`)
	y := float64(15 + len(lines)*lineHeight)
	left := 24.0
	switch scale.Better {
	case Lower:
		s.Raw(`<path d="M10 `).Tenth(y - 11).Raw("v11m-4.5 -4.5l4.5 4.5l4.5 -4.5").Raw(arrow)
	case Higher:
		s.Raw(`<path d="M10 `).Tenth(y).Raw("v-11m-4.5 4.5l4.5 -4.5l4.5 4.5").Raw(arrow)
	default:
		left = 4
	}
	s.lines(left, y, picture.Wrap(better, keyRunes))
}

const arrow = `" fill="none" stroke="currentColor" stroke-width="1.8"/>`

// axes draws both axes and the numbers at the left, from the top down, leaving out numbers that would touch.
func (s *svg) axes(w *Words, p plot) {
	above := math.Inf(-1)
	for i := len(p.ticks) - 1; i >= 0; i-- {
		y := p.y(p.ticks[i])
		if y-above < 13 {
			continue
		}
		above = y
		s.line(p.left-5, y, p.left, y, faint)
		s.text(p.left-9, y+4.5, "end", w.amount(p.scale, p.ticks[i]))
	}
	s.line(p.left, p.top, p.left, p.bottom(), faint)
	s.line(p.left, p.bottom(), plotRight, p.bottom(), faint)
}

// faint is how axes are drawn, so that the points stand out.
const faint = `stroke-opacity=".6"`

// ticks gives round numbers from low to high, in steps of 1, 2 or 5 times a power of ten, at most seven of them.
func ticks(low, high float64) []float64 {
	step := roundStep((high - low) / 6)
	var at []float64
	for i := math.Ceil(low / step); float64(i*step) <= high; i++ {
		at = append(at, float64(i*step)+0) // no negative zero
	}
	return at
}

// ticks gives round numbers and both ends.
func (s Scale) ticks() []float64 {
	at := ticks(s.Lowest, s.Highest)
	if len(at) == 0 || at[0] > s.Lowest {
		at = append([]float64{s.Lowest}, at...)
	}
	if at[len(at)-1] < s.Highest {
		at = append(at, s.Highest)
	}
	return at
}

// roundStep gives the smallest round number that is not below least.
func roundStep(least float64) float64 {
	for exponent := -7; ; exponent++ {
		for _, digit := range []float64{1, 2, 5} {
			// A power of ten by division keeps 0.1 the number nearest to 0.1.
			step := float64(digit * math.Pow10(exponent))
			if exponent < 0 {
				step = digit / math.Pow10(-exponent)
			}
			if step >= least || exponent > 9 {
				return step
			}
		}
	}
}
