package schemas

import (
	"errors"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var (
	codeUnknownKind = diag.Define(diag.Info{
		Code: "header-kind-unknown", Title: "There is no such kind of document",
		Explain: "The kind says what reads the document. Nothing reads a kind that is misspelt, so the document would be left out " +
			"without a word.",
		Bad:  "kind: questionaire",
		Good: "kind: questionnaire",
	})
	codeTwin = diag.Define(diag.Info{
		Code: "set-twin", Title: "Two documents have the same kind, id and version",
		Explain: "Others name a document by its id and version, so these must be unique. Give the newer document a new version.",
		Bad:     "# in two files\nid: phq-9\nversion: 1.0.0",
		Good:    "# in the second file\nid: phq-9\nversion: 1.1.0",
	})
	codeMissingReference = diag.Define(diag.Info{
		Code: "set-missing-reference", Title: "A document that is used is missing",
		Explain: "The document names another that is not among the definitions that were read, so what it needs from there is unknown.",
		Bad:     "uses:\n  person: person-fact@1",
		Good:    "uses:\n  person: person-facts@1",
	})
	codeCycle = diag.Define(diag.Info{
		Code: "set-cycle", Title: "Documents use each other in a circle",
		Explain: "Each document of the circle waits for the next one. Move what they share into a document of its own that they all use.",
		Bad:     "# in a\nuses: {b: b@1}\n# in b\nuses: {a: a@1}",
		Good:    "# in a and in b\nuses: {shared: shared@1}",
	})
)

func checkKnownKind(d *Document, r *diag.Reporter) {
	kind := d.Kind()
	if kind == "" || slices.ContainsFunc(Kinds(), func(k Kind) bool { return k.Name == kind }) {
		return
	}
	var names []string
	for _, k := range Kinds() {
		names = append(names, k.Name)
	}
	at := diag.At("/kind")
	e := r.Errorf(codeUnknownKind, at, "there is no kind of document called %s", kind)
	if meant := diag.Nearest(kind, names); meant != "" {
		e.Hinted("Did you mean %s?", meant).Mended(at, meant)
		return
	}
	e.Hinted("The kinds are %s", strings.Join(names, ", "))
}

func reportTwin(d, first *Document, r *diag.Reporter) {
	r.Add(diag.Diagnostic{
		Code: codeTwin, Severity: diag.Error, Span: d.ValueSpan("/version"), Path: "/version",
		Format:  "the %s %s is already defined in %s",
		Args:    []any{d.Kind(), d.Ref(), first.file},
		Hint:    "Give one of the two another id or version",
		Related: []diag.Related{{Span: first.ValueSpan("/version"), Note: "the first one"}},
	})
}

// edge is one reference from a document to another, with its place.
type edge struct {
	pointer string
	name    string // under uses; empty for the document that a translation is of
	to      *Document
}

// references gives the places of a document that name others: what it uses, and what it is a translation of.
func references(d *Document) []Node {
	var nodes []Node
	if uses, ok := d.Root().Get("uses"); ok && uses.Shape() == Map {
		for i := range uses.Len() {
			nodes = append(nodes, uses.At(i))
		}
	}
	if of, ok := d.Root().Get("of"); ok && d.Kind() == KindTranslation {
		nodes = append(nodes, of)
	}
	return nodes
}

// resolve finds what every document names, and reports what is missing and what goes in a circle.
func (s *Set) resolve() diag.List {
	var list diag.List
	edges := map[*Document][]edge{}
	s.uses = map[*Document]map[string]*Document{}
	for _, d := range s.documents {
		r := diag.NewReporter(d)
		s.uses[d] = map[string]*Document{}
		for _, n := range references(d) {
			if n.Shape() != Text || n.Broken() {
				continue // Decode reports it
			}
			to, meant, err := s.find("", n.Text())
			if err != nil {
				s.reportMissing(d, n, meant, err, r)
				continue
			}
			e := edge{pointer: n.Pointer(), to: to}
			if name, ok := strings.CutPrefix(n.Pointer(), "/uses/"); ok {
				e.name = name
				s.uses[d][name] = to
			}
			edges[d] = append(edges[d], e)
		}
		list = append(list, r.List()...)
	}
	return append(list, circles(s.documents, edges)...)
}

// ReportMissing reports again to r, in the same words, what a document uses and the set does not have, and marks the names under it as told.
// Whoever makes the document ready then has the cause of the fault, and not what follows from it.
func (s *Set) ReportMissing(d *Document, r *diag.Reporter) {
	for _, n := range references(d) {
		name, ok := strings.CutPrefix(n.Pointer(), "/uses/")
		if !ok || n.Shape() != Text || n.Broken() {
			continue
		}
		if _, meant, err := s.find("", n.Text()); err != nil {
			s.reportMissing(d, n, meant, err, r)
			r.Told(name + ".")
		}
	}
}

func (s *Set) reportMissing(d *Document, n Node, meant string, err error, r *diag.Reporter) {
	at := diag.At(n.Pointer())
	if errors.Is(err, ErrAmbiguous) {
		r.Errorf(codeMissingReference, at, "%s could be any of %s", n.Text(), meant).Hinted("Name one of them with its version")
		return
	}
	e := r.Errorf(codeMissingReference, at, "there is no document %s", n.Text())
	unread := slices.DeleteFunc(slices.Clone(s.there().files), func(f File) bool { return f.Document != nil })
	switch {
	case meant != "":
		e.Hinted("Did you mean %s?", meant)
	case len(unread) > 0:
		e.Hinted("It may be in %s, which could not be read", unread[0].Name)
	default:
		e.Hinted("Add the file that holds it")
	}
}

// circles reports each circle of references once, whole, at the first document of it.
func circles(documents []*Document, edges map[*Document][]edge) diag.List {
	var list diag.List
	done := map[*Document]bool{}
	onWay := map[*Document]int{}
	var way []*Document
	var visit func(d *Document)
	visit = func(d *Document) {
		onWay[d] = len(way)
		way = append(way, d)
		for _, e := range edges[d] {
			if start, ok := onWay[e.to]; ok {
				var names []string
				for _, member := range append(slices.Clone(way[start:]), e.to) {
					names = append(names, member.Ref())
				}
				r := diag.NewReporter(d)
				r.Errorf(codeCycle, diag.At(e.pointer), "documents use each other in a circle: %s", strings.Join(names, " uses ")).
					Hinted("Move what they share into a document of its own")
				list = append(list, r.List()...)
			} else if !done[e.to] {
				visit(e.to)
			}
		}
		way = way[:len(way)-1]
		delete(onWay, d)
		done[d] = true
	}
	for _, d := range documents {
		if !done[d] {
			visit(d)
		}
	}
	return list
}
