package activation

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeChangeSize = diag.Define(diag.Info{
	Code:    "activation-change-size",
	Title:   "An important change has a size or a time that cannot be",
	Explain: "`value:` is a number of points above 0 and not beyond the range of the score. `within_months:` is a whole number of months above 0, and is left out where nobody published one.",
	Bad:     "- {id: endorsed, direction: better, value: -3, basis: standard, source: cbe_2483}",
	Good:    "- {id: endorsed, direction: better, value: 3, within_months: 12, basis: standard, source: cbe_2483}",
})

var codeChangeDirection = diag.Define(diag.Info{
	Code:    "activation-change-direction",
	Title:   "An important change has a direction that there is not",
	Explain: "`direction:` says for which changes the size was published: better, worse or either.",
	Bad:     "direction: up",
	Good:    "direction: better",
})

// The directions of an important change.
const (
	better = "better"
	worse  = "worse"
	either = "either"
)

// checkChanges reports important changes that cannot be.
func checkChanges(def *Definition, s *scored, r *diag.Reporter) {
	ids := repetition{}
	for i, c := range def.ImportantChanges {
		at := fmt.Sprintf("/important_changes/%d", i)
		ids.check(c.ID, at+"/id", "important change", r)
		checkBasis(c.Basis, at+"/basis", r)
		if c.Direction != better && c.Direction != worse && c.Direction != either {
			e := r.Errorf(codeChangeDirection, diag.At(at+"/direction"), "%q is no direction", c.Direction).
				Hinted("Write better, worse or either").After(at + "/direction")
			if meant := diag.Nearest(c.Direction, []string{better, worse, either}); meant != "" {
				e.Mended(diag.At(at+"/direction"), meant)
			}
		}
		switch {
		case !(c.Value > 0):
			r.Errorf(codeChangeSize, diag.At(at+"/value"), "a change of %s points is none", rule.FormatNumber(c.Value)).
				Hinted("Write the points as a number above 0").After(at + "/value")
		case s != nil && !(c.Value <= s.kind.Hi-s.kind.Lo):
			r.Errorf(codeChangeSize, diag.At(at+"/value"), "nobody can change by %s points on a scale from %s to %s",
				rule.FormatNumber(c.Value), rule.FormatNumber(s.kind.Lo), rule.FormatNumber(s.kind.Hi)).Hinted("Check the points and the range of the score")
		}
		if c.WithinMonths < 0 {
			r.Errorf(codeChangeSize, diag.At(at+"/within_months"), "%d months are no time", c.WithinMonths).Hinted("Write months above 0, or leave it out")
		}
	}
}
