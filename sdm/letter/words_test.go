package letter_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

// samples stand for what is filled in, as short as what most often stands there.
var samples = strings.NewReplacer("{day}", "1 May", "{who}", "Sam", "{name}", "Sam", "{option}", "this", "{outcome}", "this.", "{service}", "Sam", "{to}", "them",
	"{from}", "1 May", "{sum}", "£5", "{language}", "English", "{format}", "this", "{options}", "this", "{role}", "friend", "{what}", "this", "{mode}", "this",
	"{weight}", "90", "{points}", "16", "{last}", "Kim", "{with}", "Sam")

// TestOurSentencesAreEasyToRead holds the letter's own sentences to a reading age of 9 to 11 years.
func TestOurSentencesAreEasyToRead(t *testing.T) {
	counter := readability.New()
	for _, text := range sentences(letter.English()) {
		filled := samples.Replace(text)
		if strings.Contains(filled, "{") {
			t.Errorf("%q has a name without a sample", filled)
		}
		if len(filled) > 25 && strings.ContainsAny(filled[len(filled)-1:], ".?") { // labels and headings would make it seem easier
			counter.Add(filled)
		}
		last, n := -1, 0
		for _, word := range readability.Words(filled) {
			if word.Sentence != last {
				last, n = word.Sentence, 0
			}
			if n++; n == 21 {
				t.Errorf("a sentence of %q is longer than 20 words", filled)
			}
		}
	}
	scores, ok := counter.Report().Counts.Scores()
	t.Logf("%+v: age %.1f", counter.Report().Counts, scores.Age())
	if !ok || scores.Age() > 9 {
		t.Errorf("reading age %.1f", scores.Age())
	}
	// A whole letter with its record, aid and names, for comparison with what people read in the end.
	whole := readability.New()
	for line := range write(t, record(t, rich()...), options(t)).Lines() {
		if line.From == letter.FromLetter || line.From == letter.FromRecord && line.Form != letter.Own {
			whole.Add(line.Text)
		}
	}
	if scores, _ := whole.Report().Counts.Scores(); scores.Age() > 11 {
		t.Errorf("reading age %.1f of a letter without what others wrote", scores.Age())
	}
}

// No sentence of a letter recommends, and none gives the all clear.
func TestNothingIsRecommended(t *testing.T) {
	bad := regexp.MustCompile(`(?i)\b(should|recommend|advise|best for you|better for you|safe|nothing to worry|all clear|unfortunately|only|just)\b`)
	for _, text := range sentences(letter.English()) {
		if found := bad.FindString(text); found != "" && text != letter.English().Closing.Parts {
			t.Errorf("%q in %q", found, text)
		}
	}
}

func TestWordsAreChecked(t *testing.T) {
	if err := letter.English().Check(); err != nil {
		t.Fatal(err)
	}
	for want, spoil := range map[string]func(*letter.Words){
		"Decision.Chose: has the names": func(w *letter.Words) { w.Decision.Chose = "You chose {thing}." },
		"Frame.Title: is empty":         func(w *letter.Words) { w.Frame.Title = " " },
		"Roles.carer: is empty":         func(w *letter.Words) { w.Roles = nil },
		"LanguageName: is empty":        func(w *letter.Words) { w.LanguageName = "" },
	} {
		w := letter.English()
		spoil(&w)
		err := w.Check()
		if !errors.Is(err, letter.ErrWords) || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %q", err, want)
		}
		if _, got := letter.ToPerson(sdm.Record{}, letter.Options{Words: w}); got == nil || got.Error() != err.Error() {
			t.Errorf("the letter was written all the same, or its error is not stable: %v", got)
		}
	}
}

func TestAnUnknownConversation(t *testing.T) {
	r := record(t, rich()...)
	for _, id := range []string{"nobody", "m1", "plan"} {
		if _, err := letter.ToPerson(r, letter.Options{Talk: id}); !errors.Is(err, letter.ErrTalk) {
			t.Errorf("%s: %v", id, err)
		}
		if _, err := letter.Summarise(r, letter.Clinical{Options: letter.Options{Talk: id}}); !errors.Is(err, letter.ErrTalk) {
			t.Errorf("%s: %v", id, err)
		}
	}
}
