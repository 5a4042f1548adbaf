package risk

import (
	"regexp"
	"testing"
	"unicode"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

var named = regexp.MustCompile(`\{[a-z_]*\}`)

// worded says whether a template has words of its own besides what is put into it.
func worded(template string) bool {
	for _, letter := range named.ReplaceAllString(template, "") {
		if unicode.IsLetter(letter) {
			return true
		}
	}
	return false
}

// TestWelshIsNotEnglish holds that no text of the Welsh words was left in English.
func TestWelshIsNotEnglish(t *testing.T) {
	welsh, original := Welsh(), English()
	if err := welsh.Check(); err != nil {
		t.Fatal(err)
	}
	for _, mine := range phrase.Beside(&original, &welsh) {
		if worded(mine.Text) && mine.Text == mine.Original {
			t.Errorf("%s is English: %s", mine.Name, mine.Text)
		}
	}
	for unit, plural := range original.Lengths {
		if welsh.Lengths[unit].Other == plural.Other {
			t.Errorf("the length %s is English", unit)
		}
	}
	for reason, text := range original.Reasons {
		if welsh.Reasons[reason] == text {
			t.Errorf("the reason %s is English", reason)
		}
	}
}

// TestWelshSentences holds whole sentences, and that the noun of a length follows its number.
func TestWelshSentences(t *testing.T) {
	v, err := NewVoice(Welsh())
	if err != nil {
		t.Fatal(err)
	}
	got, err := v.Tell(chance(t, 0.072, CI95(0.052, 0.102), Years(1)), Per1000, Outcome{Happens: "yn cael strôc"})
	want := "Mae 72 o bob 1,000 o bobl yn cael strôc mewn 1 flwyddyn; mae 928 nad yw hyn yn digwydd iddynt. " +
		"Dyma ein hamcangyfrif gorau; o bob 1,000 o bobl, gallai'r nifer fod unrhyw le rhwng y ddau rif hyn: 52 (yr isaf), 102 (yr uchaf)."
	if err != nil || got != want {
		t.Errorf("got  %s\nwant %s\n%v", got, want, err)
	}
	for want, p := range map[string]Period{
		"mewn 1 diwrnod": {1, Day}, "mewn 2 ddiwrnod": {2, Day}, "mewn 30 diwrnod": {30, Day},
		"mewn 1 wythnos": {1, Week}, "mewn 6 wythnos": {6, Week},
		"mewn 1 mis": {1, Month}, "mewn 2 fis": {2, Month}, "mewn 12 mis": {12, Month},
		"mewn 1 flwyddyn": {1, Year}, "mewn 2 flynedd": {2, Year}, "mewn 3 blynedd": {3, Year}, "mewn 4 blynedd": {4, Year},
		"mewn 5 mlynedd": {5, Year}, "mewn 6 blynedd": {6, Year}, "mewn 10 mlynedd": {10, Year},
	} {
		if got := v.Period(p); got != want {
			t.Errorf("got %q want %q", got, want)
		}
	}
}
