package diag

// Nearest gives the candidate that a typing slip most likely meant, for a did-you-mean: the one with the smallest edit
// distance, at most a third of its length (and at least 1, at most 3). It is "" where none is near, and where several are equally near, for
// one of them would be a guess. Upper and lower case are different letters. Among more than MostSearched candidates nobody looks. Safe for concurrent use.
func Nearest(typed string, candidates []string) string {
	if len(candidates) > MostSearched {
		return ""
	}
	best, bestDistance := "", 4
	word := []rune(typed)
	for _, c := range candidates {
		other := []rune(c)
		limit := min(3, max(1, len(other)/3), bestDistance)
		if len(word)-len(other) > limit || len(other)-len(word) > limit {
			continue // The distance is at least the difference in length.
		}
		switch d := distance(word, other, limit); {
		case d > limit || c == best:
		case d == bestDistance:
			best = ""
		default:
			best, bestDistance = c, d
		}
	}
	return best
}

// MostSearched is among how many candidates Nearest looks for the one that could be meant, or a document in which every word is wrong would
// take hours.
const MostSearched = 1000

// distance is the optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours cost 1 each. What is more
// than limit need not be exact, so that only a band around the diagonal is worked out, and long words take no square of their length.
func distance(a, b []rune, limit int) int {
	before, last, row := make([]int, len(b)+2), make([]int, len(b)+2), make([]int, len(b)+2)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		low, high := max(1, i-limit), min(len(b), i+limit)
		row[low-1], row[high+1] = i, limit+1 // as far as it matters: the first is 0 insertions, or i > limit
		for j := low; j <= high; j++ {
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
