package plan_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

var readers = []string{"gp", "family", "ward"}

// marks makes random plans in which every text is a word of its own, and notes who may read it.
type marks struct {
	*rand.Rand
	shares []string
	may    map[string][]string // text to readers
}

// audience gives a random audience, and who may read a part with it below one that parents may read.
func (m *marks) audience(parents []string) (audience, may []string) {
	switch m.IntN(3) {
	case 0:
		audience = []string{readers[m.IntN(len(readers))]}
		may = audience
	case 1:
		audience = []string{readers[m.IntN(len(readers))], "family"}
		may = audience
	default:
		may = parents
	}
	return audience, slices.DeleteFunc(slices.Clone(may), func(r string) bool { return !slices.Contains(parents, r) })
}

func (m *marks) text(may []string) string {
	word := fmt.Sprintf("word%dx", len(m.may))
	m.may[word] = may
	return word
}

// top gives an audience for a part that stands under no other: one with an audience is for those, shared with them or not.
func (m *marks) top() (audience, may []string) {
	if audience, may = m.audience(readers); audience == nil {
		may = m.shares
	}
	return audience, may
}

func (m *marks) statements() []plan.Statement {
	var all []plan.Statement
	for range m.IntN(3) {
		audience, may := m.top()
		s := plan.Statement{ID: fmt.Sprintf("id%d", len(m.may)), Text: m.text(may), Said: plan.Said{Audience: audience}}
		if len(all) > 0 && m.IntN(2) == 0 {
			s.Replaces = all[0].ID
		}
		all = append(all, s)
	}
	return all
}

func (m *marks) version() plan.Version {
	var v plan.Version
	for _, r := range readers {
		if m.IntN(2) == 0 {
			v.Shares = append(v.Shares, plan.Share{Audience: r})
			m.shares = append(m.shares, r)
		}
	}
	v.About.Important, v.About.AlsoKnow = m.statements(), m.statements()
	v.Matters, v.Strengths, v.Formulation = m.statements(), m.statements(), m.statements()
	v.Funding = m.text(m.shares)
	v.Coordinator = plan.Someone{Name: m.text(m.shares)}
	v.Involved = []plan.Involved{{Someone: plan.Someone{Name: m.text(m.shares)}}}
	for i := range m.IntN(3) {
		audience, may := m.top()
		v.Outcomes = append(v.Outcomes, plan.Outcome{ID: fmt.Sprintf("outcome%d", i), Text: m.text(may), Said: plan.Said{Audience: audience}})
	}
	for i := range 1 + m.IntN(3) {
		audience, may := m.top()
		need := plan.Need{ID: fmt.Sprintf("need%d", i), Text: m.text(may), Said: plan.Said{Audience: audience}}
		for k := range m.IntN(3) {
			audience, may := m.audience(may)
			goal := plan.Goal{ID: fmt.Sprintf("goal%d_%d", i, k), Text: m.text(may), Owner: mary, Said: plan.Said{Audience: audience}}
			for _, o := range v.Outcomes {
				goal.Outcomes = append(goal.Outcomes, o.ID)
			}
			for n := range m.IntN(3) {
				audience, may := m.audience(may)
				goal.Actions = append(goal.Actions, plan.Action{
					ID: fmt.Sprintf("action%d_%d_%d", i, k, n), What: m.text(may), Who: plan.Someone{Name: m.text(may)},
					Stages: []plan.StageGoal{{Text: m.text(may)}}, Said: plan.Said{Audience: audience},
				})
			}
			need.Goals = append(need.Goals, goal)
		}
		v.Needs = append(v.Needs, need)
	}
	audience, may := m.top()
	v.Contingency = []plan.Contingency{{ID: "c", Name: m.text(may), Triggers: []string{m.text(may)}, Said: plan.Said{Audience: audience}}}
	audience, may = m.top()
	v.Additional = []plan.Additional{{ID: "a", Name: m.text(may), Content: m.text(may), Said: plan.Said{Audience: audience}}}
	return v
}

// reviews finds something of every goal.
func (m *marks) reviews(v plan.Version) (all []plan.GoalReviewed) {
	for _, n := range v.Needs {
		for _, g := range n.Goals {
			all = append(all, plan.GoalReviewed{Goal: g.ID, Status: plan.UnderWay})
		}
	}
	return all
}

