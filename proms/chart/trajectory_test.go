package chart

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

func TestTrajectoryInWords(t *testing.T) {
	text, err := phq().Describe()
	want := "Depression severity (PHQ-9), 0 to 27. Lower is better. Visits with a score: 5 of 6, from 12 January 2026 to 15 June 2026. " +
		"Start, 12 January 2026: 17 (Moderately severe). Last score, 15 June 2026: 8 (Mild), better by 9 since the start. " +
		"The last score reaches: Reliable change: 6 or more either way. No score: too few answers (7 April 2026)."
	if err != nil || text != want {
		t.Errorf("%v\n got %s\nwant %s", err, text, want)
	}
	table, err := phq().Table()
	if err != nil {
		t.Fatal(err)
	}
	lines := `Depression severity over time
Date: 12 January 2026; Score: 17; Band: Moderately severe; Since the start: not compared; Important change: not compared
Date: 9 February 2026; Score: 18; Band: Moderately severe; Since the start: worse by 1; Important change: none
Date: 2 March 2026; Score: 14; Band: Moderate; Since the start: better by 3; Important change: none
Date: 7 April 2026; Score: no score: too few answers; Band: ; Since the start: not compared; Important change: not compared
Date: 4 May 2026; Score: 11; Band: Moderate; Since the start: better by 6; Important change: Reliable change
Date: 15 June 2026; Score: 8; Band: Mild; Since the start: better by 9; Important change: Reliable change
`
	if diff := cmp.Diff(strings.Split(lines, "\n"), strings.Split(table.Text(), "\n")); diff != "" {
		t.Error(diff)
	}
}

// TestChange tries every direction on every scale against the meaning in plain words.
func TestChange(t *testing.T) {
	for _, test := range []struct {
		better    Better
		direction Direction
		value     float64 // the start is 10, and 4 points matter
		reached   bool
		since     string
	}{
		{Lower, ForBetter, 6, true, "better by 4"}, {Lower, ForBetter, 6.5, false, "better by 3.5"}, {Lower, ForBetter, 16, false, "worse by 6"},
		{Lower, ForWorse, 14, true, "worse by 4"}, {Lower, ForWorse, 2, false, "better by 8"}, {Lower, EitherWay, 14, true, "worse by 4"},
		{Higher, ForBetter, 14, true, "better by 4"}, {Higher, ForBetter, 6, false, "worse by 4"}, {Higher, ForWorse, 6, true, "worse by 4"},
		{Higher, EitherWay, 13, false, "better by 3"}, {Higher, EitherWay, 10, false, "no change"},
		{Unsaid, EitherWay, 14, true, "higher by 4"}, {Unsaid, EitherWay, 6, true, "lower by 4"}, {Unsaid, EitherWay, 7, false, "lower by 3"},
	} {
		c := Trajectory{
			Frame: Frame{Prefix: "c", Title: "Change"}, Scale: Scale{Name: "Score", Highest: 20, Better: test.better},
			Visits:    []Visit{{On: day.New(2026, 1, 1), Value: 10}, {On: day.New(2026, 2, 1), Value: test.value}},
			Important: []Change{{"Change", 4, test.direction}},
		}
		table, err := c.Table()
		if err != nil {
			t.Fatal(err)
		}
		row := table.Rows[1]
		if reached := row[3] == "Change"; reached != test.reached || row[2] != test.since {
			t.Errorf("%+v: %v", test, row)
		}
	}
}

// TestDecimals holds that 0.3 - 0.1 reaches 0.2, and that 0.29 is shown as 29%.
func TestDecimals(t *testing.T) {
	c := Trajectory{
		Frame: Frame{Prefix: "c", Title: "Change"}, Scale: Scale{Name: "Share", Highest: 1, Better: Higher, Percent: true},
		Visits:    []Visit{{On: day.New(2026, 1, 1), Value: 0.1}, {On: day.New(2026, 2, 1), Value: 0.3}, {On: day.New(2026, 3, 1), Value: 0.29}},
		Important: []Change{{"Change", 0.2, ForBetter}},
	}
	table, err := c.Table()
	if err != nil || table.Rows[1][3] != "Change" || table.Rows[2][3] != "none" || table.Rows[2][1] != "29%" || table.Rows[2][2] != "better by 19%" {
		t.Error(table.Rows, err)
	}
}

func TestTrajectoryShowsEverything(t *testing.T) {
	picture, err := phq().SVG()
	if err != nil {
		t.Fatal(err)
	}
	got := parse(t, picture)
	for _, words := range []string{
		"Minimal", "Mild", "Moderate", "Moderately severe", "Severe", "Lower is better", "8 (better)", "11 (better)", "14",
		"No score: too few answers (7 April 2026)", "Reliable change: 6 or more either way (11 or lower, 23 or higher)", "12 Jan", "2026",
	} {
		if !got.says(words) {
			t.Errorf("the picture does not say %q", words)
		}
	}
	if got.says("18 (worse)") {
		t.Error("a change of 1 is called important")
	}
	// Five scores, two of them with a ring around them, and the marks of the key.
	if n := got.elements["circle"]; n != 5+2+1+2 {
		t.Errorf("%d circles", n)
	}
}

// TestAGapIsNotBridged counts the strokes of the line: of five scores with one visit missing among them, three.
func TestAGapIsNotBridged(t *testing.T) {
	p := phq()
	for missing, want := range map[string]int{p.Visits[3].Missing: 3, "": 5} {
		p.Visits[3].Missing = missing
		var s svg
		p.line(&s, english.plot(p.Scale, p.ticks()))
		if n := strings.Count(string(s.Drawing), "L"); n != want {
			t.Errorf("%d strokes, want %d: %s", n, want, s.Drawing)
		}
	}
}

