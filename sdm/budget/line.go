package budget

import (
	"fmt"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Line is one thing that a budget pays for. It is tied to the plan: what it is for can be followed to the person's own needs and outcomes.
type Line struct {
	// ID names the line; it is unique in the budget and keeps its meaning over the budget's versions.
	ID string `json:"id"`
	// Category is one of the categories of the policy, such as personal_assistant.
	Category string `json:"category"`
	// What is the thing or the help that is bought, in words.
	What string `json:"what"`
	// Supplier is who is paid; empty where nobody said.
	Supplier string `json:"supplier,omitempty"`
	// Paid is how they stand to the person: an organisation, a worker who is neither family nor friend, family or a friend in the same household
	// (connected) or elsewhere (family_elsewhere); empty where nobody said.
	Paid Paid `json:"paid,omitempty"`
	// Necessity says why it is necessary to pay somebody of the same household.
	Necessity string `json:"necessity,omitempty"`
	// Quantity is how many units are bought. Times the rate, and the part of the year where the line is prorated, it is the cost; where a line
	// has only a sum, quantity and rate are left out.
	Quantity Quantity `json:"quantity,omitzero"`
	// Unit is what is counted, such as hour or visit.
	Unit string `json:"unit,omitempty"`
	// Rate is the price of one unit, for a year where the line is prorated.
	Rate Money `json:"rate,omitzero"`
	// Proration is set where the rate is the sum for a year and the line is paid for a part of it.
	Proration *Proration `json:"proration,omitempty"`
	// Cost is what the line comes to, rounded half up once.
	Cost Money `json:"cost"`
	// Mode is the way in which its money is managed.
	Mode Mode `json:"mode"`
	// Needs are the ids of the needs of the plan that it is for, at least one.
	Needs []string `json:"needs"`
	// Outcomes are the ids of the outcomes of the plan that it serves, at least one.
	Outcomes []string `json:"outcomes"`
	// Actions are the ids of the actions of the plan that it pays for.
	Actions []string `json:"actions,omitempty"`
	// ForLine is the id of the line whose service a debt was made for; empty where the line is no debt.
	ForLine string `json:"for_line,omitempty"`
}

// Worked gives what the line comes to by its quantity and rate, and the arithmetic in words. ok is false where it has only a sum. The
// error has ErrNoMoney, ErrNegative or ErrOverflow in it.
func (l Line) Worked() (cost Money, arithmetic string, ok bool, err error) {
	if cost, ok, err = l.product(); !ok {
		return Money{}, "", false, nil
	}
	arithmetic = fmt.Sprintf("%v x %v", l.Quantity, l.Rate)
	if l.Proration != nil {
		arithmetic += " x " + strconv.Itoa(l.Proration.Days) + "/" + strconv.Itoa(YearDays)
	}
	if err != nil {
		return Money{}, arithmetic, true, err
	}
	return cost, arithmetic + " = " + cost.String(), true, nil
}

// product is Worked without the words.
func (l *Line) product() (cost Money, ok bool, err error) {
	switch {
	case l.Quantity == 0 && l.Rate.IsZero() && l.Proration == nil:
		return Money{}, false, nil
	case l.Proration == nil:
		cost, err = l.Rate.Times(l.Quantity)
	default:
		cost, err = l.Rate.ForDays(l.Quantity, l.Proration.Days)
	}
	return cost, true, err
}

// check finds what is wrong with the line of a budget; at is its place.
func (l *Line) check(c *checker, at *fault.Place, budget *Agreed) {
	c.text(at, "id", l.ID, "give the line an id of its own, such as pa_hours")
	c.text(at, "category", l.Category, "name one of the categories of the policy")
	c.text(at, "what", l.What, "say what is bought")
	c.short(at, "supplier", l.Supplier)
	c.short(at, "necessity", l.Necessity)
	c.short(at, "unit", l.Unit)
	fault.MayWord(&c.Faults, at, "paid", l.Paid, payees)
	fault.Word(&c.Faults, at, "mode", l.Mode, modes)
	if len(l.Needs) == 0 {
		c.Tell(at, "needs", "name a need of the plan", "it meets no need, so nobody can say what it is for")
	}
	if len(l.Outcomes) == 0 {
		c.Tell(at, "outcomes", "name at least one outcome of the plan", "it serves no outcome, so nobody can say whether it helped")
	}
	c.ids(at, "needs", l.Needs)
	c.ids(at, "outcomes", l.Outcomes)
	c.ids(at, "actions", l.Actions)
	if l.Proration != nil {
		here := at.Field("proration")
		l.Proration.check(c, &here, budget.Period)
	}
	l.checkCost(c, at, c.amount(at, "cost", l.Cost, budget.currency()))
}

// checkCost holds the cost to the quantity and the rate; known tells whether the cost is in order in itself.
func (l *Line) checkCost(c *checker, at *fault.Place, known bool) {
	if l.Quantity < 0 {
		c.Because(ErrNegative, at, "quantity", "write a quantity above 0", "the quantity is %v", l.Quantity)
		return
	}
	if l.Proration != nil && l.Quantity == 0 && l.Rate.IsZero() {
		c.Tell(at, "proration", "write the quantity and the rate for a year, or take it out", "it is a part of a yearly rate, and there is none")
		return
	}
	if (l.Quantity == 0) != l.Rate.IsZero() {
		c.Tell(at, "quantity", "write both, or leave both out and give the cost alone", "a quantity and a rate belong together, and only one of them is there")
		return
	}
	currency := ""
	if known {
		currency = l.Cost.Currency
	}
	if !l.Rate.IsZero() && !c.amount(at, "rate", l.Rate, currency) {
		return
	}
	cost, ok, err := l.product()
	switch {
	case err != nil:
		_, arithmetic, _, _ := l.Worked()
		c.Because(err, at, "cost", "correct the quantity or the rate", "%s cannot be worked out: %v", arithmetic, err)
	case ok && known && cost != l.Cost:
		_, arithmetic, _, _ := l.Worked()
		c.Tell(at, "cost", "write "+cost.String()+", or correct the quantity or the rate", "the cost is %v, and %s", l.Cost, arithmetic)
	}
}
