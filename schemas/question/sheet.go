package question

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Sheet is a list of questions made ready: every question has a type and a place. It is immutable and safe for
// concurrent use.
type Sheet struct {
	questions []Question
	types     []rule.Type
	places    map[string]int
	pointers  []string
	absent    rule.Reason
}

// Source is what a Sheet is made from.
type Source struct {
	// Questions in the order in which they are asked, and the JSON pointer of their list.
	Questions   []Question
	QuestionsAt string
	// Sets are the document's answer sets, and the JSON pointer of their map.
	Sets   map[string]AnswerSet
	SetsAt string
	// Absent is the reason given to a question of which an answer document says nothing: rule.Blank for a form that
	// was filled in, rule.NotSupplied for facts that nobody sent.
	Absent rule.Reason
}

// NewSheet checks the questions and makes them ready. It reports every fault, and leaves out only the questions whose type
// cannot be told, so that checks of the others can go on.
func NewSheet(src Source, r *diag.Reporter) *Sheet {
	checkSets(src.SetsAt, src.Sets, r)
	s := &Sheet{places: map[string]int{}, absent: src.Absent}
	seen := map[string]string{}
	for i, q := range src.Questions {
		at := fmt.Sprintf("%s/%d", src.QuestionsAt, i)
		if first, twice := seen[q.ID]; twice && q.ID != "" {
			r.Errorf(codeRepeatedID, diag.At(at+"/id"), "the id %s is already taken", q.ID).
				Hinted("Give one of the two another id").Beside(diag.At(first+"/id"), "first used here")
			continue
		}
		seen[q.ID] = at
		if !checkQuestion(at, q, src.Sets, r) {
			continue
		}
		s.places[q.ID] = len(s.questions)
		s.questions = append(s.questions, q)
		s.types = append(s.types, typeOf(q, src.Sets))
		s.pointers = append(s.pointers, at)
	}
	return s
}

// Len is the number of questions.
func (s *Sheet) Len() int { return len(s.questions) }

// Question gives the i-th question, from 0.
func (s *Sheet) Question(i int) Question { return s.questions[i] }

// Type gives the type of the i-th question's answers.
func (s *Sheet) Type(i int) rule.Type { return s.types[i] }

// Pointer gives the JSON pointer of the i-th question in its document.
func (s *Sheet) Pointer(i int) string { return s.pointers[i] }

// Place gives the place of a question by its id.
func (s *Sheet) Place(id string) (int, bool) {
	i, ok := s.places[id]
	return i, ok
}

// IDs gives the ids of all questions in their order.
func (s *Sheet) IDs() []string {
	ids := make([]string, len(s.questions))
	for i, q := range s.questions {
		ids[i] = q.ID
	}
	return ids
}

// Inputs gives the questions as inputs of a rule model, each name with the prefix put before it ("" or "person.").
func (s *Sheet) Inputs(prefix string) []rule.Input {
	in := make([]rule.Input, len(s.questions))
	for i, q := range s.questions {
		in[i] = rule.Input{Name: prefix + q.ID, Type: s.types[i], Pointer: s.pointers[i]}
	}
	return in
}
