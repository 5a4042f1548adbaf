package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// privateNeeds are the needs of plans, by id, that the person keeps from a reader: with an audience of their own that leaves the reader out, or
// in a plan that does. The last version with a need has the last word. That a plan is shared with others alone keeps no need from anybody: the
// person may well have told it again in a referral.
func (f *redaction) privateNeeds(r Record) map[string]bool {
	private := map[string]bool{}
	for _, e := range r.events {
		agreed, ok := e.Body.(plan.Agreed)
		if !ok || f.reader == ForPerson {
			continue
		}
		kept := !f.audiences[e.ID].Allows(f.reader) || !f.audiences[threadOf(e)].Allows(f.reader)
		for _, n := range agreed.Needs {
			_, inError := f.struck[e.ID] // which makes nothing public
			private[n.ID] = inError && private[n.ID] || kept || len(n.Audience) > 0 && !slices.Contains(n.Audience, f.reader)
		}
	}
	return private
}

// prescribed gives the body of an event of social prescribing as the reader may see it; ok is false for other bodies. The words of a need that
// is private in a plan stay private where a referral has them under the same id. Of a need that has nothing but words nothing is left.
func (f *redaction) prescribed(e Event) (_ Body, ok bool) {
	switch body := e.Body.(type) {
	case community.Offered:
		body.Needs = f.needs(threadOf(e), body.Needs)
		return body, true
	case community.Referred:
		body.Needs = f.needs(threadOf(e), body.Needs)
		return body, true
	case community.Assessed:
		body.Needs = f.needs(threadOf(e), body.Needs)
		return body, true
	case community.Connected:
		body.Needs = slices.DeleteFunc(slices.Clone(body.Needs), func(id string) bool { return f.gone[[2]string{threadOf(e), id}] })
		return body, true
	}
	return nil, false
}

// needs gives the needs of an event of a thread without private words, and remembers those of which nothing is left.
func (f *redaction) needs(thread string, all []community.Need) []community.Need {
	var shown []community.Need
	for _, n := range all {
		if f.private[n.ID] {
			n.Words = ""
			gone := n.Category == ""
			if f.gone[[2]string{thread, n.ID}] = gone; gone {
				continue
			}
		}
		shown = append(shown, n)
	}
	return shown
}
