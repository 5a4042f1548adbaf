package budget

import (
	"fmt"
	"strings"
)

// Fault is one thing that is wrong with a step of a budget, said for people.
type Fault struct {
	// Field is the JSON pointer of the field in the step, such as /lines/2/cost.
	Field string
	// Line is the id of the budget line that it is about; empty where it is about none.
	Line string
	// Says says what is wrong and why that matters, and Mend what to do about it.
	Says, Mend string
	// Criterion is the id of the criterion of a policy that forbids it; empty where it is wrong by itself.
	Criterion string
	// Err is ErrOverflow, ErrCurrencies, ErrNoMoney or ErrNegative where one of them is the cause.
	Err error
}

// Error gives the fault in one sentence with its place and remedy.
func (f Fault) Error() string {
	place := strings.TrimPrefix(f.Field, "/")
	if f.Line != "" {
		place += fmt.Sprintf(" (line %.40s)", f.Line)
	}
	return place + ": " + f.Says + "; " + f.Mend
}

// Unwrap gives the cause.
func (f Fault) Unwrap() error { return f.Err }

// Faults are everything that is wrong with a step, in the order of its fields, at most MaxFaults of them. errors.As finds it in an
// error.
type Faults []Fault

// MaxFaults is how many faults are told at once.
const MaxFaults = 100

// Error gives every fault, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults as errors.
func (f Faults) Unwrap() []error {
	all := make([]error, len(f))
	for i, fault := range f {
		all[i] = fault
	}
	return all
}

// finder collects faults of a part of a step.
type finder struct {
	faults *Faults
	at     string // JSON pointer of the part
	line   string
}

func finding() finder { return finder{faults: &Faults{}} }

// in gives a finder for a part below this one.
func (f finder) in(format string, args ...any) finder {
	f.at += fmt.Sprintf(format, args...)
	return f
}

func (f finder) add(field, mend, format string, args ...any) {
	f.cause(nil, field, mend, format, args...)
}

func (f finder) cause(err error, field, mend, format string, args ...any) {
	if len(*f.faults) < MaxFaults {
		*f.faults = append(*f.faults, Fault{Field: f.at + field, Line: f.line, Says: fmt.Sprintf(format, args...), Mend: mend, Err: err})
	}
}

// err gives the faults as an error, or nil where there are none.
func (f finder) err() error {
	if len(*f.faults) == 0 {
		return nil
	}
	return *f.faults
}

// maxText is the greatest number of bytes of a text in a step.
const maxText = 20_000

// text asks for words that are not too many.
func (f finder) text(field, value, mend string) {
	if strings.TrimSpace(value) == "" {
		f.add(field, mend, "it is missing")
	}
	f.short(field, value)
}

// short asks that there are not too many words.
func (f finder) short(field, value string) {
	if len(value) > maxText {
		f.add(field, "put long texts into a document and name it here", "it has more than %d bytes", maxText)
	}
}

// ids asks for names that are there and differ.
func (f finder) ids(field string, ids []string) {
	seen := make(map[string]bool, len(ids))
	for i, id := range ids {
		here := fmt.Sprintf("%s/%d", field, i)
		f.text(here, id, "name it by its id, or take the entry out")
		if seen[id] && id != "" {
			f.add(here, "name it once", "%.40s is named twice", id)
		}
		seen[id] = true
	}
}

// amount asks for money of a currency ("" for any) that is at least nothing, and reports whether it is.
func (f finder) amount(field string, m Money, currency string) bool {
	switch err := m.Valid(); {
	case err != nil:
		f.cause(err, field, `write the amount in smallest units with its currency, such as {"minor": 12000, "currency": "GBP"}`, "%v", err)
	case m.Minor < 0:
		f.cause(ErrNegative, field, "write an amount of at least 0; money that comes back is an entry of its own", "%v is below nothing", m)
	case currency != "" && m.Currency != currency:
		f.cause(ErrCurrencies, field, "write it in "+currency+", the currency of the budget", "it is in %s, so nothing can be added up", m.Currency)
	default:
		return true
	}
	return false
}
