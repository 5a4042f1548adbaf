package budget

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Share is the part of a budget that is managed in one way.
type Share struct {
	// Mode is the way: the body that holds the money arranges what was agreed (notional), an independent organisation applies the money (third_party),
	// or it is paid out (direct_payment).
	Mode Mode `json:"mode"`
	// Amount is the sum that is managed so.
	Amount Money `json:"amount"`
	// Percent is its part of the whole, from 0 to 100; 0, or left out, where it was not put so.
	Percent Quantity `json:"percent,omitzero"`
}

// Contribution is what one agency puts into an integrated budget. Each keeps its own legal basis; an agency that contributes under two has two.
type Contribution struct {
	// Agency is who contributes, such as an ICB or a local authority.
	Agency string `json:"agency"`
	// Amount is the sum that it puts in for the period.
	Amount Money `json:"amount"`
	// Percent is its part of the whole, from 0 to 100; 0, or left out, where it was not put so.
	Percent Quantity `json:"percent,omitzero"`
	// Ground is the law or agreement under which it contributes.
	Ground string `json:"ground,omitempty"`
}

// part is a share or a contribution.
type part struct {
	name    string
	ground  string // of a contribution
	amount  Money
	percent Quantity
}

// wholePercent is 100 per cent.
const wholePercent Quantity = 100 * perOne

// checkParts holds parts to the whole: none twice, unless under two grounds, all in its currency, together exactly the whole, and as percentages
// exactly 100. Each amount is within a thousandth of a per cent of its percentage, since a third is written 33.333, or within one smallest unit
// where that is more. list is the field with the parts; what says what one of them is.
func checkParts[P any](c *checker, list, what string, whole Money, all []P, of func(*P) part) {
	fault.Repeats(all, func(p *P) string { return of(p).name }, func(i int) {
		here, again := fault.Item(list, i), of(&all[i])
		if slices.ContainsFunc(all[:i], func(p P) bool { return of(&p).name == again.name && of(&p).ground == again.ground }) {
			c.Tell(&here, "", "put the two together", "%s %.40s is there twice", what, again.name)
		}
	})
	var sum, percent int64
	sound, judged := whole.Valid() == nil && whole.Minor > 0, true // whether the amounts and the percentages can be added up
	currency := ""
	if sound {
		currency = whole.Currency
	}
	for i := range all {
		p, here := of(&all[i]), fault.Item(list, i)
		if sound = c.amount(&here, "amount", p.amount, currency) && sound; sound {
			sum += p.amount.Minor // sums of at most MaxLines amounts of 53 bits fit
		}
		if p.percent < 0 || p.percent > wholePercent {
			c.Tell(&here, "percent", "write a percentage from 0 to 100", "%v per cent are no part of a whole", p.percent)
			judged = false
			continue
		}
		percent += int64(p.percent)
	}
	judged = judged && percent > 0
	if judged && percent != int64(wholePercent) {
		c.Tell(nil, list, "correct the percentages, or leave all of them out", "the percentages add up to %v and not to 100", Quantity(percent))
	}
	if !sound {
		return
	}
	if sum != whole.Minor {
		c.Tell(nil, list, "correct the amounts; to the penny they are the whole", "together they are %v, and the budget is %v", Money{sum, whole.Currency}, whole)
	}
	for i := range all {
		p, here := of(&all[i]), fault.Item(list, i)
		if exact, err := whole.Percent(p.percent); judged && err == nil && abs(exact.Minor-p.amount.Minor) > max(1, whole.Minor/(100*int64(perOne))) {
			c.Tell(&here, "amount", "correct the amount or the percentage", "%v per cent of %v is %v, and the amount is %v", p.percent, whole, exact, p.amount)
		}
	}
}

func abs(n int64) int64 { return max(n, -n) }
