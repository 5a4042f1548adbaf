package page_test

import (
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

type writer = io.Writer

func TestMisuse(t *testing.T) {
	gap := page.Welsh()
	gap.Print = ""
	other := page.Welsh()
	other.Left = "{n} o {cyfan}"
	for name, c := range map[string]struct {
		page page.Page
		host page.Host
		want error
	}{
		"title":         {page: page.Page{}, want: page.ErrTitle},
		"unseen title":  {page: page.Page{Title: " \x00\u202e "}, want: page.ErrTitle},
		"language":      {page: page.Page{Title: "x", Language: `en" onload="x`}, want: page.ErrLanguage},
		"long language": {page: page.Page{Title: "x", Language: "englishlanguage"}, want: page.ErrLanguage},
		"direction":     {page: page.Page{Title: "x", Direction: "up"}, want: page.ErrLanguage},
		"words":         {page: page.Page{Title: "x", Words: gap}, want: page.ErrWords},
		"placeholder":   {page: page.Page{Title: "x", Words: other}, want: page.ErrWords},
		"small print":   {page: page.Page{Title: "x", Points: page.LeastPoints - 1}, want: page.ErrPoints},
		"huge print":    {page: page.Page{Title: "x", Points: page.MostPoints + 1}, want: page.ErrPoints},
		"prefix":        {page: page.Page{Title: "x"}, host: page.Host{Prefix: "x{}*"}, want: page.ErrPrefix},
		"digit first":   {page: page.Page{Title: "x"}, host: page.Host{Prefix: "1x"}, want: page.ErrPrefix},
	} {
		for i, err := range []error{c.page.WriteHTML(io.Discard, c.host), c.page.WriteFragment(io.Discard, c.host), c.page.WriteMarkdown(io.Discard), c.page.WriteText(io.Discard)} {
			if c.want == page.ErrPrefix && i > 1 {
				continue
			}
			if !errors.Is(err, c.want) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if c.want != page.ErrPrefix && !errors.Is(c.page.Check(), c.want) {
			t.Errorf("%s: Check: %v", name, c.page.Check())
		}
		if _, err := c.host.CSS(); (err != nil) != (c.want == page.ErrPrefix) {
			t.Errorf("%s: CSS: %v", name, err)
		}
	}
}

// Large print is an attribute that the style has a rule for, whatever the size; a page of the usual size has none.
func TestLargePrint(t *testing.T) {
	css, err := page.Host{}.CSS()
	if err != nil {
		t.Fatal(err)
	}
	for points := page.LeastPoints; points <= page.MostPoints; points++ {
		p := page.Page{Title: "x", Points: points}
		for _, shape := range shapes[:2] {
			if html := string(written(t, p, shape.write)); !strings.Contains(html, fmt.Sprintf(` data-points="%d">`, points)) {
				t.Errorf("%d points are not in the %s", points, shape.ending)
			}
		}
		for _, rule := range []string{fmt.Sprintf(`[data-points^="%d"]{--wm-tens:%d}`, points/10, points/10*10), fmt.Sprintf(`[data-points$="%d"]{--wm-ones:%d}`, points%10, points%10)} {
			if !strings.Contains(css, rule) {
				t.Errorf("for %d points the style has no rule %s", points, rule)
			}
		}
	}
	if html := string(written(t, page.Page{Title: "x"}, shapes[1].write)); strings.Contains(html, "data-points") {
		t.Error("a page of the usual size says a size")
	}
	small := regexp.MustCompile(`font-size:[\d.]+(rem|pt)`) // what would stay small in large print
	if found := small.FindAllString(css, -1); len(found) > 1 || found[0] != "font-size:1.0625rem" {
		t.Errorf("the style has sizes of its own: %v", found)
	}
}

// A block that cannot be shown leaves a note in its place, in all outputs, and the rest of the page stands.
func TestFaultsAreSaid(t *testing.T) {
	deep := page.Block(page.Paragraph{Text: page.Say("too deep")})
	for range 50 {
		deep = page.Section{Title: "down", Blocks: []page.Block{deep}}
	}
	var nothing *page.Section
	said := []page.Text{page.Say("x")}
	for why, b := range map[string]page.Block{
		"the block is nil": nil, "the block is a *page.Section": nothing, "the block is a *page.Paragraph": &page.Paragraph{}, "sections nest more than 8": deep,
		"the section has no title": page.Section{Title: " "}, "row 2 has 1 cells for 0 columns": page.Table{Rows: []page.Row{{}, {Cells: said}}},
		"row 1 has 0 cells for 1 options":    page.OptionGrid{Options: make([]page.Option, 1), Rows: make([]page.Comparison, 1)},
		"a picture has no words":             page.Pictures{Pictures: make([]page.Picture, 1)},
		"one of the two ways":                page.Framing{Happens: said[0]},
		"the finding has no title":           page.Finding{},
		"a source has no title":              page.Sources{Sources: make([]page.Source, 1)},
		"question 1 asks nothing":            page.Form{Questions: []page.Question{{Name: "a"}}},
		"question 2 has the name \"a\"":      page.Form{Questions: []page.Question{{Name: "a", Ask: "x"}, {Name: "a", Ask: "y"}}},
		"question 1 has the name \"\"":       page.Form{Questions: []page.Question{{Ask: "x"}}},
		"question 1 has no scale":            page.Form{Kind: page.Rated, Questions: []page.Question{{Name: "a", Ask: "x"}}},
		"question 1 has a scale from 9 to 1": page.Form{Questions: []page.Question{{Name: "a", Ask: "x", Scale: page.Scale{Min: 9, Max: 1}}}},
		"question 1 has a scale from -":      page.Form{Questions: []page.Question{{Name: "a", Ask: "x", Scale: page.Scale{Min: math.MinInt, Max: math.MaxInt}}}},
		"question 1 cannot become a weight":  page.Form{Kind: page.Rated, Questions: []page.Question{{Name: "a", Ask: "x", Scale: page.Scale{Min: -1, Max: 1}}}},
		"question 2 has another scale than question 1": page.Form{Kind: page.Rated, Questions: []page.Question{
			{Name: "a", Ask: "x", Scale: page.Scale{Max: 5}}, {Name: "b", Ask: "y", Scale: page.Scale{Max: 100}}}},
		"there are -1 points":                         page.Form{Points: -1},
		"the picture is not of the form":              page.Pictures{Pictures: []page.Picture{{SVG: []byte("<svg/>"), Words: said}}},
		"the picture is not of the form that package": page.Pictures{Pictures: []page.Picture{{Words: said}}},
	} {
		p := page.Page{Title: "x", Blocks: []page.Block{b, page.Paragraph{Text: page.Say("and the rest")}}}
		for _, shape := range shapes {
			text := strings.ReplaceAll(strings.ReplaceAll(string(written(t, p, shape.write)), "\\", ""), "&#34;", `"`)
			picture := strings.HasPrefix(why, "the picture is not") && !strings.Contains(shape.ending, "html")
			if joined := strings.Join(strings.Fields(text), " "); !strings.Contains(joined, why) != picture || !strings.Contains(joined, "and the rest") {
				t.Errorf("%s: %s says %s", why, shape.ending, joined)
			}
		}
		if wholesome(t, written(t, p, shapes[0].write), true); !errors.Is(p.Check(), page.ErrBlock) || !strings.Contains(p.Check().Error(), "blocks[0]") {
			t.Errorf("%s: Check: %v", why, p.Check())
		}
	}
}

func TestSourcesAreChecked(t *testing.T) {
	p := page.Page{Title: "x", Blocks: []page.Block{
		page.Section{Title: "s", Blocks: []page.Block{page.Paragraph{Text: page.Say("said", "gone")}, page.List{Items: []page.Text{page.Say("too", "there")}}}},
		page.Sources{Sources: []page.Source{{ID: "there", Title: "a"}, {ID: "there", Title: "b"}, {Title: "c"}, {Title: "d"}}},
	}}
	err := p.Check()
	var faults fault.Faults
	if !errors.Is(err, page.ErrSource) || !errors.As(err, &faults) || len(faults) != 2 || faults[0].Field == "" {
		t.Fatalf("Check: %v", err)
	}
	for _, want := range []string{`blocks[0].blocks[0]: the source "gone" is cited`, `blocks[1]: the source "there" is there twice`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("Check does not say %q: %v", want, err)
		}
	}
	html := string(written(t, p, shapes[0].write))
	wholesome(t, []byte(html), true)
	if !strings.Contains(html, "[gone]") {
		t.Error("a source that is not there is not named")
	}
}

// Missing is never zero: a cell that says nothing says that it is not known, and no answer is filled in.
func TestNothingIsNotZero(t *testing.T) {
	p := page.Page{Title: "x", Blocks: []page.Block{
		page.OptionGrid{Options: make([]page.Option, 1), Rows: []page.Comparison{{Label: "a", Cells: make([]page.Cell, 1)}}},
		page.Form{Kind: page.Rated, Questions: []page.Question{{Name: "a", Ask: "x", Scale: page.Scale{Max: 10}}, {Name: "b", Ask: "y", Scale: page.Scale{Max: 10}}}},
		page.Form{Kind: page.Shared, Questions: []page.Question{{Name: "c", Ask: "z"}}},
	}}
	for _, shape := range shapes {
		if got := string(written(t, p, shape.write)); !strings.Contains(got, "Not known") {
			t.Errorf("%s does not say that nothing is known", shape.ending)
		}
	}
	for _, e := range parsed(t, written(t, p, shapes[0].write)) {
		if _, checked := e.attributes["checked"]; e.name == "input" && (checked || e.attributes["type"] == "number" && e.attributes["value"] != "") {
			t.Errorf("an answer that nobody gave: %v", e.attributes)
		}
	}
}

func TestDirection(t *testing.T) {
	for language, want := range map[string]string{"en": "ltr", "ar": "rtl", "he-IL": "rtl", "ur": "rtl", "az-Arab": "rtl", "ar-Latn": "ltr", "fa-IR": "rtl", "arn": "ltr", "cy": "ltr"} {
		html := string(written(t, page.Page{Title: "x", Language: language}, shapes[0].write))
		if !strings.Contains(html, `<html lang="`+language+`" dir="`+want+`">`) {
			t.Errorf("%s does not run %s", language, want)
		}
	}
	html := string(written(t, page.Page{Title: "x", Language: "en", Direction: page.RightToLeft, Blocks: []page.Block{page.List{Items: []page.Text{page.Own("a")}}}}, shapes[0].write))
	if !strings.Contains(html, `dir="rtl"`) || !strings.Contains(html, `<bdi class="wm-own" dir="auto">a</bdi>`) {
		t.Error("the direction, or a person's own words, are not set apart")
	}
}

func TestTermsAreLinked(t *testing.T) {
	p := page.Page{Title: "x", Blocks: []page.Block{
		page.Section{Title: "one", Blocks: []page.Block{page.Paragraph{Text: page.Say("Strokes, a Stroke, a stroke. Mini-stroke clinic and stroke clinic. Ténia ÉTAT état.")}}},
		page.Section{Title: "two", Blocks: []page.Block{page.Paragraph{Text: page.Say("A stroke.")}}},
		page.Glossary{Terms: []page.Term{{"stroke", "a"}, {"stroke clinic", "b"}, {"État", "c"}, {"...", "d"}, {"", "e"}}},
	}}
	var got []string
	for _, e := range parsed(t, written(t, p, shapes[0].write)) {
		if e.attributes["class"] == "wm-term" {
			got = append(got, e.text+e.attributes["href"])
		}
	}
	if want := "Stroke#wm-term-1|stroke clinic#wm-term-2|ÉTAT#wm-term-3|stroke#wm-term-1"; strings.Join(got, "|") != want {
		t.Errorf("linked are %v, want %s", got, want)
	}
}

func TestWords(t *testing.T) {
	for _, words := range []page.Words{page.English(), page.Welsh()} {
		if err := words.Check(); err != nil {
			t.Error(err)
		}
	}
	if err := (page.Words{}).Check(); !errors.Is(err, page.ErrWords) || !strings.Contains(err.Error(), "Months[11]: ") {
		t.Errorf("empty words: %v", err)
	}
}

// broken fails after some bytes.
type broken struct{ left int }

var errBroken = errors.New("broken")

func (b *broken) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errBroken
	}
	return len(p), nil
}

// short writes less than it is given and says nothing of it.
type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

func TestWriterErrors(t *testing.T) {
	p := hip(t)
	for _, shape := range shapes {
		if err := shape.write(p, &broken{20 << 10}); !errors.Is(err, errBroken) && len(written(t, p, shape.write)) > 20<<10 {
			t.Errorf("%s: %v", shape.ending, err)
		}
		if err := shape.write(p, short{}); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: %v", shape.ending, err)
		}
	}
}

// One page serves many at once.
func TestConcurrent(t *testing.T) {
	p := every(t)
	want := string(written(t, p, shapes[0].write))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := string(written(t, p, shapes[0].write)); got != want {
				t.Error("other bytes")
			}
		})
	}
	group.Wait()
}
