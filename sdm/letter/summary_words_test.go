package letter

import "testing"

// What is told once is a whole sentence or a whole name, so that no answer and nobody falls out of a summary for a few letters in common.
func TestOnlyWholeSentencesAndNamesAreTheSame(t *testing.T) {
	const text = "A clot: 12 in every 100 people have one. This is our best estimate."
	for answer, want := range map[string]bool{
		"12 in every 100 people have one.": true, "12 in every 100 people have one": true, text: true, "This is our best estimate.": true,
		"": false, "12": false, "one": false, "A": false, "no": false, "people have one.": false,
	} {
		if hasSentence(text, answer) != want {
			t.Errorf("%q: %t", answer, !want)
		}
	}
	for name, want := range map[string]bool{"Mo Reed": true, "Reed": true, "Mo": true, "Mo Re": false, "": false, "M": false, "nurs": false} {
		if hasName("Mo Reed, nurse", name) != want {
			t.Errorf("%q: %t", name, !want)
		}
	}
}
