package sdm

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// version looks up what a version of a plan names, and the ids that another plan already has for something else.
func (n *naming) version(v *plan.Version) {
	for i, o := range v.Outcomes {
		n.meaning(RefOutcome, o.ID, "outcomes[%d].id", i)
	}
	for i, need := range v.Needs {
		n.meaning(RefNeed, need.ID, "needs[%d].id", i)
		for k, g := range need.Goals {
			n.meaning(RefGoal, g.ID, "needs[%d].goals[%d].id", i, k)
			n.event(g.Decision, decisionKinds, "needs[%d].goals[%d].decision", i, k)
			for m, a := range g.Actions {
				n.meaning(RefAction, a.ID, "needs[%d].goals[%d].actions[%d].id", i, k, m)
			}
		}
	}
}

// meaning asks that an id means the same kind of thing as in the other plans of the record, since referrals and budgets name it alone.
func (n *naming) meaning(kind RefKind, id, field string, args ...any) {
	at, there := n.story.known.parts[id]
	if !there {
		return
	}
	if p := n.story.known.partList[at]; p.ref.Kind != kind {
		n.faults.Tell(nil, fmt.Sprintf(field, args...), fmt.Sprintf("give the %s another id", kind), "the id %.80q already names %s in event %s",
			id, article(p.ref.Kind.String()), p.event)
	}
}

// learn keeps the parts of a version that was agreed.
func (s *Story) learn(e Event, v *plan.Version) {
	if s.known.parts == nil {
		s.known.parts = map[string]int{}
	}
	if e.Part {
		s.gap(e, e.Body.Kind())
	}
	at := int(s.known.events[e.ID].at)
	keep := func(p part) {
		p.event, p.on, p.plan = e.ID, e.On, at
		if i, before := s.known.parts[p.ref.ID]; before {
			s.known.partList[i] = p
			return
		}
		s.known.parts[p.ref.ID] = len(s.known.partList)
		s.known.partList = append(s.known.partList, p)
	}
	for i := range v.Needs {
		need := &v.Needs[i]
		keep(part{ref: Ref{Kind: RefNeed, ID: need.ID}, text: need.Text})
		for k := range need.Goals {
			g := &need.Goals[k]
			keep(part{ref: Ref{Kind: RefGoal, ID: g.ID}, under: need.ID, text: g.Text, goal: g})
			for m := range g.Actions {
				a := &g.Actions[m]
				keep(part{ref: Ref{Kind: RefAction, ID: a.ID}, under: g.ID, text: a.What, action: a})
			}
		}
	}
	for _, o := range v.Outcomes {
		keep(part{ref: Ref{Kind: RefOutcome, ID: o.ID}, text: o.Text})
	}
}

// learnLines keeps the lines of a budget that was agreed.
func (s *Story) learnLines(id string, lines []budget.Line) {
	if s.known.lines == nil {
		s.known.lines = map[Ref]bool{}
	}
	for _, l := range lines {
		s.known.lines[Ref{Kind: RefLine, In: id, ID: l.ID}] = true
	}
}

// learnEntry keeps the first time that money was paid out.
func (s *Story) learnEntry(e Event, entry budget.Entry) {
	if _, before := s.known.paid[e.In]; entry.What != budget.Release || before {
		return
	}
	if s.known.paid == nil {
		s.known.paid = map[string]string{}
	}
	s.known.paid[e.In] = e.ID
}
