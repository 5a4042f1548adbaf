package sdm

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Guidance says what has not been talked about yet in a conversation, and what to ask next. It suggests questions and never a decision;
// whoever is in the conversation decides what to ask. It is a plain value.
//
// It follows the three-talk model (Elwyn and others 2017, doi 10.1136/bmj.j4891; Sources says what was read of it): in team talk
// people are offered support and say what matters to them, in option talk the alternatives are compared, and in decision talk the decision
// follows from informed preferences. The words of the questions are ours, but for those of the aid: BRAN, unless it has others.
type Guidance struct {
	// Thread is the conversation, and On the day for which it is said.
	Thread string  `json:"thread"`
	On     day.Day `json:"on"`
	// Phase is where the conversation stands.
	Phase Phase `json:"phase"`
	// Next is what to ask next, in order. It is empty where there is nothing to press, as on the day on which the person put the decision
	// off.
	Next []Suggestion `json:"next,omitempty"`
	// Open is all that has not been talked about, in the order of the three talks.
	Open []Suggestion `json:"open,omitempty"`
	// Caution says why some of it may have been talked about after all: not everything of the record is in this copy, or can be read or told. It
	// is empty where all of it is.
	Caution string `json:"caution,omitempty"`
}

// Phase is a part of a conversation.
type Phase string

// The phases: the three talks, what comes before them, and what comes after.
const (
	// Preparing: something has to be seen to before the talk can go on, such as an interpreter.
	Preparing    Phase = "preparing"
	TeamTalk     Phase = "team_talk"
	OptionTalk   Phase = "option_talk"
	DecisionTalk Phase = "decision_talk"
	// PutOff: the last word is to decide later.
	PutOff Phase = "put_off"
	// Settled: a decision stands, for now.
	Settled Phase = "settled"
)

// Suggestion is one question to ask, and why.
type Suggestion struct {
	// ID says what it is about, in one word such as matters or option, or the id of a question of the aid such as risks. With About
	// it is unique in its phase.
	ID string `json:"id"`
	// About is the id of the option, value or need that it is about; empty where it is about none.
	About string `json:"about,omitempty"`
	// Phase is the part of the conversation that it belongs to.
	Phase Phase `json:"phase"`
	// Ask is the question, to the person unless it says otherwise.
	Ask string `json:"ask"`
	// Because says what in the record it rests on.
	Because string `json:"because"`
	// Source cites what asks for it, one of Sources, and says what was read of that; empty where it is the aid.
	Source string `json:"source,omitempty"`
	// Events are the events that it rests on.
	Events []string `json:"events,omitempty"`
}

// ErrGuidance is wrapped by errors about a conversation or an aid that guidance was asked for and cannot be given.
var ErrGuidance = errors.New("there is no guidance for this conversation")

// Guidance gives the guidance for a conversation, by the id of the event that opened it, with the aid that it is over. on is the day of
// the talk, and not before the last event. The error wraps ErrGuidance, and with it ErrNoConversation, ErrOtherAid or ErrOtherVersion where
// the story has no such conversation, or the aid is another one than was opened or another version of it.
func (s *Story) Guidance(thread string, aid *decisionaid.Aid, on day.Day) (Guidance, error) {
	talk, ok := s.Talk(thread)
	switch {
	case !ok:
		return Guidance{}, fmt.Errorf("sdm: %w: %.40q: %w", ErrGuidance, thread, ErrNoConversation)
	case on.IsZero():
		return Guidance{}, fmt.Errorf("sdm: the day of the talk is missing: %w", ErrGuidance)
	}
	if err := talk.over(aid); err != nil {
		return Guidance{}, fmt.Errorf("sdm: %w: %w", ErrGuidance, err)
	}
	g := &guide{story: s, talk: talk, aid: aid.Definition(), on: on}
	g.before()
	first := len(g.open)
	g.team()
	g.option()
	g.decision()
	phase := g.phase(first > 0)
	return Guidance{Thread: thread, On: on, Phase: phase, Next: g.next(phase), Open: g.open, Caution: s.caution()}, nil
}

// Guidance gives the guidance for the conversation on its present day.
func (c Conversation) Guidance() (Guidance, error) {
	story, _ := c.record.Replay() // a record made by Add replays without error
	return story.Guidance(c.thread, c.mine.Aid(), c.on)
}

// guide collects what is open in one conversation.
type guide struct {
	story *Story
	talk  Talk
	aid   *decisionaid.Definition
	on    day.Day
	open  []Suggestion
}

func (g *guide) suggest(s Suggestion) { g.open = append(g.open, s) }

// phase says where the conversation stands: at the first talk with something open.
func (g *guide) phase(preparing bool) Phase {
	switch {
	case preparing:
		return Preparing
	case g.talk.Decision != nil:
		return Settled
	case g.talk.Deferred != nil:
		return PutOff
	case len(g.open) > 0:
		return g.open[0].Phase
	}
	return DecisionTalk
}

// next gives what to ask in a phase. A decision that was put off or made is not pressed with all that was not said before it.
func (g *guide) next(phase Phase) []Suggestion {
	ask := phase
	if phase == PutOff || phase == Settled {
		ask = DecisionTalk
	}
	var next []Suggestion
	for _, s := range g.open {
		chosen := phase == Settled && s.ID == "option" && s.About == g.talk.Decision.What.Option
		if s.Phase == ask || chosen {
			next = append(next, s)
		}
	}
	return next
}

// caution says what this copy of the record does not tell.
func (s *Story) caution() string {
	switch {
	case s.gaps():
		return "Something is withheld from this copy of the record, so some of this may have been talked about."
	case len(s.Unread) > 0:
		return "Some events of the record cannot be read, so some of this may have been talked about."
	case len(s.Untold) > 0:
		return "Some events of the record rest on what was entered in error, so some of this may have been talked about."
	}
	return ""
}
