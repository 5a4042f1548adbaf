package population

// cover says how much of a count is shown.
type cover uint8

const (
	// open: the count itself.
	open cover = iota
	// small: that it is one of the small ones.
	small
	// veiled: nothing, so that a small one cannot be worked out. Of a large count readers are assumed to know that it is large.
	veiled
	// blurred: nothing of a small one, where even that it is small would tell what it is.
	blurred
	// loose: the count stands in no published table at all.
	loose
)

// grid is a table of counts with its margins: the last row has the totals of the columns, the last column those of the rows.
type grid struct {
	rows, columns int // with the margins
	counts        []int64
	covers        []cover
	least, most   int64 // the counts that are small
	// passages are how a walk can come from one column to another, by the way in which its first turn goes.
	passages [2][]passage
}

// newGrid makes a grid of rows without margins, all of one length, and hides what is small. The margin of a single row would show the row
// once more, so it is loose.
func newGrid(rows [][]int64, columns int, rules Rules) *grid {
	g := &grid{rows: len(rows) + 1, columns: columns + 1, least: 1, most: rules.HideUpTo}
	if rules.HideZero {
		g.least = 0
	}
	g.counts = make([]int64, g.rows*g.columns)
	g.covers = make([]cover, len(g.counts))
	for i, row := range rows {
		for j, n := range row {
			g.counts[g.at(i, j)] = n
			g.counts[g.at(i, columns)] += n
			g.counts[g.at(len(rows), j)] += n
			g.counts[g.at(len(rows), columns)] += n
		}
	}
	for i, n := range g.counts {
		switch {
		case len(rows) == 1 && i >= g.columns:
			g.covers[i] = loose
		case n >= g.least && n <= g.most:
			g.covers[i] = small
		}
	}
	return g
}

func (g *grid) at(row, column int) int { return row*g.columns + column }

// hide hides small counts, and then as many others as it takes.
func hide(rows [][]int64, columns int, rules Rules) *grid {
	g := newGrid(rows, columns, rules)
	g.learnAll()
	for row := range g.rows {
		for column := range g.columns {
			if g.covers[g.at(row, column)] == small {
				g.protect(row, column)
			}
		}
	}
	return g
}
