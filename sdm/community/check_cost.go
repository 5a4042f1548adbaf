package community

import (
	"fmt"
	"regexp"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeCost = diag.Define(diag.Info{
	Code:    "directory-cost",
	Title:   "A cost cannot be right",
	Explain: "An amount is 0 or more, in whole units of a currency that is given by its code of three letters (ISO 4217). The first day on which it holds is not after the last.",
	Bad:     "cost_options:\n  - {amount: -2, currency: GBP}",
	Good:    "cost_options:\n  - {amount: 2, currency: GBP, option: per session}",
})

var codeCurrencies = diag.Define(diag.Info{
	Code:    "directory-currencies",
	Title:   "A service has costs in several currencies",
	Explain: "Nobody can hold amounts in several currencies against what a person can pay. Most often one of the codes is a slip of the pen.",
	Bad:     "cost_options:\n  - {amount: 2, currency: GBP}\n  - {amount: 2, currency: GBO}",
	Good:    "cost_options:\n  - {amount: 2, currency: GBP}\n  - {amount: 2, currency: GBP}",
})

var currencyForm = regexp.MustCompile(`^[A-Z]{3}$`)

func checkCosts(s Service, at string, r *diag.Reporter) {
	currency := -1 // the first option that names one
	for i, c := range s.CostOptions {
		here := fmt.Sprintf("%s/cost_options/%d", at, i)
		switch {
		case c.Amount != nil && !payable(*c.Amount):
			r.Errorf(codeCost, diag.At(here+"/amount"), "%s is no amount that somebody could pay", numberText(*c.Amount)).Hinted("Write 0 for free, or a number above it")
		case c.Currency == "" && c.Amount != nil && *c.Amount > 0:
			r.Errorf(codeCost, diag.At(here+"/amount"), "the amount has no currency").Hinted("Add `currency: GBP`, or what is true")
		case c.Currency != "" && !currencyForm.MatchString(c.Currency):
			r.Errorf(codeCost, diag.At(here+"/currency"), "%q is no code of a currency", c.Currency).Hinted("Write it like GBP")
		case c.ValidTo.Before(c.ValidFrom):
			r.Errorf(codeCost, diag.At(here+"/valid_to"), "the last day, %s, is before the first, %s", c.ValidTo, c.ValidFrom).Hinted("Exchange them, or correct the one that is wrong").
				Beside(diag.At(here+"/valid_from"), "the first day")
		case currency < 0 && c.Currency != "":
			currency = i
		case c.Currency != "" && c.Currency != s.CostOptions[currency].Currency:
			r.Errorf(codeCurrencies, diag.At(here+"/currency"), "this cost is in %s and another in %s", c.Currency, s.CostOptions[currency].Currency).Hinted("Give all costs in one currency").
				Beside(diag.At(fmt.Sprintf("%s/cost_options/%d/currency", at, currency)), "the other currency")
		}
	}
}
