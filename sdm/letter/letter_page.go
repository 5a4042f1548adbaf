package letter

import "github.com/whatmatters-care/whatmatters/decisionaid/page"

// Page gives the letter as a page, of which HTML, Markdown and plain text follow. words are those that the letter was written with; the
// zero Words are English.
func (l Letter) Page(words Words) page.Page {
	p := page.Page{Title: l.Title, Language: l.Language, Points: l.Points, Words: words.or().Aid.Page}
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
	for rest := p.Lines; len(rest) > 0; {
		block, n := facts(rest)
		if n == 0 {
			block, n = together(rest)
		}
		blocks, rest = append(blocks, block), rest[n:]
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

// facts sets the labels and the questions that lines begin with, and tells how many lines it took. Lines with the same label, one after
// the other, stand under it together.
func facts(lines []Line) (block page.Block, n int) {
	var all []page.Fact
	for n < len(lines) {
		switch l := lines[n]; {
		case l.Label != "":
			if last := len(all) - 1; last >= 0 && n > 0 && lines[n-1].Label == l.Label {
				all[last].More = append(all[last].More, l.text())
			} else {
				all = append(all, page.Fact{Label: l.Label, Text: l.text()})
			}
			n++
		case l.Form == Question && n+1 < len(lines):
			all = append(all, page.Fact{Label: l.Text, Own: l.From == FromRecord, Text: lines[n+1].text()})
			n += 2
		default:
			return page.Facts{Facts: all}, n
		}
	}
	return page.Facts{Facts: all}, n
}

// together sets the lines of the form of the first, and tells how many there are.
func together(all []Line) (block page.Block, n int) {
	form := all[0].Form
	var texts []page.Text
	for n < len(all) && all[n].Form == form && all[n].Label == "" {
		texts = append(texts, all[n].text())
		n++
	}
	switch form {
	case Item, Own:
		return page.List{Items: texts}, n
	case Note:
		return page.Note{Kind: page.Important, Texts: texts}, n
	case Lines:
		return page.Lines{Text: texts[0]}, 1
	}
	return page.Paragraph{Text: texts[0]}, 1
}

func (l *Line) text() page.Text { return page.Text{Said: l.Text, Own: l.Form == Own} }
