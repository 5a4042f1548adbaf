package letter

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// choices tell of referrals: what there was to choose from, what was chosen, and which rights were found.
func (a *account) choices() (p Part) {
	p.ID, p.Title = "choice", a.w.Choice.Title
	for _, t := range threads(a, a.story.Choices, named(sdm.RefChoice)) {
		p.under("", func(p *Part) { a.choice(p, t.State) })
	}
	return p
}

func (a *account) choice(p *Part, c *sdm.Choosing) {
	w := &a.w.Choice
	referred := c.Referred[len(c.Referred)-1]
	if made := referred.What.Referral.Made; made.IsZero() {
		p.says(w.Unknown, referred.Event)
	} else {
		p.says(a.w.on(w.Referred, made), referred.Event)
	}
	a.due(p, w.Next, referred.What.Referral.NextAppointment, referred.Event)
	a.due(p, w.Booked, referred.What.Referral.TreatmentBooked, referred.Event)
	if on, started := started(c); started {
		p.says(a.w.on(w.Started, on), referred.Event)
	}
	names := map[string]string{}
	for _, offered := range c.Offered {
		for _, provider := range offered.What.Providers {
			name := provider.Name
			if name == "" {
				name = phrase.Spoken(provider.ID)
			}
			names[provider.ID] = name
		}
	}
	if n := len(c.Offered); n > 0 {
		last := c.Offered[n-1]
		if len(last.What.Providers) > 0 {
			p.stock(w.Offered, last.Event)
		}
		for _, provider := range last.What.Providers {
			p.item(names[provider.ID], last.Event)
		}
		a.chosen(p, c, names, last.Event)
		for _, right := range last.What.Rights {
			a.right(p, right, last.Event)
		}
	}
}

// started gives the day on which the treatment started that somebody was referred for.
func started(c *sdm.Choosing) (on day.Day, ok bool) {
	for _, stop := range c.Referred[len(c.Referred)-1].What.Referral.Stops {
		if stop.Kind == choice.TreatmentStarted {
			return stop.On, true
		}
	}
	return day.Day{}, false
}

// chosen says what the person chose.
func (a *account) chosen(p *Part, c *sdm.Choosing, names map[string]string, offered string) {
	w := &a.w.Choice
	if len(c.Made) == 0 {
		if len(names) > 0 {
			p.stock(w.Open, offered)
		}
		return
	}
	made := c.Made[len(c.Made)-1]
	if made.What.LeftOpen {
		p.says(a.w.on(w.LeftOpen, made.On), made.Event)
	} else {
		name := names[made.What.Provider]
		if name == "" {
			name = phrase.Spoken(made.What.Provider)
		}
		p.says(a.w.on(w.Chose, made.On, "name", name), made.Event)
	}
	p.owns(w.Reasons, made.What.Reasons, made.Event)
}

// right says what was found of a right. What is not known is never told as a no.
func (a *account) right(p *Part, found sdm.RightFound, event string) {
	w := &a.w.Choice
	criterion := a.o.right(found)
	template := map[policy.State]string{policy.Met: w.Met, policy.NotMet: w.NotMet, policy.Unknown: w.NotKnown, policy.NotApplicable: w.NotYours}[found.State]
	if template == "" {
		template = w.NotKnown
	}
	p.fact(criterion.Title, sentences(template, phrase.Stopped(found.Because)), event)
	if found.State == policy.Met && criterion.IfDenied != "" {
		p.add(Line{Label: w.IfDenied, Text: criterion.IfDenied, From: FromLibrary, Events: []string{event}})
	}
}
