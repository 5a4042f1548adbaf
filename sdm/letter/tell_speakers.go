package letter

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// speakers say who may speak for the person, what the person allowed and did not, and with whom the plan is shared.
func (a *account) speakers() (p Part) {
	w := &a.w.Speakers
	p.ID, p.Title = "speakers", w.Title
	for _, r := range circumstances(a, a.story.RepresentativesOn(a.o.AsOf)) {
		var what []string
		for _, one := range r.What.For {
			what = append(what, phrase.Spoken(one))
		}
		p.says(phrase.Fill(w.May, "who", r.What.Name, "role", among(a.w.Representatives, r.What.Role), "what", strings.Join(what, a.w.Aid.Page.Between)), r.Event)
	}
	standing := circumstances(a, a.story.Consents)
	for i, c := range standing {
		question, _ := c.What.Answers()
		if slices.ContainsFunc(standing[i+1:], func(later sdm.InThread[sdm.Consent]) bool {
			again, _ := later.What.Answers()
			return again == question
		}) {
			continue // the last word stands
		}
		template := map[sdm.ConsentAnswer]string{sdm.Given: w.Yes, sdm.Refused: w.No, sdm.Withdrawn: w.Withdrawn}[c.What.Answer]
		p.says(a.w.on(template, c.On, "what", a.consentTo(c.What)), c.Event)
	}
	if a.o.Talk != "" {
		return p
	}
	for _, t := range a.plans() {
		if current, ok := t.State.Current(); ok {
			for _, s := range current.Step.Shares {
				who := s.Who
				if who == "" {
					who = a.w.role(s.Audience)
				}
				p.says(phrase.Fill(w.Shares, "who", who), current.ID)
			}
		}
	}
	return p
}

// consentTo says what a consent is about.
func (a *account) consentTo(c sdm.Consent) string {
	what := phrase.Fill(among(a.w.Consents, c.To), "with", a.w.role(c.With))
	if c.What != "" {
		what += " (" + c.What + ")"
	}
	return what
}
