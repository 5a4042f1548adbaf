package risk

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the pictures in testdata anew")

// drawn is what an XML parser finds in a picture.
type drawn struct {
	text  map[string]string // text of each element name, joined
	ids   []string
	attrs map[string][]string
	paths []map[string]string
}

func parse(t testing.TB, picture []byte) drawn {
	t.Helper()
	got := drawn{text: map[string]string{}, attrs: map[string][]string{}}
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	var open []string
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, picture)
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			attrs := map[string]string{}
			for _, a := range token.Attr {
				attrs[a.Name.Local] = a.Value
				got.attrs[a.Name.Local] = append(got.attrs[a.Name.Local], a.Value)
			}
			if id, ok := attrs["id"]; ok {
				got.ids = append(got.ids, id)
			}
			if token.Name.Local == "path" {
				got.paths = append(got.paths, attrs)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				got.text[open[len(open)-1]] += string(token)
			}
		}
	}
	for name := range got.text {
		if !strings.Contains(" svg title desc text ", " "+name+" ") {
			t.Fatalf("text in <%s>", name)
		}
	}
	return got
}

var run = regexp.MustCompile(`M(\d+) (\d+)h(\d+)`)

// dots counts the people a path of the array shows, and where.
func dots(t testing.TB, path map[string]string, pitch int, seen map[[2]int]bool) int {
	t.Helper()
	if want := "0.01 " + strconv.Itoa(pitch-1) + ".99"; path["stroke-dasharray"] != want {
		t.Fatalf("dashes %q, want %q", path["stroke-dasharray"], want)
	}
	count, length := 0, 0
	for _, m := range run.FindAllStringSubmatch(path["d"], -1) {
		x, _ := strconv.Atoi(m[1])
		y, _ := strconv.Atoi(m[2])
		h, _ := strconv.Atoi(m[3])
		for at := 0; at < h; at += pitch {
			place := [2]int{x + at, y}
			if seen[place] {
				t.Fatalf("two people at %v", place)
			}
			seen[place] = true
			count++
		}
		length += len(m[0])
	}
	if length != len(path["d"]) {
		t.Fatalf("a path of something else: %s", path["d"])
	}
	return count
}

func TestIconsShowEverybody(t *testing.T) {
	for _, d := range []Denominator{Per100, Per1000} {
		pitch := map[Denominator]int{Per100: 24, Per1000: 10}[d]
		for _, p := range []float64{0, 0.0004, 0.072, 0.1, 0.4, 0.5, 0.999, 1} {
			icons, err := Voice{}.Icons("p", "Stroke", chance(t, p, Interval{}, Years(1)), d, stroke)
			if err != nil {
				t.Fatal(err)
			}
			picture, err := icons.SVG()
			if err != nil {
				t.Fatal(err)
			}
			seen, paths := map[[2]int]bool{}, parse(t, picture).paths
			did := per(t, chance(t, p, Interval{}, Years(1)), d).People
			if did > 0 {
				if got := dots(t, paths[0], pitch, seen); got != did {
					t.Errorf("%v of %d: %d filled marks, want %d", p, d, got, did)
				}
				paths = paths[1:]
			}
			if did < int(d) {
				if got := dots(t, paths[0], pitch, seen); got != int(d)-did || paths[0]["stroke"] == "#fff" || paths[1]["stroke"] != "#fff" {
					t.Errorf("%v of %d: %d hollow marks, want %d", p, d, got, int(d)-did)
				}
			}
			if len(seen) != int(d) {
				t.Errorf("%v: %d people, want %d", p, len(seen), d)
			}
			if len(picture) > 3000 {
				t.Errorf("%v of %d takes %d bytes", p, d, len(picture))
			}
		}
	}
}

