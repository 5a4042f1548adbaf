package plan_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// changed gives the whole plan as a step with one thing changed.
func changed(change func(v *plan.Version)) plan.Agreed {
	v := whole()
	change(&v)
	return plan.Agreed{Version: v}
}

// TestWhatIsWrongInAStep holds that each fault names its field and how to mend it, without any step before it.
func TestWhatIsWrongInAStep(t *testing.T) {
	no := ""
	for name, c := range map[string]struct {
		step  plan.Step
		field string
		why   string
	}{
		"a goal that no one owns":         {changed(func(v *plan.Version) { v.Needs[1].Goals[0].Owner = plan.Someone{} }), "needs[1].goals[0].owner", "nobody owns this goal"},
		"an owner who is nobody":          {changed(func(v *plan.Version) { v.Needs[1].Goals[0].Owner = plan.Someone{Contact: "x"} }), "needs[1].goals[0].owner", "who it is"},
		"an action without a who":         {changed(func(v *plan.Version) { v.Needs[0].Goals[0].Actions[1].Who = plan.Someone{} }), "needs[0].goals[0].actions[1].who", "who does it"},
		"importance 11":                   {changed(func(v *plan.Version) { v.Needs[0].Goals[0].Importance = plan.Rate(11) }), "needs[0].goals[0].importance", "it is 11"},
		"importance 0":                    {changed(func(v *plan.Version) { v.Needs[0].Goals[0].Importance = plan.Rate(0) }), "needs[0].goals[0].importance", "it is 0"},
		"confidence -1":                   {changed(func(v *plan.Version) { v.Needs[0].Goals[0].Actions[0].Confidence = plan.Rate(-1) }), "needs[0].goals[0].actions[0].confidence", "it is -1"},
		"the id of a goal twice":          {changed(func(v *plan.Version) { v.Needs[1].Goals[0].ID = "walk" }), "needs[1].goals[0].id", "already names a goal"},
		"a need with the id of an action": {changed(func(v *plan.Version) { v.Needs[1].ID = "exercise" }), "needs[1].id", "already names an action"},
		"a statement's id twice":          {changed(func(v *plan.Version) { v.Matters[0].ID = "s1" }), "what_matters[0].id", "already names a statement"},
		"a need without an id":            {changed(func(v *plan.Version) { v.Needs[0].ID = no }), "needs[0].id", "no id"},
		"a need without words":            {changed(func(v *plan.Version) { v.Needs[0].Text = " \n" }), "needs[0].text", "empty"},
		"an outcome that there is not":    {changed(func(v *plan.Version) { v.Needs[0].Goals[0].Outcomes = []string{"out"} }), "needs[0].goals[0].outcomes[0]", "no outcome"},
		"a goal in place of an outcome":   {changed(func(v *plan.Version) { v.Needs[1].Goals[0].Outcomes = []string{"walk"} }), "needs[1].goals[0].outcomes[0]", "no outcome"},
		"an unknown status":               {changed(func(v *plan.Version) { v.Needs[0].Goals[0].Status = "underway" }), "needs[0].goals[0].status", "did you mean under_way"},
		"an unknown achievement":          {changed(func(v *plan.Version) { v.Needs[0].Goals[0].Achievement = "failed" }), "needs[0].goals[0].achievement", "achieved, partly, not"},
		"an unknown kind of action":       {changed(func(v *plan.Version) { v.Needs[0].Goals[0].Actions[0].Kind = "x" }), "needs[0].goals[0].actions[0].kind", "stands for nothing"},
		"an unknown area":                 {changed(func(v *plan.Version) { v.Needs[0].Area = "x" }), "needs[0].area", "stands for nothing"},
		"an empty step on the way":        {changed(func(v *plan.Version) { v.Needs[0].Goals[0].Actions[0].Stages[0].Text = no }), "needs[0].goals[0].actions[0].stage_goals[0].text", "empty"},
		"contingency without a trigger":   {changed(func(v *plan.Version) { v.Contingency[0].Triggers = nil }), "contingency[0].triggers", "what sets it off"},
		"an empty trigger":                {changed(func(v *plan.Version) { v.Contingency[0].Triggers[0] = no }), "contingency[0].triggers[0]", "empty"},
		"nobody to call":                  {changed(func(v *plan.Version) { v.Contingency[0].Contacts[0] = plan.Someone{} }), "contingency[0].contacts[0]", "whom to call"},
		"an additional plan of nothing":   {changed(func(v *plan.Version) { v.Additional[0].Name = no }), "additional_plans[0].name", "empty"},
		"somebody involved is nobody":     {changed(func(v *plan.Version) { v.Involved[1] = plan.Involved{Part: "x"} }), "involved[1]", "who was involved"},
		"an unknown role":                 {changed(func(v *plan.Version) { v.Coordinator.Role = "nurse" }), "coordinator.role", "stands for nothing"},
		"an unknown role of a statement":  {changed(func(v *plan.Version) { v.About.Wellness[0].By.Role = "persn" }), "about_me.wellness[0].by.role", "did you mean person"},
		"a reader without a word":         {changed(func(v *plan.Version) { v.Shares[1].Audience = no }), "shared_with[1].audience", "empty"},
		"a reader twice":                  {changed(func(v *plan.Version) { v.Shares[1].Audience = "gp_practice" }), "shared_with[1].audience", "twice"},
		"an audience of nobody":           {changed(func(v *plan.Version) { v.Matters[0].Audience = []string{"family", no} }), "what_matters[0]", "entry 2"},
		"a representative without name":   {changed(func(v *plan.Version) { v.AgreedWith[0].Role = plan.Representative }), "agreed_with[0].name", "who decided"},
		"agreed by nobody":                {changed(func(v *plan.Version) { v.AgreedWith[0].Someone = plan.Someone{} }), "agreed_with[0]", "who agreed"},
		"an unknown offer":                {plan.Offered{Status: "yes"}, "status", "stands for nothing"},
		"an empty reason":                 {plan.Offered{Status: plan.Declined, Reasons: []string{no}}, "reasons[0]", "empty"},
		"nothing told":                    {plan.Told{}, "statements", "nothing was said"},
		"an empty statement":              {plan.Told{Statements: []plan.Statement{{}}}, "statements[0].text", "empty"},
		"no stage":                        {plan.Reached{}, "stage", "empty"},
		"a review of no kind":             {plan.Reviewed{}, "review", "formal, informal"},
		"a review of a goal twice":        {plan.Reviewed{How: plan.Formal, Goals: []plan.GoalReviewed{{Goal: "walk"}, {Goal: "walk"}}}, "goals[1].goal", "twice"},
		"a review of an action twice":     {plan.Reviewed{How: plan.Formal, Actions: []plan.ActionReviewed{{Action: "club"}, {Action: "club"}}}, "actions[1].action", "twice"},
		"a score twice":                   {plan.Reviewed{How: plan.Formal, Scores: []string{"a", "b", "a"}}, "scores[2]", "twice"},
		"a score without an id":           {plan.Reviewed{How: plan.Formal, Goals: []plan.GoalReviewed{{Goal: "walk", Scores: []string{no}}}}, "goals[0].scores[0]", "empty"},
		"nobody took part":                {plan.Reviewed{How: plan.Formal, With: []plan.Someone{{}}}, "with[0]", "who took part"},
		"shared with nobody":              {plan.Shared{}, "with", "who was given"},
		"an end without a reason":         {plan.Ended{}, "reason", "empty"},
	} {
		err := c.step.Check()
		var faults fault.Faults
		var first fault.Fault
		if !errors.As(err, &faults) || !errors.As(err, &first) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(faults) != 1 || first.Field != c.field || first.Mend == "" || !strings.Contains(first.Error(), c.why) {
			t.Errorf("%s: want %s (%s), got %v", name, c.field, c.why, err)
		}
	}
	for _, e := range steps() {
		if err := e.step.Check(); err != nil {
			t.Errorf("%s: %v", e.id, err)
		}
	}
}

