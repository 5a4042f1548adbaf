package question_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// TestNullIsNoAnswer holds that a null is left out, that an answer is kept, and that what is neither yes nor no is refused with its key.
func TestNullIsNoAnswer(t *testing.T) {
	for src, want := range map[string]question.Told[string, bool]{
		`null`:                               nil,
		`{}`:                                 {},
		`{"a": null}`:                        {},
		`{"a": null, "b": true, "c": false}`: {"b": true, "c": false},
	} {
		got := question.Told[string, bool]{"before": true}
		if err := json.Unmarshal([]byte(src), &got); err != nil {
			t.Errorf("%s: %v", src, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", src, diff)
		}
	}
	kept := question.Told[string, bool]{"before": true}
	if err := json.Unmarshal([]byte(`{"a": "no"}`), &kept); err == nil || err.Error()[:3] != "a: " || !kept["before"] {
		t.Errorf("%v, and %v is left", err, kept)
	}
}
