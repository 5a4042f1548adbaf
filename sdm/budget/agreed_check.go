package budget

import "slices"

func (a Agreed) checkShares(f finder) {
	parts := make([]part, len(a.Shares))
	for i, s := range a.Shares {
		oneOf(f.in("/shares/%d", i), "/mode", s.Mode, Modes(), false)
		parts[i] = part{string(s.Mode), s.Amount, s.Percent}
	}
	if len(parts) == 0 {
		f.add("/shares", "say how much is managed in which way", "nobody said how the money is managed")
		return
	}
	checkParts(f.in("/shares"), "the mode", a.Amount, parts)
}

func (a Agreed) checkContributions(f finder) {
	parts := make([]part, len(a.Contributions))
	for i, c := range a.Contributions {
		here := f.in("/contributions/%d", i)
		here.text("/agency", c.Agency, "name the agency that contributes")
		here.short("/ground", c.Ground)
		parts[i] = part{c.Agency, c.Amount, c.Percent}
	}
	if len(parts) > 0 {
		checkParts(f.in("/contributions"), "the agency", a.Amount, parts)
	}
}

// at gives a finder at a line.
func (a Agreed) at(f finder, i int) finder {
	f = f.in("/lines/%d", i)
	f.line = a.Lines[i].ID
	return f
}

func (a Agreed) checkLines(f finder) {
	first := make(map[string]int, len(a.Lines))
	for i, l := range a.Lines {
		here := a.at(f, i)
		l.check(here, a)
		if k, taken := first[l.ID]; taken && l.ID != "" {
			here.add("/id", "give one of the two another id", "lines/%d has the same id, so entries could not be told apart", k)
		} else {
			first[l.ID] = i
		}
		if known := slices.ContainsFunc(a.Shares, func(s Share) bool { return s.Mode == l.Mode }); !known && l.Mode.index() >= 0 {
			here.add("/mode", "give the mode a share, or choose another", "no share of the budget is managed as %s", l.Mode)
		}
	}
	for i, l := range a.Lines {
		if _, there := first[l.ForLine]; l.ForLine != "" && (!there || l.ForLine == l.ID) {
			a.at(f, i).add("/for_line", "name another line of this budget", "there is no such line %.40q", l.ForLine)
		}
	}
}

// checkSum holds the lines to the whole and to the share of their mode. It is silent where a part is not in order: that was told.
func (a Agreed) checkSum(f finder) {
	if !a.Contingency.IsZero() && !f.amount("/contingency", a.Contingency, a.Amount.Currency) || a.Amount.Valid() != nil {
		return
	}
	sum := a.Contingency.Minor
	var managed, spent [3]int64
	for _, s := range a.Shares {
		if i := s.Mode.index(); i >= 0 && s.Amount.Valid() == nil {
			managed[i] += s.Amount.Minor
		}
	}
	over := false
	for i, l := range a.Lines {
		if l.Cost.Valid() != nil || l.Cost.Minor < 0 || l.Cost.Currency != a.Amount.Currency {
			return
		}
		sum += l.Cost.Minor // at most MaxLines amounts of 53 bits fit
		if sum > a.Amount.Minor && !over {
			over = true
			a.at(f, i).add("/cost", "cut a line or the contingency, or agree on more",
				"with this line the lines and the contingency come to %v, which is more than the %v of the budget", Money{sum, a.Amount.Currency}, a.Amount)
		}
		if k := l.Mode.index(); k >= 0 {
			before := spent[k] <= managed[k]
			if spent[k] += l.Cost.Minor; spent[k] > managed[k] && before && managed[k] > 0 {
				a.at(f, i).add("/mode", "move money between the shares, or the line to another mode",
					"with this line %v are managed as %s, and the share has %v", Money{spent[k], a.Amount.Currency}, l.Mode, Money{managed[k], a.Amount.Currency})
			}
		}
	}
	if len(a.Lines) > 0 && a.Contingency.Minor > a.Amount.Minor {
		f.add("/contingency", "set less aside", "%v are more than the budget has", a.Contingency)
	}
}

func (a Agreed) checkTerms(f finder) {
	for i, m := range a.Offered {
		oneOf(f, "/offered", m, Modes(), false)
		if slices.Contains(a.Offered[:i], m) {
			f.add("/offered", "name it once", "%s is there twice", m)
		}
	}
	if d := a.Direct; d != nil {
		here := f.in("/direct")
		oneOf(here, "/holder", d.Holder, holders, true)
		oneOf(here, "/account", d.Account, accounts, true)
		if d.Payments < 0 || d.Items < 0 || d.Payments > maxCount || d.Items > maxCount {
			here.add("/payments", "count the payments and the items of the period", "%d payments and %d items cannot be", d.Payments, d.Items)
		}
		if !slices.ContainsFunc(a.Shares, func(s Share) bool { return s.Mode == Direct }) {
			here.add("", "take it out, or add the share", "it says how a direct payment is held, and there is no share of that mode")
		}
	}
	if t := a.Terms; t != nil {
		here := f.in("/terms")
		here.ids("/agreed_with", t.AgreedWith)
		here.short("/coordinator", t.Coordinator)
		here.short("/review_method", t.ReviewMethod)
		if t.NoticeDays != nil && (*t.NoticeDays < 0 || *t.NoticeDays > maxCount) {
			here.add("/notice_days", "count the days of notice", "%d days cannot be", *t.NoticeDays)
		}
	}
}

// maxCount is more than any count of payments, items or days of notice can be.
const maxCount = 10_000
