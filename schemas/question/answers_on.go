package question

import (
	"errors"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeOtherDocument = diag.Define(diag.Info{
	Code:  "answer-other-document",
	Title: "Answers to another questionnaire",
	Explain: "Many questionnaires call their items q1, q2 and so on, and even have the same answers. So answers are only joined to a questionnaire by the ids of the items where both are " +
		"the same questionnaire, in whatever version or language. Others are never scored.",
	Bad:  "phq9.Score(answersToTheGAD7)",
	Good: "gad7.Score(answersToTheGAD7)",
})

// On gives answers as answers to the questions of another sheet: another version or language of the same document, or the
// same read anew. Questions are joined by id. What was answered must have the same form and unit there, and the options of an
// answer set are joined by their ids, whatever each sheet says that they score. What cannot be joined is invalid, or Unknown
// where the other sheet has no such question, and the error, a diag.List, names it. Answers to another document, by
// Source.Document, are all invalid; the zero Answers are no answers at all.
func (a Answers) On(sheet *Sheet) (Answers, error) {
	switch {
	case sheet == nil:
		return Answers{}, ErrNoSheet
	case a.sheet == sheet:
		return a, nil
	}
	joined := sheet.None()
	if a.sheet == nil {
		return joined, nil
	}
	in := newIntake(joined)
	if a.sheet.document != sheet.document && a.sheet.document != "" && sheet.document != "" {
		in.errorf(codeOtherDocument, "", "these are answers to %s, and not to %s", a.sheet.document, sheet.document).
			Hinted("Score them with the questionnaire that was asked")
		for i, q := range a.sheet.questions {
			place, there := sheet.places[q.ID]
			if _, known := a.written(i, nil); known && there {
				in.answers.set(place, rule.NA(rule.Invalid))
			} else if known {
				in.strange(q.ID)
			}
		}
		return in.done()
	}
	for i, q := range a.sheet.questions {
		var err error
		value := a.plain(i)
		if place, there := sheet.places[q.ID]; there {
			value, err = a.moved(i, sheet, place)
		}
		if form, known := a.written(i, value); known {
			in.put(q.ID, func() (any, error) { return form, err })
		}
	}
	in.mergeUnknown(a.unknown)
	return in.done()
}

// errUnlike says why an answer has no place in another sheet.
var errUnlike = errors.New("the question takes other answers here than where it was answered")

// moved gives the answer to a question as the other sheet writes it.
func (a Answers) moved(i int, sheet *Sheet, place int) (any, error) {
	mine, theirs := a.sheet.types[i], sheet.types[place]
	if a.sheet.forms[i] != sheet.forms[place] || mine.Kind != theirs.Kind || mine.Unit != theirs.Unit {
		return nil, errUnlike
	}
	value := a.plain(i)
	number, isNumber := value.(float64)
	if len(mine.Options) == 0 || !isNumber || slices.Equal(mine.Options, theirs.Options) {
		return value, nil
	}
	// Several options may score the same here. Then all of them must score the same there.
	var moved any
	for _, o := range mine.Options {
		if o.Missing || o.Value != number {
			continue
		}
		v, err := theirs.Parse(o.ID)
		if err != nil || rule.IsNA(v) || moved != nil && moved != theirs.Plain(v) {
			return nil, errUnlike
		}
		moved = theirs.Plain(v)
	}
	return moved, nil
}
