package fault

import (
	"fmt"
	"strings"
)

// Fault is one thing that is wrong. It is a plain value.
type Fault struct {
	// Field leads to it, such as needs[0].goals[1].owner. It is empty where it is the value as a whole.
	Field string `json:"field,omitempty"`
	// Says is what is wrong and why it matters, and Mend how to mend it; both without a full stop. Mend may be empty where Says says it.
	Says string `json:"says"`
	Mend string `json:"mend,omitempty"`
	// Err is the cause for a program, where there is one. errors.Is and errors.As find it; what it says is not told.
	Err error `json:"-"`
}

// In gives one fault as an error: of a field, how to mend it, and what is wrong, as for fmt.Sprintf. The error is Faults.
func In(field, mend, says string, args ...any) error {
	return Faults{{Field: field, Says: fmt.Sprintf(says, args...), Mend: mend}}
}

// Error gives the field, what is wrong and how to mend it, in one line.
func (f Fault) Error() string {
	line := f.Says
	if f.Field != "" {
		line = f.Field + ": " + line
	}
	if f.Mend != "" {
		line += "; " + f.Mend
	}
	return line
}

// Unwrap gives the cause; nil where there is none.
func (f Fault) Unwrap() error { return f.Err }

// Max is how many faults of one value are told.
const Max = 100

// Faults are what is wrong with one value, in the order in which it was found. The empty list is no error: Err makes one of the
// others. errors.As finds the list, and the first Fault in it; errors.Is and errors.As find the causes of all. It is not safe for concurrent
// use while faults are added.
type Faults []Fault

// Add adds a fault, unless there are Max of them.
func (f *Faults) Add(one Fault) {
	if len(*f) < Max {
		*f = append(*f, one)
	}
}

// Tell adds a fault of a field at a place, or of the place itself for the field "": how to mend it, and what is wrong, as for fmt.Sprintf.
func (f *Faults) Tell(at *Place, field, mend, says string, args ...any) {
	f.Because(nil, at, field, mend, says, args...)
}

// Because is Tell for a fault with a cause that a program may ask for.
func (f *Faults) Because(cause error, at *Place, field, mend, says string, args ...any) {
	if len(*f) < Max {
		f.Add(Fault{Field: join(at.String(), field), Says: fmt.Sprintf(says, args...), Mend: mend, Err: cause})
	}
}

// Err gives the faults as an error, and nil where there are none.
func (f Faults) Err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// Error gives every fault, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, one := range f {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults as errors.
func (f Faults) Unwrap() []error {
	all := make([]error, len(f))
	for i, one := range f {
		all[i] = one
	}
	return all
}

// Under gives the same faults of a value that stands in a field of another; nil where there are none.
func (f Faults) Under(field string) error {
	moved := make(Faults, len(f))
	for i, one := range f {
		one.Field = join(field, one.Field)
		moved[i] = one
	}
	return moved.Err()
}
