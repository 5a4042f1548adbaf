package decisionaid_test

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
)

// Authors end what they write of several sentences with a full stop. Neither the text nor the page puts another one behind it, and one
// without gets one.
func TestWhomNumbersAreAboutEndsWithOneStop(t *testing.T) {
	if !strings.Contains(whole, "among: ") {
		t.Fatal("the aid of this test says nobody whom its numbers are about")
	}
	for _, who := range []string{"adults in a study", "adults in a study. Half of them were women."} {
		var lines []string
		for line := range strings.Lines(whole) {
			if before, _, says := strings.Cut(line, "among: "); says && strings.TrimSpace(before) == "" {
				line = before + "among: " + who + "\n"
			}
			lines = append(lines, line)
		}
		aid, err := decisionaid.Load("parts.yaml", []byte(strings.Join(lines, "")))
		if err != nil {
			t.Fatal(err)
		}
		mine := aid.ForWith(decisionaid.Given{})
		want := "Among " + strings.TrimSuffix(who, ".") + "."
		var paged strings.Builder
		if err := mine.Page(decisionaid.English()).WriteText(&paged); err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"text": mine.Text(), "page": paged.String()} {
			flat := strings.Join(strings.Fields(text), " ")
			if !strings.Contains(flat, want) || strings.Contains(strings.ReplaceAll(flat, "...", ""), "..") {
				t.Errorf("the %s does not say %q with one stop:\n%s", name, want, text)
			}
		}
	}
}
