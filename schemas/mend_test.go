package schemas

import (
	"fmt"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// TestMendsOfTheHeaderMend holds that the edit of a fault gives a file without it, and never one whose edit leads back.
func TestMendsOfTheHeaderMend(t *testing.T) {
	const good = "kind: person-facts\nid: %s\nversion: %s\ntitle: %s\nlanguage: %s\nreviewed: %s\nfacts: [{id: age, ask: Your age, number: {range: [0, 120]}}]\n"
	usual := []any{"facts", "1.0.0", "Facts", "en", "\"2026-11-21\""}
	for i := range usual {
		for _, written := range []string{"1", "1.0", "\"1\"", "\"1.0\"", "1.0.0.0", "5", "true", "2026", "1e400", "2026-11-21", "010", "no", "[a]", "99999999999999999999"} {
			if written == "2026-11-21" && i < 4 {
				continue // as a date it is quoted, whatever stands there
			}
			values := append([]any(nil), usual...)
			values[i] = written
			text := fmt.Sprintf(good, values...)
			for range 3 {
				list := faultsOf(t, text)
				if len(list) > 1 {
					t.Errorf("%q gives more than one fault: %v", text, list)
				}
				if len(list) == 0 || list[0].Edit == nil {
					break
				}
				e := list[0].Edit
				text = text[:e.Span.Start.Offset] + e.NewText + text[e.Span.End.Offset:]
				if left := faultsOf(t, text); len(left) > 0 {
					t.Errorf("the mend of %v leaves %v", list, left)
				}
			}
		}
	}
}

// faultsOf gives the errors of a text.
func faultsOf(t *testing.T, text string) diag.List {
	t.Helper()
	doc, list := Parse("f.yaml", []byte(text))
	if doc == nil {
		t.Fatal(list)
	}
	r := diag.NewReporter(doc)
	var def facts
	Open(doc, &def, r)
	return Settled(r.List()).Only(diag.Error)
}
