package population

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// attacker tries all tables that fit what is published: the open counts, the bounds of the small ones, and for the others nothing but that
// they are counts. It finds every value that each cell can have.
type attacker struct {
	*grid
	highest int64
	guess   []int64
	can     []map[int64]bool
}

func attack(g *grid) *attacker {
	a := &attacker{grid: g, guess: make([]int64, len(g.counts)), can: make([]map[int64]bool, len(g.counts))}
	for i, n := range g.counts {
		a.can[i] = map[int64]bool{}
		if i < a.at(a.rows-1, 0) && i%a.columns < a.columns-1 { // room above the largest inner count is room enough
			a.highest = max(a.highest, n+2)
		}
	}
	a.try(0)
	return a
}

// fits reports whether a value of a cell is possible by what is shown of it alone.
func (a *attacker) fits(i int, n int64) bool {
	switch a.covers[i] {
	case open:
		return n == a.counts[i]
	case small:
		return n >= a.least && n <= a.most
	}
	return true
}

// try goes through the inner cells; the margins follow from them.
func (a *attacker) try(inner int) {
	columns := a.columns - 1
	if inner == (a.rows-1)*columns {
		a.keep()
		return
	}
	i := a.at(inner/columns, inner%columns)
	from, to := int64(0), a.highest
	if a.covers[i] == open {
		from, to = a.counts[i], a.counts[i]
	}
	for n := from; n <= to; n++ {
		row, column := inner/columns, inner%columns
		a.guess[i] = n
		inRow := column < columns-1 || a.fits(a.at(row, columns), a.across(row))
		inColumn := row < a.rows-2 || a.fits(a.at(a.rows-1, column), a.down(column))
		if a.fits(i, n) && inRow && inColumn {
			a.try(inner + 1)
		}
	}
}

func (a *attacker) across(row int) (sum int64) {
	for c := range a.columns - 1 {
		sum += a.guess[a.at(row, c)]
	}
	return sum
}

func (a *attacker) down(column int) (sum int64) {
	for row := range a.rows - 1 {
		sum += a.guess[a.at(row, column)]
	}
	return sum
}

func (a *attacker) keep() {
	last := a.rows - 1
	for row := range last {
		a.guess[a.at(row, a.columns-1)] = a.across(row)
	}
	for c := range a.columns {
		a.guess[a.at(last, c)] = a.down(c)
	}
	for i, n := range a.guess {
		if !a.fits(i, n) {
			return
		}
	}
	for i, n := range a.guess {
		a.can[i][n] = true
	}
}

func (g *grid) String() string {
	var b strings.Builder
	for i, n := range g.counts {
		fmt.Fprintf(&b, "%4d%s", n, []string{" ", "s", "v", "b", "l"}[g.covers[i]])
		if (i+1)%g.columns == 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// holds checks one table in every way.
func holds(t *testing.T, rows [][]int64, columns int, rules Rules) {
	t.Helper()
	g := hide(rows, columns, rules)
	a := attack(g)
	for i, c := range g.covers {
		switch {
		case c == open && g.counts[i] >= g.least && g.counts[i] <= g.most:
			t.Fatalf("a small count is shown:\n%s", g)
		case c == loose || c == open:
		case !a.can[i][g.counts[i]]:
			t.Fatalf("the attacker does not find the truth, so the attack is wrong:\n%s", g)
		case len(a.can[i]) < 2:
			t.Fatalf("rules %+v: the count %d in place %d can be worked out:\n%s", rules, g.counts[i], i, g)
		}
	}
}

func TestNoHiddenCountCanBeWorkedOut(t *testing.T) {
	for _, rows := range [][][]int64{
		{{3, 10}},                 // the total would give it away
		{{5, 5}},                  // both as large as they can be
		{{1, 1}},                  // both as small
		{{1}, {1}, {1}, {1}, {1}}, // five small ones that are fewer than six together
		{{5}, {5}, {5}},           // as large as they can be
		{{3, 9}, {9, 9}},          // one alone in its row and column
		{{1, 0}, {0, 0}},          // one person among nobody
		{{1, 9, 0}, {0, 1, 9}},    // two that do not share a row or column
		{{0, 0}, {0, 0}},          // nobody
		{{1, 2, 0}, {0, 2, 0}},    // nothing but small ones and nobody
		{{5, 0, 0}, {0, 5, 0}},    // the same, at their most
		{{1, 6}, {6, 6}},          // large ones with no room below
		{{6, 1}, {1, 6}},          // and crosswise
		{{2, 3}, {7, 8}, {9, 0}},  // small numbers in one row
	} {
		for _, zero := range []bool{false, true} {
			if zero && len(rows)*len(rows[0]) > 6 {
				continue
			}
			holds(t, rows, len(rows[0]), Rules{HideUpTo: 5, HideZero: zero})
		}
	}
}

// Random tables, with limits so low that all tables that fit can be tried.
func TestNoHiddenCountOfARandomTableCanBeWorkedOut(t *testing.T) {
	tables := 10_000
	if testing.Short() {
		tables = 150
	}
	r := rand.New(rand.NewPCG(5, 2))
	hid := map[cover]int{}
	for range tables {
		rows := make([][]int64, 1+r.IntN(3))
		columns := 1 + r.IntN(3)
		if len(rows) == 3 {
			columns = min(columns, 2)
		}
		for i := range rows {
			for range columns {
				rows[i] = append(rows[i], []int64{0, 0, 1, 2, 3, 4, 5}[r.IntN(7)])
			}
		}
		rules := Rules{HideUpTo: 1 + r.Int64N(3), HideZero: r.IntN(4) == 0}
		holds(t, rows, columns, rules)
		for _, c := range hide(rows, columns, rules).covers {
			hid[c]++
		}
	}
	for _, c := range []cover{open, small, veiled, blurred, loose} {
		if hid[c] == 0 {
			t.Errorf("no table needed the cover %d, so it was not tried", c)
		}
	}
}

// Hiding more than it takes would be safe and useless.
func TestNoMoreIsHiddenThanItTakes(t *testing.T) {
	for _, tc := range []struct {
		name   string
		rows   [][]int64
		hidden int
	}{
		{"nothing is small", [][]int64{{10, 20}, {30, 40}}, 0},
		{"one in a row without groups needs one more", [][]int64{{3, 20, 30, 0}}, 2},
		{"one in a table needs a square", [][]int64{{3, 20}, {30, 40}, {50, 60}}, 4},
		{"four that are small protect each other", [][]int64{{2, 3, 20}, {3, 2, 20}, {20, 20, 20}}, 4},
		{"two in one row need two in another", [][]int64{{2, 3, 20}, {20, 20, 20}}, 4},
	} {
		t.Run(tc.name, func(t *testing.T) {
			g := hide(tc.rows, len(tc.rows[0]), Rules{HideUpTo: 5})
			hidden := 0
			for _, c := range g.covers {
				if c != open && c != loose {
					hidden++
				}
			}
			if hidden != tc.hidden {
				t.Errorf("%d are hidden, not %d:\n%s", hidden, tc.hidden, g)
			}
		})
	}
}
