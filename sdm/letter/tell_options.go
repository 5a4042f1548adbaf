package letter

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// options say which options were gone through, with the numbers as they were shown.
func (a *account) options() (p Part) {
	p.ID, p.Title = "options", a.w.Options.Title
	for _, talk := range a.conversations() {
		p.under(a.o.decision(talk.Opened), func(p *Part) { a.optionsOf(p, talk) }, talk.ID)
	}
	return p
}

func (a *account) optionsOf(p *Part, talk sdm.Talk) {
	w := &a.w.Options
	through, events := a.through(talk)
	if len(through) == 0 {
		p.stock(w.NoneThrough, talk.ID)
	} else {
		p.stock(w.Through, talk.ID)
	}
	for _, option := range through {
		p.item(a.o.option(talk.Opened, option), events[option])
	}
	if def := a.o.definition(talk.Opened); def != nil && len(through) > 0 {
		var left []string
		for _, option := range def.Options {
			if events[option.ID] == "" {
				left = append(left, option.Label)
			}
		}
		if len(left) > 0 {
			p.add(Line{Text: put(w.NotThrough, "options", strings.Join(left, a.w.Aid.Page.Between)), From: FromAid, Events: []string{talk.ID}})
		}
	}
	switch mine, ok := a.o.aid(talk.Opened); {
	case len(through) == 0:
	case !ok:
		p.stock(w.NoNumbers, talk.ID)
	default:
		a.numbers(p, talk, mine, events)
	}
}

// numbers give, for each thing that may happen, the chance with each option that was gone through.
func (a *account) numbers(p *Part, talk sdm.Talk, mine decisionaid.Personal, events map[string]string) {
	all := mine.Comparison()
	answer := func(label, text string, events ...string) Line {
		return Line{Label: label, Text: text, From: FromAid, Events: append([]string{talk.ID}, events...)}
	}
	p.add(answer("", sentences(a.w.Options.Numbers, all.Eligibility.Sentence(a.w.Aid))))
	for i := range all.Outcomes {
		o := &all.Outcomes[i]
		p.under(o.Label, func(p *Part) {
			if o.Among != "" {
				p.add(answer("", put(a.w.Options.Among, "who", strings.TrimSuffix(o.Among, "."))))
			}
			for k := range o.Estimates {
				option := all.Options[k]
				if events[option.ID] != "" {
					said, _ := mine.Sentence(o.ID, o.Estimates[k], a.w.Aid) // the outcome is one of the aid's comparison
					p.add(answer(option.Label, said, events[option.ID]))
				}
			}
		}, talk.ID)
	}
}
