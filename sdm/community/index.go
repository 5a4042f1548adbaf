package community

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// index is the services of a directory in the form in which they are looked at fast: one list for each criterion, with an entry for each
// service in the order of the directory. What is wrong in a service stands here as not known.
type index struct {
	byID    map[string]int
	status  []policy.State
	aimed   []policy.State // not applicable where a service names nobody whom it is for
	ages    []ages
	places  []places
	serves  [][]policy.State // by the number of a category
	access  [][]policy.State // by the number of an access need
	tongues []tongues
	costs   [][]option
	hours   []hours
	assured []day.Day
}

func indexOf(services []Service, words taxonomy) index {
	n := len(services)
	x := index{
		byID: make(map[string]int, n), status: make([]policy.State, n), aimed: make([]policy.State, n), ages: make([]ages, n), places: make([]places, n), tongues: make([]tongues, n),
		costs: make([][]option, n), hours: make([]hours, n), assured: make([]day.Day, n),
		serves: servesOf(services, words), access: accessOf(services, words),
	}
	for i, s := range services {
		x.byID[s.ID] = i
		x.status[i], x.aimed[i] = statusOf(s), aimedOf(s)
		x.ages[i] = agesOf(s)
		x.places[i] = placesOf(s, words)
		x.tongues[i] = tonguesOf(s)
		x.costs[i] = optionsOf(s)
		x.hours[i] = hoursOf(s)
		x.assured[i] = s.AssuredDate
	}
	return x
}

// column is one question that every service is held against.
type column struct {
	criterion Criterion
	// about is the id of the need or the access need.
	about string
	// weight is how much it matters, from 0 to 100.
	weight float64
	// need is one of the person's needs; bars tells that a service which is known not to meet it comes after all others.
	need, bars bool
	// state gives what is known of a service, and says puts it in a sentence.
	state func(service int) policy.State
	says  func(service int, s policy.State) string
}

// columns are the questions that a seeker raises, in the order of Criteria.
func (d *Directory) columns(s Seeker) []column {
	all := []column{d.byStatus(), d.byAge(s), d.byArea(s)}
	for _, n := range s.Needs {
		all = append(all, d.byNeed(n))
	}
	for _, id := range s.Access {
		all = append(all, d.byAccess(id))
	}
	if len(s.Languages) > 0 {
		all = append(all, d.byLanguage(s))
	}
	if s.MostCost != nil {
		all = append(all, d.byCost(*s.MostCost, s.AsOf))
	}
	if len(s.Free) > 0 {
		all = append(all, d.byOpening(s))
	}
	if d.definition.AssuredMonths > 0 {
		all = append(all, d.byAssured(s.AsOf))
	}
	all = append(all, d.byAudience())
	for i := range all {
		if c := &all[i]; !c.need && c.criterion != ByAudience {
			c.weight = matters(s.Matters, c.criterion)
		}
	}
	return all
}

// matters is how much a criterion matters to the person.
func matters(said map[Criterion]float64, c Criterion) float64 {
	if w, given := said[c]; given && weighs(w) {
		return w
	}
	return full
}
