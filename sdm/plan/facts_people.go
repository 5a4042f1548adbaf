package plan

import "github.com/whatmatters-care/whatmatters/schemas/rule"

// peopleFacts are facts of who took part and who may see the plan.
var peopleFacts = []fact{
	is("person_decided_who", "the person, or who may decide for them, decided who was involved", "Say under `involved_decided_by` who decided it.", func(s *subject) answer {
		if s.InvolvedBy == "" {
			return open("involved_decided_by")
		}
		return has(s.InvolvedBy.isPerson(), "involved_decided_by")
	}),
	is("agreed_with_person", "the person, or their representative, agreed to it", "Write down under `agreed_with` that the person agreed, or did not yet.", func(s *subject) answer {
		return s.agreedWith(Role.isPerson)
	}),
	is("agreed_with_professional", "a professional agreed to it", "Write down under `agreed_with` which professional agreed.", func(s *subject) answer {
		return s.agreedWith(Role.isProfessional)
	}),
	is("has_coordinator", "it names whom the person can turn to", "Name somebody under `coordinator`.", func(s *subject) answer {
		return has(!s.Coordinator.IsZero(), "coordinator")
	}),
	count("shared_with", "readers with whom it is shared", "readers", "Agree with the person who may see the plan, under `shared_with`.", func(s *subject) answer {
		return amount(len(s.Shares), "shared_with")
	}),
	is("sharing_allowed_by_person", "the person, or who may decide for them, allowed every sharing", "Say under `allowed_by` who allowed it.", func(s *subject) answer {
		var allowed every
		for i, share := range s.Shares {
			if share.AllowedBy == "" {
				return open(path("shared_with", i) + ".allowed_by")
			}
			allowed.see(share.AllowedBy.isPerson(), path("shared_with", i)+".allowed_by")
		}
		return allowed.all("shared_with")
	}),
	is("given_to_person", "the person was given a copy of this version", "Give the person a copy, and record plan_shared.", func(s *subject) answer {
		var given every
		for _, h := range s.state.Sharings() {
			for _, reader := range h.Step.With {
				given.see(reader == ForPerson && h.Step.Version == s.agreed.ID, "plan_shared "+h.ID)
			}
		}
		return given.any("plan_shared")
	}),
}

// agreedWith looks for somebody in a role who agreed. Nobody knows the role of who has none.
func (s *subject) agreedWith(in func(Role) bool) answer {
	var e every
	missing := ""
	for i, a := range s.AgreedWith {
		at := path("agreed_with", i)
		if a.Role == "" {
			missing = at + ".role"
		}
		e.see(in(a.Role), at)
	}
	if len(e.good) == 0 && missing != "" {
		return open(missing)
	}
	return e.any("agreed_with")
}

// reviewFacts are facts of looking at the plan again.
var reviewFacts = []fact{
	is("formal_review_planned", "a formal review is planned, with a day and somebody responsible", "Give `review` a `due` day and somebody `responsible`.", func(s *subject) answer {
		var planned every
		planned.see(!s.state.reviewDue().IsZero(), "review.due")
		planned.see(!s.Review.Responsible.IsZero(), "review.responsible")
		return planned.all("review")
	}),
	is("informal_review_planned", "it says how the person can have it looked at in between", "Say under `review.informal` how.", func(s *subject) answer {
		return has(!empty(s.Review.Informal), "review.informal")
	}),
	count("formal_reviews", "formal reviews since this version was agreed", "reviews", "Record plan_reviewed when the plan is looked at.", func(s *subject) answer {
		return s.reviewsOf(Formal)
	}),
	count("informal_reviews", "informal reviews since this version was agreed", "reviews", "Record plan_reviewed when the plan is looked at.", func(s *subject) answer {
		return s.reviewsOf(Informal)
	}),
	is("review_overdue", "the day by which a formal review was due has passed", "Review the plan, and record plan_reviewed with the next day.", func(s *subject) answer {
		due := s.state.reviewDue()
		if due.IsZero() {
			return open("review.due")
		}
		if s.asOf.IsZero() {
			return answer{rule.NA(rule.NotSupplied), []string{"review.due"}}
		}
		return has(s.asOf.After(due), "review.due")
	}),
}

// reviewsOf counts the reviews of the version.
func (s *subject) reviewsOf(kind ReviewKind) answer {
	var e every
	for _, r := range s.state.reviewsSince() {
		e.see(r.Step.How == kind, "plan_reviewed "+r.ID)
	}
	return e.number("plan_reviewed")
}
