package decisionaid

import (
	"slices"
	"strings"
)

// Text gives the comparison as plain English text: for whom the numbers are, and for each outcome what is known of every
// option, with both framings, the interval, the certainty and what a reader has to know of how a number came about.
func (p Personal) Text() string {
	if p.aid == nil {
		return ""
	}
	var b strings.Builder
	all, w := p.Comparison(), English()
	b.WriteString(all.Title + "\n" + all.Decision + "\n\n" + all.Eligibility.Sentence(w) + "\n")
	for i, o := range all.Outcomes {
		b.WriteString("\n" + o.Label)
		if o.Within.Stated() {
			b.WriteString(" (in " + o.Within.String() + ")")
		}
		b.WriteString("\n")
		if o.Among != "" {
			b.WriteString("  " + w.among(o.Among) + "\n")
		}
		for k := range o.Estimates {
			b.WriteString("  " + all.Options[k].Label + ": " + o.Estimates[k].sentence(p.aid.definition, &p.aid.definition.Outcomes[i], &w) + "\n")
		}
	}
	if all.Tested != nil {
		b.WriteString("\nThe test\n  " + w.among(all.Tested.Among) + "\n  " + all.Tested.Text + "\n")
	}
	if open := all.open(); len(open) > 0 {
		b.WriteString("\nStill to answer\n  " + strings.Join(open, "\n  ") + "\n")
	}
	return b.String()
}

// open lists the questions that are still to answer, each once, in the order in which they were met.
func (c Comparison) open() []string {
	var asked []string
	add := func(missing []Unanswered) {
		for _, m := range missing {
			words := m.Ask
			if words == "" {
				words = m.Name
			}
			if !slices.Contains(asked, words) {
				asked = append(asked, words)
			}
		}
	}
	add(c.Eligibility.Missing)
	for _, o := range c.Outcomes {
		for _, e := range o.Estimates {
			add(e.Missing)
		}
	}
	return asked
}
