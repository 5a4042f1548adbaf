package cases

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeOutOfRange = diag.Define(diag.Info{
	Code: "rule-out-of-range", Title: "A result can leave its range",
	Explain: "There are answers for which the rule gives a value that the document says cannot be. The value is never clamped: people with " +
		"these answers would get no result. Either the rule or the range is wrong.",
	Bad:  "rule: q1 + q2 + q3   # each from 0 to 3\nrange: [0, 6]",
	Good: "rule: q1 + q2 + q3   # each from 0 to 3\nrange: [0, 9]",
})

var codeWideRange = diag.Define(diag.Info{
	Code: "rule-wide-range", Title: "A range that no answers fill",
	Explain: "It is proved that no answers bring the result to an end of its range. Where the range is printed or drawn, people then see room that " +
		"nobody can reach. Most often an item is missing in the rule, or the range was reckoned with other values.",
	Bad:  "rule: q1 + q2 + q3   # each from 0 to 3\nrange: [0, 12]",
	Good: "rule: q1 + q2 + q3   # each from 0 to 3\nrange: [0, 9]",
})

// outputSeen is what was seen of one output.
type outputSeen struct {
	Promise
	slot     rule.Slot
	bound    rule.Bound
	outside  []float64 // inputs of a person with a value outside the range
	reached  []bool    // by code: whether somebody gets it
	reach    []int     // the codes that somebody has to get
	members  []memberSeen
	ways     []waySeen
	lastSeen float64
	lastRow  []float64
}

func newOutputSeen(p Promise, slot rule.Slot, ranges *rule.State, m *rule.Model) *outputSeen {
	t := m.Type(slot)
	o := &outputSeen{Promise: p, slot: slot, bound: ranges.Bound(slot), lastSeen: rule.NA(rule.Blank)}
	if len(p.Reach) > 0 {
		o.reached = make([]bool, len(t.Options))
	}
	for _, id := range p.Reach {
		if code := codeOf(t, id); code >= 0 {
			o.reach = append(o.reach, code)
		}
	}
	for _, member := range p.Members {
		input, _ := m.Slot(member.Name)
		o.members = append(o.members, memberSeen{Member: member, input: int(input), slope: slopeOf(p.Rule, member, ranges)})
	}
	for _, w := range p.Ways {
		o.ways = append(o.ways, newWaySeen(w, p, ranges, m))
	}
	return o
}

// see notes what the output shows for one person.
func (o *outputSeen) see(row []float64, raised int, v float64) {
	if o.outside == nil && o.breaksRange(v) {
		o.outside = slices.Clone(row)
	}
	if v == v && uint(int(v)) < uint(len(o.reached)) {
		o.reached[int(v)] = true
	}
	if len(o.members) > 0 || len(o.ways) > 0 {
		o.seeMembers(row, raised, v)
		o.seeWays(row, raised, v)
		o.lastSeen, o.lastRow = v, append(o.lastRow[:0], row...)
	}
}

// done reports whether nobody else can change what is said of the output. Which way it goes with its members and inputs is
// watched to the end.
func (o *outputSeen) done() bool {
	unseen := func(code int) bool { return !o.reached[code] }
	return (o.Range == nil || o.outside != nil) && len(o.members)+len(o.ways) == 0 && !slices.ContainsFunc(o.reach, unseen)
}

// breaksRange reports a value that the range does not hold, after 12 significant digits.
func (o *outputSeen) breaksRange(v float64) bool {
	switch {
	case o.Range == nil:
		return false
	case rule.IsNA(v):
		return rule.ReasonOf(v) == rule.Internal
	default:
		return v < o.Range[0] && !rule.Equal(v, o.Range[0]) || v > o.Range[1] && !rule.Equal(v, o.Range[1])
	}
}

// judgeRange reports a range that is broken, or of which it is not known.
func (c *checking) judgeRange(o *outputSeen) {
	if o.Range == nil {
		return
	}
	lo, hi := rule.FormatNumber(o.Range[0]), rule.FormatNumber(o.Range[1])
	row := c.simplest(o.outside, func(s *rule.State) bool { return o.breaksRange(s.Get(o.slot)) })
	switch v := c.state.Get(o.slot); {
	case row != nil && rule.IsNA(v):
		c.report.Errorf(codeOutOfRange, diag.At(o.At), "%s leaves its range from %s to %s for a person with %s", o.Output, lo, hi, personOf(c.model, row, o.slot)).
			Hinted("Mend the rule or the range")
	case row != nil:
		c.report.Errorf(codeOutOfRange, diag.At(o.At), "%s is %s, outside its range from %s to %s, for a person with %s", o.Output,
			rule.FormatNumber(v), lo, hi, personOf(c.model, row, o.slot)).Hinted("Mend the rule or the range")
	case o.bound.NA != rule.Always && (o.breaksRange(o.bound.Lo) || o.breaksRange(o.bound.Hi)) && !c.whole:
		c.report.Notef(codeUnproved, diag.At(o.At), "nobody was found for whom %s leaves its range from %s to %s, and no proof that there is none", o.Output, lo, hi).
			Hinted(unproved)
	default:
		c.judgeWidth(o)
	}
}

// judgeWidth notes a range that is proved to be wider than the results of a rule can be. What comes otherwise, such as from norms, has the range
// of its scale, which a few items seldom fill.
func (c *checking) judgeWidth(o *outputSeen) {
	b := o.bound
	if o.Rule == nil || b.NA == rule.Always || !(b.Lo > o.Range[0] && !rule.Equal(b.Lo, o.Range[0]) || b.Hi < o.Range[1] && !rule.Equal(b.Hi, o.Range[1])) {
		return
	}
	c.report.Notef(codeWideRange, diag.At(o.At+"/range"), "no answers give %s less than %s or more than %s, and its range goes from %s to %s", o.Output,
		rule.FormatNumber(b.Lo), rule.FormatNumber(b.Hi), rule.FormatNumber(o.Range[0]), rule.FormatNumber(o.Range[1])).
		Hinted("Look whether the rule leaves something out; if not, let the range end where the results do")
}
