package community

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// places are the areas that a service covers: those of the directory by their numbers, and other words as they stand.
type places struct {
	known []int
	other []string
}

func placesOf(s Service, words taxonomy) places {
	var p places
	for _, a := range s.ServiceAreas {
		word := wordOf(a, words)
		if n, ok := find(words.areas, word); ok {
			p.known = append(p.known, n)
		} else {
			p.other = append(p.other, strings.ToLower(trimmed(word)))
		}
	}
	return p
}

// wordOf gives the word for an area: the one of the two that the directory knows, or else the name, because an extent can be a shape on a map.
func wordOf(a ServiceArea, words taxonomy) string {
	if _, known := find(words.areas, a.Extent); known {
		return a.Extent
	}
	return first(a.Name, a.Extent)
}

// home is where a person lives, as far as the directory knows it.
type home struct {
	// covered says of each area of the directory whether the person lives in it.
	covered []policy.State
	// said are the areas in the person's words.
	said []string
}

// homeOf works out whether a person lives in each area: they do where an area of theirs lies within it, may do where it lies within theirs, and do
// not where neither does.
func (d *Directory) homeOf(areas []string) home {
	h := home{covered: make([]policy.State, len(d.words.within))}
	var own []int
	for _, name := range areas {
		if fault.Blank(name) {
			continue
		}
		h.said = append(h.said, strings.ToLower(trimmed(name)))
		if n, ok := find(d.words.areas, name); ok && !slices.Contains(own, n) {
			own = append(own, n)
		}
	}
	wide := func(a int) bool { // the person named a narrower one too
		return slices.ContainsFunc(own, func(b int) bool { return a != b && d.words.holds(a, b) && !d.words.holds(b, a) })
	}
	narrow := slices.DeleteFunc(slices.Clone(own), wide)
	for a := range h.covered {
		switch {
		case slices.ContainsFunc(own, func(b int) bool { return d.words.holds(a, b) }):
			h.covered[a] = policy.Met
		case len(own) > 0 && !slices.ContainsFunc(narrow, func(b int) bool { return d.words.holds(b, a) }):
			h.covered[a] = policy.NotMet
		}
	}
	return h
}

// in tells whether the person lives in one of the places.
func (h home) in(p places) policy.State {
	state := policy.NotMet
	if len(p.known)+len(p.other) == 0 {
		state = policy.Unknown
	}
	for _, a := range p.known {
		if h.covered[a] == policy.Met {
			return policy.Met
		}
		if h.covered[a] == policy.Unknown {
			state = policy.Unknown
		}
	}
	for _, other := range p.other {
		if slices.Contains(h.said, other) && other != "" {
			return policy.Met
		}
		state = policy.Unknown // nobody knows where it lies
	}
	return state
}

// byArea asks whether people from where the person lives can come.
func (d *Directory) byArea(s Seeker) column {
	all, h := d.index.places, d.homeOf(s.Areas)
	lives := phrase.Listed(d.areaTitles(s.Areas))
	return column{
		criterion: ByArea, bars: true,
		state: func(i int) policy.State { return h.in(all[i]) },
		says: func(i int, state policy.State) string {
			var covers []string
			for _, a := range d.definition.Services[i].ServiceAreas {
				covers = append(covers, wordOf(a, d.words))
			}
			from := phrase.Listed(d.areaTitles(covers))
			switch {
			case from == "":
				return "It does not say from where people can come."
			case lives == "":
				return fmt.Sprintf("It is for people from %s; where the person lives is not known.", from)
			case state == policy.Unknown:
				return fmt.Sprintf("It is for people from %s; whether the person, from %s, lives there is not known.", from, lives)
			}
			return fmt.Sprintf("It is for people from %s; the person lives in %s.", from, lives)
		},
	}
}

// areaTitles gives areas by their titles where the directory knows them.
func (d *Directory) areaTitles(names []string) []string {
	var titles []string
	for _, name := range names {
		if a, known := find(d.words.areas, name); known {
			name = d.definition.Areas[a].Title
		}
		if name = trimmed(name); name != "" {
			titles = append(titles, name)
		}
	}
	return titles
}
