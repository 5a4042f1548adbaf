package budget_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// TestExcludedSpending holds what may not be paid for in each way of managing: the nine services that the law keeps from direct payments,
// what guidance keeps out of every budget, and what is local.
func TestExcludedSpending(t *testing.T) {
	for _, c := range []struct{ category, direct, notional string }{
		{"primary_medical", "no_primary_medical", "no_way_pays"},
		{"nhs_charged", "no_nhs_charged", ""},
		{"planned_surgery", "no_planned_surgery", ""},
		{"vaccination_screening", "no_vaccination_screening", ""},
		{"child_measurement", "no_child_measurement", ""},
		{"nhs_health_check", "no_health_check", ""},
		{"alcohol_tobacco", "no_alcohol_tobacco", "no_way_pays"},
		{"gambling", "no_gambling", "no_way_pays"},
		{"debt", "no_debt", "no_way_pays"},
		{"illegal", "no_illegal", "no_illegal"},
		{"emergency", "no_emergency", "no_emergency"},
		{"employment_breach", "no_employment_breach", "no_employment_breach"},
		{"pet", "local_pet", "local_pet"},
		{"holiday", "", "local_holiday"},
		{"bank_charges", "local_bank_charges", "local_bank_charges"},
		{"therapy", "", ""},
		{"personal_assistant", "", ""},
		{"other", "", ""},
	} {
		for mode, want := range map[budget.Mode]string{budget.Direct: c.direct, budget.Notional: c.notional, budget.ThirdParty: c.notional} {
			a := agreed()
			a.Lines[1].Category, a.Lines[1].Mode = c.category, mode
			err := budget.CheckStep(a, shipped(t).law, shipped(t).local)
			var faults fault.Faults
			errors.As(err, &faults)
			got := ""
			for _, f := range faults {
				var forbidden budget.Forbidden
				if !errors.As(f, &forbidden) || f.Field != "lines[1].category" || forbidden.Line != "swim" || forbidden.Policy == "" || forbidden.Basis == "" || !strings.Contains(f.Says, forbidden.Criterion) {
					t.Errorf("%v", f)
				}
				got += forbidden.Criterion
			}
			if got != want {
				t.Errorf("%s by %s: %q, want %q", c.category, mode, got, want)
			}
		}
	}
}

func TestDebtsAndHouseholds(t *testing.T) {
	a := agreed()
	a.Lines[1].Category, a.Lines[1].ForLine = "debt", "pa"
	if err := budget.CheckStep(a, shipped(t).law); err != nil {
		t.Error("a debt for a service in the plan:", err)
	}
	a = agreed()
	a.Lines[0].Paid = budget.Connected
	err := budget.CheckStep(a, shipped(t).law)
	wantFault(t, err, "lines[0].category", "(no_household, law): A family member or friend who lives in the same household")
	a.Lines[0].Necessity = "Only her sister can calm her at night."
	if err := budget.CheckStep(a, shipped(t).law); err != nil {
		t.Error(err)
	}
	a.Lines[0].Necessity, a.Lines[0].Paid = "", budget.FamilyElsewhere
	if err := budget.CheckStep(a, shipped(t).law); err != nil {
		t.Error("family elsewhere is under no limit since 2017:", err)
	}
	a.Lines[0].Paid = ""
	if f := find(t, shipped(t).law.Line(budget.Given{}, a.Lines[0]), "no_household"); f.State != policy.Unknown || f.Missing[0] != "line.connected" {
		t.Errorf("nobody said who is paid: %+v", f)
	}
}

func TestWordsThatNoPolicyHas(t *testing.T) {
	w := shipped(t)
	a := agreed()
	a.Lines[1].Category = "activty"
	wantFault(t, budget.CheckStep(a, w.law, w.local), "lines[1].category", "did you mean activity?")
	a.Lines[1].Category = "pet" // only the local policy knows it
	wantFault(t, budget.CheckStep(a, w.law), "lines[1].category", "no policy has the category \"pet\"")
	if err := budget.CheckStep(a); err != nil {
		t.Error("without policies nothing is judged:", err)
	}
	wantFault(t, budget.CheckStep(budget.Requested{Basis: "section117"}, w.law), "basis", "did you mean section_117?")
	wantFault(t, budget.CheckStep(budget.Stopped{Ground: "stop_death", Mandatory: true}, w.law), "ground", "no policy has the ground \"stop_death\"; use one of stop_consent")
	wantFault(t, budget.CheckStep(budget.Stopped{Ground: "stop_consent"}, w.law), "ground", "use one of stop_no_patient")
	wantFault(t, budget.CheckStep(budget.RepaymentAsked{Ground: "stop_death"}, w.law), "ground", "repay_death")
	for _, right := range []budget.Step{
		budget.Requested{Basis: "section_117"}, budget.Stopped{Ground: "stop_consent", Mandatory: true}, budget.Stopped{Ground: "stop_death"}, budget.RepaymentAsked{Ground: "repay_death"}, budget.Entry{},
	} {
		if err := budget.CheckStep(right, w.law, w.local); err != nil {
			t.Error(err)
		}
	}
}
