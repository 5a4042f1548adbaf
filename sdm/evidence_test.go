package sdm

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// shipped are the documents of the folder of examples that evidence is held against.
var shipped = sync.OnceValues(func() (Documents, error) {
	files, d := fstest.MapFS{}, Documents{}
	for _, name := range []string{"person-facts", "policies/nhs-choice-statements-england", "plans/personalised-plan-england", "budgets/personal-health-budget-england"} {
		src, err := os.ReadFile("../examples/" + name + ".yaml")
		if err != nil {
			return d, err
		}
		files[name+".yaml"] = &fstest.MapFile{Data: src}
	}
	set, faults := schemas.ReadFS(files)
	err := faults.Err()
	if err != nil {
		return d, err
	}
	if d.Statements, err = choice.FromSet(set, "nhs-choice-statements-england"); err != nil {
		return d, err
	}
	if d.Plan, err = plan.FromSet(set, "personalised-plan-england"); err != nil {
		return d, err
	}
	d.Budget, err = budget.FromSet(set, "personal-health-budget-england")
	d.AsOf = date("2026-10-01")
	return d, err
})

func documents(t testing.TB) Documents {
	t.Helper()
	d, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// shownOf gives each item of a thread with what is shown of it.
func shownOf(t ThreadEvidence) map[string]Shown {
	all := map[string]Shown{}
	for _, i := range t.Items {
		all[i.ID] = i.Shown
	}
	return all
}

// The whole year, item by item, as a person would read it off the events.
func TestEvidenceOfTheYear(t *testing.T) {
	s, with := story(t, year()...), documents(t)
	for _, tc := range []struct {
		of      Component
		threads []map[string]Shown
		comesTo Shown
	}{
		{SharedDecisionMaking, []map[string]Shown{{"what_matters": Passed, "options": Passed, "no_treatment": NotKnown, "benefits_and_risks": Passed, "bran": Passed,
			"decision": Passed, "persons_decision": Passed, "information_needs": NotKnown}}, NotKnown},
		{EnablingChoice, []map[string]Shown{{"rights": Passed, "providers": Passed, "choice": Passed,
			"options_discussed": Passed, "alternative_offered": Passed, "information_provided": Passed, "time_to_consider": Passed}}, Passed},
		{SocialPrescribing, []map[string]Shown{
			{"consent": Passed, "needs": Passed, "reached": Passed, "what_matters": Passed, "connected": Passed, "looked_back": Passed, "message_back": Passed, "counts": Passed},
			{"consent": NotShown, "needs": NotShown, "reached": NotShown, "what_matters": NotShown, "connected": NotShown, "looked_back": NotShown, "message_back": NotKnown, "counts": NotShown},
		}, Passed},
		{SupportedSelfManagement, []map[string]Shown{{"measured": Passed, "tailored": NotShown, "answered": Passed, "taken_up": Passed, "measured_again": Passed}}, NotShown},
	} {
		e := s.Evidence(tc.of, with)
		if len(e.Threads) != len(tc.threads) {
			t.Fatalf("%s has %d threads", tc.of, len(e.Threads))
		}
		for i, want := range tc.threads {
			if diff := cmp.Diff(want, shownOf(e.Threads[i])); diff != "" {
				t.Errorf("%s: -want +got\n%s\n%s", tc.of, diff, e)
			}
		}
		if got := e.Shown(); got != tc.comesTo {
			t.Errorf("%s comes to %s, want %s", tc.of, got, tc.comesTo)
		}
	}
	if e := s.Evidence(SocialPrescribing, with); e.Threads[0].Declined || !e.Threads[1].Declined {
		t.Error("the person said no to the second offer, and to nothing else")
	}
	if e := s.Evidence("gardening", with); len(e.Threads) != 0 || e.Shown() != NotShown {
		t.Errorf("what is no component shows %v", e)
	}
}

// What documents find is taken over as it is: the oracle is the document asked directly.
func TestEvidenceTakesTheFindingsOfDocuments(t *testing.T) {
	s, with := story(t, year()...), documents(t)
	states := map[policy.State]Shown{policy.Met: Passed, policy.NotMet: NotShown, policy.Unknown: NotKnown}
	held := func(e Evidence, of policy.Finding) {
		t.Helper()
		item, there := e.Threads[0].Item(of.ID)
		if !there || item.Shown != states[of.State] || item.Finding == nil || item.Finding.Basis != of.Basis || len(item.Events) == 0 {
			t.Errorf("%s is %v: %+v", of.ID, of.State, item)
		}
	}
	n := 0
	for _, f := range with.Plan.Report(plan.FactsOf(s.Plans[0].State, with.AsOf), with.Person).Findings {
		if f.Kind == "five_criteria" {
			held(s.Evidence(CarePlanning, with), f.Finding)
			n++
		}
	}
	if n != 5 {
		t.Errorf("%d criteria of a plan", n)
	}
	for _, f := range with.Budget.Findings(budget.Given{State: s.Budgets[0].State, AsOf: with.AsOf}) {
		if f.Kind == budget.KeyFeature {
			held(s.Evidence(PersonalBudget, with), f)
			n++
		}
	}
	if n != 11 {
		t.Errorf("%d key features of a budget", n-5)
	}
}

// Without a document nothing becomes missing that was not, and everything that it would decide is unknown.
func TestWithoutDocumentsIsUnknownAndNeverMissing(t *testing.T) {
	s := story(t, year()...)
	for of, ids := range map[Component][]string{EnablingChoice: {"statements"}, CarePlanning: {"criteria"}, PersonalBudget: {"features"}, SharedDecisionMaking: {"no_treatment"}} {
		e := s.Evidence(of, Documents{})
		for _, id := range ids {
			if item, there := e.Threads[0].Item(id); !there || item.Shown != NotKnown || item.Because == "" {
				t.Errorf("%s of %s: %+v", id, of, item)
			}
		}
	}
}

// Every event that an item names stands in the record, everything that passes names one, and each item has its reason.
func TestEvidenceNamesItsEvents(t *testing.T) {
	events, with := year(), documents(t)
	for n := range events {
		r := record(t, events[:n+1]...)
		s, err := r.Replay()
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		for _, e := range r.Events() {
			ids[e.ID] = true
		}
		for _, of := range Components() {
			e := s.Evidence(of, with)
			for _, thread := range e.Threads {
				for _, item := range thread.Items {
					if item.Because == "" || item.Asks == "" || item.Shown == "" {
						t.Errorf("%s: %+v has no reason", of, item)
					}
					if item.Shown == Passed && len(item.Events) == 0 {
						t.Errorf("%s: %s passes, and no event shows it", of, item.ID)
					}
					for _, id := range item.Events {
						if !ids[id] {
							t.Errorf("%s: %s names the event %q", of, item.ID, id)
						}
					}
				}
			}
			if again := s.Evidence(of, with); again.String() != e.String() {
				t.Errorf("%s is not the same twice", of)
			}
			src, err := json.Marshal(e)
			var back Evidence
			if err != nil || json.Unmarshal(src, &back) != nil || back.String() != e.String() {
				t.Errorf("%s does not come back from JSON: %v", of, err)
			}
		}
	}
}

// An empty record shows nothing, in words.
func TestEvidenceOfNothing(t *testing.T) {
	var s Story
	for _, of := range Components() {
		e := s.Evidence(of, Documents{})
		if e.Shown() != NotShown || len(e.Threads) != 1 || len(e.Threads[0].Items) < 3 || !strings.Contains(e.String(), "the record has no ") {
			t.Errorf("%s", e)
		}
	}
}

// What cannot be read may be what is missing.
func TestEvidenceDoubtsWhatItCannotRead(t *testing.T) {
	s := story(t, append(until("before"), Event{ID: "x", On: date("2026-03-01"), Body: Unread{Word: "sang", Raw: json.RawMessage(`{"id":"x","kind":"sang","on":"2026-03-01"}`)}})...)
	for _, of := range Components() {
		for _, item := range s.Evidence(of, Documents{}).Threads[0].Items {
			if item.Shown == NotShown {
				t.Errorf("%s: %s is missing, although an event could not be read", of, item.ID)
			}
		}
	}
}

func TestEvidenceByWhatIsDifferent(t *testing.T) {
	with := documents(t)
	no := false
	change := func(id string, body Body) []Event {
		events := year()
		events[slices.IndexFunc(events, func(e Event) bool { return e.ID == id })].Body = body
		return events
	}
	without := func(ids ...string) []Event {
		return slices.DeleteFunc(year(), func(e Event) bool { return slices.Contains(ids, e.ID) })
	}
	upTo := func(id string, more ...Event) []Event { return append(until(id), more...) }
	level := func(change func(*activation.Assessment)) []Event {
		return []Event{instead("level1", func(a *ActivationAssessed) { change(&a.Assessment) }), at("offers", "2026-03-01", "", ByProfessional, support.Offered{Document: "o", Version: "1.0.0",
			Level: &support.UsedLevel{Measure: "self-management-confidence", CutPoints: "tertiles", Level: "middle", Score: "level1"}, Offers: []support.Shown{{Offer: "coaching", Because: "x"}}})}
	}
	pole := at("i", "2026-01-10", "", ByPerson, InterpreterNeed{Needed: true, Language: "Polish"})
	came := func(met bool) Event {
		return at("j", "2026-01-10", "talk", ByProfessional, NeedMet{Need: Interpreter, Met: met, How: "x"})
	}
	lacks := at("u", "2026-01-20", "talk", ByProfessional, CapacityAssessed{Decision: "the hip", Found: Lacks, Support: []string{"time"}, Because: "delirium"})
	doctors := at("d", "2026-01-24", "talk", ByProfessional, Decided{Option: "replace"})
	speaks := func(name string, until day.Day) Event {
		return at("v", "2026-01-15", "", ByPerson, Represented{Name: name, Role: LPADonee, For: []string{"health_and_welfare"}, Until: until})
	}
	jan := at("d", "2026-01-24", "talk", Author{Role: "representative", Name: "Jan Nowak"}, Decided{Option: "replace"})
	rights := func(document string, found policy.State) ChoiceOffered {
		return ChoiceOffered{Providers: []ProviderOffered{{ID: "south"}}, Rights: []RightFound{{Document: document, ID: "r", State: found}}}
	}
	for name, tc := range map[string]struct {
		events []Event
		of     Component
		item   string
		want   Shown
		says   string
	}{
		"nobody asked what matters":       {without("m1"), SharedDecisionMaking, "what_matters", NotShown, "nobody"},
		"one option":                      {without("w2"), SharedDecisionMaking, "options", NotShown, "1 option, so"},
		"no risks":                        {without("a2"), SharedDecisionMaking, "benefits_and_risks", NotShown, "not of carry_on, replace"},
		"risks of one option":             {change("a2", Asked{Question: "risks", Option: "replace"}), SharedDecisionMaking, "benefits_and_risks", NotShown, "not of carry_on"},
		"risks perhaps in words":          {change("a2", Asked{Words: "What can go wrong?"}), SharedDecisionMaking, "benefits_and_risks", NotKnown, "own words"},
		"doing nothing":                   {without("a4"), SharedDecisionMaking, "bran", NotShown, "not about nothing"},
		"deferred":                        {upTo("decided"), SharedDecisionMaking, "decision", Passed, "not to decide yet"},
		"not decided":                     {upTo("later"), SharedDecisionMaking, "decision", NotShown, "none"},
		"decided by the doctor":           {upTo("decided", doctors), SharedDecisionMaking, "persons_decision", NotShown, "professional alone"},
		"decided in best interests":       {upTo("decided", lacks, at("b", "2026-01-24", "talk", ByProfessional, BestInterests{Decision: "the hip", Decider: "Dr Holt", Role: DecidesProfessional}), doctors), SharedDecisionMaking, "persons_decision", Passed, "by Dr Holt"},
		"in nobody's best interests":      {upTo("decided", lacks, doctors), SharedDecisionMaking, "persons_decision", NotShown, "nobody noted who decides"},
		"by a representative":             {upTo("decided", speaks("Jan Nowak", day.Day{}), jan), SharedDecisionMaking, "persons_decision", Passed, "by Jan Nowak (lpa donee), who may act"},
		"by another":                      {upTo("decided", speaks("Eva Nowak", day.Day{}), jan), SharedDecisionMaking, "persons_decision", NotKnown, "nobody noted that they may"},
		"by one who no longer may":        {upTo("decided", speaks("Jan Nowak", date("2026-01-23")), jan), SharedDecisionMaking, "persons_decision", NotKnown, "nobody noted that they may"},
		"an interpreter came":             {upTo("later", pole, came(true)), SharedDecisionMaking, "information_needs", Passed, "all were met"},
		"no interpreter came":             {upTo("later", pole, came(false)), SharedDecisionMaking, "information_needs", NotShown, "not met: interpreter"},
		"perhaps an interpreter came":     {upTo("later", pole), SharedDecisionMaking, "information_needs", NotKnown, "nobody noted whether it was met"},
		"no interpreter is needed":        {upTo("later", at("i", "2026-01-10", "", ByPerson, InterpreterNeed{})), SharedDecisionMaking, "information_needs", Passed, "no interpreter"},
		"no rights":                       {change("c2", ChoiceOffered{Providers: []ProviderOffered{{ID: "south"}}}), EnablingChoice, "rights", NotShown, "no right"},
		"a right that is not known":       {change("c2", ChoiceOffered{Providers: []ProviderOffered{{ID: "south"}}, Rights: []RightFound{{Document: "d", ID: "r"}}}), EnablingChoice, "rights", NotKnown, "whether they have: r"},
		"a right that became known":       {append(change("c2", rights("d@1.0.0", policy.Unknown)), at("c9", "2026-09-30", "refer", ByProfessional, rights("d@1.1.0", policy.Met))), EnablingChoice, "rights", Passed, "1 right"},
		"a right that is open again":      {append(change("c2", rights("d@1.0.0", policy.Met)), at("c9", "2026-09-30", "refer", ByProfessional, rights("d@1.0.0", policy.Unknown))), EnablingChoice, "rights", NotKnown, "whether they have: r"},
		"no choice":                       {without("c3"), EnablingChoice, "choice", NotShown, "nobody wrote"},
		"not attested":                    {without("c4"), EnablingChoice, "statements", NotKnown, "nobody recorded"},
		"no time":                         {change("c4", ChoiceAttested{Evidence: choice.Evidence{TimeOffered: &no, InformedOn: date("2026-02-22")}}), EnablingChoice, "time_to_consider", NotShown, "time"},
		"the person says no":              {change("c4", ChoiceAttested{Evidence: choice.Evidence{ProvidersOffered: []string{"a"}, Said: map[string]bool{"alternative_offered": false}}}), EnablingChoice, "alternative_offered", NotShown, "the person says no"},
		"not closed":                      {upTo("k7"), SocialPrescribing, "message_back", NotKnown, "not closed"},
		"not connected":                   {upTo("k5"), SocialPrescribing, "connected", NotShown, "nothing so far"},
		"no words":                        {append(upTo("walks"), at("walks", "2026-03-03", "", ByProfessional, community.Offered{Reason: "x", Needs: []community.Need{{ID: "a", Category: "loneliness"}}})), SocialPrescribing, "needs", NotShown, "none of 1"},
		"not measured":                    {[]Event{at("offers", "2026-03-01", "", ByProfessional, support.Offered{Document: "o", Version: "1.0.0", Offers: []support.Shown{{Offer: "a"}}})}, SupportedSelfManagement, "measured", NotShown, "nobody measured"},
		"measured elsewhere, by no table": {level(func(a *activation.Assessment) { a.Table = "" }), SupportedSelfManagement, "measured", NotKnown, "by which table"},
		"another set of cut points":       {level(func(a *activation.Assessment) { a.CutPoints = "quartiles" }), SupportedSelfManagement, "measured", NotShown, "quartiles"},
		"measured by its own questionnaire": {level(func(a *activation.Assessment) {
			a.Table, a.Questionnaire = "", &activation.Questionnaire{ID: "semcd-6"}
		}), SupportedSelfManagement, "measured", Passed, "middle"},
		"tailored":                 {level(func(*activation.Assessment) {}), SupportedSelfManagement, "tailored", Passed, "all do"},
		"not answered":             {level(func(*activation.Assessment) {}), SupportedSelfManagement, "answered", NotShown, "coaching"},
		"not measured again":       {upTo("level2"), SupportedSelfManagement, "measured_again", NotKnown, "not yet"},
		"measured by another":      {change("level2", ActivationAssessed{Assessment: activation.Assessment{Measure: "other", Version: "1.0.0", Score: rule.ValueOf(8), CutPoints: "tertiles"}}), SupportedSelfManagement, "measured_again", NotShown, "not since"},
		"measured and not offered": {upTo("offers"), SupportedSelfManagement, "measured", NotShown, "nothing was offered"},
		"no plan agreed":           {upTo("p4"), CarePlanning, "agreed", NotShown, "none was agreed"},
		"nobody agreed":            {upTo("p5"), CarePlanning, "agreed", NotShown, "nobody noted"},
		"no copy":                  {upTo("p5"), CarePlanning, "copy", NotShown, "nobody noted"},
		"no indication":            {without("b2"), PersonalBudget, "indicated", NotShown, "nobody noted"},
		"indicated":                {year(), PersonalBudget, "indicated", Passed, "£500"},
		"allocated and not paid":   {upTo("b7"), PersonalBudget, "paid", NotShown, "nothing was"},
		"paid":                     {year(), PersonalBudget, "paid", Passed, "1 April 2026"},
		"not reviewed":             {upTo("b8"), PersonalBudget, "reviewed", NotShown, "not yet"},
	} {
		t.Run(name, func(t *testing.T) {
			s := story(t, tc.events...)
			item, there := s.Evidence(tc.of, with).Threads[0].Item(tc.item)
			if !there || item.Shown != tc.want || !strings.Contains(item.Because, tc.says) {
				t.Errorf("%+v; it should be %s and say %q", item, tc.want, tc.says)
			}
		})
	}
}

// What a copy leaves out of an event may be what is looked for.
func TestAPartThatIsLeftOutIsNeverANo(t *testing.T) {
	v := planVersion()
	v.Needs[0].Goals[0].Decision = ""
	v.Shares, v.Matters[0].Audience = []plan.Share{{Audience: "gp"}, {Audience: "family"}}, []string{"family"}
	r := record(t, at("p", "2026-01-01", "", Together, plan.Agreed{Version: v}))
	for reader, want := range map[string]Shown{"gp": NotKnown, ForPerson: NotShown} {
		s, err := r.For(reader).Replay()
		if err != nil {
			t.Fatal(err)
		}
		item, _ := s.Evidence(CarePlanning, documents(t)).Threads[0].Item("copy")
		if item.Shown != want {
			t.Errorf("of the copy for %s: %+v", reader, item)
		}
	}
}
