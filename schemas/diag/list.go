package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// MaxShown is how many diagnostics of one list Error and the writers show before they say how many more there are.
// Options.Max gives a writer another limit.
const MaxShown = 100

// List is what a stage found. It collects instead of stopping at the first fault. A List is an error, so that
// errors.As finds it; use Err to get a nil error from a list without errors. Not safe for concurrent use while it grows.
type List []Diagnostic

// Err gives the cleaned list as an error when it holds at least one Error, else nil. Warnings and notes alone are not an
// error, and are left out of it.
func (l List) Err() error {
	errs := l.Clean().Only(Error)
	if len(errs) == 0 {
		return nil
	}
	return errs
}

// Error gives one line a diagnostic, the first MaxShown of them, then the number of those left out.
func (l List) Error() string {
	if len(l) == 0 {
		return "no diagnostics"
	}
	shown, more := Options{}.cut(l)
	lines := make([]string, 0, len(shown)+1)
	for _, d := range shown {
		lines = append(lines, d.Error())
	}
	if more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

// HasErrors reports whether any diagnostic is an Error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Only gives the diagnostics of one severity, in their order.
func (l List) Only(s Severity) List {
	var out List
	for _, d := range l {
		if d.Severity == s {
			out = append(out, d)
		}
	}
	return out
}

// Clean gives a new list that is sorted by file, place, JSON pointer, severity (errors first), code and message, without
// repeats and without the followers of an error that is in the list too. A dropped error takes its own followers
// with it, but errors that only follow each other in a circle all stay. The receiver stays as it is.
func (l List) Clean() List {
	followers := l.followers()
	kept := make([]ranked, 0, len(l))
	for i := range l {
		if !followers[i] {
			kept = append(kept, ranked{&l[i], l[i].Message()})
		}
	}
	slices.SortStableFunc(kept, ranked.compare)
	kept = slices.CompactFunc(kept, func(a, b ranked) bool { return a.compare(b) == 0 })
	out := make(List, len(kept))
	for i, r := range kept {
		out[i] = *r.Diagnostic
	}
	return out
}

// ranked is a diagnostic on its way through the sort, with its message made once.
type ranked struct {
	*Diagnostic
	message string
}

func (r ranked) compare(s ranked) int {
	return cmp.Or(
		r.Span.compare(s.Span),
		strings.Compare(r.Path, s.Path),
		cmp.Compare(s.Severity, r.Severity),
		strings.Compare(string(r.Code), string(s.Code)),
		strings.Compare(r.message, s.message),
	)
}
