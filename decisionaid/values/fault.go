package values

import (
	"errors"
	"fmt"
)

// The kinds of fault. Test for one with errors.Is; the text of the error says what is wrong, where, why and how to mend it.
var (
	// ErrAttribute marks a list of attributes that cannot be used: an empty or repeated id, a range without width, too many.
	ErrAttribute = errors.New("values: attribute")
	// ErrOption marks a list of options that cannot be used: an empty or repeated id, fewer than two, too many.
	ErrOption = errors.New("values: option")
	// ErrCell marks an estimate that cannot be used: not a number, or outside the range that the author fixed.
	ErrCell = errors.New("values: cell")
	// ErrAnswer marks an answer that cannot be used: outside 0 to 100, about an attribute that does not exist, given twice, adding up to
	// more than 100 points, or giving every attribute no weight at all.
	ErrAnswer = errors.New("values: answer")
	// ErrContradiction marks answers of which not all can hold. Fault.Cycle names the attributes that go round in a circle.
	ErrContradiction = errors.New("values: contradiction")
	// ErrMismatch marks a preference that was given for other attributes, or for other ranges, than those of the table.
	ErrMismatch = errors.New("values: mismatch")
	// ErrSetting marks a number of draws or a margin outside its limits, and weights confined too narrowly to be drawn.
	ErrSetting = errors.New("values: setting")
	// ErrWords marks a translation in which a text is empty or its placeholders differ from the English ones.
	ErrWords = errors.New("values: words")
)

// Fault is one thing wrong with what was passed in. Several are joined with errors.Join, in the order of the input.
type Fault struct {
	Kind      error    // one of the Err values above
	Attribute string   // the id of the attribute, or ""
	Option    string   // the id of the option, or ""
	Cycle     []string // for ErrContradiction: ids of attributes, each said to matter more than or as much as the next, the last than the first
	Text      string   // the whole message, in English
}

// Error gives the message.
func (f *Fault) Error() string { return f.Text }

// Unwrap gives the kind, so that errors.Is(err, ErrCell) works.
func (f *Fault) Unwrap() error { return f.Kind }

func attributeFault(id, format string, args ...any) error {
	return &Fault{Kind: ErrAttribute, Attribute: id, Text: fmt.Sprintf(format, args...)}
}

func optionFault(id, format string, args ...any) error {
	return &Fault{Kind: ErrOption, Option: id, Text: fmt.Sprintf(format, args...)}
}

func cellFault(option, attribute, format string, args ...any) error {
	text := fmt.Sprintf("option %q, attribute %q: ", option, attribute) + fmt.Sprintf(format, args...)
	return &Fault{Kind: ErrCell, Option: option, Attribute: attribute, Text: text}
}

func answerFault(attribute, format string, args ...any) error {
	return &Fault{Kind: ErrAnswer, Attribute: attribute, Text: fmt.Sprintf(format, args...)}
}

func settingFault(format string, args ...any) error {
	return &Fault{Kind: ErrSetting, Text: fmt.Sprintf(format, args...)}
}
