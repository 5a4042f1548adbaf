package diag

// Entry is a diagnostic just reported, to which more can be said: a hint, an edit, related places. It stays good while
// its Reporter goes on; like the Reporter it is not safe for concurrent use.
type Entry struct {
	reporter *Reporter
	index    int
}

func (e *Entry) diagnostic() *Diagnostic { return &e.reporter.list[e.index] }

// Hinted says how to mend the fault.
func (e *Entry) Hinted(format string, args ...any) *Entry {
	e.diagnostic().Hint = sentence(format, args)
	return e
}

// Mended adds the certain edit: the place's text becomes newText. Use it only where no other mending is possible, for
// tools apply it unasked. It does nothing where there is no source.
func (e *Entry) Mended(at Where, newText string) *Entry {
	if span := e.reporter.Span(at); span.Known() {
		e.diagnostic().Edit = &Edit{Span: span, NewText: newText}
	}
	return e
}

// Beside adds a second place that takes part in the fault.
func (e *Entry) Beside(at Where, format string, args ...any) *Entry {
	d := e.diagnostic()
	d.Related = append(d.Related, Related{Span: e.reporter.Span(at), Note: sentence(format, args)})
	return e
}

// After names the places whose own errors would be the root cause of this one.
func (e *Entry) After(pointers ...string) *Entry {
	d := e.diagnostic()
	d.Follows = append(d.Follows, pointers...)
	return e
}
