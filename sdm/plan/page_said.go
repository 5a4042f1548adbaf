package plan

import "github.com/whatmatters-care/whatmatters/decisionaid/page"

// voice is who said something and when, as it was told of a whole group: what stands in the group does not repeat it. The empty voice is told
// of no group.
type voice string

// same gives the voice of a group of which everything was said by the same and on the same day; none where something was not, or where it was
// not written down.
func same(all []Said) voice {
	if len(all) == 0 {
		return ""
	}
	first := all[0].from()
	for _, s := range all {
		if s.from() != first {
			return ""
		}
	}
	return voice(first)
}

// besides says who said one thing of the group, where the group does not tell it already.
func (v voice) besides(s Said) string {
	if from := s.from(); from != string(v) {
		return from
	}
	return ""
}

// from says who said it and when, as far as it was written down.
func (s Said) from() string {
	switch {
	case s.By.IsZero() && s.On.IsZero():
		return ""
	case s.By.IsZero():
		return "nobody wrote down who, on " + s.On.Long()
	case s.On.IsZero():
		return s.By.String()
	default:
		return s.By.String() + ", on " + s.On.Long()
	}
}

// told gives the voice of a whole section, and the blocks that tell it; none where what stands there was said by several, or at several times.
func (e *Export) told(section string) (voice, []page.Block) {
	v := &e.Plan
	var all []Said
	add := func(some []Statement) {
		for _, s := range some {
			all = append(all, s.Said)
		}
	}
	before := "Said by: "
	switch section {
	case "about_me":
		for _, h := range v.About.headings() {
			add(*h.statements)
		}
	case "care_and_support_plan":
		before = "What matters, strengths, needs, goals and outcomes were said by: "
		add(v.Matters)
		add(v.Strengths)
		for _, n := range v.Needs {
			all = append(all, n.Said)
			for _, g := range n.Goals {
				all = append(all, g.Said)
			}
		}
		for _, o := range v.Outcomes {
			all = append(all, o.Said)
		}
	case "contingency":
		for _, c := range v.Contingency {
			all = append(all, c.Said)
		}
	case "additional_plans":
		for _, a := range v.Additional {
			all = append(all, a.Said)
		}
	}
	who := same(all)
	if who == "" || len(all) < 2 {
		return "", nil
	}
	return who, []page.Block{page.Paragraph{Text: page.Say(before + string(who) + ".")}}
}

// statements lists what was said, with who said it and when: once where it is the same of all.
func statements(all []Statement, told voice) []page.Block {
	var saids []Said
	var texts []page.Text
	for _, s := range all {
		saids, texts = append(saids, s.Said), append(texts, page.Own(s.Text))
	}
	from := same(saids)
	said := func(by string) []page.Block {
		return []page.Block{page.Paragraph{Text: page.Say("Said by: " + by + ".")}}
	}
	if len(all) > 1 && from != "" {
		blocks := []page.Block{page.List{Items: texts}}
		if from != told {
			blocks = append(blocks, said(string(from))...)
		}
		return blocks
	}
	var blocks []page.Block
	for i, s := range all {
		blocks = append(blocks, page.Paragraph{Text: texts[i]})
		if by := told.besides(s.Said); by != "" {
			blocks = append(blocks, said(by)...)
		}
	}
	return blocks
}
