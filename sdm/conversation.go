package sdm

import (
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Conversation is one conversation over one aid, as it goes on. Each verb gives the conversation with one more event; a
// conversation itself never changes, so it is safe for concurrent use. A verb that cannot stand, such as a decision for
// an option that the aid does not have, leaves the record as it was and is told by Err.
type Conversation struct {
	mine   decisionaid.Personal
	record Record
	thread string
	on     day.Day
	err    error
}

// Open begins a conversation in a new record, on a day.
func Open(mine decisionaid.Personal, on day.Day) Conversation {
	return OpenIn(Record{}, mine, on)
}

// OpenIn begins a conversation in a record that there is already.
func OpenIn(record Record, mine decisionaid.Personal, on day.Day) Conversation {
	aid := mine.Aid()
	if aid == nil {
		return Conversation{record: record, on: on, err: faulty(Event{ID: record.nextID(), Body: Opened{}}, fault.In("aid", "open it with an aid for the person", "it has no aid"))}
	}
	c := Conversation{mine: mine, record: record, on: on}
	id := record.nextID()
	c = c.add(Together, Opened{Aid: aid.ID(), Version: aid.Version(), Digest: aid.Digest(), Decision: aid.Definition().Decision})
	c.thread = id
	return c
}

// On goes on with the conversation on another day.
func (c Conversation) On(date day.Day) Conversation { c.on = date; return c }

// Value notes how much one of the aid's values matters to the person, from 0 to 100.
func (c Conversation) Value(id string, weight float64) Conversation {
	return c.add(ByPerson, Mattered{Value: id, Weight: &weight})
}

// Matters notes what matters to the person in their own words.
func (c Conversation) Matters(words string) Conversation {
	return c.add(ByPerson, Mattered{Words: words})
}

// GoThrough notes that an option was gone through together.
func (c Conversation) GoThrough(option string) Conversation {
	return c.add(Together, WentThrough{Option: option})
}

// Ask notes a question of the aid, such as one of BRAN, that the person asked about an option, or about all where option is
// empty, and what was answered.
func (c Conversation) Ask(question, option, answer string) Conversation {
	return c.add(ByPerson, Asked{Question: question, Option: option, Answer: answer})
}

// Choose notes a decision for an option, by whom, and why.
func (c Conversation) Choose(option string, by Author, reasons ...string) Conversation {
	return c.add(by, Decided{Option: option, Reasons: reasons})
}

// NotYet notes the decision not to decide yet, until when in words, and why.
func (c Conversation) NotYet(by Author, until string, reasons ...string) Conversation {
	return c.add(by, Deferred{Until: until, Reasons: reasons})
}

// Record gives the record so far.
func (c Conversation) Record() Record { return c.record }

// Mine gives the aid as it was for this person.
func (c Conversation) Mine() decisionaid.Personal { return c.mine }

// Talk gives the state of this conversation.
func (c Conversation) Talk() Talk {
	story, _ := c.record.Replay() // a record made by Add replays without error
	talk, _ := story.Talk(c.thread)
	return talk
}

// Err tells the first thing that could not be noted: an *EventFault, which wraps ErrEvent and names the field, as Library.CheckRecord and
// Record.Add do. What was noted before and after it stands.
func (c Conversation) Err() error { return c.err }

// add notes one event, unless it names what the aid does not have.
func (c Conversation) add(by Author, body Body) Conversation {
	e := Event{On: c.on, By: by, In: c.thread, Body: body}
	record, err := c.record, error(nil)
	if strange := c.strange(body); len(strange) > 0 {
		e.ID = record.nextID()
		err = faulty(e, strange)
	} else {
		record, err = record.Add(e)
	}
	switch {
	case err == nil:
		c.record = record
	case c.err == nil:
		c.err = err
	}
	return c
}

// strange tells what the aid does not have of what is to be noted. Without an aid there is no conversation to note anything in.
func (c Conversation) strange(body Body) fault.Faults {
	if aid := c.mine.Aid(); aid != nil {
		return notInAid(aid, namesInAid(body))
	}
	return nil
}
