package risk

import (
	"encoding/json"
	"strconv"
)

// stored is the shape of a Chance in JSON. Pointers leave out what is not stated, so that a chance that
// is not known has no value at all.
type stored struct {
	Value    *float64  `json:"value,omitempty"`
	Interval *Interval `json:"interval,omitempty"`
	Count    *Count    `json:"count,omitempty"`
	Period   *Period   `json:"period,omitempty"`
	Basis    []string  `json:"basis,omitempty"`
	Unknown  Reason    `json:"unknown,omitempty"`
}

// MarshalJSON writes {"value": 0.072, "interval": {...}, "count": {...}, "period": {...}, "basis": [...]},
// each only where stated, or {"unknown": "no_evidence"}.
func (c Chance) MarshalJSON() ([]byte, error) {
	s := stored{Basis: c.basis.Names()}
	if c.known {
		s.Value = &c.value
	} else {
		s.Unknown = c.Reason()
	}
	if c.interval.Stated() {
		s.Interval = &c.interval
	}
	if c.count != (Count{}) {
		s.Count = &c.count
	}
	if c.period.Stated() {
		s.Period = &c.period
	}
	return json.Marshal(s)
}

// UnmarshalJSON reads what MarshalJSON wrote and holds it to the same rules as
// NewChance and Observed. Errors: theirs, and BadEncoding.
func (c *Chance) UnmarshalJSON(data []byte) error {
	var s stored
	if err := json.Unmarshal(data, &s); err != nil {
		return fault(BadEncoding, "JSON", err.Error())
	}
	var basis Basis
	for _, name := range s.Basis {
		label, ok := basisNamed(name)
		if !ok {
			return fault(BadEncoding, "basis", strconv.Quote(name))
		}
		basis |= label
	}
	if (s.Value == nil) == (s.Unknown == "") {
		return fault(BadEncoding, "chance", "with both or neither of value and unknown")
	}
	made, err := s.chance()
	if err != nil {
		return err
	}
	made.basis = basis
	*c = made
	return nil
}

func (s stored) chance() (Chance, error) {
	var period Period
	if s.Period != nil {
		period = *s.Period
	}
	if s.Value == nil {
		if s.Interval != nil || s.Count != nil {
			return Chance{}, fault(BadEncoding, "unknown chance", "with an interval or a count")
		}
		made := Unknown(s.Unknown)
		made.period = period
		return made, period.check()
	}
	var interval Interval
	if s.Interval != nil {
		interval = *s.Interval
	}
	if s.Count == nil {
		return NewChance(*s.Value, interval, period)
	}
	made, err := Observed(*s.Count, interval, period)
	if err == nil && made.value != *s.Value {
		return Chance{}, faultNumber(BadEncoding, "value that is not its count's", *s.Value)
	}
	return made, err
}

func basisNamed(name string) (Basis, bool) {
	for bit, known := range basisNames {
		if known == name {
			return 1 << bit, true
		}
	}
	return 0, false
}
