package population

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// crowd invents people and the groups that they are in.
func crowd(r *rand.Rand, n int) (records []sdm.Record, groups []string) {
	for range n {
		records = append(records, invented(r))
		groups = append(groups, []string{"", "Mill Lane", "Fennbridge"}[r.IntN(3)])
	}
	return records, groups
}

// count counts some of the people, in the order of the list.
func count(t testing.TB, records []sdm.Record, groups []string, which []int) *Counter {
	t.Helper()
	c := must(New(year...))
	for _, i := range which {
		if err := c.AddIn(groups[i], records[i]); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func bytesOf(t testing.TB, c *Counter) string {
	t.Helper()
	src, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func TestMergedPartsAreTheWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 3))
	records, groups := crowd(r, 60)
	whole := bytesOf(t, count(t, records, groups, r.Perm(60)))
	if again := bytesOf(t, count(t, records, groups, r.Perm(60))); again != whole {
		t.Fatal("the order of the records changes the counts")
	}
	for range 6 {
		order := r.Perm(60)
		i := r.IntN(61)
		j := i + r.IntN(61-i)
		part := func(which []int) *Counter { return count(t, records, groups, which) }
		merge := func(into *Counter, others ...*Counter) string {
			for _, o := range others {
				before := bytesOf(t, o)
				if err := into.Merge(o); err != nil {
					t.Fatal(err)
				}
				if bytesOf(t, o) != before {
					t.Fatal("merging changed the other counter")
				}
			}
			return bytesOf(t, into)
		}
		a, b, c := order[:i], order[i:j], order[j:]
		bc := part(b)
		_ = merge(bc, part(c))
		for name, got := range map[string]string{
			"a, b, c":    merge(part(a), part(b), part(c)),
			"c, a, b":    merge(part(c), part(a), part(b)),
			"a, (b, c)":  merge(part(a), bc),
			"nobody too": merge(must(New(year...)), part(a), bc, bc.Empty()),
		} {
			if got != whole {
				t.Fatalf("%s: the parts are not the whole", name)
			}
		}
	}
}

func TestACounterComesBackFromJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 4))
	records, groups := crowd(r, 30)
	before := count(t, records, groups, r.Perm(30))
	src := bytesOf(t, before)
	var after Counter
	if err := json.Unmarshal([]byte(src), &after); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before.Counts(), after.Counts(), cmp.AllowUnexported(day.Day{})); diff != "" || bytesOf(t, &after) != src {
		t.Error("it is another one", diff)
	}
	if err := after.Add(records[0]); err != nil || after.Records() != 31 {
		t.Error("it does not count on:", err)
	}
	if err := before.Merge(&after); err != nil || before.Records() != 61 {
		t.Error("it does not merge:", err)
	}
}

