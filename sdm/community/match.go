package community

import "github.com/whatmatters-care/whatmatters/schemas/policy"

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

// Place counts from 1. Equals share one.
func (m Match) Place() int { return int(m.place) }

// Service gives the service. What it points to must not be changed.
func (m Match) Service() Service {
	if m.search == nil {
		return Service{}
	}
	return m.search.directory.definition.Services[m.service]
}
