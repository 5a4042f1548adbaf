package community

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// option is one way to pay. Where the amount is not known, known is false.
type option struct {
	amount   float64
	known    bool
	currency string
	from, to day.Day
}

func optionsOf(s Service) []option {
	var all []option
	for _, c := range s.CostOptions {
		o := option{currency: c.Currency, from: c.ValidFrom, to: c.ValidTo}
		if c.Amount != nil && payable(*c.Amount) {
			o.amount, o.known = *c.Amount, true
		}
		if o.to.Before(o.from) { // nobody knows when it holds, and so not whether it does
			o.from, o.to, o.known = day.Day{}, day.Day{}, false
		}
		all = append(all, o)
	}
	return all
}

// payable reports whether somebody could pay an amount.
func payable(amount float64) bool { return amount >= 0 && amount <= 1e9 }

// holdsOn tells whether an option holds on a day; an option with days may or may not where the day is not known.
func (o *option) holdsOn(asOf day.Day) policy.State {
	if asOf.IsZero() && !(o.from.IsZero() && o.to.IsZero()) {
		return policy.Unknown
	}
	return met(!asOf.Before(o.from) && !asOf.After(o.to))
}

// within tells whether an option costs no more than the person can pay.
func (o *option) within(most Price) policy.State {
	switch {
	case o.known && o.amount == 0:
		return policy.Met
	case !o.known || o.currency != most.Currency || !payable(most.Amount):
		return policy.Unknown
	}
	return met(o.amount <= most.Amount)
}

// affordable tells whether every way to pay that holds is within what the person can pay, or none is. Where only some are, it is not
// known which of them is the person's: a price for members may be among them.
func affordable(options []option, most Price, asOf day.Day) policy.State {
	some, none := false, true
	result := policy.Unknown
	for i := range options {
		o := &options[i]
		holds := o.holdsOn(asOf)
		if holds == policy.NotMet {
			continue
		}
		state := o.within(most)
		if holds == policy.Unknown || state == policy.Unknown {
			return policy.Unknown
		}
		some, none = some || state == policy.NotMet, none && state == policy.NotMet
		result = state
	}
	if some && !none {
		return policy.Unknown
	}
	return result
}

// byCost asks whether the person can pay for it.
func (d *Directory) byCost(most Price, asOf day.Day) column {
	all, services := d.index.costs, d.definition.Services
	can := amountText(most.Amount, most.Currency)
	return column{
		criterion: ByCost,
		state:     func(i int) policy.State { return affordable(all[i], most, asOf) },
		says: func(i int, state policy.State) string {
			var prices []string
			for k := range all[i] {
				if all[i][k].holdsOn(asOf) != policy.NotMet {
					prices = append(prices, services[i].CostOptions[k].String())
				}
			}
			price, words := strings.Join(prices, ", "), trimmed(services[i].FeesDescription)
			if price != "" && words != "" {
				price += ". It says of it: " + words
			}
			switch {
			case price == "" && words != "":
				return fmt.Sprintf("It says of what it costs: %s.", words)
			case price == "" && len(all[i]) > 0:
				return fmt.Sprintf("The costs that it gives do not hold on %s.", asOf.Long())
			case price == "":
				return "It does not say what it costs."
			case !payable(most.Amount):
				return fmt.Sprintf("What the person can pay is not known; what it costs: %s.", price)
			case state == policy.Met:
				return fmt.Sprintf("What it costs is no more than the %s that the person can pay: %s.", can, price)
			case state == policy.NotMet:
				return fmt.Sprintf("What it costs is more than the %s that the person can pay: %s.", can, price)
			}
			return fmt.Sprintf("Whether it costs more than the %s that the person can pay is not known: %s.", can, price)
		},
	}
}

// String says what it costs.
func (c CostOption) String() string {
	text := trimmed(c.AmountDescription)
	switch {
	case c.Amount != nil && !payable(*c.Amount):
		text = "an amount that cannot be right"
	case c.Amount != nil && *c.Amount == 0:
		text = "free"
	case c.Amount != nil:
		text = amountText(*c.Amount, c.Currency)
	case text == "":
		text = "an amount that is not given"
	}
	return phrase.Joined(" ", text, trimmed(c.Option))
}

// amountText writes an amount of money.
func amountText(amount float64, currency string) string {
	text := rule.FormatNumber(amount)
	if whole, cents, ok := strings.Cut(text, "."); ok && len(cents) == 1 {
		text = whole + "." + cents + "0"
	}
	return phrase.Sign(currency) + text
}
