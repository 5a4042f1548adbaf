package policy

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Set is criteria made ready inside a rule model. It is immutable and safe for concurrent use; the state of one
// evaluation is in the rule.State.
type Set struct {
	criteria []*compiled
}

// compiled is one criterion with its programs; it is the step of the model that finds its conclusion.
type compiled struct {
	Criterion
	always Finding // what its findings say whatever they come to
	at     string  // its JSON pointer
	slot   rule.Slot
	about  *rule.Program
	when   *rule.Program
	levels []*rule.Program
	unless []*rule.Program
	order  *rule.Program
}

// The first values of a finding's slot; levels follow. A missing value is Unknown.
const (
	slotNotApplicable = 0
	slotNotMet        = 1
	slotMet           = 2
)

// noLevel is the code of a criterion with levels that is not met.
const noLevel = "none"

// slotType gives the type under which rules and cases see a finding: a code of its own set. It is not_applicable, not_met or
// met; with levels not_applicable, none or the level.
func slotType(c Criterion) rule.Type {
	words := []string{NotApplicable.String(), NotMet.String(), Met.String()}
	if len(c.Levels) > 0 {
		words = []string{NotApplicable.String(), noLevel}
		for _, l := range c.Levels {
			words = append(words, l.ID)
		}
	}
	t := rule.Type{Kind: rule.Code, Set: c.ID, Step: 1, Hi: float64(len(words) - 1)}
	for i, word := range words {
		t.Options = append(t.Options, rule.Option{ID: word, Value: float64(i)})
	}
	return t
}

// Declare makes the ids of criteria names of the model, so that rules and cases can speak of them. at is the JSON pointer of
// their list. Compile comes after it, when all names are declared.
func Declare(criteria []Criterion, at string, b *rule.Builder) []rule.Slot {
	slots := make([]rule.Slot, len(criteria))
	for i, c := range criteria {
		slots[i] = b.Name(c.ID, slotType(c), fmt.Sprintf("%s/%d", at, i))
	}
	return slots
}

// Compile checks the criteria and adds them to the model as outputs. slots are what Declare gave for them. Faults are
// reported; criteria without faults are ready all the same.
func Compile(criteria []Criterion, slots []rule.Slot, at string, b *rule.Builder, r *diag.Reporter) *Set {
	set := &Set{}
	for i, c := range criteria {
		here := fmt.Sprintf("%s/%d", at, i)
		check(c, here, r)
		ready, ok := compile(c, here, b)
		if !ok {
			continue
		}
		ready.slot = slots[i]
		b.Step(ready)
		b.Output(c.ID)
		set.criteria = append(set.criteria, ready)
	}
	return set
}

func compile(c Criterion, at string, b *rule.Builder) (*compiled, bool) {
	ready, ok := &compiled{Criterion: c, at: at}, true
	ready.always = Finding{ID: c.ID, Title: c.Title, Kind: c.Kind, Alert: c.Alert, Because: c.Because, Basis: c.Basis, Source: c.Source}
	protects := c.Alert || c.Basis == basisLaw
	condition := func(key, text string) *rule.Program {
		p := b.Compile(rule.Source{At: at + key, Text: text, Want: rule.Type{Kind: rule.Truth}, Condition: true, Protects: protects})
		ok = ok && p != nil
		return p
	}
	if c.For != "" {
		ready.about = condition("/for", c.For)
	}
	if c.When != "" {
		ready.when = condition("/when", c.When)
	}
	for i, l := range c.Levels {
		ready.levels = append(ready.levels, condition(fmt.Sprintf("/levels/%d/when", i), l.When))
	}
	for i, e := range c.Unless {
		ready.unless = append(ready.unless, condition(fmt.Sprintf("/unless/%d/when", i), e.When))
	}
	if c.Order != "" {
		ready.order = b.Compile(rule.Source{At: at + "/order", Text: c.Order, Want: rule.Type{Kind: rule.Number}})
		ok = ok && ready.order != nil
	}
	return ready, ok && (c.When != "" || len(c.Levels) > 0)
}
