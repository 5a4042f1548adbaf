package diag

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestJSONRoundTrip(t *testing.T) {
	want := testList(t).Clean()
	for i, d := range want { // The one thing that JSON does not keep.
		want[i].Format, want[i].Args = d.Message(), nil
	}
	want[0].Follows = []string{"", "/items/0"}
	var first strings.Builder
	if err := WriteJSON(&first, want, Options{}); err != nil {
		t.Fatal(err)
	}
	var got List
	for line := range strings.Lines(first.String()) {
		var d Diagnostic
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		got = append(got, d)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var again strings.Builder
	if err := WriteJSON(&again, got, Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first.String(), again.String()); diff != "" {
		t.Errorf("not the same bytes again:\n%s", diff)
	}
	whole, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	got = nil
	if err := json.Unmarshal(whole, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a list as one array (-want +got):\n%s", diff)
	}
}

func TestJSONRefuses(t *testing.T) {
	for _, line := range []string{`{"more":12}`, `{}`, `{"severity":"invalid"}`, `{"severity":"fatal"}`, `{"severity":3}`, `[]`, `{"severity":"note","span":1}`} {
		d := Diagnostic{Format: "untouched"}
		if err := json.Unmarshal([]byte(line), &d); err == nil || d.Format != "untouched" {
			t.Errorf("%s was read as %+v", line, d)
		}
	}
}
