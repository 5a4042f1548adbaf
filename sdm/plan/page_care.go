package plan

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// carePlan gives what stands under a heading of the care and support plan.
func (e *Export) carePlan(heading string, told voice) []page.Block {
	v := &e.Plan
	var l list
	switch heading {
	case "what_matters":
		return statements(v.Matters, told)
	case "strengths":
		return statements(v.Strengths, told)
	case "needs":
		return e.needs(told)
	case "outcomes":
		return outcomes(v.Outcomes, told)
	case "coordinator":
		l.someone("Named coordinator", v.Coordinator)
	case "involved":
		for _, p := range v.Involved {
			l.add(p.Someone.String(), cmp.Or(p.Part, "took part"))
		}
		l.add("Who decided who takes part", v.InvolvedBy.words())
	case "agreed_with":
		for _, a := range v.AgreedWith {
			on := a.On
			if on.IsZero() {
				on = e.AgreedOn
			}
			l.add(a.Someone.String(), "agreed on "+on.Long())
		}
	case "funding":
		l.add("Where the money comes from", v.Funding)
	case "sharing":
		for _, s := range v.Shares {
			allowed := "who allowed it is not written down"
			if s.AllowedBy != "" {
				allowed = "allowed by " + s.AllowedBy.words()
			}
			l.add(reader(s.Audience), phrase.Joined(", ", s.Who, allowed))
		}
	case "review":
		return e.review()
	}
	return factsOrNone(l)
}

func outcomes(all []Outcome, told voice) []page.Block {
	var blocks []page.Block
	for _, o := range all {
		var l list
		l.add("Looked at with", measure(o.Measure))
		l.add("Said by", told.besides(o.Said))
		blocks = append(append(blocks, page.Paragraph{Text: page.Own(o.Text)}), factsOrNone(l)...)
	}
	return blocks
}

// needs gives each need with its goals, and those with their actions.
func (e *Export) needs(told voice) []page.Block {
	var blocks []page.Block
	for _, n := range e.Plan.Needs {
		section := page.Section{Title: n.Text}
		var l list
		l.add("About", phrase.Spoken(string(n.Area)))
		l.add("Said by", told.besides(n.Said))
		section.Blocks = factsOrNone(l)
		for _, g := range n.Goals {
			section.Blocks = append(section.Blocks, e.goal(g, told))
		}
		blocks = append(blocks, section)
	}
	return blocks
}

func (e *Export) goal(g Goal, told voice) page.Section {
	var l list
	l.own("Why it matters", g.Why)
	l.someone("Whose goal it is", g.Owner)
	l.rating("How important it is", g.Importance)
	l.add("Status", orUnknown(string(g.Status)))
	l.add("Reached", reached(g.Achievement))
	l.each("To lead to", e.outcomesOf(g))
	if g.Decision != "" { // whose words are in the record, not in the plan
		l.add("Follows from", "a decision that is in the record")
	}
	l.add("Said by", told.besides(g.Said))
	section := page.Section{Title: "Goal: " + g.Text, Blocks: factsOrNone(l)}
	for _, a := range g.Actions {
		section.Blocks = append(section.Blocks, action(a))
	}
	return section
}

// outcomesOf gives the outcomes of a goal in words.
func (e *Export) outcomesOf(g Goal) []string {
	var said []string
	for _, id := range g.Outcomes {
		for _, o := range e.Plan.Outcomes {
			if o.ID == id {
				said = append(said, o.Text)
			}
		}
	}
	return said
}

// action says what is to be done. Who said so is told of each, because many actions are nobody's words and a section does not speak for them.
func action(a Action) page.Section {
	var l list
	l.someone("Who", a.Who)
	l.day("By", a.Due)
	l.add("When", a.When)
	l.add("Kind", kindWords[a.Kind])
	l.add("Status", orUnknown(string(a.Status)))
	l.rating("How sure the person is", a.Confidence)
	l.each("What could help", a.Strategies)
	for _, s := range a.Stages {
		l.add("Step on the way", phrase.Joined("; ", s.Text, phrase.Spoken(string(s.Status)), s.Outcome))
	}
	l.day("Last changed", a.Updated)
	l.day("Looked at again", a.Review)
	l.add("Said by", a.from())
	return page.Section{Title: "Action: " + a.What, Blocks: factsOrNone(l)}
}

// review says how the plan is looked at again, and what the reviews so far found.
func (e *Export) review() []page.Block {
	var l list
	l.day("Next formal review by", e.NextReview)
	l.someone("Who sees to it", e.Plan.Review.Responsible)
	l.add("In between", e.Plan.Review.Informal)
	for _, r := range e.Reviews {
		var with []string
		for _, s := range r.Step.With {
			with = append(with, s.String())
		}
		l.add(fmt.Sprintf("Review on %s", r.On.Long()), phrase.Joined(", with ", string(r.Step.How), strings.Join(with, ", ")))
		for _, w := range r.Step.Words {
			l.own("Said in it", w.Text)
		}
	}
	return factsOrNone(l)
}

func (e *Export) contingencies(told voice) []page.Block {
	var blocks []page.Block
	for _, k := range e.Plan.Contingency {
		var l list
		l.each("What sets it off", k.Triggers)
		l.each("What should happen", k.Steps)
		for _, s := range k.Contacts {
			l.someone("Whom to call", s)
		}
		l.each("What helps", k.Coping)
		l.each("Signs that it is getting worse", k.Signs)
		l.add("Advance statement", yesNo(k.AdvanceStatement))
		l.add("Anticipatory medicines", yesNo(k.AnticipatoryMedicines))
		l.day("Last changed", k.Updated)
		l.day("Looked at again", k.Review)
		l.someone("Who sees to it", k.Responsible)
		l.add("Said by", told.besides(k.Said))
		blocks = append(blocks, page.Section{Title: k.Name, Blocks: factsOrNone(l)})
	}
	return blocks
}

func (e *Export) additional(told voice) []page.Block {
	var blocks []page.Block
	for _, a := range e.Plan.Additional {
		var l list
		l.add("What it says", a.Content)
		l.day("Last changed", a.Updated)
		l.day("Looked at again", a.Review)
		l.someone("Who sees to it", a.Responsible)
		l.add("Said by", told.besides(a.Said))
		blocks = append(blocks, page.Section{Title: a.Name, Blocks: factsOrNone(l)})
	}
	return blocks
}
