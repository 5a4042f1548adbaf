package person

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Kind is the kind of document that this package reads.
const Kind = "person-facts"

// Definition is a person-facts document as its author wrote it: the questions that all other documents share, so that a
// person is asked once, in the same words.
type Definition struct {
	schemas.Header
	// Facts are the questions, in the order in which they are asked.
	Facts []question.Question `json:"facts"`
	// Answers are the answer sets that the facts name.
	Answers map[string]question.AnswerSet `json:"answers,omitempty"`
}
