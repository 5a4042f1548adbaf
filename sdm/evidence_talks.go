package sdm

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// What is asked of a conversation. Options, risks and benefits of each, what matters and the decision are what the standard has as mandatory
// (Sources: prsb_shared_decisions); to do nothing is its least option.
var asksOfTalks = [][2]string{
	{"what_matters", "what matters to the person is written down"},
	{"options", "at least two options were gone through"},
	{"no_treatment", "having no treatment, or waiting, was one of them"},
	{"benefits_and_risks", "benefits and risks of each of them were asked about"},
	{"bran", "benefits, risks, alternatives and doing nothing were all asked about"},
	{"decision", "there is a decision, or the decision not to decide yet"},
	{"persons_decision", "it is the person's own, or made with them or for them as the law allows"},
	{"information_needs", "what the person needs so that information reaches them was asked, and met"},
}

func (s *Story) talksShow(with Documents) []ThreadEvidence {
	if len(s.Talks) == 0 {
		return nothing("the record has no conversation", asksOfTalks...)
	}
	var threads []ThreadEvidence
	for i := range s.Talks {
		t := talkEvidence{story: s, talk: &s.Talks[i], showing: show(s.Talks[i].ID)}
		t.aid, t.why = with.aid(t.talk.Opened)
		for _, asks := range asksOfTalks {
			t.judge(asks[0], asks[1])
		}
		threads = append(threads, t.thread)
	}
	return threads
}

// aid gives the decision aid of a conversation in just the form in which it was used, or says why it cannot.
func (d Documents) aid(o Opened) (aid *decisionaid.Aid, why string) {
	ref := o.Aid + "@" + o.Version
	if d.Library == nil {
		return nil, "without the decision aid nobody can tell; give a library that has " + ref
	}
	aid, err := d.Library.Aid(ref)
	switch {
	case err != nil:
		return nil, "without the decision aid nobody can tell: " + err.Error()
	case o.Digest != "" && aid.Digest() != o.Digest:
		return nil, "the library has another form of " + ref + " than the one that was used, so nobody can tell"
	}
	return aid, ""
}

// talkEvidence judges one conversation.
type talkEvidence struct {
	*showing
	story *Story
	talk  *Talk
	aid   *decisionaid.Aid
	why   string // there is no aid
}

func (t *talkEvidence) judge(id, asks string) {
	switch talk := t.talk; id {
	case "what_matters":
		t.pass(id, asks, len(talk.Matters) > 0, "the person said what matters", "nobody wrote down what matters to the person", eventsOf(talk.Matters)...)
	case "options":
		t.pass(id, asks, len(talk.WentThrough) >= 2, strings.Join(talk.WentThrough, ", "),
			phrase.Counted(len(talk.WentThrough), "option")+", so there was nothing to compare", t.through(talk.WentThrough)...)
	case "no_treatment":
		t.noTreatment(id, asks)
	case "benefits_and_risks":
		t.eachOption(id, asks)
	case "bran":
		t.bran(id, asks)
	case "decision":
		event, _, says := t.decided()
		t.pass(id, asks, event != "", says, "there is none", event)
	case "persons_decision":
		t.whose(id, asks)
	case "information_needs":
		t.needs(id, asks)
	}
}

// through gives the events in which options were first gone through.
func (t *talkEvidence) through(options []string) []string {
	events := make([]string, len(options))
	for i, o := range options {
		events[i] = t.story.known.through[[2]string{t.talk.ID, o}]
	}
	return events
}

func (t *talkEvidence) noTreatment(id, asks string) {
	if t.aid == nil {
		t.add(id, asks, NotKnown, t.why)
		return
	}
	var waits, gone []string
	for _, o := range t.aid.Definition().Options {
		if o.Kind.Waits() {
			waits = append(waits, o.ID)
			if slices.Contains(t.talk.WentThrough, o.ID) {
				gone = append(gone, o.ID)
			}
		}
	}
	t.pass(id, asks, len(gone) > 0, strings.Join(gone, ", "), strings.Join(waits, ", ")+" was not gone through", t.through(gone)...)
}

func (t *talkEvidence) eachOption(id, asks string) {
	var without []string
	var events []string
	for _, o := range t.talk.WentThrough {
		benefits, risks := t.asked(decisionaid.ShowsBenefits, o), t.asked(decisionaid.ShowsRisks, o)
		events = append(append(events, benefits...), risks...)
		if len(benefits) == 0 || len(risks) == 0 {
			without = append(without, o)
		}
	}
	switch {
	case len(t.talk.WentThrough) == 0:
		t.add(id, asks, NotShown, "no option was gone through")
	case len(without) == 0:
		t.add(id, asks, Passed, "asked of each option", events...)
	default:
		t.orWords(id, asks, "not of "+strings.Join(without, ", "), events)
	}
}

func (t *talkEvidence) bran(id, asks string) {
	var without, events []string
	for _, part := range []decisionaid.Shows{decisionaid.ShowsBenefits, decisionaid.ShowsRisks, decisionaid.ShowsAlternatives, decisionaid.ShowsNothing} {
		found := t.asked(part, "")
		events = append(events, found...)
		if len(found) == 0 {
			without = append(without, string(part))
		}
	}
	if len(without) == 0 {
		t.add(id, asks, Passed, "all four were asked about", events...)
		return
	}
	t.orWords(id, asks, "not about "+strings.Join(without, ", "), events)
}

// orWords adds an item that is missing; where questions were asked in the person's own words it is not known, since they may have been it.
func (t *talkEvidence) orWords(id, asks, because string, events []string) {
	var own []string
	for _, a := range t.talk.Asked {
		if a.What.Question == "" {
			own = append(own, a.Event)
		}
	}
	if len(own) > 0 {
		t.add(id, asks, NotKnown, because+"; what was asked in the person's own words may have been that", append(events, own...)...)
		return
	}
	t.add(id, asks, NotShown, because, events...)
}

// asked gives the events in which a part of BRAN was asked about, of one option or, where option is empty, of any. A question about all is
// about each.
func (t *talkEvidence) asked(part decisionaid.Shows, option string) []string {
	var events []string
	for _, a := range t.talk.Asked {
		if (option == "" || a.What.Option == "" || a.What.Option == option) && t.shows(a.What.Question, part) {
			events = append(events, a.Event)
		}
	}
	return events
}

// shows tells whether a question is about a part of BRAN. Without the aid it goes by the words of BRAN itself.
func (t *talkEvidence) shows(question string, part decisionaid.Shows) bool {
	shows := decisionaid.Shows(question)
	if t.aid != nil {
		shows = ""
		for _, p := range t.aid.Definition().Questions.Prompts() {
			if p.ID == question {
				shows = p.Shows
			}
		}
	}
	both := shows == decisionaid.ShowsBoth && (part == decisionaid.ShowsBenefits || part == decisionaid.ShowsRisks)
	return shows == part || both
}
