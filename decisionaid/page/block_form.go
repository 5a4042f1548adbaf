package page

import (
	"fmt"
	"strconv"
)

// Form asks questions. It is for filling in on the screen or on paper: the page sends and keeps nothing. A host that wants
// the answers puts a fragment into a form element of its own and reads them by the names of the questions.
type Form struct {
	// Title says what the questions are about.
	Title string
	Kind  FormKind
	// Points are how many a Shared form shares out; 0 means 100.
	Points    int
	Questions []Question
}

// FormKind says what is made of the answers while they are entered, where script runs.
type FormKind uint8

// The kinds of form.
const (
	// Asked: nothing.
	Asked FormKind = iota
	// Rated: all questions have a Scale with the same ends, and once all are answered each answer is shown as its share of
	// their sum. That is how ratings become weights.
	Rated
	// Shared: the person shares out points, and sees how many are left. A question needs no Scale.
	Shared
)

// Question is one question: with Answers to choose from, with a Scale, or for the person's own words.
type Question struct {
	// Name is the name of the answer in the form and its id for the host. No two questions of a form have the same.
	Name string
	Ask  string
	// Help says how to answer. It may be empty.
	Help    string
	Answers []Answer
	Scale   Scale
	// Given is the answer so far: the value of an answer, a number, or the person's own words. Empty is no answer, and no
	// answer is ever filled in for them.
	Given string
}

// Answer is one answer to choose.
type Answer struct {
	Value string
	Label string
}

// Scale is a range of whole numbers to choose from. The zero Scale is none.
type Scale struct {
	Min, Max int
	// Step is the distance from one number to the next; 0 means 1.
	Step int
	// Low and High say what the ends mean.
	Low, High string
}

// mostMarks is up to how many numbers a scale is a row to tick. More are typed.
const mostMarks = 11

func (s Scale) step() int    { return max(s.Step, 1) }
func (s Scale) stated() bool { return s.Max > s.Min }
func (s Scale) typed() bool  { return uint(s.Max-s.Min)/uint(s.step()) >= mostMarks }

// answers gives the numbers of a short scale as answers to choose.
func (s Scale) answers() []Answer {
	if !s.stated() || s.typed() {
		return nil
	}
	var all []Answer
	for n := s.Min; n <= s.Max && len(all) < mostMarks; n += s.step() {
		text := strconv.Itoa(n)
		all = append(all, Answer{text, text})
	}
	return all
}

func (f Form) points() int {
	if f.Points == 0 {
		return 100
	}
	return f.Points
}

// scale is the question's own, or the points of a form that shares them out.
func (f Form) scale(q Question) Scale {
	if f.Kind == Shared && !q.Scale.stated() {
		return Scale{Max: f.points()}
	}
	return q.Scale
}

func (f Form) fault() string {
	if f.Points < 0 || f.Points > 1_000_000 {
		return fmt.Sprintf("there are %d points to share out; give from 1 to 1,000,000, or 0 for 100", f.Points)
	}
	names := map[string]bool{}
	for i, q := range f.Questions {
		switch s := f.scale(q); {
		case blank(q.Ask):
			return fmt.Sprintf("question %d asks nothing; give it its words", i+1)
		case q.Name == "" || names[q.Name]:
			return fmt.Sprintf("question %d has the name %q, which is empty or another's, so that their answers would be mixed up; give each its own", i+1, q.Name)
		case s.Min > s.Max || s.Step < 0 || max(-s.Min, s.Max) > 1_000_000 || s.Min < -1_000_000:
			return fmt.Sprintf("question %d has a scale from %d to %d in steps of %d; count upwards, within a million", i+1, s.Min, s.Max, s.Step)
		case f.Kind == Rated && !s.stated():
			return fmt.Sprintf("question %d has no scale, and its form is rated; give it one, or make the form Asked", i+1)
		case f.Kind == Rated && (s.Min != f.Questions[0].Scale.Min || s.Max != f.Questions[0].Scale.Max):
			return fmt.Sprintf("question %d has another scale than question 1, so that their ratings could not be compared; give all the same ends", i+1)
		case f.Kind != Asked && (s.Min < 0 || len(q.Answers) > 0):
			return fmt.Sprintf("question %d cannot become a weight, for it has answers or numbers below 0; give it a scale from 0, or make the form Asked", i+1)
		}
		names[q.Name] = true
	}
	return ""
}

// texts gives none: a question cites nothing.
func (f Form) texts(func(Text)) {}
