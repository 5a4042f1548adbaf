package sdm

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// before suggests what has to be seen to before the talk can go on.
func (g *guide) before() {
	g.capacity()
	g.interpreter()
	for _, need := range g.story.NeedsOn(g.on) {
		g.need(need)
	}
}

// capacity suggests what to ask where it is in doubt, or was found wanting, whether the person can make this decision. Of a person about whom
// nothing is noted there is nothing to ask: they can.
func (g *guide) capacity() {
	found, ok := g.story.capacityIn(g.talk.ID, g.on)
	if !ok || found.What.Found == Has {
		return
	}
	s := Suggestion{ID: "capacity", Phase: Preparing, Source: capacityAct.String(), Events: []string{found.Event}}
	again := found.What.Again
	switch {
	case found.What.Found == InDoubt:
		s.Ask = "What would help you to make this decision yourself?"
		s.Because = fmt.Sprintf("On %s it was noted to be in doubt whether the person can make this decision (%s). Give all help to decide, and assess it, before anybody goes on to the decision.",
			found.On.Long(), found.What.Because)
	case !again.IsZero() && !again.After(g.on):
		s.Ask = "Can you tell me in your own words what this decision is about?"
		s.Because = fmt.Sprintf("On %s the person was found unable to make this decision, and it was to be looked at again by %s.", found.On.Long(), again.Long())
	default:
		if _, decides := g.story.Decider(g.talk.ID, found.What.Decision, g.on); decides {
			return
		}
		s.ID, s.Ask = "decider", "To those around the person: who decides in their best interests, and what do they themselves want?"
		s.Because = fmt.Sprintf("On %s the person was found unable to make this decision, and nobody noted who decides in their best interests.", found.On.Long())
	}
	g.suggest(s)
}

// heldBack reports whether the person cannot be asked to decide now.
func (g *guide) heldBack() bool {
	found, ok := g.story.capacityIn(g.talk.ID, g.on)
	return ok && found.What.Found != Has
}

// interpreter suggests to see to an interpreter who is needed and not there on the day of the talk.
func (g *guide) interpreter() {
	need, ok := g.story.InterpreterOn(g.on)
	if !ok || !need.What.Needed {
		return
	}
	isInterpreter := func(a Attendee) bool { return a.Role == Interpreter }
	if slices.ContainsFunc(g.story.PresentIn(g.talk.ID, g.on), isInterpreter) {
		return
	}
	met, noted := g.story.MetIn(g.talk.ID, Interpreter, g.on)
	if noted && met.What.Met && met.On == g.on {
		return
	}
	g.suggest(Suggestion{
		ID: "interpreter", About: need.What.Language, Phase: Preparing, Source: accessibleInformation.String(), Events: []string{need.Event},
		Ask:     fmt.Sprintf("To the team: is an interpreter for %s here?", need.What.Language),
		Because: fmt.Sprintf("The person needs an interpreter for %s (noted on %s), and nobody noted one for today.", need.What.Language, need.On.Long()),
	})
}

// need suggests to meet a need for information or communication.
func (g *guide) need(need InThread[InformationNeed]) {
	met, noted := g.story.MetIn(g.talk.ID, need.What.Need, g.on)
	if noted && met.What.Met {
		return
	}
	what := phrase.Spoken(need.What.Need)
	if need.What.Words != "" {
		what += " (" + need.What.Words + ")"
	}
	s := Suggestion{
		ID: "need", About: need.What.Need, Phase: Preparing, Source: accessibleInformation.String(), Events: []string{need.Event},
		Ask:     "Is what we give you, and how we talk, right for you: " + what + "?",
		Because: fmt.Sprintf("The person needs %s (noted on %s), and nobody noted that this was met in this conversation.", what, need.On.Long()),
	}
	if noted {
		s.Because = fmt.Sprintf("The person needs %s, and on %s it was not met: %s.", what, met.On.Long(), met.What.How)
		s.Events = append(s.Events, met.Event)
	}
	g.suggest(s)
}
