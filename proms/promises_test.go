package proms

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// TestPromises holds what the check finds out about a definition from what its author says anyway. The promises themselves
// are the matter of package cases.
func TestPromises(t *testing.T) {
	const expect = "cases:\n  - {name: c, given: {q1: 0, q2: 0, q3: 0, q4: 0, q5: 0}, expect: {s: 0}}\n"
	for _, c := range []struct {
		name, score string
		found       string // what a message says, or nothing
		severity    diag.Severity
	}{
		{"all is well", "of: [q1, q2], missing: complete, rule: sum(of), range: [0, 6], better: lower", "", 0},
		{"reversed as it should be", "of: [q1, q2], reversed: [q2], missing: complete, rule: sum(of) - 3, range: [-3, 3], better: lower", "", 0},
		{"out of its range", "of: [q1, q2], missing: complete, rule: sum(of), range: [0, 5], better: lower", "s ", diag.Error},
		{"an item that does not matter", "of: [q1, q2], missing: complete, rule: q1 + count(of) - 2, range: [0, 3], better: lower", "q2", diag.Warning},
		{"a forgotten reversal", "of: [q1, q2], missing: complete, rule: q1 - q2, range: [-3, 3], better: lower", "the other way", diag.Warning},
		{"no better way, so none is forgotten", "of: [q1, q2], missing: complete, rule: q1 - q2, range: [-3, 3]", "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := "scores:\n  - id: s\n    " + strings.Join(splitTop(c.score), "\n    ") + "\n" + expect
			src := strings.Replace(fiveItems(lines), "groups:", "  - {id: q6, answer: often}\ngroups:", 1)
			list := checked(t, "promise.yaml", []byte(src))
			found := false
			for _, d := range list {
				switch {
				case d.Code == "case-failed":
				case c.found == "":
					t.Error(d)
				case d.Severity == c.severity && strings.Contains(d.Message(), c.found):
					found = true
				}
			}
			if c.found != "" && !found {
				t.Errorf("nothing says so: %v", list)
			}
		})
	}
}

// TestTypeOfExact holds that the value before rounding may lie half a step outside the range.
func TestTypeOfExact(t *testing.T) {
	m := shipped(t, "phq-9").Model()
	slot, _ := m.Slot("total.exact")
	if typ := m.Type(slot); typ.Lo != -0.5 || typ.Hi != 27.5 {
		t.Errorf("%+v", typ)
	}
}
