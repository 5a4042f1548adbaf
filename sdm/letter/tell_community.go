package letter

import (
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// referrals gives the threads of social prescribing that are to be told of.
func (a *account) referrals() []sdm.Thread[community.Referral] {
	return threads(a, a.story.Community, named(sdm.RefCommunity))
}

// community tells of the links with what is there nearby.
func (a *account) community() (p Part) {
	p.ID, p.Title = "community", a.w.Community.Title
	for _, t := range a.referrals() {
		p.under("", func(p *Part) { a.referral(p, t.State) })
	}
	return p
}

func (a *account) referral(p *Part, r *community.Referral) {
	w := &a.w.Community
	if offered, ok := r.Offered(); ok {
		p.says(a.w.on(w.Offered, offered.On), offered.ID)
	}
	if referred, ok := r.Referred(); ok {
		p.says(a.w.on(w.Referred, referred.On, "to", referred.Body.To), referred.ID)
		for _, need := range referred.Body.Needs {
			if need.Words != "" {
				p.own(w.Need, need.Words, referred.ID)
			} else {
				p.fact(w.Need, phrase.Spoken(need.Category), referred.ID)
			}
		}
		switch r.State() {
		case community.StateReferred:
			p.stock(w.Waiting, referred.ID)
		case community.StateNoContact:
			contacts := r.Contacts()
			p.says(w.NotReached, contacts[len(contacts)-1].ID)
		}
	}
	for _, contact := range r.Contacts() {
		if contact.Body.Outcome == community.ContactAccepted {
			p.says(a.w.on(w.Accepted, contact.On), contact.ID)
		}
	}
	if declined, ok := r.Declined(); ok {
		p.says(a.w.on(w.Declined, declined.On), declined.ID)
		p.owns(w.Reasons, declined.Body.Reasons, declined.ID)
		p.own(w.Instead, declined.Body.Instead, declined.ID)
	}
	for _, c := range r.Connections() {
		p.says(a.w.on(w.Start, c.Body.Start, "service", a.o.service(c.Body)), c.ID)
	}
	for _, f := range r.FollowUps() {
		p.own(a.w.on(w.Said, f.On), f.Body.Says, f.ID)
	}
	a.closed(p, r)
}

// closed says that a referral has ended, and who was told what.
func (a *account) closed(p *Part, r *community.Referral) {
	closed, ok := r.Closed()
	if !ok {
		return
	}
	w := &a.w.Community
	p.says(sentences(a.w.on(w.Ended, closed.On), among(a.w.Endings, closed.Body.Reason)), closed.ID)
	for _, back := range closed.Body.MessageBack {
		if back.Says != "" {
			p.own(a.w.on(w.Told, back.On, "to", a.w.role(back.To)), back.Says, closed.ID)
		} else {
			p.own(phrase.Fill(w.NotTold, "to", a.w.role(back.To)), back.Withheld, closed.ID)
		}
	}
}
