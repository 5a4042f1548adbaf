package budget

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// ReviewDue is when the next review of a budget is due, and why then.
type ReviewDue struct {
	On day.Day `json:"on"`
	// Overdue tells that the day has passed, as of the day that was asked about.
	Overdue bool `json:"overdue"`
	// Because says in words how the day comes about.
	Because string `json:"because"`
	// Basis and Source are those of the policy's reviews, or empty where the day was agreed.
	Basis  string        `json:"basis,omitempty"`
	Source *schemas.Cite `json:"source,omitempty"`
}

// ReviewDue gives when the next review is due: within the months of the policy from the first payment or from the last review, or on the day
// that was agreed, whichever is earlier. ok is false where no day follows from what is known, and for a budget that is closed.
// as of the zero Day nothing is overdue.
func (p *Policy) ReviewDue(s *State, asOf day.Day) (due ReviewDue, ok bool) {
	if s == nil {
		return ReviewDue{}, false
	}
	return p.definition.Reviews.due(s, asOf)
}

func (v *Reviews) due(s *State, asOf day.Day) (ReviewDue, bool) {
	budget, inForce := s.InForce()
	if !inForce {
		return ReviewDue{}, false
	}
	var next ReviewDue
	sooner := func(on day.Day, because string, basis string, source *schemas.Cite) {
		if !on.IsZero() && (next.On.IsZero() || on.Before(next.On)) {
			next = ReviewDue{On: on, Because: because, Basis: basis, Source: source}
		}
	}
	var last Dated[Reviewed]
	if n := len(s.Reviewed); n > 0 {
		last = s.Reviewed[n-1]
	}
	if v != nil {
		sooner(last.On.AddMonths(v.ThenMonths), fmt.Sprintf("%s after the review of %s", phrase.Counted(v.ThenMonths, "month"), last.On.Long()), v.Basis, v.Source)
		if last.On.IsZero() || last.On.Before(s.firstPaid) { // a review before the first payment did not look at any
			sooner(s.firstPaid.AddMonths(v.FirstMonths), fmt.Sprintf("%s after the first payment on %s", phrase.Counted(v.FirstMonths, "month"), s.firstPaid.Long()), v.Basis, v.Source)
		}
	}
	for _, r := range slices.Backward(s.Reviewed) {
		if next := r.Step.Next; !next.IsZero() { // a review in between that names no day leaves what was agreed before
			if r.ID == last.ID || next.After(last.On) {
				sooner(next, "the day agreed at the review of "+r.On.Long(), "", nil)
			}
			break
		}
	}
	if t := budget.Step.Terms; t != nil && (last.On.IsZero() || !last.On.After(budget.On) && last.On.Before(t.FirstReview)) {
		sooner(t.FirstReview, "the day of the first review in the plan", "", nil)
	}
	next.Overdue = asOf.After(next.On)
	return next, !next.On.IsZero()
}

// reviewFacts tell of reviews.
var reviewFacts = []fact{
	number("budget.reviews", "reviews so far", upTo(maxCount, "reviews"), func(s *subject) float64 { return float64(min(len(s.state.Reviewed), maxCount)) }),
	truth("budget.review_overdue", "the day has passed on which the next review was due; nobody knows it where no day follows", func(s *subject) float64 {
		due, ok := s.def.Reviews.due(s.state, s.asOf)
		if !ok || s.asOf.IsZero() {
			return unknown
		}
		return so(due.Overdue)
	}),
}
