package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// peopleFacts are facts of who took part and who may see the plan.
var peopleFacts = []fact{
	is("person_decided_who", "the person, or who may decide for them, decided who was involved", "Say under `involved_decided_by` who decided it.", func(s *subject) derived.Answer {
		if s.InvolvedBy == "" {
			return open("involved_decided_by")
		}
		return derived.Has(s.InvolvedBy.isPerson(), "involved_decided_by")
	}),
	is("agreed_with_person", "the person, or their representative, agreed to it", "Write down under `agreed_with` that the person, or their representative, agreed.", func(s *subject) derived.Answer {
		return s.agreedWith(Role.isPerson)
	}),
	is("agreed_with_professional", "a professional agreed to it", "Write down under `agreed_with` which professional agreed.", func(s *subject) derived.Answer {
		return s.agreedWith(Role.isProfessional)
	}),
	is("has_coordinator", "it names whom the person can turn to", "Name somebody under `coordinator`.", func(s *subject) derived.Answer {
		return derived.Has(!s.Coordinator.IsZero(), "coordinator")
	}),
	count("shared_with", "readers with whom it is shared", "readers", "Agree with the person who may see the plan, under `shared_with`.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.Shares), "shared_with")
	}),
	is("sharing_allowed_by_person", "the person, or who may decide for them, allowed every sharing", "Say under `allowed_by` who allowed it.", func(s *subject) derived.Answer {
		var allowed derived.Every
		for i, share := range s.Shares {
			if share.AllowedBy == "" {
				return open(path("shared_with", i) + ".allowed_by")
			}
			allowed.See(share.AllowedBy.isPerson(), path("shared_with", i)+".allowed_by")
		}
		return allowed.All("shared_with")
	}),
	is("given_to_person", "the person was given a copy of this version", "Give the person a copy, and record plan_shared.", func(s *subject) derived.Answer {
		var given derived.Every
		for _, h := range s.state.Sharings() {
			for _, reader := range h.Step.With {
				given.See(reader == ForPerson && h.Step.Version == s.agreed.ID, "plan_shared "+h.ID)
			}
		}
		return given.Any("plan_shared")
	}),
}

// agreedWith looks for somebody in a role who agreed. Nobody knows the role of who has none, nor who agreed where nobody is named.
func (s *subject) agreedWith(in func(Role) bool) derived.Answer {
	if len(s.AgreedWith) == 0 {
		return open("agreed_with")
	}
	var e derived.Every
	missing := ""
	for i, a := range s.AgreedWith {
		at := path("agreed_with", i)
		if a.Role == "" {
			missing = at + ".role"
		}
		e.See(in(a.Role), at)
	}
	if len(e.Good) == 0 && missing != "" {
		return open(missing)
	}
	return e.Any("agreed_with")
}

// reviewFacts are facts of looking at the plan again.
var reviewFacts = []fact{
	is("formal_review_planned", "a formal review is planned, with a day and somebody responsible", "Give `review` a `due` day and somebody `responsible`.", func(s *subject) derived.Answer {
		var planned derived.Every
		planned.See(!s.state.reviewDue().IsZero(), "review.due")
		planned.See(!s.Review.Responsible.IsZero(), "review.responsible")
		return planned.All("review")
	}),
	is("informal_review_planned", "it says how the person can have it looked at in between", "Say under `review.informal` how.", func(s *subject) derived.Answer {
		return derived.Has(!fault.Blank(s.Review.Informal), "review.informal")
	}),
	count("formal_reviews", "formal reviews since this version was agreed", "reviews", "Record plan_reviewed when the plan is looked at.", func(s *subject) derived.Answer {
		return s.reviewsOf(Formal)
	}),
	count("informal_reviews", "informal reviews since this version was agreed", "reviews", "Record plan_reviewed when the plan is looked at.", func(s *subject) derived.Answer {
		return s.reviewsOf(Informal)
	}),
	is("review_overdue", "the day by which a formal review was due has passed", "Review the plan, and record plan_reviewed with the next day.", func(s *subject) derived.Answer {
		due := s.state.reviewDue()
		if due.IsZero() {
			return open("review.due")
		}
		if s.asOf.IsZero() {
			return derived.Missing(rule.NotSupplied, "review.due")
		}
		return derived.Has(s.asOf.After(due), "review.due")
	}),
}

// reviewsOf counts the reviews of the version.
func (s *subject) reviewsOf(kind ReviewKind) derived.Answer {
	var e derived.Every
	for _, r := range s.state.reviewsSince() {
		e.See(r.Step.How == kind, "plan_reviewed "+r.ID)
	}
	return e.Count("plan_reviewed")
}