// Golden pictures: look at them in testdata after -update.
func TestGoldenPictures(t *testing.T) {
	var v Voice
	nothing := Choice{"no treatment", chance(t, 0.072, CI95(0.065, 0.08), Years(1))}
	drug := Choice{"warfarin", apply(t, warfarin, nothing.Chance)}
	newer := Choice{"a newer anticoagulant", apply(t, doac, drug.Chance)}
	unknown := Choice{"an operation", Unknown(NoEvidence)}
	icons, err1 := v.Icons("af", "Stroke with no treatment", nothing.Chance, Per1000, stroke)
	hundred, err2 := v.Icons("af100", "Stroke with no treatment", nothing.Chance, Per100, stroke)
	uplift, err3 := v.UpliftIcons("up", "What warfarin changes", nothing, drug, Unwanted, Per1000, stroke)
	chart, err4 := v.Chart("chart", "Stroke in a year", []Choice{nothing, drug, newer, unknown}, Per1000, 100, stroke)
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		t.Fatal(err)
	}
	for name, draw := range map[string]func() ([]byte, error){
		"icons_1000": icons.SVG, "icons_100": hundred.SVG, "uplift": uplift.SVG, "bars": chart.Bars, "intervals": chart.Intervals,
	} {
		got, err := draw()
		if err != nil {
			t.Fatal(err)
		}
		found := parse(t, got)
		if len(found.ids) != 2 || found.attrs["aria-labelledby"][0] != found.ids[0]+" "+found.ids[1] || found.attrs["role"][0] != "img" {
			t.Errorf("%s: ids %v", name, found.ids)
		}
		file := "testdata/" + name + ".svg"
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not as it was (%v); run with -update and look at it", file, err)
		}
	}
	want := "26 have a stroke, with warfarin or with no treatment. 46 have a stroke with no treatment but not with warfarin. 928 do not, with warfarin or with no treatment."
	if uplift.Description != want {
		t.Errorf("got %s", uplift.Description)
	}
	harmed, err := v.UpliftIcons("up", "x", Choice{"rest", chance(t, 0.5, Interval{}, Years(1))}, Choice{"exercise", chance(t, 0.50001, Interval{}, Years(1))}, Wanted, Per100, Outcome{Happens: "feel better"})
	want = "50 do not, with exercise or with rest. Fewer than 1 feel better with exercise but not with rest. 50 feel better, with exercise or with rest."
	if err != nil || harmed.Description != want {
		t.Errorf("got %s %v", harmed.Description, err)
	}
}

