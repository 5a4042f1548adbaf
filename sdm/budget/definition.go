package budget

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Kind is the kind of document that this package reads.
const Kind = "budget-policy"

// Definition is the law or the local rules about budgets as their author wrote them: who has a right to one, what it may not pay for, when
// it is reviewed and when it stops. It is a plain value: a host may also build one in code and make it ready with Compile.
type Definition struct {
	schemas.Header
	// Bases are why somebody may have a budget. Rules say budget.basis.
	Bases []Basis `json:"bases,omitempty"`
	// Categories are what lines may be for. Rules say line.category. A category that another policy has and this one has not is the
	// category other here.
	Categories []Category `json:"categories,omitempty"`
	// Reviews say when reviews are due; nil where the document does not say it.
	Reviews *Reviews `json:"reviews,omitempty"`
	// Contingency is how many weeks of the budget are set aside, and Surplus from how many unspent weeks on somebody looks; nil where no
	// number is set. The law sets none.
	Contingency *Weeks `json:"contingency,omitempty"`
	Surplus     *Weeks `json:"surplus,omitempty"`
	// Facts are questions that neither the person facts nor the budget answer, in the order in which they are asked.
	Facts []question.Question `json:"facts,omitempty"`
	// Answers are the answer sets that the facts name.
	Answers map[string]question.AnswerSet `json:"answers,omitempty"`
	// Criteria are the rules, in the order in which findings are reported. The kind of each is one of CriterionKinds.
	Criteria []policy.Criterion `json:"criteria"`
	// Cases are worked examples that Check runs.
	Cases []cases.Case `json:"cases,omitempty"`
}

// Basis is why somebody may have a budget.
type Basis struct {
	ID    string `json:"id"`
	Label string `json:"label,omitempty"`
	// From is the first day of a request on which the basis holds; zero where that does not matter.
	From day.Day `json:"from,omitzero"`
	// Source is where that can be read.
	Source *schemas.Cite `json:"source,omitempty"`
}

// Category is what a line may be for, such as personal_assistant.
type Category struct {
	ID    string `json:"id"`
	Label string `json:"label,omitempty"`
}

// Reviews say when reviews are due.
type Reviews struct {
	// FirstMonths is within how many months of the first payment the first review is, and ThenMonths how many months at most lie
	// between reviews.
	FirstMonths int `json:"first_months"`
	ThenMonths  int `json:"then_months"`
	// Basis says what kind of ground that has, as that of a criterion, and Source where it can be read.
	Basis  string        `json:"basis"`
	Source *schemas.Cite `json:"source,omitempty"`
}

// Weeks is a sum as so many weeks of a budget.
type Weeks struct {
	Weeks int `json:"weeks"`
	// Basis says what kind of ground that has, as that of a criterion, and Source where it can be read.
	Basis  string        `json:"basis"`
	Source *schemas.Cite `json:"source,omitempty"`
}

// The kinds of criteria.
const (
	// Right: the person has a right to a budget.
	Right = "right"
	// Duty: what the body that pays has to do.
	Duty = "duty"
	// DirectPaymentRule: what a direct payment takes.
	DirectPaymentRule = "direct_payment"
	// AccountRule: where a direct payment may go.
	AccountRule = "account"
	// Excluded: the line may not be paid for. Such criteria read facts of the line alone.
	Excluded = "excluded"
	// KeyFeature: one of the features of a personal health budget.
	KeyFeature = "key_feature"
	// StopMust and StopMay: payments must stop, or may.
	StopMust = "stop_must"
	StopMay  = "stop_may"
	// Repayment: money may be asked back.
	Repayment = "repayment"
	// Reconsideration: a decision must be looked at again where the person asks for it.
	Reconsideration = "reconsideration"
	// Flag: somebody should look.
	Flag = "flag"
)

// basisIDs gives the ids of the bases.
func (def *Definition) basisIDs() []string {
	return idsOf(def.Bases, func(b *Basis) string { return b.ID })
}

// categoryIDs gives the ids of the categories.
func (def *Definition) categoryIDs() []string {
	return idsOf(def.Categories, func(c *Category) string { return c.ID })
}

// criterionIDs gives the ids of the criteria of a kind.
func (def *Definition) criterionIDs(kind string) (ids []string) {
	for _, c := range def.Criteria {
		if c.Kind == kind {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

func idsOf[T any](all []T, id func(*T) string) []string {
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = id(&all[i])
	}
	return ids
}

// has reports whether there is a category.
func (def *Definition) has(category string) bool {
	return slices.ContainsFunc(def.Categories, func(c Category) bool { return c.ID == category })
}

// otherCategory is the category of what no category of a policy fits.
const otherCategory = "other"

// CriterionKinds gives the kinds of criteria.
func CriterionKinds() []string {
	return []string{Right, Duty, DirectPaymentRule, AccountRule, Excluded, KeyFeature, StopMust, StopMay, Repayment, Reconsideration, Flag}
}
