package policy

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Ask is a question whose answer could decide a finding that is Unknown. It is a plain value.
type Ask struct {
	// Name is what rules call the answer, such as elective or person.age.
	Name string
	// Person tells that the answer belongs into Given.Person, and else into Given.Answers.
	Person bool
	// Sheet has the question at Place, and there its type and its answer set.
	Sheet *question.Sheet
	Place int
}

// Question gives the question with its id and its words.
func (a Ask) Question() question.Question { return a.Sheet.Question(a.Place) }

// Asks gives the questions behind Finding.Missing, in its order, for a host that wants to ask them. A name for which there is no question,
// such as what a Use brings, is left out. The finding is one of this policy.
func (p *Policy) Asks(f Finding) []Ask {
	f.Missing = slices.DeleteFunc(slices.Clone(f.Missing), func(name string) bool { return p.used[name] })
	return Asks(f, p.from.facts, p.sheet)
}

// Asks is Policy.Asks for findings of other kinds of document: who is the vocabulary that its rules read under a prefix, or nil, and own are
// the sheets of its own facts, of which the first that has the question counts.
func Asks(f Finding, who *person.Vocabulary, own ...*question.Sheet) []Ask {
	var all []Ask
	for _, name := range f.Missing {
		a, ok := askOf(name, who, own)
		again := slices.ContainsFunc(all, func(b Ask) bool { return a.Sheet == b.Sheet && a.Place == b.Place })
		if ok && !again { // several names can be marks of one question
			all = append(all, a)
		}
	}
	return all
}

// askOf finds the question behind one name.
func askOf(name string, who *person.Vocabulary, own []*question.Sheet) (Ask, bool) {
	for _, sheet := range own {
		if i, ok := sheet.Owner(name); ok {
			return Ask{Name: name, Sheet: sheet, Place: i}, true
		}
	}
	if _, id, prefixed := strings.Cut(name, "."); prefixed && who != nil {
		if i, ok := who.Sheet().Owner(id); ok {
			return Ask{Name: name, Person: true, Sheet: who.Sheet(), Place: i}, true
		}
	}
	return Ask{}, false
}
