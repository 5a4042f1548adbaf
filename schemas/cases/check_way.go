package cases

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeWrongWay = diag.Define(diag.Info{
	Code: "rule-wrong-way", Title: "A value goes the other way than the document says",
	Explain: "The document says that the value only rises, or only falls, with an answer, and there is a person for whom it does the opposite. " +
		"Either a sign or a boundary in the rule is wrong, or the source itself goes up and down, and then nothing should be said.",
	Bad:  "rule: \"age >= 75 ? 1 : age >= 65 ? 2 : 0\"\nrises_with: [age]",
	Good: "rule: \"age >= 75 ? 2 : age >= 65 ? 1 : 0\"\nrises_with: [age]",
})

// waySeen is what was seen of one input with which an output is said to go one way.
type waySeen struct {
	Way
	input  int
	proved bool
	wrong  *move // the first two persons who show the opposite
}

func newWaySeen(w Way, p Promise, ranges *rule.State, m *rule.Model) waySeen {
	slot, known := m.Slot(w.Input)
	seen := waySeen{Way: w, input: int(slot)}
	if !known || !m.IsInput(slot) {
		seen.input, seen.proved = -1, true // the kind reports names that are no inputs
		return seen
	}
	// A rule is flat with an input that it reads through another value, which is then no proof.
	promised := rule.Rising
	if w.Falls {
		promised = rule.Falling
	}
	seen.proved = p.Rule != nil && p.Rule.Slope(ranges, slot) == promised
	return seen
}

// seeWays notes where the output went against its promise when one input alone was raised.
func (o *outputSeen) seeWays(row []float64, raised int, v float64) {
	if raised < 0 || v != v || o.lastSeen != o.lastSeen || rule.Equal(v, o.lastSeen) {
		return
	}
	for i := range o.ways {
		if w := &o.ways[i]; w.input == raised && w.wrong == nil && (v < o.lastSeen) != w.Falls {
			w.wrong = &move{row: slices.Clone(row), from: o.lastRow[raised], before: o.lastSeen, after: v}
		}
	}
}

// judgeWays reports inputs with which the output goes the other way, and those of which it is not known.
func (c *checking) judgeWays(o *outputSeen) {
	for _, w := range o.ways {
		said, does := "rise", "falls"
		if w.Falls {
			said, does = "fall", "rises"
		}
		switch {
		case w.wrong != nil && c.again(o, w):
			t := c.inputs[w.input].Type
			c.report.Errorf(codeWrongWay, diag.At(w.At), "%s is said to %s with %s, and %s from %s to %s where that goes from %s to %s, for a person with %s",
				o.Output, said, w.Input, does, rule.FormatNumber(w.wrong.before), rule.FormatNumber(w.wrong.after),
				t.Format(w.wrong.from), t.Format(w.wrong.row[w.input]), personOf(c.model, w.wrong.row, o.slot)).
				Hinted("Mend the rule, or say nothing where the source goes up and down")
		case !w.proved:
			c.report.Notef(codeUnproved, diag.At(w.At), "that %s never %s where %s rises is neither proved nor refuted", o.Output, does, w.Input).
				Hinted(unproved)
		}
	}
}

// again works both persons out anew and tells whether they show the same.
func (c *checking) again(o *outputSeen, w waySeen) bool {
	evaluate(c.model, c.state, w.wrong.row)
	after := c.state.Get(o.slot)
	first := slices.Clone(w.wrong.row)
	first[w.input] = w.wrong.from
	evaluate(c.model, c.state, first)
	c.left -= 2
	return rule.Equal(after, w.wrong.after) && rule.Equal(c.state.Get(o.slot), w.wrong.before)
}
