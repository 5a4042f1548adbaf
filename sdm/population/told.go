package population

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// told takes an event that can be read.
func (r *reading) told(e sdm.Event, k kind) {
	for _, p := range r.on(e.On) {
		r.seen[p] = true
		if k.component < components {
			r.raise(p, k.component, notCounted)
		}
	}
	if k.component >= components {
		return
	}
	at := r.threadOf(e, k.component)
	t := &r.threads[at]
	switch body := e.Body.(type) {
	case sdm.Mattered:
		t.matters(e.On)
	case sdm.WentThrough:
		t.goneThrough(body.Option, e.On)
	case sdm.Decided, sdm.Deferred:
		if slices.Contains(deciding, e.By.Role) {
			r.marks = append(r.marks, mark{component: talking, on: e.On, talk: at})
		}
	case sdm.ChoiceOffered:
		r.offered(e, body, at)
	case sdm.ChoiceMade:
		r.stands(e, choosing, counted)
	case community.Referred:
		r.place(e, at, "", counted)
	case community.Declined:
		r.place(e, at, "", declined)
	case support.Answered:
		is := notCounted
		switch body.Answer {
		case support.TakenUp:
			r.stands(e, supporting, counted)
		case support.Declined:
			is = declined
		}
		r.place(e, at, body.Offer, is)
	case plan.Offered:
		is := notCounted
		if body.Status == plan.Declined {
			is = declined
		}
		r.place(e, at, "offer", is)
	case plan.Agreed, plan.Reviewed:
		r.place(e, at, "plan", counted)
	case plan.Ended:
		r.place(e, at, "plan", notCounted)
	case budget.Agreed:
		r.stands(e, budgeting, counted)
	}
}

// stands adds a mark whose place nothing can take.
func (r *reading) stands(e sdm.Event, component int, is standing) {
	r.marks = append(r.marks, mark{component: component, is: is, on: e.On, talk: -1})
}

// place adds a mark that takes the place of the last one about the same thing of its thread.
func (r *reading) place(e sdm.Event, at int, about string, is standing) {
	t := &r.threads[at]
	next := len(r.marks)
	r.stands(e, t.component, is)
	for i, s := range t.slots {
		if s.about == about {
			r.marks[s.mark].until = e.On
			t.slots[i].mark = next
			return
		}
	}
	t.slots = append(t.slots, slot{about, next})
}

// deciding are the authors whose decision is the person's own, or made with them or by who may decide for them.
var deciding = []string{sdm.ByPerson.Role, sdm.Together.Role, "representative"}

// offered takes what the person could choose from. A right of which nobody knows whether the person has it is not a no, until a later look at it
// says so.
func (r *reading) offered(e sdm.Event, o sdm.ChoiceOffered, at int) {
	if len(o.Providers) > 0 {
		r.stands(e, choosing, counted)
	}
	for _, right := range o.Rights {
		is := notCounted
		switch right.State {
		case policy.Met:
			r.stands(e, choosing, counted)
		case policy.Unknown:
			is = notKnown
		}
		document, _, _ := strings.Cut(right.Document, "@")
		r.place(e, at, document+" "+right.ID, is)
	}
}
