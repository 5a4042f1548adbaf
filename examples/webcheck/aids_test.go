package webcheck

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
)

// views are a phone, a desk, a phone in the dark, and paper: A4 less its margins.
var views = []view{
	{name: "phone", width: 320}, {name: "desk", width: 1280}, {name: "dark", width: 320, dark: true}, {name: "paper", width: 680, print: true},
}

// shelf reads the shipped definitions. What is wrong with those that no aid uses is for other tests.
func shelf() *schemas.Set {
	set, _ := schemas.ReadFS(examples.Definitions)
	return set
}

// people are the pages of an aid to look at: for somebody of whom nothing is known, and for the person of its first case.
func people(t *testing.T, set *schemas.Set, id string) map[string]decisionaid.Personal {
	t.Helper()
	aid, err := decisionaid.FromSet(set, id)
	if err != nil {
		t.Fatal(err)
	}
	facts, own := map[string]any{}, map[string]any{}
	for name, value := range aid.Definition().Cases[0].Given {
		if fact, of := strings.CutPrefix(name, "person."); of {
			facts[fact] = value.Plain()
		} else {
			own[name] = value.Plain()
		}
	}
	vocabulary, err := person.FromSet(set, "person-facts")
	if err != nil {
		t.Fatal(err)
	}
	var given decisionaid.Given
	if given.Person, err = vocabulary.Of(facts, day.Day{}); err != nil {
		t.Fatal(err)
	}
	if given.Answers, err = aid.Answers(own); err != nil {
		t.Fatal(err)
	}
	return map[string]decisionaid.Personal{"nobody": aid.ForWith(decisionaid.Given{}), "somebody": aid.ForWith(given)}
}

// TestAids holds that every shipped aid is a clean page however it is looked at; the page for somebody of whom nothing is
// known, which has no more in it, only on a phone. With script the buttons are there, and without it they are not.
func TestAids(t *testing.T) {
	eyes, set := open(t), shelf()
	for _, doc := range set.All(decisionaid.Kind) {
		for name, mine := range people(t, set, doc.ID()) {
			text := html(t, mine, decisionaid.English())
			for i, v := range views {
				if name == "nobody" && i > 0 {
					break
				}
				for _, v.script = range []bool{true, false} {
					t.Run(fmt.Sprintf("%s/%s/%s/script %v", doc.ID(), name, v.name, v.script), func(t *testing.T) {
						shown := false
						eyes.at(t, text, v, func(tab context.Context) (err error) {
							shown, err = chromedp.Run(tab, chromedp.Evaluate[bool](`!document.querySelector(".wm-tools").hidden`))
							return err
						}).clean(t)
						if shown != v.script {
							t.Errorf("the buttons are shown: %v; script runs: %v", shown, v.script)
						}
					})
				}
			}
		}
	}
}

// TestWelsh looks at a page whose own words are Welsh.
func TestWelsh(t *testing.T) {
	eyes, words := open(t), decisionaid.English()
	words.Page = page.Welsh()
	mine := people(t, shelf(), "hip-osteoarthritis")["somebody"]
	eyes.at(t, html(t, mine, words), view{width: 320, script: true}, nil).clean(t)
}

// rate chooses the same answer to every question and gives the weights that are then shown.
const rate = `(() => {
	for (const q of document.querySelectorAll(".wm-form[data-kind] .wm-question")) q.querySelectorAll("input")[5].click();
	return Array.from(document.querySelectorAll(".wm-share")).filter(s => !s.hidden)
		.map(s => parseInt(s.querySelector(".wm-amount").textContent) + " " + s.querySelector(".wm-bar").style.width);
})()`

// TestWhatMatters holds that ratings are shown as weights, and that the policy of the page lets its own script do so.
func TestWhatMatters(t *testing.T) {
	eyes := open(t)
	text := html(t, people(t, shelf(), "atrial-fibrillation-stroke")["somebody"], decisionaid.English())
	eyes.at(t, text, view{width: 320, script: true}, func(tab context.Context) error {
		shown, err := chromedp.Run(tab, chromedp.Evaluate[[]string](rate))
		if got := strings.Join(shown, ", "); got != "50 50%, 50 50%" {
			t.Errorf("the weights of two equal ratings are %q", got)
		}
		return err
	}).clean(t)
}
