package cases

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var (
	codeNeverTrue = diag.Define(diag.Info{
		Code: "rule-never-true", Title: "A condition that can never hold",
		Explain: "No answers make the condition true, so what it decides never happens.",
		Bad:     "when: total > 27   # total is at most 27",
		Good:    "when: total >= 20",
	})
	codeAlwaysTrue = diag.Define(diag.Info{
		Code: "rule-always-true", Title: "A condition that always holds",
		Explain: "Whatever the answers are, the condition is true or unknown, so it decides nothing.",
		Bad:     "when: total >= 0   # total is at least 0",
		Good:    "when: total >= 10",
	})
)

// conditionSeen is what was seen of one condition.
type conditionSeen struct {
	Condition
	bound rule.Bound
	known map[bool][]float64 // by truth: inputs of a person
	open  []float64          // inputs of a person for whom it is unknown
}

func (c *conditionSeen) see(row []float64, s *rule.State) {
	v, _ := c.Rule.Decide(s)
	switch {
	case v != v:
		if c.open == nil {
			c.open = slices.Clone(row)
		}
	case c.known[v != 0] == nil:
		if c.known == nil {
			c.known = map[bool][]float64{}
		}
		c.known[v != 0] = slices.Clone(row)
	}
}

// settled reports whether intervals show that the condition never or always holds.
func (c *conditionSeen) settled() bool { return c.bound.NA == rule.Always || c.bound.Lo == c.bound.Hi }

// judgeCondition reports a condition that decides nothing.
func (c *checking) judgeCondition(cond *conditionSeen) {
	at := diag.At(cond.Rule.Pointer())
	switch {
	case cond.settled() && (cond.bound.NA == rule.Always || cond.bound.Hi == 0):
		e := c.report.Warnf(codeNeverTrue, at, "the condition (%s) can never hold", cond.About)
		if row := cond.known[false]; row != nil {
			e.Hinted("It is false even for a person with %s", personOf(c.model, "", row))
		}
	case cond.settled():
		e := c.report.Warnf(codeAlwaysTrue, at, "the condition (%s) always holds", cond.About)
		if row := cond.known[true]; row != nil {
			e.Hinted("It holds even for a person with %s", personOf(c.model, "", row))
		}
	case cond.known[true] == nil:
		c.report.Notef(codeUnproved, at, "nobody was found for whom the condition (%s) holds", cond.About).Hinted(unproved)
	case cond.known[false] == nil:
		c.report.Notef(codeUnproved, at, "nobody was found for whom the condition (%s) does not hold", cond.About).Hinted(unproved)
	}
}
