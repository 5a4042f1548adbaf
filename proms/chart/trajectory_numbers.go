package chart

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// numbers writes the scores beside their marks, and where a change is important how it changed. A number for which
// there is no room is left out: the table has it. Where the visits are many only the start and the last have theirs.
func (t Trajectory) numbers(s *svg, w *Words, p plot) {
	free := math.Inf(-1) // where the last text ended
	for i, visit := range t.Visits {
		if !visit.scored() || t.crowded() && i != t.Baseline && i != len(t.Visits)-1 {
			continue
		}
		ahead := math.Inf(1) // where the next mark begins
		if i+1 < len(t.Visits) {
			ahead = t.x(i+1, p) - 8
		}
		plain := w.amount(t.Scale, visit.Value)
		for _, text := range []string{t.noted(w, i), plain} {
			x, y := t.beside(i, p, breadth(text)/2)
			left, right := x-breadth(text)/2, x+breadth(text)/2
			if left < free || right > ahead && (text != plain || right > ahead+16) {
				continue
			}
			s.text(x, y, "middle", text)
			free = right + 4
			break
		}
	}
}

// noted is the number of a point with the word that says how it changed, where that is important.
func (t Trajectory) noted(w *Words, visit int) string {
	text := w.amount(t.Scale, t.Visits[visit].Value)
	if t.crowded() || len(t.reached(visit)) == 0 {
		return text
	}
	change, _ := t.better(visit)
	switch {
	case t.Scale.Better == Unsaid:
		return phrase.Fill(w.PointChanged, "value", text)
	case change > 0:
		return phrase.Fill(w.PointBetter, "value", text)
	default:
		return phrase.Fill(w.PointWorse, "value", text)
	}
}

// beside is the middle of a text of half a breadth beside a point, where the line does not run: above a peak, below a trough,
// to the side of a slope.
func (t Trajectory) beside(visit int, p plot, half float64) (x, y float64) {
	x, y = t.x(visit, p), p.y(t.Visits[visit].Value)
	before, after := t.slope(visit, visit-1), t.slope(visit, visit+1)
	switch {
	case before < 0 && after > 0: // rising, so the room is above to the left
		x -= half - 6
	case before > 0 && after < 0: // falling, so it is above to the right
		x += half - 6
	}
	x = min(max(x, p.left+half+2), plotRight-half-2)
	if before >= 0 && after >= 0 && before+after > 0 && y+22 < p.bottom() {
		return x, y + 22
	}
	return x, y - 11
}

// slope says how much higher a neighbour's score is; 0 where the line does not lead there.
func (t Trajectory) slope(visit, neighbour int) float64 {
	if neighbour < 0 || neighbour >= len(t.Visits) || !t.Visits[neighbour].scored() {
		return 0
	}
	return t.Visits[neighbour].Value - t.Visits[visit].Value
}
