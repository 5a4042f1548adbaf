package community

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Match is one service held against what a person said. It is immutable and safe for concurrent use.
type Match struct {
	search         *search
	service, place int32
}

// search is what all matches of one person share: what is known of every service, with one state for each column, service after service.
type search struct {
	directory *Directory
	columns   []column
	states    []policy.State
}

// Finding is what is known of one criterion of a service.
type Finding struct {
	Criterion Criterion `json:"criterion"`
	// About is the id of the need or the access need that it is about.
	About string       `json:"about,omitempty"`
	State policy.State `json:"state"`
	// Says is the reason in a sentence.
	Says string `json:"says"`
}

// Match holds every service against what a person said. None is left out, and what is not known never counts as no.
//
// The order says how near each service comes to that and recommends none. Services that are known to be closed, or not to be for the
// person's age, area or access needs, come last. Among the others, and among these, the greater weight of needs certainly served
// comes first, then of needs that may be, then the greater weight of other criteria that are certainly met, then of those that may be.
// A need or a criterion that the person did not weigh weighs 100. Equals share a place and stand in the order of the directory. What cannot be
// right in the seeker, which CheckSeeker names, counts as not known.
func (d *Directory) Match(s Seeker) []Match {
	n := len(d.definition.Services)
	asked := &search{directory: d, columns: d.columns(s)}
	k := len(asked.columns)
	asked.states = make([]policy.State, n*k)
	for c, col := range asked.columns {
		for i := range n {
			asked.states[i*k+c] = col.state(i)
		}
	}
	groups, of := asked.group(n)
	next := ranked(groups)
	matches := make([]Match, n)
	for i := range n {
		g := &groups[of[i]]
		matches[next[g.rank]] = Match{search: asked, service: int32(i), place: int32(g.place)}
		next[g.rank]++
	}
	return matches
}

// of gives what is known of one service.
func (s *search) of(service int) []policy.State {
	k := len(s.columns)
	return s.states[service*k : service*k+k]
}

// group holds the services of which the same is known. There are few groups even where there are many services, so only they are put in
// order. Groups that are equally near have one rank and place.
type group struct {
	nearness
	size, rank, place int
}

// group puts services of which the same is known together, and gives the group of each service.
func (s *search) group(n int) (groups []group, of []int32) {
	of = make([]int32, n)
	known := map[string]int{}
	key := make([]byte, len(s.columns))
	for i := range n {
		row := s.of(i)
		for c, state := range row {
			key[c] = byte(state)
		}
		g, seen := known[string(key)]
		if !seen {
			g = len(groups)
			known[string(key)] = g
			groups = append(groups, group{nearness: s.nearness(row)})
		}
		groups[g].size++
		of[i] = int32(g)
	}
	return groups, of
}

// ranked ranks the groups, and gives for each rank the index at which its first match goes.
func ranked(groups []group) (next []int) {
	order := make([]*group, len(groups))
	for g := range groups {
		order[g] = &groups[g]
	}
	slices.SortFunc(order, func(a, b *group) int { return a.compare(b.nearness) })
	at := 0
	for i, g := range order {
		if i == 0 || order[i-1].compare(g.nearness) != 0 {
			next = append(next, at)
			g.place = at + 1
		} else {
			g.place = order[i-1].place
		}
		g.rank = len(next) - 1
		at += g.size
	}
	return next
}

// nearness is how near a service comes to what a person said.
type nearness struct {
	barred                                   bool
	needs, needsMaybe, criteria, criteriaMay float64
}

func (s *search) nearness(states []policy.State) nearness {
	var n nearness
	for c, state := range states {
		col := &s.columns[c]
		surely, maybe := &n.criteria, &n.criteriaMay
		if col.need {
			surely, maybe = &n.needs, &n.needsMaybe
		}
		switch state {
		case policy.Met:
			*surely += col.weight
		case policy.Unknown:
			*maybe += col.weight
		case policy.NotMet:
			n.barred = n.barred || col.bars
		}
	}
	// Sums that differ only by rounding are equals.
	for _, sum := range []*float64{&n.needs, &n.needsMaybe, &n.criteria, &n.criteriaMay} {
		*sum = math.Round(*sum*1e6) / 1e6
	}
	return n
}

// compare puts the nearer first.
func (n nearness) compare(m nearness) int {
	if n.barred != m.barred {
		if m.barred {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(m.needs, n.needs), cmp.Compare(m.needsMaybe, n.needsMaybe),
		cmp.Compare(m.criteria, n.criteria), cmp.Compare(m.criteriaMay, n.criteriaMay))
}

// Place counts from 1. Equals share one.
func (m Match) Place() int { return int(m.place) }

// Service gives the service. What it points to must not be changed.
func (m Match) Service() Service {
	if m.search == nil {
		return Service{}
	}
	return m.search.directory.definition.Services[m.service]
}

// Findings gives what is known of every criterion, in the order of Criteria, needs and access needs in the order of the person.
func (m Match) Findings() []Finding {
	return m.only(func(policy.State) bool { return true })
}

// Unmet gives the criteria that the service is known not to meet.
func (m Match) Unmet() []Finding {
	return m.only(func(s policy.State) bool { return s == policy.NotMet })
}

// Unknown gives the criteria of which nobody knows whether the service meets them: what to ask before going.
func (m Match) Unknown() []Finding {
	return m.only(func(s policy.State) bool { return s == policy.Unknown })
}

func (m Match) only(want func(policy.State) bool) []Finding {
	if m.search == nil {
		return nil
	}
	var found []Finding
	for c, state := range m.search.of(int(m.service)) {
		if want(state) {
			col := &m.search.columns[c]
			found = append(found, Finding{Criterion: col.criterion, About: col.about, State: state, Says: col.says(int(m.service), state)})
		}
	}
	return found
}

// Fit sums a match up.
type Fit string

const (
	// Fits: everything that was looked at is met.
	Fits Fit = "fits"
	// FitUnknown: nothing is known to be unmet, and something is not known.
	FitUnknown Fit = "unknown"
	// FitUnmet: something is known to be unmet.
	FitUnmet Fit = "unmet"
)

// Fit sums the match up. For whom a service is meant in words is left to people and not part of it.
func (m Match) Fit() Fit {
	fit := Fits
	if m.search == nil {
		return FitUnknown
	}
	for c, state := range m.search.of(int(m.service)) {
		switch {
		case m.search.columns[c].criterion == ByAudience:
		case state == policy.NotMet:
			return FitUnmet
		case state == policy.Unknown:
			fit = FitUnknown
		}
	}
	return fit
}

// MarshalJSON gives the service by its id and name, with its place and every finding.
func (m Match) MarshalJSON() ([]byte, error) {
	s := m.Service()
	return json.Marshal(struct {
		Service  string    `json:"service"`
		Name     string    `json:"name,omitempty"`
		Place    int       `json:"place"`
		Fit      Fit       `json:"fit"`
		Findings []Finding `json:"findings"`
	}{s.ID, s.Name, m.Place(), m.Fit(), m.Findings()})
}
