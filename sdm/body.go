package sdm

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// Opened begins a conversation over a decision aid. The id of its event names the conversation.
type Opened struct {
	// Aid, Version and Digest name the aid that was used, so that the numbers which were shown can be shown again.
	Aid     string `json:"aid"`
	Version string `json:"version"`
	Digest  string `json:"digest,omitempty"`
	// Decision is the question, in the aid's words.
	Decision string `json:"decision,omitempty"`
}

// Mattered is what the person said matters to them: a value that the aid asks about, with a weight or in words, or
// something of their own.
type Mattered struct {
	// Value is the id of the aid's value; empty for something of the person's own.
	Value string `json:"value,omitempty"`
	// Weight is how much the value matters, from 0 to 100; nil where the person put it in words only.
	Weight *float64 `json:"weight,omitempty"`
	// Words are the person's own. They have to be there where no value is named, and may stand beside one.
	Words string `json:"words,omitempty"`
}

// WentThrough is an option that was gone through together.
type WentThrough struct {
	// Option is its id in the aid.
	Option string `json:"option"`
}

// Asked is a question that the person asked or was helped to ask, such as one of BRAN, and what was answered.
type Asked struct {
	// Question is the id of a question of the aid, such as benefits; empty for one of the person's own.
	Question string `json:"question,omitempty"`
	// Words are a question of the person's own. One of the two has to be there.
	Words string `json:"words,omitempty"`
	// Option is the id of the option that it was about; empty where it was about all.
	Option string `json:"option,omitempty"`
	// Answer is what was answered, where somebody noted it.
	Answer string `json:"answer,omitempty"`
}

// Decided is a decision for one of the options, for now: a later one takes its place.
type Decided struct {
	// Option is its id in the aid.
	Option string `json:"option"`
	// Reasons are why, in words; nobody has to give any.
	Reasons []string `json:"reasons,omitempty"`
}

// Deferred is the decision not to decide yet, which is as good a decision as any.
type Deferred struct {
	// Reasons are why not yet, in words; nobody has to give any.
	Reasons []string `json:"reasons,omitempty"`
	// Until says in words when to come back to it.
	Until string `json:"until,omitempty"`
}

// Kind is the word opened.
func (Opened) Kind() string { return "opened" }

// Kind is the word mattered.
func (Mattered) Kind() string { return "mattered" }

// Kind is the word went_through.
func (WentThrough) Kind() string { return "went_through" }

// Kind is the word asked.
func (Asked) Kind() string { return "asked" }

// Kind is the word decided.
func (Decided) Kind() string { return "decided" }

// Kind is the word deferred.
func (Deferred) Kind() string { return "deferred" }

// Check says what is missing or cannot be.
func (o Opened) Check() error {
	var f fault.Faults
	for _, name := range [...]struct{ field, is string }{{"aid", o.Aid}, {"version", o.Version}} {
		if name.is == "" {
			f.Tell(nil, name.field, "name the aid and its version", "it is empty, so the numbers that were shown could not be shown again")
		}
	}
	return f.Err()
}

// Check says what is missing or cannot be.
func (m Mattered) Check() error {
	var f fault.Faults
	switch {
	case m.Value == "" && fault.Blank(m.Words):
		f.Tell(nil, "words", "name the value, or write down the person's words", "it says neither which value of the aid mattered nor anything in words")
	case m.Value == "" && m.Weight != nil:
		f.Tell(nil, "weight", "name the value that it is for, or leave it out", "it has a weight, and names no value of the aid to weigh")
	}
	if m.Weight != nil && !(*m.Weight >= 0 && *m.Weight <= 100) { // which no comparison with a NaN is
		f.Tell(nil, "weight", "give a number from 0 to 100", "it is %v, and weights go from 0 to 100", *m.Weight)
	}
	return f.Err()
}

// Check says what is missing or cannot be.
func (w WentThrough) Check() error {
	if w.Option == "" {
		return fault.In("option", "give its id in the aid", "it names no option")
	}
	return nil
}

// Check says what is missing or cannot be.
func (a Asked) Check() error {
	if a.Question == "" && fault.Blank(a.Words) {
		return fault.In("question", "give its id in the aid, or write down its words", "it says neither which question was asked nor its words")
	}
	return nil
}

// Check says what is missing or cannot be.
func (d Decided) Check() error {
	if d.Option == "" {
		return fault.In("option", "give its id in the aid; deciding not to decide yet is the event deferred", "it names no option")
	}
	return nil
}

// Check finds nothing: a deferral may stand without reasons.
func (Deferred) Check() error { return nil }
