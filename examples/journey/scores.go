package main

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// scoring is a result with the answers that it came from.
type scoring struct {
	proms.Result
	answers question.Answers
}

// score scores answers.
func (t *teller) score(q *proms.Questionnaire, src string) scoring {
	answers, err := q.ParseAnswers([]byte(src))
	t.keep(err)
	return scoring{q.Score(answers), answers}
}

// tellScore scores answers and prints every score of the questionnaire for itself.
func (t *teller) tellScore(q *proms.Questionnaire, src string) scoring {
	result := t.score(q, src)
	var said []string
	for _, s := range result.Scores {
		one := fmt.Sprintf("%s %s of %g", s.Title, s.Value, s.Range[1])
		if s.BandLabel != "" {
			one += " (" + strings.ToLower(s.BandLabel) + ")"
		}
		said = append(said, one)
	}
	t.point("%s: %s", q.Title(), strings.Join(said, "; "))
	return result
}

// scored notes a result, with its answers and what it is for.
func (t *teller) scored(s scoring, on day.Day, purpose ...sdm.Ref) string {
	body, err := sdm.ScoredFrom(s.Result, s.answers, purpose...)
	t.keep(err)
	return t.note(on, sdm.ByPerson, "", body)
}

// change prints what became of the hip between two scores of the record, with every published size of change that people hold against it.
func (t *teller) change(before, after string) {
	change := t.hip.Change(t.result(before), t.result(after))
	for _, s := range change.Scores {
		t.point("%s: from %s to %s, %s points, %s for her", s.Title, s.Before, s.After, signed(s.Delta, s.Delta.String()), s.Course)
		for _, size := range s.Important {
			if size.State == policy.NotApplicable {
				continue // such as a size that was found for groups, and not for one person
			}
			t.sub("%s: a change of %g or more (%s), found in %s %s", phrase.Spoken(size.State.String()), size.Value,
				phrase.Spoken(size.Kind), size.Population, t.ground(&t.hip.Definition().Header, "evidence", &size.Source))
		}
	}
}

// result gives a result that the record keeps.
func (t *teller) result(event string) proms.Result {
	for _, s := range t.story().Scores {
		if s.Event == event {
			return s.What.Result
		}
	}
	return proms.Result{}
}

// signed puts the sign before what is said of a number above zero.
func signed(v rule.Value, said string) string {
	if n, ok := v.Number(); ok && n > 0 {
		return "+" + said
	}
	return said
}
