package question

import (
	"errors"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// ErrNoSheet is returned for answers that belong to no sheet, such as the zero Answers.
var ErrNoSheet = errors.New("question: these answers belong to no sheet")

var codeUnknownQuestion = diag.Define(diag.Info{
	Code:    "answer-unknown-question",
	Title:   "An answer to a question that was not asked",
	Explain: "The answers name a question that this definition does not have. The answer is left out; nothing is scored from it.",
	Bad:     `{"q10": 1}`,
	Good:    `{"q1": 1}`,
})

var codeInvalidAnswer = diag.Define(diag.Info{
	Code:  "answer-invalid",
	Title: "An answer that cannot be right",
	Explain: "The answer is outside the question's range, is no option of its answer set, or has a form that no answer has. It is never " +
		"scored: the question counts as missing with the reason invalid.",
	Bad:  `{"q1": 7}`,
	Good: `{"q1": 3}`,
})

var codeRepeatedAnswer = diag.Define(diag.Info{
	Code:    "answer-repeated",
	Title:   "A question is answered twice",
	Explain: "Nobody can tell which of the answers holds, so neither is scored.",
	Bad:     `{"q1": 0, "q1": 3}`,
	Good:    `{"q1": 3}`,
})

// The most that is repeated of what a caller sends: bytes of an unknown id, and unknown ids.
const (
	mostShown   = 80
	mostUnknown = 100
)

// intake puts answers into their places and reports what is wrong with each.
type intake struct {
	answers  Answers
	seen     []bool         // by question: whether an answer came under its id
	reporter *diag.Reporter // made for the first fault, since most answers have none
}

// newIntake adds to answers, of which nobody else may hold a part that can change.
func newIntake(a Answers) *intake { return &intake{answers: a} }

// done gives the answers, and what was wrong with them.
func (in *intake) done() (Answers, error) {
	if in.reporter == nil {
		return in.answers, nil
	}
	return in.answers, in.reporter.List().Err()
}

// errorf reports a fault.
func (in *intake) errorf(c diag.Code, pointer, format string, args ...any) *diag.Entry {
	if in.reporter == nil {
		in.reporter = diag.NewReporter(nil)
	}
	return in.reporter.Errorf(c, diag.At(pointer), format, args...)
}

// put asks for the answer that came under an id and puts it into its place.
func (in *intake) put(id string, answer func() (any, error)) {
	i, ok := in.answers.sheet.places[id]
	if !ok {
		in.strange(id)
		return
	}
	if in.seen == nil {
		in.seen = make([]bool, in.answers.sheet.Len())
	}
	if in.seen[i] {
		in.errorf(codeRepeatedAnswer, schemas.Pointer(id), "%s is answered more than once", id)
		in.answers.set(i, rule.NA(rule.Invalid))
		return
	}
	in.seen[i] = true
	v, err := answer()
	if err == nil {
		err = in.answer(i, v)
	}
	if err != nil {
		in.refuse(i, err)
	}
}

// take puts a plain answer into the place of the i-th question.
func (in *intake) take(i int, v any) {
	if err := in.answer(i, v); err != nil {
		in.refuse(i, err)
	}
}

// refuse reports an answer that cannot be right.
func (in *intake) refuse(i int, why error) {
	id := in.answers.sheet.questions[i].ID
	in.errorf(codeInvalidAnswer, schemas.Pointer(id), "%s: %s", id, why.Error())
	in.answers.set(i, rule.NA(rule.Invalid))
}

// strange reports an answer to a question that there is not.
func (in *intake) strange(id string) {
	shown := strings.ToValidUTF8(id[:min(len(id), mostShown)], "")
	e := in.errorf(codeUnknownQuestion, schemas.Pointer(shown), "there is no question %q", shown)
	if near := diag.Nearest(id, in.answers.sheet.IDs()); near != "" {
		e.Hinted("Did you mean %s?", near)
	}
	in.mergeUnknown([]string{shown})
}

// mergeUnknown adds ids to those that the sheet does not have.
func (in *intake) mergeUnknown(ids []string) {
	for _, id := range ids {
		place, there := slices.BinarySearch(in.answers.unknown, id)
		if !there && len(in.answers.unknown) < mostUnknown {
			in.answers.unknown = slices.Insert(in.answers.unknown, place, id)
		}
	}
}
