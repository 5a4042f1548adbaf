package budget_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

var update = flag.Bool("update", false, "write the page of facts anew")

func TestPageIsFresh(t *testing.T) {
	if *update {
		if err := os.WriteFile("FACTS.md", []byte(budget.Page()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(read(t, "FACTS.md")), budget.Page()); diff != "" {
		t.Errorf("run go test ./sdm/budget -run Page -update\n%s", diff)
	}
}

// given answers the law's questions and the person's age for a budget.
func given(t testing.TB, s *budget.State, asOf string, person, answers map[string]any) budget.Given {
	t.Helper()
	w := shipped(t)
	who, err := w.people.Of(person, on(asOf))
	if err != nil {
		t.Fatal(err)
	}
	said, err := w.law.Sheet().Of(answers)
	if err != nil {
		t.Fatal(err)
	}
	return budget.Given{Person: who, Answers: said, State: s, AsOf: on(asOf)}
}

// TestRights holds the ages and the day on which the law began, through the events of a request.
func TestRights(t *testing.T) {
	necessary := map[string]any{"necessary": true, "not_appropriate": false, "section_2": false}
	for _, c := range []struct {
		basis, asked string
		age          any
		answers      map[string]any
		right        string
		want         policy.State
	}{
		{"nhs_continuing_healthcare", "2026-02-01", 18, necessary, "continuing_healthcare_right", policy.Met},
		{"nhs_continuing_healthcare", "2026-02-01", 17, necessary, "continuing_healthcare_right", policy.NotMet},
		{"nhs_continuing_healthcare", "2026-02-01", nil, necessary, "continuing_healthcare_right", policy.Unknown},
		{"nhs_continuing_healthcare", "2026-02-01", 40, nil, "continuing_healthcare_right", policy.Unknown},
		{"children_continuing_care", "2026-02-01", 17, necessary, "children_right", policy.Met},
		{"children_continuing_care", "2026-02-01", 18, necessary, "children_right", policy.NotMet},
		{"section_117", "2019-12-02", 40, necessary, "section_117_right", policy.Met},
		{"section_117", "2019-12-01", 40, necessary, "section_117_right", policy.NotMet},
		{"wheelchair", "2019-12-02", 5, necessary, "wheelchair_right", policy.Met},
		{"wheelchair", "2019-12-01", 5, necessary, "wheelchair_right", policy.NotMet},
		{"wheelchair", "2026-02-01", 5, map[string]any{"necessary": true, "not_appropriate": true}, "wheelchair_right", policy.NotMet},
		{"discretionary", "2026-02-01", 50, nil, "discretionary_budget", policy.Met},
		{"discretionary", "2026-02-01", 50, nil, "wheelchair_right", policy.NotApplicable},
	} {
		s := must(t, event{"e1", c.asked, budget.Requested{Basis: c.basis}})
		f := find(t, shipped(t).law.Findings(given(t, s, "2026-11-22", map[string]any{"age": c.age}, c.answers)), c.right)
		if f.State != c.want {
			t.Errorf("%s asked for on %s at %v: %v, want %v", c.basis, c.asked, c.age, f, c.want)
		}
	}
}

// TestDirectPaymentsByAge is golden case 8: somebody of 15 is represented, and at 16 consent is asked anew.
func TestDirectPaymentsByAge(t *testing.T) {
	answers := map[string]any{"capacity": "has", "has_representative": true, "representative_consents": true, "was_child": true, "holder_agrees": true}
	law, s := shipped(t).law, must(t, begun()...)
	at15 := law.Findings(given(t, s, "2026-11-22", map[string]any{"age": 15}, answers))
	at16 := law.Findings(given(t, s, "2026-11-22", map[string]any{"age": 16}, answers))
	if find(t, at15, "own_consent").State != policy.NotApplicable || find(t, at15, "representative_consents_for").State != policy.Met {
		t.Error("somebody of 15 is represented")
	}
	if find(t, at16, "representative_consents_for").State != policy.NotApplicable || find(t, at16, "turned_16").State != policy.Unknown {
		t.Error("somebody of 16 is asked themselves")
	}
	if missing := find(t, at16, "own_consent").Missing; len(missing) != 1 || missing[0] != "person_consents" {
		t.Error(missing)
	}
}

// TestAnOrderBarsOnlyDirectPayments is golden case 12.
func TestAnOrderBarsOnlyDirectPayments(t *testing.T) {
	for _, order := range []string{"drug_rehabilitation", "alcohol_treatment", "licence_condition", "older_order", "youth_order", "scottish_order", "none"} {
		found := shipped(t).law.Findings(given(t, must(t, begun()[0]), "2026-11-22", nil, map[string]any{"court_order": order, "necessary": true}))
		if barred := find(t, found, "not_barred").State == policy.NotMet; barred != (order != "none") || find(t, found, "other_ways_open").State != policy.Met {
			t.Errorf("%s: %v, %v", order, find(t, found, "not_barred"), find(t, found, "other_ways_open"))
		}
	}
}

// TestOneOff is golden case 9, and that the ledger contradicts who says that a payment is the only one.
func TestOneOff(t *testing.T) {
	yes := true
	for _, c := range []struct {
		items, payments int
		more            []event
		want            policy.State
		account         string
	}{
		{5, 1, nil, policy.Met, "none_needed"},
		{6, 1, nil, policy.NotMet, ""},
		{1, 12, nil, policy.Met, "none_needed"},
		{2, 2, nil, policy.NotMet, ""},
		{5, 1, []event{{"a", "2026-04-01", entry(budget.Allocate, "pa", 10)}, {"b", "2026-04-01", entry(budget.Release, "pa", 1)}, {"c", "2027-03-31", entry(budget.Release, "pa", 1)}}, policy.NotMet, ""},
		{5, 1, []event{{"a", "2026-04-01", entry(budget.Allocate, "pa", 10)}, {"b", "2027-03-31", entry(budget.Release, "pa", 1)}, {"c", "2027-04-01", entry(budget.Release, "pa", 1)}}, policy.Met, "none_needed"},
	} {
		events := begun()
		a := agreed()
		a.Direct = &budget.DirectPayment{Account: budget.PersonalAccount, Items: c.items, Payments: c.payments, OnlyOfYear: &yes}
		events[2].step = a
		found := shipped(t).law.Findings(given(t, must(t, append(events, c.more...)...), "2027-04-02", nil, nil))
		if one, account := find(t, found, "one_off"), find(t, found, "account_rules"); one.State != c.want || account.Level != c.account {
			t.Errorf("%d items in %d payments: %v, %v", c.items, c.payments, one, account)
		}
	}
}

// TestReconsideration is golden case 11: one per decision, and of refusals one in six months.
func TestReconsideration(t *testing.T) {
	refused := func(what budget.Refusal) budget.Refused {
		return budget.Refused{What: what, Reasons: []string{"x"}, Notice: budget.Notice{GivenOn: on("2026-04-02"), Reconsideration: "Write to us."}}
	}
	again := func(of string) budget.Reconsidered {
		return budget.Reconsidered{Of: of, Outcome: budget.Upheld, Reasons: []string{"x"}}
	}
	s := must(t, append(begun(),
		event{"r1", "2026-04-02", refused(budget.RefusedDirectPayment)},
		event{"c1", "2026-04-20", again("r1")},
		event{"r2", "2026-05-02", refused(budget.RefusedDirectPayment)},
		event{"r3", "2026-05-02", refused(budget.RefusedService)},
		event{"r4", "2026-05-02", budget.Refused{What: budget.RefusedService, Reasons: []string{"x"}}},
		event{"c2", "2026-05-03", again("r4")},
	)...)
	for _, c := range []struct {
		decision, asOf string
		want           policy.State
		by             string
		notice         policy.State
	}{
		{"r1", "2026-06-01", policy.NotMet, "already_reconsidered", policy.Met},
		{"r2", "2026-10-19", policy.NotMet, "within_six_months", policy.Met},
		{"r2", "2026-10-20", policy.Met, "", policy.Met},
		{"r3", "2026-06-01", policy.Met, "", policy.Met},                            // six months are for refusals of a budget and of a direct payment
		{"r4", "2026-06-01", policy.NotMet, "already_reconsidered", policy.Unknown}, // nobody recorded a notice
		{"e3", "2026-06-01", policy.Met, "", policy.NotApplicable},
	} {
		found, err := shipped(t).law.Decision(given(t, s, c.asOf, nil, nil), c.decision)
		if err != nil {
			t.Fatal(err)
		}
		if f := find(t, found, "must_reconsider"); f.State != c.want || f.DecidedBy != c.by {
			t.Errorf("%s as of %s: %v by %q", c.decision, c.asOf, f, f.DecidedBy)
		}
		if f := find(t, found, "written_notice"); f.State != c.notice {
			t.Errorf("%s: %v", c.decision, f)
		}
	}
	for _, none := range []string{"", "c1", "e1", "e2", "nobody"} {
		if _, err := shipped(t).law.Decision(given(t, s, "2026-06-01", nil, nil), none); err == nil {
			t.Errorf("%q passes for a decision", none)
		}
	}
	if _, err := shipped(t).law.Decision(budget.Given{}, "r1"); err == nil {
		t.Error("no budget has a decision")
	}
	less := agreed()
	less.Supersedes, less.Amount = "e3", budget.GBP(1_100_000)
	less.Shares, less.Contributions = []budget.Share{{Mode: budget.Direct, Amount: budget.GBP(800_000)}, {Mode: budget.Notional, Amount: budget.GBP(300_000)}}, nil
	less.Contingency = budget.Money{}
	cut := must(t, append(begun(), event{"e4", "2026-08-01", less})...)
	if found, err := shipped(t).law.Decision(given(t, cut, "2026-08-02", nil, nil), "e4"); err != nil || find(t, found, "written_notice").State != policy.Unknown || find(t, found, "reasons_in_writing").State != policy.Unknown {
		t.Errorf("a cut with no notice on record: %v, %v", found, err)
	}
}

// TestABlankSaysNothing holds that a text of spaces is none, that who agreed is understood however it is spelt, and that a contingency of which nobody
// said how much is not too little.
func TestABlankSaysNothing(t *testing.T) {
	w := shipped(t)
	sister := agreed().Lines[0]
	sister.Mode, sister.Paid, sister.Necessity = budget.Direct, budget.Connected, " \n"
	if f := find(t, w.law.Line(budget.Given{}, sister), "no_household"); f.State != policy.Met {
		t.Errorf("spaces are a reason to pay somebody of the household: %v", f)
	}
	for _, c := range []struct {
		change func(a *budget.Agreed)
		id     string
		want   policy.State
	}{
		{func(a *budget.Agreed) { a.Terms.AgreedWith = []string{" Person "} }, "feature_central", policy.Met},
		{func(a *budget.Agreed) { a.Terms.AgreedWith = []string{"her daughter"} }, "feature_central", policy.NotMet},
		{func(a *budget.Agreed) { a.Terms.AgreedWith = nil }, "feature_central", policy.Unknown},
		{func(a *budget.Agreed) { a.Terms.Coordinator = " " }, "plan_states", policy.NotMet},
		{func(a *budget.Agreed) { a.Terms.ReviewMethod = " " }, "plan_states", policy.NotMet},
		{func(*budget.Agreed) {}, "local_contingency", policy.NotMet},
		{func(a *budget.Agreed) { a.Contingency = budget.GBP(0) }, "local_contingency", policy.Met},
		{func(a *budget.Agreed) { a.Contingency = budget.Money{} }, "local_contingency", policy.Unknown},
	} {
		events, a := begun(), agreed()
		c.change(&a)
		events[2].step = a
		given := given(t, must(t, events...), "2026-04-02", nil, map[string]any{"person_central": true, "intervals_stated": true})
		found := append(w.law.Findings(given), w.local.Findings(budget.Given{State: given.State, AsOf: given.AsOf})...)
		if f := find(t, found, c.id); f.State != c.want {
			t.Errorf("%s: %v, want %v", c.id, f, c.want)
		}
	}
}

// notReviewed are answers by which only the ledger can tell that the money is not enough, and nobody has looked at that.
var notReviewed = map[string]any{"sum_enough": true, "reviewed_when_short": false}

// TestGroundsFollowTheLedger holds that spending off the plan and the unspent weeks are read off the entries.
func TestGroundsFollowTheLedger(t *testing.T) {
	off := budget.Entry{What: budget.Spend, Mode: budget.Direct, Amount: budget.GBP(100), OffPlan: true}
	// Eight weeks of £12,000 in 365 days are £1,841.10.
	paid := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "pa", 725_000)}, event{"b", "2026-04-01", entry(budget.Release, "pa", 184_110)})
	if sum, ok := shipped(t).local.Surplus(agreed()); !ok || sum != budget.GBP(184_110) {
		t.Error(sum, ok)
	}
	if sum, ok := shipped(t).local.Contingency(agreed()); !ok || sum != budget.GBP(23_014) {
		t.Error(sum, ok)
	}
	if _, ok := shipped(t).law.Surplus(agreed()); ok {
		t.Error("the law sets no weeks")
	}
	for _, c := range []struct {
		name string
		more []event
		want map[string]policy.State
	}{
		{"nothing spent", nil, map[string]policy.State{"stop_off_plan": policy.NotMet, "repay_off_plan": policy.NotMet, "must_review": policy.NotApplicable, "local_surplus": policy.NotMet, "local_contingency": policy.NotMet}},
		{"off the plan", []event{{"c", "2026-04-02", off}}, map[string]policy.State{"stop_off_plan": policy.Met, "repay_off_plan": policy.Met}},
		{"a penny over eight weeks", []event{{"c", "2026-04-02", entry(budget.Release, "pa", 1)}}, map[string]policy.State{"local_surplus": policy.Unknown}},
		{"overspent", []event{{"c", "2026-04-02", entry(budget.Spend, "pa", 200_000)}}, map[string]policy.State{"must_review": policy.NotMet, "local_surplus": policy.NotMet}},
	} {
		s := must(t, append(paid[:len(paid):len(paid)], c.more...)...)
		w := shipped(t)
		found := append(w.law.Findings(given(t, s, "2026-04-03", nil, notReviewed)), w.local.Findings(budget.Given{State: s, AsOf: on("2026-04-03")})...)
		for id, want := range c.want {
			if f := find(t, found, id); f.State != want {
				t.Errorf("%s: %v, want %v", c.name, f, want)
			}
		}
	}
	if steps := shipped(t).law.Explain(given(t, must(t, paid...), "2026-04-03", nil, nil), "stop_off_plan"); len(steps) == 0 || !strings.Contains(strings.Join(steps, "\n"), "budget.off_plan_spend") {
		t.Error(steps)
	}
	for _, none := range []string{"no_gambling", "must_reconsider", "nothing"} {
		if steps := shipped(t).law.Explain(budget.Given{}, none); steps != nil {
			t.Errorf("%s is not about the budget: %v", none, steps)
		}
	}
}

