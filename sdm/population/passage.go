package population

// passage is the two cheapest rows over which a walk can come from one column to another. Two are enough: a walk comes back to the row that it began
// in only at its end, so it needs the second where the first is that row.
type passage [2]step

// step is a passage over one row.
type step struct {
	costs int64
	row   int
}

// offer takes in what a row asks, which is never more than it asked before.
func (p *passage) offer(costs int64, row int) {
	switch {
	case p[0].row == row:
		p[0].costs = min(p[0].costs, costs)
	case costs < p[0].costs:
		p[0], p[1] = step{costs, row}, p[0]
	case costs < p[1].costs:
		p[1] = step{costs, row}
	}
}

// learnAll looks at all rows.
func (g *grid) learnAll() {
	for way := range g.passages {
		g.passages[way] = make([]passage, g.columns*g.columns)
		for i := range g.passages[way] {
			g.passages[way][i] = passage{{farthest, -1}, {farthest, -1}}
		}
	}
	for row := range g.rows {
		g.learn(row)
	}
}

// learn looks at a row in which something was hidden. Prices only fall by that.
func (g *grid) learn(row int) {
	for way, up := range [2]bool{true, false} {
		for from := range g.columns {
			out, can := g.moves(turn{row, from, !up})
			if !can {
				continue
			}
			for to := range g.columns {
				if in, can := g.moves(turn{row, to, up}); can && from != to {
					g.passages[way][from*g.columns+to].offer(out+in+aStep, row)
				}
			}
		}
	}
}

// over gives the cheapest passage beside the row of the first turn of a walk.
func (g *grid) over(first turn, from, to int) step {
	way := 0
	if !first.up {
		way = 1
	}
	p := &g.passages[way][from*g.columns+to]
	if p[0].row == first.row {
		return p[1]
	}
	return p[0]
}
