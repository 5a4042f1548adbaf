package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// compared is what changed since an older folder of definitions.
type compared struct {
	changes []cases.Diff // of the documents that are in both and differ
	both    int          // documents that are in both and could be compared
	found   diag.List    // versions that do not say what changed, and what keeps documents from being compared
}

// against compares every document that is on both shelves. A document of the older shelf with faults is told of, since a
// comparison that could not be made must not look like one without changes.
func against(old, now *shelf) compared {
	before, faults := schemas.ReadFS(old.files)
	after, _ := schemas.ReadFS(now.files) // The check of this shelf tells its faults.
	all := compared{found: old.rename(faults)}
	for _, doc := range after.All("") {
		d, err := sdm.Compare(before, after, doc)
		var list diag.List
		switch {
		case errors.As(err, &list):
			all.found = append(all.found, now.rename(old.rename(list))...)
			continue
		case err != nil:
			continue // It is new.
		}
		all.both++
		r := diag.NewReporter(doc)
		d.Report(r)
		all.found = append(all.found, now.rename(r.List())...)
		if d.Needs != cases.ReleaseNone || d.Says != cases.ReleaseNone {
			all.changes = append(all.changes, d)
		}
	}
	return all
}

// write says in words what changed, one document after the other.
func (c compared) write(w io.Writer) error {
	var b strings.Builder
	for _, d := range c.changes {
		b.WriteString(d.String() + "\n")
	}
	fmt.Fprintf(&b, "%d of the %d documents that are in both changed.\n", len(c.changes), c.both)
	if len(c.found) > 0 {
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
