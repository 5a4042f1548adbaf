package community_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// TestCounts follows the table of facts/six-components.md, section 6, and the codes of standards-read.md, section 4: offered is not counted, referred counts,
// declined is an exclusion.
func TestCounts(t *testing.T) {
	referral := community.Recorded{Code: "871731000000106", Means: "Referral to a social prescribing service", On: on("2026-01-06"), Event: "e2"}
	first := referral
	first.Event = "e1"
	no := community.Recorded{Code: "871711000000103", Means: "Social prescribing declined", On: on("2026-01-09"), Event: "e3"}
	noOffer := no
	noOffer.Event = "e2"
	for name, c := range map[string]struct {
		steps []step
		want  community.Count
	}{
		"nothing": {nil, community.Count{Counts: community.NotCounted, Because: "Social prescribing was neither offered nor was the person referred."}},
		"offered": {[]step{{"2026-01-05", offered}}, community.Count{Counts: community.NotCounted, Because: "Social prescribing was offered, and an offer does not count until the person is referred."}},
		"offer declined": {[]step{{"2026-01-05", offered}, {"2026-01-09", declined}}, community.Count{
			Counts: community.Excluded, Because: "The person declined, which is an exclusion.", Codes: []community.Recorded{noOffer}}},
		"referred": {[]step{{"2026-01-06", referred}}, community.Count{Counts: community.Counted, Because: "The person was referred.", Codes: []community.Recorded{first}}},
		"offered and referred": {[]step{{"2026-01-05", offered}, {"2026-01-06", referred}, {"2026-01-08", noAnswer}}, community.Count{
			Counts: community.Counted, Because: "The person was referred.", Codes: []community.Recorded{referral}}},
		"referred and declined": {[]step{{"2026-01-05", offered}, {"2026-01-06", referred}, {"2026-01-09", declined}}, community.Count{
			Counts: community.Excluded, Because: "The person declined, which is an exclusion.", Codes: []community.Recorded{referral, no}}},
	} {
		r, err := thread(t, c.steps...)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, community.CountOf(r)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if c := community.CountOf(nil); c.Counts != community.NotCounted {
		t.Error(c)
	}
}

func TestChanges(t *testing.T) {
	ons := community.ONS4()
	if len(ons) != 4 {
		t.Fatal("the four questions are", ons)
	}
	happy, anxious, mine := ons[2], ons[3], community.Concern(1, "My knees stop me from dancing")
	at := func(day string, score float64) community.Reading {
		return community.Reading{On: on(day), Score: rule.ValueOf(score)}
	}
	for _, c := range []struct {
		scale         community.Scale
		before, after community.Reading
		change        string
		direction     community.Direction
		why           string
	}{
		{happy, at("2026-01-15", 4), at("2026-04-20", 6), "2", community.Better, ""},
		{happy, at("2026-01-15", 0), at("2026-04-20", 0), "0", community.Same, ""},
		{happy, at("2026-01-15", 4), at("2026-04-20", 3), "-1", community.Worse, ""},
		{anxious, at("2026-01-15", 8), at("2026-04-20", 3), "-5", community.Better, ""},
		{anxious, at("2026-01-15", 3), at("2026-04-20", 4), "1", community.Worse, ""},
		{mine, at("2026-01-15", 6), at("2026-04-20", 1.5), "-4.5", community.Better, ""},
		{mine, at("2026-01-15", 6), at("2026-04-20", 7), "invalid", community.DirectionUnknown, "The score after is 7, and the scale goes from 0 to 6."},
		{happy, community.Reading{On: on("2026-01-15"), Score: rule.MissingValue(rule.Declined)}, at("2026-04-20", 7), "declined", community.DirectionUnknown, "There is no score before (declined)."},
		{happy, at("2026-01-15", 4), community.Reading{}, "not_supplied", community.DirectionUnknown, "There is no score after (not supplied)."},
		{happy, at("2026-01-15", 4), at("2026-01-15", 6), "not_supplied", community.DirectionUnknown, "The score after, of 15 January 2026, is not later than the score before, of 15 January 2026."},
		{happy, at("2026-01-15", 4), community.Reading{Score: rule.ValueOf(5)}, "not_supplied", community.DirectionUnknown, "The day of a score is not known, so nobody can tell which came first."},
		{happy, at("2026-01-15", nan), at("2026-04-20", 6), "undefined", community.DirectionUnknown, "There is no score before (undefined)."},
	} {
		got := community.ChangeOf(c.scale, c.before, c.after)
		if got.Change.String() != c.change || got.Direction != c.direction || got.Why != c.why || (got.Days == 95) != (c.why == "") {
			t.Errorf("%s: %s %s %d %q, want %s %s %q", c.scale.ID, got.Change, got.Direction, got.Days, got.Why, c.change, c.direction, c.why)
		}
	}
	if mine.ID != "concern_1" || mine.Title != "My knees stop me from dancing" || mine.Hi != 6 || !mine.LowerIsBetter {
		t.Error(mine)
	}
}
