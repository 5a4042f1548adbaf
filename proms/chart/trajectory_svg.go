package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// SVG draws the trajectory. The same trajectory gives the same bytes.
// Errors, each an *Error: BadPrefix, BadText, BadWords, BadScale, BadBands, BadVisits, BadDate, BadValue, BadBaseline,
// BadChange.
func (t Trajectory) SVG() ([]byte, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	w := t.words()
	entries := t.entries(w)
	p := w.plot(t.Scale, t.ticks())
	below := p.bottom() + 44
	s := t.open(int(math.Ceil(below+keyHeight(entries)))+4, t.described(w))
	s.heading(w, t.Scale)
	t.bands(&s, p)
	s.axes(w, p)
	t.thresholds(&s, p)
	t.days(&s, w, p)
	t.line(&s, p)
	t.points(&s, p)
	t.numbers(&s, w, p)
	s.key(entries, below)
	return s.close(), nil
}

// ticks are the starts of the bands with both ends of the scale, or round numbers where there are no bands.
func (t Trajectory) ticks() []float64 {
	if len(t.Bands) == 0 {
		return t.Scale.ticks()
	}
	var at []float64
	for _, band := range t.Bands {
		at = append(at, band.From)
	}
	return append(at, t.Scale.Highest)
}

// bands shades every other band, faintly, and names all of them at the edge.
func (t Trajectory) bands(s *svg, p plot) {
	var names []edgeName
	for i, band := range t.Bands {
		upper := t.Scale.Highest
		if i+1 < len(t.Bands) {
			upper = t.Bands[i+1].From
		}
		high, low := p.y(upper), p.y(band.From)
		if i%2 == 1 {
			s.Raw(`<rect x="`).Tenth(p.left).Raw(`" y="`).Tenth(high).Raw(`" width="`).Tenth(plotRight - p.left)
			s.Raw(`" height="`).Tenth(low - high).Raw(`" fill-opacity=".07"/>`)
		}
		if i > 0 {
			s.line(p.left, low, plotRight, low, `stroke-opacity=".25"`)
		}
		names = append(names, newEdgeName((high+low)/2, band.Name))
	}
	slices.Reverse(names)
	s.edgeNames(names, p)
}

// thresholds draws a line where each important change begins, as far as it lies on the scale.
func (t Trajectory) thresholds(s *svg, p plot) {
	if !t.Visits[t.Baseline].scored() {
		return
	}
	for i, c := range t.Important {
		low, high := t.levels(c)
		for _, level := range []float64{low, high} {
			if level >= t.Scale.Lowest && level <= t.Scale.Highest {
				s.line(p.left, p.y(level), plotRight, p.y(level), dashes[i])
			}
		}
	}
}

// x is the place of a visit in time.
func (t Trajectory) x(visit int, p plot) float64 {
	const margin = 26
	first := t.Visits[0].On
	all, _ := t.Visits[len(t.Visits)-1].On.Sub(first)
	share := float64(visit+1) / float64(len(t.Visits)+1)
	if all > 0 {
		since, _ := t.Visits[visit].On.Sub(first)
		share = float64(since) / float64(all)
	}
	return p.left + margin + float64((plotRight-p.left-2*margin)*share)
}

// crowded reports whether there are too many visits for a number at each.
func (t Trajectory) crowded() bool { return len(t.Visits) > 20 }

