package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeSection = diag.Define(diag.Info{
	Code:  "plan-section",
	Title: "A section or heading that a plan cannot fill",
	Explain: "The program writes a plan out under the sections and headings of the standard. It fills them by their ids, so an id that it does not " +
		"know would stay empty for ever, and one that stands twice would show the same twice.",
	Bad:  "sections:\n  - {id: contingency_plan, title: Contingency plan}",
	Good: "sections:\n  - {id: contingency, title: Contingency plan}",
})

// checkSections holds that each section and heading is one that a plan can fill, once.
func checkSections(def *Definition, r *diag.Reporter) {
	var seen []string
	for i, s := range def.Sections {
		at := fmt.Sprintf("/sections/%d", i)
		seen = checkID(at, s.ID, "section", SectionIDs(), seen, r)
		checkAsked(at, s.Asked, r)
		var within []string
		for k, h := range s.Headings {
			here := fmt.Sprintf("%s/headings/%d", at, k)
			if known := HeadingIDs(s.ID); len(known) > 0 {
				within = checkID(here, h.ID, s.ID+" heading", known, within, r)
			} else if slices.Contains(SectionIDs(), s.ID) {
				r.Errorf(codeSection, diag.At(here), "the section %s has no headings", s.ID).Hinted("Take `headings:` out")
			}
			checkAsked(here, h.Asked, r)
		}
	}
}

// checkID reports an id that is not known or stands there twice.
func checkID(at, id, what string, known, seen []string, r *diag.Reporter) []string {
	switch {
	case id == "": // a missing key, which was reported
	case !slices.Contains(known, id):
		nearest(r.Errorf(codeSection, diag.At(at+"/id"), "there is no %s %s", what, id), at+"/id", id, known)
	case slices.Contains(seen, id):
		r.Errorf(codeSection, diag.At(at+"/id"), "the %s %s stands there twice", what, id).Hinted("Keep one of the two")
	}
	return append(seen, id)
}

func checkAsked(at string, asked Asked, r *diag.Reporter) {
	known := []string{string(Mandatory), string(Required), string(Optional)}
	if asked != "" && !slices.Contains(known, string(asked)) {
		nearest(r.Errorf(codeSection, diag.At(at+"/asked"), "%q does not say how it is asked for", string(asked)), at+"/asked", string(asked), known)
	}
}

// nearest offers the word that was probably meant, or all words.
func nearest(e *diag.Entry, at, said string, known []string) {
	if near := diag.Nearest(said, known); near != "" {
		e.Hinted("Did you mean %s?", near).Mended(diag.At(at), near)
		return
	}
	e.Hinted("Use one of %s", strings.Join(known, ", "))
}
