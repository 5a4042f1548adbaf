package question

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Sheet is a list of questions made ready: every question has a type and a place. It is immutable and safe for
// concurrent use.
type Sheet struct {
	document  string
	questions []Question
	types     []rule.Type
	forms     []Form
	sets      []AnswerSet // by question; nil where there is none
	places    map[string]int
	pointers  []string
	inputs    []rule.Input // what rules read, in the order of the frame
	owners    map[string]int
	spans     []span // by question
	width     int    // of the frame and, behind it, one place for each question that no rule reads
	absent    rule.Reason
	ambiguous Ambiguous
	faulty    []string // names that would be Inputs, had their questions no faults
}

// span is where the values of a question stand.
type span struct{ at, n int }

// Source is what a Sheet is made from.
type Source struct {
	// Document is the id of the questionnaire, so that answers to another one are not taken for answers to this one, even
	// where both have a q1. Empty where questions are shared by documents, as facts are.
	Document string
	// Questions in the order in which they are asked, and the JSON pointer of their list.
	Questions   []Question
	QuestionsAt string
	// Sets are the document's answer sets, and the JSON pointer of their map.
	Sets   map[string]AnswerSet
	SetsAt string
	// Absent is the reason given to a question of which an answer document says nothing: rule.Blank for a form that
	// was filled in, rule.NotSupplied for facts that nobody sent.
	Absent rule.Reason
	// Items says that the questions are items of a form, which may also have marks, words and days as answers, and be named
	// by the person. Without it each question must have one value that a rule can read, as facts do.
	Items bool
	// Ambiguous says what comes of marks that do not single out one answer.
	Ambiguous Ambiguous
}

// NewSheet checks the questions and makes them ready. It reports every fault, and leaves out only the questions whose type
// cannot be told, so that checks of the others can go on.
func NewSheet(src Source, r *diag.Reporter) *Sheet {
	checkSets(src.SetsAt, src.Sets, r)
	s := &Sheet{document: src.Document, places: map[string]int{}, owners: map[string]int{}, absent: src.Absent, ambiguous: src.Ambiguous}
	seen := map[string]string{}
	for i, q := range src.Questions {
		at := fmt.Sprintf("%s/%d", src.QuestionsAt, i)
		if first, twice := seen[q.ID]; twice && q.ID != "" {
			r.Errorf(codeRepeatedID, diag.At(at+"/id"), "the id %s is already taken", q.ID).
				Hinted("Give one of the two another id").Beside(diag.At(first+"/id"), "first used here")
			continue
		}
		seen[q.ID] = at
		if checkQuestion(at, q, src, r) {
			s.add(q, src.Sets, at)
		} else {
			s.faulty = append(s.faulty, q.ID, q.ID+".")
		}
	}
	r.Told(s.faulty...)
	checkAmbiguous(src, r)
	s.width = len(s.inputs)
	for i, form := range s.forms {
		if form == FormWords || form == FormDate {
			s.spans[i].at = s.width
			s.width++
		}
	}
	return s
}

// add gives a question its place and its inputs.
func (s *Sheet) add(q Question, sets map[string]AnswerSet, at string) {
	place, first := len(s.questions), len(s.inputs)
	s.places[q.ID] = place
	s.questions = append(s.questions, q)
	s.types, s.forms = append(s.types, typeOf(q, sets)), append(s.forms, q.Form())
	s.pointers = append(s.pointers, at)
	set := sets[q.Answer]
	switch q.Form() {
	case FormMarks:
		set = sets[q.Marks]
		for _, o := range set.marked() {
			s.inputs = append(s.inputs, rule.Input{Name: q.ID + "." + o.ID, Type: truth(), Pointer: at})
		}
	case FormWords, FormDate:
	default:
		s.inputs = append(s.inputs, rule.Input{Name: q.ID, Type: s.types[place], Pointer: at})
	}
	s.sets = append(s.sets, set)
	s.spans = append(s.spans, span{first, len(s.inputs) - first})
	for _, in := range s.inputs[first:] {
		s.owners[in.Name] = place
	}
}

// Len is the number of questions.
func (s *Sheet) Len() int { return len(s.questions) }

// Question gives the i-th question, from 0.
func (s *Sheet) Question(i int) Question { return s.questions[i] }

// Set gives the answer set of the i-th question; nil where it has none or has yes_no.
func (s *Sheet) Set(i int) AnswerSet { return s.sets[i] }

// Type gives the type of the i-th question's answers: of FormMarks the code of one mark, and of FormWords and FormDate, which
// no rule reads, the zero Type.
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

// Inputs gives what rules read of the answers, in the order of the questions, each name with the prefix put before it ("" or
// "person."). A question is one input under its id; with FormMarks it is one for each option, question.option, and with
// FormWords and FormDate it is none.
func (s *Sheet) Inputs(prefix string) []rule.Input {
	in := make([]rule.Input, len(s.inputs))
	for i, own := range s.inputs {
		in[i] = rule.Input{Name: prefix + own.Name, Type: own.Type, Pointer: own.Pointer}
	}
	return in
}

// Faulty gives, under a prefix, the names that Inputs lacks because their questions have faults, as diag.Reporter.Told takes them.
func (s *Sheet) Faulty(prefix string) []string {
	names := make([]string, len(s.faulty))
	for i, name := range s.faulty {
		names[i] = prefix + name
	}
	return names
}

// Width is how many Inputs there are.
func (s *Sheet) Width() int { return len(s.inputs) }

// Slots gives where the inputs of the i-th question start among all Inputs, and how many they are.
func (s *Sheet) Slots(i int) (at, n int) { return s.spans[i].at, s.spans[i].n }

// Owner gives the place of the question that an input belongs to, by the name of the input without a prefix.
func (s *Sheet) Owner(input string) (int, bool) {
	i, ok := s.owners[input]
	return i, ok
}
