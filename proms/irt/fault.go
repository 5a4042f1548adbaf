package irt

import (
	"errors"
	"fmt"
	"strings"
)

// What a constructor or a check may refuse. Test with errors.Is; each fault says in words what is wrong and how to mend it.
var (
	// ErrItem marks an item whose parameters do not describe a response curve.
	ErrItem = errors.New("irt: item parameters cannot be used")
	// ErrSettings marks a scaling constant, prior, grid or metric that cannot be used.
	ErrSettings = errors.New("irt: settings cannot be used")
	// ErrDesign marks an adaptive design that contradicts itself or its bank.
	ErrDesign = errors.New("irt: adaptive design cannot be used")
	// ErrResponses marks a row of answers that does not fit the bank.
	ErrResponses = errors.New("irt: answers do not fit the bank")
	// ErrState marks the state of an adaptive test that this test did not produce, or one that has ended.
	ErrState = errors.New("irt: adaptive state cannot be used")
	// ErrArgument marks a theta that is not a usable number, or an item number outside the bank.
	ErrArgument = errors.New("irt: argument cannot be used")
)

// Fault is one thing that is wrong with what a caller supplied.
type Fault struct {
	// Kind is the sentinel that errors.Is finds, such as ErrItem.
	Kind error
	// Index counts items, steps or answers from 0; -1 where the fault concerns no single one.
	Index int
	// Item is the item's id, where there is one.
	Item string
	// Field is the place, in the names of the JSON form: "thresholds[2]", "prior.sd".
	Field string
	// Problem says what is wrong, why it matters and how to mend it.
	Problem string
}

// Error gives the fault as one sentence.
func (f Fault) Error() string {
	var b strings.Builder
	fmt.Fprint(&b, f.Kind)
	if f.Item != "" {
		fmt.Fprintf(&b, ": item %q", f.Item)
	} else if f.Index >= 0 {
		fmt.Fprintf(&b, ": number %d (counting from 0)", f.Index)
	}
	if f.Field != "" {
		b.WriteString(": " + f.Field)
	}
	b.WriteString(": " + f.Problem)
	return b.String()
}

// Unwrap returns the kind, for errors.Is.
func (f Fault) Unwrap() error { return f.Kind }

// Faults is every fault that was found, in the order of the input: the one kind of error of this package. It is never empty when returned as an
// error.
type Faults []Fault

// Error gives one fault a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns each fault, for errors.Is and errors.As.
func (fs Faults) Unwrap() []error {
	all := make([]error, len(fs))
	for i, f := range fs {
		all[i] = f
	}
	return all
}

// orNil returns the faults as an error, and a true nil where there are none.
func (fs Faults) orNil() error {
	if len(fs) == 0 {
		return nil
	}
	return fs
}
