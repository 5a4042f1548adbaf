package main

import (
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// Those who have a part in the plan.
var (
	rosaHerself = plan.Someone{Role: plan.ThePerson}
	theGP       = plan.Someone{Role: plan.Professional, Name: gp.Name, Organisation: "Millbank surgery"}
	theNurse    = plan.Someone{Role: plan.Professional, Name: nurse.Name, Organisation: "Millbank surgery", Contact: "01632 960120"}
	thePhysio   = plan.Someone{Role: plan.Professional, Name: physio.Name, Organisation: "Millbank surgery"}
	nell        = plan.Someone{Role: plan.Family, Name: "Nell Hallam", Contact: "01632 960121"}
)

func saidBy(who plan.Someone, on day.Day, audience ...string) plan.Said {
	return plan.Said{By: who, On: on, Audience: audience}
}

// firstVersion is the plan of March. Two goals follow from the decision about the hip; what she said of her evenings is for the practice alone.
func firstVersion(decision string, on day.Day) plan.Version {
	said := saidBy(rosaHerself, on)
	by := func(who plan.Someone, id, what string, kind plan.ActionKind, due day.Day) plan.Action {
		a := plan.Action{ID: id, What: what, Who: who, Kind: kind, Due: due, Status: plan.NotStarted}
		if who == rosaHerself {
			a.Confidence = plan.Rate(7)
		}
		return a
	}
	return plan.Version{
		About: plan.AboutMe{
			Important:     []plan.Statement{{Text: "Ivy, my granddaughter, and being where she can see me", Said: said}},
			People:        []plan.Statement{{Text: "Nell, my daughter, in Saltmere", Said: said}},
			Communication: []plan.Statement{{Text: "Large print, and look at me, not at who pushes the chair", Said: said}},
			Wellness:      []plan.Statement{{Text: "Some evenings I cry and do not know why", Said: saidBy(rosaHerself, on, "gp_practice")}},
			DoAndDoNot:    []plan.Statement{{Text: "Do not lift me by the arms", Said: said}},
			SupportedBy:   theNurse, Updated: on,
		},
		Matters:   []plan.Statement{{Text: "To be at the school gate when Ivy comes out, on my own wheels", Said: said}},
		Strengths: []plan.Statement{{Text: "Arms like a rower, and I have never missed a bus", Said: said}},
		Outcomes: []plan.Outcome{
			{ID: "moving", Text: "Less pain when I get up and turn", Measure: "oxford-hip-score", Said: said},
			{ID: "out_and_about", Text: "Out on my own on school days", Said: said},
			{ID: "company", Text: "Somebody to talk to in the week", Measure: "ons4", Said: said},
		},
		Needs: []plan.Need{
			{ID: "hip", Text: "My hip wakes me, and every transfer hurts", Area: plan.Health, Said: said, Goals: []plan.Goal{{
				ID: "gate", Text: "At the school gate twice a week by the autumn", Why: "Ivy looks for me", Owner: rosaHerself, Importance: plan.Rate(10),
				Status: plan.UnderWay, Decision: decision, Outcomes: []string{"moving", "out_and_about"}, Said: said,
				Actions: []plan.Action{
					by(rosaHerself, "exercise", "Strength exercises at home twice a week", plan.Self, date(time.June, 1)),
					by(thePhysio, "exercise_review", "Look at the exercises with her every month", plan.ByOthers, date(time.June, 1)),
					by(rosaHerself, "bad_days", "Learn to plan for the bad days", plan.Support, date(time.July, 1)),
				},
			}}},
			{ID: "kerbs", Text: "My old chair does not get up a kerb", Area: plan.DailyLife, Said: said, Goals: []plan.Goal{{
				ID: "wheels", Text: "From home to school and back without help", Why: "I do not want to be pushed", Owner: rosaHerself, Importance: plan.Rate(9),
				Status: plan.UnderWay, Outcomes: []string{"out_and_about"}, Said: said,
				Actions: []plan.Action{by(theNurse, "wheelchair", "Ask for a personal wheelchair budget", plan.Budget, date(time.April, 15))},
			}}},
			{ID: "lonely", Text: "From Sunday to Sunday I talk to nobody but the kettle", Area: plan.Wellbeing, Said: said, Goals: []plan.Goal{{
				ID: "sing", Text: "Something with people in it, every week", Why: "I used to sing", Owner: rosaHerself, Importance: plan.Rate(6),
				Status: plan.UnderWay, Outcomes: []string{"company"}, Said: said,
				Actions: []plan.Action{by(theNurse, "link_worker", "Refer to the link worker", plan.Referral, date(time.March, 31))},
			}}},
		},
		Contingency: []plan.Contingency{{
			ID: "fall", Name: "If I fall at home", Triggers: []string{"I am on the floor and cannot get up"},
			Steps: []string{"I press the pendant", "Nell has the key"}, Contacts: []plan.Someone{nell}, Responsible: theNurse, Said: said,
		}},
		Involved:    []plan.Involved{{Someone: thePhysio, Part: "the exercises"}, {Someone: nell, Part: "the key and the lifts"}},
		InvolvedBy:  plan.ThePerson,
		Coordinator: theNurse,
		Shares: []plan.Share{
			{Audience: "gp_practice", Who: "Millbank surgery", AllowedBy: plan.ThePerson},
			{Audience: "hospital", Who: "whoever treats my hip", AllowedBy: plan.ThePerson},
		},
		AgreedWith: []plan.Agreement{{Someone: rosaHerself, On: on}, {Someone: theNurse, On: on}},
		Review:     plan.ReviewPlan{Due: date(time.December, 15), Responsible: theNurse},
	}
}
