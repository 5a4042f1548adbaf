package proms

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// asInputs gives cases as the model takes them. Authors write answers as a form has them: the list of what is marked, of an item
// with marks, and an answer that says that the item does not apply.
func asInputs(sheet *question.Sheet, written []cases.Case) []cases.Case {
	ready := slices.Clone(written)
	for k, c := range ready {
		ready[k].Given = make(map[string]cases.Value, len(c.Given))
		for name, v := range c.Given {
			ready[k].Given[name] = v
		}
		for i := range sheet.Len() {
			asInput(sheet, i, ready[k].Given)
		}
	}
	return ready
}

// asInput puts the values that the model takes in place of the answer to the i-th question. What cannot be right stays as it is and
// is reported with the case.
func asInput(sheet *question.Sheet, i int, given map[string]cases.Value) {
	id, set := sheet.Question(i).ID, sheet.Set(i)
	v, there := given[id]
	if word, isText := v.Plain().(string); isText && set.Reason(word) == rule.NotAsked {
		given[id] = missing(rule.NotAsked)
	}
	if sheet.Question(i).Form() != question.FormMarks {
		return
	}
	var answer any
	if there {
		answer = v.Plain()
	}
	answers, err := sheet.Of(map[string]any{id: answer})
	if err != nil {
		return
	}
	delete(given, id)
	first, n := sheet.Slots(i)
	inputs := sheet.Inputs("")
	for _, in := range inputs[first : first+n] {
		if _, one := given[in.Name]; one {
			continue // a case may also say whether one option is marked
		}
		mark, reason := answers.Value(in.Name)
		if given[in.Name] = cases.Of(mark != 0); reason != rule.Present {
			given[in.Name] = missing(reason)
		}
	}
}

func missing(reason rule.Reason) cases.Value {
	return cases.Of(map[string]any{"missing": reason.String()})
}
