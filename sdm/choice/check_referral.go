package choice

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

var codeDayOrder = diag.Define(diag.Info{
	Code:  "answer-day-order",
	Title: "Two days are in the wrong order",
	Explain: "One of the two days is wrong, and nobody can tell which. The wait is not counted from them: what follows from them stays " +
		"unknown, and no right is denied.",
	Bad:  `{"made": "2024-04-03", "received": "2024-04-02"}`,
	Good: `{"made": "2024-04-02", "received": "2024-04-03"}`,
})

var codeDayFuture = diag.Define(diag.Info{
	Code:    "answer-day-future",
	Title:   "Something happened on a day that is still to come",
	Explain: "What has happened cannot lie after the day on which the question is asked. The day counts as not known.",
	Bad:     `{"received": "2062-04-02"}`,
	Good:    `{"received": "2026-04-02"}`,
})

var codeDayBeforeBirth = diag.Define(diag.Info{
	Code:    "answer-day-before-birth",
	Title:   "A day lies before the person was born",
	Explain: "Either the day or the date of birth is wrong, or the referral is somebody else's. The day counts as not known.",
	Bad:     `{"born": "1980-05-01", "made": "1978-04-02"}`,
	Good:    `{"born": "1980-05-01", "made": "2026-04-02"}`,
})

var codeDayImpossible = diag.Define(diag.Info{
	Code:    "answer-day-impossible",
	Title:   "A day that no referral has",
	Explain: "Days lie between 1850 and 2200. Another year is a slip of the pen, or a number that stands for a missing day.",
	Bad:     `{"made": "0001-01-02"}`,
	Good:    `{"made": "2026-01-02"}`,
})

var codeWord = diag.Define(diag.Info{
	Code:    "answer-unknown-word",
	Title:   "A word that stands for nothing here",
	Explain: "The kind of a stop, and which appointment was missed, are one of a few words. Nobody can tell what another word means, so the clock stays unknown.",
	Bad:     `{"stops": [{"kind": "treatment", "on": "2026-04-02"}]}`,
	Good:    `{"stops": [{"kind": "treatment_started", "on": "2026-04-02"}]}`,
})

// earliest and latest bound the days that a referral can have.
var earliest, latest = day.New(1850, time.January, 1), day.New(2200, time.December, 31)

// Check names everything about the dates of the referral that cannot be right as of a day. The error is a diag.List whose paths lead to
// the dates, as in /stops/0/on. Without a day nothing is held against it. Facts are checked by Rights.
func (r Referral) Check(asOf day.Day) error {
	_, list := r.sound(asOf)
	return list.Err()
}

// sound gives the referral with the dates that cannot be right taken out, and says which those are.
func (r Referral) sound(asOf day.Day) (Referral, diag.List) {
	if len(r.Stops) > 0 {
		r.Stops = slices.Clone(r.Stops)
	}
	if len(r.Missed) > 0 {
		r.Missed = slices.Clone(r.Missed)
	}
	i := inspection{asOf: asOf}
	i.possible("/born", &r.Born, true)
	i.born = r.Born
	i.day("/made", &r.Made, true)
	i.day("/received", &r.Received, true)
	i.day("/known_to", &r.KnownTo, true)
	i.day("/treatment_booked", &r.TreatmentBooked, false)
	i.day("/next_appointment", &r.NextAppointment, false)
	i.order("/made", &r.Made, "/received", &r.Received)
	i.after(r.Received, "/treatment_booked", &r.TreatmentBooked)
	for k := range r.Stops {
		i.stop(r.Received, k, &r.Stops[k])
	}
	for k := range r.Missed {
		i.missed(r.Received, k, &r.Missed[k])
	}
	return r, i.faults
}

// inspection looks at the dates of one referral.
type inspection struct {
	asOf, born day.Day
	faults     diag.List
}

// report is only reached by faults, so that dates without any cost nothing.
func (i *inspection) report(c diag.Code, path, hint, format string, args ...any) {
	r := diag.NewReporter(nil)
	r.Errorf(c, diag.At(path), format, args...).Hinted("%s", hint)
	i.faults = append(i.faults, r.List()...)
}

// possible takes a day out that lies in no year of a referral, or that should have passed and has not.
func (i *inspection) possible(path string, d *day.Day, passed bool) {
	switch {
	case d.IsZero():
	case d.Before(earliest) || d.After(latest):
		i.report(codeDayImpossible, path, "Correct the year, or leave the day out where it is not known", "%s cannot be right", *d)
		*d = day.Day{}
	case passed && d.After(i.asOf):
		i.report(codeDayFuture, path, "Correct the day, or leave it out where it is not known", "%s is after %s, the day as of which this is asked", *d, i.asOf)
		*d = day.Day{}
	}
}

