package budget

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// ofLine gives a truth of a line.
func ofLine(name, says string, find func(l *Line) float64) fact {
	return truth(name, says, func(s *subject) float64 { return find(s.line) })
}

// lineFacts tell of the line that is asked about.
var lineFacts = []fact{
	code("line.mode", "how the money of the line is managed", Modes(), func(s *subject) Mode { return s.line.Mode }),
	ofLine("line.connected", "it pays a family member or a friend who lives in the same household", func(l *Line) float64 {
		if l.Paid == "" {
			return unknown
		}
		return so(l.Paid == Connected)
	}),
	ofLine("line.has_necessity", "the plan says why it is necessary to pay that person", func(l *Line) float64 { return so(!fault.Blank(l.Necessity)) }),
	ofLine("line.for_planned_service", "it is for a service that is itself a line of the budget", func(l *Line) float64 { return so(l.ForLine != "") }),
}

// categoryFact tells what a line is for, in the words of the policy; what the policy has no word for is other.
func categoryFact(def *Definition) fact {
	return code("line.category", "what the line is for; the words are those under categories", def.categoryIDs(), func(s *subject) string {
		if s.line.Category != "" && !def.has(s.line.Category) {
			return otherCategory
		}
		return s.line.Category
	})
}