// days writes the dates below the axis: the first, the last and the start, then those for which there is room.
func (t Trajectory) days(s *svg, w *Words, p plot) {
	labels, shown := make([]string, len(t.Visits)), make([]bool, len(t.Visits))
	for i, visit := range t.Visits {
		labels[i] = w.dayMonth(visit.On)
	}
	show := func(i int) {
		for k := range t.Visits {
			if shown[k] && math.Abs(t.x(i, p)-t.x(k, p)) < (breadth(labels[i])+breadth(labels[k]))/2+4 {
				return
			}
		}
		shown[i] = true
	}
	show(0)
	show(len(t.Visits) - 1)
	show(t.Baseline)
	year := -1
	for i, visit := range t.Visits {
		show(i)
		x := t.x(i, p)
		s.line(x, p.bottom(), x, p.bottom()+5, faint)
		if !shown[i] {
			continue
		}
		s.text(x, p.bottom()+20, "middle", labels[i])
		if of, _, _ := visit.On.Date(); of != year {
			year = of
			s.text(x, p.bottom()+20+lineHeight, "middle", strconv.Itoa(year))
		}
	}
}

// line joins neighbouring scores, stopping short of their marks, and never bridges a visit without a score.
func (t Trajectory) line(s *svg, p plot) {
	short := 10.0
	if t.crowded() {
		short = 0
	}
	s.Raw(`<path fill="none" stroke="`, accent, `" stroke-width="2" d="`)
	for i := 1; i < len(t.Visits); i++ {
		if !t.Visits[i-1].scored() || !t.Visits[i].scored() {
			continue
		}
		x1, y1 := t.x(i-1, p), p.y(t.Visits[i-1].Value)
		x2, y2 := t.x(i, p), p.y(t.Visits[i].Value)
		length := math.Sqrt(float64((x2-x1)*(x2-x1)) + float64((y2-y1)*(y2-y1)))
		if length <= 2*short {
			continue
		}
		dx, dy := float64((x2-x1)*short)/length, float64((y2-y1)*short)/length
		s.Raw("M").Tenth(x1 + dx).Raw(" ").Tenth(y1 + dy).Raw("L").Tenth(x2 - dx).Raw(" ").Tenth(y2 - dy)
	}
	s.Raw(`"/>`)
}

// points draws the marks.
func (t Trajectory) points(s *svg, p plot) {
	for i, visit := range t.Visits {
		x := t.x(i, p)
		if !visit.scored() {
			s.line(x, p.top, x, p.bottom()-14, `stroke-opacity=".4" stroke-dasharray="1 5"`)
			s.mark(cross, x, p.bottom()-8)
			continue
		}
		m := disc
		switch {
		case i == t.Baseline:
			m = ring
		case len(t.reached(i)) > 0:
			m = target
		}
		s.mark(m, x, p.y(visit.Value))
	}
}

// entries are the key: what each mark and each line that the picture holds means.
func (t Trajectory) entries(w *Words) []entry {
	var entries []entry
	scored := t.Visits[t.Baseline].scored()
	if scored {
		entries = append(entries, entry{ring, w.KeyStart})
	}
	for i := range t.Visits {
		if len(t.reached(i)) > 0 {
			entries = append(entries, entry{target, w.KeyReached})
			break
		}
	}
	for i, c := range t.Important {
		if !scored {
			entries = append(entries, entry{noMark, t.important(w, c)})
			continue
		}
		entries = append(entries, t.threshold(w, i, c))
	}
	if !scored {
		entries = append(entries, entry{noMark, w.NoStart})
	}
	return append(entries, t.missed(w)...)
}

// threshold says what the line of an important change means, and that there is none where it lies beyond the scale.
func (t Trajectory) threshold(w *Words, i int, c Change) entry {
	m, low, high := noMark, 0.0, 0.0
	var levels []string
	if low, high = t.levels(c); low >= t.Scale.Lowest {
		levels = append(levels, phrase.Fill(w.AtMost, "n", w.amount(t.Scale, low)))
	}
	if high <= t.Scale.Highest {
		levels = append(levels, phrase.Fill(w.AtLeast, "n", w.amount(t.Scale, high)))
	}
	if len(levels) > 0 {
		m = dashes0 + mark(i)
	} else {
		levels = []string{w.BeyondScale}
	}
	return entry{m, phrase.Fill(w.Levels, "change", t.important(w, c), "levels", strings.Join(levels, w.Separator))}
}
