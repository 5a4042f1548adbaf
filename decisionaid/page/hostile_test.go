package page_test

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

// hostile are texts that want to be more than texts.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</style><script>alert(1)</script>`,
	`</title><svg onload=alert(1)>`, `javascript:alert(1)`, `<!--`, `-->`, `]]>`, `<![CDATA[x]]>`, `<?php ?>`, `&lt;script&gt;`, `&#x3c;b&#x3e;`, `&copy`,
	`{{.}}`, `{n}{label}`, `</textarea><b>`, `</p></div></main>`, "\x00\x01\x08\x0b\x0c\x7f", "\x1b[31mred\x1b[0m\x1b]8;;http://x\x07", "\xff\xfe\xed\xa0\x80",
	"\u202e27 in 1,000\u202c", "\u2066\u2067\u2069", "\ufffe\uffff\ufdd0", "a\u2028b\u2029c\u0085d", "`${alert(1)}`", "`\\u003cscript`",
	`[x](javascript:alert(1))`, `![x](http://x/y.png)`, `<http://x>`, `[x]: http://x`, `[x][y]`, `**bold** _it_ ~~no~~`, "`code`", `# heading`,
	`> quote`, `- item`, `+ item`, `* item`, `1. item`, `1) item`, `---`, `===`, `| a | b |`, `a|b`, `\`, `\\[x](y)`, `www.example.org`, `https://example.org`,
	`a@example.org`, `&amp;`, "```", `~~~`, `$x$`, `^[note]`, `: definition`, `{#id .class}`, `!`, `*`, `_`, `𝕏`, "e\u0301", `שלום world 27`, strings.Repeat("x", 2000),
}

// withTexts gives a copy of a value in which every text of a person or an author is changed. What names things among
// each other stays: ids, anchors, names of questions, addresses, dates, given numbers.
func withTexts(v reflect.Value, change func(string) string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(withTexts(v.Elem(), change))
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 || v.IsNil() {
			break
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(withTexts(v.Index(i), change))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			switch name := v.Type().Field(i).Name; name {
			case "Cites", "ID", "Anchor", "Name", "URL", "Checked", "Words", "Language", "Value":
				// Option.Name and Picture.Words are texts all the same.
				if name == "Name" && v.Type().Name() == "Option" || name == "Words" && v.Type().Name() == "Picture" {
					out.Field(i).Set(withTexts(v.Field(i), change))
				}
			default:
				out.Field(i).Set(withTexts(v.Field(i), change))
			}
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && v.String() != "" {
			out.SetString(change(v.String()))
		}
	}
	return out
}

func poisoned(p page.Page, change func(string) string) page.Page {
	return withTexts(reflect.ValueOf(p), change).Interface().(page.Page)
}

// skeleton is the markup of a page without its texts: elements, and attributes by name.
func skeleton(all []*element) string {
	var b strings.Builder
	for _, e := range all {
		depth := 0
		for p := e.parent; p != nil; p = p.parent {
			depth++
		}
		names := make([]string, 0, len(e.attributes))
		for _, name := range []string{"id", "class", "href", "role", "type", "name", "checked"} {
			if value, ok := e.attributes[name]; ok {
				names = append(names, name+"="+value)
			}
		}
		fmt.Fprintf(&b, "%d %s %d %v\n", depth, e.name, len(e.attributes), names)
	}
	return b.String()
}

// A hostile text in every place at once leaves the markup as a harmless one does, in the page and the fragment; the
// scripts of all pages are the same.
func TestHostileTextsStayTextsInHTML(t *testing.T) {
	plain := every(t)
	plain.Blocks = withoutGlossary(plain.Blocks) // a term in a text is linked, which is meant
	for i, shape := range shapes[:2] {
		want := skeleton(wholesome(t, written(t, poisoned(plain, func(string) string { return "x" }), shape.write), i == 0))
		for k, text := range visible(hostile) {
			if i == 1 && k%4 != 0 { // a fragment is the inside of a page
				continue
			}
			html := written(t, poisoned(plain, func(string) string { return text }), shape.write)
			if d := cmp.Diff(want, skeleton(wholesome(t, html, i == 0))); d != "" {
				t.Errorf("%s: %q changes the markup: %s", shape.ending, text, d)
			}
			if controls.Match(bytes.ReplaceAll(html, []byte("\t"), nil)) { // the script is indented
				t.Errorf("%s: %q leaves a control or a direction override", shape.ending, text)
			}
		}
	}
}

// visible makes each text one that something is seen of: a text of controls alone is none, and a section needs a title.
func visible(texts []string) []string {
	out := slices.Clone(texts)
	for i, text := range out {
		if strings.Trim(text, "\x00\x01\x08\x0b\x0c\x7f\u2066\u2067\u2069") == "" {
			out[i] += "x"
		}
	}
	return out
}

func withoutGlossary(blocks []page.Block) []page.Block {
	var out []page.Block
	for _, b := range blocks {
		if s, ok := b.(page.Section); !ok || s.Title != "Glossary" {
			out = append(out, b)
		}
	}
	return out
}

// controls are what no output may hold, in UTF-8; the isolates that a page writes itself are not among them.
var controls = regexp.MustCompile("[\x00-\x09\x0b-\x1f\x7f\u0080-\u009f\u202a-\u202e]")

