package community

import (
	"cmp"
	"slices"
)

// window is a time at which the person can.
type window struct {
	days  weekdays
	times span
}

// windowsOf reads the times at which a person can, and leaves out what cannot be read. Times of one day that follow each other or overlap
// are one, because a session may take up both.
func windowsOf(free []Free) []window {
	var all []window
	for _, f := range free {
		days, err := parseByDay(f.ByDay)
		if err == nil && days != 0 && checkSpan(f.From, f.To) == nil {
			all = append(all, window{days, spanOf(f.From, f.To)})
		}
	}
	if len(all) < 2 {
		return all
	}
	slices.SortFunc(all, func(a, b window) int { return cmp.Compare(a.times.from, b.times.from) })
	var joined []window
	for i := range dayCodes {
		joined = append(joined, ofDay(all, 1<<i)...)
	}
	return joined
}

// ofDay joins the times of one day, which come in the order in which they begin.
func ofDay(all []window, day weekdays) []window {
	var joined []window
	for _, w := range all {
		if w.days&day == 0 {
			continue
		}
		if n := len(joined); n > 0 && w.times.from <= joined[n-1].times.to {
			joined[n-1].times.to = max(joined[n-1].times.to, w.times.to)
		} else {
			joined = append(joined, window{day, w.times})
		}
	}
	return joined
}
