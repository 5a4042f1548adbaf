package day_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

func on(t testing.TB, text string) day.Day {
	t.Helper()
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The package time is the oracle: every day of four centuries and both ends of the range.
func TestEveryDayIsThatOfTheStandardLibrary(t *testing.T) {
	first := time.Date(1799, time.December, 30, 0, 0, 0, 0, time.UTC)
	start := day.Of(first)
	for i := range 400 * 366 {
		want := first.AddDate(0, 0, i)
		got := start.Add(i)
		if !got.Time().Equal(want) || got != day.New(want.Date()) || got.String() != want.Format(time.DateOnly) || got.Weekday() != want.Weekday() {
			t.Fatalf("%v: got %v", want, got)
		}
		if n, ok := got.Sub(start); !ok || n != i {
			t.Fatalf("%v: %d days after the start, want %d", got, n, i)
		}
	}
	for _, text := range []string{"0001-01-01", "9999-12-31"} {
		if got := on(t, text).String(); got != text {
			t.Errorf("%s became %s", text, got)
		}
	}
}

func TestOutsideTheCalendarIsNoDay(t *testing.T) {
	end, start := on(t, "9999-12-31"), on(t, "0001-01-01")
	for what, d := range map[string]day.Day{
		"30 February":          day.New(2024, time.February, 30),
		"month 13":             day.New(2024, 13, 1),
		"the year 10000":       day.New(10000, time.January, 1),
		"the year 0":           day.New(0, time.December, 31),
		"after the end":        end.Add(1),
		"before the start":     start.Add(-1),
		"a month after":        end.AddMonths(1),
		"a month before":       start.AddMonths(-1),
		"far after":            start.AddMonths(math.MaxInt),
		"far days":             start.Add(math.MaxInt),
		"far days before":      end.Add(math.MinInt),
		"far before":           end.AddMonths(math.MinInt),
		"no time":              day.Of(time.Time{}),
		"a day after no day":   day.Day{}.Add(1),
		"a month after no day": day.Day{}.AddMonths(1),
	} {
		if !d.IsZero() {
			t.Errorf("%s: got %v", what, d)
		}
	}
}

func TestOfTakesTheDateOfTheZone(t *testing.T) {
	late := time.Date(2024, time.March, 31, 23, 30, 0, 0, time.FixedZone("west", -5*60*60))
	if got := day.Of(late).String(); got != "2024-03-31" {
		t.Error(got)
	}
}

func TestMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2024-01-31", 1, "2024-02-29"},
		{"2023-01-31", 1, "2023-02-28"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2024-12-15", 1, "2025-01-15"},
		{"2024-01-15", -1, "2023-12-15"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2024-05-05", 0, "2024-05-05"},
	} {
		if got := on(t, c.from).AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s and %d months: got %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestAge(t *testing.T) {
	for _, c := range []struct {
		born, on string
		want     int
		ok       bool
	}{
		{"1950-06-15", "2026-06-14", 75, true},
		{"1950-06-15", "2026-06-15", 76, true},
		{"2008-02-29", "2026-02-28", 17, true},
		{"2008-02-29", "2026-03-01", 18, true},
		{"2026-11-22", "2026-11-22", 0, true},
		{"2026-11-22", "2026-11-21", 0, false},
	} {
		if got, ok := on(t, c.born).Age(on(t, c.on)); got != c.want || ok != c.ok {
			t.Errorf("born %s, on %s: got %d, %v", c.born, c.on, got, ok)
		}
	}
	if _, ok := (day.Day{}).Age(on(t, "2026-01-01")); ok {
		t.Error("nobody knows the birthday, and there is an age")
	}
}

func TestOrder(t *testing.T) {
	early, late, never := on(t, "2024-03-31"), on(t, "2024-04-01"), day.Day{}
	if !early.Before(late) || late.Before(early) || early.Before(early) || !late.After(early) || early.Compare(late) >= 0 || late.Compare(late) != 0 {
		t.Error("the order is wrong")
	}
	if never.Before(early) || never.After(early) || early.Before(never) || early.After(never) {
		t.Error("a day that is not known lies before or after another")
	}
	if _, ok := early.Sub(never); ok {
		t.Error("a day that is not known has a distance")
	}
}

func TestText(t *testing.T) {
	type visit struct {
		On   day.Day `json:"on"`
		Next day.Day `json:"next,omitzero"`
	}
	src, err := json.Marshal(visit{On: on(t, "2026-11-22")})
	if err != nil || string(src) != `{"on":"2026-11-22"}` {
		t.Fatalf("%s %v", src, err)
	}
	var v visit
	if err := json.Unmarshal([]byte(`{"on":"2026-11-22","next":null}`), &v); err != nil || v.On != on(t, "2026-11-22") || !v.Next.IsZero() {
		t.Error(v, err)
	}
	for _, bad := range []string{`"2026-02-30"`, `"22/11/2026"`, `"2026-11-22T00:00:00Z"`, `"0000-01-01"`, `20261122`, `"2026-1-2"`} {
		v.On = on(t, "2020-01-01")
		if err := json.Unmarshal([]byte(`{"on":`+bad+`}`), &v); err == nil || v.On != on(t, "2020-01-01") {
			t.Errorf("%s was read as %v", bad, v.On)
		}
	}
	for text, says := range map[string]string{"2026-11-22T00:00:00Z": "time of day", "1 May 2026": "written 2024-04-01"} {
		var d day.Day
		if err := d.UnmarshalText([]byte(text)); err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "time of day") != strings.Contains(text, ":") {
			t.Errorf("%s: %v", text, err)
		}
	}
	if got := on(t, "2024-04-01").Long() + (day.Day{}).Long() + (day.Day{}).String(); got != "1 April 2024" {
		t.Error(got)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"2024-02-29", "2023-02-29", "9999-12-31", "", "x", "2024-04-01T00:00:00Z"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := day.Parse(text)
		if (err == nil) == d.IsZero() || err == nil && d.String() != text {
			t.Errorf("%q: %v, %v", text, d, err)
		}
	})
}