// TestWhatDoesNotFit holds that a step which does not go with the steps before it names its field and leaves the state as it was.
func TestWhatDoesNotFit(t *testing.T) {
	second := changed(func(v *plan.Version) { v.Review.Due = on("2027-01-01") })
	with := func(supersedes string) plan.Agreed { second.Supersedes = supersedes; return second }
	all := steps()
	whole := func(more ...event) []event { return append(steps(), more...) }
	for name, c := range map[string]struct {
		before []event
		next   event
		field  string
		why    string
	}{
		"before an earlier event":           {all, event{"x", "2026-06-11", plan.Reached{Stage: "act"}}, "on", "lies before 2026-06-12"},
		"without a day":                     {all, event{"x", "", plan.Reached{Stage: "act"}}, "on", "no day"},
		"without an id":                     {all, event{"", "2026-07-01", plan.Reached{Stage: "act"}}, "id", "no id"},
		"with the id of another":            {all, event{"e3", "2026-07-01", plan.Reached{Stage: "act"}}, "id", "earlier event"},
		"a first version that supersedes":   {all[:5], event{"x", "2026-03-09", with("e1")}, "supersedes", `no earlier version "e1"`},
		"a version that supersedes nothing": {all, event{"x", "2026-07-01", with("")}, "supersedes", "does not say"},
		"supersedes that names no version":  {all, event{"x", "2026-07-01", with("e8")}, "supersedes", `no earlier version "e8"`},
		"supersedes one that is superseded": {whole(event{"v2", "2026-07-01", with("e6")}), event{"x", "2026-07-02", with("e6")}, "supersedes", "already been superseded"},
		"a review before agreement":         {all[:5], event{"x", "2026-03-09", plan.Reviewed{How: plan.Formal}}, "", "nothing has been agreed"},
		"a review due before agreement":     {all[:5], event{"x", "2026-09-10", plan.Agreed{Version: all[5].step.(plan.Agreed).Version}}, "review.due", "before the plan was agreed"},
		"the next review before this one":   {all, event{"x", "2026-07-01", plan.Reviewed{How: plan.Formal, Next: on("2026-06-30")}}, "next", "before this one"},
		"a review of an unknown goal":       {all, event{"x", "2026-07-01", plan.Reviewed{How: plan.Formal, Goals: []plan.GoalReviewed{{Goal: "meet"}, {Goal: "swim"}}}}, "goals[1].goal", `no goal "swim"`},
		"a review of an action as a goal":   {all, event{"x", "2026-07-01", plan.Reviewed{How: plan.Formal, Goals: []plan.GoalReviewed{{Goal: "club"}}}}, "goals[0].goal", `no goal "club"`},
		"a review of an unknown action":     {all, event{"x", "2026-07-01", plan.Reviewed{How: plan.Formal, Actions: []plan.ActionReviewed{{Action: "walk"}}}}, "actions[0].action", `no action "walk"`},
		"sharing before agreement":          {all[:5], event{"x", "2026-03-09", plan.Shared{With: []string{plan.ForPerson}}}, "", "no version yet"},
		"sharing an unknown version":        {all, event{"x", "2026-07-01", plan.Shared{Version: "e1", With: []string{plan.ForPerson}}}, "version", `no version "e1"`},
		"sharing that nobody allowed":       {all, event{"x", "2026-07-01", plan.Shared{With: []string{"gp_practice", "insurer"}}}, "with[1]", "nobody allowed"},
		"a plan that the person declined":   {append(steps()[:1:1], event{"no", "2026-02-20", plan.Offered{Status: plan.Declined}}), event{"x", "2026-03-09", plan.Agreed{}}, "", "declined a plan on 2026-02-20"},
		"an end before the beginning":       {nil, event{"x", "2026-03-09", plan.Ended{Reason: "x"}}, "", "nothing has begun"},
		"after the end":                     {whole(event{"end", "2026-07-01", plan.Ended{Reason: "moved away"}}), event{"x", "2026-07-02", plan.Reached{Stage: "act"}}, "", "the plan ended"},
		"a statement that replaces nothing": {all, event{"x", "2026-07-01", plan.Told{Statements: []plan.Statement{{Text: "a", Replaces: "t9"}}}}, "statements[0].replaces", `no earlier statement "t9"`},
		"a statement that replaces a goal":  {all, event{"x", "2026-07-01", plan.Told{Statements: []plan.Statement{{Text: "a", Replaces: "walk"}}}}, "statements[0].replaces", "no earlier statement"},
		"a statement that replaces itself":  {all, event{"x", "2026-07-01", plan.Told{Statements: []plan.Statement{{ID: "t1", Text: "a", Replaces: "t1"}}}}, "statements[0].replaces", "its own place"},
		"a statement with the id of a goal": {all, event{"x", "2026-07-01", plan.Told{Statements: []plan.Statement{{ID: "walk", Text: "a"}}}}, "statements[0].id", "named a goal"},
		"a goal that was an action":         {all, event{"x", "2026-07-01", plan.Agreed{Supersedes: "e6", Version: withGoal("club")}}, "needs[0].goals[0].id", "named an action in an earlier version"},
		"said after the day of the event":   {all, event{"x", "2026-07-01", plan.Told{Statements: []plan.Statement{own("", "a", "2026-07-02")}}}, "statements[0].on", "lies after"},
		"agreed after the day of the event": {all[:5], event{"x", "2026-03-09", changed(func(v *plan.Version) { v.AgreedWith[1].On = on("2026-03-10") })}, "agreed_with[1].on", "lies after"},
		"a need that was said tomorrow":     {all[:5], event{"x", "2026-03-09", changed(func(v *plan.Version) { v.Needs[0].On = on("2026-03-10") })}, "needs[0].on", "lies after"},
	} {
		s := after(t, c.before...)
		want := after(t, c.before...)
		var d day.Day
		if c.next.day != "" {
			d = on(c.next.day)
		}
		err := s.Apply(c.next.id, d, c.next.step)
		var faults fault.Faults
		if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Field != c.field || faults[0].Mend == "" || !strings.Contains(faults[0].Says, c.why) {
			t.Errorf("%s: want %q (%s), got %v", name, c.field, c.why, err)
		}
		if diff := cmp.Diff(want, s, cmp.AllowUnexported(plan.State{}), cmp.Exporter(exportAll), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s changed the state: %s", name, diff)
		}
	}
}

