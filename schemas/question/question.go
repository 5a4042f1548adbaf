package question

// Question is one thing that a person is asked, in the one shape that questionnaires, person facts, rights and aids
// share. Exactly one of Answer and Number says what an answer is.
type Question struct {
	// ID names the question in rules and answers: snake_case, unique in its document.
	ID string `json:"id"`
	// Text is the wording as it stands on a form, for statements that a person rates. It is empty where the licence
	// does not let the words be shipped.
	Text string `json:"text,omitempty"`
	// Ask is the wording as a direct question. A question has Text or Ask, not both.
	Ask string `json:"ask,omitempty"`
	// Help is a sentence shown beside the question.
	Help string `json:"help,omitempty"`
	// Answer names an answer set of the document, or yes_no.
	Answer string `json:"answer,omitempty"`
	// Number says that the answer is a number, and which numbers there are.
	Number *Number `json:"number,omitempty"`
	// LOINC is the question's code in LOINC, such as 44250-9.
	LOINC string `json:"loinc,omitempty"`
	// SNOMED is the question's concept in SNOMED CT.
	SNOMED string `json:"snomed,omitempty"`
}

// Words gives the wording to show: Text, or Ask where there is no Text, or "" where neither may be shipped.
func (q Question) Words() string {
	if q.Text != "" {
		return q.Text
	}
	return q.Ask
}

// Number is an answer that is a number.
type Number struct {
	// Unit is what the number counts or measures, such as years; empty for a bare scale.
	Unit string `json:"unit,omitempty"`
	// Range is the lowest and the highest answer that can be right, both included.
	Range [2]float64 `json:"range"`
	// Step is the distance between answers: 1 for whole numbers; zero for any number in the range.
	Step float64 `json:"step,omitempty"`
}

// Option is one answer of an answer set.
type Option struct {
	// ID names the answer in rules and in JSON: snake_case, unique in its set.
	ID string `json:"id"`
	// Value is what the answer scores. Either all options of a set have one, or none; an option that counts as missing
	// needs none.
	Value *float64 `json:"value,omitempty"`
	// Label is the wording shown; empty where it may not be shipped.
	Label string `json:"label,omitempty"`
	// CountsAs is "missing" for an option such as "prefer not to say", which is an answer to read and none to score.
	CountsAs string `json:"counts_as,omitempty"`
}

// AnswerSet is the options of a closed question, in the order in which they are shown.
type AnswerSet []Option

// YesNo is the name of the built-in answer set of two truths. A document need not define it, and may not.
const YesNo = "yes_no"
