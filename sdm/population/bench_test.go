package population

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// byHand counts by month what a service might count itself, straight from the story: no exclusions as things stood at the end of a month, nothing
// about what is hidden, no groups, months only.
func byHand(record sdm.Record, counts *[6][12]int64) error {
	story, err := record.Replay()
	if err != nil {
		return err
	}
	var there [6][12]bool
	in := func(c int, on interface{ String() string }) {
		var y, m, d int
		if _, err := fmt.Sscanf(on.String(), "%d-%d-%d", &y, &m, &d); err == nil && y*12+m >= 2026*12+4 && y*12+m < 2027*12+4 {
			there[c][y*12+m-2026*12-4] = true
		}
	}
	for _, t := range story.Talks {
		if t.Decision != nil && len(t.WentThrough) >= 2 && len(t.Matters) > 0 {
			in(0, t.Decision.On)
		}
	}
	for _, c := range story.Choices {
		for _, m := range c.State.Made {
			in(1, m.On)
		}
	}
	for _, r := range story.Community {
		if made, ok := r.State.Referred(); ok && community.CountOf(r.State).Counts == community.Counted {
			in(2, made.On)
		}
	}
	for _, s := range story.Support {
		for _, p := range s.State.Progress() {
			if p.Answer == support.TakenUp {
				in(3, p.On)
			}
		}
	}
	for _, p := range story.Plans {
		if v, ok := p.State.Latest(); ok {
			in(4, v.On)
		}
	}
	for _, b := range story.Budgets {
		for _, a := range b.State.Agreed {
			in(5, a.On)
		}
	}
	for c := range there {
		for m, is := range there[c] {
			if is {
				counts[c][m]++
			}
		}
	}
	return nil
}

// BenchmarkAdd counts 1,000 different people again and again. Of each, most of the time is the replay, which is measured on its own.
func BenchmarkAdd(b *testing.B) {
	records, groups := crowd(rand.New(rand.NewPCG(5, 8)), 1_000)
	events := 0
	for _, r := range records {
		events += r.Len()
	}
	each := func(name string, add func(i int) error) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				if err := add(i % len(records)); err != nil {
					b.Fatal(err)
				}
				i++
			}
			b.ReportMetric(float64(events)/float64(len(records)), "events/record")
		})
	}
	c := must(New(year...))
	each("months", func(i int) error { return c.AddIn(groups[i], records[i]) })
	var counts [6][12]int64
	each("handwritten", func(i int) error { return byHand(records[i], &counts) })
	each("replay", func(i int) error { _, err := records[i].Replay(); return err })
}

// BenchmarkPublish hides in a table of 200 groups and 12 months, for all components.
func BenchmarkPublish(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 9))
	for _, groups := range []int{20, 200, 2_000} {
		c := must(New(year...))
		for g := range groups {
			t := c.tally(fmt.Sprint(g))
			for i := range t.counts {
				t.counts[i] = [standings]int64{r.Int64N(30), r.Int64N(8), r.Int64N(3), r.Int64N(60)}
			}
		}
		b.Run(fmt.Sprint(groups), func(b *testing.B) {
			for b.Loop() {
				if _, err := c.Publish(Rules{ByGroup: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// held gives the memory that is in use once everything that nobody needs is gone.
func held() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func TestMemoryDoesNotGrowWithTheRecords(t *testing.T) {
	if testing.Short() {
		t.Skip("it counts 50,000 people")
	}
	r := rand.New(rand.NewPCG(5, 10))
	c := must(New(year...))
	add := func(people int) {
		var some []sdm.Record
		for i := range people {
			if i%1_000 == 0 { // new people now and then: inventing one takes much longer than counting one
				some, _ = crowd(r, 50)
			}
			if err := c.AddIn([]string{"", "Mill Lane"}[i%2], some[i%len(some)]); err != nil {
				t.Fatal(err)
			}
		}
	}
	add(1_000)
	after1 := held()
	add(49_000)
	after50 := held()
	t.Logf("%d bytes in use after 1,000 records, %d more after 50,000", after1, after50-after1)
	if grown := after50 - after1; grown > 256<<10 {
		t.Errorf("49,000 more records took %d bytes more", grown)
	}
	if c.Records() != 50_000 {
		t.Error(c.Records())
	}
}
