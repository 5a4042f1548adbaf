package yamldoc

import "github.com/whatmatters-care/whatmatters/schemas/diag"

// faults collects what is wrong with one file while it is read: places are at hand then, and need no looking up.
type faults struct {
	source *source
	list   diag.List
}

// MaxFaults is how many faults of one file are told. A file with more of them is no definition, and telling them all
// would take more memory than the file is worth.
const MaxFaults = 1000

var codeTooManyFaults = diag.Define(diag.Info{
	Code: "yaml-too-many-faults", Title: "The file has too many faults to tell them all",
	Explain: "The first thousand faults are told, and there are more. Mend those first; most often one slip has caused them all.",
	Bad:     "# a file that is no definition",
	Good:    "kind: questionnaire",
})

// add reports an error and returns it, so that a hint, an edit or a related place can be added. The pointer is good
// until the next add. Behind the last fault that is told stands one that says so.
func (f *faults) add(code diag.Code, start, end diag.Pos, path, format string, args ...any) *diag.Diagnostic {
	switch {
	case len(f.list) > MaxFaults:
		return &diag.Diagnostic{}
	case len(f.list) == MaxFaults:
		code, format, args = codeTooManyFaults, "there are more than %d faults; those behind this one are not told", []any{MaxFaults}
	}
	f.list = append(f.list, diag.Diagnostic{
		Code: code, Severity: diag.Error, Span: f.source.span(start, end), Path: path, Format: format, Args: args,
	})
	return &f.list[len(f.list)-1]
}

// at is add for a place that is known by its offset.
func (f *faults) at(code diag.Code, from, to int, format string, args ...any) *diag.Diagnostic {
	c := newCursor(f.source.text)
	c.toOffset(from)
	start := c.pos
	c.toOffset(to)
	return f.add(code, start, c.pos, "", format, args...)
}
