package decisionaid

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeQuestions = diag.Define(diag.Info{
	Code:  "aid-questions",
	Title: "The questions are neither bran nor a list",
	Explain: "`questions:` is bran (benefits, risks, alternatives, doing nothing), or a list of questions in your own words. A question may say " +
		"what it `shows:` of each option: benefits, risks, alternatives or nothing.",
	Bad:  "questions: brand",
	Good: "questions: bran",
})

// Shows is the part of an option's BRAN that stands beneath a question.
type Shows string

// The parts of BRAN.
const (
	ShowsBenefits     Shows = "benefits"
	ShowsRisks        Shows = "risks"
	ShowsAlternatives Shows = "alternatives"
	ShowsNothing      Shows = "nothing"
)

// Prompt is a question that a person can ask of an option.
type Prompt struct {
	ID  string `json:"id"`
	Ask string `json:"ask"`
	// Shows is what is shown beneath it; empty for a question that only the conversation answers.
	Shows Shows `json:"shows,omitempty"`
}

// Questions are what a person can ask of every option: BRAN, or the author's own where Own is not empty.
type Questions struct {
	Own []Prompt
}

// bran are the four questions of BRAN (Choosing Wisely UK, Academy of Medical Royal Colleges).
var bran = []Prompt{
	{ID: "benefits", Ask: "What are the benefits?", Shows: ShowsBenefits},
	{ID: "risks", Ask: "What are the risks?", Shows: ShowsRisks},
	{ID: "alternatives", Ask: "What are the alternatives?", Shows: ShowsAlternatives},
	{ID: "nothing", Ask: "What if I do nothing?", Shows: ShowsNothing},
}

// Prompts gives the questions in the order in which they are asked.
func (q Questions) Prompts() []Prompt {
	if len(q.Own) == 0 {
		return append([]Prompt(nil), bran...)
	}
	return append([]Prompt(nil), q.Own...)
}

// UnmarshalNode reads bran or a list.
func (q *Questions) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	switch {
	case n.Shape() == schemas.List:
		d.Decode(n, &q.Own)
	case n.Text() != "bran":
		d.Report().Errorf(codeQuestions, diag.At(n.Pointer()), "%q is no set of questions", n.Text()).
			Hinted("Write bran, or a list with an id and an ask for each question")
	}
}

// MarshalJSON gives the form that an author writes.
func (q Questions) MarshalJSON() ([]byte, error) {
	if len(q.Own) == 0 {
		return json.Marshal("bran")
	}
	return json.Marshal(q.Own)
}
