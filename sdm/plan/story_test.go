package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// telling is statements told on a day.
func telling(id, day string, all ...plan.Statement) event {
	return event{id, day, plan.Told{Statements: all}}
}

// answer is what the person answered to a question.
func answer(id, question, text, day string) plan.Statement {
	s := own(id, text, day)
	s.Answers = question
	return s
}

// by makes it the word of somebody else.
func by(s plan.Statement, who plan.Someone) plan.Statement { s.By = who; return s }

func TestNothingIsAskedTwice(t *testing.T) {
	s := after(t, steps()...)
	story := s.Story(plan.ForPerson)
	if told := story.Answers("allergy"); len(told) != 1 || told[0].Event != "e4" || told[0].Field != "statements[0]" || told[0].Text != "I am allergic to penicillin." {
		t.Errorf("%+v", told)
	}
	if told := story.Answers(""); told != nil {
		t.Errorf("statements that answer no question answer the empty one: %+v", told)
	}
	if r, c := story.Repeats(), story.Contradictions(); len(r) > 0 || len(c) > 0 {
		t.Errorf("%+v\n%+v", r, c)
	}
}

// TestRepeatsAndContradictions is written out by hand: what is told, what counts as told again, what does not go together.
func TestRepeatsAndContradictions(t *testing.T) {
	for name, c := range map[string]struct {
		told           []event
		repeats        []string
		contradictions []string
	}{
		"one answer": {[]event{telling("a", "2026-01-01", answer("", "allergy", "Penicillin", "2026-01-01"))}, nil, nil},
		"the same answer on another day": {
			[]event{telling("a", "2026-01-01", answer("", "allergy", "Penicillin", "2026-01-01")), telling("b", "2026-02-01", answer("", "allergy", " penicillin. ", "2026-02-01"))},
			[]string{"allergy: a and b"}, nil,
		},
		"the same words without a question": {
			[]event{telling("a", "2026-01-01", own("", "I live alone", "2026-01-01")), telling("b", "2026-02-01", own("", "I live alone.", "2026-02-01"))},
			[]string{": a and b"}, nil,
		},
		"the same statement carried along": {
			[]event{telling("a", "2026-01-01", answer("k", "allergy", "Penicillin", "2026-01-01")), telling("b", "2026-02-01", answer("k", "allergy", "Penicillin", "2026-01-01"))},
			nil, nil,
		},
		"another answer": {
			[]event{telling("a", "2026-01-01", answer("", "allergy", "Penicillin", "2026-01-01")), telling("b", "2026-02-01", answer("", "allergy", "None", "2026-02-01"))},
			nil, []string{"allergy: a Penicillin | b None"},
		},
		"somebody else's answer on one day": {
			[]event{telling("a", "2026-01-01", answer("", "falls", "Never", "2026-01-01"), by(answer("", "falls", "Twice last year", "2026-01-01"), sister))},
			nil, []string{"falls: a Never | a Twice last year"},
		},
		"a list of one person on one day": {
			[]event{telling("a", "2026-01-01", answer("", "allergy", "Penicillin", "2026-01-01"), answer("", "allergy", "Nuts", "2026-01-01"))}, nil, nil,
		},
		"three answers": {
			[]event{
				telling("a", "2026-01-01", answer("", "smoker", "No", "2026-01-01")), telling("b", "2026-02-01", answer("", "smoker", "Yes", "2026-02-01")),
				telling("c", "2026-03-01", answer("", "smoker", "Sometimes", "2026-03-01")),
			},
			nil, []string{"smoker: a No | b Yes | c Sometimes"},
		},
		"an answer put right": {
			[]event{telling("a", "2026-01-01", answer("k", "allergy", "Penicillin", "2026-01-01")), telling("b", "2026-02-01", func() plan.Statement {
				s := answer("k2", "allergy", "None", "2026-02-01")
				s.Replaces = "k"
				return s
			}())},
			nil, nil,
		},
		"other words under one id": {
			[]event{telling("a", "2026-01-01", own("k", "I smoke", "2026-01-01")), telling("b", "2026-02-01", own("k", "I do not smoke", "2026-01-01"))},
			nil, []string{"k: a I smoke | b I do not smoke"},
		},
	} {
		story := after(t, c.told...).Story(plan.ForPerson)
		var repeats, contradictions []string
		for _, r := range story.Repeats() {
			repeats = append(repeats, fmt.Sprintf("%s: %s and %s", r.Question, r.First.Event, r.Again.Event))
		}
		for _, k := range story.Contradictions() {
			var said []string
			for _, h := range k.Said {
				said = append(said, h.Event+" "+h.Text)
			}
			contradictions = append(contradictions, k.Question+k.ID+": "+strings.Join(said, " | "))
		}
		if diff := cmp.Diff(c.repeats, repeats); diff != "" {
			t.Errorf("%s: repeats %s", name, diff)
		}
		if diff := cmp.Diff(c.contradictions, contradictions); diff != "" {
			t.Errorf("%s: contradictions %s", name, diff)
		}
	}
}

