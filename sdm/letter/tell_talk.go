package letter

import (
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/sdm"
)

// talks say what was talked about, with whom, and what the person asked.
func (a *account) talks() (p Part) {
	p.ID, p.Title = "talk", a.w.Talk.Title
	for _, talk := range a.conversations() {
		p.under(a.o.decision(talk.Opened), func(p *Part) { a.talk(p, talk) }, talk.ID)
	}
	return p
}

func (a *account) talk(p *Part, talk sdm.Talk) {
	w := &a.w.Talk
	p.says(a.w.on(w.Met, talk.On), talk.ID)
	for _, e := range a.events[talk.ID] {
		present, is := e.Body.(sdm.WhoWasPresent)
		if !is {
			continue
		}
		var who []string
		for _, one := range present.People {
			who = append(who, a.w.author(sdm.Author(one)))
		}
		p.says(put(w.With, "who", strings.Join(who, a.w.Aid.Page.Between)), e.ID)
	}
	for _, asked := range talk.Asked {
		label := w.Asked
		if asked.What.Option != "" {
			label = put(w.AskedOf, "option", a.o.option(talk.Opened, asked.What.Option))
		}
		p.own(label, a.o.question(talk.Opened, asked.What), asked.Event)
		if asked.What.Answer != "" {
			p.own(w.Answer, asked.What.Answer, asked.Event)
		} else {
			p.add(Line{Label: w.Answer, Text: w.NoAnswer, From: FromLetter, Events: []string{asked.Event}})
		}
	}
}

// matters say what matters to the person in their own words.
func (a *account) matters() (p Part) {
	w := &a.w.Talk
	p.ID, p.Title = "matters", w.Matters
	for _, talk := range a.conversations() {
		for _, m := range talk.Matters {
			p.own("", m.What.Words, m.Event)
		}
	}
	for _, talk := range a.conversations() {
		for _, m := range talk.Matters {
			if m.What.Weight != nil {
				weight := strconv.FormatFloat(*m.What.Weight, 'f', -1, 64)
				p.fact(capital(a.o.value(talk.Opened, m.What.Value)), put(w.Weight, "weight", weight), m.Event)
			}
		}
	}
	for _, t := range a.plans() {
		current, ok := t.State.Current()
		if !ok {
			continue
		}
		for _, s := range current.Step.Matters {
			p.own(w.Plan, s.Text, current.ID)
		}
		for _, s := range current.Step.Strengths {
			p.own(w.Also, s.Text, current.ID)
		}
	}
	for _, t := range a.referrals() {
		for _, found := range t.State.Assessments() {
			p.own(w.Worker, found.Body.WhatMatters, found.ID)
		}
	}
	if len(p.Lines) == 0 && len(a.conversations()) > 0 {
		p.stock(w.NoMatters)
	}
	return p
}
