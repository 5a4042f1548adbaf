package community

import "slices"

// State says how far the referral has come.
func (r *Referral) State() State { return r.state }

// Next gives the kinds of the steps that can follow; none where the thread has ended. The caller may keep the list.
func (r *Referral) Next() []string { return slices.Clone(r.next()) }

func (r *Referral) next() []string {
	if r.state == StateDeclined && r.referred == nil {
		return nil // an offer that was declined has nobody to send a message back to
	}
	return following[r.state]
}

// Open tells whether something is still to be done: a step can follow, and something has happened.
func (r *Referral) Open() bool { return r.state != "" && len(r.next()) > 0 }

// Offered gives the offer, and whether there was one.
func (r *Referral) Offered() (Entry[Offered], bool) { return given(r.offered) }

// Referred gives the referral itself, and whether it was made.
func (r *Referral) Referred() (Entry[Referred], bool) { return given(r.referred) }

// Declined gives the person's no, and whether there was one.
func (r *Referral) Declined() (Entry[Declined], bool) { return given(r.declined) }

// Closed gives the close, and whether there was one.
func (r *Referral) Closed() (Entry[Closed], bool) { return given(r.closed) }

// Contacts gives every contact and attempt in the order of the record. The caller may keep the list.
func (r *Referral) Contacts() []Entry[Contacted] { return slices.Clone(r.contacts) }

// Assessments gives every assessment; the last is in force. The caller may keep the list.
func (r *Referral) Assessments() []Entry[Assessed] { return slices.Clone(r.assessments) }

// Connections gives everything that the person was connected with. The caller may keep the list.
func (r *Referral) Connections() []Entry[Connected] { return slices.Clone(r.connections) }

// FollowUps gives every follow-up. The caller may keep the list.
func (r *Referral) FollowUps() []Entry[FollowedUp] { return slices.Clone(r.followUps) }

// Attempts is how many attempts there were to reach the person, over all contacts.
func (r *Referral) Attempts() int {
	n := 0
	for _, c := range r.contacts {
		n += c.Body.Attempts
	}
	return n
}

// Needs gives the needs as they now stand: those of the last assessment that names any, else of the referral, else of the offer. The caller
// may keep the list.
func (r *Referral) Needs() []Need { return slices.Clone(r.needs) }

// Scores gives the ids of the events with the scores before support began, and of those of the last follow-up that names any.
func (r *Referral) Scores() (before, after []string) {
	for _, a := range r.assessments {
		if len(a.Body.Scores) > 0 {
			before = slices.Clone(a.Body.Scores)
			break
		}
	}
	for _, f := range slices.Backward(r.followUps) {
		if len(f.Body.Scores) > 0 {
			return before, slices.Clone(f.Body.Scores)
		}
	}
	return before, nil
}

func given[T Step](e *Entry[T]) (Entry[T], bool) {
	if e == nil {
		return Entry[T]{}, false
	}
	return *e, true
}
