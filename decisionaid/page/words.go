package page

import (
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Words holds every text of the interface, so that another language is a value and no code. {name} stands for a number or a
// text; a translation uses the same names as English in each text.
type Words struct {
	Language string // BCP 47 tag, such as "en" or "cy"

	Skip     string // the link that leads past the contents
	Tools    string // names the buttons that follow
	Print    string
	Unfold   string // opens all that is folded
	Fold     string
	Contents string // heading of the list of sections

	Labelled string // {label} {text}: how a label and what belongs to it stand together
	Between  string // between the parts of a list
	Cite     string // {n}: what a screen reader says for the number of a source

	NotKnown   string // in a cell of which nothing is known
	Happens    string // the people to whom something happens
	HappensNot string // the people to whom it does not

	Met           string // the states of a finding
	NotMet        string
	Unknown       string
	NotApplicable string
	Alert         string // a finding that somebody must act on
	Missing       string // {list}: what could change a finding
	Basis         string // label of what a finding rests on

	Information string // the kinds of note
	Important   string
	Uncertain   string

	Questions string // names a form without a title
	Number    string // {min} {max}: what to write for an answer
	Answer    string // label of the line for an answer
	Share     string // {n}: a weight out of 100
	Open      string // {n}: how many questions are without an answer, before weights can be shown
	Weights   string // said above the weights
	NoWeights string // every rating is 0
	Points    string // {n} {total}: points given
	Left      string // {n} {total}: points left
	Over      string // {n} {total}: points too many
	Shared    string // {total}: no point is left

	Checked string // {date}: when a source was looked at
	Unread  string // nobody could read the source itself
	Date    string // {day} {month} {year}
	Months  [12]string

	Refused string // in the place of what cannot be shown, before the reason
}

// Check compares a translation with the English words: no text may be empty, each has the same names in braces, and the
// language is a tag. The error is fault.Faults, with the name of each text as its field and the cause ErrWords.
func (w Words) Check() error {
	faults := phrase.Check(&english, &w, ErrWords)
	if !fault.Blank(w.Language) && !isLanguage(w.Language) {
		faults.Because(ErrWords, nil, "Language", "write a tag such as en or cy", "%.40q is no language", w.Language)
	}
	return faults.Err()
}
