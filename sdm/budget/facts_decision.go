package budget

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// refusedOf stands before what was refused in the word for a refusal.
const refusedOf = "refused_"

// decided gives the word for a decision: refused_ with what was refused, or the kind of the event.
func decided(step Step) string {
	if r, ok := step.(Refused); ok {
		return refusedOf + string(r.What)
	}
	return step.Kind()
}

// decisionWords are the words for the decisions that can be looked at again.
func decisionWords() []string {
	var all []string
	for _, r := range refusals {
		all = append(all, refusedOf+string(r))
	}
	return append(all, Agreed{}.Kind(), Reviewed{}.Kind(), Stopped{}.Kind(), RepaymentAsked{}.Kind())
}

// noticeOf gives the notice of a decision; a review has none.
func noticeOf(step Step) Notice {
	switch step := step.(type) {
	case Agreed:
		return step.Notice
	case Refused:
		return step.Notice
	case Stopped:
		return step.Notice
	case RepaymentAsked:
		return step.Notice
	default:
		return Notice{}
	}
}

// decisionFacts tell of the decision that is asked about.
var decisionFacts = []fact{
	code("decision.of", "what was decided", decisionWords(), func(s *subject) string { return decided(s.of.step) }),
	number("decision.times_reconsidered", "how often it was looked at again", upTo(maxCount, "times"), func(s *subject) float64 {
		n := 0
		for _, r := range s.state.Reconsidered {
			if r.Step.Of == s.ofID {
				n++
			}
		}
		return float64(min(n, maxCount))
	}),
	truth("decision.like_reconsidered", "a decision of the same kind was looked at again at some time", func(s *subject) float64 {
		_, ever := s.likeReconsidered()
		return so(ever)
	}),
	number("decision.months_since_like", "whole months since a decision of the same kind was last looked at again", upTo(120_000, "months"), func(s *subject) float64 {
		last, ever := s.likeReconsidered()
		months, ok := monthsBetween(last, s.asOf)
		if !ever || !ok {
			return unknown
		}
		return float64(months)
	}),
	truth("decision.cuts", "it is a budget of less money than the one before", func(s *subject) float64 {
		for i, a := range s.state.Agreed {
			if a.ID == s.ofID && i > 0 {
				return so(a.Step.Amount.Minor < s.state.Agreed[i-1].Step.Amount.Minor)
			}
		}
		return 0
	}),
	truth("decision.has_notice", "a written notice was given; nobody knows it where no day of one is recorded", func(s *subject) float64 {
		return noted(!noticeOf(s.of.step).GivenOn.IsZero())
	}),
	truth("decision.told_of_reconsideration", "the person was told how to have it looked at again; nobody knows it where that is not recorded", func(s *subject) float64 {
		return noted(!fault.Blank(noticeOf(s.of.step).Reconsideration))
	}),
}

// noted gives a truth that is known where somebody recorded it, and by nobody where not: a record has no word for what was not done.
func noted(recorded bool) float64 {
	if recorded {
		return 1
	}
	return unknown
}

// likeReconsidered gives the last day on which a decision of the same kind was looked at again, and whether there was one.
func (s *subject) likeReconsidered() (day.Day, bool) {
	for i := len(s.state.Reconsidered) - 1; i >= 0; i-- {
		r := s.state.Reconsidered[i]
		if d, ok := s.state.decisions[r.Step.Of]; ok && decided(d.step) == decided(s.of.step) {
			return r.On, true
		}
	}
	return day.Day{}, false
}

// monthsBetween counts the whole months from a day to another; false where one is not known or they are the wrong way round.
func monthsBetween(from, to day.Day) (int, bool) {
	if from.IsZero() || to.IsZero() || to.Before(from) {
		return 0, false
	}
	y1, m1, _ := from.Date()
	y2, m2, _ := to.Date()
	months := (y2-y1)*12 + int(m2) - int(m1)
	if from.AddMonths(months).After(to) {
		months--
	}
	return months, true
}
