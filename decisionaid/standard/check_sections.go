package standard

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeSection = diag.Define(diag.Info{
	Code:  "standard-section",
	Title: "A criterion is in no section, or a section is wrong",
	Explain: "`kind:` of a criterion is the id of a section, so that a report can count the section. Each section has an id of its own and at least " +
		"one criterion.",
	Bad:  "sections:\n  - {id: content, title: What it holds}\ncriteria:\n  - {id: funding, kind: contents, how: derived, when: aid.has_funding, basis: local}",
	Good: "sections:\n  - {id: content, title: What it holds}\ncriteria:\n  - {id: funding, kind: content, how: derived, when: aid.has_funding, basis: local}",
})

// checkSections holds that there are criteria, and that they and the sections belong together.
func checkSections(def *Definition, r *diag.Reporter) {
	if len(def.Criteria) == 0 {
		r.Errorf(codeSection, diag.At("/criteria"), "the standard has no criteria").Hinted("Add `criteria:`").After("", "/criteria")
	}
	var ids []string
	for i, s := range def.Sections {
		at := fmt.Sprintf("/sections/%d/id", i)
		if first := slices.Index(ids, s.ID); first >= 0 && s.ID != "" {
			r.Errorf(codeSection, diag.At(at), "two sections have the id %s", s.ID).Hinted("Give each section an id of its own").
				Beside(diag.At(fmt.Sprintf("/sections/%d/id", first)), "first used here")
		}
		ids = append(ids, s.ID)
	}
	filled := map[string]bool{}
	for i, c := range def.Criteria {
		filled[c.Kind] = true
		at := fmt.Sprintf("/criteria/%d", i)
		switch {
		case c.Kind == "":
			r.Errorf(codeSection, diag.At(at), "the criterion %s does not say in which section it stands", c.ID).Hinted("Add `kind:` with the id of a section").After(at)
		case !slices.Contains(ids, c.Kind):
			e := r.Errorf(codeSection, diag.At(at+"/kind"), "there is no section %s", c.Kind)
			if near := diag.Nearest(c.Kind, ids); near != "" {
				e.Hinted("Did you mean %s?", near).Mended(diag.At(at+"/kind"), near)
			} else {
				e.Hinted("Name a section, or add it under `sections:`")
			}
		}
	}
	for i, s := range def.Sections {
		if at := fmt.Sprintf("/sections/%d", i); s.ID != "" && !filled[s.ID] && slices.Index(ids, s.ID) == i {
			r.Warnf(codeSection, diag.At(at+"/id"), "no criterion is in the section %s", s.ID).Hinted("Add its criteria, or take the section out")
		}
	}
}
