package standard

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
)

// makerFacts are facts of who made an aid, who paid, and how it is kept up to date.
var makerFacts = []fact{
	is("has_published", "the aid says on which day it was published", "Set `published:` to the day.", func(s *subject) derived.Answer {
		_, err := day.Parse(s.def.Published)
		return derived.Has(err == nil, "/published")
	}),
	is("has_update_policy", "the aid says how it is kept up to date", "Say under `update_policy:` how often, and by whom.", func(s *subject) derived.Answer {
		return derived.Has(filled(s.def.UpdatePolicy), "/update_policy")
	}),
	is("has_review_due", "the aid says when its next review is due", "Set `review_due:` to the day.", func(s *subject) derived.Answer {
		return derived.Has(s.def.ReviewDue != "", "/review_due")
	}),
	is("review_overdue", "the day on which a review was due has passed", "Review the aid, and set `reviewed:` and `review_due:` anew.", func(s *subject) derived.Answer {
		if _, err := day.Parse(s.def.ReviewDue); err != nil || s.asOf.IsZero() {
			return missing("/review_due")
		}
		return derived.Has(s.def.ReviewDue < s.asOf.String(), "/review_due")
	}),
	is("has_funding", "the aid says who paid for it", "Say under `funding:` who paid; that nobody did is an answer.", func(s *subject) derived.Answer {
		return derived.Has(filled(s.def.Funding), "/funding")
	}),
	is("has_interests", "the aid says what its makers could gain", "Say under `interests:` what the authors or payers could gain; nothing is an answer.", func(s *subject) derived.Answer {
		return derived.Has(filled(s.def.Interests), "/interests")
	}),
	number("authors", "people who are named as authors", "people", 1e6, 1, "Name them under `authors:`.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.def.Authors), "/authors")
	}),
	is("every_author_qualified", "there are authors, and all say why they can be trusted with it", "Add `credentials:` to the author.", func(s *subject) derived.Answer {
		var seen derived.Every
		for i, a := range s.def.Authors {
			seen.See(filled(a.Credentials), pointer("authors", i, "credentials"))
		}
		return seen.All("/authors")
	}),
}
