package community

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// servesOf works out for each category which services serve it. A service that names no needs, or needs that the directory does not know, may
// serve any.
func servesOf(services []Service, words taxonomy) [][]policy.State {
	n := 0
	for _, c := range words.categories {
		n = max(n, c+1)
	}
	all := rows(n, len(services))
	for i, s := range services {
		certain := len(s.Needs) > 0
		for _, name := range s.Needs {
			if c, known := find(words.categories, name); known {
				all[c][i] = policy.Met
			} else {
				certain = false
			}
		}
		for c := range all {
			if certain && all[c][i] == policy.Unknown {
				all[c][i] = policy.NotMet
			}
		}
	}
	return all
}

// rows makes lists of states that are all unknown.
func rows(n, of int) [][]policy.State {
	all := make([][]policy.State, n)
	for i := range all {
		all[i] = make([]policy.State, of)
	}
	return all
}

// accessOf works out for each access need which services meet it. Where one place of a service meets it and another does not, the service
// does. What one place is said both to meet and to lack is not known of it.
func accessOf(services []Service, words taxonomy) [][]policy.State {
	n := 0
	for _, a := range words.access {
		n = max(n, a+1)
	}
	all := rows(n, len(services))
	for i, s := range services {
		for _, at := range s.Accessibility {
			meets, lacks := numbersOf(at.Meets, words.access), numbersOf(at.Lacks, words.access)
			for _, a := range meets {
				if !slices.Contains(lacks, a) {
					all[a][i] = policy.Met
				}
			}
			for _, a := range lacks {
				if !slices.Contains(meets, a) && all[a][i] != policy.Met {
					all[a][i] = policy.NotMet
				}
			}
		}
	}
	return all
}

// numbersOf gives the numbers of the words that the directory knows.
func numbersOf(names []string, words map[string]int) (numbers []int) {
	for _, name := range names {
		if n, known := find(words, name); known {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// byNeed asks whether a service serves one of the person's needs.
func (d *Directory) byNeed(n Need) column {
	services, number, known := d.definition.Services, 0, false
	if !fault.Blank(n.Category) {
		number, known = find(d.words.categories, n.Category)
	}
	c := column{criterion: ByNeed, about: n.ID, need: true, weight: full}
	if w := n.Weight; w != nil && weighs(*w) {
		c.weight = *w
	}
	switch {
	case fault.Blank(n.Category):
		c.unknown("The need is in the person's words only: look at what the service says of itself.")
	case !known:
		c.unknown(fmt.Sprintf("The directory has no category %q.", n.Category))
	default:
		all, title := d.index.serves[number], d.definition.Categories[number].Title
		c.state = func(i int) policy.State { return all[i] }
		c.says = func(i int, s policy.State) string {
			switch {
			case s == policy.Met:
				return fmt.Sprintf("It is there for %s.", title)
			case len(services[i].Needs) == 0:
				return "It does not say which needs it is there for."
			case s == policy.Unknown:
				return fmt.Sprintf("It is there for %s; whether that takes in %s is not known.", d.needsOf(i), title)
			}
			return fmt.Sprintf("It is there for %s, and not for %s.", d.needsOf(i), title)
		}
	}
	return c
}

// needsOf says the needs of a service by their titles, which have an "and" of their own now and then.
func (d *Directory) needsOf(service int) string {
	var titles []string
	for _, name := range d.definition.Services[service].Needs {
		if c, known := find(d.words.categories, name); known {
			name = d.definition.Categories[c].Title
		}
		titles = append(titles, name)
	}
	last := len(titles) - 1
	if last > 0 && slices.ContainsFunc(titles, func(title string) bool { return strings.Contains(title, " and ") }) {
		return strings.Join(titles[:last], ", ") + " as well as " + titles[last]
	}
	return phrase.Listed(titles)
}

// byAccess asks whether a service meets an access need.
func (d *Directory) byAccess(id string) column {
	number, known := find(d.words.access, id)
	c := column{criterion: ByAccess, about: id, bars: true}
	if !known {
		c.unknown(fmt.Sprintf("The directory has no access need %q.", id))
		return c
	}
	all, title := d.index.access[number], d.definition.AccessNeeds[number].Title
	c.state = func(i int) policy.State { return all[i] }
	c.says = func(_ int, s policy.State) string {
		switch s {
		case policy.Met:
			return fmt.Sprintf("It has this: %s.", title)
		case policy.NotMet:
			return fmt.Sprintf("It has not got this: %s.", title)
		}
		return fmt.Sprintf("It does not say whether it has this: %s.", title)
	}
	return c
}

// unknown makes a column in which nothing is known of any service, for the same reason.
func (c *column) unknown(why string) {
	c.state = func(int) policy.State { return policy.Unknown }
	c.says = func(int, policy.State) string { return why }
}
