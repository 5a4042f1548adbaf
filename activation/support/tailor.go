package support

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Tailor says what can be offered to one person, in which order and why. It recommends nothing. The list is always given; the error is a
// diag.List that names every capacity that cannot be, which then counts as not known.
func (o *Offers) Tailor(given Given) (Tailored, error) {
	r := diag.NewReporter(nil)
	places := o.capacities(given, r)
	start, used := o.start(given)
	t := Tailored{Document: o.ID(), Version: o.Version(), Digest: o.Digest(), On: given.On, Start: start}
	said := o.said(given.Threads)
	found := o.policy.Evaluate(policy.Given{Person: given.Person, Answers: given.Answers, Used: used})
	t.Offers = make([]Offer, 0, len(found))
	for _, f := range found {
		offer := Offer{Finding: f, LevelLabel: o.label(f)}
		switch f.Kind {
		case KindStage, KindIntensity, KindArrangement:
			if f.State == policy.Met {
				t.about(offer)
			}
		default:
			if c, ok := places[f.ID]; ok && c != (Capacity{}) {
				offer.Capacity = &c
			}
			if before, ok := said[f.ID]; ok {
				offer.Said = &before
			}
			offer.Standing = offer.stands(given.On)
			if offer.Standing == Maybe {
				offer.Ask = o.ask(f.Missing, start.Doubt)
			}
			t.Offers = append(t.Offers, offer)
		}
	}
	t.Offers = ranked(t.Offers, t.Start.Known())
	return t, r.List().Err()
}

// about notes what says how offers are made.
func (t *Tailored) about(o Offer) {
	o.Standing = Ready
	switch {
	case o.Kind == KindArrangement:
		t.Arrangements = append(t.Arrangements, o)
	case o.Kind == KindStage && t.Stage == nil:
		t.Stage = &o
	case o.Kind == KindIntensity && t.HowOften == nil:
		t.HowOften = &o
	}
}

// Explain says in steps that a person can check by hand how an offer came to stand as it does by the document's rules; nil where there is
// no offer with this id.
func (o *Offers) Explain(given Given, id string) []string {
	_, used := o.start(given)
	return o.policy.Explain(policy.Given{Person: given.Person, Answers: given.Answers, Used: used}, id)
}

// stands says how an offer stands. What the person said counts for more than what the rules say.
func (o Offer) stands(on day.Day) Standing {
	switch {
	case o.Said != nil && o.Said.Answer == TakenUp && o.Said.Ended == "":
		return Running
	case o.Said != nil && o.Said.Answer == Declined:
		return Refused
	case o.State == policy.Unknown:
		return Maybe
	case o.State != policy.Met:
		return NotNow
	case o.Said != nil && o.Said.Answer == Later && !o.Said.due(on):
		return Waiting
	case o.Capacity != nil && o.Capacity.full():
		return Full
	case o.Said != nil && o.Said.Ended != "":
		return Past
	default:
		return Ready
	}
}

// due reports whether the day to ask again has come.
func (s Said) due(on day.Day) bool { return !s.AskOn.IsZero() && !on.IsZero() && !on.Before(s.AskOn) }

// said gives what became of each offer of this document, by the latest step of all threads. What the person takes part in goes on until its own
// thread says that it ended, whatever was answered where it was offered once more.
func (o *Offers) said(threads []*State) map[string]Said {
	said := map[string]Said{}
	for _, s := range threads {
		if s == nil || s.opened.Document != o.ID() {
			continue
		}
		for _, p := range s.offers {
			before, told := said[p.Offer]
			switch goesOn := before.Answer == TakenUp && before.Ended == ""; {
			case !told:
			case goesOn != p.running():
				if goesOn {
					continue
				}
			case p.Answer == "", before.Answer != "" && p.On.Before(before.On):
				continue
			}
			said[p.Offer] = Said{Answer: p.Answer, Ended: p.Ended, Words: p.Words, AskOn: p.AskOn, On: p.On, Thread: s.id}
		}
	}
	return said
}
