package support

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

var codeKind = diag.Define(diag.Info{
	Code:  "policy-offer-kind",
	Title: "An offer does not say of what kind it is",
	Explain: "`kind:` groups offers, such as health_coaching, self_management_education or peer_support, and four kinds have a meaning of their own: " +
		"stage, intensity, conversation and arrangement. A misspelt one would be shown as an offer.",
	Bad:  "- {id: talk, kind: converstation, when: \"true\", basis: convention}",
	Good: "- {id: talk, kind: conversation, when: \"true\", basis: convention}",
})

var codeConversation = diag.Define(diag.Info{
	Code:  "policy-offer-conversation",
	Title: "There is no conversation to begin with",
	Explain: "Of many people nothing is known yet. A document of offers holds for them at least one criterion of the kind conversation that is met " +
		"whatever else is known, or they would be shown nothing.",
	Bad:  "- {id: talk, kind: conversation, when: person.age >= 18, basis: convention}",
	Good: "- {id: talk, kind: conversation, when: \"true\", basis: convention}",
})

// kinds are those that mean something to Tailor.
var kinds = []string{KindStage, KindIntensity, KindConversation, KindArrangement}

// check reports what the document breaks of what people are promised.
func (o *Offers) check(r *diag.Reporter) {
	for i, c := range o.policy.Definition().Criteria {
		at := fmt.Sprintf("/criteria/%d", i)
		if c.Kind == "" {
			r.Errorf(codeKind, diag.At(at), "%s has no kind", c.ID).Hinted("Add `kind:`, such as health_coaching or peer_support").After(at)
		} else if meant := diag.Nearest(c.Kind, kinds); meant != "" && !slices.Contains(kinds, c.Kind) {
			r.Errorf(codeKind, diag.At(at+"/kind"), "%q is nearly %s, which has a meaning of its own", c.Kind, meant).
				Hinted("Write %s, or choose a kind that cannot be taken for it", meant).Mended(diag.At(at+"/kind"), meant)
		}
	}
	blank := o.policy.Evaluate(policy.Given{})
	if !slices.ContainsFunc(blank, func(f policy.Finding) bool { return f.Kind == KindConversation && f.State == policy.Met }) {
		r.Errorf(codeConversation, diag.At("/criteria").Key(), "nothing is known of somebody, and there is no conversation for them").
			Hinted("Add a criterion with `kind: conversation` and `when: \"true\"`")
	}
	o.checkUnknownLevel(r)
}
