package community

import (
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Directory is a directory made ready. It is immutable and safe for concurrent use.
type Directory struct {
	definition *Definition
	digest     func() string // worked out once, when it is asked for: it takes longer than all else
	words      taxonomy
	index      index
}

// FromSet makes a directory of a set of documents ready. ref is an id, or an id with a version as in fennbridge@1. The error is
// schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every fault.
func FromSet(set *schemas.Set, ref string) (*Directory, error) {
	return schemas.Build(set, Kind, ref, build)
}

// Load makes a single document ready. The error is a diag.List with every fault.
func Load(name string, src []byte) (*Directory, error) {
	return schemas.BuildOne(name, src, Kind, build)
}

// Compile makes a definition that was built in code ready. The error is a diag.List whose diagnostics have paths but no places. The
// definition must not be changed afterwards.
func Compile(def Definition) (*Directory, error) {
	return schemas.Compile(func(r *diag.Reporter) *Directory { return ready(&def, schemas.CheckOptions{}, r) })
}

// Check gives every diagnostic of one directory of a set, warnings and notes too. Its errors are those of FromSet.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, Kind, options, build)
}

// With gives a directory with the same words and other services, such as those that a host keeps in a database. The error is a diag.List of what
// is wrong with the services; the directory then holds all of them but those without an id of their own, and what is wrong in a
// service counts as not known. The services must not be changed afterwards.
func (d *Directory) With(services []Service) (*Directory, error) {
	r := diag.NewReporter(nil)
	def := *d.definition
	def.Cases, def.Services = nil, make([]Service, 0, len(services))
	checkServices(&def, d.words, services, schemas.CheckOptions{}, r)
	seen := make(map[string]bool, len(services))
	for _, s := range services {
		if !fault.Blank(s.ID) && !seen[s.ID] {
			seen[s.ID] = true
			def.Services = append(def.Services, s)
		}
	}
	other := &Directory{definition: &def, words: d.words, index: indexOf(def.Services, d.words)}
	other.digest = digestOf(&def)
	return other, r.List().Err()
}

// build reads a document and makes it ready.
func build(_ *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Directory {
	def := &Definition{}
	schemas.Open(doc, def, r)
	return ready(def, options, r)
}

// ready is the one way from a definition to a directory: for services, for authors and for definitions built in code. It gives nil where it
// reported an error.
func ready(def *Definition, options schemas.CheckOptions, r *diag.Reporter) *Directory {
	schemas.CheckHeader(def.Header, def, options.AsOf, r)
	checkWords(def, r)
	d := &Directory{definition: def, words: taxonomyOf(def)}
	checkServices(def, d.words, def.Services, options, r)
	if r.HasErrors() {
		return nil
	}
	d.index = indexOf(def.Services, d.words)
	d.digest = digestOf(def)
	runCases(d, r)
	return d
}

func digestOf(def *Definition) func() string {
	return sync.OnceValue(func() string { return schemas.Digest(def) })
}

// ID names the document.
func (d *Directory) ID() string { return d.definition.ID }

// Version is the version of the document.
func (d *Directory) Version() string { return d.definition.Version }

// Ref names the document with its version, as in fennbridge@1.0.0.
func (d *Directory) Ref() string { return d.definition.ID + "@" + d.definition.Version }

// Digest is the SHA-256 of the directory's canonical form, so that a match can be replayed.
func (d *Directory) Digest() string { return d.digest() }

// Definition gives the directory as its author wrote it, with the services that it now holds. It must not be changed.
func (d *Directory) Definition() *Definition { return d.definition }

// Service gives a service by its id, and whether there is one. What it points to must not be changed.
func (d *Directory) Service(id string) (Service, bool) {
	i, ok := d.index.byID[id]
	if !ok {
		return Service{}, false
	}
	return d.definition.Services[i], true
}
