package picture_test

import (
	"bytes"
	"encoding/xml"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/picture"
)

func TestNumbers(t *testing.T) {
	var d picture.Drawing
	d.Int(-7).Raw(" ").Int(0).Raw(" ").Tenth(0.25).Raw(" ").Tenth(-12.04).Raw(" ").Tenth(1e6)
	d.Tenth(math.NaN()).Tenth(math.Inf(1)).Tenth(math.Inf(-1))
	if got, want := string(d), "-7 0 0.2 -12.0 1000000.0"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestIsPrefix(t *testing.T) {
	for text, want := range map[string]bool{
		"a": true, "hip-2_b": true, "Z9": true, strings.Repeat("a", picture.MaxPrefix): true,
		"": false, "1a": false, "-a": false, "_": false, "a b": false, `a"`: false, "é": false, "aé": false, strings.Repeat("a", picture.MaxPrefix+1): false,
	} {
		if got := picture.IsPrefix(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestNoLanguage holds that a picture without a language takes that of the page, and does not say that it has none.
func TestNoLanguage(t *testing.T) {
	var d picture.Drawing
	if d.Open(picture.Head{Prefix: "a"}); strings.Contains(string(d), "lang") {
		t.Errorf("%s", d)
	}
}

func TestWrap(t *testing.T) {
	for _, text := range []string{"", "short", strings.Repeat("word ", 40), strings.Repeat("ŵ", 200), "a  b\n\tc " + strings.Repeat("x", 60) + " d"} {
		for _, width := range []int{-1, 0, 1, 7, 46} {
			joined := ""
			for _, line := range picture.Wrap(text, width) {
				if n := utf8.RuneCountInString(line); n == 0 || n > max(width, 1) {
					t.Errorf("%d runes: %q", n, line)
				}
				joined += line
			}
			bare := strings.NewReplacer(" ", "", "\n", "", "\t", "")
			if bare.Replace(joined) != bare.Replace(text) {
				t.Errorf("%q became %q", text, joined)
			}
		}
	}
}

// Whatever the texts, what an XML parser reads in the places where they stand is the texts, and nothing is added.
func FuzzEscaped(f *testing.F) {
	f.Add("p", "Title", "have a stroke")
	f.Add("a-1", `</title><script>alert("&amp;")</script>`, "]]>")
	f.Add(`" onload="x`, "<!--", "a\x00\x1b\xff\u2028\ufffe'")
	f.Fuzz(func(t *testing.T, prefix, title, description string) {
		var d picture.Drawing
		d.Open(picture.Head{Prefix: prefix, Title: title, Description: description, Language: prefix, Width: 1, Height: 1}).Raw("</svg>")
		var got struct {
			XMLName  xml.Name   `xml:"svg"`
			Attrs    []xml.Attr `xml:",any,attr"`
			Title    string     `xml:"title"`
			Desc     string     `xml:"desc"`
			Elements []struct{} `xml:",any"`
		}
		if err := xml.Unmarshal(d, &got); err != nil {
			t.Fatalf("%v\n%s", err, d)
		}
		if !utf8.Valid(d) || got.Title != kept(title) || got.Desc != kept(description) || len(got.Elements) != 0 {
			t.Fatalf("%q and %q became %q and %q", title, description, got.Title, got.Desc)
		}
		attributes := map[string]string{}
		for _, a := range got.Attrs {
			attributes[a.Name.Local] = a.Value
		}
		want := 6
		if prefix != "" {
			want = 7
		}
		if len(attributes) != want || attributes["lang"] != kept(prefix) || attributes["aria-labelledby"] != kept(prefix)+"-title "+kept(prefix)+"-desc" {
			t.Fatalf("%q: %q", prefix, attributes)
		}
	})
}

// kept is what encoding/xml keeps of a text, white space made plain.
func kept(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text))
	var out string
	_ = xml.Unmarshal([]byte("<a>"+b.String()+"</a>"), &out)
	return strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(out)
}
