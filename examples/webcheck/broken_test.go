package webcheck

import (
	"regexp"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

// policy is the content security policy of a page.
var policy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*/>`)

// TestBrokenPages holds that the checks bite: a good page that is broken on purpose in one way is found out.
func TestBrokenPages(t *testing.T) {
	t.Parallel()
	eyes := open(t)
	good := html(t, page.Page{Title: "A good page", Blocks: []page.Block{page.Paragraph{Text: page.Say("All is well.")}}})
	replace := func(old, now string) string { return strings.Replace(good, old, now, 1) }
	end := func(more string) string { return replace("</main>", more+"</main>") }
	naked := func(html string) string { return policy.ReplaceAllString(html, "") }
	violations := func(s sight) []string { return s.Violations }
	sideways := func(s sight) []string { return s.Sideways }
	outside := func(s sight) []string { return s.Outside }
	complaints := func(s sight) []string { return s.Complaints }
	for _, test := range []struct {
		name, html string
		of         func(sight) []string
		want       string
	}{
		{"no language", replace(`<html lang="en" dir="ltr">`, "<html>"), violations, "html-has-lang"},
		{"a question without a label", end(`<input type="number"/>`), violations, "label"},
		{"a picture without a name", naked(end(`<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="/>`)), violations, "image-alt"},
		{"pale words", naked(end(`<p style="color:#ccc;background:#fff">pale</p>`)), violations, "color-contrast"},
		{"a wide part", naked(end(`<div style="width:2000px">wide</div>`)), sideways, "the page is "},
		{"a part that is cut off", naked(end(`<div style="width:100px;overflow:hidden"><p style="width:300px">cut</p></div>`)), sideways, "div. is cut off"},
		{"a picture from elsewhere", naked(end(`<img alt="x" src="http://outside.invalid/x.png"/>`)), outside, "http://outside.invalid/x.png"},
		{"a font from elsewhere", naked(end(`<style>@import "http://outside.invalid/font.css";</style>`)), outside, "http://outside.invalid/font.css"},
		{"a second script", end(`<script>document.title = "mine"</script>`), complaints, "Content Security Policy"},
		{"a style of its own", end(`<p style="color:red">red</p>`), complaints, "Content Security Policy"},
		{"a script with a fault", naked(end(`<script>nothing.at.all()</script>`)), complaints, "Uncaught"},
		{"a script that talks", naked(end(`<script>console.log("hello")</script>`)), complaints, "console.log"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if test.html == good {
				t.Fatal("the page was not broken")
			}
			found := test.of(eyes.at(t, test.html, true, onPhone, nil))
			for _, one := range found {
				if strings.Contains(one, test.want) {
					return
				}
			}
			t.Errorf("nothing says %q: %q", test.want, found)
		})
	}
}
