package population

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// practices makes a counter with counts of one component in one month: by practice, counted, declined, not counted and not known.
func practices(by ...[4]int64) *Counter {
	c := must(New(year[:1]...))
	for i, n := range by {
		t := c.tally(fmt.Sprint("practice ", i+1))
		for s, people := range n {
			t.counts[prescribing][[]standing{counted, declined, notCounted, notKnown}[s]-1] = people
			t.seen[0] += people
		}
		t.records = t.seen[0]
		c.records += t.records
	}
	return c
}

// words gives a table as text, a line a row.
func words(t Table) string {
	var lines []string
	for _, r := range append(slices.Clone(t.Groups), t.All) {
		var cells []string
		for _, c := range r.said("").Cells {
			cells = append(cells, c.Said)
		}
		lines = append(lines, strings.Join(cells, ", "))
	}
	return strings.Join(lines, "\n")
}

func TestPublish(t *testing.T) {
	only := []sdm.Component{sdm.SocialPrescribing}
	three := practices([4]int64{3, 0, 20, 0}, [4]int64{40, 12, 30, 7}, [4]int64{50, 9, 60, 0})
	for _, tc := range []struct {
		name    string
		counter *Counter
		rules   Rules
		want    string
	}{
		{"all together", three, Rules{Components: only}, "93, 21, 110, 7, 231"},
		{"by group", three, Rules{Components: only, ByGroup: true},
			"fewer than 6, 0, not shown, 0, 23\nnot shown, 12, not shown, 7, 89\n50, 9, 60, 0, 119\n93, 21, 110, 7, 231"},
		{"rounded", three, Rules{Components: only, ByGroup: true, Round: 5},
			"fewer than 6, 0, not shown, 0, 25\nnot shown, 10, not shown, 5, 90\n50, 10, 60, 0, 120\n95, 20, 110, 5, 230"},
		{"a limit of the caller's", three, Rules{Components: only, HideUpTo: 2, Why: "ours", ByGroup: true},
			"3, 0, 20, 0, 23\n40, 12, 30, 7, 89\n50, 9, 60, 0, 119\n93, 21, 110, 7, 231"},
		{"nobody", must(New(year[:1]...)), Rules{Components: only, ByGroup: true}, "0, 0, 0, 0, 0"},
		{"nobody, where that tells too", must(New(year[:1]...)), Rules{Components: only, HideZero: true},
			"fewer than 6, fewer than 6, fewer than 6, fewer than 6, fewer than 6"},
		{"a single practice", practices([4]int64{2, 0, 30, 0}), Rules{Components: only, ByGroup: true},
			"fewer than 6, 0, not shown, 0, 32\nfewer than 6, 0, not shown, 0, 32"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p, err := tc.counter.Publish(tc.rules)
			if err != nil || len(p.Tables) != 1 {
				t.Fatal(err, len(p.Tables))
			}
			if got := words(p.Tables[0]); got != tc.want {
				t.Errorf("\n%s\nnot\n%s", got, tc.want)
			}
		})
	}
}

// A hidden number stands nowhere in what is published, and what is published says what it is.
func TestAPublicationHoldsNothingOfWhatItHides(t *testing.T) {
	c := practices([4]int64{3, 0, 77777, 0}, [4]int64{40, 12, 30, 7}, [4]int64{88888, 9, 60, 0})
	p := must(c.Publish(Rules{ByGroup: true}))
	src := string(must(json.Marshal(p)))
	var text strings.Builder
	if err := p.Page("Counts").WriteMarkdown(&text); err != nil {
		t.Fatal(err)
	}
	var html strings.Builder
	if err := p.Page("Counts").WriteFragment(&html, page.Host{}); err != nil {
		t.Fatal(err)
	}
	hidden := words(p.Tables[prescribing])
	if strings.Contains(hidden, "77777") {
		t.Fatal("it is not hidden at all", hidden)
	}
	for name, all := range map[string]string{"JSON": src, "Markdown": text.String(), "HTML": html.String()} {
		if strings.Contains(all, "77777") {
			t.Errorf("%s holds a hidden count", name)
		}
		if !strings.Contains(all, "not those of the NHS dashboard") || !strings.Contains(all, definitions[0].Counted) || !strings.Contains(all, "by convention") {
			t.Errorf("%s does not say what it is", name)
		}
	}
	if err := json.Unmarshal([]byte(src), new(Counter)); !errors.Is(err, ErrDecode) {
		t.Error("a publication was read as a counter:", err)
	}
}