func TestWithoutAStartNoChangeIsSaid(t *testing.T) {
	p := phq()
	p.Baseline = 3
	text, err := p.Describe()
	if err != nil || !strings.Contains(text, "No change is said") || strings.Contains(text, "better by") {
		t.Error(text, err)
	}
	table, _ := p.Table()
	for _, row := range table.Rows {
		if row[3] != "not compared" {
			t.Error(row)
		}
	}
	alone := phq()
	alone.Visits = alone.Visits[:1]
	if text, err := alone.Describe(); err != nil || strings.Contains(text, "Last score") {
		t.Error(text, err)
	}
}

func TestTrajectoryRefusals(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Trajectory)
		want   Kind
	}{
		"no prefix":              {func(p *Trajectory) { p.Prefix = "" }, BadPrefix},
		"a prefix with a quote":  {func(p *Trajectory) { p.Prefix = `a"b` }, BadPrefix},
		"a prefix of a digit":    {func(p *Trajectory) { p.Prefix = "1a" }, BadPrefix},
		"a long prefix":          {func(p *Trajectory) { p.Prefix = strings.Repeat("a", 65) }, BadPrefix},
		"no title":               {func(p *Trajectory) { p.Title = " \n" }, BadText},
		"a long title":           {func(p *Trajectory) { p.Title = strings.Repeat("a", 301) }, BadText},
		"no scale name":          {func(p *Trajectory) { p.Scale.Name = "" }, BadText},
		"a scale upside down":    {func(p *Trajectory) { p.Scale.Lowest, p.Scale.Highest = 27, 0 }, BadScale},
		"an endless scale":       {func(p *Trajectory) { p.Scale.Highest = math.Inf(1) }, BadScale},
		"a scale from nothing":   {func(p *Trajectory) { p.Scale.Lowest = math.NaN() }, BadScale},
		"a huge scale":           {func(p *Trajectory) { p.Scale.Highest = 1e10 }, BadScale},
		"no known direction":     {func(p *Trajectory) { p.Scale.Better = "up" }, BadScale},
		"a first band too high":  {func(p *Trajectory) { p.Bands[0].From = 1 }, BadBands},
		"bands out of order":     {func(p *Trajectory) { p.Bands[2].From = 3 }, BadBands},
		"a band above the scale": {func(p *Trajectory) { p.Bands[4].From = 28 }, BadBands},
		"a band from nowhere":    {func(p *Trajectory) { p.Bands[3].From = math.NaN() }, BadBands},
		"a band without a name":  {func(p *Trajectory) { p.Bands[3].Name = "" }, BadText},
		"too many bands":         {func(p *Trajectory) { p.Bands = make([]Band, 13) }, BadBands},
		"no visits":              {func(p *Trajectory) { p.Visits = nil }, BadVisits},
		"too many visits":        {func(p *Trajectory) { p.Visits = make([]Visit, 201) }, BadVisits},
		"no scores":              {func(p *Trajectory) { p.Visits = p.Visits[3:4] }, BadVisits},
		"no date":                {func(p *Trajectory) { p.Visits[2].On = day.Day{} }, BadDate},
		"a date of a far year":   {func(p *Trajectory) { p.Visits[5].On = day.New(10000, 1, 1) }, BadDate},
		"dates out of order":     {func(p *Trajectory) { p.Visits[2].On = day.New(2026, 2, 8) }, BadDate},
		"the same date twice":    {func(p *Trajectory) { p.Visits[2].On = p.Visits[1].On }, BadDate},
		"a score that is none":   {func(p *Trajectory) { p.Visits[2].Value = math.NaN() }, BadValue},
		"an endless score":       {func(p *Trajectory) { p.Visits[2].Value = math.Inf(-1) }, BadValue},
		"a score off the scale":  {func(p *Trajectory) { p.Visits[2].Value = 27.5 }, BadValue},
		"a blank reason":         {func(p *Trajectory) { p.Visits[3].Missing = " " }, BadText},
		"no such start":          {func(p *Trajectory) { p.Baseline = 6 }, BadBaseline},
		"a start before all":     {func(p *Trajectory) { p.Baseline = -1 }, BadBaseline},
		"a change of nothing":    {func(p *Trajectory) { p.Important[0].Points = 0 }, BadChange},
		"a change of NaN":        {func(p *Trajectory) { p.Important[0].Points = math.NaN() }, BadChange},
		"a change without way":   {func(p *Trajectory) { p.Important[0].Direction = "" }, BadChange},
		"a change without name":  {func(p *Trajectory) { p.Important[0].Name = "" }, BadText},
		"better of neither":      {func(p *Trajectory) { p.Scale.Better, p.Important[0].Direction = Unsaid, ForBetter }, BadChange},
		"too many changes":       {func(p *Trajectory) { p.Important = make([]Change, 4) }, BadChange},
		"words without a number": {func(p *Trajectory) { w := English(); w.BetterBy = "better"; p.Words = &w }, BadWords},
	} {
		p := phq()
		test.change(&p)
		picture, err := p.SVG()
		if !errors.Is(err, test.want) || picture != nil {
			t.Errorf("%s: %v, want %s", name, err, test.want)
			continue
		}
		var e *Error
		if !errors.As(err, &e) || e.Why() == "" || e.Mend() == "" || e.Where == "" || e.Got == "" {
			t.Errorf("%s: %v does not say why and how to mend it", name, err)
		}
		if _, other := p.Table(); other == nil || other.Error() != err.Error() {
			t.Errorf("%s: the table says %v", name, other)
		}
		if _, other := p.Describe(); other == nil || other.Error() != err.Error() {
			t.Errorf("%s: the description says %v", name, other)
		}
	}
}
