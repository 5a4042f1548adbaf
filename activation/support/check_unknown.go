package support

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeUnknownLevel = diag.Define(diag.Info{
	Code:  "policy-offer-unknown-level",
	Title: "Something holds only because the level is not known",
	Explain: "A level that is not known may be any level. What holds without it has to hold at every level too, or people are given what belongs to one " +
		"level, most often the lowest, and lose it once they answer. `answered(...)` and `ifna(...)` can do that; `order:` may use them.",
	Bad:  "- {id: coaching, kind: health_coaching, when: not answered(pam.level) or pam.level == \"level_1\", basis: local}",
	Good: "- {id: coaching, kind: health_coaching, when: pam.level == \"level_1\", basis: local}",
})

// unknownBudget is how many people are looked at for one document. A criterion gets its part of them: all that its rules can tell apart, or
// as many as that drawn at random.
const unknownBudget = 4096

// firstHeld is the value of a criterion from which on it holds, after not_applicable and not_met or none.
const firstHeld = 2

// seesBlanks are the functions with which a rule can hold because something is blank. Without them a blank leaves a rule open at most, and
// nothing has to be tried.
var seesBlanks = []string{"answered", "ifna", "count"}

// checkUnknownLevel looks, for each criterion that reads a level, for somebody for whom it holds while no measure has been used with them
// and not once one has.
func (o *Offers) checkUnknownLevel(r *diag.Reporter) {
	conditions := o.policy.Set().Promises().Conditions
	blind := true
	cuts := map[rule.Slot][]float64{}
	for _, condition := range conditions {
		blind = blind && !slices.ContainsFunc(seesBlanks, func(function string) bool { return strings.Contains(condition.Rule.Text(), function) })
		for _, cut := range condition.Rule.Cuts() {
			cuts[cut.Slot] = append(cuts[cut.Slot], cut.Value)
		}
	}
	if blind {
		return
	}
	model := o.policy.Model()
	var all []levelling
	for i, c := range o.policy.Definition().Criteria {
		l := levelling{id: c.ID, at: fmt.Sprintf("/criteria/%d", i)}
		var reads []rule.Slot // by conditions; `order:` may read what it likes
		for _, condition := range conditions {
			if strings.HasPrefix(condition.Rule.Pointer(), l.at+"/") {
				reads = append(reads, condition.Rule.Reads()...)
			}
		}
		for _, name := range model.InputsTo(reads...) {
			slot, _ := model.Slot(name)
			t := trial{slot: slot, name: name, of: model.Type(slot)}
			t.values, _ = cases.Cells(t.of, cuts[slot])
			if o.measured(name) {
				l.levels = append(l.levels, t)
			} else {
				l.others = append(l.others, t)
			}
		}
		if len(l.levels) > 0 {
			l.slot, _ = model.Slot(c.ID)
			all = append(all, l)
		}
	}
	for _, l := range all {
		if who, level, found := l.witness(model.Only(l.slot), max(64, unknownBudget/len(all))); found {
			r.Errorf(codeUnknownLevel, diag.At(l.at), "%s holds %s, and not where %s", l.id, who, level).
				Hinted("Let it hold whatever the level is, or only where the level is known")
		}
	}
}

// trial is an input with the answers that are tried.
type trial struct {
	slot   rule.Slot
	name   string
	of     rule.Type
	values []float64
}

// levelling is one criterion with the inputs that it is worked out from: those of measures, and all others.
type levelling struct {
	id, at         string
	slot           rule.Slot
	levels, others []trial
}

// witness gives somebody for whom the criterion holds without a level, and the level at which it does not, in words.
func (l levelling) witness(model *rule.Model, budget int) (who, level string, found bool) {
	blank := make([]float64, len(model.Inputs()))
	for i := range blank {
		blank[i] = rule.NA(rule.NotSupplied)
	}
	state, row := model.NewState(), slices.Clone(blank)
	value := func() float64 {
		state.Reset()
		copy(state.Frame(), row)
		model.Eval(state)
		return state.Get(l.slot)
	}
	people, draw := l.people(budget), rand.New(rand.NewPCG(1, 2))
	for n := range min(people, budget) {
		rest := n
		for _, t := range l.others { // the first person has no answers
			pick := rest % (len(t.values) + 1)
			if rest /= len(t.values) + 1; people > budget {
				pick = draw.IntN(len(t.values) + 1)
			}
			if row[t.slot] = blank[t.slot]; pick > 0 {
				row[t.slot] = t.values[pick-1]
			}
		}
		without := value()
		if rule.IsNA(without) || without < firstHeld {
			continue
		}
		for _, t := range l.levels {
			for _, v := range t.values {
				if row[t.slot] = v; value() != without {
					return l.somebody(row), t.name + " is " + t.of.Format(v), true
				}
			}
			row[t.slot] = blank[t.slot]
		}
	}
	return "", "", false
}

// people is how many people the answers make, blanks included, or one more than the budget.
func (l levelling) people(budget int) int {
	n := 1
	for _, t := range l.others {
		if n *= len(t.values) + 1; n > budget {
			return budget + 1
		}
	}
	return n
}

// somebody puts the answers of a person beside their level into words.
func (l levelling) somebody(row []float64) string {
	var said []string
	for _, t := range l.others {
		if v := row[t.slot]; !rule.IsNA(v) {
			said = append(said, t.name+" = "+t.of.Format(v))
		}
	}
	if len(said) == 0 {
		return "where nothing is known"
	}
	return "without a level for a person with " + strings.Join(said, ", ")
}
