package plan_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

var today = on("2026-07-01")

// maryIs is what is known of the fictional person.
func maryIs(t testing.TB, facts map[string]any) person.Facts {
	t.Helper()
	who, err := shipped(t).people.Parse([]byte(encoded(t, facts)), today)
	if err != nil {
		t.Fatal(err)
	}
	return who
}

// taken is something that is taken out of the whole plan: the criterion that must fall, what it then is, and the field that says so.
type taken struct {
	name      string
	out       func(v *plan.Version)
	criterion string
	is        policy.State
	at        string
}

var takenOut = []taken{
	{"the person's agreement", func(v *plan.Version) { v.AgreedWith = v.AgreedWith[1:] }, "central", policy.NotMet, "agreed_with"},
	{"all who agreed", func(v *plan.Version) { v.AgreedWith = nil }, "central", policy.Unknown, "agreed_with"},
	{"the role of who agreed", func(v *plan.Version) { v.AgreedWith = []plan.Agreement{{Someone: plan.Someone{Name: "M. Shaw"}}} }, "central", policy.Unknown, "agreed_with[0].role"},
	{"who decided who takes part", func(v *plan.Version) { v.InvolvedBy = "" }, "central", policy.Unknown, "involved_decided_by"},
	{"the person's say in it", func(v *plan.Version) { v.InvolvedBy = plan.Professional }, "central", policy.NotMet, "involved_decided_by"},
	{"who said what matters", func(v *plan.Version) { v.Matters[0].By, v.About.Important = plan.Someone{}, nil }, "central", policy.Unknown, "what_matters[0].by"},
	{"the person's own words", func(v *plan.Version) { v.Matters[0].By, v.About.Important = nurse, nil }, "central", policy.NotMet, "what_matters"},
	{"the needs", func(v *plan.Version) { v.Needs = nil }, "conversations", policy.NotMet, "needs"},
	{"wider wellbeing", func(v *plan.Version) { v.About.Wellness, v.Needs[1].Area = nil, plan.Health }, "conversations", policy.NotMet, "about_me.wellness"},
	{"the area of a need", func(v *plan.Version) { v.About.Wellness, v.Needs[1].Area = nil, "" }, "conversations", policy.Unknown, "needs[1].area"},
	{"the outcomes", func(v *plan.Version) {
		v.Outcomes, v.Needs[0].Goals[0].Outcomes, v.Needs[1].Goals[0].Outcomes = nil, nil, nil
	}, "outcomes", policy.NotMet, "outcomes"},
	{"the professional's agreement", func(v *plan.Version) { v.AgreedWith = v.AgreedWith[:1] }, "outcomes", policy.NotMet, "agreed_with"},
	{"all that matters", func(v *plan.Version) { v.Matters, v.About.Important = nil, nil }, "sharable", policy.NotMet, "what_matters"},
	{"what a goal leads to", func(v *plan.Version) { v.Needs[1].Goals[0].Outcomes = nil }, "sharable", policy.NotMet, "needs[1].goals[0].outcomes"},
	{"the action of a goal", func(v *plan.Version) { v.Needs[1].Goals[0].Actions = nil }, "sharable", policy.NotMet, "needs[1].goals[0].actions"},
	{"the goals", func(v *plan.Version) { v.Needs[0].Goals, v.Needs[1].Goals = nil, nil }, "sharable", policy.NotMet, "needs"},
	{"the sharing", func(v *plan.Version) { v.Shares = nil }, "sharable", policy.NotMet, "shared_with"},
	{"the day of the review", func(v *plan.Version) { v.Review.Due = day.Day{} }, "reviews", policy.NotMet, "review.due"},
	{"who sees to the review", func(v *plan.Version) { v.Review.Responsible = plan.Someone{} }, "reviews", policy.NotMet, "review.responsible"},
	{"the review in between", func(v *plan.Version) { v.Review.Informal = "" }, "reviews", policy.NotMet, "review.informal"},
	{"why a goal matters", func(v *plan.Version) { v.Needs[0].Goals[0].Why = "" }, "says_why", policy.NotMet, "needs[0].goals[0].why"},
	{"the day of an action", func(v *plan.Version) { v.Needs[0].Goals[0].Actions[1].Due = day.Day{} }, "when_and_how_sure", policy.NotMet, "needs[0].goals[0].actions[1].due"},
	{"how sure she is", func(v *plan.Version) { v.Needs[1].Goals[0].Actions[0].Confidence = nil }, "when_and_how_sure", policy.NotMet, "needs[1].goals[0].actions[0].confidence"},
	{"the coordinator", func(v *plan.Version) { v.Coordinator = plan.Someone{} }, "somebody_to_turn_to", policy.NotMet, "coordinator"},
	{"the contingency plan", func(v *plan.Version) { v.Contingency = nil }, "when_things_go_wrong", policy.NotMet, "contingency"},
	{"who allowed the sharing", func(v *plan.Version) { v.Shares[1].AllowedBy = "" }, "sharing_is_yours", policy.Unknown, "shared_with[1].allowed_by"},
	{"her word on the sharing", func(v *plan.Version) { v.Shares[1].AllowedBy = plan.Professional }, "sharing_is_yours", policy.NotMet, "shared_with[1].allowed_by"},
}

