package sdm

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// What is asked of a plan, beside the criteria of the standard.
var asksOfPlans = [][2]string{
	{"agreed", "a plan was agreed, and the person or their representative is among those who agreed"},
	{"criteria", "it meets the criteria of what counts as a plan"},
	{"copy", "the person was given a copy"},
}

func (s *Story) plansShow(with Documents) []ThreadEvidence {
	if len(s.Plans) == 0 {
		return nothing("the record has no plan", asksOfPlans...)
	}
	var threads []ThreadEvidence
	for _, t := range s.Plans {
		e := show(t.ID)
		e.agreedPlan(t.State, asksOfPlans[0])
		e.criteria(t.State, with, asksOfPlans[1])
		e.copies(t.State, asksOfPlans[2])
		offer, offered := t.State.Offer()
		e.thread.Declined = offered && offer.Step.Status == plan.Declined && len(t.State.Versions()) == 0
		threads = append(threads, e.thread)
	}
	return threads
}

func (e *showing) agreedPlan(p *plan.State, asks [2]string) {
	versions := p.Versions()
	if len(versions) == 0 {
		e.add(asks[0], asks[1], NotShown, "none was agreed")
		return
	}
	last := versions[len(versions)-1]
	person := slices.ContainsFunc(last.Step.AgreedWith, func(a plan.Agreement) bool {
		return a.Role == plan.ThePerson || a.Role == plan.Representative || a.Role == plan.Together
	})
	e.pass(asks[0], asks[1], person, fmt.Sprintf("version %d of %s", len(versions), last.On.Long()), "a version was written, and nobody noted that the person agreed to it", last.ID)
}

// criteria adds what the standard finds of each criterion that a plan has to meet.
func (e *showing) criteria(p *plan.State, with Documents, asks [2]string) {
	var last string
	if versions := p.Versions(); len(versions) > 0 {
		last = versions[len(versions)-1].ID
	}
	if with.Plan == nil {
		e.add(asks[0], asks[1], NotKnown, "without a standard for plans nobody can tell", last)
		return
	}
	report := with.Plan.Report(plan.FactsOf(p, with.AsOf), with.Person)
	for _, f := range report.Findings {
		if f.Kind == with.Plan.Definition().Needed {
			e.finding(f.Finding, f.Title, last)
		}
	}
}

func (e *showing) copies(p *plan.State, asks [2]string) {
	var shared []string
	for _, s := range p.Sharings() {
		if slices.Contains(s.Step.With, plan.ForPerson) {
			shared = append(shared, s.ID)
		}
	}
	e.pass(asks[0], asks[1], len(shared) > 0, "yes", "nobody noted it", shared...)
}
