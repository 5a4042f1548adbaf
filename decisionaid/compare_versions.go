package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Edition makes an aid of a set ready to be compared with another version of it by cases.Compare. Its numbers are worded as
// people read them: the outcome's and the option's labels, and people out of the outcome's denominator. The words are
// English. The error is a diag.List with what keeps the aid from being made ready. An Edition is safe for concurrent use.
func Edition(set *schemas.Set, doc *schemas.Document) (cases.Edition, error) {
	aid, err := FromSet(set, doc.Ref())
	if err != nil {
		return cases.Edition{}, err
	}
	return cases.Edition{Document: doc, Model: aid.model, Promises: aid.rules(), Wording: wording{aid}}, nil
}

// rules gives every rule of the aid, so that people can be made up from the places where one of them changes its mind.
func (a *Aid) rules() cases.Promises {
	var p cases.Promises
	if a.audience != nil {
		p.Conditions = append(p.Conditions, cases.Condition{About: audienceName, Rule: a.audience})
	}
	for _, d := range a.derived {
		p.Outputs = append(p.Outputs, cases.Promise{Output: d.definition.ID, Rule: d.program})
	}
	for _, row := range a.cells {
		for _, c := range row {
			if c.program != nil {
				p.Outputs = append(p.Outputs, cases.Promise{Output: a.model.Name(c.slot), At: c.pointer(), Rule: c.program})
			}
		}
	}
	return p
}

// wording says the results of an aid to people. It is a cases.Wording.
type wording struct{ aid *Aid }

// Output names a result by the words of the aid.
func (w wording) Output(name string) string {
	if name == audienceName {
		return "Whether the aid is for a person"
	}
	def := w.aid.definition
	if c := w.cell(name); c != nil {
		return def.Outcomes[c.outcome].Label + " with “" + def.Options[c.option].Label + "”"
	}
	for _, d := range def.Derived {
		if d.ID == name {
			return d.Title
		}
	}
	return ""
}

// Value says a chance in people out of the outcome's denominator. What is part of an option by its nature is no chance, and
// is said of everybody or nobody.
func (w wording) Value(name string, v float64) string {
	c := w.cell(name)
	switch {
	case rule.IsNA(v):
		return ""
	case name == audienceName && v == 0:
		return "no"
	case name == audienceName:
		return "yes"
	case c == nil:
		return ""
	}
	o := &w.aid.definition.Outcomes[c.outcome]
	switch {
	case c.byNature(o) && v == 0:
		return "nobody"
	case c.byNature(o):
		return "everybody"
	}
	chance, err := risk.NewChance(v, risk.Interval{}, o.Within.Period)
	if err != nil {
		return ""
	}
	said, _ := risk.Voice{}.Short(chance, o.ShownPer) // the denominator was checked when the aid was made ready
	return said
}

// cell finds the cell behind a result; nil where it is another result.
func (w wording) cell(name string) *cell {
	slot, ok := w.aid.model.Slot(name)
	if !ok {
		return nil
	}
	for _, row := range w.aid.cells {
		for _, c := range row {
			if c.slot == slot {
				return c
			}
		}
	}
	return nil
}
