package question

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// MarshalJSON gives an object by question id: numbers, truths, option ids, lists of marks, words and days for answers,
// {"missing": reason} for a question that was answered by none of these, and nothing for a question of which nothing is known;
// with "from", "on" and "name" where the provenance is known. Sheet.Parse of the same sheet reads it back to the same answers.
func (a Answers) MarshalJSON() ([]byte, error) {
	out := map[string]any{}
	if a.sheet != nil {
		for i, q := range a.sheet.questions {
			if form, known := a.written(i, a.plain(i)); known {
				out[q.ID] = form
			}
		}
	}
	return json.Marshal(out)
}

// written gives everything that is known of one question in a form that Parse reads; value is the answer, where there is
// one.
func (a Answers) written(i int, value any) (form any, known bool) {
	from, told := a.from[i]
	reason := rule.ReasonOf(a.values[a.sheet.spans[i].at])
	marked, ambiguous := a.marked[i]
	object := map[string]any{}
	switch {
	case ambiguous:
		object["marks"] = marked.Marks
	case reason == rule.Present && !told:
		return value, true
	case reason == rule.Present:
		object["value"] = value
	case reason == a.sheet.absent && !told:
		return nil, false
	default:
		object["missing"] = reason.String()
	}
	for key, text := range map[string]string{"from": from.From, "on": from.On, "name": from.Name} {
		if text != "" {
			object[key] = text
		}
	}
	return object, true
}

// plain gives the answer to a question without where it comes from: nil where there is none.
func (a Answers) plain(i int) any {
	span := a.sheet.spans[i]
	switch {
	case rule.IsNA(a.values[span.at]):
		return nil
	case span.n == 0:
		return a.words[i]
	case a.sheet.forms[i] != FormMarks:
		return a.sheet.types[i].Plain(a.values[span.at])
	}
	marks := []any{}
	for k, o := range a.sheet.sets[i].marked() {
		if a.values[span.at+k] != 0 {
			marks = append(marks, o.ID)
		}
	}
	return marks
}
