package decisionaid_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/whatmatters-care/whatmatters/decisionaid"
)

// TestWordingIsOfEnglish holds that no text of another language is judged by English words.
func TestWordingIsOfEnglish(t *testing.T) {
	src := string(read(t, "testdata/bad/aid-loaded-word.yaml"))
	count := func(src string) (n int) {
		for _, d := range checked(t, "aid.yaml", []byte(src)) {
			if strings.HasPrefix(string(d.Code), "aid-") {
				n++
			}
		}
		return n
	}
	if n := count(src); n != 2 {
		t.Errorf("%d diagnostics in English, want 2", n)
	}
	if n := count(strings.Replace(src, "id: example", "id: example\nlanguage: cy", 1)); n != 0 {
		t.Errorf("%d diagnostics in Welsh", n)
	}
	if n := count(strings.Replace(src, "id: example", "id: example\nlanguage: en-GB", 1)); n != 2 {
		t.Errorf("%d diagnostics in British English, want 2", n)
	}
}

// TestReadability counts what people read in the shipped aids: each has enough words for a grade, and the words of the glossary
// are left out of the hard ones only.
func TestReadability(t *testing.T) {
	for _, doc := range shipped(t).All(decisionaid.Kind) {
		ready, _ := aid(t, doc.ID())
		report, ok := ready.Readability()
		scores, scored := report.Counts.Scores()
		if !ok || !scored || report.Counts.Words < 100 || scores.Age() < 6 || scores.Age() > 14 {
			t.Errorf("%s: %+v %+v", doc.ID(), report, scores)
		}
		if report.Explained.Words != report.Counts.Words || report.Explained.Polysyllables > report.Counts.Polysyllables {
			t.Errorf("%s: %+v", doc.ID(), report)
		}
		t.Logf("%s: age %.1f, SMOG %.1f, %d words, %d sentences", doc.ID(), scores.Age(), scores.SMOG, report.Counts.Words, report.Counts.Sentences)
	}
}

// TestLongTexts holds that the work of the checks grows with the length of an aid and not with its square: much of one text, and of
// a glossary. Quadratic work on as much takes minutes.
func TestLongTexts(t *testing.T) {
	src := strings.Replace(string(read(t, "testdata/bad/aid-loaded-word.yaml")), " # want aid-loaded-word", "", -1)
	var glossary strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&glossary, "  - {term: a a%d, meaning: It is rare and 5%% of a lot of people have a term such as a a%d}\n", i, i+1)
	}
	for name, long := range map[string]string{
		"text":     strings.Replace(src, "Most people should have it.", strings.Repeat("a rare 5% common 1 in 7 halves ", 13000), 1),
		"glossary": strings.Replace(src, "knowledge:\n", "glossary:\n"+glossary.String()+"knowledge:\n", 1),
	} {
		if len(long) < 300_000 {
			t.Errorf("%s has only %d bytes", name, len(long))
		}
		start := time.Now()
		list := checked(t, "long.yaml", []byte(long))
		if took := time.Since(start); took > time.Minute || len(list) == 0 {
			t.Errorf("%s took %v and gave %d diagnostics", name, took, len(list))
		}
		t.Logf("%s: %v, %d diagnostics", name, time.Since(start), len(list))
	}
}
