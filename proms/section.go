package proms

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Section is a stretch of the form with a heading. It goes from its first item up to the next section's, as bands do.
type Section struct {
	// ID names the section: snake_case, unique among sections.
	ID string `json:"id"`
	// Title, Recall and Stem stand above the items; the last two in place of those of the whole form.
	Title  string `json:"title,omitempty"`
	Recall string `json:"recall,omitempty"`
	Stem   string `json:"stem,omitempty"`
	// From is the id of the first item.
	From string `json:"from"`
}

// Part is a stretch of the form as it is shown: what stands above, and the items in the order in which they are asked.
type Part struct {
	// Section is empty for items before the first section. Recall and Stem are those of the whole form where the section has
	// none of its own.
	Section Section
	Items   []Item
}

// Parts gives the form in the order in which it is shown: one Part for each section, and one before them for items that no
// section holds. What ask_when says is not looked at. The items must not be changed.
func (q *Questionnaire) Parts() []Part {
	def := q.definition
	parts := []Part{{Section: Section{Recall: def.Recall, Stem: def.Stem}}}
	for _, item := range def.Items {
		for _, s := range def.Sections {
			if s.From != item.ID {
				continue
			}
			if s.Recall == "" {
				s.Recall = def.Recall
			}
			if s.Stem == "" {
				s.Stem = def.Stem
			}
			parts = append(parts, Part{Section: s})
		}
		last := &parts[len(parts)-1]
		last.Items = append(last.Items, item)
	}
	if len(parts[0].Items) == 0 {
		parts = parts[1:]
	}
	return parts
}

var codeSection = diag.Define(diag.Info{
	Code:  "item-section",
	Title: "The sections do not divide the items",
	Explain: "A section goes from the item that it names up to the next section's. So sections stand in the order of the items, each has an id of its own, and no two start at the same item. " +
		"The order in which items are shown is the order in which they are asked.",
	Bad:  "sections:\n  - {id: pain, title: Pain, from: q4}\n  - {id: mood, title: Mood, from: q1}",
	Good: "sections:\n  - {id: mood, title: Mood, from: q1}\n  - {id: pain, title: Pain, from: q4}",
})

// checkSections reports sections that do not divide the items.
func (c *compiler) checkSections() {
	before, ids := -1, map[string]string{}
	names := make([]string, len(c.def.Items))
	for i, item := range c.def.Items {
		names[i] = item.ID
	}
	for k, s := range c.def.Sections {
		at := fmt.Sprintf("/sections/%d", k)
		if first, twice := ids[s.ID]; twice {
			c.report.Errorf(codeSection, diag.At(at+"/id"), "the id %s is already taken", s.ID).
				Hinted("Give one of the two another id").Beside(diag.At(first+"/id"), "first used here")
		} else {
			ids[s.ID] = at
		}
		place := slices.Index(names, s.From)
		switch {
		case s.From == "": // Decode reports it
		case place < 0:
			reportNearest(c.report, codeSection, at+"/from", s.From, "item", names).After("/items")
		case place <= before:
			c.report.Errorf(codeSection, diag.At(at+"/from"), "%s does not come after the first item of the section before, %s", s.From, names[before]).
				Hinted("Put the sections into the order of the items")
		default:
			before = place
		}
	}
}
