package community_test

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// The oracle reads services as they stand, with the words of the small town written out, and knows nothing of how the package does it.

// upwards are the areas of the town with all that hold them.
var upwards = map[string][]string{
	"county": {"county"}, "town": {"town", "county"}, "mill": {"mill", "town", "county"}, "hill": {"hill", "town", "county"}, "shore": {"shore", "county"},
}

const (
	yes, no, open, off = "met", "not_met", "unknown", "not_applicable"
)

// plainReading gives for every service its place and the states of all criteria, in order.
func plainReading(services []community.Service, p community.Seeker) []string {
	type row struct {
		at     int
		states []string
		key    [5]float64
		text   string
	}
	var rows []row
	for at, s := range services {
		var states []string
		var weights []float64
		var isNeed, bars []bool
		add := func(state string, weight float64, need, bar bool) {
			states, weights, isNeed, bars = append(states, state), append(weights, weight), append(isNeed, need), append(bars, bar)
		}
		matter := func(c community.Criterion) float64 {
			if w, ok := p.Matters[c]; ok {
				return w
			}
			return 100
		}
		add(map[community.Status]string{community.Active: yes, "": open}[s.Status]+map[bool]string{true: no}[s.Status == community.Defunct], 100, false, true)
		add(plainAge(s, p), 100, false, true)
		add(plainArea(s, p), 100, false, true)
		for _, n := range p.Needs {
			w := 100.0
			if n.Weight != nil {
				w = *n.Weight
			}
			add(plainNeed(s, n.Category), w, true, false)
		}
		for _, a := range p.Access {
			add(plainAccess(s, a), 100, false, true)
		}
		if len(p.Languages) > 0 {
			add(plainLanguage(s, p), 100, false, false)
		}
		if p.MostCost != nil {
			add(plainCost(s, p), matter(community.ByCost), false, false)
		}
		if len(p.Free) > 0 {
			add(plainOpening(s, p), matter(community.ByOpening), false, false)
		}
		add(plainAssured(s, p), 100, false, false)
		add(off, 0, false, false)
		r := row{at: at, states: states, text: fmt.Sprintf("%s %s", s.ID, strings.Join(states, " "))}
		for i, state := range states {
			k := 3
			if isNeed[i] {
				k = 1
			}
			switch state {
			case yes:
				r.key[k] -= weights[i]
			case open:
				r.key[k+1] -= weights[i]
			case no:
				if bars[i] {
					r.key[0] = 1
				}
			}
		}
		rows = append(rows, r)
	}
	less := func(a, b row) bool {
		for i := range a.key {
			if a.key[i] != b.key[i] {
				return a.key[i] < b.key[i]
			}
		}
		return false
	}
	sort.SliceStable(rows, func(i, k int) bool { return less(rows[i], rows[k]) })
	var out []string
	place := 1
	for i, r := range rows {
		if i > 0 && less(rows[i-1], r) {
			place = i + 1
		}
		out = append(out, fmt.Sprintf("%d %s", place, r.text))
	}
	return out
}

func plainAge(s community.Service, p community.Seeker) string {
	if s.MinimumAge == nil && s.MaximumAge == nil {
		return open
	}
	if s.MinimumAge != nil && s.MaximumAge != nil && *s.MinimumAge > *s.MaximumAge {
		return open
	}
	if s.MaximumAge == nil && *s.MinimumAge == 0 {
		return yes
	}
	if p.Age == nil {
		return open
	}
	if s.MinimumAge != nil && float64(*p.Age) < *s.MinimumAge || s.MaximumAge != nil && float64(*p.Age) > *s.MaximumAge {
		return no
	}
	return yes
}

