package cases

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// comparison is two models side by side, the old one first. Their inputs are joined by name.
type comparison struct {
	editions [2]Edition
	states   [2]*rule.State
	blank    [2][]float64
	inputs   []*asked
	outputs  []*compared
	people   int

	dropped, added, refused []string
}

// asked is an input of either model, or of both.
type asked struct {
	name   string
	places [2]int // among the inputs of each model, or -1
	types  [2]rule.Type
	// answers are those that both models can read, in rising order, as each of them reads it.
	answers [][2]float64
	refuses bool // the new model refuses an answer that the old one reads
}

func newComparison(before, after Edition) *comparison {
	c := &comparison{editions: [2]Edition{before, after}}
	var cells [2][][]float64
	byName := map[string]*asked{}
	for _, k := range [...]int{1, 0} { // in the order of the new document, what it dropped at the end
		m := c.editions[k].Model
		c.states[k], c.blank[k] = m.NewState(), blankInputs(m)
		cells[k] = newPeople(m, c.editions[k].Promises.programs()).cells
		for i, in := range m.Inputs() {
			j := byName[in.Name]
			if j == nil {
				j = &asked{name: in.Name, places: [2]int{-1, -1}}
				byName[in.Name] = j
				c.inputs = append(c.inputs, j)
			}
			j.places[k], j.types[k] = i, in.Type
		}
	}
	for _, j := range c.inputs {
		switch j.join(cells); {
		case j.places[0] < 0:
			c.added = append(c.added, j.name)
		case j.places[1] < 0:
			c.dropped = append(c.dropped, j.name)
		case j.refuses:
			c.refused = append(c.refused, j.name)
		}
	}
	c.outputs = c.common()
	return c
}

// join collects the answers that are worth a try in either model: the cells of both.
func (j *asked) join(cells [2][][]float64) {
	for k, place := range j.places {
		if place < 0 {
			continue
		}
		for _, v := range cells[k][place] {
			pair, ok := j.both(k, v)
			if j.refuses = j.refuses || !ok && k == 0; ok && !slices.Contains(j.answers, pair) {
				j.answers = append(j.answers, pair)
			}
		}
	}
	last := 1
	if j.places[1] < 0 {
		last = 0
	}
	slices.SortStableFunc(j.answers, func(a, b [2]float64) int { return cmp.Compare(a[last], b[last]) })
}

// both gives an answer of one model as both read it, and whether both do.
func (j *asked) both(k int, v float64) (pair [2]float64, ok bool) {
	pair[k] = v
	if other := 1 - k; j.places[other] >= 0 {
		w, err := j.types[other].Parse(j.types[k].Plain(v))
		if err != nil || rule.IsNA(w) {
			return pair, false
		}
		pair[other] = w
	}
	return pair, true
}

// look compares the results of at most budget people, those with the fewest blanks first, and reports whether these were all
// that the cells make.
func (c *comparison) look(budget int) (everybody bool) {
	made := &people{}
	for _, j := range c.inputs {
		places := make([]float64, len(j.answers))
		for i := range places {
			places[i] = float64(i)
		}
		made.cells, made.blank = append(made.cells, places), append(made.blank, rule.NA(rule.Blank))
	}
	var rows [][]float64
	seen := map[string]bool{}
	made.each(budget, func(row []float64, _ int) bool {
		if key := keyOf(row); !seen[key] {
			seen[key] = true
			rows = append(rows, slices.Clone(row))
		}
		return true
	})
	slices.SortStableFunc(rows, func(a, b []float64) int { return blanks(a) - blanks(b) })
	for _, row := range rows {
		c.evaluate(row)
		for _, out := range c.outputs {
			out.see(c, row)
		}
	}
	c.people = len(rows)
	return made.all(budget)
}

func keyOf(row []float64) string {
	var key []byte
	for _, v := range row {
		if v == v {
			key = strconv.AppendInt(key, int64(v), 10)
		}
		key = append(key, ' ')
	}
	return string(key)
}

// evaluate runs both models over one person.
func (c *comparison) evaluate(row []float64) {
	for k, e := range c.editions {
		c.states[k].Reset()
		frame := c.states[k].Frame()
		copy(frame, c.blank[k])
		for i, j := range c.inputs {
			if v := row[i]; v == v && j.places[k] >= 0 {
				frame[j.places[k]] = j.answers[int(v)][k]
			}
		}
		e.Model.Eval(c.states[k])
	}
}

// person gives the part of a row that a result is worked out from in either model.
func (c *comparison) person(reads map[string]bool, row []float64) Person {
	var p Person
	for i, j := range c.inputs {
		if !reads[j.name] {
			continue
		}
		k := 1
		if j.places[1] < 0 {
			k = 0
		}
		v := c.blank[k][j.places[k]]
		if row[i] == row[i] {
			v = j.answers[int(row[i])][k]
		}
		p = append(p, Answer{Name: j.name, Value: j.types[k].Plain(v), text: j.types[k].Format(v)})
	}
	return p
}
