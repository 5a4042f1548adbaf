package page_test

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

// handwritten writes the main part of the hip page in the way one would write it for that page alone: fmt, and the
// escaping of the standard library. It has no terms, no numbered sources, no checks of pictures and no ids to keep apart.
func handwritten(w io.Writer, p page.Page, css, script string) {
	e := html.EscapeString
	fmt.Fprintf(w, "<!DOCTYPE html><html lang=%q><head><title>%s</title><style>%s</style></head><body><h1>%s</h1><p>%s</p>", p.Language, e(p.Title), css, e(p.Title), e(p.Lead))
	for i, b := range p.Blocks {
		handwrittenBlock(w, b, 2, i)
	}
	fmt.Fprintf(w, "<script>%s</script></body></html>", script)
}

func handwrittenBlock(w io.Writer, b page.Block, level, i int) {
	e := html.EscapeString
	switch b := b.(type) {
	case page.Section:
		fmt.Fprintf(w, `<section id="s%d-%d"><h%d>%s</h%d>`, level, i, level, e(b.Title), level)
		for k, inner := range b.Blocks {
			handwrittenBlock(w, inner, level+1, k)
		}
		fmt.Fprint(w, "</section>")
	case page.Paragraph:
		for _, line := range strings.Split(b.Text.Said, "\n") {
			fmt.Fprintf(w, `<p class="wm-paragraph">%s</p>`, e(line))
		}
	case page.List:
		fmt.Fprint(w, `<ul class="wm-list">`)
		for _, item := range b.Items {
			fmt.Fprintf(w, "<li>%s</li>", e(item.Said))
		}
		fmt.Fprint(w, "</ul>")
	case page.OptionGrid:
		fmt.Fprintf(w, `<table class="wm-grid"><caption>%s</caption><thead><tr><th scope="col">%s</th>`, e(b.Caption), e(b.Corner))
		for _, o := range b.Options {
			fmt.Fprintf(w, `<th scope="col"><span class="wm-name">%s</span><span class="wm-summary">%s</span></th>`, e(o.Name), e(o.Summary))
		}
		fmt.Fprint(w, "</tr></thead><tbody>")
		for _, row := range b.Rows {
			fmt.Fprintf(w, `<tr><th scope="row"><span class="wm-kind">%s</span><span class="wm-name">%s</span><span class="wm-summary">%s</span></th>`, e(row.Kind), e(row.Label), e(row.Note.Said))
			for k, c := range row.Cells {
				fmt.Fprintf(w, `<td><span class="wm-of">%s</span><p class="wm-figure">%s</p><p class="wm-said">%s</p>`, e(b.Options[k].Name), e(c.Figure), e(c.Text.Said))
				for _, detail := range c.Details {
					fmt.Fprintf(w, `<p class="wm-detail">%s</p>`, e(detail.Said))
				}
				fmt.Fprint(w, "</td>")
			}
			fmt.Fprint(w, "</tr>")
		}
		fmt.Fprint(w, "</tbody></table>")
	case page.Pictures:
		for _, picture := range b.Pictures {
			fmt.Fprintf(w, `<figure class="wm-picture"><p>%s</p>%s<figcaption>%s</figcaption></figure>`, e(picture.Title), picture.SVG, e(picture.Words[0].Said))
		}
	case page.Framing:
		fmt.Fprintf(w, `<div class="wm-framing"><p>%s</p><p>%s</p></div>`, e(b.Happens.Said), e(b.HappensNot.Said))
	case page.Note:
		fmt.Fprintf(w, `<div class="wm-note"><p>%s</p></div>`, e(b.Texts[0].Said))
	case page.Form:
		for _, q := range b.Questions {
			fmt.Fprintf(w, `<fieldset><legend>%s</legend>`, e(q.Ask))
			for n := 0; n <= q.Scale.Max; n++ {
				fmt.Fprintf(w, `<label><input type="radio" name="%s" value="%d"/><span>%d</span></label>`, e(q.Name), n, n)
			}
			fmt.Fprint(w, `</fieldset>`)
		}
	case page.Glossary:
		for _, t := range b.Terms {
			fmt.Fprintf(w, "<dl><dt>%s</dt><dd>%s</dd></dl>", e(t.Term), e(t.Meaning))
		}
	case page.Sources:
		for n, s := range b.Sources {
			fmt.Fprintf(w, `<li id="source-%d"><a href="%s">%s</a>. %s. %d. %s</li>`, n, e(s.URL), e(s.Title), e(s.By), s.Year, e(s.Checked))
		}
	}
}

func BenchmarkHip(b *testing.B) {
	p := hip(b)
	css, _ := page.Host{}.CSS()
	script, _ := page.Host{}.Script()
	b.Run("handwritten", func(b *testing.B) {
		var out bytes.Buffer
		b.ReportAllocs()
		for b.Loop() {
			out.Reset()
			handwritten(&out, p, css, script)
		}
		b.ReportMetric(float64(out.Len()), "bytes")
	})
	for _, shape := range shapes {
		b.Run(shape.ending, func(b *testing.B) {
			var out bytes.Buffer
			b.ReportAllocs()
			for b.Loop() {
				out.Reset()
				if err := shape.write(p, &out); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(out.Len()), "bytes")
		})
	}
}

// A page of the size of a real aid stays under 60 KB, and under an allocation for each 100 bytes.
func TestHipIsSmall(t *testing.T) {
	p := hip(t)
	n := len(written(t, p, shapes[0].write))
	if n > 60_000 {
		t.Errorf("the page has %d bytes, more than 60,000", n)
	}
	allocations := testing.AllocsPerRun(20, func() {
		if err := p.WriteHTML(io.Discard, page.Host{}); err != nil {
			t.Error(err)
		}
	})
	if allocations > float64(n)/100 {
		t.Errorf("%v allocations for %d bytes", allocations, n)
	}
}
