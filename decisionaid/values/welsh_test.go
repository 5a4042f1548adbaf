package values

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// TestWelsh holds that the Welsh words are whole, that no text was left in English, and one sentence of them.
func TestWelsh(t *testing.T) {
	if err := Welsh().Check(); err != nil {
		t.Fatal(err)
	}
	english, welsh := English(), Welsh()
	for _, mine := range phrase.Beside(&english, &welsh) {
		own := phrase.Fill(mine.Text)
		if strings.Trim(own, " ,.") != "" && mine.Text == mine.Original {
			t.Errorf("%s is English: %s", mine.Name, mine.Text)
		}
	}
	speak := hip(t).Speak(Welsh())
	got := strings.Join(speak.Acceptability(Acceptability{Exact: true, Options: []Acceptance{{Option: "ymarfer", Ranks: []Share{{Value: 0.255}}}}}), " ")
	if want := "Mewn 25.5 o bob 100 o ffyrdd o bwyso sy'n cytuno â'ch ateb, ymarfer sydd agosaf."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, line := range everySentence(t, Welsh()) {
		if strings.ContainsAny(line, "{}") {
			t.Errorf("%q has something left in it", line)
		}
	}
}
