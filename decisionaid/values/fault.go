package values

import (
	"errors"
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// What can be wrong with what is passed in, for errors.Is. Every error of this package is fault.Faults in the order of the input, each with one of
// these as its cause. The field of a fault is the id of the attribute or the option that it is about, for a cell those of the option and of
// the attribute with a dot between them, and for a translation the name of the text.
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
	// ErrContradiction marks answers of which not all can hold. Contradiction has the attributes that go round in a circle.
	ErrContradiction = errors.New("values: contradiction")
	// ErrMismatch marks a preference that was given for other attributes, or for other ranges, than those of the table.
	ErrMismatch = errors.New("values: mismatch")
	// ErrSetting marks a number of draws or a margin outside its limits, and weights confined too narrowly to be drawn.
	ErrSetting = errors.New("values: setting")
	// ErrWords marks a translation in which a text is empty or its placeholders differ from the English ones.
	ErrWords = errors.New("values: words")
)

// Contradiction is the cause of a fault of answers of which not all can hold. errors.As finds it in the fault.
type Contradiction struct {
	// Cycle has the ids of attributes, each said to matter more than or as much as the next, the last than the first.
	Cycle []string
}

// Error names the attributes.
func (c Contradiction) Error() string {
	return ErrContradiction.Error() + ": " + strings.Join(c.Cycle, ", ")
}

// Unwrap gives ErrContradiction.
func (c Contradiction) Unwrap() error { return ErrContradiction }

// wrong gives one fault: its cause, the attribute or option that it is about, how to mend it, and what is wrong.
func wrong(cause error, about, mend, says string, args ...any) fault.Faults {
	return fault.Faults{{Field: about, Says: fmt.Sprintf(says, args...), Mend: mend, Err: cause}}
}
