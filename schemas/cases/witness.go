package cases

import "github.com/whatmatters-care/whatmatters/schemas/rule"

// mostNames is how many names or answers a message lists.
const mostNames = 12

// Person is a person as answers by name, in the order of the document: what a witness or a proposed case gives. A missing
// answer has the word of its reason.
type Person []Answer

// Answer is one answer of a Person.
type Answer struct {
	Name string `json:"name"`
	// Value is a number, a truth or the id of an option as Case.Given takes it; nil for a blank.
	Value any `json:"value"`
	text  string
}

// personOf gives the part of a row that some slots are worked out from.
func personOf(m *rule.Model, row []float64, slots ...rule.Slot) Person {
	read := map[string]bool{}
	for _, name := range m.InputsTo(slots...) {
		read[name] = true
	}
	return personWith(m, row, func(name string) bool { return read[name] })
}

// everything gives all of a row as a person.
func everything(m *rule.Model, row []float64) Person {
	return personWith(m, row, func(string) bool { return true })
}

func personWith(m *rule.Model, row []float64, matters func(name string) bool) Person {
	var p Person
	for i, in := range m.Inputs() {
		if matters(in.Name) {
			p = append(p, Answer{Name: in.Name, Value: in.Type.Plain(row[i]), text: in.Type.Format(row[i])})
		}
	}
	return p
}

// Given gives the answers as a Case has them; blanks are left out.
func (p Person) Given() map[string]Value {
	given := map[string]Value{}
	for _, a := range p {
		if a.Value != nil {
			given[a.Name] = Of(a.Value)
		}
	}
	return given
}

// String gives the answers as q1 = 3, q2 = 0, at most a dozen, those that are there first. A Person without any question is one with any
// answers: none of them matters.
func (p Person) String() string {
	if len(p) == 0 {
		return "any answers"
	}
	var there, blank []string
	for _, a := range p {
		if a.Value == nil {
			blank = append(blank, a.Name+" "+a.text)
		} else {
			there = append(there, a.Name+" = "+a.text)
		}
	}
	if len(there) == 0 && len(blank) > 1 {
		return "no answer at all"
	}
	if len(blank) > 3 {
		return shortened(there) + ", with no other answer"
	}
	return shortened(append(there, blank...))
}
