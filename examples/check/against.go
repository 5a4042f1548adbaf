package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// compared is what changed since an older folder of definitions.
type compared struct {
	changes []cases.Diff // of the documents that are in both and differ
	both    int          // documents that are in both and could be compared
	new     []string     // documents that only the newer folder has
	gone    []string     // documents of which it has no version any more
	faulty  []string     // documents that are in both, of which one has faults
	found   diag.List    // versions that do not say what changed, and what keeps documents from being compared
}

// against compares every document that is on both shelves. A document of the older shelf with faults is told of, since a
// comparison that could not be made must not look like one without changes.
func against(old, now *host.Shelf) compared {
	before, faults := schemas.ReadFS(old.Files)
	after, _ := schemas.ReadFS(now.Files) // The check of this shelf tells its faults.
	all := compared{found: old.Rename(faults)}
	for _, doc := range after.All("") {
		d, err := sdm.Compare(before, after, doc)
		var list diag.List
		switch {
		case errors.As(err, &list):
			all.found = append(all.found, now.Rename(old.Rename(list))...)
			all.faulty = append(all.faulty, named(doc))
			continue
		case err != nil:
			all.new = append(all.new, named(doc))
			continue
		}
		all.both++
		if d.Needs == cases.ReleasePatch && onlyLaidOver(before, doc) {
			continue
		}
		r := diag.NewReporter(doc)
		d.Report(r)
		all.found = append(all.found, now.Rename(r.List())...)
		if d.Needs != cases.ReleaseNone || d.Says != cases.ReleaseNone {
			all.changes = append(all.changes, d)
		}
	}
	for _, doc := range before.All("") {
		kept := slices.ContainsFunc(after.All(doc.Kind()), func(other *schemas.Document) bool { return other.ID() == doc.ID() })
		if name := named(doc); !kept && !slices.Contains(all.gone, name) {
			all.gone = append(all.gone, name)
		}
	}
	return all
}

// named is what a document is called here: by its kind and id, whatever its version.
func named(doc *schemas.Document) string { return doc.Kind() + " " + doc.ID() }

// onlyLaidOver reports whether a document stands as it did and has its words from a translation, which has a version of its own for them.
func onlyLaidOver(before *schemas.Set, doc *schemas.Document) bool {
	old, err := before.Find(doc.Kind(), doc.Ref())
	return err == nil && doc.Translation() != nil && bytes.Equal(old.Source(), doc.Source())
}

// write says in words what changed, one document after the other.
func (c compared) write(w io.Writer) error {
	var b strings.Builder
	for _, d := range c.changes {
		b.WriteString(d.String() + "\n")
	}
	fmt.Fprintf(&b, "%d of the %d documents that are in both changed.\n", len(c.changes), c.both)
	for _, other := range []struct {
		said  string
		names []string
	}{
		{"Gone, so that a program which asks for it finds nothing", c.gone}, {"New", c.new}, {"Not compared, because of its faults or those of what it uses", c.faulty},
	} {
		if len(other.names) > 0 {
			fmt.Fprintf(&b, "%s: %s.\n", other.said, phrase.Listed(other.names))
		}
	}
	if len(c.found) > 0 {
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
