package cases

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeUnreachable = diag.Define(diag.Info{
	Code: "rule-unreachable", Title: "A result that nobody can get",
	Explain: "No answers lead to this band, level or state, so it stands there for nothing. Most often a threshold is wrong.",
	Bad:     "range: [0, 27]\nbands: [{id: minimal, from: 0}, {id: severe, from: 28}]",
	Good:    "range: [0, 27]\nbands: [{id: minimal, from: 0}, {id: severe, from: 20}]",
})

// judgeReach reports codes that nobody can get. That is certain where intervals show it, or where everybody was seen; else
// it is a note.
func (c *checking) judgeReach(o *outputSeen) {
	if len(o.Reach) == 0 || o.bound.NA == rule.Always {
		return
	}
	t := c.model.Type(o.slot)
	for _, id := range o.Reach {
		code := codeOf(t, id)
		if code < 0 || o.reached[code] {
			continue
		}
		v := float64(code)
		switch {
		case c.provedElsewhere(o.At):
		case v < o.bound.Lo || v > o.bound.Hi || c.whole && c.exact:
			c.report.Warnf(codeUnreachable, diag.At(o.At), "%s can never be %s", o.Output, id).
				Hinted("Look at its threshold or condition, and at those that are tried before it")
		default:
			c.report.Notef(codeUnproved, diag.At(o.At), "nobody was found for whom %s is %s", o.Output, id).Hinted(unproved)
		}
	}
}

// codeOf gives the place of a code among the options of its type, or -1.
func codeOf(t rule.Type, id string) int {
	return slices.IndexFunc(t.Options, func(option rule.Option) bool { return option.ID == id })
}

// provedElsewhere reports whether a condition below a place can never, or must always, hold: then that is what is said.
func (c *checking) provedElsewhere(at string) bool {
	return slices.ContainsFunc(c.conditions, func(cond *conditionSeen) bool {
		return len(cond.Rule.Pointer()) > len(at) && cond.Rule.Pointer()[:len(at)+1] == at+"/" && cond.settled()
	})
}
