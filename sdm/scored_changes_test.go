package sdm_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// The scales of the four questions must be the scores of the questionnaire that is shipped: same ids, same range, same way up.
func TestTheScalesAreThoseOfTheQuestionnaire(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	ons4, err := lib.Questionnaire("ons4")
	if err != nil {
		t.Fatal(err)
	}
	scores := ons4.Definition().Scores
	if len(scores) != len(community.ONS4()) {
		t.Fatalf("%d scores", len(scores))
	}
	for i, scale := range community.ONS4() {
		s := scores[i]
		if s.ID != scale.ID || s.Range[0] != scale.Lo || s.Range[1] != scale.Hi || (s.Better == "lower") != scale.LowerIsBetter {
			t.Errorf("the scale %+v is not the score %s %v, better %s", scale, s.ID, s.Range, s.Better)
		}
	}
}

func TestScoresArePairedByTheirIds(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	ons4, err := lib.Questionnaire("ons4")
	if err != nil {
		t.Fatal(err)
	}
	r := sdm.NewRecord("p")
	var ids []string
	for i, src := range []string{`{"satisfied": 4, "worthwhile": 5, "happy": 4, "anxious": 6}`, `{"satisfied": 6, "happy": 3, "anxious": 4}`} {
		answers, err := ons4.ParseAnswers([]byte(src))
		if err != nil {
			t.Fatal(err)
		}
		body, err := sdm.ScoredFrom(ons4.Score(answers), answers)
		if err != nil {
			t.Fatal(err)
		}
		slices.Reverse(body.Result.Scores) // their place says nothing
		if r, err = r.Add(sdm.Event{On: today.Add(30 * i), By: sdm.ByPerson, Body: body}); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, r.Last().ID)
	}
	story, err := r.Replay()
	if err != nil {
		t.Fatal(err)
	}
	found, err := story.ScoreChanges(ids[0], ids[1], append(community.ONS4(), community.Scale{ID: "another", Hi: 10}))
	if err != nil || len(found) != 5 {
		t.Fatal(found, err)
	}
	for i, want := range []struct {
		change    string
		direction community.Direction
	}{{"2", community.Better}, {"blank", community.DirectionUnknown}, {"-1", community.Worse}, {"-2", community.Better}, {"not_supplied", community.DirectionUnknown}} {
		if c := found[i]; c.Change.String() != want.change || c.Direction != want.direction || (c.Why == "") != (c.Direction != community.DirectionUnknown) {
			t.Errorf("%s: %s %s %q, want %v", c.Scale.ID, c.Change, c.Direction, c.Why, want)
		}
	}
	for _, pair := range [][2]string{{"77", ids[1]}, {ids[0], "77"}, {"", ""}} {
		if _, err := story.ScoreChanges(pair[0], pair[1], community.ONS4()); !errors.Is(err, sdm.ErrNoRef) {
			t.Errorf("%v: error %v", pair, err)
		}
	}
}