// TestNobodyReadsWhatIsNotForThem is a property: over random plans, in every way in which a plan leaves the package, a reader finds each text that
// is for them and no other, and a redacted step is still a good step.
func TestNobodyReadsWhatIsNotForThem(t *testing.T) {
	w := shipped(t)
	rounds := 150
	if testing.Short() {
		rounds = 50
	}
	for seed := range rounds {
		m := &marks{Rand: rand.New(rand.NewPCG(uint64(seed), 5)), may: map[string][]string{}}
		v := m.version()
		agreed := plan.Agreed{Version: v}
		before, _ := json.Marshal(agreed)
		told := plan.Told{Statements: append(m.statements(), own("always", "", "2026-01-01"))}
		audience, may := m.top()
		told.Statements[len(told.Statements)-1].Text, told.Statements[len(told.Statements)-1].Audience = m.text(may), audience
		review := plan.Reviewed{How: plan.Informal, With: []plan.Someone{{Name: m.text(m.shares)}}, Goals: m.reviews(v)}
		audience, may = m.top()
		review.Words = []plan.Statement{{Text: m.text(may), Said: plan.Said{Audience: audience}}}
		s := after(t, event{"t", "2026-01-01", told}, event{"v", "2026-01-02", agreed}, event{"r", "2026-01-03", review})
		if len(m.shares) > 0 {
			if err := s.Apply("g", on("2026-01-04"), plan.Shared{With: m.shares}); err != nil {
				t.Fatal(err)
			}
		}
		for _, reader := range append([]string{plan.ForPerson, "stranger"}, readers...) {
			version := agreed.Version.For(reader)
			if err := (plan.Agreed{Version: version}).Check(); err != nil {
				t.Fatalf("seed %d, %s: the redacted version is no good step: %v", seed, reader, err)
			}
			if reader != plan.ForPerson && strings.Contains(encoded(t, version), `"audience":["`) {
				t.Fatalf("seed %d: %s reads for whom parts are", seed, reader)
			}
			export, _ := w.standard.Export(s, reader)
			var page strings.Builder
			if err := export.Page("Plan").WriteMarkdown(&page); err != nil {
				t.Fatal(err)
			}
			shared := reader == plan.ForPerson || slices.Contains(m.shares, reader)
			apart := encoded(t, version) + encoded(t, told.For(reader, shared)) + encoded(t, review.For(reader, v))
			story := encoded(t, s.Story(reader))
			record := s.For(reader)
			var again plan.State
			for _, e := range record {
				if err := again.Apply(e.ID, e.On, e.Step); err != nil {
					t.Fatalf("seed %d, %s: the redacted step %s does not fit: %v", seed, reader, e.ID, err)
				}
			}
			if reader == "stranger" && len(record) > 0 {
				t.Fatalf("seed %d: a stranger sees that there is a plan: %v", seed, record)
			}
			whole, leaves := encoded(t, record), story+encoded(t, export)+page.String()
			for text, may := range m.may {
				reads := reader == plan.ForPerson || slices.Contains(may, reader)
				if got := strings.Contains(apart, text); got != reads || strings.Contains(whole, text) != reads {
					t.Fatalf("seed %d: %s reads %s: %t, want %t", seed, reader, text, got, reads)
				}
				if !reads && strings.Contains(leaves, text) {
					t.Fatalf("seed %d: %s of %v reads %s in the story or the export", seed, reader, may, text)
				}
			}
		}
		if after, _ := json.Marshal(agreed); string(after) != string(before) {
			t.Fatalf("seed %d: to redact changed the version", seed)
		}
	}
}

func encoded(t testing.TB, v any) string {
	t.Helper()
	src, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// TestThePersonReadsEverything holds that nothing is taken from the person.
func TestThePersonReadsEverything(t *testing.T) {
	v := whole()
	if diff := cmp.Diff(whole(), v.For(plan.ForPerson)); diff != "" {
		t.Error(diff)
	}
}

// TestAPrivateReviewLeavesNoTrace holds that what a review found for the person alone does not show in the status for others.
func TestAPrivateReviewLeavesNoTrace(t *testing.T) {
	s := after(t, append(steps(), event{"e10", "2026-07-01", plan.Reviewed{How: plan.Informal, Goals: []plan.GoalReviewed{
		{Goal: "walk", Status: plan.GivenUp, Said: plan.Said{Audience: []string{"family"}}},
	}}})...)
	for reader, want := range map[string]plan.GoalStatus{plan.ForPerson: plan.GivenUp, "gp_practice": plan.UnderWay} {
		e, ok := shipped(t).standard.Export(s, reader)
		if got := e.Plan.Needs[0].Goals[0].Status; !ok || got != want {
			t.Errorf("%s: %s, want %s", reader, got, want)
		}
	}
}

// TestSharingThatWasWithdrawn holds that who is no longer named sees nothing of earlier versions either, but for what names them; and that what
// a hidden statement was put right by does not name it.
func TestSharingThatWasWithdrawn(t *testing.T) {
	hidden := own("k", "I am afraid of my neighbour", "2026-03-02", "family")
	put := own("k2", "I have a good neighbour", "2026-03-02")
	put.Replaces = "k"
	second := changed(func(v *plan.Version) { v.Shares = v.Shares[1:]; v.Review.Due = on("2027-01-01") })
	second.Supersedes = "e6"
	all := append(steps(), event{"e10", "2026-07-01", plan.Told{Statements: []plan.Statement{hidden, put}}})
	before := after(t, all...)
	for _, h := range before.Story("gp_practice") {
		if h.ID == "k" || h.Replaces == "k" {
			t.Errorf("%+v", h)
		}
	}
	if h := before.Story("family"); len(h) != 1 || !h[0].Corrected {
		t.Errorf("family reads %+v", h)
	}
	s := after(t, append(all, event{"e11", "2026-07-02", second})...)
	for _, reader := range []string{"gp_practice", "link_worker"} {
		var kinds []string
		for _, e := range s.For(reader) {
			kinds = append(kinds, e.ID+" "+e.Step.Kind())
		}
		want := []string{"e4 plan_told", "e6 plan_agreed", "e11 plan_agreed"}
		if reader == "link_worker" {
			want = []string{"e1 plan_offered", "e2 plan_offered", "e3 plan_stage", "e4 plan_told", "e5 plan_stage", "e6 plan_agreed", "e7 plan_stage",
				"e9 plan_reviewed", "e10 plan_told", "e11 plan_agreed"}
		}
		if diff := cmp.Diff(want, kinds); diff != "" {
			t.Errorf("%s: %s", reader, diff)
		}
	}
	if n := len(s.For(plan.ForPerson)); n != len(all)+1 {
		t.Error("the person does not read every step:", n)
	}
}
