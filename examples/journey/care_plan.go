package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// carePlan is March: a care and support plan in which each goal says which decision it follows from. Its first version is not quite a plan.
func carePlan(t *teller) {
	offered, agreed, mended := date(time.March, 2), date(time.March, 9), date(time.March, 11)
	t.chapter("March: a plan of her own (care and support plan)")
	t.say("%s. %s offers a care and support plan. Rosa accepts, and tells her story once.", offered.Long(), nurse.Name)
	t.ids.plan = t.note(offered, nurse, "", plan.Offered{Status: plan.Accepted})
	t.note(offered, nurse, t.ids.plan, plan.Reached{Stage: "prepare"})
	told := saidBy(rosaHerself, offered, "gp_practice", "hospital")
	t.note(offered, nurse, t.ids.plan, plan.Told{Statements: []plan.Statement{
		{Text: "Penicillin gives me a rash", Answers: "allergy", Said: told},
		{Text: "Polio at four. My legs tire, they do not hurt", Answers: "long_term_conditions", Said: told},
	}})
	t.note(agreed, nurse, t.ids.plan, plan.Reached{Stage: "conversation"})

	version := firstVersion(t.ids.exercise, agreed)
	t.ids.agreed = t.note(agreed, nurse, t.ids.plan, plan.Agreed{Version: version})
	t.say("%s. What they agree:", agreed.Long())
	t.goals()
	t.heading("Is it a plan? The five criteria")
	t.criteria(agreed)

	version.Review.Informal = "Ring Amina on a Thursday, and she looks at it with me"
	t.ids.agreed = t.note(mended, nurse, t.ids.plan, plan.Agreed{Supersedes: t.ids.agreed, Version: version})
	t.note(mended, nurse, t.ids.plan, plan.Reached{Stage: "record"})
	t.note(mended, nurse, t.ids.plan, plan.Shared{With: []string{plan.ForPerson}, How: "large print"})
	t.say("%s. They write in how she can have it looked at in between. The version that supersedes the first:", mended.Long())
	report := t.report(mended)
	t.point("%s: does it count as a plan? %s. %s Rosa has a copy in large print.", report.Standard, report.CountsAsPlan, ofTheFive(report))
	t.badDays(mended)
	current := t.plans.Currency(thread(t.story().Plans, t.ids.plan), mended)
	t.point("it is %s until %s. %s %s", current.State, current.Until.Long(), current.Because,
		t.ground(&t.plans.Definition().Header, current.Basis, current.Source))
}

// badDays offers what one action of the plan asks for. The offer names the action and the decision, so that nobody has to guess what it is for.
func (t *teller) badDays(on day.Day) {
	level := t.story().Assessments
	if len(level) == 0 {
		return
	}
	list := t.tailored(support.Given{On: on, Person: t.who, Answers: t.parse(t.offers.Policy().Sheet(), supportWanted), Assessment: &level[0].What.Assessment,
		Threads: []*support.State{thread(t.story().Support, t.ids.offers)}})
	offered, err := list.Offered(t.ids.level, "action_plan")
	t.keep(err)
	offered.Decision, offered.Actions = t.ids.exercise, []string{"bad_days"}
	t.ids.badDays = t.note(on, nurse, "", offered)
	t.answer(on, t.ids.badDays, "action_plan", support.TakenUp, "On bad days I am good at giving up.")
}

// goals prints the goals of the plan as they stand, with the decision that each follows from.
func (t *teller) goals() {
	for _, g := range thread(t.story().Plans, t.ids.plan).Goals() {
		from := ""
		if g.Decision != "" {
			from = " It follows from the decision in event " + g.Decision + "."
		}
		t.point("goal %s: %s. Why: %s.%s", g.ID, g.Text, g.Why, from)
		for _, a := range g.Actions {
			t.sub("%s: %s (%s)", a.ID, a.What, a.Who)
		}
	}
}

// report holds the plan against the standard.
func (t *teller) report(on day.Day) plan.Report {
	return t.plans.Report(plan.FactsOf(thread(t.story().Plans, t.ids.plan), on), t.who)
}

// ofTheFive says how many of the five criteria are met.
func ofTheFive(report plan.Report) string {
	met, all := 0, 0
	for _, f := range report.Findings {
		if f.Kind != "five_criteria" {
			continue
		}
		if all++; f.State == policy.Met {
			met++
		}
	}
	if met == all {
		return "All five criteria are met."
	}
	return fmt.Sprintf("Of the five criteria %d are met.", met)
}

// criteria prints the five criteria, and for one that is not met the fields that decide it and how to mend them.
func (t *teller) criteria(on day.Day) {
	of := &t.plans.Definition().Header
	for _, f := range t.report(on).Findings {
		if f.Kind != "five_criteria" {
			continue
		}
		t.finding(of, f.Finding)
		if f.State == policy.Met {
			continue
		}
		var mends []string
		for _, place := range f.Places {
			if !slices.Contains(mends, place.Mend) {
				mends = append(mends, place.Mend)
				t.sub("the field that decides: %s is %s. %s", strings.Join(place.At, ", "), place.Is, place.Mend)
			}
		}
	}
}
