package community

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// feedSchedule is a schedule of a feed, which can say more of when something takes place than a Schedule does.
type feedSchedule struct {
	Schedule
	// Until is the day of the last time.
	Until day.Day `json:"until"`
	// What narrows the days further is not read.
	Count      json.RawMessage `json:"count"`
	ByWeekNo   json.RawMessage `json:"byweekno"`
	ByMonthDay json.RawMessage `json:"bymonthday"`
	ByYearDay  json.RawMessage `json:"byyearday"`
}

// plain gives it as a Schedule. Until is the last day, where that comes first. Where something narrows the days that is not read, nobody knows on
// which of them it takes place, and they are left out.
func (f feedSchedule) plain() Schedule {
	s := f.Schedule
	if s.ValidTo.IsZero() || f.Until.Before(s.ValidTo) && !f.Until.IsZero() {
		s.ValidTo = f.Until
	}
	for _, narrows := range []json.RawMessage{f.Count, f.ByWeekNo, f.ByMonthDay, f.ByYearDay} {
		switch string(narrows) {
		case "", "null", `""`:
		default:
			s.ByDay = ""
		}
	}
	return s
}
