package decisionaid_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
)

// TestSentencesAreThoseOfTheAid holds that every sentence stands in the text of the aid behind its option, and in the words that are given.
func TestSentencesAreThoseOfTheAid(t *testing.T) {
	for _, id := range []string{"atrial-fibrillation-stroke", "hip-osteoarthritis"} {
		ready, facts := aid(t, id)
		for _, mine := range []decisionaid.Personal{ready.For(who(t, facts, nil)), ready.For(who(t, facts, woman76()))} {
			all, text := mine.Comparison(), mine.Text()
			if who := all.Eligibility.Sentence(decisionaid.Words{}); !strings.Contains(text, "\n"+who+"\n") {
				t.Errorf("%s: the text does not say %q", id, who)
			}
			for _, o := range all.Outcomes {
				for k, e := range o.Estimates {
					said, err := mine.Sentence(o.ID, e, decisionaid.Words{})
					if err != nil || !strings.Contains(text, "  "+all.Options[k].Label+": "+said+"\n") {
						t.Errorf("%s: %s: the text does not say %q (%v)", id, o.ID, said, err)
					}
					if welsh, err := mine.Sentence(o.ID, e, decisionaid.Welsh()); err != nil || welsh == said || welsh == "" {
						t.Errorf("%s: %s: in Welsh it is %q (%v)", id, o.ID, welsh, err)
					}
				}
			}
		}
	}
}

func TestThereIsNoSentenceOfWhatAnAidDoesNotHave(t *testing.T) {
	ready, facts := aid(t, "hip-osteoarthritis")
	for _, mine := range []decisionaid.Personal{{}, ready.For(who(t, facts, nil))} {
		if said, err := mine.Sentence("miracle", decisionaid.Estimate{}, decisionaid.Words{}); said != "" || !errors.Is(err, decisionaid.ErrNoEstimate) {
			t.Errorf("%q, %v", said, err)
		}
	}
}
