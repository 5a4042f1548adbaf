package risk

import "github.com/whatmatters-care/whatmatters/schemas/phrase"

// Words holds every sentence of this package as a template, so that a translation is
// a value and no code. {name} stands for a number or a text; a translation uses the
// same names as English in each template, in any order and any number of times. A
// name that comes out empty takes the space before it away.
type Words struct {
	Language  string // BCP 47 tag, such as "en" or "cy"
	Thousands string // put between groups of three digits; may be empty

	FewerThan string // {n}: how "fewer than 1" is said
	MoreThan  string // {n}: how "more than 999" is said
	Not       string // how people who do not have the outcome are spoken of, if the Outcome does not say

	Chance   string // {did} {of} {outcome} {period} {did_not} {not}
	Observed string // {studied} {did} {outcome} {period} {did_not} {not}: where a study counted nobody, or everybody
	Unknown  string // {outcome} {period} {reason}

	Range   string // {lower} {upper} {of}
	NoRange string // said where no interval is given

	ChainedNote       string // label of a chain of effects
	IndirectNote      string // label of an indirect comparison
	SteadyRateNote    string // label of a chance moved to another period
	FixedBaselineNote string // label of an interval that leaves the starting chance out

	Fewer string // {option} {n} {of} {outcome} {period} {comparator}
	More  string // {option} {n} {of} {outcome} {period} {comparator}
	Same  string // {option} {of} {outcome} {period} {comparator}

	Short         string // {did} {of}: beside a bar, in a table
	ShortObserved string // {did} {studied}
	ShortRange    string // {lower} {upper}
	ShortUnknown  string // {reason}
	Scale         string // {n} {of}: what the full width of a chart stands for

	KeyDid            string // {n} {outcome}: key of an icon array
	KeyDidNot         string // {n} {not}
	KeyEither         string // {n} {outcome} {option} {comparator}
	KeyNeither        string // {n} {not} {option} {comparator}
	KeyOnlyOption     string // {n} {outcome} {option} {comparator}
	KeyOnlyComparator string // {n} {outcome} {option} {comparator}

	TestIll      string // {of} {ill} {well} {condition}
	TestFound    string // {ill} {found} {missed}
	TestAlarmed  string // {well} {alarmed} {cleared}
	TestPositive string // {positive} {found} {condition}

	Named    string // {name} {text}: what is said of one of several choices
	Sentence string // {text}: makes a sentence of a key

	Period      string // {length}
	Lengths     map[Unit]Plural
	Reasons     map[Reason]string
	OtherReason string // said for a reason that Reasons does not hold
}

// Plural says a number of things: Exactly holds numbers with a form of their own, Other the
// form of all others with {n} for the number.
type Plural struct {
	Exactly map[int]string
	Other   string
}

// Check holds the Words to the placeholders of the English ones: a translation that
// loses a number, or leaves a sentence out, is refused. Errors: BadWords.
func (w *Words) Check() error {
	for _, f := range phrase.Check(&english, w, BadWords, "Thousands") {
		return fault(BadWords, f.Field, f.Says)
	}
	return nil
}
