package rule

import (
	"slices"
)

// Source is one rule as its document has it.
type Source struct {
	// At is the JSON pointer of the rule, Text what it says.
	At, Text string
	// Want is the type that the key of the rule needs.
	Want Type
	// Condition tells that the rule decides something (when, ask_when, for, unless, levels), so that bounds may decide it.
	Condition bool
	// Protects tells that the condition stands in a right or an alert: a warning says where an answer could take a known
	// finding back.
	Protects bool
	// Of is what `of` means; nil outside a score's rule.
	Of *List
}

// eval is a piece of a rule, ready to run over a frame.
type eval func(f []float64) float64

// Program is a compiled rule. It is immutable and safe for concurrent use.
type Program struct {
	source Source
	root   *node
	code   eval
	reads  []Slot
	width  int // how long a frame must be to have them all
	cuts   []Cut
	typ    Type
	seat   int // of a condition: its place among those of its Builder, under which a State keeps its bound; else -1
}

// Compile reads, checks and compiles a rule. It reports everything that is wrong with it at exact places, and gives nil
// where any of that is an error.
func (b *Builder) Compile(src Source) *Program {
	f := &front{report: b.report, pointer: src.At}
	root := f.read(src.Text)
	if root == nil {
		b.failed = true
		return nil
	}
	c := &checker{report: b.report, scope: &b.scope, source: src, faults: f.faults}
	c.check(root)
	if c.faults > 0 {
		b.failed = true
		return nil
	}
	l := &lowering{types: b.scope.types}
	p := &Program{source: src, root: root, code: l.program(root), typ: root.typ, seat: -1}
	if src.Condition {
		p.seat = b.model.conditions
		b.model.conditions++
	}
	p.reads, p.cuts = readsOf(root), cutsOf(root)
	if n := len(p.reads); n > 0 {
		p.width = int(p.reads[n-1]) + 1
	}
	return p
}

// Eval gives the value over a frame: a number, 1 or 0 for a truth, the place of a code in its set, or NA with its
// reason. It is never infinite and never negative zero. A frame that is too short gives NA(internal).
func (p *Program) Eval(frame []float64) float64 {
	if !p.fits(frame) {
		return NA(Internal)
	}
	return p.run(frame)
}

// fits reports whether a frame has every slot that the rule reads.
func (p *Program) fits(frame []float64) bool { return p.width <= len(frame) }

// run evaluates over a frame that is known to be long enough.
func (p *Program) run(frame []float64) float64 {
	v := p.code(frame)
	if v-v != 0 || v == 0 {
		return settle(v)
	}
	return v
}

// Reads gives the slots that the rule reads, each once, in rising order.
func (p *Program) Reads() []Slot { return slices.Clone(p.reads) }

// Text gives the rule as its author wrote it.
func (p *Program) Text() string { return p.source.Text }

// Pointer gives where in its document the rule stands.
func (p *Program) Pointer() string { return p.source.At }

// Type gives the type of the rule's value.
func (p *Program) Type() Type { return p.typ }

func readsOf(root *node) []Slot {
	var reads []Slot
	root.walk(func(n *node) {
		switch {
		case n.form == formName:
			reads = append(reads, n.slot)
		case n.list != nil:
			reads = append(reads, n.list.slots...)
		}
	})
	slices.Sort(reads)
	return slices.Compact(reads)
}

// Cut is a place where a rule changes its mind: a name that it compares with a constant.
type Cut struct {
	Slot Slot
	// Op is the comparison as seen from the slot: == != < <= > >=, in, or table for a key of a look-up.
	Op string
	// Value is the constant; for a code its place in the set.
	Value float64
}

// Cuts gives the comparisons of one name with a constant, and the keys of tables that are read with one name, in
// reading order. Values beside them are where a rule is worth trying.
func (p *Program) Cuts() []Cut { return slices.Clone(p.cuts) }

var mirrored = map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}

func cutsOf(root *node) []Cut {
	var cuts []Cut
	add := func(c Cut) {
		if !slices.Contains(cuts, c) {
			cuts = append(cuts, c)
		}
	}
	root.walk(func(n *node) {
		switch {
		case n.form == formCompare && n.kids[0].form == formName && n.kids[1].isConstant():
			add(Cut{n.kids[0].slot, n.word, n.kids[1].value})
		case n.form == formCompare && n.kids[1].form == formName && n.kids[0].isConstant():
			add(Cut{n.kids[1].slot, mirrored[n.word], n.kids[0].value})
		case n.form == formIn && n.kids[0].form == formName:
			for _, k := range n.kids[1:] {
				add(Cut{n.kids[0].slot, "in", k.value})
			}
		case n.lookup != nil && n.kids[1].form == formName:
			for _, key := range n.lookup.keys {
				add(Cut{n.kids[1].slot, "table", key})
			}
		}
	})
	return cuts
}
