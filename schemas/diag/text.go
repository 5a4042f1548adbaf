package diag

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteText writes a list for people to read: each diagnostic with its place, the lines of source it is about with
// carets beneath them, related places, the hint and the edit that mends it; at the end how many there are of each
// severity. An empty list writes nothing. It writes the list as it is given: Clean it first. Columns are those of a
// terminal, where East Asian characters and emoji take two cells. The only error is that of the writer.
func WriteText(w io.Writer, l List, o Options) error {
	if len(l) == 0 {
		return nil
	}
	out := bufio.NewWriter(w)
	shown, more := o.cut(l)
	texts := newLibrary(o)
	for _, d := range shown {
		writeHeading(out, d)
		writeRows(out, rows(d, texts))
		out.WriteByte('\n')
	}
	if more > 0 {
		fmt.Fprintf(out, "and %d more\n", more)
	}
	out.WriteString(l.tally() + "\n")
	return out.Flush()
}

func writeHeading(out *bufio.Writer, d Diagnostic) {
	line := d.Severity.String() + ": " + d.Message()
	if place := d.place(); place != "" {
		line = place + ": " + line
	}
	if d.Code != "" {
		line += " [" + string(d.Code) + "]"
	}
	out.WriteString(plain(line) + "\n")
}

// rows gives everything beneath the heading of a diagnostic.
func rows(d Diagnostic, texts *library) []row {
	all := texts.snippet(d.Span)
	for _, r := range d.Related {
		note := "see " + r.Note
		if place := r.Span.String(); place != "" {
			note = "see " + place + ": " + r.Note
		}
		all = append(all, row{mark: noted, text: plain(note)})
		all = append(all, texts.snippet(r.Span)...)
	}
	if d.Hint != "" {
		all = append(all, row{mark: noted, text: "hint: " + plain(d.Hint)})
	}
	if d.Edit != nil {
		all = append(all, texts.source(d.Edit.Span.File).mend(*d.Edit)...)
	}
	return all
}

// writeRows sets the rows with one margin, wide enough for their largest line number.
func writeRows(out *bufio.Writer, rows []row) {
	margin := 1
	for _, r := range rows {
		margin = max(margin, len(strconv.Itoa(r.number)))
	}
	for _, r := range rows {
		number := ""
		if r.number > 0 {
			number = strconv.Itoa(r.number)
		}
		line := fmt.Sprintf("%*s %s %s", margin, number, r.mark, r.text)
		out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// tally counts a list by severity: "2 errors, 1 note".
func (l List) tally() string {
	counts := map[string]int{}
	for _, d := range l {
		counts[d.Severity.String()]++
	}
	var parts []string
	for _, s := range []Severity{Error, Warning, Note, Invalid} {
		switch n := counts[s.String()]; {
		case n == 1, n > 1 && s == Invalid:
			parts = append(parts, fmt.Sprintf("%d %s", n, s))
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", n, s))
		}
	}
	return strings.Join(parts, ", ")
}
