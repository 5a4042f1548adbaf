package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// report says which answers were not taken as they stand.
func (q *Questionnaire) report(result *Result, answers question.Answers, s *rule.State) {
	for i := range q.sheet.Len() {
		item := q.sheet.Question(i)
		if answers.Reason(item.ID) == rule.Invalid {
			result.Invalid = append(result.Invalid, item.ID)
		}
		if !item.Named || !answers.Has(item.ID) {
			continue
		}
		if from, _ := answers.Provenance(item.ID); from.Name == "" {
			result.Unnamed = append(result.Unnamed, item.ID)
		}
	}
	for _, g := range q.gates {
		if id := q.sheet.Question(g.item).ID; g.ignores(s, answers, id) {
			result.Ignored = append(result.Ignored, id)
		}
	}
	result.Unknown, result.Marked = answers.Unknown(), answers.Marked()
}
