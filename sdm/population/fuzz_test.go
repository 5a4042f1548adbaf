package population

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
)

// FuzzCounter: whatever can be read is written back to bytes that give the same counter, adds up, and can be published without a small count.
func FuzzCounter(f *testing.F) {
	records, groups := crowd(rand.New(rand.NewPCG(5, 6)), 12)
	for _, n := range []int{0, 1, 12} {
		f.Add([]byte(bytesOf(f, count(f, records, groups, rand.New(rand.NewPCG(1, 1)).Perm(12)[:n]))))
	}
	f.Add([]byte(`{"kind":"population-counter","version":1,"notice":"","definitions":"1.1.0","periods":[{"name":"a","from":"2026-04-01","to":"2026-04-01"}],"groups":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var c, again Counter
		if json.Unmarshal(data, &c) != nil {
			return
		}
		src := bytesOf(t, &c)
		if err := json.Unmarshal([]byte(src), &again); err != nil || bytesOf(t, &again) != src {
			t.Fatalf("%v\n%s", err, src)
		}
		counts := c.Counts()
		var sum int64
		for _, g := range counts.Groups {
			sum += g.Records
		}
		if sum != counts.All.Records || sum != c.Records() {
			t.Fatalf("%d records in groups, %d in all", sum, c.Records())
		}
		published, err := c.Publish(Rules{ByGroup: true, Periods: []string{counts.Periods[0].Name}})
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range published.Tables {
			for _, row := range append(table.Groups, table.All) {
				if n := row.Counted.Count; n != nil && *n > 0 && *n <= DefaultHideUpTo {
					t.Fatalf("%d is shown", *n)
				}
			}
		}
		_ = c.Merge(&again)
	})
}
