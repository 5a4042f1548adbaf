package plan

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Page writes the export out for people: as a page, of which HTML, Markdown and plain text follow. title is its heading, such as My plan.
// A heading under which the reader finds nothing says so.
func (e Export) Page(title string) page.Page {
	p := page.Page{Title: title, Lead: fmt.Sprintf("Agreed on %s. This copy is for: %s.", e.AgreedOn.Long(), spoken(e.Reader))}
	for _, s := range e.Sections {
		section := page.Section{Title: s.Title}
		switch {
		case s.Filling == Elsewhere:
			section.Blocks = []page.Block{page.Paragraph{Text: page.Say("This stands in the person's record and not in the plan.")}}
		case len(s.Headings) == 0:
			section.Blocks = e.orNothing(e.under(s.ID, ""))
		}
		for _, h := range s.Headings {
			section.Blocks = append(section.Blocks, page.Section{Title: h.Title, Blocks: e.orNothing(e.under(s.ID, h.ID))})
		}
		p.Blocks = append(p.Blocks, section)
	}
	if e.Notice != "" {
		p.Footer = append(p.Footer, page.Paragraph{Text: page.Say(e.Notice)})
	}
	p.Footer = append(p.Footer, page.Facts{Facts: []page.Fact{
		{Label: "Version", Text: page.Say(e.Event)}, {Label: "Headings", Text: page.Say(e.Standard + " " + e.Version)},
	}})
	return p
}

// orNothing says so where nothing stands under a heading. To others than the person it does not say whether there is something that is
// not for them.
func (e Export) orNothing(blocks []page.Block) []page.Block {
	switch {
	case len(blocks) > 0:
		return blocks
	case e.Reader == ForPerson:
		return []page.Block{page.Paragraph{Text: page.Say("Nothing is written down here yet.")}}
	default:
		return []page.Block{page.Paragraph{Text: page.Say("Nothing for this reader.")}}
	}
}

// under gives what stands under a heading of a section, or under a section without headings.
func (e *Export) under(section, heading string) []page.Block {
	switch section {
	case "about_me":
		return e.aboutMe(heading)
	case "professional_contacts":
		return contacts(e.Plan.Involved, func(r Role) bool { return r == Professional || r == LinkWorker || r == Service })
	case "personal_contacts":
		return contacts(e.Plan.Involved, func(r Role) bool { return r == Carer || r == Family || r == Representative })
	case "formulation":
		return statements(e.Plan.Formulation)
	case "care_and_support_plan":
		return e.carePlan(heading)
	case "contingency":
		return e.contingencies()
	case "additional_plans":
		return e.additional()
	}
	return nil
}

func (e *Export) aboutMe(heading string) []page.Block {
	for _, h := range e.Plan.About.headings() {
		if h.id == heading {
			return statements(*h.statements)
		}
	}
	return nil
}

// statements lists what was said, each with who said it and when.
func statements(all []Statement) []page.Block {
	var blocks []page.Block
	for _, s := range all {
		blocks = append(blocks, page.Paragraph{Text: page.Own(s.Text)})
		if from := s.from(); from != "" {
			blocks = append(blocks, page.Paragraph{Text: page.Say(from)})
		}
	}
	return blocks
}

// from says who said it and when, as far as it was written down.
func (s Said) from() string {
	switch {
	case s.By.IsZero() && s.On.IsZero():
		return ""
	case s.By.IsZero():
		return fmt.Sprintf("Written down on %s; by whom is not known.", s.On.Long())
	case s.On.IsZero():
		return fmt.Sprintf("Said by: %s.", s.By)
	default:
		return fmt.Sprintf("Said by: %s, on %s.", s.By, s.On.Long())
	}
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
			said = joined("; ", "key worker", said)
		}
		facts = append(facts, page.Fact{Label: p.Someone.String(), Text: page.Say(joined("; ", said, p.Contact))})
	}
	return factsOrNone(facts)
}

// list collects labels with texts; what says nothing is left out.
type list []page.Fact

func (l *list) add(label, said string) {
	if !empty(said) {
		*l = append(*l, page.Fact{Label: label, Text: page.Say(said)})
	}
}

func (l *list) day(label string, d day.Day) { l.add(label, d.Long()) }

func (l *list) own(label, said string) {
	if !empty(said) {
		*l = append(*l, page.Fact{Label: label, Text: page.Own(said)})
	}
}

func (l *list) someone(label string, s Someone) { l.add(label, joined(", ", s.String(), s.Contact)) }

func (l *list) rating(label string, n *int) {
	if n != nil {
		l.add(label, fmt.Sprintf("%d of 10", *n))
	}
}

func factsOrNone(facts []page.Fact) []page.Block {
	if len(facts) == 0 {
		return nil
	}
	return []page.Block{page.Facts{Facts: facts}}
}

// joined puts the texts that say something together.
func joined(between string, texts ...string) string {
	var some []string
	for _, t := range texts {
		if !empty(t) {
			some = append(some, t)
		}
	}
	return strings.Join(some, between)
}
