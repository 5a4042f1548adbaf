package population

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/sdm"
)

// DefaultHideUpTo is the largest count that is hidden where the caller says nothing else. It is a convention and no law: NHS Digital hid
// 1 to 5 in Hospital Episode Statistics, with secondary suppression, until September 2018, and has rounded since ("Disclosure control
// methodology for Hospital Episode Statistics (HES) and Emergency Care Data Set (ECDS)", digital.nhs.uk). What holds for a
// publication is for its publisher to find out.
const DefaultHideUpTo = 5

// defaultWhy is the reason of DefaultHideUpTo, as it is printed.
const defaultWhy = "Counts from 1 to 5 are hidden by convention, as in Hospital Episode Statistics until 2018; nobody checked which rule holds for this publication."

// Rules say what may be published. The zero Rules publish all periods and components, over all groups together.
type Rules struct {
	// HideUpTo hides counts from 1 up to this one; 0 is DefaultHideUpTo.
	HideUpTo int64 `json:"hide_up_to"`
	// HideZero hides 0 as well, where even that nobody has something would tell.
	HideZero bool `json:"hide_zero,omitempty"`
	// Round rounds what is shown to the nearest multiple of this, halves up, totals on their own; 0 and 1 leave counts as they are. It is at
	// most twice the smallest count shown, so that nothing becomes 0.
	Round int64 `json:"round,omitempty"`
	// ByGroup gives a row to each group. Otherwise all groups are together in one.
	ByGroup bool `json:"by_group,omitempty"`
	// Periods are the names of those to publish; empty means all. They must not overlap, since the people of one period could
	// otherwise be worked out from those of another.
	Periods []string `json:"periods,omitempty"`
	// Components are those to publish; empty means all.
	Components []sdm.Component `json:"components,omitempty"`
	// Why is the reason for HideUpTo, in words that are printed; for DefaultHideUpTo there is one.
	Why string `json:"why,omitempty"`
}

// complete gives the rules with what was left out, or says why they cannot be.
func (r Rules) complete() (Rules, error) {
	if r.HideUpTo == 0 {
		r.HideUpTo = DefaultHideUpTo
	}
	if r.HideUpTo == DefaultHideUpTo && r.Why == "" {
		r.Why = defaultWhy
	}
	switch {
	case r.HideUpTo < 1 || r.HideUpTo > MaxCount/4:
		return r, fmt.Errorf("%w: counts up to %d cannot be hidden; give a number from 1, or leave it out for %d", ErrRules, r.HideUpTo, DefaultHideUpTo)
	case r.Round < 0 || r.Round > 2*(r.HideUpTo+1):
		return r, fmt.Errorf("%w: rounding to %d would show a count of %d as 0 or less; round to at most %d", ErrRules, r.Round, r.HideUpTo+1, 2*(r.HideUpTo+1))
	}
	for i, c := range r.Components {
		if !slices.Contains(sdm.Components(), c) || slices.Contains(r.Components[:i], c) {
			return r, fmt.Errorf("%w: %.40q is no component, or stands there twice; components are %s", ErrRules, string(c), sdm.Components())
		}
	}
	return r, nil
}

// rounded rounds a count to be shown.
func (r Rules) rounded(n int64) int64 {
	if r.Round <= 1 {
		return n
	}
	down := n / r.Round * r.Round
	if n-down >= r.Round-(n-down) {
		return down + r.Round
	}
	return down
}

// places gives the periods to publish.
func (r Rules) places(c *calendar) ([]int, error) {
	var places []int
	for i, p := range c.periods {
		if len(r.Periods) == 0 || slices.Contains(r.Periods, p.Name) {
			places = append(places, i)
		}
	}
	for i, name := range r.Periods {
		if !slices.ContainsFunc(c.periods, func(p Period) bool { return p.Name == name }) || slices.Contains(r.Periods[:i], name) {
			return nil, fmt.Errorf("%w: there is no period %.40q, or it stands in the rules twice", ErrPeriods, name)
		}
	}
	inOrder := slices.Clone(places)
	slices.SortFunc(inOrder, func(a, b int) int { return c.periods[a].From.Compare(c.periods[b].From) })
	for i := 1; i < len(inOrder); i++ {
		if a, b := c.periods[inOrder[i-1]], c.periods[inOrder[i]]; !b.From.After(a.To) {
			return nil, fmt.Errorf("%w: %.40q and %.40q overlap, and what is hidden in one could be worked out from the other; name periods that do not", ErrPeriods, a.Name, b.Name)
		}
	}
	return places, nil
}
