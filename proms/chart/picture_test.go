package chart

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// TestAccessible holds what every picture owes to those who cannot see it, or have colours of their own.
func TestAccessible(t *testing.T) {
	for name, draw := range map[string]func() ([]byte, error){"bands": phq().SVG, "no bands": pain().SVG, "funnel": clinics().SVG} {
		picture, err := draw()
		if err != nil {
			t.Fatal(err)
		}
		got := parse(t, picture)
		prefix, _, _ := strings.Cut(got.ids[0], "-")
		if got.root["role"] != "img" || got.root["lang"] != "en" || got.root["aria-labelledby"] != prefix+"-title "+prefix+"-desc" {
			t.Errorf("%s: %v", name, got.root)
		}
		if !slices.Equal(got.ids, []string{prefix + "-title", prefix + "-desc"}) || len(got.text["title"]) != 1 || len(got.text["desc"]) != 1 {
			t.Errorf("%s: ids %v", name, got.ids)
		}
		for _, colour := range got.colours {
			if colour != "none" && colour != "currentColor" && colour != accent {
				t.Errorf("%s: the colour %s", name, colour)
			}
		}
		if _, there := got.elements["style"]; there {
			t.Errorf("%s: a style reaches beyond its picture", name)
		}
	}
}

// TestAccent works the contrast out as WCAG 2 does.
func TestAccent(t *testing.T) {
	light := 0.0
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(accent[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c = math.Pow((c+0.055)/1.055, 2.4); n < 11 {
			c = float64(n) / 255 / 12.92
		}
		light += share * c
	}
	if white, black := 1.05/(light+0.05), (light+0.05)/0.05; white < 4 || black < 4 {
		t.Errorf("contrast %.2f to white and %.2f to black", white, black)
	}
}

func TestTranslation(t *testing.T) {
	w := English()
	if err := w.Check(); err != nil {
		t.Fatal(err)
	}
	w.Language, w.Decimal, w.LowerBetter, w.Months[0] = "de", ",", "Niedriger ist besser", "Januar"
	w.Date = "{day}. {month} {year}"
	p := phq()
	p.Words, p.Visits[0].Value = &w, 17.5
	picture, err := p.SVG()
	if err != nil {
		t.Fatal(err)
	}
	got := parse(t, picture)
	if got.root["lang"] != "de" || !got.says("17,5") || !got.says("Niedriger ist besser") || !strings.Contains(got.text["desc"][0], "12. Januar 2026: 17,5") {
		t.Error(got)
	}
	for name, change := range map[string]func(*Words){
		"a blank":         func(w *Words) { w.Start = " " },
		"no month":        func(w *Words) { w.ShortMonths[4] = "" },
		"one too many":    func(w *Words) { w.Same = "no change by {n}" },
		"an open bracket": func(w *Words) { w.Reached = "{change} {" },
		"no language":     func(w *Words) { w.Language = "" },
	} {
		w := English()
		change(&w)
		if err := w.Check(); !errors.Is(err, BadWords) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, test := range []struct {
		low, high float64
		want      string
	}{
		{0, 27, "0 5 10 15 20 25"}, {0, 100, "0 20 40 60 80 100"}, {0, 1, "0 0.2 0.4 0.6 0.8 1"}, {-0.594, 1, "-0.5 0 0.5 1"},
		{-6, 6, "-6 -4 -2 0 2 4 6"}, {0, 1e-6, "0 0.0000002 0.0000004 0.0000006 0.0000008 0.000001"}, {0, 400, "0 100 200 300 400"},
		{-1e9, 1e9, "-1000000000 -500000000 0 500000000 1000000000"}, {3.2, 3.9, "3.2 3.4 3.6 3.8"},
	} {
		var got []string
		for _, tick := range ticks(test.low, test.high) {
			got = append(got, english.number(tick))
		}
		if text := strings.Join(got, " "); text != test.want {
			t.Errorf("%v to %v: %s, want %s", test.low, test.high, text, test.want)
		}
	}
}

// TestSpread holds that names at the edge keep their order, do not touch and stay in their room.
func TestSpread(t *testing.T) {
	for n := 1; n <= MaxBands; n++ {
		for _, text := range []string{"One", "Two words that need two lines", strings.Repeat("x", 100)} {
			names := make([]edgeName, n)
			for i := range names {
				names[i] = newEdgeName(float64(100+3*i), text)
			}
			spread(names, 50, 316)
			for i, name := range names {
				half := float64(len(name.lines)*lineHeight) / 2
				if name.y-half < 50-1e-9 || name.y+half > 316+1e-9 {
					t.Errorf("%d names: the %dth is at %v", n, i, name.y)
				}
				if i > 0 && name.y-names[i-1].y < float64(len(name.lines)+len(names[i-1].lines))*lineHeight/2-1e-9 {
					t.Errorf("%d names: %d touches the one above", n, i)
				}
			}
		}
	}
}

// Whatever the texts and the numbers, pictures are well-formed, hold the texts, and add nothing; or there is an error.
func FuzzPictures(f *testing.F) {
	f.Add("p", "Title", "Score", "Mild", "too few answers", 0.0, 27.0, 12.0, 6.0, int32(1))
	f.Add("a-1", `</title><script>alert("&amp;")</script>`, "]]>", "<!--", "a\x00\x1b\xff\u2028\ufffe", -1.0, 1.0, 0.0, 0.5, int32(700))
	f.Add("x", "\u202eright to left", strings.Repeat("long ", 50), "{n} {value}", "{name} {", 0.0, 1e9, 1e-9, 1e-6, int32(1)<<30)
	f.Add("x", "t", strings.Repeat("w", 300), "b", "'\"", -1e9, -1e9+1e-5, -1e9, 1e9, int32(-5))
	f.Fuzz(func(t *testing.T, prefix, title, name, band, reason string, low, high, value, points float64, days int32) {
		start := day.New(2026, 1, 1)
		p := Trajectory{
			Frame: Frame{Prefix: prefix, Title: title}, Scale: Scale{Name: name, Lowest: low, Highest: high, Better: Lower},
			Bands: []Band{{low, band}, {low + points, name}},
			Visits: []Visit{
				{On: start, Value: value}, {On: start.Add(int(days)), Missing: reason},
				{On: start.AddMonths(int(days)), Value: low},
			},
			Important: []Change{{band, points, EitherWay}, {reason, points, ForWorse}},
		}
		wide := Limits{At: points, Inner: Interval{value, value}, Outer: Interval{low, high}}
		far := Limits{At: points + math.Abs(value) + 1, Inner: Interval{low, high}, Outer: Interval{low - 1, high + 1}}
		units := []Unit{{Name: title, Value: low, Limits: wide}, {Name: band, Value: high, Limits: far}, {Name: name, Missing: reason}}
		fun := Funnel{
			Frame: Frame{Prefix: prefix, Title: title}, Scale: Scale{Name: name, Lowest: low, Highest: high, Percent: true},
			Precision: band, Target: value, Inner: reason, Outer: name, Curve: []Limits{wide, far}, Units: units,
		}
		pictures := map[string]interface {
			SVG() ([]byte, error)
			Table() (Table, error)
			Describe() (string, error)
		}{"trajectory": p, "funnel": fun}
		for kind, c := range pictures {
			picture, err := c.SVG()
			if err != nil {
				var e *Error
				if !errors.As(err, &e) || advice[e.Kind][0] == "" || picture != nil {
					t.Fatalf("%s: %v", kind, err)
				}
				continue
			}
			got := parse(t, picture)
			if !utf8.Valid(picture) || strings.Join(got.text["title"], "") != plain(title) || len(got.ids) != 2 {
				t.Fatalf("%s: %q became %q; ids %q", kind, title, got.text["title"], got.ids)
			}
			if strings.Contains(string(picture), "NaN") && !strings.Contains(title+name+band+reason, "NaN") || strings.Contains(string(picture), "Inf ") {
				t.Fatalf("%s: a number that is none:\n%s", kind, picture)
			}
			table, err := c.Table()
			if err != nil || strings.Count(table.Text(), "\n") != 1+len(table.Rows) {
				t.Fatalf("%s: %v\n%s", kind, err, table.Text())
			}
			if said, err := c.Describe(); err != nil || strings.Join(got.text["desc"], "") != plain(said) {
				t.Fatalf("%s: the description says %q, and the picture %q", kind, said, got.text["desc"])
			}
		}
	})
}

// plain is what XML keeps of a text, white space made plain.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			return utf8.RuneError
		}
		return r
	}, text)
}

// TestTextOfALopsidedTable holds that a table with too few columns loses no cell.
func TestTextOfALopsidedTable(t *testing.T) {
	if got := (Table{Caption: "A", Columns: []string{"Day"}, Rows: [][]string{{"1 May", "7"}, nil}}).Text(); got != "A\nDay: 1 May; 7\n\n" {
		t.Errorf("%q", got)
	}
}
