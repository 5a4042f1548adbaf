package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// graph is everything in a record that names something, and what it names.
type graph struct {
	links []Link
	at    map[Ref]int
	edges map[[2]int]bool // by the places of both ends, while they are gathered
	// deferred are the decisions not to decide yet, and actions the actions of plans, by id.
	deferred map[string]bool
	actions  map[string]*plan.Action
	// settled are referrals and offers that have come to their end, and doubtful the parts of plans that may be in what is withheld from a copy
	// of the version in force.
	settled, doubtful map[Ref]bool
	// asFar goes before what is not there, where not everything of the record is shown or can be told; empty where it is.
	asFar string
}

// levels say which things can name which: everything names only things of lower levels, so no chain runs in a circle.
var levels = map[RefKind]int{
	RefDecision: 0, RefNeed: 1, RefGoal: 2, RefOutcome: 3, RefAction: 4,
	RefChoice: 5, RefCommunity: 5, RefSupport: 5, RefLine: 5,
	RefScore: 6, RefAssessment: 6, RefReview: 7,
}

// graph puts the chains of the whole record together.
func (s *Story) graph() *graph {
	g := &graph{at: map[Ref]int{}, edges: map[[2]int]bool{}, deferred: map[string]bool{}, actions: map[string]*plan.Action{}, settled: map[Ref]bool{}, doubtful: map[Ref]bool{}, asFar: s.asFar()}
	g.decisions(s)
	g.parts(s)
	g.choices(s)
	g.community(s)
	g.support(s)
	g.lines(s)
	g.scores(s)
	g.planReviews(s)
	g.budgetReviews(s)
	slices.SortStableFunc(g.links, func(a, b Link) int { return levels[a.Kind] - levels[b.Kind] })
	for i, l := range g.links {
		g.at[l.Ref] = i
	}
	for i := range g.links {
		g.order(g.links[i].From)
		g.order(g.links[i].To)
	}
	return g
}

// order puts references in the order of the links.
func (g *graph) order(refs []Ref) {
	slices.SortFunc(refs, func(a, b Ref) int { return g.at[a] - g.at[b] })
}

func (g *graph) link(of Ref) *Link { return &g.links[g.at[of]] }

// add adds a thing.
func (g *graph) add(of Ref, event string, on day.Day, says string) {
	if i, there := g.at[of]; there { // a later form of it
		g.links[i].Event, g.links[i].On, g.links[i].Says = event, on, says
		return
	}
	g.at[of] = len(g.links)
	g.links = append(g.links, Link{Ref: of, Event: event, On: on, Says: says})
}

// named sees to it that what is named has a link. What is not there stands in an event that cannot be read or is withheld.
func (g *graph) named(of Ref) {
	if _, there := g.at[of]; !there {
		g.add(of, "", day.Day{}, "in an event that cannot be read or is withheld")
	}
}

// edge says that one thing names others.
func (g *graph) edge(to Ref, from ...Ref) {
	for _, f := range from {
		if f.ID == "" {
			continue
		}
		g.named(f)
		if ends := [2]int{g.at[f], g.at[to]}; !g.edges[ends] {
			g.edges[ends] = true
			g.link(to).From = append(g.link(to).From, f)
			g.link(f).To = append(g.link(f).To, to)
		}
	}
}

// each makes references of one kind.
func each(kind RefKind, ids ...string) []Ref {
	refs := make([]Ref, len(ids))
	for i, id := range ids {
		refs[i] = Ref{Kind: kind, ID: id}
	}
	return refs
}

// scoreRefs makes references to events with scores, of questionnaires or of activation.
func (s *Story) scoreRefs(ids []string) []Ref {
	refs := make([]Ref, len(ids))
	for i, id := range ids {
		refs[i] = Ref{Kind: RefScore, ID: id}
		if s.known.events[id].is() == RefAssessment {
			refs[i].Kind = RefAssessment
		}
	}
	return refs
}

