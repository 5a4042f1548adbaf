package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// planned gives the body of an event of a plan as the reader may see it; ok is false for other bodies. The parts of a plan have readers of
// their own, and those without are for everybody with whom the plan is shared. As in plan.State.For, the latest version decides with whom it
// is: for what was told before there was a version, and for earlier versions too.
func (f *redaction) planned(e Event) (_ Body, ok bool) {
	thread := threadOf(e)
	latest, now := f.latest[thread], f.plans[thread]
	shared := latest.SharedWith(f.reader)
	switch body := e.Body.(type) {
	case plan.Told:
		return body.For(f.reader, shared), true
	case plan.Reviewed:
		return body.For(f.reader, sharedOnly(now, shared)), true
	case plan.Agreed:
		if _, struck := f.struck[e.ID]; !struck {
			f.plans[thread] = body.Version
		}
		body.Version = sharedOnly(body.Version, shared).For(f.reader)
		body.Supersedes = f.supersedes(e, body.Supersedes)
		return body, true
	case plan.Shared:
		return f.given(body, shared), true
	}
	return nil, false
}

// budgeted gives a budget that was agreed as the reader may see it; ok is false for other bodies.
func (f *redaction) budgeted(e Event) (_ Body, ok bool) {
	body, ok := e.Body.(budget.Agreed)
	if ok {
		body.Supersedes = f.supersedes(e, body.Supersedes)
	}
	return body, ok
}

// supersedes gives the version whose place one takes as the reader sees it: where that is withheld from them, the last before it that is not.
func (f *redaction) supersedes(e Event, earlier string) string {
	if f.hidden[earlier].all {
		earlier = f.former[threadOf(e)]
	}
	if _, inError := f.struck[e.ID]; !inError {
		f.former[threadOf(e)] = e.ID
	}
	return earlier
}

// given gives a sharing as it is about the reader. One with others alone names nobody then, and is withheld as a whole; so is one of a version that
// cannot be named, since it would be of the current one.
func (f *redaction) given(s plan.Shared, shared bool) plan.Shared {
	switch {
	case f.unnamed(s.Version):
		s.With = nil
		return s
	case f.reader == ForPerson:
		return s
	}
	to := s.With
	if s.With = nil; shared && slices.Contains(to, f.reader) {
		s.With = []string{f.reader}
	}
	return s
}

// sharedOnly gives a version as one that is shared with nobody, unless the plan still is.
func sharedOnly(v plan.Version, shared bool) plan.Version {
	if !shared {
		v.Shares = nil
	}
	return v
}

// latestPlans gives the last version of each plan that was not entered in error.
func (r Record) latestPlans(struck map[string]string) map[string]plan.Version {
	latest := map[string]plan.Version{}
	for _, e := range r.events {
		if agreed, ok := e.Body.(plan.Agreed); ok && struck[e.ID] == "" {
			latest[threadOf(e)] = agreed.Version
		}
	}
	return latest
}

// threadOf is the id of the event that opened the thread of an event: its own where it opens one.
func threadOf(e Event) string {
	if e.In == "" {
		return e.ID
	}
	return e.In
}
