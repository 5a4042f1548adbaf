package budget

// Share is the part of a budget that is managed in one way.
type Share struct {
	Mode   Mode  `json:"mode"`
	Amount Money `json:"amount"`
	// Percent is its part of the whole; 0 where it was not put so.
	Percent Quantity `json:"percent,omitzero"`
}

// Contribution is what one agency puts into an integrated budget. Each keeps its own legal basis.
type Contribution struct {
	// Agency is who contributes, such as an ICB or a local authority.
	Agency string `json:"agency"`
	Amount Money  `json:"amount"`
	// Percent is its part of the whole; 0 where it was not put so.
	Percent Quantity `json:"percent,omitzero"`
	// Ground is the law or agreement under which it contributes.
	Ground string `json:"ground,omitempty"`
}

// part is a share or a contribution.
type part struct {
	name    string
	amount  Money
	percent Quantity
}

// wholePercent is 100 per cent.
const wholePercent Quantity = 100 * perOne

// checkParts holds parts to the whole: none twice, all in its currency, together exactly the whole, and as percentages exactly 100 with
// each amount within one smallest unit of its percentage. f stands at their list; what says what one of them is.
func checkParts(f finder, what string, whole Money, parts []part) {
	seen := map[string]bool{}
	var sum, percent int64
	sound, judged := whole.Valid() == nil, true // whether the amounts and the percentages can be added up
	for i, p := range parts {
		here := f.in("/%d", i)
		if seen[p.name] {
			here.add("", "put the two together", "%s %.40s is there twice", what, p.name)
		}
		seen[p.name] = true
		if sound = here.amount("/amount", p.amount, whole.Currency) && sound; sound {
			sum += p.amount.Minor // sums of at most MaxLines amounts of 53 bits fit
		}
		if p.percent < 0 || p.percent > wholePercent {
			here.add("/percent", "write a percentage from 0 to 100", "%v per cent are no part of a whole", p.percent)
			judged = false
			continue
		}
		percent += int64(p.percent)
	}
	if judged && percent > 0 && percent != int64(wholePercent) {
		f.add("", "correct the percentages, or leave all of them out", "the percentages add up to %v and not to 100", Quantity(percent))
	}
	if !sound {
		return
	}
	if sum != whole.Minor {
		f.add("", "correct the amounts; to the penny they are the whole", "together they are %v, and the budget is %v", Money{sum, whole.Currency}, whole)
	}
	for i, p := range parts {
		if exact, err := whole.Percent(p.percent); judged && percent > 0 && err == nil && abs(exact.Minor-p.amount.Minor) > 1 {
			f.in("/%d", i).add("/amount", "correct the amount or the percentage", "%v per cent of %v is %v, and the amount is %v", p.percent, whole, exact, p.amount)
		}
	}
}

func abs(n int64) int64 { return max(n, -n) }
