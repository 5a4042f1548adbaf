package policy

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// The kinds of document that consist of criteria and nothing else.
const (
	// KindChoiceRights are rights to choose, such as where to be treated.
	KindChoiceRights = "choice-rights"
	// KindSupportOffers are offers of support, ranked for a person.
	KindSupportOffers = "support-offers"
)

// Kinds are the kinds of document that FromSet and Load read.
var Kinds = []string{KindChoiceRights, KindSupportOffers}

// Definition is a document made of criteria as its author wrote it. It is a plain value: a host may also build one in code
// and make it ready with CompileDefinition.
type Definition struct {
	schemas.Header
	// Facts are questions that the person facts do not have, in the order in which they are asked.
	Facts []question.Question `json:"facts,omitempty"`
	// Answers are the answer sets that the facts name.
	Answers map[string]question.AnswerSet `json:"answers,omitempty"`
	// Tables are look-up tables for rules, by name.
	Tables map[string]question.Table `json:"tables,omitempty"`
	// Criteria are the rights, offers or rules, in the order in which findings are reported.
	Criteria []Criterion `json:"criteria"`
	// Cases are worked examples that Check runs.
	Cases []cases.Case `json:"cases,omitempty"`
}
