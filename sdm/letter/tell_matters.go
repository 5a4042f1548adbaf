package letter

import (
	"slices"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// matters say what matters to the person in their own words.
func (a *account) matters() (p Part) {
	w := &a.w.Talk
	p.ID, p.Title = "matters", w.Matters
	for _, talk := range a.conversations() {
		for _, m := range talk.Matters {
			p.own("", m.What.Words, m.Event)
		}
	}
	a.weights(&p)
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

// weights say how much each thing matters to the person. A conversation of another day stands by itself, for what matters changes, and so does
// what was said in one on another day.
func (a *account) weights(p *Part) {
	for _, talk := range a.conversations() {
		var days []day.Day
		for _, m := range talk.Matters {
			if m.What.Weight != nil && !slices.Contains(days, m.On) {
				days = append(days, m.On)
			}
		}
		for _, on := range days {
			var weights Part
			var events []string
			for _, m := range talk.Matters {
				if m.What.Weight != nil && m.On == on {
					weight := strconv.FormatFloat(*m.What.Weight, 'f', -1, 64)
					weights.fact(phrase.Capital(a.o.value(talk.Opened, m.What.Value)), phrase.Fill(a.w.Talk.Weight, "weight", weight), m.Event)
					events = append(events, m.Event)
				}
			}
			p.says(a.w.on(a.w.Talk.Weights, on), events...)
			p.Lines = append(p.Lines, weights.Lines...)
		}
	}
}