// TestACorrectionIsHeardBesideWhatItCorrects holds that nothing disappears: the old words stay, marked.
func TestACorrectionIsHeardBesideWhatItCorrects(t *testing.T) {
	right := answer("k2", "allergy", "None", "2026-02-01")
	right.Replaces = "k"
	story := after(t, telling("a", "2026-01-01", answer("k", "allergy", "Penicillin", "2026-01-01")), telling("b", "2026-02-01", right)).Story(plan.ForPerson)
	if len(story) != 2 || !story[0].Corrected || story[1].Corrected {
		t.Errorf("%+v", story)
	}
	if told := story.Answers("allergy"); len(told) != 1 || told[0].Text != "None" {
		t.Errorf("%+v", told)
	}
}

// TestWhoGoesBackToTheirFirstWordsIsHeard holds that a statement made anew under its old id is not taken for the one that was put right, as where
// somebody says again that they have the allergy.
func TestWhoGoesBackToTheirFirstWordsIsHeard(t *testing.T) {
	instead := func(s plan.Statement, of string) plan.Statement { s.Replaces = of; return s }
	rash, none := answer("k", "allergy", "Penicillin", "2026-01-01"), instead(answer("k2", "allergy", "None", "2026-02-01"), "k")
	again := instead(answer("k", "allergy", "Penicillin after all", "2026-03-01"), "k2")
	all := []event{telling("a", "2026-01-01", rash), telling("b", "2026-02-01", none), telling("c", "2026-03-01", again)}
	carried := plan.Version{Matters: []plan.Statement{none}} // as it was, from an older version
	for name, more := range map[string][]event{"told": nil, "an old one carried along": {{"d", "2026-03-02", plan.Agreed{Version: carried}}}} {
		story := after(t, append(all[:3:3], more...)...).Story(plan.ForPerson)
		if told := story.Answers("allergy"); len(told) != 1 || told[0].Text != "Penicillin after all" || len(story) != 3 || !story[0].Corrected || !story[1].Corrected {
			t.Errorf("%s: %+v", name, story)
		}
		if c := story.Contradictions(); len(c) > 0 {
			t.Errorf("%s: %+v", name, c)
		}
	}
	s := after(t, all[0])
	err := s.Apply("b", on("2026-02-01"), plan.Told{Statements: []plan.Statement{instead(own("x", "One", "2026-02-01"), "y"), instead(own("y", "Two", "2026-02-01"), "x")}})
	if err == nil || !strings.Contains(err.Error(), `statements[0].replaces: "y" and this one take each other's place`) || !strings.Contains(err.Error(), "statements[1].replaces") {
		t.Error(err)
	}
	if err := s.Apply("b", on("2026-02-01"), plan.Told{Statements: []plan.Statement{instead(own("x", "One", "2026-02-01"), "y"), instead(own("y", "Two", "2026-02-01"), "k")}}); err != nil {
		t.Error("a chain is no circle:", err)
	}
}
