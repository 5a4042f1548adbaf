package cases

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// mostProposals is how many people Deep proposes.
const mostProposals = 12

// candidate is a person who may be proposed, with the survivors and duties that a case with them would settle.
type candidate struct {
	person    int
	survivors []int
	duties    []int
}

// propose chooses people for new cases: always the one who settles most of what is left, the first of equals.
func (d *deep) propose() []Proposal {
	candidates := d.candidates()
	noticed, shown := make([]bool, len(d.survivors)), make([]bool, len(d.duties))
	worth := func(c candidate) (n int) {
		for _, i := range c.survivors {
			if !noticed[i] {
				n += 2 // noticing a slip is worth more than showing an outcome
			}
		}
		for _, i := range c.duties {
			if !shown[i] {
				n++
			}
		}
		return n
	}
	var all []Proposal
	for len(all) < mostProposals {
		best, most := -1, 0
		for i, c := range candidates {
			if n := worth(c); n > most {
				best, most = i, n
			}
		}
		if best < 0 {
			break
		}
		c := candidates[best]
		p := Proposal{Person: everything(d.Model, d.rows[c.person])}
		for _, i := range c.survivors {
			if !noticed[i] {
				p.Notices = append(p.Notices, d.survivors[i].pointer+": "+d.survivors[i].what)
			}
			noticed[i] = true
		}
		for _, i := range c.duties {
			if !shown[i] {
				p.Shows = append(p.Shows, d.duties[i].About)
			}
			shown[i] = true
		}
		all = append(all, p)
	}
	return all
}

// candidates are the people who tell a survivor apart or show what no case shows.
func (d *deep) candidates() []candidate {
	var people []int
	for _, s := range d.survivors {
		people = append(people, s.person)
	}
	for _, duty := range d.duties {
		if !duty.Covered && duty.person >= 0 {
			people = append(people, duty.person)
		}
	}
	slices.Sort(people)
	var all []candidate
	for _, person := range slices.Compact(people) {
		row := d.rows[person]
		if !d.spend() {
			break
		}
		c := candidate{person: person}
		for k, s := range d.survivors {
			if !d.spend() {
				break
			}
			evaluate(s.model, s.state, row)
			if name, _ := d.differs(person, s.model, s.state); name != "" {
				c.survivors = append(c.survivors, k)
			}
		}
		evaluate(d.Model, d.state, row)
		for k, duty := range d.duties {
			if !duty.Covered && duty.shows(d.state) {
				c.duties = append(c.duties, k)
			}
		}
		all = append(all, c)
	}
	return all
}

// say puts the findings into diagnostics.
func (d *deep) say(r *diag.Reporter) {
	if d.report.Changes == 0 {
		r.Errorf(codeNothingChanged, diag.At(""), "nothing of the document could be changed, so the cases prove nothing").
			Hinted("Look whether the document has any rule")
	}
	for i, s := range d.report.Survivors {
		r.Warnf(codeSurvivor, d.survivors[i].where(), "no case notices when %s: %s is then another for a person with %s", s.Change, s.Output, s.Person).
			Hinted("Add a case with this person, and take what to expect from the source")
	}
	for _, duty := range d.duties {
		o := duty.Obligation
		if !o.Covered && duty.person >= 0 {
			o.Person = personOf(d.Model, d.rows[duty.person], duty.reads...)
			r.Notef(codeUncovered, o.where(), "no case shows that %s", o.About).
				Hinted("It is so for a person with %s", o.Person)
		}
		d.report.Obligations = append(d.report.Obligations, o)
	}
}
