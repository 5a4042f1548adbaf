package page_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

// drawn gives the picture as it stands in a page, or nothing where it was refused.
func drawn(tb testing.TB, svg []byte) []byte {
	tb.Helper()
	p := page.Page{Title: "x", Blocks: []page.Block{page.Pictures{Pictures: []page.Picture{{SVG: svg, Words: []page.Text{page.Say("words")}}}}}}
	html := written(tb, p, shapes[1].write)
	if !bytes.Contains(html, []byte("words")) {
		tb.Error("the words of a picture are gone")
	}
	from, to := bytes.Index(html, []byte("<svg")), bytes.Index(html, []byte("</svg>"))
	refused := bytes.Contains(html, []byte("clinic-refused"))
	if refused != (from < 0) || refused != (p.Check() != nil) {
		tb.Errorf("refused: %v, drawn: %v, Check: %v", refused, from >= 0, p.Check())
	}
	if from < 0 {
		return nil
	}
	return html[from : to+6]
}

// Every picture that package risk draws is taken, as its own golden files show.
func TestPicturesOfRiskAreDrawn(t *testing.T) {
	files, err := filepath.Glob("../risk/testdata/*.svg")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d pictures: %v", len(files), err)
	}
	for _, file := range files {
		svg, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got := drawn(t, svg)
		if got == nil {
			t.Errorf("%s is refused", file)
		}
		if n := bytes.Count(got, []byte("<")); n != bytes.Count(svg, []byte("<")) {
			t.Errorf("%s has %d tags, not %d", file, n, bytes.Count(svg, []byte("<")))
		}
	}
}

const small = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" width="4" height="4" role="img" aria-labelledby="a b">` +
	`<title id="a">T</title><desc id="b">D</desc><path fill="none" stroke="#1d4f91" d="M1 1h2"/></svg>`

func TestOtherPicturesAreRefused(t *testing.T) {
	if drawn(t, []byte(small)) == nil {
		t.Fatal("the picture that the others are made of is refused")
	}
	swaps := []string{
		`<title id="a">T</title>`, ``,
		`>T<`, `><![CDATA[><img src=x onerror=alert(1)>]]><`, `>T<`, `><img src="x"/><`, `>T<`, `><!-- --><`, `>T<`, `>&amp;lt;&lt;&copy;<`, `>T<`, ">\x00<",
		`>T<`, ">\xff<", `>T<`, ">\u202e27<", `>T<`, `>&#60;<`, `>T<`, `>]]><`, `>D<`, `><style>@import "x"</style><`, `>D<`, `><![CDATA[x]]><`,
		`<path `, `<script>alert(1)</script><path `, `<path `, `<foreignObject/><path `, `<path `, `<use href="#a"/><path `, `<path `, `<a href="x"><path `,
		`<path `, `<path onclick="alert(1)" `, `<path `, `<path style="fill:url(x)" `, `<path `, `<path class="x" `, `<path `, `<path id="x" `, `<path `, `<PATH `,
		`<path `, `<path  `, `<path `, "<path\n", `d="M1 1h2"`, `d='M1 1h2'`, `d="M1 1h2"`, `d="M1 1h2" d="M1 1h2"`, `d="M1 1h2"`, `d="url(x)"`, `d="M1 1h2"`, `d=""`,
		`d="M1 1h2"`, `d`, `"/>`, `">`, `"/>`, `"></path>`, `#1d4f91`, `#ff0000`, `#1d4f91`, `url(#a)`, `#1d4f91`, `red`,
		`<svg `, `<svg onload="alert(1)" `, `<svg `, `<?xml version="1.0"?><svg `, `<svg `, `<!DOCTYPE svg><svg `, `<svg `, `<svg xmlns:x="y" `, `<svg `, ` <svg `,
		`http://www.w3.org/2000/svg`, `http://www.w3.org/1999/xhtml`, `role="img"`, `role="none"`, `width="4"`, `width="100%"`, `width="4"`, `width="123456789"`,
		`</svg>`, `</svg><p>x</p>`, `</svg>`, `</svg></svg>`, `</svg>`, ``, `</svg>`, `<animate/></svg>`, `id="b"`, `id="b&quot;"`, `id="b"`, `id=""`,
	}
	for i := 0; i < len(swaps); i += 2 {
		svg := strings.Replace(small, swaps[i], swaps[i+1], 1)
		if svg == small {
			t.Fatalf("%q is not in the picture", swaps[i])
		}
		if got := drawn(t, []byte(svg)); got != nil {
			t.Errorf("%s is drawn: %s", svg, got)
		}
	}
	for _, svg := range []string{"", "x", "<svg", strings.Replace(small, ">T<", ">"+strings.Repeat("T", page.MaxPicture)+"<", 1)} {
		if drawn(t, []byte(svg)) != nil {
			t.Errorf("%.40q is drawn", svg)
		}
	}
}

// Whatever is taken is what a parser of XML reads too: elements and attributes of the list and nothing else.
func FuzzPicture(f *testing.F) {
	f.Add([]byte(small))
	files, _ := filepath.Glob("../risk/testdata/*.svg")
	for _, file := range files {
		svg, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(svg)
	}
	elements := []string{"svg", "title", "desc", "path", "rect", "circle", "text"}
	attributes := []string{"xmlns", "viewBox", "width", "height", "role", "lang", "aria-labelledby", "id", "d", "stroke-linecap", "x", "y", "cx", "cy", "r", "font-size",
		"font-family", "fill", "stroke", "stroke-width", "stroke-dasharray"}
	f.Fuzz(func(t *testing.T, svg []byte) {
		got := drawn(t, svg)
		if got == nil {
			return
		}
		if bytes.Contains(got, []byte("<!")) || bytes.Contains(got, []byte("<?")) {
			t.Fatalf("a declaration is drawn: %s", got)
		}
		d := xml.NewDecoder(bytes.NewReader(got))
		depth := 0
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%v: %s", err, got)
			}
			switch token := token.(type) {
			case xml.StartElement:
				if depth++; depth > 2 || !slices.Contains(elements, token.Name.Local) || token.Name.Space != "http://www.w3.org/2000/svg" && token.Name.Space != "" {
					t.Fatalf("%v at depth %d: %s", token.Name, depth, got)
				}
				for _, a := range token.Attr {
					if !slices.Contains(attributes, a.Name.Local) || a.Name.Space != "" || strings.ContainsAny(a.Value, "<>&:;") && a.Name.Local != "xmlns" {
						t.Fatalf("%v: %s", a, got)
					}
				}
			case xml.EndElement:
				depth--
			case xml.CharData:
			default:
				t.Fatalf("%v: %s", token, got)
			}
		}
	})
}
