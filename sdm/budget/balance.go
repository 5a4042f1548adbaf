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
	sums
)

// figures are the sums of one account, in smallest units; each is at least 0.
type figures [sums]int64

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
