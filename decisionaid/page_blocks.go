package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas"
)

// Page gives the aid for the person as a page: whom it is for, the decision, the options and what they are like, what may happen
// with each in numbers, words and pictures, what can be asked, forms for what matters and for what was taken in, how it is
// known, the glossary and the sources. The order is the author's. The zero Words are English; texts of the author stay in the
// aid's own language. The zero Personal gives a page without blocks.
func (p Personal) Page(words Words) page.Page {
	if p.aid == nil {
		return page.Page{}
	}
	b := &blocks{personal: p, def: p.aid.definition, all: p.Comparison(), words: words.or()}
	b.waits = waiting(b.def)
	b.whom()
	b.decision()
	b.options()
	b.grid()
	b.pictures()
	b.shares()
	b.test()
	b.questions()
	b.matters()
	b.knowledge()
	b.evidence()
	b.glossary()
	b.sources()
	return page.Page{
		Title: b.def.Title, Language: b.def.Language, Words: b.words.Page, Blocks: b.made, Footer: b.footer(),
	}
}

// blocks collects the blocks of a page.
type blocks struct {
	personal Personal
	def      *Definition
	all      Comparison
	words    Words
	waits    int // the option of doing nothing
	made     []page.Block
}

// waiting gives the place of the option of doing nothing; a ready aid has one.
func waiting(def *Definition) int {
	for i, o := range def.Options {
		if o.Kind.Waits() {
			return i
		}
	}
	return 0
}

// section adds a section, unless there is nothing in it.
func (b *blocks) section(title, anchor string, inside ...page.Block) {
	if len(inside) > 0 {
		b.made = append(b.made, page.Section{Title: title, Anchor: anchor, Blocks: inside})
	}
}

// facts makes a block of those labels that have a text.
func facts(pairs ...string) []page.Block {
	var all []page.Fact
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			all = append(all, page.Fact{Label: pairs[i], Text: page.Say(pairs[i+1])})
		}
	}
	if len(all) == 0 {
		return nil
	}
	return []page.Block{page.Facts{Facts: all}}
}

func paragraph(text string) page.Block { return page.Paragraph{Text: page.Say(text)} }

// cites gives the ids of a source, for a text that rests on it.
func cites(source *schemas.Cite) []string {
	if source == nil || source.IsZero() {
		return nil
	}
	return []string{source.Ref}
}

func (b *blocks) whom() {
	who, fits := b.words.audience(&b.all.Eligibility)
	kind := page.Information
	switch fits {
	case b.words.FitsNot:
		kind = page.Important
	case b.words.FitsOpen, b.words.FitsCheck:
		kind = page.Uncertain
	}
	texts := []page.Text{page.Say(who), page.Say(fits)}
	if open := b.all.open(); len(open) > 0 {
		texts = append(texts, page.Say(b.words.Open+":"))
		for _, question := range open {
			texts = append(texts, page.Say(question))
		}
	}
	b.made = append(b.made, page.Note{Kind: kind, Title: b.words.Whom, Texts: texts})
}

func (b *blocks) decision() {
	inside := []page.Block{paragraph(b.def.Decision)}
	if c := b.def.Condition; c != nil {
		inside = append(inside, facts(b.words.Condition, c.Summary, b.words.NaturalCourse, c.NaturalCourse)...)
	}
	if len(b.def.Steps) > 0 {
		steps := page.List{Ordered: true}
		for _, s := range b.def.Steps {
			steps.Items = append(steps.Items, page.Say(s))
		}
		inside = append(inside, page.Section{Title: b.words.Steps, Blocks: []page.Block{steps}})
	}
	b.section(b.words.Decision, "decision", inside...)
}

func (b *blocks) options() {
	cards := page.Section{Title: b.words.Options, Anchor: "options", Cards: true}
	for _, o := range b.def.Options {
		x := Experience{}
		if o.Experience != nil {
			x = *o.Experience
		}
		card := page.Section{Title: o.Label}
		for _, part := range [][2]string{
			{b.words.Happens, o.Happens}, {b.words.Physical, x.Physical}, {b.words.Emotional, x.Emotional}, {b.words.Social, x.Social},
			{b.words.Practical, o.Practical},
		} {
			if part[1] != "" {
				card.Blocks = append(card.Blocks, page.Section{Title: part[0], Blocks: []page.Block{paragraph(part[1])}})
			}
		}
		if len(card.Blocks) > 0 {
			cards.Blocks = append(cards.Blocks, card)
		}
	}
	if len(cards.Blocks) > 0 {
		b.made = append(b.made, cards)
	}
}
