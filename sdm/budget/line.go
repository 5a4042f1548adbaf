package budget

import (
	"fmt"
	"strconv"
)

// Line is one thing that a budget pays for. It is tied to the plan: what it is for can be followed to the person's own needs and outcomes.
type Line struct {
	// ID names the line; it is unique in the budget and keeps its meaning over the budget's versions.
	ID string `json:"id"`
	// Category is one of the categories of the policy, such as personal_assistant.
	Category string `json:"category"`
	// What is bought, in words.
	What string `json:"what"`
	// Supplier is who is paid, and Paid how they stand to the person; empty where nobody said.
	Supplier string `json:"supplier,omitempty"`
	Paid     Paid   `json:"paid,omitempty"`
	// Necessity says why it is necessary to pay somebody of the same household.
	Necessity string `json:"necessity,omitempty"`
	// Quantity times Rate is the cost; where a line has only a sum, both are left out.
	Quantity Quantity `json:"quantity,omitzero"`
	Unit     string   `json:"unit,omitempty"`
	Rate     Money    `json:"rate,omitzero"`
	// Proration is set where the rate is the sum for a year and the line is paid for a part of it.
	Proration *Proration `json:"proration,omitempty"`
	// Cost is what the line comes to, rounded half up once.
	Cost Money `json:"cost"`
	// Mode is how its money is managed.
	Mode Mode `json:"mode"`
	// Needs, Outcomes and Actions are ids of the plan.
	Needs    []string `json:"needs"`
	Outcomes []string `json:"outcomes"`
	Actions  []string `json:"actions,omitempty"`
	// ForLine is the id of the line whose service a debt was made for.
	ForLine string `json:"for_line,omitempty"`
}

// Worked gives what the line comes to by its quantity and rate, and the arithmetic in words. ok is false where it has only a sum. The
// error has ErrNoMoney, ErrNegative or ErrOverflow in it.
func (l Line) Worked() (cost Money, arithmetic string, ok bool, err error) {
	if l.Quantity == 0 && l.Rate.IsZero() && l.Proration == nil {
		return Money{}, "", false, nil
	}
	arithmetic = fmt.Sprintf("%v x %v", l.Quantity, l.Rate)
	if l.Proration == nil {
		cost, err = l.Rate.Times(l.Quantity)
	} else {
		cost, err = l.Rate.ForDays(l.Quantity, l.Proration.Days)
		arithmetic += " x " + strconv.Itoa(l.Proration.Days) + "/" + strconv.Itoa(YearDays)
	}
	if err != nil {
		return Money{}, arithmetic, true, err
	}
	return cost, arithmetic + " = " + cost.String(), true, nil
}

// check finds what is wrong with the line; f stands at the line.
func (l Line) check(f finder, budget Agreed) {
	f.text("/id", l.ID, "give the line an id of its own, such as pa_hours")
	f.text("/category", l.Category, "name one of the categories of the policy")
	f.text("/what", l.What, "say what is bought")
	f.short("/supplier", l.Supplier)
	f.short("/necessity", l.Necessity)
	oneOf(f, "/paid", l.Paid, payees, true)
	oneOf(f, "/mode", l.Mode, Modes(), false)
	if len(l.Needs) == 0 {
		f.add("/needs", "name a need of the plan", "it meets no need, so nobody can say what it is for")
	}
	if len(l.Outcomes) == 0 {
		f.add("/outcomes", "name at least one outcome of the plan", "it serves no outcome, so nobody can say whether it helped")
	}
	f.ids("/needs", l.Needs)
	f.ids("/outcomes", l.Outcomes)
	f.ids("/actions", l.Actions)
	if l.Proration != nil {
		l.Proration.check(f.in("/proration"), budget.Period)
	}
	f.amount("/cost", l.Cost, budget.Amount.Currency)
	l.checkCost(f)
}

// checkCost holds the cost to the quantity and the rate.
func (l Line) checkCost(f finder) {
	if l.Quantity < 0 {
		f.cause(ErrNegative, "/quantity", "write a quantity above 0", "the quantity is %v", l.Quantity)
		return
	}
	if (l.Quantity == 0) != l.Rate.IsZero() || l.Proration != nil && l.Rate.IsZero() {
		f.add("/quantity", "write both, or leave both out and give the cost alone", "a quantity and a rate belong together, and only one of them is there")
		return
	}
	if !l.Rate.IsZero() && !f.amount("/rate", l.Rate, l.Cost.Currency) {
		return
	}
	cost, arithmetic, ok, err := l.Worked()
	switch {
	case err != nil:
		f.cause(err, "/cost", "correct the quantity or the rate", "%s cannot be worked out: %v", arithmetic, err)
	case ok && cost != l.Cost:
		f.add("/cost", "write "+cost.String()+", or correct the quantity or the rate", "the cost is %v, and %s", l.Cost, arithmetic)
	}
}
