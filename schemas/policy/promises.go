package policy

import (
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Promises gives what the criteria promise, for cases.Check and cases.Deep: each of them can be met, and fail to be, each
// level can be reached, and no condition always or never holds. A condition that reads nothing, such as `when: true` of an
// offer to everybody, says so itself and is left out.
func (set *Set) Promises() cases.Promises {
	var p cases.Promises
	for _, c := range set.criteria {
		output := cases.Promise{Output: c.ID, At: c.at}
		constant := len(c.programs()) > 0
		add := func(about string, program *rule.Program) {
			if program != nil && len(program.Reads()) > 0 {
				constant = false
				p.Conditions = append(p.Conditions, cases.Condition{About: about + " of " + c.ID, Rule: program})
			}
		}
		add("for", c.about)
		add("when", c.when)
		for i, l := range c.levels {
			add("level "+c.Levels[i].ID, l)
			output.Reach = append(output.Reach, c.Levels[i].ID)
		}
		for i, e := range c.unless {
			add("unless "+c.Unless[i].ID, e)
		}
		switch {
		case constant:
		case len(c.levels) > 0:
			output.Reach = append(output.Reach, noLevel)
		case len(c.when.Reads()) == 0 && len(c.unless) == 0: // of whom it is about, everybody
			output.Reach = []string{Met.String()}
		default:
			output.Reach = []string{Met.String(), NotMet.String()}
		}
		p.Outputs = append(p.Outputs, output)
	}
	return p
}
