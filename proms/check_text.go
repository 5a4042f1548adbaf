package proms

import (
	"fmt"
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

var codeText = diag.Define(diag.Info{
	Code:  "item-text-licence",
	Title: "Words stand in a document that says it ships none",
	Explain: "Questions and answers are somebody's work. A document with `ships_text: false` holds the structure only, so that everyone may have it; " +
		"a site with a licence lays its words over with a translation in the same language.",
	Bad:  "licence: {terms: licensed, ships_text: false}\nitems:\n  - {id: q1, text: Mobility, answer: level}",
	Good: "licence: {terms: licensed, ships_text: false}\nitems:\n  - {id: q1, answer: level}",
})

var codeNoLicence = diag.Define(diag.Info{
	Code:  "item-text-unlicensed",
	Title: "Nothing says whose the words are",
	Explain: "The document holds the words of questions but no `licence:`. Whoever gets it cannot know whether they may show them. Terms are never guessed: what " +
		"nobody has read is unknown.",
	Bad:  "kind: questionnaire\nitems:\n  - {id: q1, text: Mobility, answer: level}",
	Good: "kind: questionnaire\nlicence: {terms: open, holder: Our clinic, ships_text: true}\nitems:\n  - {id: q1, text: Mobility, answer: level}",
})

var codeWordless = diag.Define(diag.Info{
	Code:  "item-text-missing",
	Title: "A question or an answer has no words",
	Explain: "Others of the document have words, so people would be shown an empty line here. A document that ships no words has none at all; a translation " +
		"that lays them over has all of them.",
	Bad:  "items:\n  - {id: q1, text: Mobility, answer: level}\n  - {id: q2, answer: level}",
	Good: "items:\n  - {id: q1, text: Mobility, answer: level}\n  - {id: q2, text: Self-care, answer: level}",
})

// checkText reports words of questions and answers that the licence does not let stand in the document. It is not called
// where a translation laid the words over: then they are the site's own.
func checkText(def *Definition, r *diag.Reporter) {
	words := wordsOf(def)
	switch {
	case len(words) == 0:
	case def.Licence == nil:
		r.Warnf(codeNoLicence, diag.At(words[0]), "the document does not say whose the words are").Hinted("Add `licence:`").After("/licence")
	case !def.Licence.ShipsText:
		for _, at := range words {
			r.Errorf(codeText, diag.At(at), "words stand here, and the licence says that the document ships none").
				Hinted("Take them out, or say ships_text: true where the terms let you").After("/licence")
		}
	}
}

// checkWordless reports questions and answers without words among others that have some: people would be shown an empty line. words are what was
// laid over the document, or nil where its words are its own.
func checkWordless(def *Definition, words *schemas.Document, r *diag.Reporter) {
	ships := words != nil || def.Licence != nil && def.Licence.ShipsText
	if !ships || !slices.ContainsFunc(def.Items, func(item Item) bool { return item.Text != "" || item.Ask != "" }) {
		return // the structure of an instrument whose words a site lays over
	}
	report := func(at, what, mend string) {
		if words != nil {
			mend = "Add them to " + words.Ref()
		}
		r.Warnf(codeWordless, diag.At(at), "%s has no words", what).Hinted("%s", mend).After(at)
	}
	for i, item := range def.Items {
		if item.Text == "" && item.Ask == "" {
			report(fmt.Sprintf("/items/%d", i), item.ID, "Add `text:` for a statement, or `ask:` for a question")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(def.Answers)) {
		set := def.Answers[name]
		labelled := slices.ContainsFunc(set, func(o question.Option) bool { return o.Label != "" })
		for i, o := range set {
			if o.Label == "" && (labelled || words != nil) {
				report(fmt.Sprintf("/answers/%s/%d", name, i), "the answer "+o.ID+" of "+name, "Add `label:`")
			}
		}
	}
}

// wordsOf gives the pointers of all words that belong to the instrument, in the order of the document.
func wordsOf(def *Definition) []string {
	var found []string
	add := func(text, at string) {
		if text != "" {
			found = append(found, at)
		}
	}
	add(def.Stem, "/stem")
	for i, s := range def.Sections {
		at := fmt.Sprintf("/sections/%d", i)
		add(s.Title, at+"/title")
		add(s.Recall, at+"/recall")
		add(s.Stem, at+"/stem")
	}
	for _, name := range slices.Sorted(maps.Keys(def.Answers)) {
		for i, o := range def.Answers[name] {
			add(o.Label, fmt.Sprintf("/answers/%s/%d/label", name, i))
		}
	}
	for i, item := range def.Items {
		at := fmt.Sprintf("/items/%d", i)
		add(item.Text, at+"/text")
		add(item.Ask, at+"/ask")
		add(item.Help, at+"/help")
		if item.Scale != nil {
			add(item.Scale.Low, at+"/scale/low")
			add(item.Scale.High, at+"/scale/high")
		}
	}
	return found
}
