package main

import (
	"errors"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// documents are the definitions that the year needs, ready for use. All law, thresholds and texts of the story stand in them, none in Go.
type documents struct {
	confidence *activation.Measure
	offers     *support.Offers

	hipAid              *decisionaid.Aid
	hip, ons4, concerns *proms.Questionnaire

	plans     *plan.Standard
	directory *community.Directory

	budgetLaw, budgetLocal *budget.Policy

	choice, waiting, providers, statements *policy.Policy
}

// open takes the documents out of a library. The error names every one that is not there or has faults.
func open(lib *sdm.Library) (d documents, err error) {
	var faults [14]error
	d.confidence, faults[0] = lib.Measure("self-management-confidence@1")
	d.offers, faults[1] = lib.Offers("nhs-self-management-support@1")
	d.hipAid, faults[2] = lib.Aid("hip-osteoarthritis@1")
	d.hip, faults[3] = lib.Questionnaire("oxford-hip-score@1")
	d.ons4, faults[4] = lib.Questionnaire("ons4@1")
	d.concerns, faults[5] = lib.Questionnaire("named-concerns@1")
	d.plans, faults[6] = lib.PlanStandard("personalised-plan-england@0")
	d.directory, faults[7] = lib.Directory("fennbridge@1")
	d.budgetLaw, faults[8] = lib.BudgetPolicy("personal-health-budget-england@0")
	d.budgetLocal, faults[9] = lib.BudgetPolicy("northridge-icb-budgets@0")
	d.choice, faults[10] = lib.Policy("nhs-choice-england@0")
	d.waiting, faults[11] = lib.Policy("nhs-waiting-england@0")
	d.providers, faults[12] = lib.Policy("nhs-provider-england@0")
	d.statements, faults[13] = lib.Policy("nhs-choice-statements-england@0")
	return d, errors.Join(faults[:]...)
}