func TestSixFeatures(t *testing.T) {
	features := []string{"feature_central", "feature_outcomes", "feature_upfront", "feature_enough", "feature_choice", "feature_own_way"}
	all := map[string]any{"person_central": true, "outcomes_agreed": true, "sum_enough": true, "chose_how_and_when": true}
	short := event{"v", "2026-06-01", budget.Reviewed{Why: budget.ReviewInsufficient, Found: "Too little.", Changes: true}}
	more := agreed()
	more.Supersedes = "e3"
	for _, c := range []struct {
		name   string
		events []event
		gone   string
		came   policy.State
	}{
		{"all", begun(), "", policy.Met},
		{"no indication is recorded", []event{begun()[0], begun()[2]}, "feature_upfront", policy.Unknown},
		{"an indication too late", []event{begun()[0], begun()[2], {"e4", "2026-04-01", begun()[1].step}}, "feature_upfront", policy.NotMet},
		{"too little", append(begun(), short), "feature_enough", policy.NotMet},
		{"too little, and then more", append(begun(), short, event{"e9", "2026-06-01", more}), "", policy.Met},
	} {
		found := shipped(t).law.Findings(given(t, must(t, c.events...), "2026-06-02", nil, all))
		for _, id := range features {
			want := policy.Met
			if id == c.gone {
				want = c.came
			}
			if f := find(t, found, id); f.State != want {
				t.Errorf("%s: %v", c.name, f)
			}
		}
	}
	for _, none := range []budget.Given{{}, {State: &budget.State{}}} {
		for _, f := range shipped(t).law.Findings(none) {
			if f.State == policy.Met || f.State == policy.NotMet {
				t.Errorf("nothing is known, and %v", f)
			}
		}
	}
}

