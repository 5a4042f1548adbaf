package webcheck

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas"
)

// evil would run a script or ask another host, if any of it became markup anywhere.
const evil = `<script>window.taken = true</script> ' autofocus onfocus='window.taken = true' x=' ` +
	`"><img src="http://outside.invalid/x.png" onerror="window.taken = true"> ` +
	`</style></title></script><svg onload="window.taken = true"> <iframe srcdoc="<script>parent.taken = true</script>"></iframe>`

// hostile says something evil beside what a text says.
func hostile(text string) string { return text + " " + evil }

// hostileAid is a shipped aid in which every text for people is hostile.
func hostileAid(t *testing.T) *decisionaid.Aid {
	t.Helper()
	read := func(name string) *schemas.Document {
		src, err := examples.Definitions.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, faults := schemas.Parse(name, src)
		if err := faults.Err(); err != nil {
			t.Fatal(err)
		}
		return doc
	}
	doc, poisoned := read("aids/hip-osteoarthritis.yaml"), 0
	var poison func(key string, n schemas.Node)
	poison = func(key string, n schemas.Node) {
		switch {
		case n.Shape() == schemas.List:
			for i := range n.Len() {
				poison("", n.At(i))
			}
		case n.Shape() == schemas.Map:
			for _, key := range n.Keys() {
				if value, _ := n.Get(key); key != "cases" && key != "uses" {
					poison(key, value)
				}
			}
		case key != "when" && key != "within" && strings.Contains(n.Text(), " "): // those two are read by the library
			doc, poisoned = doc.With(n.Pointer(), hostile(n.Text())), poisoned+1
		}
	}
	poison("", doc.Root())
	if poisoned < 50 {
		t.Fatalf("only %d texts were changed", poisoned)
	}
	set, faults := schemas.NewSet(doc, read("person-facts.yaml"))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	aid, err := decisionaid.FromSet(set, "hip-osteoarthritis")
	if err != nil {
		t.Fatal(err)
	}
	return aid
}

// TestHostileTexts holds that no text of a definition and no word of a person becomes markup, even where no policy would
// stop it.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	eyes := open(t)
	all := append(told(t, hostile).sheets(t, "hostile"), sheet{name: "aid", page: hostileAid(t).ForWith(decisionaid.Given{}).Page(decisionaid.English())})
	for _, s := range all {
		page := html(t, s.page)
		for name, page := range map[string]string{"with its policy": page, "without": policy.ReplaceAllString(page, "")} {
			t.Run(s.name+"/"+name, func(t *testing.T) {
				t.Parallel()
				taken, elements := false, 0
				seen := eyes.at(t, page, true, onPhone, func(tab context.Context) (err error) {
					if taken, err = chromedp.Run(tab, chromedp.Evaluate[bool]("window.taken === true")); err != nil {
						return err
					}
					elements, err = chromedp.Run(tab, chromedp.Evaluate[int](`document.querySelectorAll("script, img, iframe, [onload], [onerror], [onfocus]").length`))
					return err
				})
				if seen.clean(t); taken || elements != 1 {
					t.Errorf("the script ran: %v; the page has %d elements that could run one, and 1 is its own", taken, elements)
				}
			})
		}
	}
}
