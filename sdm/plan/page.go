package plan

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Page writes the export out for people: as a page, of which HTML, Markdown and plain text follow. title is its heading, such as My plan.
// A heading under which the reader finds nothing says so.
func (e Export) Page(title string) page.Page {
	p := page.Page{Title: title, Lead: fmt.Sprintf("Agreed on %s. This copy is for: %s.", e.AgreedOn.Long(), reader(e.Reader))}
	for _, s := range e.Sections {
		section := page.Section{Title: s.Title}
		who, once := e.told(s.ID)
		switch {
		case s.Filling == Elsewhere:
			section.Blocks = []page.Block{page.Paragraph{Text: page.Say("This stands in the person's record and not in the plan.")}}
		case len(s.Headings) == 0:
			section.Blocks = e.orNothing(s.Asked, e.under(s.ID, "", who))
		}
		section.Blocks = append(once, section.Blocks...)
		for _, h := range s.Headings {
			section.Blocks = append(section.Blocks, page.Section{Title: h.Title, Blocks: e.orNothing(h.Asked, e.under(s.ID, h.ID, who))})
		}
		if s.ID == "about_me" {
			section.Blocks = append(section.Blocks, e.aboutWriting()...)
		}
		p.Blocks = append(p.Blocks, section)
	}
	if e.Notice != "" {
		p.Footer = append(p.Footer, page.Paragraph{Text: page.Say(e.Notice)})
	}
	p.Footer = append(p.Footer, page.Facts{Facts: []page.Fact{{Label: "Headings", Text: page.Say(cmp.Or(e.Title, e.Standard) + ", version " + e.Version)}}})
	return p
}

// orNothing says so where nothing stands under a heading. To others than the person it does not say whether there is something that is
// not for them.
func (e Export) orNothing(asked Asked, blocks []page.Block) []page.Block {
	said := "Nothing for this reader."
	switch {
	case len(blocks) > 0:
		return blocks
	case e.Reader == ForPerson && (asked == Mandatory || asked == Required):
		said = "Nothing is written down here yet. The standard asks for it where it is known."
	case e.Reader == ForPerson:
		said = "Nothing is written down here yet."
	}
	return []page.Block{page.Paragraph{Text: page.Say(said)}}
}

// reader puts an audience into words.
func reader(audience string) string {
	if audience == ForPerson {
		return ThePerson.words()
	}
	words := strings.Fields(phrase.Spoken(audience))
	for i, word := range words {
		if word == "gp" {
			words[i] = "GP"
		}
	}
	return strings.Join(words, " ")
}

// under gives what stands under a heading of a section, or under a section without headings. told is who said it, where the section tells
// that already.
func (e *Export) under(section, heading string, told voice) []page.Block {
	switch section {
	case "about_me":
		return e.aboutMe(heading, told)
	case "professional_contacts":
		return contacts(e.Plan.Involved, func(r Role) bool { return r == Professional || r == LinkWorker || r == Service })
	case "personal_contacts":
		return contacts(e.Plan.Involved, func(r Role) bool { return r == Carer || r == Family || r == Representative })
	case "formulation":
		return statements(e.Plan.Formulation, told)
	case "care_and_support_plan":
		return e.carePlan(heading, told)
	case "contingency":
		return e.contingencies(told)
	case "additional_plans":
		return e.additional(told)
	}
	return nil
}

func (e *Export) aboutMe(heading string, told voice) []page.Block {
	for _, h := range e.Plan.About.headings() {
		if h.id == heading {
			return statements(*h.statements, told)
		}
	}
	return nil
}

// aboutWriting says who helped to write About Me, and when it was last changed.
func (e *Export) aboutWriting() []page.Block {
	var l list
	l.someone("Supported to write this by", e.Plan.About.SupportedBy)
	l.day("Last changed", e.Plan.About.Updated)
	return factsOrNone(l)
}

// contacts lists who was involved in some roles.
func contacts(all []Involved, in func(Role) bool) []page.Block {
	var facts []page.Fact
	for _, p := range all {
		if !in(p.Role) {
			continue
		}
		said := p.Part
		if p.KeyWorker {
			said = phrase.Joined("; ", "key worker", said)
		}
		facts = append(facts, page.Fact{Label: p.Someone.String(), Text: page.Say(phrase.Joined("; ", said, p.Contact))})
	}
	return factsOrNone(facts)
}
