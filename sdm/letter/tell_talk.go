package letter

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// talks say what was talked about, with whom, and what the person asked: question by question, and day by day where one was talked about
// more than once.
func (a *account) talks() (p Part) {
	w := &a.w.Talk
	p.ID, p.Title = "talk", w.Title
	for _, about := range a.topics() {
		p.under(about.title, func(p *Part) {
			if len(about.talks) == 1 {
				only := about.talks[0]
				p.says(a.w.on(w.Met, only.On), only.ID)
				a.talk(p, only)
				return
			}
			for i, talk := range about.talks {
				p.under(a.w.day(talk.On), func(p *Part) {
					if i == 0 {
						p.stock(w.First, talk.ID)
					} else {
						p.stock(w.Anew, talk.ID)
					}
					a.talk(p, talk)
				}, talk.ID)
			}
		}, about.events()...)
	}
	return p
}

func (a *account) talk(p *Part, talk sdm.Talk) {
	for _, e := range a.events[talk.ID] {
		present, is := e.Body.(sdm.WhoWasPresent)
		if !is {
			continue
		}
		var who []string
		for _, one := range present.People {
			if one.Role != sdm.ByPerson.Role {
				who = append(who, a.w.author(sdm.Author(one)))
			}
		}
		if len(who) > 0 {
			p.says(a.with(who, talk, e), e.ID)
		}
	}
	a.asked(p, talk)
}

// with says who was there, and when where that was not on the day on which the conversation began.
func (a *account) with(who []string, talk sdm.Talk, e sdm.Event) string {
	w, last := &a.w.Talk, len(who)-1
	one, some, first := w.With, w.WithSome, phrase.Capital
	if e.On != talk.On {
		one, some, first = w.WithOn, w.WithSomeOn, func(name string) string { return name }
	}
	if last == 0 {
		return a.w.on(one, e.On, "who", first(who[0]))
	}
	return a.w.on(some, e.On, "who", first(strings.Join(who[:last], a.w.Aid.Page.Between)), "last", who[last])
}

// asked gives the questions with their answers, those about one option together.
func (a *account) asked(p *Part, talk sdm.Talk) {
	var options, events []string
	for _, asked := range talk.Asked {
		events = append(events, asked.Event)
		if option := asked.What.Option; option != "" && !slices.Contains(options, option) {
			options = append(options, option)
		}
	}
	if len(events) == 0 {
		return
	}
	p.stock(a.w.Talk.Asked, events...)
	about := func(p *Part, option string) (events []string) {
		for _, asked := range talk.Asked {
			if asked.What.Option == option {
				a.question(p, talk, asked)
				events = append(events, asked.Event)
			}
		}
		return events
	}
	for _, option := range options {
		in := Part{Title: phrase.Capital(a.o.option(talk.Opened, option))}
		in.Events = about(&in, option)
		p.Parts = append(p.Parts, in)
	}
	switch {
	case len(options) == 0:
		about(p, "")
	default:
		p.under(a.w.Talk.AskedElse, func(p *Part) { about(p, "") })
	}
}

// question gives a question with its answer below it.
func (a *account) question(p *Part, talk sdm.Talk, asked sdm.Said[sdm.Asked]) {
	said, from := a.o.question(talk.Opened, asked.What)
	p.add(Line{Text: said, Form: Question, From: from, Events: []string{asked.Event}})
	if fault.Blank(asked.What.Answer) {
		p.stock(a.w.Talk.NoAnswer, asked.Event)
	} else {
		p.own("", asked.What.Answer, asked.Event)
	}
}
