package question

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Answers are one person's answers to a Sheet: for every question a value, or the reason why there is none. Answers are
// immutable and safe for concurrent use; the zero value belongs to no sheet and has no answers.
type Answers struct {
	sheet   *Sheet
	values  []float64 // by slot; behind those that rules read, 0 for each question answered in words or with a day
	from    map[int]Provenance
	words   map[int]string
	marked  map[int]Marked
	unknown []string
}

// Sheet gives the questions that these answers belong to.
func (a Answers) Sheet() *Sheet { return a.sheet }

// Fill copies the answers into a frame, in the order of Sheet.Inputs; a frame that is too short gets those that fit.
// Missing answers are rule.NA values that carry their reason.
func (a Answers) Fill(frame []float64) {
	if a.sheet != nil {
		copy(frame, a.values[:len(a.sheet.inputs)])
	}
}

// Value gives the answer to a question as rules see it, and why there is none: rule.Present, or the reason. An unknown id
// is rule.NotSupplied. The value is 0 where there is no answer: look at the reason first. Of a question with marks it is how
// many options are marked, and question.option asks for one of them; of words and days it is 0, and Text gives them.
func (a Answers) Value(id string) (float64, rule.Reason) {
	if a.sheet == nil {
		return 0, rule.NotSupplied
	}
	i, ok := a.sheet.places[id]
	if !ok {
		return a.mark(id)
	}
	return a.At(i)
}

// At is Value of the i-th question of the sheet; a place that there is not is rule.NotSupplied.
func (a Answers) At(i int) (float64, rule.Reason) {
	if a.sheet == nil || uint(i) >= uint(len(a.sheet.spans)) {
		return 0, rule.NotSupplied
	}
	at, n := a.sheet.spans[i].at, a.sheet.spans[i].n
	if rule.IsNA(a.values[at]) {
		return 0, rule.ReasonOf(a.values[at])
	}
	if a.sheet.forms[i] != FormMarks {
		return a.values[at], rule.Present
	}
	marked := 0.0
	for _, v := range a.values[at : at+n] {
		marked += v
	}
	return marked, rule.Present
}

// mark gives whether one option of a question with marks is marked.
func (a Answers) mark(input string) (float64, rule.Reason) {
	i, ok := a.sheet.owners[input]
	if !ok {
		return 0, rule.NotSupplied
	}
	for k := range a.sheet.spans[i].n {
		if at := a.sheet.spans[i].at + k; a.sheet.inputs[at].Name == input && !rule.IsNA(a.values[at]) {
			return a.values[at], rule.Present
		}
	}
	return 0, rule.ReasonOf(a.values[a.sheet.spans[i].at])
}

// Reason says why a question has no answer; rule.Present where it has one, and rule.NotSupplied for an unknown id.
func (a Answers) Reason(id string) rule.Reason {
	_, reason := a.Value(id)
	return reason
}

// Has reports whether a question has an answer, in whatever form.
func (a Answers) Has(id string) bool { return a.Reason(id) == rule.Present }

// Text gives an answer in words, or a day as YYYY-MM-DD, and why there is none. A question whose answers rules read has none
// (rule.NotSupplied).
func (a Answers) Text(id string) (string, rule.Reason) {
	if a.sheet == nil {
		return "", rule.NotSupplied
	}
	i, ok := a.sheet.places[id]
	if !ok || a.sheet.spans[i].n > 0 {
		return "", rule.NotSupplied
	}
	return a.words[i], rule.ReasonOf(a.values[a.sheet.spans[i].at])
}

// Provenance gives where an answer comes from, and whether anybody said.
func (a Answers) Provenance(id string) (Provenance, bool) {
	if a.sheet == nil {
		return Provenance{}, false
	}
	i, ok := a.sheet.places[id]
	if !ok {
		return Provenance{}, false
	}
	p, ok := a.from[i]
	return p, ok
}

// Marked gives the questions on which marks did not single out one answer, in their order, and what came of them.
func (a Answers) Marked() []Marked {
	if len(a.marked) == 0 {
		return nil
	}
	var all []Marked
	for _, i := range slices.Sorted(maps.Keys(a.marked)) {
		m := a.marked[i]
		m.Marks = slices.Clone(m.Marks)
		all = append(all, m)
	}
	return all
}

// Unknown gives the ids of answers to questions that the sheet does not have, sorted, at most 100 of them.
func (a Answers) Unknown() []string { return slices.Clone(a.unknown) }

// Count gives how many questions have an answer.
func (a Answers) Count() int {
	n := 0
	if a.sheet == nil {
		return n
	}
	for _, span := range a.sheet.spans {
		if !rule.IsNA(a.values[span.at]) {
			n++
		}
	}
	return n
}

// With gives the same answers with one changed, as a what-if. The value has the forms of Sheet.Of. The name of what a person
// rates stays unless the value gives another.
func (a Answers) With(id string, value any) (Answers, error) {
	if a.sheet == nil {
		return a, ErrNoSheet
	}
	changed := a.clone()
	if i, ok := a.sheet.places[id]; ok {
		changed.blank(i)
		if named := (Provenance{Name: a.from[i].Name}); named != (Provenance{}) {
			changed.tell(i, named)
		}
	}
	in := newIntake(changed)
	in.put(id, func() (any, error) { return value, nil })
	return in.done()
}

// clone copies the answers, so that they can be changed.
func (a Answers) clone() Answers {
	return Answers{
		sheet: a.sheet, values: slices.Clone(a.values), from: maps.Clone(a.from), words: maps.Clone(a.words),
		marked: maps.Clone(a.marked), unknown: slices.Clone(a.unknown),
	}
}

// blank forgets everything about one question.
func (a *Answers) blank(i int) {
	a.set(i, rule.NA(a.sheet.absent))
	delete(a.from, i)
}

// set gives every value of a question the same number or reason, in place of what was there.
func (a *Answers) set(i int, v float64) {
	span := a.sheet.spans[i]
	for k := range max(span.n, 1) {
		a.values[span.at+k] = v
	}
	delete(a.words, i)
	delete(a.marked, i)
}

// tell says where an answer comes from.
func (a *Answers) tell(i int, p Provenance) {
	if a.from == nil {
		a.from = map[int]Provenance{}
	}
	a.from[i] = p
}
