package sdm

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// What is asked of supported self-management.
var asksOfSupport = [][2]string{
	{"measured", "activation was measured, and the offers rest on the level by a named set of cut points"},
	{"tailored", "each offer says why it was made to this person"},
	{"answered", "the person said of each offer whether they want it"},
	{"taken_up", "the person took part in something"},
	{"measured_again", "activation was measured again after that"},
}

func (s *Story) supportShows() []ThreadEvidence {
	if len(s.Support) == 0 {
		none := nothing("the record has no offers of support", asksOfSupport...)
		if len(s.Assessments) > 0 {
			none[0].Items[0].Because = "activation was measured, and nothing was offered on the ground of it"
			none[0].Items[0].Events = eventsOf(s.Assessments)
		}
		return none
	}
	var threads []ThreadEvidence
	for _, t := range s.Support {
		e := show(t.ID)
		e.measured(s, t, asksOfSupport[0])
		e.offers(t, asksOfSupport)
		e.again(s, t, asksOfSupport[4])
		declined := true
		for _, p := range t.State.Progress() {
			declined = declined && p.Answer == support.Declined
		}
		e.thread.Declined = declined
		threads = append(threads, e.thread)
	}
	return threads
}

// measured looks for the level on which the offers rest. Where they rest on none, the person may not have wanted to be measured.
func (e *showing) measured(s *Story, t Thread[support.State], asks [2]string) {
	level := t.State.Offered().Level
	switch {
	case level == nil && len(s.Assessments) == 0:
		e.add(asks[0], asks[1], NotShown, "nobody measured it, so the offers are for everybody", t.ID)
	case level == nil:
		e.add(asks[0], asks[1], NotShown, "it was measured, and the offers do not rest on it", append(eventsOf(s.Assessments), t.ID)...)
	case level.Score == "":
		e.add(asks[0], asks[1], NotKnown, fmt.Sprintf("the offers rest on the level %s by %s, which the record does not hold", level.Level, level.CutPoints), t.ID)
	case s.assessment(level.Score) == nil:
		e.add(asks[0], asks[1], NotKnown, "the level rests on a score, and the record has no assessment by the cut points "+level.CutPoints, t.ID, level.Score)
	default:
		a := s.assessment(level.Score).What.Assessment
		says := fmt.Sprintf("%s: %s by the cut points %s", a.Measure, level.Level, level.CutPoints)
		switch {
		case a.CutPoints != level.CutPoints || a.Level.ID != level.Level || a.Measure != level.Measure:
			e.add(asks[0], asks[1], NotShown, fmt.Sprintf("the offers rest on the level %s by %s of %s, and the assessment found %q by %s of %s",
				level.Level, level.CutPoints, level.Measure, a.Level.ID, a.CutPoints, a.Measure), t.ID, level.Score)
		case a.Questionnaire == nil && a.Table == "":
			e.add(asks[0], asks[1], NotKnown, says+"; the score was made elsewhere, and nobody recorded by which table", t.ID, level.Score)
		default:
			e.add(asks[0], asks[1], Passed, says, t.ID, level.Score)
		}
	}
}

// assessment gives an assessment of activation by the id of its event; nil where that is none.
func (s *Story) assessment(id string) *Said[ActivationAssessed] {
	if e, ok := s.known.events[id]; ok && e.is() == RefAssessment {
		return &s.Assessments[e.at]
	}
	return nil
}

func (e *showing) offers(t Thread[support.State], asks [][2]string) {
	var bare, silent, taken, steps []string
	for _, p := range t.State.Progress() {
		if fault.Blank(p.Because) {
			bare = append(bare, p.Offer)
		}
		if p.Answer == "" {
			silent = append(silent, p.Offer)
		}
		if p.Answer == support.TakenUp {
			taken = append(taken, p.Offer)
			steps = append(steps, p.Step)
		}
	}
	e.pass(asks[1][0], asks[1][1], len(bare) == 0, "all do", "no reason is given for "+strings.Join(bare, ", "), t.ID)
	e.pass(asks[2][0], asks[2][1], len(silent) == 0, "all are answered", "no answer to "+strings.Join(silent, ", "), t.Events...)
	e.pass(asks[3][0], asks[3][1], len(taken) > 0, strings.Join(taken, ", "), "in nothing yet", steps...)
}

// again looks for an assessment after the offers, by the measure that they rest on where they rest on one. While support goes on it may still
// come.
func (e *showing) again(s *Story, t Thread[support.State], asks [2]string) {
	measure := ""
	if level := t.State.Offered().Level; level != nil {
		measure, _, _ = strings.Cut(level.Measure, "@")
	}
	var later []string
	for _, a := range s.Assessments {
		if a.On.After(t.On) && (measure == "" || a.What.Assessment.Measure == measure) {
			later = append(later, a.Event)
		}
	}
	going := false
	for _, p := range t.State.Progress() {
		going = going || p.Answer != support.Declined && p.Ended == ""
	}
	switch {
	case len(later) > 0:
		e.add(asks[0], asks[1], Passed, "yes", later...)
	case going:
		e.add(asks[0], asks[1], NotKnown, "not yet, and not all of the support has ended or was declined")
	default:
		e.add(asks[0], asks[1], NotShown, "not since the support ended", t.ID)
	}
}
