package schemas

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// ErrNotFound and ErrAmbiguous say why Set.Find found no document.
var (
	// ErrNotFound means that no document of the set matches.
	ErrNotFound = errors.New("no such document")
	// ErrAmbiguous means that several documents match which are not versions of one line.
	ErrAmbiguous = errors.New("more than one document")
)

// Set is a number of documents that may name each other. It is immutable and safe for concurrent use. The zero Set has none, nor has a nil one.
type Set struct {
	files     []File
	documents []*Document // by kind, id and version
	byID      map[string][]*Document
	uses      map[*Document]map[string]*Document
	languages map[string]*Set
	shared    sync.Map // what Shared made of documents that others use
}

// File is one file of a Set, also where it could not be read.
type File struct {
	// Name is the name of the file, with slashes.
	Name string
	// Source is its text.
	Source []byte
	// Document is what was read from it; nil where nothing could be read.
	Document *Document
}

// NewSet makes a set of documents that were parsed before; nil ones are left out. It resolves what they use, lays
// translations over, and reports what does not fit together. The faults of Parse are not repeated, except those of
// translations. What fits is in the set in any case.
func NewSet(docs ...*Document) (*Set, diag.List) {
	var files []File
	for _, d := range docs {
		if d != nil {
			files = append(files, File{Name: d.file, Source: d.source, Document: d})
		}
	}
	return newSet(files)
}

func newSet(files []File) (*Set, diag.List) {
	s := &Set{files: files, languages: map[string]*Set{}}
	var list diag.List
	taken := map[lineage]*Document{}
	for _, f := range files {
		d := f.Document
		if d == nil {
			continue
		}
		r := diag.NewReporter(d)
		checkKnownKind(d, r)
		key, named := lineageOf(d)
		if first := taken[key]; first != nil && named {
			reportTwin(d, first, r)
		} else {
			taken[key] = d
			s.documents = append(s.documents, d)
		}
		list = append(list, r.List()...)
	}
	s.index()
	list = append(list, s.resolve()...)
	list = append(list, s.translate()...)
	return s, list.Clean()
}

// lineage is what a document can be named by.
type lineage struct {
	kind, id string
	version  version
}

// lineageOf gives it, and whether its id and version are such that anything can name the document.
func lineageOf(d *Document) (lineage, bool) {
	v, ok := parseVersion(d.Version())
	return lineage{d.Kind(), d.ID(), v}, ok && kebab(d.ID())
}

// index sorts the documents, so that of several versions the newest comes last, and files them by id.
func (s *Set) index() {
	slices.SortStableFunc(s.documents, compareDocuments)
	s.byID = map[string][]*Document{}
	for _, d := range s.documents {
		if id := d.ID(); id != "" {
			s.byID[id] = append(s.byID[id], d)
		}
	}
}

// compareDocuments orders documents by kind, id, version and file.
func compareDocuments(a, b *Document) int {
	v, _ := parseVersion(a.Version())
	w, _ := parseVersion(b.Version())
	return cmp.Or(strings.Compare(a.Kind(), b.Kind()), strings.Compare(a.ID(), b.ID()), v.compare(w),
		strings.Compare(a.file, b.file))
}

// there gives the set, an empty one for nil.
func (s *Set) there() *Set {
	if s == nil {
		return &Set{}
	}
	return s
}

// All gives every document of a kind, by id and version; every document where kind is empty.
func (s *Set) All(kind string) []*Document {
	var all []*Document
	for _, d := range s.there().documents {
		if kind == "" || d.Kind() == kind {
			all = append(all, d)
		}
	}
	return all
}

// Files gives every file of the set in the order in which it was read, for those who show source beside diagnostics.
// The caller must not change the sources.
func (s *Set) Files() []File { return slices.Clone(s.there().files) }

// Uses gives the documents that a document of this set names under uses, by the name that it gives them. Those that are
// missing from the set are left out, and were reported when the set was made.
func (s *Set) Uses(d *Document) map[string]*Document {
	uses := map[string]*Document{}
	maps.Copy(uses, s.there().uses[d])
	return uses
}

// Find gives the document of a kind by id, such as phq-9, by id and first version numbers, such as phq-9@1 or phq-9@1.2,
// which mean the newest version that starts so, or by id and version, such as phq-9@1.0.0. An id alone means its newest
// version as long as all have the same major number. Drafts, such as 2.0.0-draft.1, are found only by their whole name.
// An empty kind means any. The error is ErrNotFound, with the name that is most like ref or the kind of which the document is, or
// ErrAmbiguous, for errors.Is.
func (s *Set) Find(kind, ref string) (*Document, error) {
	d, meant, err := s.find(kind, ref)
	if err == nil {
		return d, nil
	}
	what := "document"
	if kind != "" {
		what = kind
	}
	other, _, wrong := s.find("", ref)
	switch {
	case wrong == nil && other.Kind() == "":
		return nil, fmt.Errorf("schemas: %w: %s %q; %s in %s does not say its kind", err, what, ref, other.Ref(), other.File())
	case wrong == nil:
		return nil, fmt.Errorf("schemas: %w: %s %q; %s is of the kind %s", err, what, ref, other.Ref(), other.Kind())
	case meant == "":
		return nil, fmt.Errorf("schemas: %w: %s %q", err, what, ref)
	case errors.Is(err, ErrAmbiguous):
		return nil, fmt.Errorf("schemas: %w matches %s %q: %s", err, what, ref, meant)
	default:
		return nil, fmt.Errorf("schemas: %w: %s %q; did you mean %s?", err, what, ref, meant)
	}
}

// find is Find with what was most likely meant, or what all matches, as its own answer.
func (s *Set) find(kind, text string) (found *Document, meant string, err error) {
	ref, ok := parseReference(text)
	var sameID, matching []string
	lines := map[string]bool{}
	for _, d := range s.there().byID[ref.id] {
		if kind != "" && d.Kind() != kind {
			continue
		}
		v, valid := parseVersion(d.Version())
		if !valid {
			continue // nothing can name it
		}
		sameID = append(sameID, d.Ref())
		if ok && ref.matches(v) {
			matching = append(matching, d.Ref())
			lines[fmt.Sprint(d.Kind(), v.numbers[0])] = true
			found = d
		}
	}
	switch {
	case len(lines) > 1:
		return nil, strings.Join(matching, ", "), ErrAmbiguous
	case found != nil:
		return found, "", nil
	case len(sameID) > 0:
		return nil, strings.Join(sameID, " or "), ErrNotFound
	default:
		return nil, diag.Nearest(ref.id, s.ids(kind)), ErrNotFound
	}
}

// ids gives the ids of all documents of a kind.
func (s *Set) ids(kind string) []string {
	var ids []string
	for _, d := range s.All(kind) {
		ids = append(ids, d.ID())
	}
	return ids
}

// In gives the set as it reads in a language, a BCP 47 tag such as cy: every document that has a translation into it with
// its texts laid over, every other one as it is. Where nothing is translated into cy-GB it is the set in cy, and where
// nothing is translated into that either, the set itself.
func (s *Set) In(language string) *Set {
	for language != "" {
		if translated := s.there().languages[language]; translated != nil {
			return translated
		}
		language = language[:max(0, strings.LastIndexByte(language, '-'))]
	}
	return s
}
