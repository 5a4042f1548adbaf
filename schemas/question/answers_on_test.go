package question_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestAnswersOnAnotherSheet holds what is joined by id and what cannot be, and that nothing of it is silent.
func TestAnswersOnAnotherSheet(t *testing.T) {
	const all = `{"activity_1":{"name":"Stairs","value":3},"fell":true,"mood":"good","pain":12.5,"places":["neck"],"since":"2026-01-01","story":"So","work":2}`
	for _, c := range []struct{ name, old, changed, want, codes string }{
		{"another copy", "", "", all, ""},
		{"other words", "Where does it hurt?", "Ble mae'n brifo?", all, ""},
		{"other scores of the same options", "{id: hard, value: 2}", "{id: hard, value: 3}", strings.Replace(all, `"work":2`, `"work":3`, 1), ""},
		{"an option that is gone", "{id: hard, value: 2}", "{id: tough, value: 2}", strings.Replace(all, `"work":2`, `"work":{"missing":"invalid"}`, 1), "answer-invalid"},
		{"a code that is gone", "{id: good}", "{id: great}", strings.Replace(all, `"mood":"good"`, `"mood":{"missing":"invalid"}`, 1), "answer-invalid"},
		{"codes in another order", "{id: low}\n    - {id: fair}\n    - {id: good}", "{id: good}\n    - {id: fair}\n    - {id: low}", all, ""},
		{"a narrower range", "scale: {range: [0, 100]", "scale: {range: [0, 10]", strings.Replace(all, `"pain":12.5`, `"pain":{"missing":"invalid"}`, 1), "answer-invalid"},
		{"another form", "words: {max: 20}", "date: {}", strings.Replace(all, `"story":"So"`, `"story":{"missing":"invalid"}`, 1), "answer-invalid"},
		{"a mark that is gone", "{id: neck}", "{id: nape}", strings.Replace(all, `"places":["neck"]`, `"places":{"missing":"invalid"}`, 1), "answer-invalid"},
		{"another id", "id: fell", "id: tripped", strings.Replace(all, `"fell":true,`, ``, 1), "answer-unknown-question"},
		{"not named any more", "    named: true\n", "", strings.Replace(all, `{"name":"Stairs","value":3}`, `{"missing":"invalid"}`, 1), "answer-invalid"},
		{"another document", "id: items", "id: others", "", "answer-other-document"},
	} {
		answers, err := items(t).Parse([]byte(all))
		if err != nil {
			t.Fatal(err)
		}
		joined, err := answers.On(ready(t, "items", c.old, c.changed))
		text, _ := json.Marshal(joined)
		if codes(err) != c.codes || c.want != "" && string(text) != c.want {
			t.Errorf("%s: %s, %v; want %s, %s", c.name, text, err, c.want, c.codes)
		}
		switch c.codes {
		case "answer-unknown-question":
			if got := joined.Unknown(); len(got) != 1 || got[0] != "fell" {
				t.Errorf("%s: unknown are %v", c.name, got)
			}
		case "answer-other-document":
			_, reason := joined.Value("pain")
			if _, blank := joined.Value("activity_2"); joined.Count() != 0 || reason != rule.Invalid || blank != rule.Blank {
				t.Errorf("%s: %s", c.name, text)
			}
		}
	}
}

// TestOptionsThatScoreTheSame holds that an answer of which only the score is known is joined where that cannot go wrong.
func TestOptionsThatScoreTheSame(t *testing.T) {
	for changed, want := range map[string]string{
		"{id: some, value: 2}\n    - {id: hard, value: 2}": `{"work":2}`,
		"{id: some, value: 3}\n    - {id: hard, value: 3}": `{"work":3}`,
		"{id: some, value: 1}\n    - {id: hard, value: 2}": `{"work":{"missing":"invalid"}}`,
	} {
		const old = "{id: some, value: 1}\n    - {id: hard, value: 2}"
		answers, err := ready(t, "items", old, "{id: some, value: 2}\n    - {id: hard, value: 2}").Of(map[string]any{"work": "some"})
		if err != nil {
			t.Fatal(err)
		}
		joined, _ := answers.On(ready(t, "items", old, changed))
		if text, _ := json.Marshal(joined); string(text) != want {
			t.Errorf("%s gives %s, want %s", changed, text, want)
		}
	}
}

