package values

import (
	"errors"
	"maps"
	"slices"
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

// NewTable checks 2 to MaxOptions options against the attributes. The error joins every *Fault, of kind ErrOption or ErrCell.
// A score outside the author's range is a fault and is never moved to the edge.
func NewTable(attributes *Attributes, options ...Option) (*Table, error) {
	if err := attributes.usable(); err != nil {
		return nil, err
	}
	if len(options) < 2 {
		return nil, optionFault("", "a table needs at least two options, and has %d: with one alone there is nothing to weigh up", len(options))
	}
	if len(options) > MaxOptions {
		return nil, optionFault("", "there are %d options, and at most %d fit in one table: split the decision", len(options), MaxOptions)
	}
	t := &Table{attributes: attributes, index: make(map[string]int, len(options))}
	var faults []error
	for i, one := range options {
		if one.ID == "" {
			faults = append(faults, optionFault("", "option %d has no id: results could not name it", i+1))
			continue
		}
		if first, twice := t.index[one.ID]; twice {
			faults = append(faults, optionFault(one.ID, "options %d and %d are both called %q: rename one", first+1, i+1, one.ID))
			continue
		}
		t.index[one.ID] = i
		faults = append(faults, t.add(one)...)
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return t, nil
}

// add lays out the cells of one option and gives what is wrong with them.
func (t *Table) add(option Option) (faults []error) {
	e := entry{id: option.ID, name: option.Name}
	if e.name == "" {
		e.name = e.id
	}
	for _, id := range slices.Sorted(maps.Keys(option.Cells)) {
		if _, ok := t.attributes.index[id]; !ok {
			faults = append(faults, cellFault(option.ID, id, "there is no such attribute: check its id"))
		}
	}
	for _, of := range t.attributes.list {
		cell := option.Cells[of.ID]
		if err := cell.check(option.ID, of); err != nil {
			faults = append(faults, err)
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
		return &Fault{Kind: ErrMismatch, Text: "the table was not made with NewTable"}
	case p == nil || p.attributes == nil:
		return &Fault{Kind: ErrMismatch, Text: "the preference was not made by a method of Attributes, such as Rating"}
	case !t.attributes.same(p.attributes):
		return &Fault{Kind: ErrMismatch, Text: "the preference was given for other attributes, or other ranges, than those of the table: " +
			"a weight holds only for the range it was asked about, so ask again"}
	}
	return nil
}

// option gives the place of an option.
func (t *Table) option(id string) (int, error) {
	if i, ok := t.index[id]; ok {
		return i, nil
	}
	return 0, optionFault(id, "there is no option %q: check its id", id)
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
