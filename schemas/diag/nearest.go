package diag

// Nearest gives the candidate that a typing slip most likely meant, for a did-you-mean: the one with the smallest edit
// distance, at most a third of its length (and at least 1, at most 3). It is "" where none is near, and where several are equally near, for
// one of them would be a guess. Upper and lower case are different letters. Safe for concurrent use.
func Nearest(typed string, candidates []string) string {
	best, bestDistance := "", 4
	word := []rune(typed)
	for _, c := range candidates {
		other := []rune(c)
		limit := min(3, max(1, len(other)/3), bestDistance)
		if len(word)-len(other) > limit || len(other)-len(word) > limit {
			continue // The distance is at least the difference in length, which also spares long words from the table.
		}
		switch d := distance(word, other); {
		case d > limit || c == best:
		case d == bestDistance:
			best = ""
		default:
			best, bestDistance = c, d
		}
	}
	return best
}

// distance is the optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours
// cost 1 each.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
