package diag

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// edits is the oracle of distance: the same recurrence from the end backwards, without a table.
func edits(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	cost := 1
	if a[0] == b[0] {
		cost = 0
	}
	least := min(edits(a[1:], b)+1, edits(a, b[1:])+1, edits(a[1:], b[1:])+cost)
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		least = min(least, edits(a[2:], b[2:])+1)
	}
	return least
}

func TestDistance(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 9))
	word := func() string {
		letters := make([]byte, random.IntN(7))
		for i := range letters {
			letters[i] = "abc"[random.IntN(3)]
		}
		return string(letters)
	}
	for range 3000 {
		a, b := word(), word()
		for limit := max(1, len(a)-len(b), len(b)-len(a)); limit <= 3; limit++ {
			if got, want := distance([]rune(a), []rune(b), limit), edits(a, b); got != want && (got <= limit || want <= limit) {
				t.Fatalf("%q and %q: %d, want %d, limit %d", a, b, got, want, limit)
			}
		}
	}
}

// What was typed comes out of files and requests, and may be as long as those.
func TestNearestTakesNoSquareOfALength(t *testing.T) {
	began := time.Now()
	long := strings.Repeat("a", 100_000)
	if got := Nearest("b"+long, []string{long + "c", "b" + long + "c"}); got != "b"+long+"c" {
		t.Errorf("%.20q was meant", got)
	}
	if Nearest("abd", append(make([]string, MostSearched), "abc")) != "" {
		t.Error("more than a thousand are searched")
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}
