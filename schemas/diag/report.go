package diag

import "strings"

// Where is a place in a document, told by structure: checks say which value they mean, and a Locator (the document,
// which alone knows positions) turns that into a span.
type Where struct {
	// Pointer is the JSON pointer of the value; "" is the whole document.
	Pointer string
	part    part
	from    int
	to      int
}

type part uint8

const (
	wholeValue part = iota
	keyOnly
	insideText
)

// At means the value at a JSON pointer.
func At(pointer string) Where { return Where{Pointer: pointer} }

// Key means the key of the value rather than the value.
func (w Where) Key() Where { w.part = keyOnly; return w }

// Text means characters from up to to (counted from 0) of the text of a scalar, such as a name inside a rule.
func (w Where) Text(from, to int) Where { w.part, w.from, w.to = insideText, from, to; return w }

// Locator turns structure into positions.
type Locator interface {
	// File names the source.
	File() string
	// ValueSpan, KeySpan and TextSpan give the span of a value, of its key, and of characters inside its text. For a pointer
	// that does not exist they give the span of the nearest value above it.
	ValueSpan(pointer string) Span
	KeySpan(pointer string) Span
	TextSpan(pointer string, from, to int) Span
}

// Reporter collects the diagnostics of one document. Checks share one Reporter; it is not safe for concurrent use.
type Reporter struct {
	list    List
	locator Locator
	told    map[string]bool
}

// NewReporter makes a Reporter. A nil Locator serves definitions that were built in code: their diagnostics carry a
// Path and no span.
func NewReporter(locator Locator) *Reporter { return &Reporter{locator: locator} }

// Span resolves a place. It is the zero Span where there is no source.
func (r *Reporter) Span(w Where) Span {
	if r.locator == nil {
		return Span{}
	}
	switch w.part {
	case keyOnly:
		return r.locator.KeySpan(w.Pointer)
	case insideText:
		return r.locator.TextSpan(w.Pointer, w.from, w.to)
	default:
		return r.locator.ValueSpan(w.Pointer)
	}
}

// Report adds a diagnostic and returns its Entry, so that a hint, an edit or a related place can be added:
//
//	r.Report(diag.Error, codeBandGap, diag.At(p), "no band holds %v", x).Hinted("Start the band at %v", y)
func (r *Reporter) Report(s Severity, c Code, at Where, format string, args ...any) *Entry {
	r.list = append(r.list, Diagnostic{
		Code: c, Severity: s, Span: r.Span(at), Path: at.Pointer, Format: format, Args: args,
	})
	return &Entry{reporter: r, index: len(r.list) - 1}
}

// Errorf reports an Error.
func (r *Reporter) Errorf(c Code, at Where, format string, args ...any) *Entry {
	return r.Report(Error, c, at, format, args...)
}

// Warnf reports a Warning.
func (r *Reporter) Warnf(c Code, at Where, format string, args ...any) *Entry {
	return r.Report(Warning, c, at, format, args...)
}

// Notef reports a Note.
func (r *Reporter) Notef(c Code, at Where, format string, args ...any) *Entry {
	return r.Report(Note, c, at, format, args...)
}

// Told marks names that nothing can be said of because of a fault that was reported: a question whose form cannot be told, or, with a dot
// behind it, all names that begin like that, such as "person.". Checks that meet them stay silent, for what they would say only follows
// from that fault, and would not be true.
func (r *Reporter) Told(names ...string) {
	if r.told == nil {
		r.told = map[string]bool{}
	}
	for _, name := range names {
		r.told[name] = true
	}
}

// WasTold reports whether a name was marked with Told.
func (r *Reporter) WasTold(name string) bool {
	head, _, dotted := strings.Cut(name, ".")
	return r.told[name] || dotted && r.told[head+"."]
}

// maxGuessed is how many diagnostics of one document come with a guess at what was meant.
const maxGuessed = 200

// Crowded reports whether more than 200 diagnostics were reported. Nobody should then look for what was meant: to compare a word with all
// that a document has takes its time, and where every word is wrong that time would grow with the square of the document's length.
func (r *Reporter) Crowded() bool { return len(r.list) > maxGuessed }

// Add takes over diagnostics that another stage made.
func (r *Reporter) Add(more ...Diagnostic) { r.list = append(r.list, more...) }

// List gives what was collected so far, in the order of reporting; List.Clean sorts it. It shares memory with the
// Reporter: take it when the checks are done.
func (r *Reporter) List() List { return r.list }

// HasErrors reports whether an Error was reported so far.
func (r *Reporter) HasErrors() bool { return r.list.HasErrors() }
