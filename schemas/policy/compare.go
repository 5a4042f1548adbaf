package policy

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Edition makes one document of a set ready to be compared with another version of it by cases.Compare. Findings are worded
// by the titles of their criteria and as met, not met or by the label of a level, in English. uses are what other documents
// bring to its rules. The error is a diag.List with what keeps the document from being made ready. An Edition is safe for
// concurrent use.
func Edition(set *schemas.Set, doc *schemas.Document, uses ...Use) (cases.Edition, error) {
	p, err := of(set, doc, uses...)
	if err != nil {
		return cases.Edition{}, err
	}
	return cases.Edition{Document: doc, Model: p.model, Promises: p.criteria.Promises(), Wording: wording{p.criteria}}, nil
}

// wording says findings to people. It is a cases.Wording.
type wording struct{ criteria *Set }

// Output names a finding by the title of its criterion.
func (w wording) Output(name string) string {
	if c := w.criterion(name); c != nil && c.Title != "" {
		return "“" + c.Title + "”"
	}
	return ""
}

// Value says what a finding comes to.
func (w wording) Value(name string, v float64) string {
	c := w.criterion(name)
	switch {
	case c == nil || rule.IsNA(v):
		return ""
	case v == slotNotApplicable:
		return "does not apply"
	case v == slotNotMet:
		return "not met"
	case len(c.Levels) == 0:
		return "met"
	}
	if level := int(v) - slotMet; level >= 0 && level < len(c.Levels) {
		return c.Levels[level].Label
	}
	return ""
}

func (w wording) criterion(id string) *compiled {
	i := slices.IndexFunc(w.criteria.criteria, func(c *compiled) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return w.criteria.criteria[i]
}
