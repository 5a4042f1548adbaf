package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// awaited is what an action of a kind waits for, and how it is said where that has not come.
type awaited struct {
	kinds []RefKind
	says  string
}

// awaits says which kinds of action are done by something that the record holds too. Other actions are done by whoever does them.
var awaits = map[plan.ActionKind]awaited{
	plan.Referral: {[]RefKind{RefCommunity, RefChoice}, "this action is a referral, and nobody has been referred for it yet"},
	plan.Budget:   {[]RefKind{RefLine}, "this action is to be paid from a budget, and no line of a budget is for it yet"},
	plan.Support:  {[]RefKind{RefSupport}, "this action is support to look after oneself, and none was offered for it yet"},
}

// asFar says what goes before a word that something is not there: nothing, unless it may be in what is withheld, or cannot be read or told.
func (s *Story) asFar() string {
	switch {
	case s.gaps():
		return "as far as this copy shows, "
	case len(s.Unread)+len(s.Untold) > 0:
		return "as far as the record can be told, "
	}
	return ""
}

// open says what a link lacks in the whole record. It is no judgement: what is open may well be meant to be. Of a record that does not tell
// everything it says what that does not tell.
func (g *graph) open(l *Link) []string {
	if len(l.Over) > 0 {
		return nil
	}
	var open []string
	say := func(lacks bool, words string) {
		if lacks {
			open = append(open, g.asFar+words)
		}
	}
	none := func(refs []Ref, kinds ...RefKind) bool {
		return !slices.ContainsFunc(refs, func(r Ref) bool { return slices.Contains(kinds, r.Kind) })
	}
	say(g.doubtful[l.Ref], "the version in force no longer has it")
	switch l.Kind {
	case RefDecision:
		say(len(l.To) == 0 && !g.deferred[l.ID], "nothing follows from this decision yet")
	case RefNeed:
		say(none(l.To, RefGoal), "there is no goal for this need yet")
	case RefGoal:
		say(none(l.From, RefDecision), "this goal names no decision that it follows from")
		say(slices.ContainsFunc(l.From, g.isReplaced), "another decision has replaced the one that this goal follows from")
		say(none(l.To, RefAction), "nothing is to be done for this goal yet")
		say(!g.measured(l), "no score shows yet how far this goal is")
		say(none(l.To, RefReview), "no review has looked at this goal yet")
	case RefOutcome:
		say(none(l.From, RefGoal), "no goal leads to this outcome")
		say(!g.measured(l), "no score shows yet whether this came about")
	case RefAction:
		if a := g.actions[l.ID]; a != nil {
			wants, is := awaits[a.Kind]
			say(is && none(l.To, wants.kinds...), wants.says)
			say(!is && a.Who.IsZero() && len(l.To) == 0, "this action has no one and nothing yet")
		}
	case RefChoice, RefCommunity, RefSupport, RefLine:
		say(len(l.From) == 0, "it names neither the decision nor the action that it is for")
		say(len(l.From) > 0 && !g.settled[l.Ref] && !slices.ContainsFunc(l.From, g.holds), "nothing that it is for holds any more")
		say(!g.measured(l), "no score shows yet what came of it")
	case RefScore, RefAssessment:
		say(len(l.From) == 0, "it does not say what it is to show")
		say(none(l.To, RefReview), "no review has looked at it yet")
	case RefReview:
		say(len(l.From) == 0, "it names no goal, action or score that it looked at")
	}
	return open
}

// holds tells whether a thing holds still.
func (g *graph) holds(of Ref) bool { return len(g.link(of).Over) == 0 }

// isReplaced tells whether a thing is a decision whose place a later one took.
func (g *graph) isReplaced(of Ref) bool { return g.link(of).ReplacedBy != (Ref{}) }

// measured tells whether a score shows something of a link, of what came of it, or of the goal, outcome or action that it is for.
func (g *graph) measured(l *Link) bool {
	return g.scoredBelow(l.Ref, map[Ref]bool{}) || g.scoredAbove(l)
}

func (g *graph) scoredBelow(of Ref, seen map[Ref]bool) bool {
	if seen[of] {
		return false
	}
	seen[of] = true
	return of.Kind == RefScore || of.Kind == RefAssessment ||
		slices.ContainsFunc(g.link(of).To, func(to Ref) bool { return g.scoredBelow(to, seen) })
}

// scoredAbove looks at the scores of what a link is for, not at those of the rest of it.
func (g *graph) scoredAbove(l *Link) bool {
	return slices.ContainsFunc(l.From, func(from Ref) bool {
		switch from.Kind {
		case RefGoal, RefOutcome, RefAction:
			above := g.link(from)
			return slices.ContainsFunc(above.To, func(to Ref) bool { return to.Kind == RefScore || to.Kind == RefAssessment }) || g.scoredAbove(above)
		}
		return false
	})
}
