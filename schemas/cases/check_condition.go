package cases

import (
	"fmt"
	"slices"
	"strings"

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
	known [2][]float64 // by truth: inputs of a person
}

// see notes whether the condition holds for a person.
func (c *conditionSeen) see(row []float64, s *rule.State) {
	if c.done() {
		return
	}
	v, truth := c.Rule.Decided(s), 0
	if v != 0 {
		truth = 1
	}
	if v == v && c.known[truth] == nil {
		c.known[truth] = slices.Clone(row)
	}
}

// done reports whether the condition was seen to hold and not to hold: then nobody else tells more of it.
func (c *conditionSeen) done() bool { return c.known[0] != nil && c.known[1] != nil }

// settled reports whether intervals show that the condition never or always holds.
func (c *conditionSeen) settled() bool { return c.bound.NA == rule.Always || c.bound.Lo == c.bound.Hi }

// mostReach is of how many names, and of a code how many words, reach tells.
const mostReach = 4

// reach says what the names that a condition reads can be, which is why it decides nothing.
func (c *checking) reach(cond *conditionSeen) string {
	var said []string
	for _, slot := range cond.Rule.Reads() {
		switch t := c.model.Type(slot); {
		case t.Kind == rule.Code && len(t.Options) <= mostReach:
			ids := make([]string, len(t.Options))
			for i, o := range t.Options {
				ids[i] = o.ID
			}
			said = append(said, c.model.Name(slot)+" is "+strings.Join(ids, " or "))
		case t.Kind == rule.Number:
			said = append(said, fmt.Sprintf("%s goes from %s to %s", c.model.Name(slot), t.Format(t.Lo), t.Format(t.Hi)))
		}
	}
	if len(said) == 0 || len(said) > mostReach {
		return ""
	}
	return ": " + strings.Join(said, ", ")
}

// judgeCondition reports a condition that decides nothing.
func (c *checking) judgeCondition(cond *conditionSeen) {
	at := diag.At(cond.Rule.Pointer())
	switch {
	case cond.settled() && (cond.bound.NA == rule.Always || cond.bound.Hi == 0):
		c.report.Warnf(codeNeverTrue, at, "the condition (%s) can never hold", cond.About).
			Hinted("Mend it, or take it out%s", c.reach(cond))
	case cond.settled():
		c.report.Warnf(codeAlwaysTrue, at, "the condition (%s) always holds", cond.About).
			Hinted("Mend it, or take it out%s", c.reach(cond))
	case cond.known[1] == nil:
		c.report.Notef(codeUnproved, at, "nobody was found for whom the condition (%s) holds", cond.About).Hinted(unproved)
	case cond.known[0] == nil:
		c.report.Notef(codeUnproved, at, "nobody was found for whom the condition (%s) does not hold", cond.About).Hinted(unproved)
	}
}
