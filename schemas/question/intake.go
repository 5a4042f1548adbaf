package question

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
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

// mostShown is how many bytes of an unknown id a message shows.
const mostShown = 80

// intake puts answers into their places and reports what is wrong with each.
type intake struct {
	sheet    *Sheet
	answers  *Answers
	seen     []bool
	reporter *diag.Reporter
}

func newIntake(a *Answers) *intake {
	return &intake{sheet: a.sheet, answers: a, seen: make([]bool, len(a.values)), reporter: diag.NewReporter(nil)}
}

// take puts one plain answer into its place.
func (in *intake) take(id string, v any) {
	in.put(id, func(i int) (float64, error) { return in.value(i, v) })
}

// put asks for the value of the i-th question and puts it into its place.
func (in *intake) put(id string, value func(i int) (float64, error)) {
	shown := strings.ToValidUTF8(id[:min(len(id), mostShown)], "")
	at := diag.At(schemas.Pointer(shown))
	i, ok := in.sheet.places[id]
	if !ok {
		e := in.reporter.Errorf(codeUnknownQuestion, at, "there is no question %q", shown)
		if near := diag.Nearest(id, in.sheet.IDs()); near != "" {
			e.Hinted("Did you mean %s?", near)
		}
		return
	}
	if in.seen[i] {
		in.reporter.Errorf(codeRepeatedAnswer, at, "%s is answered more than once", id)
		in.answers.values[i] = rule.NA(rule.Invalid)
		return
	}
	in.seen[i] = true
	v, err := value(i)
	if err != nil {
		in.reporter.Errorf(codeInvalidAnswer, at, "%s: %s", id, err.Error())
		v = rule.NA(rule.Invalid)
	}
	in.answers.values[i] = v
}

// value turns one plain answer into a slot value.
func (in *intake) value(i int, v any) (float64, error) {
	object, ok := v.(map[string]any)
	if !ok {
		return bare(in.sheet.types[i], v)
	}
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if !slices.Contains([]string{"value", "missing", "from", "on"}, key) {
			return 0, fmt.Errorf(`an answer object has "value" or "missing", and may have "from" and "on"; this one has %.40q`, key)
		}
	}
	from, err := provenanceOf(object)
	if err != nil {
		return 0, err
	}
	if from != (Provenance{}) {
		if in.answers.from == nil {
			in.answers.from = map[int]Provenance{}
		}
		in.answers.from[i] = from
	}
	given, has := object["value"]
	why, missing := object["missing"]
	switch {
	case has && missing:
		return 0, errors.New(`an answer has "value" or "missing", not both`)
	case has:
		return bare(in.sheet.types[i], given)
	case missing:
		return givenReason(why)
	default:
		return 0, errors.New(`an answer object needs "value" or "missing"`)
	}
}

// bare turns an answer without an object around it into a slot value; nil is a blank.
func bare(t rule.Type, v any) (float64, error) {
	if x, ok := v.(json.Number); ok {
		n, err := x.Float64()
		if err != nil {
			return 0, errors.New("the number is too large to be an answer")
		}
		return t.Parse(n)
	}
	switch x := reflect.ValueOf(v); {
	case x.CanInt():
		return t.Parse(float64(x.Int()))
	case x.CanUint():
		return t.Parse(float64(x.Uint()))
	case x.CanFloat():
		return t.Parse(x.Float())
	default:
		return t.Parse(v)
	}
}

// givenReasons are the reasons that a caller may give; all others are found out by the engine. Invalid serves a paper
// form on which two answers are ticked.
var givenReasons = []rule.Reason{rule.Blank, rule.Declined, rule.NotAsked, rule.NotSupplied, rule.Invalid}

func givenReason(v any) (float64, error) {
	word, _ := v.(string)
	var words []string
	for _, reason := range givenReasons {
		if reason.String() == word {
			return rule.NA(reason), nil
		}
		words = append(words, reason.String())
	}
	return 0, fmt.Errorf("this is no reason for a missing answer; use one of %s", strings.Join(words, ", "))
}