func TestReviewsDue(t *testing.T) {
	paid := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "pa", 10)}, event{"b", "2026-04-30", entry(budget.Release, "pa", 1)})
	plain := agreed()
	plain.Terms = nil
	unplanned := append([]event{}, paid...)
	unplanned[2].step = plain
	unplanned = slices.Clip(unplanned)
	reviewed := func(next string) event {
		r := budget.Reviewed{Why: budget.ReviewPlanned, Found: "It helps."}
		if next != "" {
			r.Next = on(next)
		}
		return event{"v", "2026-07-20", r}
	}
	// Budgets that take the place of the first, with a day of the first review and without.
	renewed := func(day, first string) event {
		a := agreed()
		a.Supersedes, a.Terms = "e3", nil
		if first != "" {
			a.Terms = &budget.Terms{FirstReview: on(first)}
		}
		return event{"e4", day, a}
	}
	between := func(on string) event {
		return event{"w", on, budget.Reviewed{Why: budget.ReviewAsked, Found: "She asked about the rate."}}
	}
	early := append([]event{}, unplanned[:3]...)
	early = append(early, event{"v", "2026-04-01", budget.Reviewed{Why: budget.ReviewAsked, Found: "It has not begun."}})
	early = append(early, unplanned[3:]...)
	for _, c := range []struct {
		name        string
		events      []event
		asOf, due   string
		overdue, ok bool
		because     string
	}{
		{"agreed day is earlier", paid, "2026-07-15", "2026-07-15", false, true, "the day of the first review in the plan"},
		{"three months", unplanned, "2026-07-30", "2026-07-30", false, true, "3 months after the first payment on 30 April 2026"},
		{"overdue", unplanned, "2026-07-31", "2026-07-30", true, true, "3 months after the first payment on 30 April 2026"},
		{"twelve months", append(unplanned, reviewed("")), "2027-07-20", "2027-07-20", false, true, "12 months after the review of 20 July 2026"},
		{"sooner as agreed", append(unplanned, reviewed("2027-01-20")), "2027-01-21", "2027-01-20", true, true, "the day agreed at the review of 20 July 2026"},
		{"no later than twelve months", append(unplanned, reviewed("2028-01-20")), "2027-01-21", "2027-07-20", false, true, "12 months after the review of 20 July 2026"},
		{"as agreed, whatever is looked at in between", append(unplanned, reviewed("2027-01-20"), between("2026-10-01")), "2027-01-21", "2027-01-20", true, true, "the day agreed at the review of 20 July 2026"},
		{"as agreed, and done", append(unplanned, reviewed("2027-01-20"), between("2027-01-20")), "2027-01-21", "2028-01-20", false, true, "12 months after the review of 20 January 2027"},
		{"a review before the first payment", early, "2026-07-31", "2026-07-30", true, true, "3 months after the first payment on 30 April 2026"},
		{"a new budget with a day", append(unplanned, reviewed(""), renewed("2026-07-20", "2026-10-20")), "2026-10-21", "2026-10-20", true, true, "the day of the first review in the plan"},
		{"a new budget with a day that is over", append(unplanned, reviewed(""), renewed("2026-08-01", "2026-07-15")), "2026-10-21", "2027-07-20", false, true, "12 months after the review of 20 July 2026"},
		{"a new budget that was reviewed", append(unplanned, renewed("2026-07-01", "2026-10-20"), reviewed("")), "2026-10-21", "2027-07-20", false, true, "12 months after the review of 20 July 2026"},
		{"nothing paid", unplanned[:3], "2026-07-31", "", false, false, ""},
		{"nothing agreed", paid[:2], "2026-07-31", "", false, false, ""},
		{"stopped", append(unplanned, event{"s", "2026-05-01", budget.Stopped{Ground: "stop_death", Reasons: []string{"x"}}}), "2026-07-31", "", false, false, ""},
	} {
		s := must(t, c.events...)
		got, ok := shipped(t).law.ReviewDue(s, on(c.asOf))
		if got.On.String() != c.due || got.Overdue != c.overdue || ok != c.ok || got.Because != c.because {
			t.Errorf("%s: %+v %v", c.name, got, ok)
		}
		want := policy.Unknown
		if c.overdue {
			want = policy.Met
		} else if c.ok {
			want = policy.NotMet
		}
		if f := find(t, shipped(t).law.Findings(given(t, s, c.asOf, nil, nil)), "review_overdue"); f.State != want {
			t.Errorf("%s: %v", c.name, f)
		}
	}
	if _, ok := shipped(t).law.ReviewDue(nil, on("2026-01-01")); ok {
		t.Error("no budget has a review")
	}
}
