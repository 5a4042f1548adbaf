package population

import "github.com/whatmatters-care/whatmatters/schemas/day"

// thread is what is remembered of one thread while its record is read.
type thread struct {
	component int
	// slots are the marks that a later mark about the same thing takes the place of: by offer, or of the thread as a whole.
	slots []slot
	talk
}

// slot is the last mark about one thing of a thread.
type slot struct {
	about string
	mark  int
}

// talk is what a decision needs of its conversation: the first days of it.
type talk struct {
	option   string  // that was gone through first
	compared day.Day // a second option was gone through
	mattered day.Day // something was recorded that matters
	// clouded tells that an event which nobody can read may hold either, since the day if that is known.
	clouded bool
	since   day.Day
}

func (t *talk) matters(on day.Day) {
	if t.mattered.IsZero() {
		t.mattered = on
	}
}

func (t *talk) goneThrough(option string, on day.Day) {
	switch {
	case t.option == "":
		t.option = option
	case t.compared.IsZero() && t.option != option:
		t.compared = on
	}
}

func (t *talk) cloud(since day.Day) {
	if !t.clouded || since.IsZero() || since.Before(t.since) {
		t.clouded, t.since = true, since
	}
}

// decides gives what a decision on a day counts as.
func (t *talk) decides(on day.Day) standing {
	by := func(first day.Day) bool { return !first.IsZero() && !first.After(on) }
	switch {
	case by(t.compared) && by(t.mattered):
		return counted
	case t.clouded && !t.since.After(on):
		return notKnown
	}
	return notCounted
}
