package decisionaid

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeChanceRange = diag.Define(diag.Info{
	Code:  "aid-chance-range",
	Title: "A rule can leave 0 to 1",
	Explain: "The chance that the rule works out is not from 0 to 1 for anybody (an error), or may not be for somebody (a note, because the check looks at " +
		"ranges and may be too careful). Such a chance is shown as not known, never cut to 0 or 1. Percentages are the usual cause.",
	Bad:  "chance: 2 + cha2ds2_vasc",
	Good: "chance: table(friberg, cha2ds2_vasc)",
})

// checkChanceRange looks at the ranges of the chances that rules and effects work out over everybody.
func checkChanceRange(a *Aid, r *diag.Reporter) {
	s := a.model.Ranges()
	for _, c := range slices.Concat(a.cells...) {
		at := diag.At(c.pointer())
		if c.form == ruled {
			b := c.program.Bound(s)
			reportRange(r, diag.At(c.pointer()+"/chance"), b, b.Lo < 0 || b.Hi > 1, b.Lo > 1 || b.Hi < 0, "Divide a percentage by 100")
			continue
		}
		if c.form != effected || c.definition.Difference == nil && c.definition.RR == nil {
			continue // An odds ratio or a hazard ratio never leaves 0 to 1.
		}
		from := s.Bound(c.baseline.raw)
		if from.NA == rule.Always {
			continue
		}
		step := &relative{effect: c.plain()}
		lo, hi := rule.IsNA(step.at(from.Lo)), rule.IsNA(step.at(from.Hi))
		reportRange(r, at, from, lo || hi, lo && hi, "Check the effect, and the chance that it starts from; an odds ratio never leads out of 0 to 1")
	}
}

func reportRange(r *diag.Reporter, at diag.Where, b rule.Bound, maybe, surely bool, mend string) {
	switch {
	case b.NA == rule.Always:
	case surely:
		r.Errorf(codeChanceRange, at, "this chance is never from 0 to 1").Hinted("%s", mend)
	case maybe:
		r.Notef(codeChanceRange, at, "this chance may leave 0 to 1 for some people, and is then not known").
			Hinted("Give the values that it reads a narrower range, or use an odds ratio")
	}
}

var codeSilentDefault = diag.Define(diag.Info{
	Code:  "aid-silent-default",
	Title: "A chance is worked out for a person of whom nothing is known",
	Explain: "The rule reads what is known of the person, and gives a number where nothing is: a blank then counts as an answer, and nobody is told. " +
		"ifna, count and answered can do that.",
	Bad:  "chance: ifna(person.age, 50) / 1000",
	Good: "chance: person.age / 1000",
})

// checkSilentDefault looks for numbers that rules make of nothing.
func checkSilentDefault(a *Aid, r *diag.Reporter) {
	s := a.model.NewState()
	a.model.Eval(s)
	for _, c := range slices.Concat(a.cells...) {
		if v := s.Get(c.slot); c.form == ruled && c.personal && !rule.IsNA(v) {
			r.Errorf(codeSilentDefault, diag.At(c.pointer()+"/chance"), "this chance is %s for a person of whom nothing is known", rule.FormatNumber(v)).
				Hinted("Let the chance be unknown where an answer is missing")
		}
	}
}