// withGoal is a small version with one goal of an id.
func withGoal(id string) plan.Version {
	return plan.Version{Needs: []plan.Need{{ID: "n", Text: "x", Goals: []plan.Goal{{ID: id, Text: "x", Owner: mary}}}}}
}

// TestDatesBeforeBirth holds that every day of every step is held against the day of birth, where it is known.
func TestDatesBeforeBirth(t *testing.T) {
	early := on("1939-12-31")
	for field, step := range map[string]plan.Step{
		"about_me.updated":                     changed(func(v *plan.Version) { v.About.Updated = early }),
		"about_me.most_important[0].on":        changed(func(v *plan.Version) { v.About.Important[0].On = early }),
		"what_matters[0].on":                   changed(func(v *plan.Version) { v.Matters[0].On = early }),
		"outcomes[0].on":                       changed(func(v *plan.Version) { v.Outcomes[0].On = early }),
		"needs[0].on":                          changed(func(v *plan.Version) { v.Needs[0].On = early }),
		"needs[0].goals[0].on":                 changed(func(v *plan.Version) { v.Needs[0].Goals[0].On = early }),
		"needs[0].goals[0].actions[0].due":     changed(func(v *plan.Version) { v.Needs[0].Goals[0].Actions[0].Due = early }),
		"needs[0].goals[0].actions[0].updated": changed(func(v *plan.Version) { v.Needs[0].Goals[0].Actions[0].Updated = early }),
		"needs[0].goals[0].actions[0].review":  changed(func(v *plan.Version) { v.Needs[0].Goals[0].Actions[0].Review = early }),
		"contingency[0].updated":               changed(func(v *plan.Version) { v.Contingency[0].Updated = early }),
		"contingency[0].review":                changed(func(v *plan.Version) { v.Contingency[0].Review = early }),
		"additional_plans[0].review":           changed(func(v *plan.Version) { v.Additional[0].Review = early }),
		"agreed_with[0].on":                    changed(func(v *plan.Version) { v.AgreedWith[0].On = early }),
		"statements[0].on":                     plan.Told{Statements: []plan.Statement{{Text: "a", Said: plan.Said{On: early}}}},
	} {
		s := plan.State{Born: on("1940-01-01")}
		err := s.Apply("e1", on("2026-03-09"), step)
		var wrong fault.Fault
		if !errors.As(err, &wrong) || wrong.Field != field || !strings.Contains(wrong.Says, "before the person was born") {
			t.Errorf("%s: %v", field, err)
		}
		var unknown plan.State
		if err := unknown.Apply("e1", on("2026-03-09"), step); err != nil {
			t.Errorf("%s: nobody knows the day of birth, and %v", field, err)
		}
	}
}

