package choice

import (
	"errors"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeDiffers = diag.Define(diag.Info{
	Code:  "answer-differs-from-dates",
	Title: "A fact says something else than the dates",
	Explain: "The fact follows from the dates of the referral, or of a provider from its contract and the waits, and it was also given, with " +
		"another answer. Nobody can tell which holds, so it counts as not known, and no right is denied.",
	Bad:  `{"made": "2024-04-02", "facts": {"referral_made": "before_2024_04_01"}}`,
	Good: `{"made": "2024-04-02"}`,
})

// sheetForm is the questions of a document as the package fills them in.
type sheetForm struct {
	sheet *question.Sheet
	asked []asked // in the order of the sheet
}

// asked is one question of a document.
type asked struct {
	id      string
	ours    bool // the package works it out
	anew    bool // no earlier document of the law asks it
	of      rule.Type
	periods []period // for referral_made
}

func formOf(sheet *question.Sheet) sheetForm {
	f := sheetForm{sheet: sheet}
	for i, id := range sheet.IDs() {
		_, ours := forms[id]
		f.asked = append(f.asked, asked{id, ours, true, sheet.Type(i), periodsOf(optionsOf(sheet.Type(i)))})
	}
	return f
}

// fill makes answers of given facts and of what can be worked out. Facts that the document does not ask for are left out; known is how many
// of the others no earlier document of the law asks for. The error is a diag.List whose paths start with /facts.
func (f sheetForm) fill(facts map[string]any, derive func(*asked) any) (answers question.Answers, known int, err error) {
	var differ []difference
	place := 0
	answers, err = f.sheet.Ask(func(id string) (any, bool) {
		q := &f.asked[place]
		place++
		given, told := facts[id]
		if told && q.anew {
			known++
		}
		if !q.ours {
			return given, told
		}
		worked := derive(q)
		switch {
		case worked == nil:
			return given, told
		case unanswered(given):
			return worked, true
		case !same(q.of, given, worked):
			differ = append(differ, difference{id, plain(given), worked})
			return map[string]any{"missing": rule.Invalid.String()}, true
		default:
			return given, true
		}
	})
	if err == nil && len(differ) == 0 {
		return answers, known, nil
	}
	r := diag.NewReporter(nil)
	r.Add(under("/facts", err)...)
	for _, d := range differ {
		r.Errorf(codeDiffers, diag.At(schemas.Pointer("facts", d.id)), "%s was given as %v, and comes out as %v from the dates and waits", d.id, d.given, d.worked).
			Hinted("Leave the fact out, or correct it or what it follows from")
	}
	return answers, known, r.List()
}

// difference is a fact that was given with another answer than was worked out.
type difference struct {
	id            string
	given, worked any
}

// under gives the faults of an error with their paths below another.
func under(path string, err error) diag.List {
	if err == nil {
		return nil
	}
	var list diag.List
	errors.As(err, &list)
	list = slices.Clone(list)
	for i := range list {
		list[i].Path = path + list[i].Path
	}
	return list
}

// unanswered tells whether a given fact is a blank.
func unanswered(given any) bool {
	if object, ok := given.(map[string]any); ok {
		_, missing := object["missing"]
		return missing
	}
	return given == nil
}

// same tells whether a given fact and one that was worked out are one answer. What the question cannot take is left to the sheet to report.
func same(t rule.Type, given, worked any) bool {
	a, err := t.Parse(plain(given))
	if err != nil {
		return true
	}
	b, err := t.Parse(worked)
	return err != nil || rule.Equal(a, b)
}

// plain gives a given fact without the object that it may stand in.
func plain(given any) any {
	if object, ok := given.(map[string]any); ok {
		return object["value"]
	}
	return given
}

func optionsOf(t rule.Type) []string {
	ids := make([]string, len(t.Options))
	for i, o := range t.Options {
		ids[i] = o.ID
	}
	return ids
}