var (
	escapes   = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]`)
	mdMarkup  = regexp.MustCompile("[*_`\\[\\]<>#|~&$^{}@\\\\]|://|(?i)www\\.\\S")
	mdStart   = regexp.MustCompile(`(?m)^(- |\d+\. )?([-+=:%]|\d+[.)])`)
	dashesRow = regexp.MustCompile(`(?m)^\|( --- \|)+$`)
)

// mdSkeleton is what is left of Markdown when escapes and plain letters are taken away.
func mdSkeleton(md []byte) string {
	text := dashesRow.ReplaceAllString(string(md), "|")
	text = escapes.ReplaceAllString(text, "e")
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		if s := mdStart.FindString(line); s != "" {
			b.WriteString("start:" + s)
		}
		b.WriteString(strings.Join(mdMarkup.FindAllString(line, -1), ""))
		b.WriteString("\n")
	}
	return b.String()
}

func TestHostileTextsStayTextsInMarkdown(t *testing.T) {
	write := page.Page.WriteMarkdown
	want := mdSkeleton(written(t, poisoned(every(t), func(string) string { return "x" }), write))
	for _, text := range visible(hostile) {
		md := written(t, poisoned(every(t), func(string) string { return text }), write)
		if d := cmp.Diff(want, mdSkeleton(md)); d != "" {
			t.Errorf("%q changes the Markdown: %s", text, d)
		}
		if controls.Match(md) {
			t.Errorf("%q leaves a control", text)
		}
	}
}

func TestHostileTextsReachNoTerminal(t *testing.T) {
	for _, text := range visible(hostile) {
		plain := written(t, poisoned(every(t), func(string) string { return text }), page.Page.WriteText)
		if controls.Match(plain) {
			t.Errorf("%q leaves a control", text)
		}
		for line := range strings.Lines(string(plain)) {
			if n := len([]rune(line)) - 1; n > page.TextWidth && strings.ContainsRune(strings.TrimSpace(strings.TrimLeft(line, "-0123456789. ")), ' ') {
				t.Errorf("%q makes a line of %d characters: %q", text, n, line)
			}
		}
	}
}

func TestAddresses(t *testing.T) {
	for url, want := range map[string]string{
		"https://www.nhs.uk/a?b=1&c=2#d": "https://www.nhs.uk/a?b=1&c=2#d", "HTTP://example.org": "http://example.org", "mailto:a@example.org": "mailto:a@example.org",
		"https://doi.org/10.1016/S0140-6736(23)00519-6": "https://doi.org/10.1016/S0140-6736%2823%2900519-6", "https://example.org:8080/é": "https://example.org:8080/%C3%A9",
		"https://example.org/\"onclick=x": "https://example.org/%22onclick=x", "https://example.org/a b": "https://example.org/a%20b",
		"javascript:alert(1)": "", "JaVaScRiPt:alert(1)": "", " javascript:alert(1)": "", "java\nscript:alert(1)": "", "data:text/html,x": "", "//example.org": "", "/etc": "",
		"https://nhs.uk@example.org/": "", "https:\\\\example.org": "", "https://": "", "https:example.org": "", "http://exa\tmple.org": "", "https://[::1]/": "",
		"https://x:y/": "", "mailto:": "", "mailto:@": "", "vbscript:x": "", "file:///etc/passwd": "", "https://a\\@b": "", "": "", ":": "", "https://example.org/\x00": "",
	} {
		p := page.Page{Title: "x", Blocks: []page.Block{page.Sources{Sources: []page.Source{{Title: "t", URL: url}}}}}
		got := ""
		for _, e := range parsed(t, written(t, p, shapes[1].write)) {
			if e.name == "a" {
				got = e.attributes["href"]
			}
		}
		if got != want {
			t.Errorf("%q: the link is %q, want %q", url, got, want)
		}
		if md := string(written(t, p, page.Page.WriteMarkdown)); strings.Contains(md, "](") != (want != "") {
			t.Errorf("%q: the Markdown is %q", url, md)
		}
	}
}

// What names things among each other is no safer: names of questions, values of answers, ids, anchors, dates, languages of
// pictures, classes of the host.
func TestHostileNamesStayNames(t *testing.T) {
	for _, text := range visible(hostile) {
		p := page.Page{Title: "x", Blocks: []page.Block{
			page.Section{Title: "s", Anchor: text, Blocks: []page.Block{page.Paragraph{Text: page.Say("a", text, "gone"+text)}}},
			page.Form{Questions: []page.Question{
				{Name: text, Ask: "q", Answers: []page.Answer{{text, "l"}}, Given: text}, {Name: "n" + text, Ask: "r", Scale: page.Scale{Max: 99}, Given: text},
			}},
			page.Sources{Sources: []page.Source{{ID: text, Title: "t", Checked: text, URL: text}}},
		}}
		host := page.Host{Classes: map[page.Hook]string{page.HookSection: text}}
		html := written(t, p, func(p page.Page, w writer) error { return p.WriteHTML(w, host) })
		for _, e := range wholesome(t, html, true) {
			if e.name == "input" && len(e.attributes) > 9 || e.name == "section" && len(e.attributes) != 2 {
				t.Errorf("%q gives %s the attributes %v", text, e.name, e.attributes)
			}
		}
		if md := written(t, p, page.Page.WriteMarkdown); controls.Match(md) || strings.Count(escapes.ReplaceAllString(string(md), "e"), "](") > 1 {
			t.Errorf("%q: %s", text, md)
		}
	}
}
