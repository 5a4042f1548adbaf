package plan

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// list collects labels with texts; what says nothing is left out, and texts that follow each other under one label stand below it together.
type list []page.Fact

func (l *list) put(label string, text page.Text) {
	last := len(*l) - 1
	switch {
	case fault.Blank(text.Said):
	case last >= 0 && (*l)[last].Label == label:
		(*l)[last].More = append((*l)[last].More, text)
	default:
		*l = append(*l, page.Fact{Label: label, Text: text})
	}
}

func (l *list) add(label, said string) { l.put(label, page.Say(said)) }
func (l *list) own(label, said string) { l.put(label, page.Own(said)) }

// each adds several texts under one label.
func (l *list) each(label string, texts []string) {
	for _, text := range texts {
		l.add(label, text)
	}
}

func (l *list) day(label string, d day.Day) { l.add(label, d.Long()) }

func (l *list) someone(label string, s Someone) {
	l.add(label, phrase.Joined(", ", s.String(), s.Contact))
}

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
