package cohort

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

// wireVersion is the version of the JSON of every summary. A reader refuses one that it does not know.
const wireVersion = 1

// A header opens the JSON of every summary.
type header struct {
	Kind    string `json:"kind"`
	Version int    `json:"version"`
}

// decode reads one summary strictly: no unknown keys, the right kind, a known version.
func decode(data []byte, kind string, head *header, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDecode, kind, err)
	}
	if head.Kind != kind {
		return fmt.Errorf("%w: the kind is %q, and %q was expected", ErrDecode, clip(head.Kind), kind)
	}
	if head.Version != wireVersion {
		return fmt.Errorf("%w: %s of version %d; this library reads version %d", ErrDecode, kind, head.Version, wireVersion)
	}
	return nil
}

func refuseWire(kind, format string, args ...any) error {
	return fmt.Errorf("%w: %s: %s", ErrDecode, kind, fmt.Sprintf(format, args...))
}

// MarshalJSON writes {"value":12.5} or {"missing":"no_values"}.
func (s Statistic) MarshalJSON() ([]byte, error) {
	if s.known {
		return json.Marshal(statisticWire{Value: &s.value})
	}
	return json.Marshal(statisticWire{Missing: s.Reason()})
}

// UnmarshalJSON reads what MarshalJSON writes, and returns ErrDecode for anything else.
func (s *Statistic) UnmarshalJSON(data []byte) error {
	var wire statisticWire
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&wire); err != nil {
		return fmt.Errorf("%w: statistic: %w", ErrDecode, err)
	}
	switch {
	case wire.Value != nil && wire.Missing == "":
		*s = known(*wire.Value)
	case wire.Value == nil && slices.Contains(reasons[:], wire.Missing):
		*s = missing(wire.Missing)
	default:
		return refuseWire("statistic", "write either a value or one of the reasons %v", reasons)
	}
	return nil
}

type statisticWire struct {
	Value   *float64 `json:"value,omitempty"`
	Missing Reason   `json:"missing,omitempty"`
}

// momentsWire leaves out what nobody has.
type momentsWire struct {
	N    int64    `json:"n"`
	Mean *float64 `json:"mean,omitempty"`
	M2   *float64 `json:"m2,omitempty"` // sum of squared distances from the mean
	Min  *float64 `json:"min,omitempty"`
	Max  *float64 `json:"max,omitempty"`
}

func (m Moments) wire() momentsWire {
	if m.n == 0 {
		return momentsWire{}
	}
	return momentsWire{N: m.n, Mean: &m.mean, M2: &m.m2, Min: &m.smallest, Max: &m.most}
}

// moments checks that such values between lo and hi can exist. Bounds that arithmetic may miss by
// rounding are checked with room for it.
func (w momentsWire) moments(kind, name string, lo, hi, noise float64) (Moments, error) {
	none := Moments{noise: noise}
	given := 0
	for _, number := range []*float64{w.Mean, w.M2, w.Min, w.Max} {
		if number != nil {
			given++
		}
	}
	switch {
	case w.N < 0 || w.N > MaxCount:
		return none, refuseWire(kind, "%s: n is %d; it must be 0 to %d", name, w.N, int64(MaxCount))
	case w.N == 0 && given != 0:
		return none, refuseWire(kind, "%s: n is 0, so there can be no mean, m2, min or max", name)
	case w.N == 0:
		return none, nil
	case given != 4:
		return none, refuseWire(kind, "%s: n is %d, so mean, m2, min and max must all be there", name, w.N)
	}
	m := Moments{n: w.N, mean: *w.Mean, m2: *w.M2, smallest: *w.Min, most: *w.Max, noise: noise}
	room := 1e-9 * max(math.Abs(lo), math.Abs(hi))
	width := m.most - m.smallest
	most := float64(float64(m.n)*float64(width*width)) / 4 // Popoviciu: half the values at either end
	least := float64(width*width) / 2                      // one value at either end, the rest in the middle
	slack := float64(float64(m.n)*room) * (width + room)
	switch {
	case m.smallest < lo || m.most > hi || m.smallest > m.most:
		return none, refuseWire(kind, "%s: min %v and max %v must ascend and lie between %v and %v", name, m.smallest, m.most, lo, hi)
	case m.mean < m.smallest-room || m.mean > m.most+room:
		return none, refuseWire(kind, "%s: the mean %v must lie between min %v and max %v", name, m.mean, m.smallest, m.most)
	case m.m2 < 0 || m.m2 < least-slack || m.m2 > most+slack:
		return none, refuseWire(kind, "%s: no %d values from %v to %v have the m2 %v", name, m.n, m.smallest, m.most, m.m2)
	case m.n == 1 && (m.m2 != 0 || m.smallest != m.most || m.mean != m.most):
		return none, refuseWire(kind, "%s: n is 1, so mean, min and max must be equal and m2 must be 0", name)
	}
	return m, nil
}

// absenceWire lists only the words and faults that somebody has.
type absenceWire struct {
	Reasons map[string]int64 `json:"reasons,omitempty"`
	Faults  Faults           `json:"faults"`
}

func (a absence) wire() absenceWire {
	w := absenceWire{Faults: a.faults}
	for i, n := range a.counts {
		if n != 0 {
			if w.Reasons == nil {
				w.Reasons = map[string]int64{}
			}
			w.Reasons[a.words[i]] = n
		}
	}
	return w
}

func (w absenceWire) absence(kind string, words []string) (absence, error) {
	a := newAbsence(words)
	counts := []int64{w.Faults.NotFinite, w.Faults.OffScale, w.Faults.UnknownWord}
	known := 0
	for i, word := range words {
		if n, ok := w.Reasons[word]; ok {
			a.counts[i] = n
			counts = append(counts, n)
			known++
		}
	}
	if known != len(w.Reasons) {
		return a, refuseWire(kind, "there is a reason word that the scale does not list")
	}
	if _, err := total(kind, counts); err != nil {
		return a, err
	}
	a.faults = w.Faults
	return a, nil
}

// total adds counts, and refuses negative ones and a sum past MaxCount.
func total(kind string, counts []int64) (int64, error) {
	sum := int64(0)
	for _, n := range counts {
		if n < 0 || n > MaxCount-sum {
			return 0, refuseWire(kind, "a count is %d; counts must be 0 or more, and %d at most together", n, int64(MaxCount))
		}
		sum += n
	}
	return sum, nil
}
