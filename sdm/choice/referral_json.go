package choice

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// MaxReferralBytes is the largest referral that ParseReferral reads: 1 MiB.
const MaxReferralBytes = 1 << 20

// ErrReferral is wrapped by errors about a referral that cannot be read.
var ErrReferral = errors.New("choice: this referral cannot be read")

// ParseReferral reads a referral from JSON, with days as "2024-04-01". The error wraps ErrReferral; a key that is not known is an
// error, because a misspelt date would otherwise be a blank. Whether the dates can be right is for Referral.Check.
func ParseReferral(src []byte) (Referral, error) {
	if len(src) > MaxReferralBytes {
		return Referral{}, fmt.Errorf("%w: it has %d bytes, and a referral has at most %d", ErrReferral, len(src), MaxReferralBytes)
	}
	var r Referral
	if err := r.UnmarshalJSON(src); err != nil {
		return Referral{}, fmt.Errorf("%w: %w", ErrReferral, err)
	}
	return r, nil
}

type plainReferral Referral

// writtenReferral shadows the days of a Referral with days as they are written.
type writtenReferral struct {
	plainReferral
	Born            date `json:"born,omitzero"`
	Made            date `json:"made,omitzero"`
	Received        date `json:"received,omitzero"`
	TreatmentBooked date `json:"treatment_booked,omitzero"`
	NextAppointment date `json:"next_appointment,omitzero"`
	KnownTo         date `json:"known_to,omitzero"`
}

// MarshalJSON gives the referral with days as "2024-04-01". ParseReferral reads it back.
func (r Referral) MarshalJSON() ([]byte, error) {
	return json.Marshal(writtenReferral{
		plainReferral(r), date{r.Born}, date{r.Made}, date{r.Received}, date{r.TreatmentBooked}, date{r.NextAppointment}, date{r.KnownTo},
	})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (r *Referral) UnmarshalJSON(src []byte) error {
	var w writtenReferral
	if err := strict(src, &w); err != nil {
		return err
	}
	*r = Referral(w.plainReferral)
	r.Born, r.Made, r.Received = w.Born.Time, w.Made.Time, w.Received.Time
	r.TreatmentBooked, r.NextAppointment, r.KnownTo = w.TreatmentBooked.Time, w.NextAppointment.Time, w.KnownTo.Time
	return nil
}

type writtenStop struct {
	Kind StopKind `json:"kind"`
	On   date     `json:"on"`
}

// MarshalJSON gives the stop with its day as "2024-04-01".
func (s Stop) MarshalJSON() ([]byte, error) { return json.Marshal(writtenStop{s.Kind, date{s.On}}) }

// UnmarshalJSON reads what MarshalJSON wrote.
func (s *Stop) UnmarshalJSON(src []byte) error {
	var w writtenStop
	if err := strict(src, &w); err != nil {
		return err
	}
	*s = Stop{w.Kind, w.On.Time}
	return nil
}

type plainMissed Missed

type writtenMissed struct {
	plainMissed
	On             date `json:"on"`
	Original       date `json:"original,omitzero"`
	OfferedOn      date `json:"offered_on,omitzero"`
	AvailableAgain date `json:"available_again,omitzero"`
}

// MarshalJSON gives the missed appointment with days as "2024-04-01".
func (m Missed) MarshalJSON() ([]byte, error) {
	return json.Marshal(writtenMissed{plainMissed(m), date{m.On}, date{m.Original}, date{m.OfferedOn}, date{m.AvailableAgain}})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (m *Missed) UnmarshalJSON(src []byte) error {
	var w writtenMissed
	if err := strict(src, &w); err != nil {
		return err
	}
	*m = Missed(w.plainMissed)
	m.On, m.Original, m.OfferedOn, m.AvailableAgain = w.On.Time, w.Original.Time, w.OfferedOn.Time, w.AvailableAgain.Time
	return nil
}

// strict decodes one JSON value and nothing behind it, and refuses keys that it would otherwise let fall away.
func strict(src []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(src))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is more behind the end")
	}
	return nil
}