func TestBadJSONIsRefused(t *testing.T) {
	c := must(New(year[:2]...))
	if err := c.AddIn("x", record(t, at("t", "2026-04-01", "", opened))); err != nil {
		t.Fatal(err)
	}
	src := bytesOf(t, c)
	for name, change := range map[string][3]string{
		"not JSON":               {`{"kind"`, `{"kind`, "kind:"},
		"another kind":           {`"population-counter"`, `"cohort-summary"`, "kind"},
		"a later version":        {`"version":1`, `"version":2`, "version"},
		"other definitions":      {`"definitions":"1.1.0"`, `"definitions":"1.0.0"`, "definitions"},
		"an unknown key":         {`"records":1`, `"recs":1`, "groups[0].recs"},
		"more than the people":   {`"counted":0`, `"counted":9`, "groups[0].periods[0].components[0]"},
		"nobody seen":            {`"seen":1`, `"seen":0`, "groups[0].periods[0].components[0]"},
		"less than nobody":       {`"not_counted":1`, `"not_counted":-1`, "groups[0].periods[0].components[0]"},
		"more seen than records": {`"seen":0`, `"seen":2`, "groups[0].periods[1]"},
		"negative records":       {`"records":1`, `"records":-1`, "groups[0].records"},
		"too many records":       {`"records":1`, `"records":9007199254740992`, "groups[0]"},
		"another period":         {`{"period":"May 2026"`, `{"period":"June 2026"`, "groups[0].periods[1]"},
		"another component":      {`"component":"enabling_choice"`, `"component":"enabling"`, "groups[0].periods[0].components[1]"},
		"no days":                {`"from":"2026-04-01"`, `"from":""`, "periods"},
		"a period backwards":     {`"to":"2026-04-30"`, `"to":"2026-03-30"`, "periods"},
		"something behind it":    {`}]}]}]}`, `}]}]}]}{}`, ""},
		"a period too few":       {`"name":"May 2026"`, `"name":"April 2026"`, "periods"},
	} {
		broken := strings.Replace(src, change[0], change[1], 1)
		if broken == src {
			t.Fatalf("%s: %s is not in %s", name, change[0], src)
		}
		var into Counter
		var faults fault.Faults
		if err := into.UnmarshalJSON([]byte(broken)); !errors.Is(err, ErrDecode) || into.calendar != nil || !errors.As(err, &faults) || faults[0].Field != change[2] {
			t.Errorf("%s: %v, want %q", name, err, change[2])
		}
	}
	group := src[strings.Index(src, `{"group"`) : len(src)-2]
	var into Counter
	if err := into.UnmarshalJSON([]byte(strings.Replace(src, group, group+","+group, 1))); !errors.Is(err, ErrDecode) {
		t.Error("a group twice:", err)
	}
}

func TestMisuseIsNamed(t *testing.T) {
	c := must(New(year...))
	long := strings.Repeat("x", MaxName+1)
	april := year[0]
	var unmade Counter
	many := make([]Period, MaxPeriods+1)
	full := must(New(year[:1]...))
	for i := range MaxGroups {
		full.tally(fmt.Sprint(i))
	}
	counted := must(New(year...))
	counted.records = MaxCount
	second := func(_ any, err error) error { return err }
	for name, tc := range map[string]struct{ err, want error }{
		"no periods":             {second(New()), ErrPeriods},
		"too many periods":       {second(New(many...)), ErrPeriods},
		"a period without name":  {second(New(Period{From: april.From, To: april.To})), ErrPeriods},
		"a period with a novel":  {second(New(Period{long, april.From, april.To})), ErrPeriods},
		"a name twice":           {second(New(april, april)), ErrPeriods},
		"a period without days":  {second(New(Period{Name: "x"})), ErrPeriods},
		"a period backwards":     {second(New(Period{"x", april.To, april.From})), ErrPeriods},
		"a group with a novel":   {c.AddIn(long, sdm.Record{}), ErrGroup},
		"a group of no language": {c.AddIn("\xff", sdm.Record{}), ErrGroup},
		"too many groups":        {full.AddIn("one more", sdm.Record{}), ErrTooMany},
		"too many records":       {counted.Add(sdm.Record{}), ErrTooMany},
		"too many together":      {counted.Merge(counted), ErrTooMany},
		"other periods":          {c.Merge(full), ErrDifferent},
		"merging nothing":        {c.Merge(nil), ErrUnmade},
		"merging the unmade":     {c.Merge(&unmade), ErrUnmade},
		"adding to the unmade":   {unmade.Add(sdm.Record{}), ErrUnmade},
		"merging into it":        {unmade.Empty().Merge(c), ErrUnmade},
		"publishing it":          {second(unmade.Publish(Rules{})), ErrUnmade},
		"writing it":             {second(unmade.MarshalJSON()), ErrUnmade},
	} {
		if !errors.Is(tc.err, tc.want) {
			t.Errorf("%s: error %v, not %v", name, tc.err, tc.want)
		}
	}
	if n := unmade.Counts().All; unmade.Periods() != nil || n.Records != 0 || c.Records() != 0 {
		t.Error("something was counted")
	}
}

