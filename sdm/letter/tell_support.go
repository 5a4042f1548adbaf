package letter

import (
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// support tells of the help to look after one's own health: what was offered, and what the person said to it.
func (a *account) support() (p Part) {
	p.ID, p.Title = "support", a.w.Support.Title
	for _, t := range threads(a, a.story.Support, within(sdm.RefSupport)) {
		p.says(a.w.on(a.w.Support.Offered, t.On), t.ID)
		for _, offer := range t.State.Progress() {
			a.offer(&p, offer)
		}
	}
	return p
}

func (a *account) offer(p *Part, offer support.Progress) {
	w := &a.w.Support
	title, text := offer.Title, w.Unanswered
	if title == "" {
		title = phrase.Spoken(offer.Offer)
	}
	switch {
	case offer.Ended == support.Completed:
		text = a.w.on(w.Completed, offer.On)
	case offer.Ended == support.Stopped:
		text = a.w.on(w.Stopped, offer.On)
	case offer.Answer == support.TakenUp:
		text = w.Yes
	case offer.Answer == support.Declined:
		text = w.No
	case offer.Answer == support.Later:
		text = w.Later
		if !offer.AskOn.IsZero() {
			text = sentences(text, a.w.on(w.Ask, offer.AskOn))
		}
	}
	p.fact(title, text, offer.Step)
	p.own(w.Said, offer.Words, offer.Step)
}
