package sdm

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// team suggests what belongs to team talk: support, and what matters to the person.
func (g *guide) team() {
	_, known := g.story.InterpreterOn(g.on)
	if !known && len(g.story.Needs) == 0 {
		g.suggest(Suggestion{
			ID: "needs", Phase: TeamTalk, Source: accessibleInformation.String(),
			Ask:     "Is there anything that helps you to take in what we talk about, such as an interpreter, large print or more time?",
			Because: "Nobody noted whether the person has such needs.",
		})
	}
	with := func(one InThread[WhoWasPresent]) bool { return one.In == g.talk.ID }
	if !slices.ContainsFunc(g.story.Present, with) {
		g.suggest(Suggestion{
			ID: "support", Phase: TeamTalk, Source: threeTalk.String(),
			Ask:     "Is there anybody whom you would like to have with you when we talk about this?",
			Because: "Nobody noted who else was there, or that the person was asked.",
		})
	}
	if len(g.talk.Matters) == 0 {
		g.suggest(Suggestion{
			ID: "matters", Phase: TeamTalk, Source: threeTalk.String(),
			Ask:     "What matters most to you in this?",
			Because: "Nobody noted what matters to the person.",
		})
	}
	for _, v := range g.aid.Values {
		said := func(m Said[Mattered]) bool { return m.What.Value == v.ID }
		if !slices.ContainsFunc(g.talk.Matters, said) {
			g.suggest(Suggestion{ID: "value", About: v.ID, Phase: TeamTalk, Ask: v.Ask, Because: "The aid asks it, and nobody noted an answer."})
		}
	}
}

// option suggests what belongs to option talk: to go through every option, and the questions of the aid.
func (g *guide) option() {
	for _, o := range g.aid.Options {
		if g.wentThrough(o) {
			continue
		}
		g.suggest(Suggestion{
			ID: "option", About: o.ID, Phase: OptionTalk, Source: threeTalk.String(),
			Ask:     fmt.Sprintf("Shall we go through this option together: %s?", o.Label),
			Because: "It is one of the options, and nobody noted that it was gone through.",
		})
	}
	for _, p := range g.aid.Questions.Prompts() {
		g.prompt(p)
	}
}

func (g *guide) wentThrough(o decisionaid.Option) bool {
	return slices.Contains(g.talk.WentThrough, o.ID)
}

// prompt suggests a question of the aid about each option that it was not asked of. What is asked of all options at once, and what happens
// if nothing is done, is asked once.
func (g *guide) prompt(p decisionaid.Prompt) {
	asked := func(option string) bool {
		return slices.ContainsFunc(g.talk.Asked, func(a Said[Asked]) bool {
			return a.What.Question == p.ID && (a.What.Option == "" || a.What.Option == option || option == "")
		})
	}
	s := Suggestion{ID: p.ID, Phase: OptionTalk, Ask: p.Ask, Because: "It is a question of the aid, and nobody noted that it was asked."}
	if p.Shows == decisionaid.ShowsBenefits || p.Shows == decisionaid.ShowsRisks || p.Shows == decisionaid.ShowsBoth {
		for _, o := range g.aid.Options {
			if !asked(o.ID) {
				s.About, s.Ask = o.ID, fmt.Sprintf("%s: %s", o.Label, p.Ask)
				s.Because = "It is a question of the aid, and nobody noted that it was asked of this option."
				g.suggest(s)
			}
		}
		return
	}
	if !asked("") && !g.shown(p.Shows) {
		g.suggest(s)
	}
}

// shown reports whether options that were gone through answer a question: all of them tell the alternatives, and the one of doing nothing
// what happens then.
func (g *guide) shown(what decisionaid.Shows) bool {
	waits, rest := false, true
	for _, o := range g.aid.Options {
		if o.Kind.Waits() {
			waits = g.wentThrough(o)
		}
		rest = rest && g.wentThrough(o)
	}
	return what == decisionaid.ShowsNothing && waits || what == decisionaid.ShowsAlternatives && rest
}

// decision suggests what belongs to decision talk. Nobody is asked to decide while it is in doubt whether they can, and a decision that was
// put off is only come back to.
func (g *guide) decision() {
	s := Suggestion{Phase: DecisionTalk, Source: threeTalk.String()}
	switch {
	case g.talk.Decision != nil:
		g.decided(*g.talk.Decision)
		return
	case g.heldBack():
		return
	case g.talk.Deferred != nil:
		d := *g.talk.Deferred
		if d.On == g.on {
			return
		}
		s.ID, s.Events = "come_back", []string{d.Event}
		s.Ask = "Is this a good time to come back to the decision, or would you rather leave it for now?"
		s.Because = fmt.Sprintf("On %s it was put off", d.On.Long())
		if d.What.Until != "" {
			s.Because += " until: " + d.What.Until
		}
		s.Because += "."
	default:
		s.ID = "decide"
		s.Ask = "Would you like to decide now, think about it, or talk with somebody first?"
		s.Because = "No decision is noted, and none to wait."
	}
	g.suggest(s)
}

// decided suggests what to ask about a decision that stands. The person is asked nothing of one that somebody made in their best interests.
func (g *guide) decided(d Said[Decided]) {
	if _, interests := g.story.deciderIn(g.talk.ID, g.on); interests {
		return
	}
	label := d.What.Option
	for _, o := range g.aid.Options {
		if o.ID == label {
			label = o.Label
		}
	}
	if !slices.Contains(deciding, d.By.Role) {
		g.suggest(Suggestion{
			ID: "own_decision", About: d.What.Option, Phase: DecisionTalk, Source: threeTalk.String(), Events: []string{d.Event},
			Ask:     fmt.Sprintf("Is this what you want: %s?", label),
			Because: fmt.Sprintf("The decision of %s is noted as that of the %s, and not of the person or of both together.", d.On.Long(), phrase.Spoken(d.By.Role)),
		})
	}
	if len(d.What.Reasons) == 0 {
		g.suggest(Suggestion{
			ID: "reasons", About: d.What.Option, Phase: DecisionTalk, Source: threeTalk.String(), Events: []string{d.Event},
			Ask:     fmt.Sprintf("What speaks for it, for you: %s?", label),
			Because: fmt.Sprintf("The decision of %s is noted without reasons.", d.On.Long()),
		})
	}
}
