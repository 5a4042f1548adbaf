package population

import "math/bits"

// How a hidden count is protected. Take a table with its margins, and the margins with the opposite sign: every row and every column then adds up to nothing. Any other
// table that fits what is published differs from it along closed walks that go up at one count and down at the next, turning from row to
// column and back. So a hidden count can be worked out if, and only if, no such walk leads through it over hidden counts that have room to move.
// (The reasoning is that of flows in networks; counts, margins and bounds are whole numbers, so steps of one are enough.)
// Where there is no walk, the cheapest is opened by hiding what stands in its way. What was hidden before only gains room by that, so that
// each count is looked at once.

// turn is one count of a walk, and the way in which it moves.
type turn struct {
	row, column int
	up          bool // the count with its sign; a margin that goes up in it goes down as a count
}

// What it costs to hide something more: whole counts before margins, and small before large. Passing through what is hidden costs a step.
const (
	aStep    = 1
	anInner  = 1 << 8
	aMargin  = 1 << 16
	aCorner  = 1 << 24
	aBlur    = 1 << 32
	farthest = 1 << 62
)

// moves says whether a count has room for a step once it is hidden, and what it costs to hide that much.
func (g *grid) moves(t turn) (price int64, can bool) {
	i := g.at(t.row, t.column)
	n, up := g.counts[i], g.countUp(t)
	switch g.covers[i] {
	case loose:
		return 0, true
	case blurred:
		return 0, up || n > 0
	case veiled:
		return 0, up || n > g.most+1
	case small:
		if up && n < g.most || !up && n > g.least {
			return 0, true
		}
		return aBlur, up || n > 0
	default: // open: a zero stays shown
		return g.price(t, n), n > g.most && (up || n > g.most+1)
	}
}

// countUp reports whether the count itself goes up.
func (g *grid) countUp(t turn) bool {
	margin := (t.row == g.rows-1) != (t.column == g.columns-1)
	return t.up != margin
}

func (g *grid) price(t turn, n int64) int64 {
	size := int64(bits.Len64(uint64(n)))
	switch lastRow, lastColumn := t.row == g.rows-1, t.column == g.columns-1; {
	case lastRow && lastColumn:
		return aCorner * size
	case lastRow || lastColumn:
		return aMargin * size
	}
	return anInner * size
}

// protect opens a walk through a hidden count, the cheaper one of that which goes up there and that which goes down.
func (g *grid) protect(row, column int) {
	up, upCosts := g.walk(turn{row, column, true})
	down, downCosts := g.walk(turn{row, column, false})
	if downCosts < upCosts {
		up = down
	}
	for _, t := range up {
		i := g.at(t.row, t.column)
		switch price, _ := g.moves(t); {
		case price == 0:
		case g.covers[i] == open:
			g.covers[i] = veiled
		default:
			g.covers[i] = blurred
		}
	}
	for _, t := range up {
		g.learn(t.row)
	}
}

// way is the cheapest way found to a column: over which row, from which column.
type way struct {
	costs     int64
	row, from int
}

// walk finds the cheapest closed walk that begins with a turn. It goes from column to column over other rows until it can come back in the
// row of the first turn.
func (g *grid) walk(first turn) ([]turn, int64) {
	begin, can := g.moves(first)
	if !can {
		return nil, farthest
	}
	ways := make([]way, g.columns)
	for c := range ways {
		ways[c].costs = farthest
	}
	ways[first.column].costs = begin
	for range g.columns { // a shortest way passes no column twice
		for from := range g.columns {
			for to := range g.columns {
				over := g.over(first, from, to)
				if costs := ways[from].costs + over.costs; to != first.column && over.costs < farthest && costs < ways[to].costs {
					ways[to] = way{costs, over.row, from}
				}
			}
		}
	}
	last, costs := -1, int64(farthest)
	for c := range ways {
		if back, can := g.moves(turn{first.row, c, !first.up}); can && c != first.column && ways[c].costs+back < costs {
			last, costs = c, ways[c].costs+back
		}
	}
	if last < 0 {
		return nil, farthest
	}
	turns := []turn{first, {first.row, last, !first.up}}
	for c := last; c != first.column; c = ways[c].from {
		turns = append(turns, turn{ways[c].row, ways[c].from, !first.up}, turn{ways[c].row, c, first.up})
	}
	return turns, costs
}