func TestWhatIsNoStep(t *testing.T) {
	var s plan.State
	for _, step := range []plan.Step{nil, &plan.Reached{Stage: "act"}, (*plan.Agreed)(nil)} {
		if err := s.Apply("e1", on("2026-03-09"), step); !errors.Is(err, plan.ErrNoStep) {
			t.Errorf("%T: %v", step, err)
		}
	}
	seen := map[string]bool{}
	for _, step := range plan.Steps() {
		if !strings.HasPrefix(step.Kind(), "plan_") || seen[step.Kind()] {
			t.Errorf("%T is called %s", step, step.Kind())
		}
		seen[step.Kind()] = true
	}
}

// TestTheState holds what the steps of the fictional plan come to.
func TestTheState(t *testing.T) {
	s := after(t, steps()...)
	current, ok := s.Current()
	offer, _ := s.Offer()
	stage, _ := s.Stage()
	if !ok || current.ID != "e6" || offer.Step.Status != plan.Accepted || stage.Step.Stage != "record" || s.NextReview() != on("2026-09-30") {
		t.Error(current.ID, offer, stage, s.NextReview())
	}
	if got := s.Sharings(); len(got) != 1 || got[0].Step.Version != "e6" {
		t.Error("the copy does not name its version:", got)
	}
	goals := s.Goals()
	if len(goals) != 2 || goals[0].Need != "pain" || goals[0].Achievement != plan.Partly || goals[0].Status != plan.UnderWay ||
		goals[0].Review != "e9" || goals[0].Scores[0] != "score-2" || goals[0].Actions[1].Status != plan.Done || goals[1].Review != "" || goals[1].Achievement != "" {
		t.Errorf("%+v", goals)
	}
	for i, r := range []plan.Reviewed{
		{How: plan.Informal, Goals: []plan.GoalReviewed{{Goal: "walk", Status: plan.OnHold}}, Actions: []plan.ActionReviewed{{Action: "club", Confidence: plan.Rate(8)}}},
		{How: plan.Informal, Goals: []plan.GoalReviewed{{Goal: "walk", Scores: []string{"score-3"}}}, Actions: []plan.ActionReviewed{{Action: "club"}}},
	} {
		if err := s.Apply(fmt.Sprint("r", i), on("2026-08-01"), r); err != nil {
			t.Fatal(err)
		}
	}
	if goals := s.Goals(); goals[0].Status != plan.OnHold || goals[0].Achievement != plan.Partly || *goals[1].Actions[0].Confidence != 8 {
		t.Errorf("what a later review does not say is gone: %+v", goals)
	}
	second := changed(func(v *plan.Version) { v.Review.Due = on("2027-03-01"); v.Needs = v.Needs[:1] })
	second.Supersedes = "e6"
	if err := s.Apply("e10", on("2026-09-30"), second); err != nil {
		t.Fatal(err)
	}
	if goals := s.Goals(); len(goals) != 1 || goals[0].Achievement != "" || s.NextReview() != on("2027-03-01") || len(s.Versions()) != 2 {
		t.Errorf("what was found of the first version stands under the second: %+v, %v", goals, s.NextReview())
	}
	if err := s.Apply("e11", on("2026-10-01"), plan.Reviewed{How: plan.Formal, Goals: []plan.GoalReviewed{{Goal: "meet"}}}); err == nil {
		t.Error("a goal of the first version is reviewed under the second")
	}
	if err := s.Apply("e11", on("2026-10-01"), plan.Ended{Reason: "moved away"}); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Current(); ok || len(s.Goals()) != 0 || !s.NextReview().IsZero() {
		t.Error("a plan that ended is in force")
	}
	if latest, ok := s.Latest(); !ok || latest.ID != "e10" {
		t.Error(latest.ID)
	}
	if end, ok := s.Ended(); !ok || end.ID != "e11" {
		t.Error(end)
	}
}

// TestFaultsAreTold holds that a hostile version has at most so many faults, and that they read as lines.
func TestFaultsAreTold(t *testing.T) {
	err := plan.Agreed{Version: plan.Version{Needs: make([]plan.Need, 500)}}.Check()
	var faults fault.Faults
	if !errors.As(err, &faults) || len(faults) != fault.Max || strings.Count(err.Error(), "\n") != fault.Max-1 {
		t.Error(len(faults))
	}
}
