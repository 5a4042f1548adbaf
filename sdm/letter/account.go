package letter

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// account is a record as one reader may see it, with what of it is to be told.
type account struct {
	o     Options
	w     Words
	story sdm.Story
	// strays tells that some events did not fit, so that the story is told without them.
	strays bool
	// events are those of each thread, by the id of the event that opened it.
	events map[string][]sdm.Event
	// chain is what goes back to or came of the decisions of Options.Talk; nil where everything is told.
	chain map[sdm.Ref]bool
}

// accountOf reads the record for a reader, as it was on the day.
func accountOf(record sdm.Record, reader string, o Options) (*account, error) {
	record = record.For(reader).Until(o.AsOf)
	a := &account{o: o, w: o.Words.or(), events: map[string][]sdm.Event{}}
	var err error
	a.story, err = record.Replay()
	a.strays = err != nil
	if err := o.talk(&a.story); err != nil {
		return nil, err
	}
	for e := range record.All() {
		if _, inError := a.story.EnteredInError(e.ID); inError {
			continue
		}
		thread := e.In
		if thread == "" {
			thread = e.ID
		}
		a.events[thread] = append(a.events[thread], e)
	}
	if o.Talk != "" {
		a.follow()
	}
	return a, nil
}

// follow finds what goes back to or came of the decisions of the conversation.
func (a *account) follow() {
	a.chain = map[sdm.Ref]bool{}
	for _, e := range a.events[a.o.Talk] {
		of := sdm.Ref{Kind: sdm.RefDecision, ID: e.ID}
		if !decides(e) || a.chain[of] {
			continue
		}
		chain, err := a.story.Chain(of)
		if err != nil {
			continue // a decision that could not be told has no chain
		}
		for _, l := range chain.Links {
			a.chain[l.Ref] = true
		}
	}
}

func decides(e sdm.Event) bool {
	switch e.Body.(type) {
	case sdm.Decided, sdm.Deferred:
		return true
	}
	return false
}

// told tells whether a thread is to be told of: whether it has to do with the conversation, and something happened in it since the day.
func (a *account) told(thread string, is func(sdm.Ref) bool) bool {
	if a.chain != nil && !a.follows(is) {
		return false
	}
	return a.o.Since.IsZero() || slices.ContainsFunc(a.events[thread], func(e sdm.Event) bool { return !e.On.Before(a.o.Since) })
}

// follows tells whether anything of a sort is in the chain of the conversation.
func (a *account) follows(is func(sdm.Ref) bool) bool {
	for ref := range a.chain {
		if is(ref) {
			return true
		}
	}
	return false
}

// linked tells whether one thing is to be told of where the letter is about a conversation.
func (a *account) linked(kind sdm.RefKind, id string) bool {
	return a.chain == nil || a.chain[sdm.Ref{Kind: kind, ID: id}]
}

// threads gives those that are to be told of.
func threads[S any](a *account, all []sdm.Thread[S], is func(thread string) func(sdm.Ref) bool) []sdm.Thread[S] {
	var told []sdm.Thread[S]
	for _, t := range all {
		if a.told(t.ID, is(t.ID)) {
			told = append(told, t)
		}
	}
	return told
}

// named is a thread that a reference names by its own id, and within one that holds things of which references say in which thread.
func named(kind sdm.RefKind) func(string) func(sdm.Ref) bool {
	return func(thread string) func(sdm.Ref) bool {
		return func(r sdm.Ref) bool { return r.Kind == kind && r.ID == thread }
	}
}

func within(kind sdm.RefKind) func(string) func(sdm.Ref) bool {
	return func(thread string) func(sdm.Ref) bool {
		return func(r sdm.Ref) bool { return r.Kind == kind && r.In == thread }
	}
}

// conversations gives those that are to be told of.
func (a *account) conversations() []sdm.Talk {
	if a.o.Talk != "" {
		talk, _ := a.story.Talk(a.o.Talk)
		return []sdm.Talk{talk}
	}
	var told []sdm.Talk
	for _, t := range a.story.Talks {
		if a.told(t.ID, nil) {
			told = append(told, t)
		}
	}
	return told
}

// circumstances gives what is to be told of a list of them: in a letter about a conversation what was noted in it, else everything.
func circumstances[T any](a *account, all []sdm.InThread[T]) []sdm.InThread[T] {
	var told []sdm.InThread[T]
	for _, one := range all {
		if a.o.Talk == "" || one.In == a.o.Talk {
			told = append(told, one)
		}
	}
	return told
}

// past tells whether a day lies before that of the letter.
func (a *account) past(d day.Day) bool { return d.Before(a.o.AsOf) }
