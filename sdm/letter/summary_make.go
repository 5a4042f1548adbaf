package letter

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// maker makes a summary.
type maker struct {
	*account
	c Clinical
	// law is why events are withheld from the person, by their ids.
	law map[string]sdm.Withholding
	// goals are those of each plan of the story as they stand now, which every decision asks for.
	goals [][]plan.GoalNow
}

// told makes an entry of what the caller knows; none of nothing.
func told(text string) []Entry {
	if fault.Blank(text) {
		return nil
	}
	return []Entry{{Text: text, From: FromCaller}}
}

// noted adds an entry about events.
func noted(to *[]Entry, text string, events ...string) {
	if !fault.Blank(text) {
		*to = append(*to, Entry{Text: text, From: FromRecord, Events: events})
	}
}

// withholdings gives what is withheld from the person, by the last word on each event that was not entered in error.
func withholdings(record sdm.Record) map[string]sdm.Withholding {
	story, _ := record.Replay() // events that do not fit have an audience all the same
	law := map[string]sdm.Withholding{}
	set := func(id string, to sdm.Audience) {
		delete(law, id)
		if to.Withheld != nil {
			law[id] = *to.Withheld
		}
	}
	for e := range record.All() {
		set(e.ID, e.Audience)
		change, ok := e.Body.(sdm.SeenBy)
		if _, inError := story.EnteredInError(e.ID); ok && !inError {
			for _, id := range change.Events {
				set(id, change.Audience)
			}
		}
	}
	return law
}

// contacts gives each day of a conversation.
func (m *maker) contacts(talk sdm.Talk) []Contact {
	var days []day.Day
	for _, e := range m.events[talk.ID] {
		if _, hidden := e.Body.(sdm.Withheld); !hidden && !slices.Contains(days, e.On) {
			days = append(days, e.On)
		}
	}
	all := make([]Contact, len(days))
	for i, on := range days {
		all[i] = m.contact(talk, on)
	}
	return all
}

func (m *maker) contact(talk sdm.Talk, on day.Day) Contact {
	d := m.c.Contact
	c := Contact{
		Talk: talk.ID, On: on, Question: m.o.decision(talk.Opened), Time: told(d.Time), SeenBy: told(d.SeenBy), Responsible: told(d.Responsible), Location: told(d.Location), LocationType: told(d.LocationType),
		Type: told(d.Type), Method: told(d.Method), Specialty: told(d.Specialty),
	}
	var events, seen []string
	for _, e := range m.events[talk.ID] {
		if e.On != on {
			continue
		}
		events = append(events, e.ID)
		professional := e.By.Role == sdm.ByProfessional.Role || e.By.Role == "link_worker"
		if professional && e.By.Name != "" && !slices.Contains(seen, e.By.String()) {
			seen = append(seen, e.By.String())
			c.seenBy(e)
		}
		switch body := e.Body.(type) {
		case sdm.WhoWasPresent:
			for _, who := range body.People {
				m.present(&c, who, e.ID)
			}
		case sdm.Consent:
			if body.To == sdm.ToRecording {
				noted(&c.Recording, phrase.Joined(", ", "Consent "+string(body.Answer), body.What, body.How), e.ID)
			}
		}
	}
	noted(&c.Date, on.Long(), events...)
	if need, ok := m.story.InterpreterOn(on); ok && len(c.Interpreter) == 0 {
		said := "Not needed"
		if need.What.Needed {
			said = phrase.Joined(", ", "Needed for "+need.What.Language, need.What.Words)
		}
		noted(&c.Interpreter, said, need.Event)
	}
	return c
}

// seenBy adds who saw the person, unless the caller has named them.
func (c *Contact) seenBy(e sdm.Event) {
	for i := range c.SeenBy {
		if one := &c.SeenBy[i]; one.From == FromCaller && hasName(one.Text, e.By.Name) {
			one.Events = append(one.Events, e.ID)
			return
		}
	}
	noted(&c.SeenBy, involved(e.By.Role, e.By.Name), e.ID)
}

// present puts somebody who was there under their heading.
func (m *maker) present(c *Contact, who sdm.Attendee, event string) {
	said := phrase.Capital(involved(who.Role, who.Name))
	switch who.Role {
	case sdm.Interpreter:
		noted(&c.Interpreter, said+" was present", event)
	case "carer", "representative", "family", "friend", "advocate":
		noted(&c.Accompanying, said, event)
	case sdm.ByPerson.Role:
	default:
		noted(&c.Others, said, event)
	}
}

// decisions gives the decision points of a conversation: what was decided and taken back, and how it stands.
func (m *maker) decisions(talk sdm.Talk) []Decision {
	var all []Decision
	for _, e := range m.events[talk.ID] {
		if d, is := e.Body.(sdm.Decided); is && (talk.Decision == nil || talk.Decision.Event != e.ID) {
			back := m.dialogue(talk)
			back.Status = Cancelled
			m.decided(&back, talk, d, e)
			all = append(all, back)
		}
	}
	now := m.dialogue(talk)
	now.Status = InProgress
	for _, e := range m.events[talk.ID] {
		switch d := e.Body.(type) {
		case sdm.Withheld:
			if mayDecide(d.Was) {
				now.Status = ""
			}
		case sdm.Unread:
			if mayDecide(d.Word) {
				now.Status = ""
			}
		case sdm.Decided:
			if talk.Decision != nil && talk.Decision.Event == e.ID {
				if now.Status = Valid; m.overtaken(talk) {
					now.Status = Cancelled
				}
				m.decided(&now, talk, d, e)
				m.actions(&now, e.ID)
			}
		case sdm.Deferred:
			if talk.Deferred != nil && talk.Deferred.Event == e.ID {
				now.Status = InProgress
				noted(&now.Decided, "To decide later ("+by(e)+")", e.ID)
				reasons(&now, d.Reasons, e.ID)
				noted(&now.Review, d.Until, e.ID)
				m.actions(&now, e.ID)
			}
		}
	}
	return append(all, now)
}

// mayDecide tells whether an event of a kind, of which no more is known, may be a decision. The kind is empty where not even that is.
func mayDecide(kind string) bool {
	return kind == "" || kind == sdm.Decided{}.Kind() || kind == sdm.Deferred{}.Kind()
}

// overtaken tells whether the person decided otherwise in a later conversation over the same aid.
func (m *maker) overtaken(talk sdm.Talk) bool {
	return slices.ContainsFunc(m.story.Talks, func(later sdm.Talk) bool {
		return later.Opened.Aid == talk.Opened.Aid && later.Decision != nil && later.Decision.On.After(talk.Decision.On) &&
			later.Decision.What.Option != talk.Decision.What.Option
	})
}

func (m *maker) decided(to *Decision, talk sdm.Talk, d sdm.Decided, e sdm.Event) {
	noted(&to.Decided, m.o.option(talk.Opened, d.Option)+" ("+by(e)+")", e.ID)
	reasons(to, d.Reasons, e.ID)
}

func reasons(to *Decision, all []string, event string) {
	for _, reason := range all {
		noted(&to.Decided, prefixed("Reason: ", reason), event)
	}
}
