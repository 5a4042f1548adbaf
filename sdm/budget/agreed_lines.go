package budget

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// checkLines looks at the lines one by one, and at what they say of each other.
func (a *Agreed) checkLines(c *checker) {
	for i := range a.Lines {
		l, here, before := &a.Lines[i], fault.Item("lines", i), len(c.Faults)
		l.check(c, &here, a)
		if l.Mode.index() >= 0 && !a.has(l.Mode) {
			c.Tell(&here, "mode", "give the mode a share, or choose another", "no share of the budget is managed as %s", l.Mode)
		}
		if l.ForLine != "" && (l.ForLine == l.ID || a.line(l.ForLine) < 0) {
			c.Tell(&here, "for_line", "name another line of this budget", "there is no such line %.40q", l.ForLine)
		}
		c.ofLine(l.ID, before)
	}
	fault.Repeats(a.Lines, func(l *Line) string { return l.ID }, func(i int) {
		here, before := fault.Item("lines", i), len(c.Faults)
		c.Tell(&here, "id", "give one of the two another id", "lines[%d] has the same id, so entries could not be told apart", a.line(a.Lines[i].ID))
		c.ofLine(a.Lines[i].ID, before)
	})
}

// line gives the place of the first line with an id, and -1 where there is none.
func (a *Agreed) line(id string) int {
	return slices.IndexFunc(a.Lines, func(l Line) bool { return l.ID == id })
}

// checkSum holds the lines to the whole and to the share of their mode. It is silent where a part is not in order: that was told.
func (a *Agreed) checkSum(c *checker) {
	if !a.Contingency.IsZero() && !c.amount(nil, "contingency", a.Contingency, a.currency()) || a.Amount.Valid() != nil || a.Amount.Minor <= 0 {
		return
	}
	if a.Contingency.Minor > a.Amount.Minor {
		c.Tell(nil, "contingency", "set less aside", "%v are more than the budget has", a.Contingency)
		return
	}
	sum, managed := a.Contingency.Minor, [3]int64{}
	shares, judged := a.managed()
	for i := range a.Lines {
		l, here, before := &a.Lines[i], fault.Item("lines", i), len(c.Faults)
		if !l.Cost.within(a.Amount.Currency) {
			return
		}
		if sum += l.Cost.Minor; sum > a.Amount.Minor && sum-l.Cost.Minor <= a.Amount.Minor { // at most MaxLines amounts of 53 bits fit
			c.Tell(&here, "cost", "cut a line or the contingency, or agree on more",
				"with this line the lines and the contingency come to %v, which is more than the %v of the budget", Money{sum, a.Amount.Currency}, a.Amount)
		}
		if m := l.Mode.index(); judged && m >= 0 && a.has(l.Mode) {
			if managed[m] += l.Cost.Minor; managed[m] > shares[m] && managed[m]-l.Cost.Minor <= shares[m] {
				c.Tell(&here, "mode", "move money between the shares, or the line to another mode",
					"with this line %v are managed as %s, and the share has %v", Money{managed[m], a.Amount.Currency}, l.Mode, Money{shares[m], a.Amount.Currency})
			}
		}
		c.ofLine(l.ID, before)
	}
}

// managed gives how much is managed in each way, and whether every share is in order, so that one can tell.
func (a *Agreed) managed() (sums [3]int64, sound bool) {
	for _, s := range a.Shares {
		m := s.Mode.index()
		if m < 0 || !s.Amount.within(a.Amount.Currency) {
			return sums, false
		}
		sums[m] += s.Amount.Minor
	}
	return sums, true
}