// withoutReview is the steps with a version, and no review of it.
func withoutReview(v plan.Version) []event {
	all := steps()[:8]
	all[5].step = plan.Agreed{Version: v}
	if len(v.Shares) == 0 {
		all[7].step = plan.Shared{With: []string{plan.ForPerson}}
	}
	return all
}

// TestABlankPlanDeniesNothing holds that a version in which nobody wrote who agreed, who decided who takes part or how life is does not say no.
func TestABlankPlanDeniesNothing(t *testing.T) {
	f := plan.FactsOfVersion(plan.Version{}, today)
	for _, name := range []string{"plan.agreed_with_person", "plan.agreed_with_professional", "plan.person_decided_who", "plan.wellbeing_recorded", "plan.offered", "plan.review_overdue"} {
		if v, known := f.Value(name).Number(); known || len(f.At(name)) == 0 {
			t.Errorf("%s is %v at %q", name, v, f.At(name))
		}
	}
}

// TestEachCriterionFallsWithItsField holds that a whole plan meets every criterion, and that each falls when its field is taken out, names that
// field and says how to mend it.
func TestEachCriterionFallsWithItsField(t *testing.T) {
	w := shipped(t)
	who := maryIs(t, map[string]any{"lives_alone": true})
	r := w.standard.Report(plan.FactsOf(after(t, withoutReview(whole())...), today), who)
	if r.CountsAsPlan != policy.Met || r.Plan != "e6" || r.Note == "" || r.Digest != w.standard.Digest() {
		t.Errorf("%+v", r)
	}
	for _, f := range r.Findings {
		if f.State != policy.Met || len(f.Places) == 0 || len(f.Places[0].At) == 0 || f.Places[0].Mend != "" {
			t.Errorf("%s of the whole plan: %s %+v", f.ID, f.State, f.Places)
		}
	}
	fallen := map[string]bool{}
	for _, k := range takenOut {
		v := whole()
		k.out(&v)
		r := w.standard.Report(plan.FactsOf(after(t, withoutReview(v)...), today), who)
		f, _ := r.Finding(k.criterion)
		points := slices.ContainsFunc(f.Places, func(p plan.Place) bool { return slices.Contains(p.At, k.at) && p.Mend != "" })
		if f.State != k.is || !points {
			t.Errorf("without %s: %s is %s, want %s at %s: %+v", k.name, k.criterion, f.State, k.is, k.at, f.Places)
		}
		if counts := r.CountsAsPlan == policy.Met; counts != (f.Kind != "five_criteria") {
			t.Errorf("without %s it counts as a plan: %t", k.name, counts)
		}
		fallen[k.criterion] = true
	}
	for _, c := range w.standard.Definition().Criteria {
		if !fallen[c.ID] && c.ID != "told_once" && c.ID != "review_in_time" { // which rest on other steps
			t.Errorf("nothing that is taken out makes %s fall", c.ID)
		}
	}
}

// TestAnEmptyPlanIsNone holds that what conforms to the data model of the standard meets none of the five criteria.
func TestAnEmptyPlanIsNone(t *testing.T) {
	w := shipped(t)
	s := after(t, event{"e1", "2026-03-09", plan.Agreed{}})
	r := w.standard.Report(plan.FactsOf(s, today), person.Facts{})
	if r.CountsAsPlan != policy.NotMet {
		t.Error(r.CountsAsPlan)
	}
	for _, f := range r.Findings {
		if f.Kind == "five_criteria" && f.State == policy.Met {
			t.Errorf("an empty plan meets %s", f.ID)
		}
	}
}

// TestNothingKnownIsUnknown holds that where there is no plan, no criterion is denied.
func TestNothingKnownIsUnknown(t *testing.T) {
	w := shipped(t)
	var none plan.State
	for _, f := range []plan.Facts{{}, plan.FactsOf(&none, today)} {
		r := w.standard.Report(f, person.Facts{})
		if r.CountsAsPlan != policy.Unknown {
			t.Error(r.CountsAsPlan)
		}
		for _, f := range r.Findings {
			if f.Kind == "five_criteria" && (f.State != policy.Unknown || len(f.Missing) == 0 || len(f.Places) == 0) {
				t.Errorf("%s: %+v", f.ID, f)
			}
		}
	}
}

