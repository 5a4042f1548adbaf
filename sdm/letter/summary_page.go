package letter

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// absence are the sentences for what is not there: of one heading, by how the standard asks for it, and of all that is mandatory, with their number.
type absence struct{ mandatory, required, nothing, all string }

var (
	unrecorded = absence{"Missing. The standard makes this mandatory, and nobody recorded it.", "Not recorded. The standard asks for it where it is known.",
		"Nothing recorded.", "Mandatory entries of the standard that nobody recorded: %d."}
	// unshown is for a reader who is not shown all, since nobody may be told that what is there was not recorded.
	unshown = absence{"Missing here. The standard makes this mandatory.", "Not here. The standard asks for it where it is known.",
		"Nothing here.", "Mandatory entries of the standard that are missing here: %d. They may stand in what is not shown."}
)

func (s Summary) absence() absence {
	if len(s.Elsewhere) > 0 {
		return unshown
	}
	return unrecorded
}

// Page gives the summary as a page, of which HTML, Markdown and plain text follow. title is its heading; empty for a general one. What the
// standard asks for and nobody recorded stands in its place as missing; where not all of the record is shown, as not shown.
func (s Summary) Page(title string) page.Page {
	if fault.Blank(title) {
		title = "Shared decisions: summary"
	}
	p := page.Page{Title: title, Language: "en", Blocks: s.lacking()}
	for _, h := range s.headings() {
		p.Blocks = append(p.Blocks, h.section(s.absence()))
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
	texts := []page.Text{page.Say(fmt.Sprintf(s.absence().all, n))}
	for i, under := range of {
		if under != "" {
			said[i] += " (" + under + ")"
		}
		texts = append(texts, page.Say(said[i]))
	}
	return []page.Block{page.Note{Kind: page.Important, Title: "Not complete", Texts: texts}}
}

// section sets a heading: those under it as sections where they have headings of their own, and as labels where not.
func (h heading) section(a absence) page.Section {
	section := page.Section{Title: h.title, Blocks: h.blocks(a)}
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
			section.Blocks = append(section.Blocks, in.section(a))
			continue
		}
		facts.Facts = append(facts.Facts, in.fact(a)...)
	}
	flush()
	return section
}

// blocks gives what stands under a heading itself.
func (h *heading) blocks(a absence) []page.Block {
	switch {
	case len(h.entries) > 0:
		return []page.Block{list(h.entries)}
	case h.lacks():
		return []page.Block{page.Paragraph{Text: page.Say(h.absent(a))}}
	case len(h.under) == 0:
		return []page.Block{page.Paragraph{Text: page.Say(a.nothing)}}
	}
	return nil
}

// fact gives a heading as a label with its entries, and nothing of an optional one without any.
func (h *heading) fact(a absence) []page.Fact {
	if h.lacks() {
		return []page.Fact{{Label: h.title, Text: page.Say(h.absent(a))}}
	}
	if len(h.entries) == 0 {
		return nil
	}
	texts := list(h.entries).Items
	return []page.Fact{{Label: h.title, Text: texts[0], More: texts[1:]}}
}

func (h *heading) absent(a absence) string {
	if h.asked == Mandatory {
		return a.mandatory
	}
	return a.required
}

func list(entries []Entry) page.List {
	items := make([]page.Text, len(entries))
	for i, e := range entries {
		items[i] = page.Own(e.Text)
	}
	return page.List{Items: items}
}
