package population

// tally is the counts of one group.
type tally struct {
	records int64
	seen    []int64            // by period
	counts  [][standings]int64 // by period, then component: people by standing
}

func newTally(periods int) *tally {
	return &tally{seen: make([]int64, periods), counts: make([][standings]int64, periods*components)}
}

// add counts the person whom a reading has on its board.
func (t *tally) add(r *reading) {
	t.records++
	for p, seen := range r.seen {
		if !seen {
			continue
		}
		t.seen[p]++
		for c, is := range r.board[p*components : (p+1)*components] {
			if is != absent {
				t.counts[p*components+c][is-1]++
			}
		}
	}
}

func (t *tally) merge(other *tally) {
	t.records += other.records
	for i, n := range other.seen {
		t.seen[i] += n
	}
	for i, by := range other.counts {
		for s, n := range by {
			t.counts[i][s] += n
		}
	}
}