func (i *inspection) day(path string, d *day.Day, passed bool) {
	i.possible(path, d, passed)
	if d.Before(i.born) {
		i.report(codeDayBeforeBirth, path, "Correct the day or the date of birth", "%s is before the person was born, on %s", *d, i.born)
		*d = day.Day{}
	}
}

// order takes both of two days out that are in the wrong order.
func (i *inspection) order(firstPath string, first *day.Day, path string, d *day.Day) {
	if !d.Before(*first) {
		return
	}
	i.report(codeDayOrder, path, "Correct one of the two days", "%s is before %s, the day at %s", *d, *first, firstPath)
	*first, *d = day.Day{}, day.Day{}
}

// after takes a day out that lies before the day on which the request was received.
func (i *inspection) after(received day.Day, path string, d *day.Day) {
	i.order("/received", &received, path, d)
}

func (i *inspection) stop(received day.Day, k int, s *Stop) {
	happened := s.On
	i.day(fmt.Sprintf("/stops/%d/on", k), &s.On, true)
	i.after(received, fmt.Sprintf("/stops/%d/on", k), &s.On)
	i.day(fmt.Sprintf("/stops/%d/notified_on", k), &s.NotifiedOn, true)
	i.after(received, fmt.Sprintf("/stops/%d/notified_on", k), &s.NotifiedOn)
	i.order(fmt.Sprintf("/stops/%d/on", k), &s.On, fmt.Sprintf("/stops/%d/notified_on", k), &s.NotifiedOn)
	if s.On != happened { // nobody can have been told of what may not have happened
		s.NotifiedOn = day.Day{}
	}
	if !slices.Contains(stopKinds, s.Kind) {
		i.word(fmt.Sprintf("/stops/%d/kind", k), string(s.Kind), words(stopKinds))
		s.Kind = ""
	}
}

func (i *inspection) missed(received day.Day, k int, m *Missed) {
	at := func(name string) string { return fmt.Sprintf("/missed/%d/%s", k, name) }
	moved, was := m.moved(), m.On
	i.day(at("on"), &m.On, true)
	i.day(at("original"), &m.Original, false)
	i.day(at("offered_on"), &m.OfferedOn, true)
	i.day(at("notified_on"), &m.NotifiedOn, true)
	i.day(at("available_again"), &m.AvailableAgain, true)
	i.after(received, at("on"), &m.On)
	i.after(received, at("notified_on"), &m.NotifiedOn)
	i.order(at("on"), &m.On, at("notified_on"), &m.NotifiedOn)
	i.order(at("on"), &m.On, at("available_again"), &m.AvailableAgain)
	if moved {
		i.order(at("offered_on"), &m.OfferedOn, at("original"), &m.Original)
	} else {
		i.order(at("offered_on"), &m.OfferedOn, at("on"), &m.On)
	}
	if m.On != was { // nobody can have been told of what may not have happened
		m.NotifiedOn = day.Day{}
	}
	if moved && !m.moved() { // what follows from missing it would be another thing for an appointment that was not moved
		m.ConsequencesKnown, m.OfferedOn = nil, day.Day{}
	}
	if m.Notified != nil && !*m.Notified && !m.NotifiedOn.IsZero() {
		i.report(codeDiffers, at("notified"), "Correct notified, or leave notified_on out", "the person is said not to have been told, and to have been told on %s", m.NotifiedOn)
		m.Notified, m.NotifiedOn = nil, day.Day{}
	}
	if m.Which != First && m.Which != Later {
		i.word(at("which"), string(m.Which), []string{string(First), string(Later)})
		m.Which = ""
	}
}

// word tells of a word that is none of those that are known. A part of several, such as treatment, may be short for any of them: the one
// with the fewest letters more could be the opposite of what is meant.
func (i *inspection) word(path, said string, known []string) {
	var longer []string
	for _, k := range known {
		if said != "" && strings.Contains(k, said) {
			longer = append(longer, k)
		}
	}
	hint := fault.OneOf(said, known)
	if len(longer) > 1 {
		hint = "did you mean one of " + strings.Join(longer, ", ") + "?"
	}
	i.report(codeWord, path, phrase.Capital(hint), "%.40q stands for nothing", said)
}

func words[W ~string](list []W) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}