func TestOnNothing(t *testing.T) {
	sheet := items(t)
	if joined, err := (question.Answers{}).On(sheet); err != nil || joined.Sheet() != sheet || joined.Count() != 0 {
		t.Errorf("the zero Answers give %v", err)
	}
	if _, err := sheet.None().On(nil); err != question.ErrNoSheet {
		t.Errorf("no sheet gives %v", err)
	}
	answers, err := sheet.Parse([]byte(`{"fel": true, "zzz": 1}`))
	if codes(err) != "answer-unknown-question answer-unknown-question" || strings.Join(answers.Unknown(), " ") != "fel zzz" {
		t.Errorf("unknown are %v, %v", answers.Unknown(), err)
	}
	joined, err := answers.On(items(t))
	if err != nil || strings.Join(joined.Unknown(), " ") != "fel zzz" {
		t.Errorf("unknown are %v, %v", joined.Unknown(), err)
	}
	facts := forms(t)
	if joined, err := facts.None().On(sheet); err != nil || joined.Count() != 0 {
		t.Errorf("no facts give %v", err)
	}
}

// TestCodesOfTerminologies holds known codes, and that every wrong digit and every swap of neighbours is found.
func TestCodesOfTerminologies(t *testing.T) {
	loinc := []string{
		"44250-9", "44249-1", "44261-6", "69737-5", "70274-6", "55757-9", "72109-2", "8480-6", "8462-4", "718-7", "2345-7", "4548-4", "72166-2", "8310-5",
	}
	snomed := []string{
		"720433000", "404684003", "22298006", "138875005", "73211009", "38341003", "195967001", "900000000000207008", "44054006", "271649006",
	}
	for _, code := range loinc {
		if bad(question.Question{LOINC: code}) {
			t.Errorf("LOINC %s is refused", code)
		}
		for _, wrong := range slips(code) {
			if !bad(question.Question{LOINC: wrong}) && !blindSwap(code, wrong) {
				t.Errorf("LOINC %s passes for %s", wrong, code)
			}
		}
	}
	for _, id := range snomed {
		if bad(question.Question{SNOMED: id}) {
			t.Errorf("SNOMED CT %s is refused", id)
		}
		for _, wrong := range slips(id) {
			if !bad(question.Question{SNOMED: wrong}) {
				t.Errorf("SNOMED CT %s passes for %s", wrong, id)
			}
		}
	}
	for _, code := range []string{"4425O-9", "44250", "-9", "44250-99", "04250-9", "LA6568-5", "44250–9"} {
		if !bad(question.Question{LOINC: code}) {
			t.Errorf("LOINC %q passes", code)
		}
	}
	// 754786011 is the description of a concept, not a concept: its partition is 01.
	for _, id := range []string{"7321100", "900000000000207008x", "754786011", "0720433000", "1000000000000000000000"} {
		if !bad(question.Question{SNOMED: id}) {
			t.Errorf("SNOMED CT %q passes", id)
		}
	}
}

// bad reports whether a question is refused for its codes.
func bad(q question.Question) bool {
	q.ID, q.Answer = "q1", question.YesNo
	r := diag.NewReporter(nil)
	question.NewSheet(question.Source{Questions: []question.Question{q}}, r)
	return r.HasErrors()
}

// slips gives every code with one wrong digit or two neighbours swapped.
func slips(code string) []string {
	var all []string
	for i := range len(code) {
		if code[i] == '-' {
			continue
		}
		for d := byte('0'); d <= '9'; d++ {
			if d != code[i] {
				all = append(all, code[:i]+string(d)+code[i+1:])
			}
		}
		if i+1 < len(code) && code[i+1] != '-' && code[i+1] != code[i] {
			all = append(all, code[:i]+string([]byte{code[i+1], code[i]})+code[i+2:])
		}
	}
	return all
}

// blindSwap reports the one swap that Luhn's scheme cannot see: 0 beside 9.
func blindSwap(code, wrong string) bool {
	for i := range len(code) - 1 {
		if code[i] != wrong[i] {
			return len(code) == len(wrong) && code[i:i+2] == string([]byte{wrong[i+1], wrong[i]}) && code[i]+code[i+1] == '0'+'9'
		}
	}
	return false
}
