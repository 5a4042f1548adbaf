package budget

// Balance is what the entries of a ledger come to, of one line, of one mode or of the whole. It is a plain value.
type Balance struct {
	// Allocated was set aside, Released paid out to whoever manages it, Spent by them, Returned by them and ClawedBack by the body.
	Allocated  Money `json:"allocated"`
	Released   Money `json:"released"`
	Spent      Money `json:"spent"`
	Returned   Money `json:"returned"`
	ClawedBack Money `json:"clawed_back"`
	// Underspend is Released - Spent; below nothing where more was spent.
	Underspend Money `json:"underspend"`
	// Unspent is what whoever manages it still holds: Released - Spent - Returned - ClawedBack.
	Unspent Money `json:"unspent"`
	// Available is what is left of the money set aside: Allocated - Spent - Returned - ClawedBack.
	Available Money `json:"available"`
}

// The places of the sums in figures.
const (
	allocated = iota
	released
	spent
	returned
	clawedBack
	offPlan // the part of spent that the plan does not have
	sums
)

// figures are the sums of one account, in smallest units; each is at least 0.
type figures [sums]int64

// change adds to a sum, and to what was spent off the plan where it is that.
func (g *figures) change(sum int, minor int64, off bool) {
	g[sum] += minor
	if off {
		g[offPlan] += minor
	}
}

// counts reports whether a sum, and what was spent on the plan and off it, are at least nothing.
func (g *figures) counts(sum int) bool {
	return g[sum] >= 0 && g[offPlan] >= 0 && g[offPlan] <= g[spent]
}

// holds reports whether a pot may look as it does after a movement; back tells whether money came back with it.
func (g *figures) holds(back bool) bool {
	return g[released] <= g[allocated] && g[returned]+g[clawedBack] <= g[released] && (!back || g.unspent() >= 0)
}

// mostMinor is the greatest sum of a ledger, so that every difference of sums is an amount of Money.
const mostMinor = MaxMinor / 2

func (g *figures) unspent() int64 { return g[released] - g[spent] - g[returned] - g[clawedBack] }

// balance puts the sums into words.
func (g *figures) balance(currency string) Balance {
	of := func(minor int64) Money { return Money{minor, currency} }
	return Balance{
		Allocated: of(g[allocated]), Released: of(g[released]), Spent: of(g[spent]), Returned: of(g[returned]), ClawedBack: of(g[clawedBack]),
		Underspend: of(g[released] - g[spent]),
		Unspent:    of(g.unspent()),
		Available:  of(g[allocated] - g[spent] - g[returned] - g[clawedBack]),
	}
}

// add gives the sums of two accounts.
func (g figures) add(other *figures) figures {
	for i := range g {
		g[i] += other[i]
	}
	return g
}
