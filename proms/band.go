package proms

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// edge is the lowest value of a band. Values closer to it than slack may equal it after 12 significant digits.
type edge struct{ from, slack float64 }

func edgesOf(bands []Band) []edge {
	edges := make([]edge, len(bands))
	for i, b := range bands {
		edges[i] = edge{from: b.From, slack: math.Abs(b.From) * 1e-9}
	}
	return edges
}

// bandOf gives the place of the band that a value in range falls in. Bands start at the lowest value, in rising order.
func (sc *score) bandOf(v float64) int {
	for i := len(sc.bands) - 1; i > 0; i-- {
		below := sc.bands[i].from - v
		if below <= 0 || below < sc.bands[i].slack && rule.Equal(v, sc.bands[i].from) {
			return i
		}
	}
	return 0
}

// bandType is the type under which rules and cases see a band: a code of its own set.
func bandType(s *ScoreDefinition) rule.Type {
	t := rule.Type{Kind: rule.Code, Set: s.ID + ".band", Hi: float64(len(s.Bands) - 1), Step: 1}
	for i, b := range s.Bands {
		t.Options = append(t.Options, rule.Option{ID: b.ID, Value: float64(i)})
	}
	return t
}
