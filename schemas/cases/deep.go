package cases

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// DeepBudget is how many evaluations Deep makes for one document, if the caller has no other number.
const DeepBudget = 1 << 19

// mostPeople is how many people Deep looks at for each change of the document.
const mostPeople = 2048

var (
	codeSurvivor = diag.Define(diag.Info{
		Code: "case-survivor", Title: "No case notices when this changes",
		Explain: "The value was changed in a copy of the document, as by a slip, and every case still held, although there are people for " +
			"whom the result is another. Add a case with such a person, and take what to expect from the source.",
		Bad:  "when: total >= 10\ncases:\n  - given: {q1: 3, q2: 3, q3: 3, q4: 3}   # total 12\n    expect: {caseness: met}",
		Good: "when: total >= 10\ncases:\n  - given: {q1: 3, q2: 3, q3: 3, q4: 1}   # total 10\n    expect: {caseness: met}",
	})
	codeUncovered = diag.Define(diag.Info{
		Code: "case-uncovered", Title: "No case shows this outcome",
		Explain: "A condition can be true, false or unknown, and a result can be missing. What no case shows may be wrong without anybody noticing; " +
			"most often it is what a blank does.",
		Bad:  "cases:\n  - given: {q1: 3}\n    expect: {caseness: met}",
		Good: "cases:\n  - given: {q1: 3}\n    expect: {caseness: met}\n  - given: {}\n    expect: {caseness: unknown}",
	})
	codeNothingChanged = diag.Define(diag.Info{
		Code: "case-nothing-changed", Title: "There is nothing that cases could notice",
		Explain: "No rule, threshold or table could be changed, so it is not known whether the cases show anything.",
		Bad:     "criteria: []",
		Good:    "criteria:\n  - {id: adult, when: person.age >= 18, basis: local}",
	})
)

// Subject is a document that Deep looks at.
type Subject struct {
	// Document is the document, and Model and Promises what it was built into.
	Document *schemas.Document
	Model    *rule.Model
	Promises Promises
	// Build builds a changed copy of the document into a model with the same inputs, without running its cases. An error
	// that it reports, or no model, says that the change is refused.
	Build func(*schemas.Document, *diag.Reporter) *rule.Model
	// Cases are its cases, and At their JSON pointer.
	Cases []Case
	At    string
}

// Deep asks what the cases of a document are worth. It changes one thing of the document at a time and runs the cases on each
// copy; it lists what no case shows; and it proposes people for new cases. budget bounds the evaluations (DeepBudget is
// the usual number). It reports a warning for each change that no case notices, with a person who shows it, a note for
// each outcome that no case shows, and an error where there was nothing to change.
func Deep(subject Subject, budget int, r *diag.Reporter) Report {
	d := &deep{Subject: subject, state: subject.Model.NewState(), outputs: subject.Model.Outputs(), left: budget}
	d.duties = duties(subject.Model, subject.Promises)
	d.expectations()
	d.people()
	for _, m := range mutations(subject.Document, subject.Model) {
		d.try(m)
	}
	d.report.Proposals = d.propose()
	d.say(r)
	d.report.Evaluations = budget - d.left
	return d.report
}

// deep is one run of Deep.
type deep struct {
	Subject
	state     *rule.State
	outputs   []rule.Output
	left      int // evaluations
	expect    []asserted
	duties    []*duty
	rows      [][]float64 // people
	results   [][]float64 // by person: the outputs
	survivors []*survivor
	report    Report
}

// asserted is one case with what it expects and gets.
type asserted struct {
	row  []float64
	want map[string]expectation
}

// survivor is a change that no case notices.
type survivor struct {
	mutation
	model  *rule.Model
	state  *rule.State
	person int // the place of a person for whom it matters
}

// spend takes one evaluation from the budget, where there is one left.
func (d *deep) spend() bool {
	d.left--
	if d.left < 0 {
		d.left = 0
		return false
	}
	return true
}

// expectations reads the cases and notes what they show. An expectation that does not hold asserts nothing.
func (d *deep) expectations() {
	quiet := diag.NewReporter(nil)
	for _, c := range d.Cases {
		row, whole := inputsOf(d.Model, c, "", quiet)
		if !whole || !d.spend() {
			continue
		}
		evaluate(d.Model, d.state, row)
		for _, duty := range d.duties {
			duty.Covered = duty.Covered || duty.shows(d.state)
		}
		a := asserted{row: row, want: map[string]expectation{}}
		for name, value := range c.Expect {
			if slot, ok := computed(d.Model, name); ok {
				t := d.Model.Type(slot)
				if want, err := expected(t, value.plain); err == nil && want.met(t, d.state.Get(slot)) {
					a.want[name] = want
				}
			}
		}
		d.expect = append(d.expect, a)
	}
}

// people makes the people with whom changes are looked for, those with the fewest blanks first, and notes what they show.
func (d *deep) people() {
	var rows [][]float64
	newPeople(d.Model, d.Promises.programs()).each(min(mostPeople, d.left/8), func(row []float64, _ int) bool {
		rows = append(rows, slices.Clone(row))
		return true
	})
	slices.SortStableFunc(rows, func(a, b []float64) int { return blanks(a) - blanks(b) })
	for _, row := range rows {
		d.spend()
		evaluate(d.Model, d.state, row)
		results := make([]float64, len(d.outputs))
		for i, out := range d.outputs {
			results[i] = d.state.Get(out.Slot)
		}
		d.rows, d.results = append(d.rows, row), append(d.results, results)
		for _, duty := range d.duties {
			if duty.person < 0 && duty.shows(d.state) {
				duty.person = len(d.rows) - 1
			}
		}
	}
}

func blanks(row []float64) (n int) {
	for _, v := range row {
		if v != v {
			n++
		}
	}
	return n
}
