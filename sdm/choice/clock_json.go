package choice

import "encoding/json"

type plainClock Clock

// writtenClock shadows the days of a Clock with days as they are written.
type writtenClock struct {
	plainClock
	AsOf    date `json:"as_of"`
	Start   date `json:"start,omitzero"`
	LastDay date `json:"last_day,omitzero"`
	EndedOn date `json:"ended_on,omitzero"`
}

// MarshalJSON gives the clock with days as "2024-04-01".
func (c Clock) MarshalJSON() ([]byte, error) {
	return json.Marshal(writtenClock{plainClock(c), date{c.AsOf}, date{c.Start}, date{c.LastDay}, date{c.EndedOn}})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (c *Clock) UnmarshalJSON(src []byte) error {
	var w writtenClock
	if err := strict(src, &w); err != nil {
		return err
	}
	*c = Clock(w.plainClock)
	c.AsOf, c.Start, c.LastDay, c.EndedOn = w.AsOf.Time, w.Start.Time, w.LastDay.Time, w.EndedOn.Time
	return nil
}
