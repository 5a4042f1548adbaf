package letter

import "github.com/whatmatters-care/whatmatters/decisionaid/page"

// Page gives the letter as a page, of which HTML, Markdown and plain text follow. words are those that the letter was written with; the
// zero Words are English.
func (l Letter) Page(words Words) page.Page {
	p := page.Page{Title: l.Title, Lead: l.Lead, Language: l.Language, Words: words.or().Aid.Page}
	for _, part := range l.Parts {
		blocks := blocksOf(part)
		if part.Title != "" {
			blocks = []page.Block{page.Section{Title: part.Title, Anchor: part.ID, Blocks: blocks}}
		}
		p.Blocks = append(p.Blocks, blocks...)
	}
	return p
}

// blocksOf sets the lines of a part: those of one form that follow each other stand together.
func blocksOf(p Part) []page.Block {
	var blocks []page.Block
	for i := 0; i < len(p.Lines); {
		n := 1
		for i+n < len(p.Lines) && together(p.Lines[i], p.Lines[i+n]) {
			n++
		}
		blocks = append(blocks, block(p.Lines[i:i+n]))
		i += n
	}
	for _, in := range p.Parts {
		if in.Title == "" {
			blocks = append(blocks, blocksOf(in)...)
			continue
		}
		blocks = append(blocks, page.Section{Title: in.Title, Blocks: blocksOf(in)})
	}
	return blocks
}

// together tells whether two lines that follow each other stand in one block.
func together(a, b Line) bool {
	switch {
	case a.Label != "" || b.Label != "":
		return a.Label != "" && b.Label != ""
	case a.Form == "" || b.Form == "":
		return false
	}
	return a.Form == b.Form
}

// block makes the block of lines that stand together.
func block(lines []Line) page.Block {
	first, texts := lines[0], make([]page.Text, len(lines))
	for i, l := range lines {
		texts[i] = page.Text{Said: l.Text, Own: l.Form == Own}
	}
	switch {
	case first.Label != "":
		facts := page.Facts{}
		for i, l := range lines {
			facts.Facts = append(facts.Facts, page.Fact{Label: l.Label, Text: texts[i]})
		}
		return facts
	case first.Form == Item, first.Form == Own:
		return page.List{Items: texts}
	case first.Form == Note:
		return page.Note{Kind: page.Important, Texts: texts}
	}
	return page.Paragraph{Text: texts[0]}
}
