package webcheck

import (
	"context"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

// The ways to look at a page: a phone, a desk, a phone in the dark, and paper, which is A4 less its margins.
var (
	phone = view{name: "phone", width: 320}
	desk  = view{name: "desk", width: 1280}
	dark  = view{name: "dark", width: 320, dark: true}
	paper = view{name: "paper", width: 680, print: true}
)

// What has nothing in it that another page does not have more of is looked at on a phone alone.
var (
	everywhere = []view{phone, desk, dark, paper}
	onPhone    = []view{phone}
)

// sheet is a page to look at.
type sheet struct {
	name  string
	page  page.Page
	views []view
}

// sheets is the table of all pages that the library writes, made of what is shipped and of the year in examples/journey.
func sheets(t *testing.T) []sheet {
	t.Helper()
	all := aidSheets(t)
	all = append(all, told(t, asItIs).sheets(t, "as it is")...)
	for _, s := range told(t, long).sheets(t, "long") {
		s.views = []view{phone, desk, paper}
		all = append(all, s)
	}
	return all
}

// TestPages holds that every page is clean however it is looked at. With script the buttons are there, and without it, which
// is tried with pages that are looked at everywhere, they are not.
func TestPages(t *testing.T) {
	t.Parallel()
	eyes := open(t)
	for _, s := range sheets(t) {
		text := html(t, s.page)
		seen := func(script bool, views []view) func(*testing.T) {
			return func(t *testing.T) {
				t.Parallel()
				shown := false
				eyes.at(t, text, script, views, func(tab context.Context) (err error) {
					shown, err = chromedp.Run(tab, chromedp.Evaluate[bool](`!document.querySelector(".wm-tools").hidden`))
					return err
				}).clean(t)
				if shown != script {
					t.Errorf("the buttons are shown: %v; script runs: %v", shown, script)
				}
			}
		}
		t.Run(s.name, seen(true, s.views))
		if len(s.views) == len(everywhere) {
			t.Run(s.name+"/without script", seen(false, onPhone))
		}
	}
}
