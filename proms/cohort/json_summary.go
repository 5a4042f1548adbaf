package cohort

import (
	"encoding/json"
	"math"
)

const summaryKind = "cohort-summary"

type summaryWire struct {
	header
	Scale   Scale       `json:"scale"`
	Moments momentsWire `json:"moments"`
	Floor   int64       `json:"floor"`
	Ceiling int64       `json:"ceiling"`
	Counts  [][]int64   `json:"counts"` // [place, people], ascending, without empty places
	Missing absenceWire `json:"missing"`
}

// MarshalJSON writes the whole state. Equal states give equal bytes. It returns ErrUnmade for a zero
// Summary.
func (s Summary) MarshalJSON() ([]byte, error) {
	if s.layout == nil {
		return nil, ErrUnmade
	}
	wire := summaryWire{
		header: header{summaryKind, wireVersion}, Scale: s.layout.scale, Moments: s.moments.wire(),
		Floor: s.atFloor, Ceiling: s.atCeiling, Counts: [][]int64{}, Missing: s.absent.wire(),
	}
	for at, n := range s.counts {
		if n != 0 {
			wire.Counts = append(wire.Counts, []int64{int64(at), n})
		}
	}
	return json.Marshal(wire)
}

// UnmarshalJSON reads what MarshalJSON writes. It returns ErrDecode, and changes nothing, where the
// scale contradicts itself or the numbers cannot belong to one group of people: a decoded summary
// keeps every promise of one that was added up here. Bound the size of the input before decoding it.
func (s *Summary) UnmarshalJSON(data []byte) error {
	var wire summaryWire
	if err := decode(data, summaryKind, &wire.header, &wire); err != nil {
		return err
	}
	l, err := newLayout(wire.Scale)
	if err != nil {
		return refuseWire(summaryKind, "%v", err)
	}
	made := emptySummary(l)
	if made.moments, err = wire.Moments.moments(summaryKind, "moments", l.scale.Min, l.scale.Max, l.noise); err != nil {
		return err
	}
	if made.absent, err = wire.Missing.absence(summaryKind, l.scale.Reasons); err != nil {
		return err
	}
	if _, err := total(summaryKind, []int64{made.moments.n, made.absent.total()}); err != nil {
		return err
	}
	if err := made.readCounts(wire.Counts); err != nil {
		return err
	}
	made.atFloor, made.atCeiling = wire.Floor, wire.Ceiling
	if err := made.checkEnds(); err != nil {
		return err
	}
	if err := made.checkMoments(); err != nil {
		return err
	}
	*s = *made
	return nil
}

func (s *Summary) readCounts(pairs [][]int64) error {
	last, people := int64(-1), make([]int64, 0, len(pairs))
	for _, pair := range pairs {
		if len(pair) != 2 || pair[0] <= last || pair[0] >= int64(len(s.counts)) || pair[1] == 0 {
			return refuseWire(summaryKind, "counts must be pairs [place, people] with ascending places from 0 to %d and no empty ones", len(s.counts)-1)
		}
		last = pair[0]
		s.counts[last] = pair[1]
		people = append(people, pair[1])
	}
	sum, err := total(summaryKind, people)
	if err != nil {
		return err
	}
	if sum != s.moments.n {
		return refuseWire(summaryKind, "the counts add up to %d and n is %d; they must be equal", sum, s.moments.n)
	}
	return nil
}

// checkEnds holds the floor, the ceiling, the smallest and the largest value against the counts.
func (s *Summary) checkEnds() error {
	first, last := s.counts[0], s.counts[len(s.counts)-1]
	exact := s.layout.points != nil
	if s.atFloor < 0 || s.atFloor > first || exact && s.atFloor != first ||
		s.atCeiling < 0 || s.atCeiling > last || exact && s.atCeiling != last ||
		s.atCeiling > s.moments.n-s.atFloor {
		return refuseWire(summaryKind, "floor %d and ceiling %d contradict the counts %d and %d at the ends", s.atFloor, s.atCeiling, first, last)
	}
	if s.moments.n == 0 {
		return nil
	}
	lowest, highest := s.at(0), s.at(s.moments.n-1)
	smallest, exactSmallest := s.layout.find(s.moments.smallest)
	most, exactMost := s.layout.find(s.moments.most)
	if smallest != lowest || most != highest || exactSmallest != s.moments.smallest || exactMost != s.moments.most ||
		(s.atFloor > 0) != (s.moments.smallest == s.layout.scale.Min) ||
		(s.atCeiling > 0) != (s.moments.most == s.layout.scale.Max) {
		return refuseWire(summaryKind, "min %v and max %v contradict the counts", s.moments.smallest, s.moments.most)
	}
	return nil
}

// checkMoments holds mean and m2 against the counts, which bound them: exactly where counting is by
// value, by the edges of the bins otherwise.
func (s *Summary) checkMoments() error {
	m := s.moments
	if m.n == 0 {
		return nil
	}
	n, room := float64(m.n), 1e-9*max(math.Abs(s.layout.scale.Min), math.Abs(s.layout.scale.Max))
	var low, high float64
	for at, count := range s.counts {
		from, to := s.layout.bounds(at)
		share := float64(count) / n
		low += float64(share * from)
		high += float64(share * to)
	}
	if m.mean < low-room || m.mean > high+room {
		return refuseWire(summaryKind, "the mean %v contradicts the counts, which put it between %v and %v", m.mean, low, high)
	}
	if s.layout.points == nil {
		return nil
	}
	var m2 float64
	for at, count := range s.counts {
		apart := s.layout.points[at] - low
		m2 += float64(float64(count) * float64(apart*apart))
	}
	sd := math.Sqrt(m2 / n)
	if math.Abs(m.m2-m2) > float64(n*room)*(2*sd+room) {
		return refuseWire(summaryKind, "m2 is %v, and the counts make it %v", m.m2, m2)
	}
	return nil
}
