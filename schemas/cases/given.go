package cases

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var (
	codeGiven = diag.Define(diag.Info{
		Code: "case-given-name", Title: "A case gives something that the document does not ask",
		Explain: "The names under `given:` are the questions of the document and of those that it uses. A misspelt name would leave the " +
			"question blank, and the case would show something else than it says.",
		Bad:  "given: {q01: 1}",
		Good: "given: {q1: 1}",
	})
	codeGivenValue = diag.Define(diag.Info{
		Code: "case-given-value", Title: "A case gives an answer that cannot be right",
		Explain: "A case shows what comes of real answers, so each of them is one that the question allows, or a reason why there is none.",
		Bad:     "given: {q1: 7}",
		Good:    "given: {q1: 3, q2: {missing: declined}}",
	})
)

// blankInputs gives the inputs of a person of whom nothing is known: the document's own questions are blank, and what
// another document should have brought (a name with a dot) is not supplied.
func blankInputs(m *rule.Model) []float64 {
	inputs := m.Inputs()
	row := make([]float64, len(inputs))
	for i, in := range inputs {
		row[i] = rule.NA(rule.Blank)
		if strings.Contains(in.Name, ".") {
			row[i] = rule.NA(rule.NotSupplied)
		}
	}
	return row
}

// inputsOf gives what a case gives as the inputs of the model, and whether all of it could be read.
func inputsOf(m *rule.Model, c Case, at string, r *diag.Reporter) ([]float64, bool) {
	row, whole := blankInputs(m), true
	for _, name := range slices.Sorted(maps.Keys(c.Given)) {
		here := at + schemas.Pointer(name)
		slot, known := m.Slot(name)
		if !known || !m.IsInput(slot) {
			whole = false
			reportGiven(m, name, here, r)
			continue
		}
		v, err := given(m.Type(slot), c.Given[name].plain)
		if err != nil {
			whole = false
			r.Errorf(codeGivenValue, diag.At(here), "%s: %s", name, err.Error()).
				Hinted("Give an answer, or leave it out where there is none")
			continue
		}
		row[slot] = v
	}
	return row, whole
}

func reportGiven(m *rule.Model, name, at string, r *diag.Reporter) {
	e := r.Errorf(codeGiven, diag.At(at).Key(), "there is no question %s", name)
	if r.Crowded() {
		return
	}
	var names []string
	for _, in := range m.Inputs() {
		names = append(names, in.Name)
	}
	if _, computed := m.Slot(name); computed {
		e.Hinted("%s is worked out from the answers; put it under `expect:`", name)
	} else if near := diag.Nearest(name, names); near != "" {
		e.Hinted("Did you mean %s?", near).Mended(diag.At(at).Key(), near)
	} else {
		e.Hinted("Name a question of this document, or one of a document that it uses")
	}
}

// givenReasons are the reasons for a missing answer that a case can give.
var givenReasons = []rule.Reason{rule.Blank, rule.Declined, rule.NotAsked, rule.NotSupplied, rule.Invalid}

// given turns a value of a case into a slot value.
func given(t rule.Type, plain any) (float64, error) {
	if form, ok := plain.(map[string]any); ok {
		word, _ := form["missing"].(string)
		for _, reason := range givenReasons {
			if len(form) == 1 && reason.String() == word {
				return rule.NA(reason), nil
			}
		}
		return 0, fmt.Errorf("a missing answer is written {missing: reason}, with one of %s", joined(givenReasons))
	}
	return t.Parse(plain)
}

func joined(reasons []rule.Reason) string {
	words := make([]string, len(reasons))
	for i, reason := range reasons {
		words[i] = reason.String()
	}
	return strings.Join(words, ", ")
}
