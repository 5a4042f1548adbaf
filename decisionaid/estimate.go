package decisionaid

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// ErrNoEstimate is returned for an outcome or an option that an aid does not have.
var ErrNoEstimate = errors.New("no such outcome or option")

// Estimate is what is known of one outcome for one option and one person.
type Estimate struct {
	// Outcome and Option are ids.
	Outcome string `json:"outcome"`
	Option  string `json:"option"`
	// Chance is the chance from 0 to 1 with its interval, period and basis, or the reason why it is not known.
	Chance risk.Chance `json:"chance"`
	// Frequencies give the chance as people out of the outcome's denominator, those who have the outcome and those who do
	// not; nil where the chance is not known, so that nobody reads it as no people.
	Frequencies *risk.Framing `json:"frequencies,omitempty"`
	// Lower and Upper give the interval in the same people; nil where there is none.
	Lower *risk.Frequency `json:"lower,omitempty"`
	Upper *risk.Frequency `json:"upper,omitempty"`
	// Among names the people that the number is about.
	Among string `json:"among,omitempty"`
	// Personal tells that what is known of the person went into the number. Where it is false, the number is the same for
	// everybody.
	Personal bool `json:"personal,omitempty"`
	// ByNature tells that a burden belongs to an option, or does not: 0 or all people, and no study was needed to know it.
	ByNature bool `json:"by_nature,omitempty"`
	// Certainty is how sure one can be of the estimate; empty where the author did not say.
	Certainty Certainty `json:"certainty,omitempty"`
	// Because says why nothing is known, or why the outcome cannot happen, in the author's words.
	Because string `json:"because,omitempty"`
	// Missing lists the questions without whose answers the chance cannot be worked out.
	Missing []Unanswered  `json:"missing,omitempty"`
	Source  *schemas.Cite `json:"source,omitempty"`
}

// Estimate gives what is known of an outcome for an option. The error is ErrNoEstimate.
func (p Personal) Estimate(outcome, option string) (Estimate, error) {
	c, err := p.aid.cell(outcome, option)
	if err != nil {
		return Estimate{}, err
	}
	return p.estimate(p.state(), c), nil
}

// Chance gives the chance alone, as Estimate has it. The error is ErrNoEstimate.
func (p Personal) Chance(outcome, option string) (risk.Chance, error) {
	c, err := p.aid.cell(outcome, option)
	if err != nil {
		return risk.Chance{}, err
	}
	return p.chance(c), nil
}

// cell finds a cell by ids.
func (a *Aid) cell(outcome, option string) (*cell, error) {
	if a == nil {
		return nil, fmt.Errorf("decisionaid: no aid was personalised: %w", ErrNoEstimate)
	}
	for i := range a.definition.Outcomes {
		if a.definition.Outcomes[i].ID != outcome {
			continue
		}
		for k := range a.definition.Options {
			if a.definition.Options[k].ID == option {
				return a.cells[i][k], nil
			}
		}
	}
	return nil, fmt.Errorf("decisionaid: %s has no estimate of %q for %q: %w", a.ID(), outcome, option, ErrNoEstimate)
}

// estimate puts a cell into words and people.
func (p Personal) estimate(s *rule.State, c *cell) Estimate {
	o, def := &p.aid.definition.Outcomes[c.outcome], c.definition
	chance := p.chance(c)
	e := Estimate{
		Outcome: o.ID, Option: p.aid.definition.Options[c.option].ID, Chance: chance, Among: o.Among, Personal: c.personal,
		Certainty: def.Certainty, Source: def.Source, ByNature: c.byNature(o),
	}
	e.count(o.ShownPer)
	switch chance.Reason() {
	case risk.NoEvidence:
		e.Because = c.root().definition.Unknown
	case NotApplicable:
		e.Because = def.NotApplicable
	case risk.NotSupplied:
		if root := c.root(); root.program != nil {
			e.Missing = p.aid.unanswered(s, root.program)
		}
	}
	return e
}

// count says the chance and its interval in people. The denominator was checked when the aid was made ready, so there is
// no error to tell.
func (e *Estimate) count(d risk.Denominator) {
	if !e.Chance.Known() {
		return
	}
	framing, _ := e.Chance.Framed(d)
	if e.ByNature {
		framing.Did.Form, framing.DidNot.Form = risk.Rounded, risk.Rounded
	}
	e.Frequencies = &framing
	if e.Chance.Interval().Stated() {
		lower, upper, _ := e.Chance.IntervalPer(d)
		e.Lower, e.Upper = &lower, &upper
	}
}

// root gives the cell at the start of a chain of effects.
func (c *cell) root() *cell {
	for c.baseline != nil {
		c = c.baseline
	}
	return c
}

// byNature reports whether a burden is simply part of an option, or not part of it: a chance of 1 or 0 that its author
// wrote as a number.
func (c *cell) byNature(o *Outcome) bool {
	value, known := c.given.Value()
	return o.Kind == Burden && c.form == fixed && c.definition.Count == nil && known && (value == 0 || value == 1)
}
