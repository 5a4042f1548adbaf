package letter

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// The sentences for what nobody recorded.
const (
	missingMandatory = "Missing. The standard makes this mandatory, and nobody recorded it."
	missingRequired  = "Not recorded. The standard asks for it where it is known."
)

// Page gives the summary as a page, of which HTML, Markdown and plain text follow. title is its heading; empty for a general one. What the
// standard asks for and nobody recorded stands in its place as missing.
func (s Summary) Page(title string) page.Page {
	if fault.Blank(title) {
		title = "Shared decisions: summary"
	}
	p := page.Page{Title: title, Language: "en", Blocks: s.lacking()}
	for _, h := range s.headings() {
		p.Blocks = append(p.Blocks, h.section())
	}
	if len(s.Elsewhere) > 0 {
		p.Blocks = append(p.Blocks, page.Section{Title: "Not shown", Blocks: []page.Block{list(s.Elsewhere)}})
	}
	about := page.Facts{Facts: []page.Fact{{Label: "Headings", Text: page.Say(s.Standard + " " + s.Version)}}}
	for _, fact := range []page.Fact{{Label: "For", Text: page.Say(reader(s.Reader))}, {Label: "As of", Text: page.Say(s.On.Long())}} {
		if !fault.Blank(fact.Text.Said) {
			about.Facts = append(about.Facts, fact)
		}
	}
	p.Footer = []page.Block{page.Paragraph{Text: page.Say(s.Notice)}, about}
	return p
}

// lacking says first what of the mandatory entries is missing.
func (s Summary) lacking() []page.Block {
	var of, said []string
	n := 0
	for _, m := range s.Missing {
		if m.Asked != Mandatory {
			continue
		}
		if last := len(of) - 1; last >= 0 && of[last] == m.Under {
			said[last] += "; " + m.Heading
		} else {
			of, said = append(of, m.Under), append(said, m.Heading)
		}
		n++
	}
	if n == 0 {
		return nil
	}
	texts := []page.Text{page.Say(fmt.Sprintf("Mandatory entries of the standard that nobody recorded: %d.", n))}
	for i, under := range of {
		if under != "" {
			said[i] += " (" + under + ")"
		}
		texts = append(texts, page.Say(said[i]))
	}
	return []page.Block{page.Note{Kind: page.Important, Title: "Not complete", Texts: texts}}
}

// section sets a heading: those under it as sections where they have headings of their own, and as labels where not.
func (h heading) section() page.Section {
	section := page.Section{Title: h.title, Blocks: h.blocks()}
	var facts page.Facts
	flush := func() {
		if len(facts.Facts) > 0 {
			section.Blocks = append(section.Blocks, facts)
			facts = page.Facts{}
		}
	}
	for _, in := range h.under {
		if len(in.under) > 0 {
			flush()
			section.Blocks = append(section.Blocks, in.section())
			continue
		}
		facts.Facts = append(facts.Facts, in.fact()...)
	}
	flush()
	return section
}

// blocks gives what stands under a heading itself.
func (h *heading) blocks() []page.Block {
	switch {
	case len(h.entries) > 0:
		return []page.Block{list(h.entries)}
	case h.lacks():
		return []page.Block{page.Paragraph{Text: page.Say(h.absent())}}
	case len(h.under) == 0:
		return []page.Block{page.Paragraph{Text: page.Say("Nothing recorded.")}}
	}
	return nil
}

// fact gives a heading as a label with its entries, and nothing of an optional one without any.
func (h *heading) fact() []page.Fact {
	if h.lacks() {
		return []page.Fact{{Label: h.title, Text: page.Say(h.absent())}}
	}
	if len(h.entries) == 0 {
		return nil
	}
	texts := list(h.entries).Items
	return []page.Fact{{Label: h.title, Text: texts[0], More: texts[1:]}}
}

func (h *heading) absent() string {
	if h.asked == Mandatory {
		return missingMandatory
	}
	return missingRequired
}

func list(entries []Entry) page.List {
	items := make([]page.Text, len(entries))
	for i, e := range entries {
		items[i] = page.Own(e.Text)
	}
	return page.List{Items: items}
}
