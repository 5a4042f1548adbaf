package letter

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// options say which options were gone through, with the numbers as they were shown.
func (a *account) options() (p Part) {
	p.ID, p.Title = "options", a.w.Options.Title
	for _, about := range a.topics() {
		p.under(about.title, func(p *Part) { a.optionsOf(p, &about) }, about.events()...)
	}
	return p
}

func (a *account) optionsOf(p *Part, about *topic) {
	w, opened := &a.w.Options, about.opened()
	through, events := a.through(about)
	if len(through) == 0 {
		p.stock(w.NoneThrough, about.events()...)
		return
	}
	p.stock(w.Through, about.events()...)
	for _, option := range through {
		p.item(a.o.option(opened, option), events[option]...)
	}
	if def := a.o.definition(opened); def != nil {
		var left []string
		for _, option := range def.Options {
			if events[option.ID] == nil {
				left = append(left, option.Label)
			}
		}
		if len(left) > 0 {
			p.add(Line{Text: phrase.Fill(w.NotThrough, "options", strings.Join(left, a.w.Aid.Page.Between)), From: FromAid, Events: about.events()})
		}
	}
	if mine, ok := a.o.aid(opened); ok {
		a.numbers(p, about, mine, events)
	} else {
		p.stock(w.NoNumbers, about.events()...)
	}
}

// numbers give, for each thing that may happen, the chance with each option that was gone through. What is true of all the numbers is
// said before them, and what is true of those of one thing below them.
func (a *account) numbers(p *Part, about *topic, mine decisionaid.Personal, events map[string][]string) {
	w, all, opened := &a.w.Options, mine.Comparison(), about.events()
	answer := func(label, text string, form Form, events []string) Line {
		return Line{Label: label, Text: text, Form: form, From: FromAid, Events: append(append([]string{}, opened...), events...)}
	}
	numbers := make([][]*number, len(all.Outcomes)) // of each outcome with each option, nil for one that was not gone through
	var every []*number
	for i := range all.Outcomes {
		numbers[i] = make([]*number, len(all.Options))
		for k, option := range all.Options {
			if events[option.ID] != nil {
				n := numberOf(mine, all.Outcomes[i].Estimates[k], a.w.Aid)
				numbers[i][k], every = &n, append(every, &n)
			}
		}
	}
	notes := func(p *Part, intro string, said []string) {
		if len(said) > 0 {
			p.stock(intro, opened...)
		}
		for _, note := range said {
			p.add(answer("", note, Item, nil))
		}
	}
	p.add(answer("", sentences(w.Numbers, all.Eligibility.Sentence(a.w.Aid)), "", nil))
	notes(p, w.Every, share(every))
	for i := range all.Outcomes {
		o := &all.Outcomes[i]
		p.under(o.Label, func(p *Part) {
			if o.Among != "" {
				p.add(answer("", phrase.Fill(w.Among, "who", strings.TrimSuffix(o.Among, ".")), "", nil))
			}
			var told []*number
			for _, n := range numbers[i] {
				if n != nil {
					told = append(told, n)
				}
			}
			common := share(told)
			for k, option := range all.Options {
				if n := numbers[i][k]; n != nil {
					p.add(answer(option.Label, n.whole(), "", events[option.ID]))
				}
			}
			notes(p, w.Each, common)
		}, opened...)
	}
}