func TestRules(t *testing.T) {
	overlapping := must(New(slices.Concat(year, Quarters(date("2026-04-01"), date("2027-03-31")))...))
	for name, tc := range map[string]struct {
		rules Rules
		want  error
	}{
		"the zero rules overlap":  {Rules{}, ErrPeriods},
		"those of one kind":       {Rules{Periods: []string{year[0].Name, year[1].Name}}, nil},
		"quarters alone":          {Rules{Periods: []string{"July to September 2026", "April to June 2026"}}, nil},
		"a month and its quarter": {Rules{Periods: []string{"April to June 2026", year[2].Name}}, ErrPeriods},
		"no such period":          {Rules{Periods: []string{"2026"}}, ErrPeriods},
		"a period twice":          {Rules{Periods: []string{year[0].Name, year[0].Name}}, ErrPeriods},
		"no such component":       {Rules{Components: []sdm.Component{"x"}}, ErrRules},
		"a component twice":       {Rules{Components: []sdm.Component{sdm.CarePlanning, sdm.CarePlanning}}, ErrRules},
		"less than nothing":       {Rules{HideUpTo: -1}, ErrRules},
		"too much":                {Rules{HideUpTo: MaxCount}, ErrRules},
		"rounding below nothing":  {Rules{Round: -5}, ErrRules},
		"rounding to nothing":     {Rules{Round: 13}, ErrRules},
		"rounding with room":      {Rules{Round: 12, Periods: []string{year[0].Name}}, nil},
	} {
		if _, err := overlapping.Publish(tc.rules); !errors.Is(err, tc.want) {
			t.Errorf("%s: error %v, not %v", name, err, tc.want)
		}
	}
	r := Rules{HideUpTo: 5, Round: 5}
	for n, want := range map[int64]int64{0: 0, 6: 5, 7: 5, 8: 10, 12: 10, 13: 15} {
		if got := r.rounded(n); got != want {
			t.Errorf("%d is rounded to %d, not %d", n, got, want)
		}
	}
	if halves := (Rules{HideUpTo: 5, Round: 4}).rounded(6); halves != 8 {
		t.Errorf("6 is rounded to %d", halves)
	}
}

// The totals of a publication are those of its rows, and real counts come through whole.
func TestThePublicationIsOfTheCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 7))
	records, groups := crowd(r, 120)
	c := count(t, records, groups, r.Perm(120))
	counts := c.Counts()
	p := must(c.Publish(Rules{ByGroup: true}))
	shown := 0
	at := 0
	for i := range definitions {
		for m := range year {
			table := p.Tables[at]
			at++
			for g, row := range append(slices.Clone(table.Groups), table.All) {
				of := counts.All
				if g < len(counts.Groups) {
					of = counts.Groups[g]
				}
				n := of.Periods[m].Components[i]
				for k, cell := range []Cell{row.Counted, row.Declined, row.NotCounted, row.NotKnown, row.People} {
					is := []int64{n.Counted, n.Declined, n.NotCounted, n.NotKnown, n.People()}[k]
					small := is > 0 && is <= DefaultHideUpTo
					switch {
					case cell.Count != nil && (*cell.Count != is || small), cell.FewerThan > 0 && !small, cell.Count == nil && cell.FewerThan == 0 && !cell.Hidden:
						t.Fatalf("%s %s %q: %d is shown as %s", table.Component, table.Period.Name, row.Group, is, cell)
					case cell.Count != nil && is > 0:
						shown++
					}
				}
			}
		}
	}
	if shown < 50 {
		t.Errorf("only %d counts are shown, so little was looked at", shown)
	}
}
