package sdm

import (
	"cmp"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Choosing is one referral with what became of the person's choice. Its lists are in the order of the events, and the last of each stands.
// Each of Referred names the decision and the actions that it is for, also where its event leaves them to the one before.
type Choosing struct {
	Referred []Said[ChoiceReferred]
	Offered  []Said[ChoiceOffered]
	Made     []Said[ChoiceMade]
	Attested []Said[ChoiceAttested]
}

func (s *Story) choiceReferred(e Event, r ChoiceReferred) error {
	n := s.naming()
	n.event(r.Decision, decisionKinds, "decision")
	n.parts(r.Actions, RefAction, "actions")
	if err := n.err(); err != nil {
		return err
	}
	return s.choose(e, func(c *Choosing) error {
		dated := r.Referral
		switch {
		case dated.Born.IsZero():
			dated.Born = s.Born
		case !s.Born.IsZero() && s.Born != dated.Born:
			return because(ErrPerson, "referral.born", "correct the day, or put the referral into the record of the person it is for",
				"it is %s, and the record is of somebody born on %s", dated.Born, s.Born)
		}
		if err := dated.Check(e.On); err != nil {
			return listed("referral", err)
		}
		c.refer(r, e)
		return nil
	})
}

// refer adds a referral as it is known by then. What it is for stays where a later one says nothing of that; one of which a copy shows only a part
// may have said another decision.
func (c *Choosing) refer(r ChoiceReferred, e Event) {
	if n := len(c.Referred); n > 0 {
		before := c.Referred[n-1].What
		if !e.Part {
			r.Decision = cmp.Or(r.Decision, before.Decision)
		}
		if len(r.Actions) == 0 {
			r.Actions = before.Actions
		}
	}
	c.Referred = append(c.Referred, said(r, e))
}

func (s *Story) choiceOffered(e Event, o ChoiceOffered) error {
	return s.choose(e, func(c *Choosing) error {
		if len(c.Referred) == 0 {
			return c.notReferred(o)
		}
		c.Offered = append(c.Offered, said(o, e))
		return nil
	})
}

func (s *Story) choiceMade(e Event, m ChoiceMade) error {
	return s.choose(e, func(c *Choosing) error {
		if err := c.canChoose(m.Provider); err != nil {
			return err
		}
		c.Made = append(c.Made, said(m, e))
		return nil
	})
}

func (s *Story) choiceAttested(e Event, a ChoiceAttested) error {
	return s.choose(e, func(c *Choosing) error {
		if len(c.Referred) == 0 {
			return c.notReferred(a)
		}
		for _, d := range []struct {
			field string
			on    day.Day
		}{{"informed_on", a.Evidence.InformedOn}, {"decided_on", a.Evidence.DecidedOn}} {
			if d.on.After(e.On) {
				return fault.In("evidence."+d.field, "correct the day, or record it once it has happened", "%s lies after %s, the day of the event", d.on, e.On)
			}
		}
		c.Attested = append(c.Attested, said(a, e))
		return nil
	})
}

// choose adds a step to a thread of choice.
func (s *Story) choose(e Event, take func(*Choosing) error) error {
	return step(s, &s.Choices, aChoice, e, take)
}

// canChoose says why a provider cannot be chosen. Leaving it open is always possible.
func (c *Choosing) canChoose(provider string) error {
	if len(c.Referred) == 0 {
		return c.notReferred(ChoiceMade{})
	}
	var offered []string
	for _, o := range c.Offered {
		for _, p := range o.What.Providers {
			offered = append(offered, p.ID)
		}
	}
	switch {
	case provider == "" || slices.Contains(offered, provider):
		return nil
	case len(offered) == 0:
		return fault.In("provider", "record choice_offered first", "%.80q was not offered, and nobody else", provider)
	}
	return fault.In("provider", thereIs(provider, offered), "%.80q was not offered", provider)
}

// notReferred says of an event that a referral comes before it.
func (c *Choosing) notReferred(b Body) error {
	return fault.In("", "record choice_referred first", "nothing was referred yet, and %s comes after choice_referred", b.Kind())
}
