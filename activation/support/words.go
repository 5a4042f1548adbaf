package support

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// levelQuestions stand for a level that is not known, by why it is not. Nobody is asked twice, and what cut points mean is not for the
// person to say.
var levelQuestions = map[Doubt]string{
	NotAssessed:  sureQuestion,
	OtherMeasure: sureQuestion,
	NoScore:      sureQuestion,
	SecondLook:   "Do your answers about looking after your own health fit how you feel?",
}

const sureQuestion = "How sure do you feel about looking after your own health?"

// doubts say in words why a level is not known.
var doubts = map[Doubt]string{
	NotAssessed:    "Nobody has asked yet how sure you feel about looking after your own health.",
	OtherMeasure:   "These offers do not go by the measure with which you were asked how sure you feel about looking after your own health.",
	NoScore:        "There is no score yet of how sure you feel about looking after your own health.",
	SecondLook:     "Some of your answers deserve a second look together before they are used.",
	LevelDiffers:   "Your level is not the one that your score comes to, so one of the two is wrong.",
	OtherCutPoints: "Your level was found by cut points that these offers do not use.",
}

// Words says it all in plain English sentences, one a line: where the person starts from, the offers in their order with reason and basis,
// what is not known, and what the person said before. The titles and reasons are those of the document, in its language.
func (t Tailored) Words() []string {
	lines := t.Start.words()
	for _, about := range []*Offer{t.Stage, t.HowOften} {
		if about != nil {
			lines = append(lines, fmt.Sprintf("%s: %s %s", about.Title, phrase.Stopped(about.LevelLabel), about.reason()))
		}
	}
	unsaid := false
	for i, o := range t.In(Ready) {
		practical := o.practical()
		unsaid = unsaid || practical == "" && o.Kind != KindConversation
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%d. %s %s %s", i+1, phrase.Stopped(o.Title), o.reason(), practical)))
	}
	if unsaid {
		lines = append(lines, "Where nothing is said of places, it is not known whether there are any.")
	}
	for _, o := range t.Offers {
		if line := o.words(); line != "" {
			lines = append(lines, line)
		}
	}
	lines = append(lines, t.open()...)
	if len(t.Arrangements) > 0 {
		how := "Whatever you choose:"
		for _, a := range t.Arrangements {
			how += " " + phrase.Stopped(a.Title)
		}
		lines = append(lines, how)
	}
	return append(lines, "The order says what may suit first. You choose, and choosing nothing is a choice too.")
}

func (s Start) words() []string {
	if s.Known() {
		return []string{fmt.Sprintf("%s: %s (cut points %s)", s.Title, phrase.Stopped(cmp.Or(s.Level.Label, s.Level.ID)), s.CutPoints)}
	}
	lines := []string{doubts[s.Doubt]}
	for _, f := range s.Flags {
		if f.Because != "" {
			lines = append(lines, phrase.Stopped(f.Because))
		}
	}
	return append(lines, "So we start with a conversation. A level that is not known says nothing about you.")
}

// open tells of all offers that an answer could bring in, and of each question once.
func (t Tailored) open() []string {
	var titles, questions []string
	for _, o := range t.In(Maybe) {
		titles = append(titles, phrase.Stopped(o.Title))
		for _, q := range o.Ask {
			if !slices.Contains(questions, q) {
				questions = append(questions, q)
			}
		}
	}
	var lines []string
	if len(titles) > 0 {
		lines = append(lines, "It is not known yet whether these fit: "+strings.Join(titles, " "))
	}
	if len(questions) > 0 {
		lines = append(lines, "It would help to know: "+strings.Join(questions, " "))
	}
	return lines
}

// words tells of an offer that is neither Ready nor Maybe; it is empty for what is not for this person at present.
func (o Offer) words() string {
	switch o.Standing {
	case Running:
		return "You take part in: " + phrase.Stopped(o.Title)
	case Waiting:
		if o.Said == nil || o.Said.AskOn.IsZero() {
			return "You said later to: " + phrase.Stopped(o.Title)
		}
		return "You said later to: " + phrase.Stopped(o.Title) + " We ask again from " + o.Said.AskOn.Long() + "."
	case Full:
		return "No places at present: " + phrase.Stopped(o.Title)
	case Past:
		return "You took part before, and can again: " + phrase.Stopped(o.Title)
	case Refused:
		return "You said no to this, and can come back to it whenever you like: " + phrase.Stopped(o.Title)
	default:
		return ""
	}
}

// reason gives why an offer is made, and on what ground.
func (o Offer) reason() string {
	return strings.TrimSpace(phrase.Stopped(o.Because) + " " + o.ground())
}

// ground gives the basis and the source of an offer.
func (o Offer) ground() string {
	words := o.Basis
	if o.Source != nil {
		words += ", " + o.Source.Ref
		if !o.Source.Verified {
			words += ", not verified there"
		}
	}
	return "(" + words + ")"
}

// practical gives the words that open a conversation, and for other offers what is known of their places; empty where nothing is.
func (o Offer) practical() string {
	if o.Kind == KindConversation {
		return o.Gives
	}
	return o.Capacity.words()
}

// words tells what is known of places, in a sentence each.
func (c *Capacity) words() string {
	if c == nil {
		return ""
	}
	var known []string
	switch {
	case c.Places != nil && *c.Places == 1:
		known = append(known, "1 place is left.")
	case c.Places != nil && *c.Places == 0:
		known = append(known, "No place is left now.")
	case c.Places != nil:
		known = append(known, fmt.Sprintf("%d places are left.", *c.Places))
	}
	switch {
	case c.WaitWeeks != nil && *c.WaitWeeks == 0:
		known = append(known, "There is no wait.")
	case c.WaitWeeks != nil:
		known = append(known, "The wait is "+phrase.Counted(*c.WaitWeeks, "week")+".")
	}
	if !c.NextStart.IsZero() {
		known = append(known, "It starts next on "+c.NextStart.Long()+".")
	}
	return strings.Join(known, " ")
}
