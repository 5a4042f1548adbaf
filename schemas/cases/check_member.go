package cases

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var (
	codeTwoDirections = diag.Define(diag.Info{
		Code: "rule-two-directions", Title: "Items of one score pull in opposite directions",
		Explain: "Raising one item raises the score, and raising another lowers it, although the score says which way is better. Most often " +
			"an item was not listed under `reversed:`, or a sign is wrong.",
		Bad:  "rule: q1 + q2 - q3\nbetter: lower",
		Good: "of: [q1, q2, q3]\nreversed: [q3]\nrule: sum(of)\nbetter: lower",
	})
	codeIdle = diag.Define(diag.Info{
		Code: "rule-idle-item", Title: "An item that does not matter",
		Explain: "The item is part of the score's list, and no answer to it ever changes the score.",
		Bad:     "of: [q1, q2, q3]\nrule: q1 + q2",
		Good:    "of: [q1, q2]\nrule: sum(of)",
	})
)

// memberSeen is what was seen of one item of an output. Ways are those of the item after its reversal.
type memberSeen struct {
	Member
	input int
	slope rule.Slope // of the output with the item, where it is proved
	moved map[rule.Slope]move
}

// move is two persons who differ in one answer, and what it does to the output.
type move struct {
	row           []float64 // the second of them
	from          float64   // the first one's answer
	before, after float64
}

// slopeOf proves which way an output goes with an item.
func slopeOf(p *rule.Program, m Member, ranges *rule.State) rule.Slope {
	if p == nil {
		return rule.Unclear
	}
	return p.Slope(ranges, m.Slot)
}

// seeMembers notes which way the output went where one member alone was raised.
func (o *outputSeen) seeMembers(row []float64, raised int, v float64) {
	if raised < 0 || v != v || o.lastSeen != o.lastSeen || rule.Equal(v, o.lastSeen) {
		return
	}
	for i := range o.members {
		m := &o.members[i]
		if m.input != raised {
			continue
		}
		way := rule.Rising
		if (v < o.lastSeen) != m.Reversed {
			way = rule.Falling
		}
		if _, known := m.moved[way]; !known {
			if m.moved == nil {
				m.moved = map[rule.Slope]move{}
			}
			m.moved[way] = move{row: slices.Clone(row), from: o.lastRow[raised], before: o.lastSeen, after: v}
		}
		return
	}
}

// judgeMembers reports items that pull in opposite directions, and items that do not matter.
func (c *checking) judgeMembers(o *outputSeen) {
	var rising, falling, unclear []string
	for _, m := range o.members {
		_, up := m.moved[rule.Rising]
		_, down := m.moved[rule.Falling]
		switch {
		case m.slope == rule.Flat && !up && !down:
			c.report.Warnf(codeIdle, diag.At(o.At), "no answer to %s ever changes %s", m.Name, o.Output).Hinted("Leave it out of `of:`, or mend the rule")
			continue
		case m.slope == rule.Unclear:
			unclear = append(unclear, m.Name)
		}
		if up {
			rising = append(rising, m.Name)
		}
		if down {
			falling = append(falling, m.Name)
		}
	}
	switch {
	case !o.SameWay:
	case len(rising) > 0 && len(falling) > 0:
		c.twoDirections(o, rising, falling)
	case len(unclear) > 0 && !c.whole:
		c.report.Notef(codeUnproved, diag.At(o.At), "that raising %s always moves %s the same way is neither proved nor refuted", shortened(unclear), o.Output).
			Hinted(unproved)
	}
}

// twoDirections names the fewer of the two groups, which is the likelier slip, with a person who shows it.
func (c *checking) twoDirections(o *outputSeen, rising, falling []string) {
	names, way := falling, rule.Falling
	if len(rising) < len(falling) {
		names, way = rising, rule.Rising
	}
	i := slices.IndexFunc(o.members, func(m memberSeen) bool { return m.Name == names[0] })
	m := o.members[i]
	shown := m.moved[way]
	evaluate(c.model, c.state, shown.row)
	if !rule.Equal(c.state.Get(o.slot), shown.after) {
		return
	}
	t := c.inputs[m.input].Type
	c.report.Warnf(codeTwoDirections, diag.At(o.At), "%s pulls %s the other way than the other items do: from %s to %s it goes from %s to %s, for a person with %s",
		m.Name, o.Output, t.Format(shown.from), t.Format(shown.row[m.input]), rule.FormatNumber(shown.before), rule.FormatNumber(shown.after),
		personOf(c.model, shown.row, o.slot)).
		Hinted("Look whether %s should be under `reversed:`", strings.Join(names, ", "))
}
