package rule

import "slices"

// maxNames is how many names a result lists.
const maxNames = 8

// Decide gives a condition's value: 1, 0 or NA. First by Kleene's logic over the answers as they are. Where that is
// unknown, once more over bounds: what is known as it is, blanks as the ranges of their types; then despite names the
// missing inputs without which the condition could be decided, at most eight in document order. Bounds only ever turn
// unknown into known. The usual path allocates nothing.
func (p *Program) Decide(s *State) (v float64, despite []string) {
	v = p.Eval(s.frame)
	if v == v {
		return v, nil
	}
	b := p.Bound(s)
	if !b.IsPoint() {
		return v, nil
	}
	names, _ := p.missingNames(s, false)
	return b.Lo, names
}

// Missing says why a value is missing.
type Missing struct {
	// Reason is Present where the value is there.
	Reason Reason `json:"reason"`
	// Names are the inputs that are missing, in document order, at most eight; of a condition only those whose answer could
	// change it. A computed name stands here where no input is to blame.
	Names []string `json:"names,omitempty"`
	// More is how many names there are beyond those.
	More int `json:"more,omitempty"`
	// Because says which part of the rule has no result where the reason is undefined, such as a divisor of 0.
	Because string `json:"because,omitempty"`
}

// Missing explains a missing value over the answers in the State, after an Eval.
func (p *Program) Missing(s *State) Missing {
	v := p.Eval(s.frame)
	if v == v {
		return Missing{}
	}
	if p.source.Condition && p.Bound(s).IsPoint() {
		return Missing{}
	}
	m := Missing{Reason: ReasonOf(v)}
	m.Names, m.More = p.missingNames(s, p.source.Condition)
	if m.Reason == Undefined {
		m.Because = p.undefined(s.frame)
	}
	return m
}

// missingNames lists the names that are to blame. With bounds, parts that are decided whatever the answers are left out.
func (p *Program) missingNames(s *State, bounds bool) (names []string, more int) {
	b := &blaming{state: s, seen: make([]bool, len(s.frame))}
	if bounds {
		b.ranger = &ranger{at: s.Bound}
	}
	b.node(p.root)
	slices.Sort(b.slots)
	for _, slot := range b.slots {
		name := s.model.Name(slot)
		switch {
		case name == "" || slices.Contains(names, name):
		case len(names) == maxNames:
			more++
		default:
			names = append(names, name)
		}
	}
	return names, more
}

// blaming collects the slots that make a value missing.
type blaming struct {
	state  *State
	ranger *ranger // nil where bounds do not count
	seen   []bool
	slots  []Slot
}

// node looks for what is missing below a node.
func (b *blaming) node(n *node) {
	if n.list != nil {
		for _, slot := range n.list.slots {
			if v := b.state.frame[slot]; v != v && !(n.list.leave && ReasonOf(v) == NotAsked) {
				b.slot(slot)
			}
		}
		return
	}
	if n.form == formTable {
		return
	}
	v := n.eval(b.state.frame)
	if v == v || b.ranger != nil && n.typ.Kind == Truth && b.ranger.bound(n).IsPoint() {
		return
	}
	if n.form == formName {
		b.slot(n.slot)
		return
	}
	if n.form == formChoice {
		b.choice(n)
		return
	}
	for _, kid := range n.kids {
		b.node(kid)
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

// slot blames an input, or the inputs behind a computed slot, or that slot itself where no input is missing.
func (b *blaming) slot(slot Slot) {
	if b.seen[slot] {
		return
	}
	b.seen[slot] = true
	m := b.state.model
	step := m.maker[slot]
	before := len(b.slots)
	if step != nil {
		for _, read := range step.Reads() {
			if v := b.state.frame[read]; v != v && ReasonOf(v) != NotAsked {
				b.slot(read)
			}
		}
	}
	if len(b.slots) == before {
		b.slots = append(b.slots, slot)
	}
}
