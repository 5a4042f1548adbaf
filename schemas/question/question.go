package question

// Question is one thing that a person is asked, in the one shape that questionnaires, person facts, rights and aids
// share. Exactly one of Answer, Number, Scale, Marks, FreeText and Date says what an answer is; Form tells which.
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
	// Scale says that the answer is a place on a line between two ends: a visual analogue scale.
	Scale *Scale `json:"scale,omitempty"`
	// Marks names an answer set of which any number of options may be marked. Rules read each option as a truth,
	// question.option. Only items of questionnaires have it.
	Marks string `json:"marks,omitempty"`
	// FreeText says that the answer is in the person's own words, which no rule reads. Only items of questionnaires have it.
	FreeText *FreeText `json:"words,omitempty"`
	// Date says that the answer is a day, which no rule reads. Only items of questionnaires have it.
	Date *Date `json:"date,omitempty"`
	// Named says that the person names what is asked about, such as an activity that is hard for them, and rates it; the
	// name goes with the answer (Provenance) and is carried to later visits by Answers.Following.
	Named bool `json:"named,omitempty"`
	// Better says which answers are better for the person, lower or higher: which of two marks is the worse one.
	Better string `json:"better,omitempty"`
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

// Form is what the answers of a question look like.
type Form uint8

const (
	// FormUnsaid: the question does not say, or says two things. No question of a Sheet is so.
	FormUnsaid Form = iota
	// FormChoice: one option of an answer set.
	FormChoice
	// FormYesNo: true or false.
	FormYesNo
	// FormNumber: a number.
	FormNumber
	// FormScale: a place on a line between two ends, as a number.
	FormScale
	// FormMarks: any number of options of an answer set.
	FormMarks
	// FormWords: free text. No rule reads it.
	FormWords
	// FormDate: a day. No rule reads it.
	FormDate
)

// String gives the word for messages, such as "a number".
func (f Form) String() string {
	return [...]string{"nothing", "one of a set", "yes or no", "a number", "a place on a scale", "marks", "words", "a day"}[min(f, FormDate)]
}

// Form tells what the answers of the question look like.
func (q Question) Form() Form {
	form := FormUnsaid
	for _, said := range []struct {
		form Form
		here bool
	}{
		{FormChoice, q.Answer != "" && q.Answer != YesNo}, {FormYesNo, q.Answer == YesNo}, {FormNumber, q.Number != nil},
		{FormScale, q.Scale != nil}, {FormMarks, q.Marks != ""}, {FormWords, q.FreeText != nil}, {FormDate, q.Date != nil},
	} {
		switch {
		case said.here && form != FormUnsaid:
			return FormUnsaid
		case said.here:
			form = said.form
		}
	}
	return form
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

// Scale is an answer that is a place on a line, measured from its low end.
type Scale struct {
	// Range is the number at the low end and the number at the high end.
	Range [2]float64 `json:"range"`
	// Step is the distance between answers; zero for any place on the line.
	Step float64 `json:"step,omitempty"`
	// Low and High are the words at the two ends; empty where they may not be shipped.
	Low  string `json:"low,omitempty"`
	High string `json:"high,omitempty"`
}

// FreeText is an answer in the person's own words.
type FreeText struct {
	// Max is how many characters an answer has at most, from 1 to 20,000.
	Max int `json:"max"`
}

// Date is an answer that is a day, written YYYY-MM-DD.
type Date struct {
	// Earliest and Latest are the first and the last day that can be right, both included; empty where there is none.
	Earliest string `json:"earliest,omitempty"`
	Latest   string `json:"latest,omitempty"`
}

// The ways in which answers or scores can be better for a person.
const (
	lower  = "lower"
	higher = "higher"
)