func (g *graph) decisions(s *Story) {
	for _, d := range s.known.decisions {
		g.add(Ref{Kind: RefDecision, ID: d.event}, d.event, d.on, d.says(s.Talks[d.talk].Opened))
		g.deferred[d.event] = d.option == ""
	}
	g.replaced(s.known.decisions)
}

func (g *graph) parts(s *Story) {
	now := s.goalsNow()
	for _, p := range s.known.partList {
		g.add(p.ref, p.event, p.on, p.says(now))
		of := s.Plans[p.plan].State
		latest, _ := of.Latest()
		inPart := slices.Contains(s.Parts, latest.ID)
		g.over(p.ref, p.over(of, inPart)...)
		g.doubtful[p.ref] = inPart && latest.ID != p.event
	}
	for _, p := range s.known.partList {
		switch p.ref.Kind {
		case RefGoal:
			g.edge(p.ref, Ref{Kind: RefNeed, ID: p.under}, Ref{Kind: RefDecision, ID: p.goal.Decision})
			for _, o := range p.goal.Outcomes {
				g.edge(Ref{Kind: RefOutcome, ID: o}, p.ref)
			}
		case RefAction:
			g.actions[p.ref.ID] = p.action
			g.edge(p.ref, Ref{Kind: RefGoal, ID: p.under})
		}
	}
}

func (g *graph) choices(s *Story) {
	for _, t := range s.Choices {
		ref := Ref{Kind: RefChoice, ID: t.ID}
		last := t.State.Referred[len(t.State.Referred)-1]
		g.add(ref, last.Event, last.On, t.State.says())
		g.settled[ref] = len(t.State.Made) > 0
		g.edge(ref, Ref{Kind: RefDecision, ID: last.What.Decision})
		g.edge(ref, each(RefAction, last.What.Actions...)...)
	}
}

func (g *graph) community(s *Story) {
	for _, t := range s.Community {
		ref := Ref{Kind: RefCommunity, ID: t.ID}
		g.add(ref, t.ID, t.On, communitySays(t.State))
		g.settled[ref] = t.State.State() == community.StateClosed || t.State.State() == community.StateDeclined
		if o, ok := t.State.Offered(); ok {
			g.edge(ref, Ref{Kind: RefDecision, ID: o.Body.Decision})
		}
		if r, ok := t.State.Referred(); ok {
			g.edge(ref, Ref{Kind: RefDecision, ID: r.Body.Decision})
			g.edge(ref, each(RefAction, r.Body.Actions...)...)
		}
		for _, c := range t.State.Connections() {
			g.edge(ref, each(RefAction, c.Body.Actions...)...)
		}
	}
}

func (g *graph) support(s *Story) {
	for _, t := range s.Support {
		opened := t.State.Offered()
		for _, p := range t.State.Progress() {
			ref := Ref{Kind: RefSupport, In: t.ID, ID: p.Offer}
			g.add(ref, p.Step, p.On, supportSays(p))
			g.settled[ref] = p.Ended != "" || p.Answer == support.Declined
			g.edge(ref, Ref{Kind: RefDecision, ID: opened.Decision})
			g.edge(ref, each(RefAction, opened.Actions...)...)
			g.edge(ref, each(RefAction, p.Actions...)...)
		}
	}
}

// lines takes each line as the last budget with it has it.
func (g *graph) lines(s *Story) {
	for _, t := range s.Budgets {
		for _, a := range t.State.Agreed {
			for _, l := range a.Step.Lines {
				ref := Ref{Kind: RefLine, In: t.ID, ID: l.ID}
				g.add(ref, a.ID, a.On, l.What+", "+l.Cost.String())
				g.link(ref).Over = lineOver(t.State, a.ID, l.Mode)
				g.edge(ref, each(RefNeed, l.Needs...)...)
				g.edge(ref, each(RefOutcome, l.Outcomes...)...)
				g.edge(ref, each(RefAction, l.Actions...)...)
			}
		}
	}
}
