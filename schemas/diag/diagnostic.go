package diag

import (
	"fmt"
	"strings"
)

// Diagnostic is one fault as a value: what is wrong, where, and how to mend it. It holds no rendering, so that a host
// can translate the message (Format and Args are kept apart) or show it in its own way.
type Diagnostic struct {
	// Code is the kind of fault; Lookup tells more of it.
	Code Code
	// Severity says how much it matters.
	Severity Severity
	// Span is the tightest stretch of source that shows the fault; zero where there is no source.
	Span Span
	// Path is the JSON pointer of the value in its document, such as /scores/0/rule.
	Path string
	// Format and Args make the message, as for fmt.Sprintf.
	Format string
	Args   []any
	// Hint says how to mend it, in one plain sentence; empty where the message already does.
	Hint string
	// Edit is a change that certainly mends the fault, or nil.
	Edit *Edit
	// Related are other places that take part in the fault, such as the first of two equal keys.
	Related []Related
	// Follows names JSON pointers of the same file whose own errors would be the root cause of this one. List.Clean drops
	// a diagnostic that follows an error, so that one slip does not look like ten.
	Follows []string
}

// Edit replaces the text of a span. A span that ends where it starts is an insertion; an empty NewText is a deletion.
type Edit struct {
	Span    Span   `json:"span"`
	NewText string `json:"new_text"`
}

// Related is a second place with what it has to do with the fault.
type Related struct {
	Span Span   `json:"span,omitzero"`
	Note string `json:"note"`
}

// Message gives the message in English, without place or hint.
func (d Diagnostic) Message() string { return sentence(d.Format, d.Args) }

// Error gives place, message and hint in one line, which makes a Diagnostic an error.
func (d Diagnostic) Error() string {
	line := d.advice()
	if place := d.place(); place != "" {
		line = place + ": " + line
	}
	if d.Code != "" {
		line += " [" + string(d.Code) + "]"
	}
	return plain(line)
}

// place gives what best leads to the fault: the span, else the JSON pointer.
func (d Diagnostic) place() string {
	if place := d.Span.String(); place != "" {
		return place
	}
	return d.Path
}

// advice gives the message and the hint as running text.
func (d Diagnostic) advice() string {
	if d.Hint == "" {
		return d.Message()
	}
	return strings.TrimSuffix(d.Message(), ".") + ". " + d.Hint
}

// sentence formats a message. Without arguments the format is the text itself, so that a percent sign in it stays one.
func sentence(format string, args []any) string {
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}
