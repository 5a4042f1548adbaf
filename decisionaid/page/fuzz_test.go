package page_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

// Any text in every place: the page stays well-formed and wholesome, its markup stays that of a harmless text, and no
// output holds a control. What is read is what was written, but for what tidying takes.
func FuzzTexts(f *testing.F) {
	for i := 0; i < len(hostile); i += 6 { // the tests above try them all
		f.Add(hostile[i])
	}
	f.Add("WWW") // and the page's own full stop behind it
	plain := every(f)
	plain.Blocks = withoutGlossary(plain.Blocks)
	harmless := poisoned(plain, func(string) string { return "x" })
	var want [2]string
	for i, shape := range shapes[:2] {
		want[i] = skeleton(parsed(f, written(f, harmless, shape.write)))
	}
	wantMarkdown := mdSkeleton(written(f, harmless, page.Page.WriteMarkdown))
	f.Fuzz(func(t *testing.T, text string) {
		// The first letter makes it a text of one line of which something is seen.
		text = "x" + strings.NewReplacer("\n", " ", "\r", " ").Replace(text)
		p := poisoned(plain, func(string) string { return text })
		for i, shape := range shapes[:2] {
			html := written(t, p, shape.write)
			if d := cmp.Diff(want[i], skeleton(wholesome(t, html, i == 0))); d != "" {
				t.Errorf("%q changes the markup: %s", text, d)
			}
			if !utf8.Valid(html) {
				t.Errorf("%q leaves what is not UTF-8", text)
			}
		}
		md := written(t, p, page.Page.WriteMarkdown)
		if d := cmp.Diff(wantMarkdown, mdSkeleton(md)); d != "" {
			t.Errorf("%q changes the Markdown: %s", text, d)
		}
		txt := written(t, p, page.Page.WriteText)
		if controls.Match(md) || controls.Match(txt) {
			t.Errorf("%q leaves a control", text)
		}
	})
}

// Any address and any term: no link leads where none may, and a term never breaks a text.
func FuzzLinks(f *testing.F) {
	f.Add("https://example.org/a(b)", "hip pain", "A hip, Hip Pain and hips; HIP PAIN.")
	f.Add("javascript:alert(1)", "<b>", "<b>bold</b>")
	f.Add("mailto:a@b", "İ", "i̇ İ ı I K k")
	f.Fuzz(func(t *testing.T, url, term, text string) {
		p := page.Page{Title: "x", Blocks: []page.Block{
			page.Paragraph{Text: page.Say("x" + text)}, page.Glossary{Terms: []page.Term{{Term: term, Meaning: "m"}}},
			page.Sources{Sources: []page.Source{{ID: "s", Title: "t", URL: url}}},
		}}
		html := written(t, p, shapes[0].write)
		wholesome(t, html, true)
		// Linked or not, the same words are read.
		var read, unlinked string
		for _, e := range parsed(t, html) {
			if e.name == "main" {
				read = e.text
			}
		}
		p.Blocks = append([]page.Block{p.Blocks[0], page.Facts{Facts: []page.Fact{{Label: term, Text: page.Say("m")}}}}, p.Blocks[2])
		for _, e := range parsed(t, written(t, p, shapes[0].write)) {
			if e.name == "main" {
				unlinked = e.text
			}
		}
		if d := cmp.Diff(unlinked, read); d != "" {
			t.Errorf("linking %q changes the text: %s", term, d)
		}
		if md := written(t, p, page.Page.WriteMarkdown); bytes.Count(escapes.ReplaceAll(md, []byte("e")), []byte("](")) > 1 {
			t.Errorf("%q: more than one link: %s", url, md)
		}
	})
}
