package schemas

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// KindTranslation is the kind of a Translation.
const KindTranslation = "translation"

// Translation holds the words of another document in another language, or, in the document's own language, the licensed
// words of a document that ships without them. A Set lays them over.
//
// The texts have the shape of the document itself, with the items of a list named by their id (or, where they have none,
// by their number from 1). Only words can be laid over, never a rule or a number:
//
//	kind: translation
//	id: phq-9-cy
//	version: 1.0.0
//	title: PHQ-9 in Welsh
//	language: cy
//	of: phq-9@1
//	texts:
//	  title: Holiadur Iechyd y Claf
//	  items:
//	    q1: {text: Ychydig o ddiddordeb neu bleser mewn gwneud pethau}
//	  answers:
//	    frequency:
//	      not_at_all: {label: Dim o gwbl}
type Translation struct {
	Header
	// Of names the document whose words these are, such as phq-9@1. All its versions that match get them.
	Of string `json:"of"`
	// Method says how the words were translated and checked.
	Method string `json:"method,omitempty"`
	// Texts are the words in the shape of the document.
	Texts map[string]any `json:"texts"`
}

var (
	codeTranslationTwice = diag.Define(diag.Info{
		Code: "set-translation-twice", Title: "Two translations give the same words",
		Explain: "Two documents translate the same document into the same language, so nobody can tell which words people will read.",
		Bad:     "# in two files\nlanguage: cy\nof: phq-9@1",
		Good:    "# in one file\nlanguage: cy\nof: phq-9@1",
	})
	codeTranslationTarget = diag.Define(diag.Info{
		Code: "set-translation-target", Title: "These words cannot be laid over that document",
		Explain: "A translation is into another language than the document's own. In the document's own language it can only supply the words " +
			"of a document that ships without them (ships_text: false). It is never of another translation.",
		Bad:  "# phq-9 is in English and has its words\nlanguage: en\nof: phq-9@1",
		Good: "language: cy\nof: phq-9@1",
	})
)

// CheckTranslation gives every diagnostic of a document of kind translation by itself, warnings and notes too. It has the
// form of every kind's Check; whether the words fit the document that they are of was reported when the set was made.
func CheckTranslation(_ *Set, doc *Document, options CheckOptions) diag.List {
	r := diag.NewReporter(doc)
	var t Translation
	Open(doc, &t, r)
	CheckHeader(t.Header, t, options.AsOf, r)
	return Settled(r.List())
}

// translate lays the words of every translation over its document: those in the document's own language in the set
// itself, the others in a set for their language.
func (s *Set) translate() diag.List {
	var list diag.List
	own := map[*Document]*Document{}
	foreign := map[string][]*Document{}
	for _, d := range s.All(KindTranslation) {
		r := diag.NewReporter(d)
		Open(d, &Translation{}, r)
		list = append(list, r.List()...)
		foreign[d.Language()] = append(foreign[d.Language()], d)
	}
	for _, language := range slices.Sorted(maps.Keys(foreign)) {
		for _, d := range foreign[language] {
			list = append(list, s.layOver(d, own, true)...)
		}
	}
	translated := map[string]map[*Document]*Document{}
	base := s.replaced(own)
	for _, language := range slices.Sorted(maps.Keys(foreign)) {
		translated[language] = map[*Document]*Document{}
		for _, d := range foreign[language] {
			list = append(list, base.layOver(d, translated[language], false)...)
		}
	}
	s.documents, s.byID, s.uses = base.documents, base.byID, base.uses
	for language, by := range translated {
		if len(by) > 0 {
			s.languages[language] = s.replaced(by)
		}
	}
	return list
}

// layOver puts into by every document that a translation is of, with its words laid over: either those whose own
// language it is, or the others. Faults are told of the newest.
func (s *Set) layOver(translation *Document, by map[*Document]*Document, ownLanguage bool) diag.List {
	r := diag.NewReporter(translation)
	targets := s.targets(translation)
	for i, target := range targets {
		if (target.Language() == translation.Language()) != ownLanguage {
			continue
		}
		quiet := diag.NewReporter(translation)
		if i == len(targets)-1 {
			quiet = r
		}
		of := diag.At("/of")
		switch {
		case target.Kind() == KindTranslation:
			quiet.Errorf(codeTranslationTarget, of, "%s is a translation itself", target.Ref()).
				Hinted("Name the document that both are translations of")
		case ownLanguage && shipsText(target):
			quiet.Errorf(codeTranslationTarget, of, "%s has its own words in this language (%s)", target.Ref(), target.Language()).
				Hinted("Say which language these words are in, with `language:`")
		case by[target] != nil:
			quiet.Errorf(codeTranslationTwice, of, "%s gives the words of %s in this language already", by[target].translation.Ref(), target.Ref()).
				Hinted("Keep one of the two")
		default:
			by[target] = overlaid(target, translation, quiet)
		}
	}
	return r.List()
}

// targets gives the documents that a translation is of, the newest last.
func (s *Set) targets(translation *Document) []*Document {
	ref, ok := parseReference(translation.text("of"))
	if !ok {
		return nil // resolve reports it
	}
	var targets []*Document
	for _, d := range s.byID[ref.id] {
		if v, valid := parseVersion(d.Version()); valid && ref.matches(v) {
			targets = append(targets, d)
		}
	}
	return targets
}

// shipsText reports whether a document has its words in it, which it has unless its licence says otherwise.
func shipsText(d *Document) bool {
	ships, ok := d.root.At("/licence/ships_text")
	return !ok || ships.Shape != Truth || ships.Truth
}

// replaced gives the set with some documents in place of others.
func (s *Set) replaced(by map[*Document]*Document) *Set {
	now := func(d *Document) *Document {
		if other := by[d]; other != nil {
			return other
		}
		return d
	}
	changed := &Set{files: s.files, uses: map[*Document]map[string]*Document{}, languages: map[string]*Set{}}
	for _, d := range s.documents {
		changed.documents = append(changed.documents, now(d))
		uses := map[string]*Document{}
		for name, used := range s.uses[d] {
			uses[name] = now(used)
		}
		changed.uses[now(d)] = uses
	}
	changed.index()
	return changed
}
