package choice

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

var codeNoStatement = diag.Define(diag.Info{
	Code:    "answer-unknown-statement",
	Title:   "The person spoke of a statement that there is not",
	Explain: "The document has no statement with this id, so what the person said is held against nothing. The id may be misspelt.",
	Bad:     `{"said": {"time_to_think": true}}`,
	Good:    `{"said": {"time_to_consider": true}}`,
})

// Statement is one thing that people should be able to say of a choice, held against what is recorded.
type Statement struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// State is Met where everything is recorded that it takes, NotMet where something is known to be missing, else Unknown.
	State policy.State `json:"state"`
	// Gaps name each thing that is missing, where it is not met.
	Gaps []Gap `json:"gaps,omitempty"`
	// Said is what the person said of it; nil where nobody asked them.
	Said *bool `json:"said,omitempty"`
	// Differs tells that the person says something else than the record. Their word is not overruled by it.
	Differs bool `json:"differs,omitempty"`
	// NextStep is what can still be done, where it is not met.
	NextStep string `json:"next_step,omitempty"`
	// Basis and Source say who wants people to be able to say it.
	Basis  string        `json:"basis"`
	Source *schemas.Cite `json:"source,omitempty"`
}

// Statements holds the statements of a document, such as nhs-choice-statements-england, against what is recorded, in their order. It is
// no score: each statement stands for itself. The error is a diag.List that names what the person said of statements that the
// document does not have; the statements are given all the same.
func Statements(document *policy.Policy, e Evidence) ([]Statement, error) {
	answers, _, err := formOf(document.Sheet()).fill(nil, func(q *asked) any { return e.fact(q.id) })
	inputs := document.Model().Inputs()
	all := make([]Statement, document.Set().Len())
	for i, f := range document.Evaluate(policy.Given{Answers: answers}) {
		all[i] = Statement{ID: f.ID, Text: f.Title, State: f.State, Basis: f.Basis, Source: f.Source}
		if said, asked := e.Said[f.ID]; asked {
			all[i].Said = &said
			all[i].Differs = said && f.State == policy.NotMet || !said && f.State == policy.Met
		}
		if f.State == policy.Met {
			continue
		}
		all[i].NextStep = document.Set().Criterion(i).NextStep
		var missing gaps
		for _, slot := range document.Set().Reads(i) {
			if int(slot) < len(inputs) {
				missing.of(inputs[slot].Name, e)
			}
		}
		all[i].Gaps = missing
	}
	r := diag.NewReporter(nil)
	for _, id := range slices.Sorted(maps.Keys(e.Said)) {
		if !slices.ContainsFunc(all, func(s Statement) bool { return s.ID == id }) {
			r.Errorf(codeNoStatement, diag.At(schemas.Pointer("said", id)), "%s has no statement %.80q", document.ID(), id).
				Hinted("Use the id of one of its statements, or leave it out")
		}
	}
	if err != nil {
		return all, err
	}
	return all, r.List().Err()
}
