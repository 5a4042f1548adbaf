package proms

import "testing"

// TestScoreForms holds that every form of score that instruments use can be written down, and comes to what was worked out by hand:
// the cases are in the document. A key of two codes that its table does not have is an error of the document.
func TestScoreForms(t *testing.T) {
	src := string(read(t, "testdata/forms.yaml"))
	for _, d := range checked(t, "forms.yaml", []byte(src)) {
		t.Error(d)
	}
}
