package values

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// MaxOptions is the largest number of options in one table.
const MaxOptions = 20

// Option is one way forward, with what is known of it. Doing nothing, or waiting, is an option like any other.
type Option struct {
	ID    string          // unique in its table
	Name  string          // as a person reads it; the id stands in where it is empty
	Cells map[string]Cell // by attribute id; an attribute that is not here is blank
}

// Table is safe for concurrent use: options by attributes, checked and fixed.
type Table struct {
	attributes *Attributes
	options    []entry
	index      map[string]int
}

// entry is an option with its cells in the order of the attributes.
type entry struct {
	id, name      string
	cells         []Cell
	worse, better []float64 // scores at both ends of what each cell allows
	low, high     []float64 // the same as values, 0 to 1
}

// single says whether the score on attribute k is one number.
func (e *entry) single(k int) bool { return e.worse[k] == e.better[k] }

// NewTable checks 2 to MaxOptions options against the attributes. The error is fault.Faults with the causes ErrOption and ErrCell.
// A score outside the author's range is a fault and is never moved to the edge.
func NewTable(attributes *Attributes, options ...Option) (*Table, error) {
	if err := attributes.usable(); err != nil {
		return nil, err
	}
	if len(options) < 2 {
		return nil, wrong(ErrOption, "", "give another", "a table needs at least two options, and has %d, so there is nothing to weigh up", len(options))
	}
	if len(options) > MaxOptions {
		return nil, wrong(ErrOption, "", "split the decision", "there are %d options, and at most %d fit in one table", len(options), MaxOptions)
	}
	t := &Table{attributes: attributes, index: make(map[string]int, len(options))}
	var faults fault.Faults
	for i, one := range options {
		if one.ID == "" {
			faults = append(faults, wrong(ErrOption, "", "give it one", "option %d has no id, so results could not name it", i+1)...)
			continue
		}
		if first, twice := t.index[one.ID]; twice {
			faults = append(faults, wrong(ErrOption, one.ID, "rename one", "options %d and %d are both called %q", first+1, i+1, one.ID)...)
			continue
		}
		t.index[one.ID] = i
		faults = append(faults, t.add(one)...)
	}
	if len(faults) > 0 {
		return nil, faults.Err()
	}
	return t, nil
}

// add lays out the cells of one option and gives what is wrong with them.
func (t *Table) add(option Option) (faults fault.Faults) {
	e := entry{id: option.ID, name: option.Name}
	if e.name == "" {
		e.name = e.id
	}
	for _, id := range slices.Sorted(maps.Keys(option.Cells)) {
		if _, ok := t.attributes.index[id]; !ok {
			faults = append(faults, wrong(ErrCell, option.ID+"."+id, "check its id", "there is no such attribute")...)
		}
	}
	for _, of := range t.attributes.list {
		cell := option.Cells[of.ID]
		if err := cell.check(option.ID, of); err != nil {
			faults = append(faults, fault.Of(err)...)
			continue
		}
		worse, better := cell.ends(of)
		e.cells = append(e.cells, cell)
		e.worse = append(e.worse, worse)
		e.better = append(e.better, better)
		e.low = append(e.low, of.value(worse))
		e.high = append(e.high, of.value(better))
	}
	t.options = append(t.options, e)
	return faults
}

// fitsTo refuses a preference that was given for other attributes or other ranges than those of the table.
func (t *Table) fitsTo(p *Preference) error {
	switch {
	case t == nil || t.attributes == nil:
		return wrong(ErrMismatch, "", "", "the table was not made with NewTable")
	case p == nil || p.attributes == nil:
		return wrong(ErrMismatch, "", "", "the preference was not made by a method of Attributes, such as Rating")
	case !t.attributes.same(p.attributes):
		return wrong(ErrMismatch, "", "ask again", "the preference was given for other attributes, or other ranges, than those of the table, and a weight holds only "+
			"for the range it was asked about")
	}
	return nil
}

// option gives the place of an option.
func (t *Table) option(id string) (int, error) {
	if i, ok := t.index[id]; ok {
		return i, nil
	}
	return 0, wrong(ErrOption, id, "check its id", "there is no option %q", id)
}

// lead gives, attribute by attribute, the least and the greatest amount by which option a can stand above option b in value.
// It subtracts scores before it divides, so that two near scores keep their small difference to the last digit.
func (t *Table) lead(a, b int) (low, high []float64) {
	low, high = make([]float64, len(t.attributes.list)), make([]float64, len(t.attributes.list))
	x, y := &t.options[a], &t.options[b]
	for k, of := range t.attributes.list {
		low[k] = (x.worse[k] - y.better[k]) / (of.Best - of.Worst)
		high[k] = (x.better[k] - y.worse[k]) / (of.Best - of.Worst)
	}
	return low, high
}
