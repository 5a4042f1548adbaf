package page_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

// element is one element of a page as an XML parser reads it.
type element struct {
	name       string
	attributes map[string]string
	parent     *element
	text       string // of itself and all within
}

// parsed reads HTML as XML, which it is well-formed as, and stops the test where it is not.
func parsed(tb testing.TB, html []byte) []*element {
	tb.Helper()
	d := xml.NewDecoder(bytes.NewReader(html))
	var all []*element
	var open *element
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			tb.Fatalf("not well-formed: %v\n%s", err, html)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attributes: map[string]string{}, parent: open}
			for _, a := range token.Attr {
				if _, twice := e.attributes[a.Name.Local]; twice {
					tb.Errorf("%s has the attribute %s twice", e.name, a.Name.Local)
				}
				e.attributes[a.Name.Local] = a.Value
			}
			all, open = append(all, e), e
		case xml.EndElement:
			open = open.parent
		case xml.CharData:
			for e := open; e != nil; e = e.parent {
				e.text += string(token)
			}
		case xml.Comment, xml.ProcInst:
			tb.Errorf("the page has %v, which it never writes", token)
		}
	}
	return all
}

func (e *element) inside(name string) bool {
	for e = e.parent; e != nil; e = e.parent {
		if e.name == name {
			return true
		}
	}
	return false
}

// wholesome holds a page to what every page must be, whatever its texts. whole tells a page from a fragment.
func wholesome(tb testing.TB, html []byte, whole bool) []*element {
	tb.Helper()
	all := parsed(tb, html)
	ids := map[string]int{}
	count := map[string]int{}
	fields := map[string]bool{} // the ids that labels are for
	for _, e := range all {
		count[e.name]++
		if e.name == "label" && e.attributes["for"] != "" {
			fields[e.attributes["for"]] = true
		}
		if id, ok := e.attributes["id"]; ok {
			ids[id]++
		}
	}
	for id, n := range ids {
		if n > 1 || id == "" {
			tb.Errorf("the id %q is there %d times", id, n)
		}
	}
	level := 0
	for _, e := range all {
		if len(e.name) == 2 && e.name[0] == 'h' && '1' <= e.name[1] && e.name[1] <= '6' {
			next := int(e.name[1] - '0')
			if level > 0 && next > level+1 {
				tb.Errorf("a heading of level %d follows one of level %d", next, level)
			}
			if level = next; strings.TrimSpace(e.text) == "" {
				tb.Errorf("a heading of level %d is empty", level)
			}
		}
		harmless(tb, e, ids)
		labelled(tb, e, fields)
	}
	if whole {
		for name, n := range map[string]int{"h1": 1, "main": 1, "title": 1, "header": 1, "script": 1, "style": 1, "html": 1} {
			if got := count[name]; got != n && name != "title" {
				tb.Errorf("there are %d %s, not %d", got, name, n)
			}
		}
	} else if count["script"]+count["style"]+count["main"]+count["html"] > 0 {
		tb.Error("a fragment has parts of a page of its own")
	}
	return all
}

// harmless holds an element to what none may have, and links to where they may lead.
func harmless(tb testing.TB, e *element, ids map[string]int) {
	tb.Helper()
	allowed := []string{"html", "head", "meta", "title", "style", "body", "article", "a", "header", "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "nav", "ul",
		"ol", "li", "main", "section", "details", "summary", "bdi", "sup", "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "strong", "figure",
		"svg", "desc", "path", "rect", "circle", "text", "figcaption", "fieldset", "legend", "label", "input", "textarea", "button", "dl", "dt", "dd", "time",
		"footer", "script", "br"}
	if !slices.Contains(allowed, e.name) {
		tb.Errorf("the page has the element %s", e.name)
	}
	for name, value := range e.attributes {
		lower := strings.ToLower(value)
		switch {
		case strings.HasPrefix(name, "on"), name == "style", name == "src", name == "srcdoc", name == "action", name == "formaction", name == "srcset", name == "data":
			tb.Errorf("%s has the attribute %s", e.name, name)
		case name == "href" && strings.HasPrefix(value, "#"):
			if ids[value[1:]] != 1 {
				tb.Errorf("a link leads to %s, which is not there", value)
			}
		case name == "href":
			outside := strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "mailto:")
			if e.name != "a" || !e.inside("li") || !outside {
				tb.Errorf("%s leads to %q", e.name, value)
			}
		case name == "aria-labelledby", name == "aria-describedby", name == "for":
			for _, id := range strings.Fields(value) {
				if ids[id] != 1 {
					tb.Errorf("%s of %s names %q, which is not there", name, e.name, id)
				}
			}
		}
	}
}

// labelled holds every field to having a label, every table to a caption and headers, every picture to a name.
func labelled(tb testing.TB, e *element, fields map[string]bool) {
	tb.Helper()
	switch e.name {
	case "input", "textarea":
		if !e.inside("label") && !fields[e.attributes["id"]] {
			tb.Errorf("the field %v has no label", e.attributes)
		}
	case "th":
		if e.attributes["scope"] == "" {
			tb.Error("a header of a table has no scope")
		}
	case "svg":
		if e.attributes["role"] != "img" || e.attributes["aria-labelledby"] == "" {
			tb.Errorf("a picture has no name: %v", e.attributes)
		}
	case "button":
		if e.attributes["type"] != "button" || strings.TrimSpace(e.text) == "" {
			tb.Errorf("the button %q could send something, or says nothing", e.text)
		}
	}
}

func TestPagesAreWholesome(t *testing.T) {
	for _, p := range []page.Page{hip(t), every(t)} {
		wholesome(t, written(t, p, shapes[0].write), true)
		wholesome(t, written(t, p, shapes[1].write), false)
	}
	all := parsed(t, written(t, every(t), shapes[0].write))
	captions := 0
	for _, e := range all {
		if e.name == "caption" {
			captions++
		}
	}
	if captions != 2 {
		t.Errorf("%d captions for 2 tables", captions)
	}
}

// The walk itself must find what is wrong, or it proves nothing.
func TestWalkBites(t *testing.T) {
	for _, bad := range []string{
		`<div><h1>a</h1><h3>b</h3></div>`, `<div><p id="a">x</p><p id="a">y</p></div>`, `<a href="#nowhere">x</a>`, `<input type="text"/>`,
		`<p onclick="x">y</p>`, `<p style="x">y</p>`, `<li><a href="javascript:x">y</a></li>`, `<iframe></iframe>`, `<h2> </h2>`, `<th>x</th>`,
		`<svg></svg>`, `<button>x</button>`, `<li><a href="//example.org">x</a></li>`, `<p aria-labelledby="x">y</p>`,
	} {
		inner := &recorder{TB: t}
		wholesome(inner, []byte(bad), false)
		if !inner.failed {
			t.Errorf("nothing is found wrong with %s", bad)
		}
	}
}

// recorder notes that a test would have failed.
type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Error(...any)          { r.failed = true }
func (r *recorder) Errorf(string, ...any) { r.failed = true }
