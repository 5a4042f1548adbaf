package cases

import (
	"math/rand/v2"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// people makes up persons from the cells of a model: for every input the ends of its type and the values around the places
// where rules change their minds, and blank. Where every comparison is of one input with a constant, one person of each
// cell stands for all of them.
type people struct {
	model *rule.Model
	cells [][]float64 // by input: values in rising order, without blank
	blank []float64
	exact bool // the cells hold every value of every input
}

// newPeople takes the places where rules change their minds from programs.
func newPeople(m *rule.Model, programs []*rule.Program) *people {
	cuts := map[rule.Slot][]float64{}
	for _, p := range programs {
		for _, c := range p.Cuts() {
			cuts[c.Slot] = append(cuts[c.Slot], c.Value)
		}
	}
	p := &people{model: m, blank: blankInputs(m), exact: true}
	for i, in := range m.Inputs() {
		cells, all := Cells(in.Type, cuts[rule.Slot(i)])
		p.cells, p.exact = append(p.cells, cells), p.exact && all
	}
	return p
}

// count gives how many persons the cells make, blanks included, or limit where there are more.
func (p *people) count(limit int) int {
	n := 1
	for _, cells := range p.cells {
		if n *= len(cells) + 1; n >= limit {
			return limit
		}
	}
	return n
}

// steps is how many persons one climb shows.
func (p *people) steps() int {
	n := 1
	for _, cells := range p.cells {
		n += max(0, len(cells)-1)
	}
	return n
}

// visitor looks at a person, whose row it must not keep. raised is the input that alone is one cell higher than in the person
// before, or -1. It reports whether more people could tell it anything.
type visitor func(row []float64, raised int) (more bool)

// all reports whether a budget suffices for every person that the cells make.
func (p *people) all(budget int) bool { return p.count(budget+1)+2*p.steps() <= budget }

// number is how many persons each shows to a visitor who never has enough.
func (p *people) number(budget int) int {
	if p.all(budget) {
		return p.count(budget+1) + 2*p.steps()
	}
	return budget
}

// each shows at most budget persons, always the same ones in the same order: all of them where there are so few, and a
// climb from the lowest answers to the highest, forwards and from the last input on; where there are more, each answer left
// blank by itself and pairs drawn at random that differ in one answer, in place of all.
func (p *people) each(budget int, visit visitor) {
	left := p.number(budget)
	show := func(row []float64, raised int) bool {
		if left > 0 {
			if left--; !visit(row, raised) {
				left = 0
			}
		}
		return left > 0
	}
	if p.all(budget) {
		p.through(show)
		p.climb(show, false) // raises each input alone, which counting through does for the last one only
		p.climb(show, true)
		return
	}
	p.climb(show, false)
	p.climb(show, true)
	p.blanks(show)
	p.random(show)
}

// through counts through the cells, the last input first.
func (p *people) through(visit visitor) {
	row := slices.Clone(p.blank)
	at := make([]int, len(row)) // 0 is blank
	for more := visit(row, -1); more; {
		i := len(row) - 1
		for i >= 0 && at[i] == len(p.cells[i]) {
			at[i], row[i] = 0, p.blank[i]
			i--
		}
		if i < 0 {
			return
		}
		at[i]++
		row[i] = p.cells[i][at[i]-1]
		raised := -1
		if i == len(row)-1 && at[i] > 1 {
			raised = i
		}
		more = visit(row, raised)
	}
}

// climb goes from the lowest answers to the highest, one cell of one input at a time.
func (p *people) climb(visit visitor, backwards bool) {
	row := slices.Clone(p.blank)
	for i, cells := range p.cells {
		if len(cells) > 0 {
			row[i] = cells[0]
		}
	}
	more := visit(row, -1)
	for k := range row {
		i := k
		if backwards {
			i = len(row) - 1 - k
		}
		for _, v := range p.cells[i][min(1, len(p.cells[i])):] {
			if !more {
				return
			}
			row[i] = v
			more = visit(row, i)
		}
	}
}

// blanks leaves out one answer at a time of a person with the lowest, and of one with the highest answers; then all.
func (p *people) blanks(visit visitor) {
	row := slices.Clone(p.blank)
	for _, top := range []bool{false, true} {
		for i := range p.blank {
			copy(row, p.blank)
			for k, cells := range p.cells {
				if k == i || len(cells) == 0 {
					continue
				}
				row[k] = cells[0]
				if top {
					row[k] = cells[len(cells)-1]
				}
			}
			if !visit(row, -1) {
				return
			}
		}
	}
	copy(row, p.blank)
	visit(row, -1)
}

// random draws pairs of persons of whom the second has one answer a cell higher. Every second pair has blanks.
func (p *people) random(visit visitor) {
	draw := rand.New(rand.NewPCG(1, 2))
	row := slices.Clone(p.blank)
	at := make([]int, len(row))
	more := true
	for pair := 0; more; pair++ {
		for i, cells := range p.cells {
			if len(cells) == 0 || pair%2 == 1 && draw.IntN(6) == 0 {
				at[i], row[i] = 0, p.blank[i]
				continue
			}
			at[i] = draw.IntN(len(cells))
			row[i] = cells[at[i]]
		}
		more = visit(row, -1)
		if len(row) == 0 {
			return
		}
		i := pair % len(row)
		if v := row[i]; v == v && at[i]+1 < len(p.cells[i]) {
			row[i] = p.cells[i][at[i]+1]
			more = visit(row, i)
		}
	}
}
