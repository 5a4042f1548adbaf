package decisionaid

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeQuestions = diag.Define(diag.Info{
	Code:  "aid-questions",
	Title: "The questions are no set that there is, and no list",
	Explain: "`questions:` is bran (benefits, risks, alternatives, doing nothing), ask3 (options, benefits and risks, support), or a list of " +
		"questions in your own words. A question may say what it `shows:` of each option: benefits, risks, benefits_and_risks, alternatives or nothing.",
	Bad:  "questions: brand",
	Good: "questions: bran",
})

// Shows is the part of an option's BRAN that stands beneath a question.
type Shows string

// The parts of BRAN.
const (
	ShowsBenefits     Shows = "benefits"
	ShowsRisks        Shows = "risks"
	ShowsBoth         Shows = "benefits_and_risks"
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

// Questions are what a person can ask of every option: one of the known sets, or the author's own. The zero Questions are
// BRAN.
type Questions struct {
	// Set is bran or ask3; empty where Own is not, or where the author did not say.
	Set string
	// Own are the author's own questions.
	Own []Prompt
}

// questionSets are the known sets of questions, in our own words: BRAN (Choosing Wisely UK, Academy of Medical Royal Colleges)
// and Ask 3 Questions (Shepherd and others).
var questionSets = map[string][]Prompt{
	"bran": {
		{ID: "benefits", Ask: "What are the benefits?", Shows: ShowsBenefits},
		{ID: "risks", Ask: "What are the risks?", Shows: ShowsRisks},
		{ID: "alternatives", Ask: "What are the alternatives?", Shows: ShowsAlternatives},
		{ID: "nothing", Ask: "What if I do nothing?", Shows: ShowsNothing},
	},
	"ask3": {
		{ID: "options", Ask: "What are my options?", Shows: ShowsAlternatives},
		{ID: "pros_and_cons", Ask: "What are the good and bad points of each for me?", Shows: ShowsBoth},
		{ID: "support", Ask: "How do I get help to decide what is right for me?"},
	},
}

// defaultSet is the set of an author who names none.
const defaultSet = "bran"

// Prompts gives the questions in the order in which they are asked.
func (q Questions) Prompts() []Prompt {
	if len(q.Own) > 0 {
		return slices.Clone(q.Own)
	}
	return slices.Clone(questionSets[cmp.Or(q.Set, defaultSet)])
}

// UnmarshalNode reads the name of a set or a list.
func (q *Questions) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	names := slices.Sorted(maps.Keys(questionSets))
	switch _, known := questionSets[n.Text()]; {
	case n.Shape() == schemas.List:
		d.Decode(n, &q.Own)
	case known:
		q.Set = n.Text()
	default:
		e := d.Report().Errorf(codeQuestions, diag.At(n.Pointer()), "%q is no set of questions", n.Text())
		if near := diag.Nearest(n.Text(), names); near != "" {
			e.Hinted("Did you mean %s?", near).Mended(diag.At(n.Pointer()), near)
			return
		}
		e.Hinted("Write %s, or a list with an id and an ask for each question", strings.Join(names, " or "))
	}
}

// MarshalJSON gives the form that an author writes.
func (q Questions) MarshalJSON() ([]byte, error) {
	if len(q.Own) == 0 {
		return json.Marshal(cmp.Or(q.Set, defaultSet))
	}
	return json.Marshal(q.Own)
}
