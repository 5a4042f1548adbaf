package choice_test

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// urgent is an urgent referral without an answer, of which everything is known.
func urgent(made, asOf string) choice.Referral {
	return choice.Referral{Made: on(made), Received: on(made), KnownTo: on(asOf), Facts: map[string]any{
		"referred_by": "gp", "referred_to": "consultant", "service": "cancer_urgent", "asks_for_another": true, "faster_elsewhere": true,
		"clinical_decision": "none_of_these",
	}}
}

// TestADayThatCannotBeRightIsNoBlank puts a day into a referral that shows that something cannot have happened as it is written. What would
// follow from its happening, and from its not happening, is then unknown.
func TestADayThatCannotBeRightIsNoBlank(t *testing.T) {
	w := shipped(t)
	who, err := w.people.Of(map[string]any{"age": 40, "gp_in_england": true}, today)
	if err != nil {
		t.Fatal(err)
	}
	future := today.Add(400)
	for _, c := range []struct {
		name     string
		referral choice.Referral
		asOf     day.Day
		change   func(*choice.Referral)
		right    string
		was      string
	}{
		{"treatment that starts on a day to come has not started", urgent("2024-03-28", "2024-05-01"), on("2024-05-01"), func(r *choice.Referral) {
			r.Stops = []choice.Stop{{Kind: choice.TreatmentStarted, On: future}}
		}, "urgent_two_weeks", "met"},
		{"treatment that started before the request was another", urgent("2024-03-28", "2024-05-01"), on("2024-05-01"), func(r *choice.Referral) {
			r.Stops = []choice.Stop{{Kind: choice.TreatmentStarted, On: on("2024-03-01")}}
		}, "urgent_two_weeks", "met"},
		{"an appointment to come was not missed", urgent("2026-03-02", "2026-11-21"), today, func(r *choice.Referral) {
			r.Missed = []choice.Missed{{Which: choice.First, On: future, ConsequencesKnown: yes()}}
		}, "urgent_28_days", "owed"},
		{"nobody was told of a decision to come", late(), today, func(r *choice.Referral) {
			r.Stops = []choice.Stop{{Kind: choice.NoTreatment, On: future, NotifiedOn: on("2026-05-01")}}
		}, "waiting_18_weeks", "owed"},
		{"nobody was told of an appointment to come that it was missed", late(), today, func(r *choice.Referral) {
			r.Missed = []choice.Missed{{Which: choice.First, On: future, OfferedOn: on("2026-05-01"), ConsequencesKnown: yes(), NotifiedOn: on("2026-05-01")}}
		}, "waiting_18_weeks", "owed"},
		{"an appointment in a year that cannot be is one", late(), today, func(r *choice.Referral) {
			r.NextAppointment = on("0027-01-02")
		}, "waiting_40_weeks", "met"},
	} {
		found, err := choice.Rights(c.referral, who, c.asOf, w.waiting)
		if got := state(t, found, c.right); err != nil || got != c.was {
			t.Errorf("%s: before, %s, want %s, %v", c.name, got, c.was, err)
		}
		c.change(&c.referral)
		found, err = choice.Rights(c.referral, who, c.asOf, w.waiting)
		if got := state(t, found, c.right); err == nil || got != "unknown" {
			t.Errorf("%s: %s, want unknown, %v", c.name, got, err)
		}
	}
}
