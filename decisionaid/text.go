package decisionaid

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Text gives the comparison as plain English text: for whom the numbers are, and for each outcome what is known of every
// option, with both framings, the interval, the certainty and what a reader has to know of how a number came about.
func (p Personal) Text() string {
	if p.aid == nil {
		return ""
	}
	var b strings.Builder
	all := p.Comparison()
	b.WriteString(all.Title + "\n" + all.Decision + "\n\n" + all.Eligibility.sentence() + "\n")
	for i, o := range all.Outcomes {
		b.WriteString("\n" + o.Label)
		if o.Within.Stated() {
			b.WriteString(" (in " + o.Within.String() + ")")
		}
		b.WriteString("\n")
		if o.Among != "" {
			b.WriteString("  Among " + o.Among + ".\n")
		}
		for k, e := range o.Estimates {
			b.WriteString("  " + all.Options[k].Label + ": " + e.sentence(p.aid.definition, i) + "\n")
		}
	}
	if all.Tested != nil {
		b.WriteString("\nThe test (among " + all.Tested.Among + ")\n  " + all.Tested.Text + "\n")
	}
	if open := all.open(); len(open) > 0 {
		b.WriteString("\nStill to answer\n  " + strings.Join(open, "\n  ") + "\n")
	}
	return b.String()
}

// sentence says for whom the aid is.
func (e Eligibility) sentence() string {
	who := "This is for: " + strings.TrimSuffix(e.Who, ".") + "."
	switch {
	case e.State == policy.Met:
		return who + " What we know of you fits."
	case e.State == policy.NotMet:
		return who + " What we know of you does not fit, so these numbers are not about you."
	case len(e.Missing) > 0:
		return who + " We cannot tell yet whether that is you: it depends on what is still to answer."
	default:
		return who + " Please check that this is you."
	}
}

// sentence says all that is known of an outcome for an option.
func (e Estimate) sentence(def *Definition, outcome int) string {
	var voice risk.Voice
	o := &def.Outcomes[outcome]
	switch reason := e.Chance.Reason(); {
	case e.ByNature && e.Frequencies.Did.People == 0:
		return "This is not part of it."
	case e.ByNature:
		return "This is part of it."
	case reason == NotApplicable:
		return "Does not apply. " + e.Because
	case reason == OutsidePopulation:
		return "Not known for you: the studies were not about people like you."
	case len(e.Missing) > 0:
		return "Not known yet: it depends on what is still to answer."
	case e.Because != "":
		return "Not known. " + e.Because
	case reason != "":
		return "Not known: " + voice.Reason(reason) + "."
	}
	// The denominator was checked when the aid was made ready, so there is no error to tell.
	said, _ := voice.Tell(e.Chance, o.ShownPer, o.spoken())
	if e.Certainty != "" {
		said += " " + def.CertaintyWords(e.Certainty)
	}
	return said
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
