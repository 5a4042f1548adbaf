package webcheck

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// shelf is what is shipped. What is wrong with documents that no page needs is for other tests.
var shelf = sync.OnceValue(func() *sdm.Library {
	lib, _ := sdm.LoadFS(examples.Definitions)
	return lib
})

// aidSheets are the pages of the shipped aids: for the person of the first case of each, and, with less in it, for somebody
// of whom nothing is known; and one whose own words are Welsh.
func aidSheets(t *testing.T) []sheet {
	t.Helper()
	welsh := decisionaid.English()
	welsh.Page = page.Welsh()
	all := []sheet{{"welsh", somebody(t, "hip-osteoarthritis").Page(welsh), onPhone}}
	for _, doc := range shelf().Set().All(decisionaid.Kind) {
		id := doc.ID()
		aid, err := shelf().Aid(id)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sheet{id + "/somebody", somebody(t, id).Page(decisionaid.English()), everywhere},
			sheet{id + "/nobody", aid.ForWith(decisionaid.Given{}).Page(decisionaid.English()), onPhone})
	}
	return all
}

// somebody is an aid for the person of its first case.
func somebody(t *testing.T, id string) decisionaid.Personal {
	t.Helper()
	aid, err := shelf().Aid(id)
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
	vocabulary, err := shelf().Vocabulary("person-facts")
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
	return aid.ForWith(given)
}

// rate chooses the same answer to every question and gives the weights that are then shown.
const rate = `(() => {
	for (const q of document.querySelectorAll(".wm-form[data-kind] .wm-question")) q.querySelectorAll("input")[5].click();
	return Array.from(document.querySelectorAll(".wm-share")).filter(s => !s.hidden)
		.map(s => parseInt(s.querySelector(".wm-amount").textContent) + " " + s.querySelector(".wm-bar").style.width);
})()`

// TestWhatMatters holds that ratings are shown as weights, and that the policy of the page lets its own script do so.
func TestWhatMatters(t *testing.T) {
	t.Parallel()
	eyes := open(t)
	text := html(t, somebody(t, "atrial-fibrillation-stroke").Page(decisionaid.English()))
	eyes.at(t, text, true, onPhone, func(tab context.Context) error {
		shown, err := chromedp.Run(tab, chromedp.Evaluate[[]string](rate))
		if got := strings.Join(shown, ", "); got != "50 50%, 50 50%" {
			t.Errorf("the weights of two equal ratings are %q", got)
		}
		return err
	}).clean(t)
}
