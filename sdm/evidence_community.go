package sdm

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// What is asked of social prescribing.
var asksOfCommunity = [][2]string{
	{"consent", "the person agreed to be referred"},
	{"needs", "at least one need is in the person's own words"},
	{"reached", "a link worker reached the person"},
	{"what_matters", "what matters to them was talked about"},
	{"connected", "they were connected with something in the community"},
	{"looked_back", "somebody looked back with them at how it went"},
	{"message_back", "the GP and the referrer were told what came of it"},
	{"counts", "it counts as a referral"},
}

func (s *Story) communityShows() []ThreadEvidence {
	if len(s.Community) == 0 {
		return nothing("the record has no social prescribing", asksOfCommunity...)
	}
	var threads []ThreadEvidence
	for _, t := range s.Community {
		e := show(t.ID)
		for _, asks := range asksOfCommunity {
			e.community(t.State, asks[0], asks[1])
		}
		e.thread.Declined = community.CountOf(t.State).Counts == community.Excluded
		threads = append(threads, e.thread)
	}
	return threads
}

func (e *showing) community(r *community.Referral, id, asks string) {
	referred, made := r.Referred()
	switch id {
	case "consent":
		e.pass(id, asks, made, "yes", "there is no referral with consent, only "+phrase.Spoken(r.State()), referred.ID)
	case "needs":
		n, of := 0, r.Needs()
		for _, need := range of {
			if !fault.Blank(need.Words) {
				n++
			}
		}
		e.pass(id, asks, n > 0, fmt.Sprintf("%d of %d", n, len(of)), fmt.Sprintf("none of %d is", len(of)), referred.ID)
	case "reached":
		var reached []string
		for _, c := range r.Contacts() {
			if c.Body.Outcome != community.NoContact {
				reached = append(reached, c.ID)
			}
		}
		not := "nobody has tried yet"
		if r.Attempts() > 0 {
			not = "not in " + phrase.Counted(r.Attempts(), "attempt")
		}
		e.pass(id, asks, len(reached) > 0, phrase.Counted(r.Attempts(), "attempt")+" in all", not, reached...)
	case "what_matters":
		assessed := entriesOf(r.Assessments())
		e.pass(id, asks, len(assessed) > 0, "assessed", "nobody has assessed it", assessed...)
	case "connected":
		var services []string
		for _, c := range r.Connections() {
			services = append(services, c.Body.Service)
		}
		e.pass(id, asks, len(services) > 0, strings.Join(services, ", "), "with nothing so far", entriesOf(r.Connections())...)
	case "looked_back":
		before, after := r.Scores()
		because := "in words"
		if len(before) > 0 && len(after) > 0 {
			because = "with scores before and after"
		}
		e.pass(id, asks, len(r.FollowUps()) > 0, because, "nobody has yet", append(append(entriesOf(r.FollowUps()), before...), after...)...)
	case "message_back":
		e.messageBack(r, id, asks)
	case "counts":
		count := community.CountOf(r)
		e.pass(id, asks, count.Counts == community.Counted, count.Because, count.Because, referred.ID)
	}
}

func (e *showing) messageBack(r *community.Referral, id, asks string) {
	closed, ok := r.Closed()
	if !ok {
		e.add(id, asks, NotKnown, "the referral is not closed yet")
		return
	}
	var said []string
	for _, b := range closed.Body.MessageBack {
		if b.Withheld != "" {
			said = append(said, b.To+" was not told, because: "+b.Withheld)
		} else {
			said = append(said, b.To+" was told on "+b.On.Long())
		}
	}
	e.add(id, asks, Passed, quoted(strings.Join(said, "; ")), closed.ID)
}

func entriesOf[T community.Step](entries []community.Entry[T]) []string {
	ids := make([]string, len(entries))
	for i, e := range entries {
		ids[i] = e.ID
	}
	return ids
}
