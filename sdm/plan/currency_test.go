package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// TestCurrency counts by hand: agreed on 9 March 2026 and valid for 12 months, so current up to 8 March 2027.
func TestCurrency(t *testing.T) {
	w := shipped(t)
	def := *w.standard.Definition()
	def.ValidFor, def.Uses = nil, nil
	def.Criteria, def.Cases = []policy.Criterion{{ID: "x", Kind: def.Needed, When: "plan.agreed", Basis: "local"}}, nil
	silent, err := plan.Compile(def, nil)
	if err != nil {
		t.Fatal(err)
	}
	all := steps()
	agreed := all[:6]
	for name, c := range map[string]struct {
		standard *plan.Standard
		events   []event
		asOf     string
		state    plan.CurrencyState
		review   plan.DueState
		overdue  []string
	}{
		"the day of the agreement":   {w.standard, agreed, "2026-03-09", plan.Current, plan.InTime, nil},
		"a late action":              {w.standard, agreed, "2026-03-17", plan.Current, plan.InTime, []string{"needs[0].goals[0].actions[1].due"}},
		"the last day of the review": {w.standard, agreed, "2026-09-09", plan.Current, plan.InTime, []string{"needs[0].goals[0].actions[0].due", "needs[0].goals[0].actions[1].due", "contingency[0].review"}},
		"a day later": {w.standard, agreed, "2026-09-10", plan.Current, plan.PastDue, []string{
			"review.due", "needs[0].goals[0].actions[0].due", "needs[0].goals[0].actions[1].due", "contingency[0].review"}},
		"reviewed, the referral done": {w.standard, all, "2026-09-10", plan.Current, plan.InTime, []string{"needs[0].goals[0].actions[0].due", "contingency[0].review"}},
		"the last day":                {w.standard, agreed, "2027-03-08", plan.Current, plan.PastDue, nil},
		"twelve months later":         {w.standard, agreed, "2027-03-09", plan.Lapsed, plan.PastDue, nil},
		"before the agreement":        {w.standard, agreed, "2026-03-08", plan.NotKnown, plan.InTime, nil},
		"nobody says when":            {w.standard, agreed, "", plan.NotKnown, plan.DueUnknown, nil},
		"a standard without a period": {silent, agreed, "2026-03-10", plan.NotKnown, plan.InTime, nil},
		"no plan":                     {w.standard, all[:5], "2026-03-10", plan.NoPlan, plan.DueUnknown, nil},
		"a plan that ended":           {w.standard, append(steps(), event{"x", "2026-07-01", plan.Ended{Reason: "moved away"}}), "2026-07-02", plan.IsOver, plan.DueUnknown, nil},
		"a day before it ended":       {w.standard, append(steps(), event{"x", "2026-07-01", plan.Ended{Reason: "moved away"}}), "2026-06-30", plan.NotKnown, plan.DueUnknown, nil},
		"the day on which it ended":   {w.standard, append(steps(), event{"x", "2026-07-01", plan.Ended{Reason: "moved away"}}), "2026-07-01", plan.IsOver, plan.DueUnknown, nil},
		"no review planned":           {w.standard, []event{{"x", "2026-01-01", plan.Agreed{}}}, "2026-07-02", plan.Current, plan.DueUnknown, nil},
	} {
		var asOf day.Day
		if c.asOf != "" {
			asOf = on(c.asOf)
		}
		got := c.standard.Currency(after(t, c.events...), asOf)
		if got.State != c.state || got.Review != c.review || got.Because == "" {
			t.Errorf("%s: %+v", name, got)
		}
		if c.standard == w.standard && (c.state == plan.Current || c.state == plan.Lapsed) && (got.Basis != "local" || got.Source == nil || got.Until.IsZero()) {
			t.Errorf("%s does not say on what it rests: %+v", name, got)
		}
		var fields []string
		for _, o := range got.Overdue {
			fields = append(fields, o.Field)
		}
		if c.overdue != nil && !slices.Equal(fields, c.overdue) {
			t.Errorf("%s: overdue %q, want %q", name, fields, c.overdue)
		}
	}
}

// TestUntil counts the last day by hand, also where the month has no such day.
func TestUntil(t *testing.T) {
	def := *shipped(t).standard.Definition()
	def.Uses, def.Criteria, def.Cases = nil, []policy.Criterion{{ID: "x", Kind: def.Needed, When: "plan.agreed", Basis: "local"}}, nil
	for _, c := range []struct {
		agreed string
		months int
		until  string
	}{
		{"2028-02-28", 12, "2029-02-27"}, {"2028-02-29", 12, "2029-02-28"}, {"2028-02-29", 48, "2032-02-28"}, {"2027-03-01", 12, "2028-02-29"},
		{"2026-08-31", 6, "2027-02-28"}, {"2026-08-31", 1, "2026-09-30"}, {"2026-08-30", 1, "2026-09-29"}, {"2026-01-01", 12, "2026-12-31"},
	} {
		def.ValidFor = &plan.ValidFor{Months: c.months, Basis: "local"}
		standard, err := plan.Compile(def, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := standard.Currency(after(t, event{"x", c.agreed, plan.Agreed{}}), on(c.agreed))
		if got.Until != on(c.until) || strings.Contains(got.Because, "1 months") {
			t.Errorf("%d months from %s: %s, want %s: %s", c.months, c.agreed, got.Until, c.until, got.Because)
		}
	}
}

func TestStages(t *testing.T) {
	w := shipped(t)
	all := append(steps(), event{"e10", "2026-07-01", plan.Reached{Stage: "conversation"}}, event{"e11", "2026-07-02", plan.Reached{Stage: "reflect"}})
	stages, strange := w.standard.Stages(after(t, all[:10]...))
	if len(stages) != 6 || len(strange) != 0 {
		t.Fatal(stages, strange)
	}
	for i, want := range []int{1, 2, 1, 0, 0, 0} {
		if len(stages[i].Events) != want || stages[i].Now != (stages[i].ID == "conversation") || stages[i].Source == nil || stages[i].Source.Verified {
			t.Errorf("%+v", stages[i])
		}
	}
	if _, strange = w.standard.Stages(after(t, all...)); len(strange) != 1 || strange[0].ID != "e11" {
		t.Error("a stage that the document does not know is not told of:", strange)
	}
}
