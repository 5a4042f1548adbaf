package kindtest

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Kind is a kind of document as a test holds it to its promises. T is what a document is made ready as.
type Kind[T any] struct {
	// Check gives what authors hear.
	Check func(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List
	// Load and FromSet give what services hear; FromSet leaves what is wrong with the set to whoever made it. Those that are nil are not looked at, such as Load of a kind that always uses other documents.
	Load    func(name string, src []byte) (*T, error)
	FromSet func(set *schemas.Set, ref string) (*T, error)
	// Options are those of every Check. A file may begin with a line such as `# as of 2026-11-22`, which is then its day.
	Options schemas.CheckOptions
	// With are documents beside which each file is put in a set.
	With []*schemas.Document
	// Least is the least severity of which files tell; the zero Severity for all of them.
	Least diag.Severity
	// Family is the family of codes of which each must be shown by a file, and Elsewhere are those that no file can show. An empty Family asks for
	// none.
	Family    string
	Elsewhere []diag.Code
}

// Bad gives a complaint for each file *.yaml that does not come out as it says of itself, and for each promise that is broken, with the name of
// the file. None where all is well.
func (k Kind[T]) Bad(files fs.FS) []string {
	names, err := fs.Glob(files, "*.yaml")
	if err != nil || len(names) == 0 {
		return []string{fmt.Sprintf("there are no files *.yaml: %v", err)}
	}
	complaints := k.nothing()
	shown := slices.Clone(k.Elsewhere)
	for _, name := range names {
		src, err := fs.ReadFile(files, name)
		if err != nil {
			complaints = append(complaints, fmt.Sprintf("%s: %v", name, err))
			continue
		}
		for _, w := range wanted(src) {
			shown = append(shown, w.code)
		}
		for _, complaint := range k.file(name, src) {
			complaints = append(complaints, name+": "+complaint)
		}
	}
	for _, info := range diag.Codes() {
		if k.Family != "" && info.Code.Family() == k.Family && !slices.Contains(shown, info.Code) {
			complaints = append(complaints, fmt.Sprintf("no file shows %s", info.Code))
		}
	}
	return complaints
}

// nothing gives a complaint for each function that takes what is no document for one: no document at all, a set that is not there, and
// bytes that are no text.
func (k Kind[T]) nothing() (complaints []string) {
	if len(k.Check(nil, nil, k.Options)) == 0 {
		complaints = append(complaints, "Check says nothing of a document that is not there")
	}
	if k.FromSet != nil {
		if made, err := k.FromSet(nil, "nobody"); made != nil || err == nil {
			complaints = append(complaints, "FromSet finds a document in a set that is not there")
		}
	}
	if k.Load != nil {
		if made, err := k.Load("bytes.yaml", []byte(strings.Repeat("\x80", 100))); made != nil || err == nil {
			complaints = append(complaints, "Load takes bytes that are no text")
		}
	}
	return complaints
}

// file gives the complaints about one file.
func (k Kind[T]) file(name string, src []byte) (complaints []string) {
	doc, list := schemas.Parse(name, src)
	if doc == nil {
		return []string{"it cannot be read: " + list.Error()}
	}
	options := k.Options
	first, _, _ := strings.Cut(string(src), "\n")
	if date, says := strings.CutPrefix(first, "# as of "); says {
		asOf, err := day.Parse(date)
		if err != nil {
			return []string{"its first line: " + err.Error()}
		}
		options.AsOf = asOf
	}
	set, ofSet := schemas.NewSet(append(slices.Clone(k.With), doc)...)
	ofSet = slices.DeleteFunc(ofSet, func(d diag.Diagnostic) bool { return d.Span.File != name })
	checked := k.Check(set, doc, options)
	if list = checked; len(ofSet) > 0 {
		list = slices.Concat(ofSet, checked).Clean() // in the order of the file again
	}
	told := slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return d.Severity < k.Least })
	if difference := differ(wanted(src), found(told)); difference != "" {
		complaints = append(complaints, fmt.Sprintf("it is not as it says (- wanted, + found)\n%s%v", difference, told))
	}
	for _, d := range told {
		if d.Hint == "" {
			complaints = append(complaints, fmt.Sprintf("%s does not say how to mend it: %s", d.Code, d.Message()))
		}
		if strings.Contains(d.Message()+d.Hint, "%!") {
			complaints = append(complaints, fmt.Sprintf("%s has a slip of its format: %s %s", d.Code, d.Message(), d.Hint))
		}
		if left := k.mended(name, src, d, options); len(left) > 0 {
			complaints = append(complaints, fmt.Sprintf("the mend of %s leaves %v", d.Code, left))
		}
	}
	if k.Load != nil {
		ready, err := k.Load(name, src)
		complaints = append(complaints, heard("Load", ready != nil, err, list)...)
	}
	if k.FromSet != nil {
		ready, err := k.FromSet(set, doc.Ref())
		complaints = append(complaints, heard("FromSet", ready != nil, err, checked)...)
	}
	return complaints
}

// mended gives what speaks against the edit of a diagnostic once it was made: that the fault is still there, or another one that leads back.
func (k Kind[T]) mended(name string, src []byte, d diag.Diagnostic, options schemas.CheckOptions) (left diag.List) {
	if d.Edit == nil {
		return nil
	}
	from, to := d.Edit.Span.Start.Offset, d.Edit.Span.End.Offset
	doc, list := schemas.Parse(name, slices.Concat(src[:from], []byte(d.Edit.NewText), src[to:]))
	if doc != nil {
		set, _ := schemas.NewSet(append(slices.Clone(k.With), doc)...)
		list = k.Check(set, doc, options)
	}
	for _, now := range list {
		again := now.Code == d.Code && now.Message() == d.Message()
		back := now.Edit != nil && now.Edit.NewText == string(src[from:to])
		if now.Span.Start == d.Span.Start && (again || back) {
			left = append(left, now)
		}
	}
	return left
}

// heard holds that services hear the errors that authors hear and nothing else, and get something ready only where there are none.
func heard(by string, ready bool, err error, list diag.List) []string {
	errs := list.Only(diag.Error)
	var said diag.List
	switch {
	case ready != (err == nil):
		return []string{fmt.Sprintf("%s gives something ready: %t, and the error %v", by, ready, err)}
	case err == nil && len(errs) > 0:
		return []string{fmt.Sprintf("%s takes what Check refuses: %v", by, errs)}
	case err != nil && (!errors.As(err, &said) || said.Error() != errs.Error()):
		return []string{fmt.Sprintf("%s says\n%v\nCheck says\n%v", by, err, errs)}
	}
	return nil
}
