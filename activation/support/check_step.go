package support

import (
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Check says all that is wrong with the step in itself. The error is fault.Faults.
func (o Offered) Check() error { return o.faults().Err() }

// Check says all that is wrong with the step in itself. The error is fault.Faults.
func (a Answered) Check() error { return a.faults().Err() }

// Check says all that is wrong with the step in itself. The error is fault.Faults.
func (e Ended) Check() error { return e.faults().Err() }

func (o Offered) faults() (f fault.Faults) {
	if fault.Blank(o.Document) {
		f.Tell(nil, "document", "give its id", "it does not name the document of offers, so the list could not be made again")
	}
	if fault.Blank(o.Version) {
		f.Tell(nil, "version", "give the version of the document", "it does not name the version of the document of offers, so the list could not be made again")
	}
	if o.Level != nil {
		o.Level.check(&f)
	}
	switch {
	case len(o.Offers) == 0:
		f.Tell(nil, "offers", "name at least one offer, if only the conversation", "nothing was offered")
	case len(o.Offers) > MaxShown:
		f.Tell(nil, "offers", "put fewer to the person", "%d at once are more than anybody can look at; at most %d can be recorded", len(o.Offers), MaxShown)
	default:
		o.checkOffers(&f)
	}
	f.IDs(nil, "actions", o.Actions)
	return f
}

func (o Offered) checkOffers(f *fault.Faults) {
	for i := range o.Offers {
		if fault.Blank(o.Offers[i].Offer) {
			here := fault.Item("offers", i)
			f.Tell(&here, "offer", "give its id in the document", "it does not say which offer")
		}
	}
	fault.Repeats(o.Offers, func(s *Shown) string { return s.Offer }, func(i int) {
		here := fault.Item("offers", i)
		f.Tell(&here, "offer", "name each offer once", "%.80q stands there twice, so an answer could be to either", o.Offers[i].Offer)
	})
}

// check wants the measure, the set of cut points and the level, of which none can be read without the others.
func (l *UsedLevel) check(f *fault.Faults) {
	here := fault.Field("level")
	for _, part := range [...]struct{ field, text string }{{"measure", l.Measure}, {"cut_points", l.CutPoints}, {"level", l.Level}} {
		if fault.Blank(part.text) {
			f.Tell(&here, part.field, "give all three, or leave the level out", "it is empty, and a level cannot be read without its measure and the set of cut points that gave it")
		}
	}
}

func (a Answered) faults() (f fault.Faults) {
	if fault.Blank(a.Offer) {
		f.Tell(nil, "offer", "give its id", "it does not say which offer was answered")
	}
	fault.Word(&f, nil, "answer", a.Answer, answers)
	if !a.AskOn.IsZero() && a.Answer != Later {
		f.Tell(nil, "ask_on", "leave it out", "only an offer that is left for later has a day on which to ask again; what is declined is not pressed")
	}
	checkWords(&f, a.Words)
	f.IDs(nil, "actions", a.Actions)
	return f
}

func (e Ended) faults() (f fault.Faults) {
	if fault.Blank(e.Offer) {
		f.Tell(nil, "offer", "give its id", "it does not say which offer ended")
	}
	fault.Word(&f, nil, "how", e.How, endings)
	checkWords(&f, e.Words)
	f.IDs(nil, "scores", e.Scores)
	return f
}

func checkWords(f *fault.Faults, words string) {
	if n := utf8.RuneCountInString(words); n > maxWords {
		f.Tell(nil, "words", "write down what matters most", "there are %d characters; at most %d can be recorded", n, maxWords)
	}
}
