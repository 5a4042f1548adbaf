package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteGitHub writes a list as workflow commands of GitHub Actions, which show each diagnostic beside its line in a pull
// request. Errors are errors, warnings are warnings, notes are notices. GitHub itself shows about ten of each kind a
// step. It takes columns only for a span within one line, so others carry lines alone. An empty list writes nothing.
// File names are written as they are and should be relative to the root of the repository. It writes the list as it
// is given: Clean it first. The only error is that of the writer.
func WriteGitHub(w io.Writer, l List, o Options) error {
	out := bufio.NewWriter(w)
	shown, more := o.cut(l)
	for _, d := range shown {
		fmt.Fprintf(out, "::%s%s::%s\n", d.Severity.githubCommand(), githubProperties(d), githubData.Replace(githubMessage(d)))
	}
	if more > 0 {
		fmt.Fprintf(out, "::notice::and %d more\n", more)
	}
	return out.Flush()
}

// githubCommand gives the workflow command of a severity. A forgotten severity is shown as an error.
func (s Severity) githubCommand() string {
	switch s {
	case Note:
		return "notice"
	case Warning:
		return "warning"
	default:
		return "error"
	}
}

// githubProperties gives the properties of a command, with the blank before them.
func githubProperties(d Diagnostic) string {
	var all []string
	add := func(name, value string) { all = append(all, name+"="+githubProperty.Replace(value)) }
	if d.Span.File != "" {
		add("file", d.Span.File)
	}
	if start, end := d.Span.Start, d.Span.End; d.Span.Known() {
		add("line", fmt.Sprint(start.Line))
		switch {
		case end.Line > start.Line:
			add("endLine", fmt.Sprint(end.Line))
		case end.Line == start.Line && end.Column > start.Column && start.Column > 0:
			add("endLine", fmt.Sprint(end.Line))
			add("col", fmt.Sprint(start.Column))
			add("endColumn", fmt.Sprint(end.Column))
		case start.Column > 0:
			add("col", fmt.Sprint(start.Column))
		}
	}
	if d.Code != "" {
		add("title", string(d.Code))
	}
	if len(all) == 0 {
		return ""
	}
	return " " + strings.Join(all, ",")
}

// githubMessage gives message, hint and related places; a diagnostic without a source begins with its JSON pointer.
func githubMessage(d Diagnostic) string {
	lines := []string{d.advice()}
	if d.Span.String() == "" && d.Path != "" {
		lines[0] = d.Path + ": " + lines[0]
	}
	for _, r := range d.Related {
		if place := r.Span.String(); place != "" {
			lines = append(lines, "See "+place+": "+r.Note)
		} else {
			lines = append(lines, "See "+r.Note)
		}
	}
	return strings.Join(lines, "\n")
}

// The two escapes of workflow commands: for the message, and for properties, where colons and commas separate.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
