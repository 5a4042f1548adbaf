package values

import "github.com/whatmatters-care/whatmatters/schemas/phrase"

// Words are the sentences that a person reads, with placeholders in braces. Start from English and replace every text to translate; Check compares the
// placeholders. No text advises: it says what fits what the person said, and leaves the choice with them.
type Words struct {
	Fit           string // a known fit
	FitBetween    string // a fit that is only known to lie in a range
	FitUnknown    string // estimates that are missing
	For, Against  string // what speaks for and against an option
	Unclear       string // what could speak either way
	Closest       string // one option is closest
	Tied          string // several are closest and fit equally well
	Near          string // other options within the margin
	Undecided     string // it cannot be told which option is closest
	Gap           string // by how much one option fits better than another
	Equal         string // two options fit equally well
	NoComparison  string // two options cannot be compared yet
	WeightSwap    string // the weight at which another option would fit as well
	OtherSwap     string // the score of the other option at which it would
	CloserSwap    string // the score of the closer option at which it would
	NoWeightSwap  string // there is no such weight
	Accepted      string // how often an option is closest over all weights that are possible
	AcceptedDrawn string // the same from draws, with its standard error
	Omitted       string // an option that could not be compared
	PointsLeft    string // points not yet shared out
	Open          string // attributes without an answer
	WithUnit      string // a number with its unit
	Between       string // between the entries of a list
	And           string // between the last two entries of a list
	Decimal       string // the decimal sign
}

// English gives the default words.
func English() Words {
	return Words{
		Fit:           "{option} fits {fit} out of 100 with what you said matters.",
		FitBetween:    "{option} fits between {low} and {high} out of 100 with what you said matters; it cannot yet be said more closely.",
		FitUnknown:    "Not known for {option}: {attributes}.",
		For:           "Speaks for {option}, next to the others: {attributes}.",
		Against:       "Speaks against {option}, next to the others: {attributes}.",
		Unclear:       "Could speak for or against {option}, since something is not known: {attributes}.",
		Closest:       "{option} is closest to what you said matters.",
		Tied:          "{options} fit equally well with what you said matters, and no other option fits more closely.",
		Near:          "Too close to tell apart from that (a difference of at most {margin} points): {options}.",
		Undecided:     "There is not enough information yet to say which is closest to what you said matters: {options}.",
		Gap:           "{closer} fits {gap} points more closely than {other}.",
		Equal:         "{closer} and {other} fit equally well.",
		NoComparison:  "{closer} and {other} cannot be compared yet, because the answer or the information is not complete.",
		WeightSwap:    "{other} would fit as well as {closer} if {attribute} had {at} of the 100 points instead of {now}, the others keeping their proportion.",
		OtherSwap:     "{other} would fit as well as {closer} if its {attribute} were {at} instead of {now}.",
		CloserSwap:    "{closer} would fit only as well as {other} if its {attribute} were {at} instead of {now}.",
		NoWeightSwap:  "However much or little {attribute} matters, {closer} stays closer than {other}.",
		Accepted:      "In {share} of every 100 ways of weighing that agree with your answer, {option} is closest.",
		AcceptedDrawn: "In about {share} of every 100 ways of weighing that agree with your answer (give or take {se}), {option} is closest.",
		Omitted:       "{option} could not be compared, because these are not known: {attributes}.",
		PointsLeft:    "{points} of the 100 points are still to be shared out.",
		Open:          "Still without an answer: {attributes}.",
		WithUnit:      "{number} {unit}",
		Between:       ", ",
		And:           " and ",
		Decimal:       ".",
	}
}

// Check compares a translation with the English words: no text may be empty, and each must have the same placeholders. The error is fault.Faults
// with the cause ErrWords.
func (w Words) Check() error {
	english := English()
	return phrase.Check(&english, &w, ErrWords).Err()
}