// plainArea goes through every area in which the person can live, which are those without areas within that fit what they said.
func plainArea(s community.Service, p community.Seeker) string {
	var covers []string
	odd := false
	for _, a := range s.ServiceAreas {
		covers = append(covers, a.Extent)
		odd = odd || upwards[a.Extent] == nil
	}
	for _, own := range p.Areas {
		for _, up := range append(slices.Clone(upwards[own]), own) {
			if slices.Contains(covers, up) {
				return yes
			}
		}
	}
	var named []string
	for _, own := range p.Areas {
		if upwards[own] != nil {
			named = append(named, own)
		}
	}
	if len(covers) == 0 || len(named) == 0 || odd {
		return open
	}
	for _, own := range named {
		narrowest := true
		for _, other := range named {
			if other != own && slices.Contains(upwards[other], own) {
				narrowest = false
			}
		}
		for _, c := range covers {
			if narrowest && slices.Contains(upwards[c], own) {
				return open
			}
		}
	}
	return no
}

func plainNeed(s community.Service, category string) string {
	if !slices.Contains([]string{"loneliness", "money", "food"}, category) || len(s.Needs) == 0 {
		return open
	}
	odd := false
	for _, n := range s.Needs {
		if n == category || n == "social-isolation" && category == "loneliness" {
			return yes
		}
		odd = odd || n == "dancing"
	}
	if odd {
		return open
	}
	return no
}

func plainAccess(s community.Service, need string) string {
	state := open
	for _, a := range s.Accessibility {
		if slices.Contains(a.Meets, need) && slices.Contains(a.Lacks, need) {
			continue // both cannot be
		}
		if slices.Contains(a.Meets, need) && need != "lift" {
			return yes
		}
		if slices.Contains(a.Lacks, need) {
			state = no
		}
	}
	return state
}

func plainLanguage(s community.Service, p community.Seeker) string {
	state := no
	if len(s.Languages) == 0 || s.InterpretationServices != "" {
		state = open
	}
	for _, l := range s.Languages {
		if l.Code == "" {
			state = open
		}
		for _, own := range p.Languages {
			if l.Code == own || l.Code == "en-GB" && own == "en" {
				return yes
			}
			if strings.HasPrefix(l.Code, "zh") && strings.HasPrefix(own, "zh") && l.Code != "" {
				state = open
			}
		}
	}
	return state
}

func plainCost(s community.Service, p community.Seeker) string {
	within, over := 0, 0
	for _, o := range s.CostOptions {
		if !o.ValidTo.IsZero() {
			if p.AsOf.IsZero() {
				return open
			}
			if p.AsOf.After(o.ValidTo) {
				continue
			}
		}
		switch {
		case o.Amount == nil, *o.Amount > 0 && o.Currency != p.MostCost.Currency:
			return open
		case *o.Amount <= p.MostCost.Amount:
			within++
		default:
			over++
		}
	}
	switch {
	case within > 0 && over == 0:
		return yes
	case over > 0 && within == 0:
		return no
	}
	return open
}

// plainOpening counts the half hours of a week.
func plainOpening(s community.Service, p community.Seeker) string {
	half := func(clock string) int {
		var h, m int
		if _, err := fmt.Sscanf(clock, "%d:%d", &h, &m); err != nil {
			return -1
		}
		return 2*h + m/30
	}
	state, vague := no, len(s.Schedules) == 0
	for _, one := range s.Schedules {
		if one.ByDay == "" {
			vague = true
			continue
		}
		for _, d := range strings.Split(one.ByDay, ",") {
			for _, f := range p.Free {
				if !slices.Contains(strings.Split(f.ByDay, ","), d) {
					continue
				}
				from, to := half(one.OpensAt), half(one.ClosesAt)
				inside := 0
				for h := max(from, 0); h < to; h++ {
					if h >= half(f.From) && h < half(f.To) {
						inside++
					}
				}
				switch {
				case from >= 0 && inside == to-from:
					return yes // whatever the other times are
				case inside > 0 || from < 0:
					state = open
				}
			}
		}
	}
	if vague {
		return open
	}
	return state
}

func plainAssured(s community.Service, p community.Seeker) string {
	switch {
	case s.AssuredDate.IsZero() || p.AsOf.IsZero() || s.AssuredDate.After(p.AsOf):
		return open
	case s.AssuredDate.Before(p.AsOf.AddMonths(-12)):
		return no
	}
	return yes
}
