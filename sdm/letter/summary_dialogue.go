package letter

import (
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// dialogue gives what was talked about, whatever came of it.
func (m *maker) dialogue(talk sdm.Talk) Decision {
	d := Decision{Talk: talk.ID, Question: m.o.decision(talk.Opened)}
	noted(&d.Clinician, d.Question, talk.ID)
	def := m.o.definition(talk.Opened)
	d.Tools = []Tool{m.tool(talk)}
	people := map[string]bool{}
	took := func(role, name, event string) {
		if who := involved(role, name); who != "" && !people[who] {
			people[who] = true
			noted(&d.People, phrase.Capital(who), event)
		}
	}
	for _, e := range m.events[talk.ID] {
		if _, hidden := e.Body.(sdm.Withheld); hidden {
			continue
		}
		took(e.By.Role, e.By.Name, e.ID)
		if present, is := e.Body.(sdm.WhoWasPresent); is {
			for _, who := range present.People {
				took(who.Role, who.Name, e.ID)
			}
		}
		m.withheld(&d, e)
	}
	for _, asked := range talk.Asked {
		noted(&d.Patient, m.question(talk, asked.What), asked.Event)
	}
	for _, matters := range talk.Matters {
		noted(&d.Matters, m.mattering(talk, matters.What), matters.Event)
	}
	through, events := m.through(&topic{talks: []sdm.Talk{talk}})
	for _, id := range through {
		d.Options = append(d.Options, m.option(talk, def, id, events[id][0]))
	}
	m.issues(&d, talk)
	return d
}

// question says what the person asked, with the answer.
func (m *maker) question(talk sdm.Talk, asked sdm.Asked) string {
	said, _ := m.o.question(talk.Opened, asked)
	if asked.Option != "" {
		said += " (" + m.o.option(talk.Opened, asked.Option) + ")"
	}
	if asked.Answer != "" {
		said += " Answer: " + asked.Answer
	}
	return said
}

// mattering says what matters, and how much.
func (m *maker) mattering(talk sdm.Talk, what sdm.Mattered) string {
	said := ""
	if what.Value != "" {
		said = phrase.Capital(m.o.value(talk.Opened, what.Value))
	}
	if what.Weight != nil {
		said += " (" + strconv.FormatFloat(*what.Weight, 'f', -1, 64) + " of 100)"
	}
	return phrase.Joined(": ", said, what.Words)
}

// option gives an option with its risks and benefits, as the aid had them for the person and as they were talked about.
func (m *maker) option(talk sdm.Talk, def *decisionaid.Definition, id, event string) Option {
	o := Option{ID: id}
	noted(&o.Entry, m.o.option(talk.Opened, id), event)
	if def != nil {
		for _, one := range def.Options {
			o.Nothing = o.Nothing || one.ID == id && one.Kind.Waits()
		}
	}
	if mine, ok := m.o.aid(talk.Opened); ok {
		if answer, err := mine.BRAN(id); err == nil {
			m.points(&o.Risks, mine, answer.Risks, event)
			m.points(&o.Benefits, mine, answer.Benefits, event)
		}
	}
	for _, asked := range talk.Asked {
		if asked.What.Option != id {
			continue
		}
		switch asked.What.Question {
		case string(decisionaid.ShowsRisks):
			answered(&o.Risks, asked)
		case string(decisionaid.ShowsBenefits):
			answered(&o.Benefits, asked)
		}
	}
	return o
}

// answered adds what was answered, unless the aid has said the same.
func answered(to *[]Entry, asked sdm.Said[sdm.Asked]) {
	for i := range *to {
		if one := &(*to)[i]; hasSentence(one.Text, strings.TrimSpace(asked.What.Answer)) {
			one.Events = append(one.Events, asked.Event)
			return
		}
	}
	noted(to, asked.What.Answer, asked.Event)
}

func (m *maker) points(to *[]Entry, mine decisionaid.Personal, points []decisionaid.Point, event string) {
	for _, point := range points {
		n := numberOf(mine, point.With, m.w.Aid)
		*to = append(*to, Entry{Text: point.Label + ": " + n.whole(), Notes: n.notes, From: FromAid, Events: []string{event}})
	}
}

// withheld says why an event that this reader may see is withheld from the person.
func (m *maker) withheld(d *Decision, e sdm.Event) {
	law, ok := m.law[e.ID]
	switch what := "The entry of " + e.On.Long() + " (" + phrase.Spoken(e.Body.Kind()) + ")"; {
	case !ok:
	case law.Until.IsZero():
		noted(&d.Withheld, phrase.Joined(". ", what+" is withheld from the person. Reason: "+law.Reason, prefixed("Legal advice: ", law.LegalAdvice)), e.ID)
	default:
		noted(&d.Delayed, phrase.Joined(". ", what+" is not yet shared with the person. Reason: "+law.Reason,
			prefixed("Legal advice: ", law.LegalAdvice), "To look at again on "+law.Until.Long()), e.ID)
	}
}

// issues are what stands in the way of the person's decision: never what a professional would have preferred.
func (m *maker) issues(d *Decision, talk sdm.Talk) {
	for _, one := range m.story.Capacity {
		if one.In == talk.ID && one.What.Found != sdm.Has {
			noted(&d.Issues, phrase.Joined(". ", "Capacity on "+one.On.Long()+": "+phrase.Spoken(one.What.Found), one.What.Decision, one.What.Because), one.Event)
		}
	}
	for _, one := range m.story.BestInterests {
		if one.In == talk.ID {
			noted(&d.Issues, phrase.Joined(". ", "Best interests: "+one.What.Decider+" ("+phrase.Spoken(one.What.Role)+") decides", prefixed("Wishes: ", one.What.Wishes),
				prefixed("Outcome: ", one.What.Outcome), prefixed("Because: ", one.What.Because)), one.Event)
		}
	}
}

// actions gives the actions of goals that follow from a decision, and when the plan is looked at again.
func (m *maker) actions(d *Decision, decision string) {
	for i, t := range m.story.Plans {
		current, ok := t.State.Current()
		if !ok {
			continue
		}
		linked := false
		for _, g := range m.goals[i] {
			if g.Decision != decision {
				continue
			}
			linked = true
			for _, action := range g.Actions {
				to := &d.ForProfessionals
				switch action.Who.Role {
				case plan.ThePerson, plan.Carer, plan.Family, plan.Representative:
					to = &d.ForPerson
				}
				noted(to, phrase.Joined("; ", action.What, action.Who.String(), prefixed("by ", action.Due.Long()), action.When, phrase.Spoken(action.Status)), current.ID)
			}
		}
		if !linked {
			continue
		}
		if next := t.State.NextReview(); !next.IsZero() {
			noted(&d.Review, "Review of the plan by "+next.Long(), m.plannedReview(t.State, current)...)
		}
	}
}

func prefixed(before, text string) string {
	if fault.Blank(text) {
		return ""
	}
	return before + text
}

// elsewhere says what of the whole record the reader is not shown, or could not be told.
func (m *maker) elsewhere() []Entry {
	var all []Entry
	var hidden, unread []string
	for _, one := range m.story.Withheld {
		hidden = append(hidden, one.Event)
	}
	for _, one := range m.story.Untold {
		unread = append(unread, one.Event)
	}
	if n := len(hidden); n > 0 {
		noted(&all, "Events of the record that are withheld from this reader: "+strconv.Itoa(n), hidden...)
	}
	if n := len(m.story.Parts); n > 0 {
		noted(&all, "Events of which this reader sees a part: "+strconv.Itoa(n), m.story.Parts...)
	}
	if n := len(m.story.Unread) + len(m.story.Untold); n > 0 || m.strays {
		all = append(all, Entry{Text: "Some events of the record could not be read or told.", From: FromLetter, Events: append(unread, m.story.Unread...)})
	}
	return all
}
