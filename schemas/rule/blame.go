package rule

import "slices"

// missingNames lists the names that are to blame for a value that is missing. With bounds, parts that are decided whatever
// the answers are left out.
func (p *Program) missingNames(s *State, bounds *ranger) (names []string, more int) {
	b := s.blame
	if b == nil {
		b = &blaming{seen: make([]bool, len(s.frame))}
	}
	s.blame = nil // bounds may ask for names themselves
	b.state, b.ranger = s, bounds
	b.below(p.root)
	slices.Sort(b.slots)
	for i, slot := range b.slots {
		name := s.model.names[slot]
		switch {
		case name == "" || slices.Contains(names, name):
		case len(names) == maxNames:
			more++
		default:
			if names == nil {
				names = make([]string, 0, min(len(b.slots)-i, maxNames))
			}
			names = append(names, name)
		}
	}
	clear(b.seen)
	b.slots = b.slots[:0]
	s.blame = b
	return names, more
}

// blaming collects the inputs that make a value missing.
type blaming struct {
	state  *State
	ranger *ranger // nil where bounds do not count
	seen   []bool
	slots  []Slot
}

// node looks for what is missing at and below a node, unless it is decided.
func (b *blaming) node(n *node) {
	if n.list == nil && n.form != formTable {
		v := n.eval(b.state.frame)
		if v == v || b.ranger != nil && n.typ.Kind == Truth && b.ranger.bound(n).IsPoint() {
			return
		}
	}
	b.below(n)
}

// below looks for what is missing below a node that is missing itself.
func (b *blaming) below(n *node) {
	switch {
	case n.list != nil:
		for _, slot := range n.list.slots {
			if v := b.state.frame[slot]; v != v && !(n.list.leave && ReasonOf(v) == NotAsked) {
				b.slot(slot)
			}
		}
	case n.form == formName:
		b.slot(n.slot)
	case n.form == formChoice:
		b.choice(n)
	default:
		for _, kid := range n.kids {
			b.node(kid)
		}
	}
}

// choice blames the condition where it is missing, else the arm that was chosen. Where bounds count, both arms of an open
// condition do too.
func (b *blaming) choice(n *node) {
	c := n.kids[0].eval(b.state.frame)
	b.node(n.kids[0])
	if c == 1 || c != c && b.ranger != nil {
		b.node(n.kids[1])
	}
	if c == 0 || c != c && b.ranger != nil {
		b.node(n.kids[2])
	}
}

// slot blames an input, or the inputs behind a computed slot. What was rightly not asked is nobody's fault, and neither is a
// computed slot whose inputs are all there.
func (b *blaming) slot(slot Slot) {
	if b.seen[slot] {
		return
	}
	b.seen[slot] = true
	switch step := b.state.model.maker[slot].(type) {
	case nil:
		b.slots = append(b.slots, slot)
	case *compute:
		b.node(step.program.root)
	default:
		if ReasonOf(b.state.frame[slot]) == NotAsked {
			return
		}
		for _, read := range step.Reads() {
			if v := b.state.frame[read]; v != v && ReasonOf(v) != NotAsked {
				b.slot(read)
			}
		}
	}
}
