package plan

import "github.com/whatmatters-care/whatmatters/schemas/day"

// entries gives the steps of one kind in their order.
func entries[S Step](s *State) []Entry[S] {
	var all []Entry[S]
	for _, m := range s.history {
		if step, is := m.step.(S); is {
			all = append(all, Entry[S]{m.id, m.on, step})
		}
	}
	return all
}

// at gives the step at a place in the history, as what it is known to be; ok is false where there is none.
func at[S Step](s *State, place int) (e Entry[S], ok bool) {
	if place < 0 || place >= len(s.history) {
		return e, false
	}
	m := s.history[place]
	step, is := m.step.(S)
	return Entry[S]{m.id, m.on, step}, is
}

// Offers gives the offers in their order.
func (s *State) Offers() []Entry[Offered] { return entries[Offered](s) }

// Tellings gives what was told beside the plan, in order.
func (s *State) Tellings() []Entry[Told] { return entries[Told](s) }

// Stages gives the stages that were reached, in order; planning may come back to an earlier one.
func (s *State) Stages() []Entry[Reached] { return entries[Reached](s) }

// Versions gives the versions in the order in which they were agreed.
func (s *State) Versions() []Entry[Agreed] { return entries[Agreed](s) }

// Reviews gives the reviews in their order.
func (s *State) Reviews() []Entry[Reviewed] { return entries[Reviewed](s) }

// Sharings tells who was given copies, in order; Shared.Version always names the version.
func (s *State) Sharings() []Entry[Shared] { return entries[Shared](s) }

// Offer gives the last offer; ok is false where none was recorded, which does not mean that there was none.
func (s *State) Offer() (last Entry[Offered], ok bool) { return at[Offered](s, s.offer-1) }

// Ended tells how the plan ended; ok is false where it has not.
func (s *State) Ended() (end Entry[Ended], ok bool) { return at[Ended](s, len(s.history)-1) }

// Latest gives the version that was agreed last, also where the plan has ended; ok is false where none was.
func (s *State) Latest() (latest Entry[Agreed], ok bool) {
	if len(s.agreed) == 0 {
		return latest, false
	}
	return at[Agreed](s, s.agreed[len(s.agreed)-1])
}

// Current gives the version that is in force; ok is false where none was agreed, or the plan has ended.
func (s *State) Current() (current Entry[Agreed], ok bool) {
	if _, over := s.Ended(); over {
		return current, false
	}
	return s.Latest()
}

// Stage gives the stage that was reached last; ok is false where none was recorded.
func (s *State) Stage() (last Entry[Reached], ok bool) {
	for i := len(s.history) - 1; i >= 0; i-- {
		if last, ok = at[Reached](s, i); ok {
			return last, true
		}
	}
	return last, false
}

// reviewsSince gives the reviews of the version that was agreed last.
func (s *State) reviewsSince() []Entry[Reviewed] {
	if len(s.agreed) == 0 {
		return nil
	}
	since := State{history: s.history[s.agreed[len(s.agreed)-1]:]}
	return since.Reviews()
}

// NextReview gives the day by which the next formal review is due: what the last review of the current version that names one says, or
// else the version. It is the zero day where nobody named one, and where no version is in force.
func (s *State) NextReview() day.Day {
	if _, ok := s.Current(); !ok {
		return day.Day{}
	}
	return s.reviewDue()
}

// reviewDue is NextReview of the version that was agreed last, also where the plan has ended.
func (s *State) reviewDue() day.Day {
	latest, ok := s.Latest()
	if !ok {
		return day.Day{}
	}
	reviews := s.reviewsSince()
	for i := len(reviews) - 1; i >= 0; i-- {
		if next := reviews[i].Step.Next; !next.IsZero() {
			return next
		}
	}
	return latest.Step.Review.Due
}
