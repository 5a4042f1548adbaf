package plan

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// list collects labels with texts; what says nothing is left out.
type list []page.Fact

func (l *list) add(label, said string) {
	if !fault.Blank(said) {
		*l = append(*l, page.Fact{Label: label, Text: page.Say(said)})
	}
}

func (l *list) day(label string, d day.Day) { l.add(label, d.Long()) }

func (l *list) own(label, said string) {
	if !fault.Blank(said) {
		*l = append(*l, page.Fact{Label: label, Text: page.Own(said)})
	}
}

func (l *list) someone(label string, s Someone) { l.add(label, joined(", ", s.String(), s.Contact)) }

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

// joined puts the texts that say something together.
func joined(between string, texts ...string) string {
	var some []string
	for _, t := range texts {
		if !fault.Blank(t) {
			some = append(some, t)
		}
	}
	return strings.Join(some, between)
}
