package decisionaid_test

import (
	"bytes"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
)

var between = regexp.MustCompile(`\{[a-z]*\}`)

// TestWelshWords holds that each Welsh text is there, keeps the placeholders of the English one and is not that one.
func TestWelshWords(t *testing.T) {
	welsh, english := decisionaid.Welsh(), decisionaid.English()
	if err := welsh.Page.Check(); err != nil {
		t.Error(err)
	}
	if err := welsh.Values.Check(); err != nil {
		t.Error(err)
	}
	if welsh.Voice.Language() != "cy" {
		t.Errorf("chances are read aloud in %q", welsh.Voice.Language())
	}
	texts := 0
	for _, pair := range [][2]any{{welsh, english}, {welsh.Certainty, english.Certainty}} {
		mine, theirs := reflect.ValueOf(pair[0]), reflect.ValueOf(pair[1])
		for i := range mine.NumField() {
			if mine.Field(i).Kind() != reflect.String {
				continue
			}
			texts++
			name, cy, en := mine.Type().Field(i).Name, mine.Field(i).String(), theirs.Field(i).String()
			here, there := between.FindAllString(cy, -1), between.FindAllString(en, -1)
			slices.Sort(here)
			slices.Sort(there)
			if strings.TrimSpace(cy) == "" || !slices.Equal(here, there) {
				t.Errorf("%s is %q for %q", name, cy, en)
			}
			if own := between.ReplaceAllString(cy, ""); strings.Trim(own, " :.") != "" && cy == en {
				t.Errorf("%s is English: %s", name, cy)
			}
		}
	}
	if texts < 60 {
		t.Errorf("only %d texts were looked at", texts)
	}
}

// TestWelshPage holds that a page says the Welsh words.
func TestWelshPage(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	var b bytes.Buffer
	if err := ready.For(who(t, facts, woman76())).Page(decisionaid.Welsh()).WriteText(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Mae'r hyn a wyddom amdanoch yn cyfateb.", "72 o bob 1,000", "26 o bob 1,000 (isaf 19, uchaf 37)"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if got, want := decisionaid.Welsh().Voice.Period(risk.Years(2)), "mewn 2 flynedd"; got != want {
		t.Errorf("got %q want %q", got, want)
	}
}
