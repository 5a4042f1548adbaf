package yamldoc

import "github.com/whatmatters-care/whatmatters/schemas/diag"

// faults collects what is wrong with one file while it is read: places are at hand then, and need no looking up.
type faults struct {
	source *source
	list   diag.List
}

// add reports an error and returns it, so that a hint, an edit or a related place can be added. The pointer is good
// until the next add.
func (f *faults) add(code diag.Code, start, end diag.Pos, path, format string, args ...any) *diag.Diagnostic {
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
