package chart

import (
	"math"
	"slices"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/picture"
)

// SVG draws the funnel. The same funnel gives the same bytes.
// Errors, each an *Error: BadPrefix, BadText, BadWords, BadScale, BadValue, BadLimits, BadUnits.
func (f Funnel) SVG() ([]byte, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	w := f.words()
	entries := f.entries(w)
	p := w.plot(f.Scale, f.Scale.ticks())
	below := p.bottom() + 48
	s := f.open(int(math.Ceil(below+keyHeight(entries)))+4, f.described(w))
	s.heading(w, f.Scale)
	s.axes(w, p)
	f.axis(&s, w, p)
	f.limits(&s, p)
	f.levels(&s, w, p)
	f.points(&s, p)
	s.key(entries, below)
	return s.close(), nil
}

// x is the place of a precision.
func (f Funnel) x(at float64, p plot) float64 { return p.x(0.97 * at / f.highest()) }

// axis writes the numbers along the bottom and what they count.
func (f Funnel) axis(s *svg, w *Words, p plot) {
	for _, at := range ticks(0, f.highest()) {
		x := f.x(at, p)
		s.line(x, p.bottom(), x, p.bottom()+5, faint)
		s.text(x, p.bottom()+20, "middle", w.number(at))
	}
	s.lines(p.left, p.bottom()+39, clip(picture.Wrap(f.Precision, edgeRunes*3), 1))
}

// The lines of a funnel: target, inner and outer limits.
const (
	targetLine = `stroke-opacity=".7"`
	innerLine  = `stroke-dasharray="5 4"`
	outerLine  = `stroke-width="1.6"`
)

// limits draws the target and both levels.
func (f Funnel) limits(s *svg, p plot) {
	s.line(p.left, p.y(f.Target), plotRight, p.y(f.Target), targetLine)
	for _, l := range []struct {
		side       func(Limits) float64
		attributes string
	}{
		{func(l Limits) float64 { return l.Inner.Low }, innerLine}, {func(l Limits) float64 { return l.Inner.High }, innerLine},
		{func(l Limits) float64 { return l.Outer.Low }, outerLine}, {func(l Limits) float64 { return l.Outer.High }, outerLine},
	} {
		s.Raw(`<path fill="none" stroke="currentColor" `, l.attributes, ` d="`)
		step := "M"
		for _, limits := range f.Curve {
			s.Raw(step).Tenth(f.x(limits.At, p)).Raw(" ").Tenth(p.y(l.side(limits)))
			step = "L"
		}
		s.Raw(`"/>`)
	}
}

// levels names the target and the limits at the right edge.
func (f Funnel) levels(s *svg, w *Words, p plot) {
	end := f.Curve[len(f.Curve)-1]
	inner, outer := phrase.Fill(w.Limits, "level", f.Inner), phrase.Fill(w.Limits, "level", f.Outer)
	names := []edgeName{
		newEdgeName(p.y(end.Outer.High), outer), newEdgeName(p.y(end.Inner.High), inner),
		newEdgeName(p.y(f.Target), phrase.Fill(w.Target, "value", w.amount(f.Scale, f.Target))),
		newEdgeName(p.y(end.Inner.Low), inner), newEdgeName(p.y(end.Outer.Low), outer),
	}
	s.edgeNames(names, p)
}

// points draws the units: those within first, so that no other is hidden, then those outside with their numbers.
func (f Funnel) points(s *svg, p plot) {
	outside := f.outside()
	for _, unit := range f.Units {
		if unit.Place() == Within {
			s.mark(disc, f.x(unit.Limits.At, p), p.y(unit.Value))
		}
	}
	for _, i := range slices.Backward(outside) {
		m := hollow
		if p := f.Units[i].Place(); p == AboveOuter || p == BelowOuter {
			m = diamond
		}
		s.mark(m, f.x(f.Units[i].Limits.At, p), p.y(f.Units[i].Value))
	}
	f.numbers(s, outside, p)
}

// numbers writes the numbers by which the key names units beside their marks, on the side where nothing else stands. A
// number for which there is no room is left out: the key still says where the unit lies.
func (f Funnel) numbers(s *svg, outside []int, p plot) {
	var taken [][2]float64
	for _, unit := range f.Units {
		if unit.Missing == "" {
			taken = append(taken, [2]float64{f.x(unit.Limits.At, p), p.y(unit.Value)})
		}
	}
	for k, i := range outside {
		if k == maxListed {
			break
		}
		x, y := f.x(f.Units[i].Limits.At, p), p.y(f.Units[i].Value)
		away := 1.0 // from the target, where the curves are not
		if p.y(f.Target) > y {
			away = -1
		}
		for _, step := range [][2]float64{{0, 15}, {13, 11}, {-13, 11}, {14, 0}, {-14, 0}, {13, -11}, {-13, -11}, {0, -15}} {
			at := [2]float64{x + step[0], y + float64(away*step[1])}
			free := !slices.ContainsFunc(taken, func(t [2]float64) bool {
				return math.Abs(t[0]-at[0]) < 12 && math.Abs(t[1]-at[1]) < 11
			})
			if free {
				taken = append(taken, at)
				s.text(at[0], at[1]+4.5, "middle", strconv.Itoa(k+1))
				break
			}
		}
	}
}
