package cases

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// mostMoves is how many moves of one result a Diff lists.
const mostMoves = 5

// compared is a result that both models work out, with the moves that were seen.
type compared struct {
	name  string
	slots [2]rule.Slot
	types [2]rule.Type
	reads map[string]bool // the inputs behind it in either model
	moves []*seenMove
	found map[[2]string]*seenMove
	moved int
}

// seenMove is a Move with the row of its first person.
type seenMove struct {
	Move
	row []float64
}

// common gives the results that both models have, in the order of the new one.
func (c *comparison) common() []*compared {
	var all []*compared
	for _, out := range c.editions[1].Model.Outputs() {
		slot, ok := computed(c.editions[0].Model, out.Name)
		if !ok {
			continue
		}
		o := &compared{
			name: out.Name, slots: [2]rule.Slot{slot, out.Slot}, types: [2]rule.Type{c.editions[0].Model.Type(slot), out.Type},
			reads: map[string]bool{}, found: map[[2]string]*seenMove{},
		}
		for _, e := range c.editions {
			for _, name := range e.Model.InputsOf(out.Name) {
				o.reads[name] = true
			}
		}
		all = append(all, o)
	}
	return all
}

// see notes whether the result of an evaluated person differs.
func (o *compared) see(c *comparison, row []float64) {
	was, is := c.states[0].Get(o.slots[0]), c.states[1].Get(o.slots[1])
	if o.same(was, is) {
		return
	}
	o.moved++
	said := [2]string{c.value(0, o, was), c.value(1, o, is)}
	if said[0] == said[1] { // the words of a kind may be coarser than the value
		said = [2]string{o.plain(0, was), o.plain(1, is)}
	}
	move := o.found[said]
	if move == nil {
		move = &seenMove{Move: Move{Was: said[0], Becomes: said[1]}, row: row}
		o.found[said] = move
		o.moves = append(o.moves, move)
	}
	move.People++
}

// same reports whether two values of the result are one: as numbers, or by the ids of their codes. Why they are missing does
// not count.
func (o *compared) same(was, is float64) bool {
	switch {
	case rule.IsNA(was) || rule.IsNA(is):
		return rule.IsNA(was) && rule.IsNA(is)
	case o.types[0].Kind == rule.Number && o.types[1].Kind == rule.Number:
		return rule.Equal(was, is)
	default:
		return o.types[0].Format(was) == o.types[1].Format(is)
	}
}

// value says a value in the words of its edition.
func (c *comparison) value(k int, o *compared, v float64) string {
	if w := c.editions[k].Wording; w != nil {
		if said := w.Value(o.name, v); said != "" {
			return said
		}
	}
	return o.plain(k, v)
}

func (o *compared) plain(k int, v float64) string {
	if rule.IsNA(v) {
		return unknown
	}
	return o.types[k].Format(v)
}

// called says what people call a result.
func (e Edition) called(name string) string {
	if e.Wording != nil {
		if said := e.Wording.Output(name); said != "" {
			return said
		}
	}
	return name
}

// results gives the results that differ for somebody, in the order of the new document, then those that only one has.
func (c *comparison) results() []ResultChange {
	var all []ResultChange
	for _, o := range c.outputs {
		if o.moved == 0 {
			continue
		}
		slices.SortStableFunc(o.moves, func(a, b *seenMove) int { return b.People - a.People })
		r := ResultChange{Output: o.name, Called: c.editions[1].called(o.name), Presence: InBoth, People: o.moved}
		for i, move := range o.moves {
			if i == mostMoves {
				r.More = len(o.moves) - i
				break
			}
			move.Person = c.person(o.reads, move.row)
			r.Moves = append(r.Moves, move.Move)
		}
		all = append(all, r)
	}
	only := func(k int, presence Presence) {
		for _, out := range c.editions[k].Model.Outputs() {
			if _, ok := computed(c.editions[1-k].Model, out.Name); !ok {
				all = append(all, ResultChange{Output: out.Name, Called: c.editions[k].called(out.Name), Presence: presence})
			}
		}
	}
	only(1, Added)
	only(0, Removed)
	return all
}