func TestACounterCanBeMergedWithItself(t *testing.T) {
	c := must(New(year...))
	if err := errors.Join(c.Add(record(t, at("t", "2026-04-01", "", opened))), c.Merge(c)); err != nil {
		t.Fatal(err)
	}
	if n := c.Counts().All; n.Records != 2 || n.Periods[0].Seen != 2 || n.Periods[0].Components[talking].NotCounted != 2 {
		t.Errorf("%+v", n)
	}
}

func TestPeriods(t *testing.T) {
	says := func(all []Period) (lines []string) {
		for _, p := range all {
			lines = append(lines, fmt.Sprintf("%s: %s %s", p.Name, p.From, p.To))
		}
		return lines
	}
	for name, tc := range map[string]struct{ got, want []string }{
		"months":       {says(Months(date("2027-12-31"), date("2028-02-01"))), []string{"December 2027: 2027-12-01 2027-12-31", "January 2028: 2028-01-01 2028-01-31", "February 2028: 2028-02-01 2028-02-29"}},
		"quarters":     {says(Quarters(date("2026-05-05"), date("2026-07-01"))), []string{"April to June 2026: 2026-04-01 2026-06-30", "July to September 2026: 2026-07-01 2026-09-30"}},
		"years":        {says(FinancialYears(date("2026-03-31"), date("2026-04-01"))), []string{"2025/26: 2025-04-01 2026-03-31", "2026/27: 2026-04-01 2027-03-31"}},
		"the century":  {says(FinancialYears(date("2099-04-01"), date("2099-04-01"))), []string{"2099/00: 2099-04-01 2100-03-31"}},
		"backwards":    {says(Months(date("2026-05-05"), date("2026-05-04"))), nil},
		"no day":       {says(Months(day.Day{}, date("2026-05-04"))), nil},
		"the last day": {says(Months(date("9999-11-30"), date("9999-12-31"))), []string{"November 9999: 9999-11-01 9999-11-30"}},
	} {
		if diff := cmp.Diff(tc.want, tc.got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	for _, p := range slices.Concat(Months(date("2020-01-01"), date("2030-01-01")), Quarters(date("2020-01-01"), date("2030-01-01"))) {
		if _, _, last := p.To.Add(1).Date(); last != 1 {
			t.Errorf("%s ends on %s", p.Name, p.To)
		}
	}
}

// The days of overlapping periods are found as by looking at each.
func TestTheCalendarFindsEachPeriod(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 50 {
		var periods []Period
		for i := range 1 + r.IntN(12) {
			from := date("2026-01-01").Add(r.IntN(100))
			periods = append(periods, Period{fmt.Sprint(i), from, from.Add(r.IntN(60))})
		}
		c := must(newCalendar(periods))
		for n := range 200 {
			on := date("2025-12-25").Add(n)
			var want []int
			for i, p := range periods {
				if !on.Before(p.From) && !on.After(p.To) {
					want = append(want, i)
				}
			}
			got := c.of(on, nil)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("%s is in %v, not %v of %v", on, got, want, periods)
			}
		}
	}
}

func TestEveryKindOfEventIsPlaced(t *testing.T) {
	src, err := os.ReadFile("../kinds.go")
	if err != nil {
		t.Fatal(err)
	}
	there := len(regexp.MustCompile(`(?m)^\tof\(\d`).FindAll(src, -1))
	if there == 0 || len(kinds)+1 != there { // withheld stands for another kind
		t.Errorf("a record has %d kinds of event, and %d of them are placed here", there, len(kinds)+1)
	}
	for i, d := range Definitions() {
		if d.Component != sdm.Components()[i] || d.Counted == "" || d.NotKnown == "" || d.NotCounted == "" {
			t.Errorf("%+v", d)
		}
	}
}