// TestOtherSteps holds the criteria that rest on what was told, offered and reviewed.
func TestOtherSteps(t *testing.T) {
	w := shipped(t)
	who := maryIs(t, map[string]any{"lives_alone": false, "has_carer": false, "cares_for_adult": false})
	state := func(s *plan.State, asOf day.Day, id string) string {
		f, _ := w.standard.Report(plan.FactsOf(s, asOf), who).Finding(id)
		return f.State.String()
	}
	all := steps()
	again := answer("", "allergy", "Nuts", "2026-06-01")
	for name, c := range map[string]struct {
		events []event
		asOf   day.Day
		id     string
		want   string
	}{
		"nobody recorded an offer":             {all[3:6], today, "conversations", "unknown"},
		"she was not offered one":              {append([]event{{"e0", "2026-01-01", plan.Offered{Status: plan.NotOffered}}}, all[3:6]...), today, "conversations", "not_met"},
		"offered":                              {all, today, "conversations", "met"},
		"another answer":                       {append(all[:8:8], telling("e10", "2026-06-01", again)), today, "told_once", "not_met"},
		"in time":                              {all, on("2026-09-30"), "review_in_time", "met"},
		"overdue":                              {all, on("2026-10-01"), "review_in_time", "not_met"},
		"nobody knows the day":                 {all, day.Day{}, "review_in_time", "unknown"},
		"she has no copy":                      {all[:7], today, "sharing_is_yours", "not_met"},
		"she has a copy of the former version": {append(steps(), event{"e10", "2026-07-01", plan.Agreed{Supersedes: "e6", Version: whole()}}), today, "sharing_is_yours", "not_met"},
		"nobody depends on anybody":            {all, today, "when_things_go_wrong", "not_applicable"},
		"an informal review took place":        {all, today, "reviews", "met"},
	} {
		if got := state(after(t, c.events...), c.asOf, c.id); got != c.want {
			t.Errorf("%s: %s is %s, want %s", name, c.id, got, c.want)
		}
	}
}

// TestADraftIsJudgedBeforeItIsAgreed holds that what is missing shows while there is time to mend it.
func TestADraftIsJudgedBeforeItIsAgreed(t *testing.T) {
	v := whole()
	v.Shares = nil
	facts := plan.FactsOfVersion(v, today)
	r := shipped(t).standard.Report(facts, person.Facts{})
	if f, _ := r.Finding("sharable"); f.State != policy.NotMet || r.Plan != "" {
		t.Errorf("%+v", f)
	}
	if n, ok := facts.Value("plan.agreed").Number(); !ok || n != 0 {
		t.Error("a draft passes for agreed")
	}
	if facts.Value("plan.nothing").Reason() != rule.NotSupplied || facts.At("plan.nothing") != nil {
		t.Error("a fact that there is not has a value")
	}
}

// TestReportsTravel holds that a report is the same after JSON.
func TestReportsTravel(t *testing.T) {
	r := shipped(t).standard.Report(plan.FactsOf(after(t, steps()...), today), person.Facts{})
	var again plan.Report
	if err := json.Unmarshal([]byte(encoded(t, r)), &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, again, cmp.AllowUnexported(rule.Value{}), cmpopts.EquateEmpty(), cmpopts.EquateNaNs(), cmp.Exporter(exportAll)); diff != "" {
		t.Error(diff)
	}
}

// TestEveryFactSaysHowToMendIt holds what authors and reports rely on.
func TestEveryFactSaysHowToMendIt(t *testing.T) {
	seen := map[string]bool{}
	facts := plan.FactsOf(after(t, steps()...), today)
	for _, f := range plan.Vocabulary() {
		if !strings.HasPrefix(f.Name, "plan.") || seen[f.Name] || f.Says == "" || f.Mend == "" || strings.HasSuffix(f.Says, ".") || !strings.HasSuffix(f.Mend, ".") {
			t.Errorf("%+v", f)
		}
		seen[f.Name] = true
		if n, ok := facts.Value(f.Name).Number(); !ok || n < f.Type.Lo || n > f.Type.Hi || len(facts.At(f.Name)) == 0 {
			t.Errorf("%s is %v at %v", f.Name, facts.Value(f.Name), facts.At(f.Name))
		}
	}
}