func TestPictureErrors(t *testing.T) {
	var v Voice
	half := chance(t, 0.5, CI95(0.4, 0.6), Years(1))
	icons := func(change func(*IconArray)) func() ([]byte, error) {
		a, err := v.Icons("p", "Title", half, Per100, stroke)
		if err != nil {
			t.Fatal(err)
		}
		change(&a)
		return a.SVG
	}
	chart := func(change func(*Chart)) func() ([]byte, error) {
		c, err := v.Chart("p", "Title", []Choice{{"x", half}}, Per100, 0, stroke)
		if err != nil {
			t.Fatal(err)
		}
		change(&c)
		return c.Bars
	}
	for name, c := range map[string]struct {
		draw func() ([]byte, error)
		want Kind
	}{
		"no prefix":          {icons(func(a *IconArray) { a.Prefix = "" }), BadPrefix},
		"prefix with space":  {icons(func(a *IconArray) { a.Prefix = "a b" }), BadPrefix},
		"prefix with quote":  {icons(func(a *IconArray) { a.Prefix = `a"` }), BadPrefix},
		"prefix from digit":  {icons(func(a *IconArray) { a.Prefix = "1a" }), BadPrefix},
		"prefix too long":    {icons(func(a *IconArray) { a.Prefix = strings.Repeat("a", 65) }), BadPrefix},
		"no title":           {icons(func(a *IconArray) { a.Title = "\n" }), BadPicture},
		"no description":     {icons(func(a *IconArray) { a.Description = "" }), BadPicture},
		"no label":           {icons(func(a *IconArray) { a.Parts[0].Label = " " }), BadPicture},
		"99 people":          {icons(func(a *IconArray) { a.Parts[0].People-- }), BadPicture},
		"below 0":            {icons(func(a *IconArray) { a.Parts[0].People, a.Parts[1].People = -1, 101 }), BadPicture},
		"overflow":           {icons(func(a *IconArray) { a.Parts[0].People, a.Parts[1].People = math.MaxInt, math.MinInt+101 }), BadPicture},
		"same mark":          {icons(func(a *IconArray) { a.Parts[0].Mark = Ring }), BadPicture},
		"no such mark":       {icons(func(a *IconArray) { a.Parts[0].Mark = marks }), BadPicture},
		"no parts":           {icons(func(a *IconArray) { a.Parts = nil }), BadPicture},
		"no rows":            {chart(func(c *Chart) { c.Rows = nil }), BadPicture},
		"too many rows":      {chart(func(c *Chart) { c.Rows = make([]Row, MaxRows+1) }), BadPicture},
		"blank row":          {chart(func(c *Chart) { c.Rows[0].Label = "" }), BadPicture},
		"blank scale":        {chart(func(c *Chart) { c.Scale = "" }), BadPicture},
		"no width":           {chart(func(c *Chart) { c.UpTo = 0 }), BadPicture},
		"too wide":           {chart(func(c *Chart) { c.UpTo = 101 }), BadPicture},
		"interval too long":  {chart(func(c *Chart) { c.UpTo = 55 }), BadPicture},
		"chart denominator":  {chart(func(c *Chart) { c.Of = 3 }), BadDenominator},
		"chart without name": {chart(func(c *Chart) { c.Prefix = "" }), BadPrefix},
	} {
		if picture, err := c.draw(); !errors.Is(err, c.want) || picture != nil {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	if _, err := v.Icons("p", "t", Chance{}, Per100, stroke); !errors.Is(err, UnknownChance) {
		t.Error(err)
	}
	if _, err := v.Icons("p", "t", half, 3, stroke); !errors.Is(err, BadDenominator) {
		t.Error(err)
	}
	if _, err := v.UpliftIcons("p", "t", Choice{}, Choice{}, Wanted, Per100, stroke); !errors.Is(err, UnknownChance) {
		t.Error(err)
	}
	if _, err := v.Chart("p", "t", []Choice{{"x", half}}, 3, 0, stroke); !errors.Is(err, BadDenominator) {
		t.Error(err)
	}
	tens, err := v.Icons("p", "t", half, Per10, stroke)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tens.SVG(); !errors.Is(err, BadPicture) {
		t.Error(err)
	}
}

// Whatever the texts and the chances, pictures are well-formed, hold the texts, and add nothing.
func FuzzPictures(f *testing.F) {
	f.Add("p", "Title", "have a stroke", "do not", "warfarin", 0.072, 0.36)
	f.Add("a-1", `</title><script>alert("&amp;")</script>`, "]]>", "<!--", "a\x00\x1b\xff\u2028\ufffe", 0.5, 0.5)
	f.Add("x", "\u202eright to left", strings.Repeat("long", 60), "{n}", "{outcome} {", 1e-9, 0.9999)
	f.Fuzz(func(t *testing.T, prefix, title, happens, not, name string, p, q float64) {
		var v Voice
		before, err1 := NewChance(p, Interval{}, Years(1))
		after, err2 := NewChance(q, CI95(q/2, q), Years(1))
		if errors.Join(err1, err2) != nil {
			return
		}
		o := Outcome{happens, not}
		choices := []Choice{{name, before}, {not, after}, {title, Chance{}}}
		for _, c := range choices {
			if said, err := v.Tell(c.Chance, Per1000, o); err != nil || !strings.Contains(said, happens) {
				t.Fatalf("%q %v", said, err)
			}
		}
		uplift, err := v.UpliftIcons(prefix, title, choices[0], choices[1], Unwanted, Per1000, o)
		if err != nil {
			t.Fatal(err)
		}
		icons, err := v.Icons(prefix, title, before, Per100, o)
		if err != nil {
			t.Fatal(err)
		}
		chart, err := v.Chart(prefix, title, choices, Per1000, 0, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, draw := range []func() ([]byte, error){uplift.SVG, icons.SVG, chart.Bars, chart.Intervals} {
			picture, err := draw()
			if errors.Is(err, BadPrefix) || errors.Is(err, BadPicture) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			got := parse(t, picture)
			if !utf8.Valid(picture) || got.text["title"] != string(xmlText(title)) || len(got.ids) != 2 {
				t.Fatalf("%q became %q; ids %q", title, got.text["title"], got.ids)
			}
		}
	})
}

// xmlText is what encoding/xml keeps of a text, white space made plain.
func xmlText(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text))
	var out string
	_ = xml.Unmarshal([]byte("<a>"+b.String()+"</a>"), &out)
	return strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(out)
}
