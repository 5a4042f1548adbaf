package rule

import "slices"

// Branch is one way in which a part of a rule can turn out, which somebody should have seen before the rule is trusted: an
// operand of `and`, `or`, `not`, `? :` or a call that is true, false or unknown, or an arm of `? :` that is chosen. It is
// immutable and safe for concurrent use.
type Branch struct {
	// About says it in the words of the author: "`q9 >= 1` is unknown", "`2` is chosen".
	About string
	// From and To are the characters of the rule's text that it is about.
	From, To int

	program *Program
	way     turn
	path    []turn // what has to turn out so that the part is looked at
}

// turn is a condition that turns out in one way.
type turn struct {
	cond *node
	out  float64 // 1, 0, or NA for unknown
}

// Branches gives every branch of the rule in reading order, possible or not. How the whole rule turns out is no branch. A
// part of an arm counts only for people for whom the arm is chosen.
func (p *Program) Branches() []Branch {
	l := &branching{program: p, seen: map[*node]bool{}}
	l.node(p.root, true)
	return l.found
}

// Taken reports whether the part turned out so for the answers in a State, after an Eval.
func (b Branch) Taken(s *State) bool {
	if b.program == nil || !b.program.fits(s.frame) {
		return false
	}
	for _, t := range b.path {
		if !t.taken(s.frame) {
			return false
		}
	}
	return b.way.taken(s.frame)
}

func (t turn) taken(f []float64) bool {
	v := t.cond.eval(f)
	return v == t.out || v != v && t.out != t.out
}

// Possible reports whether the part can turn out so for anybody, over the bounds of a State such as Model.Ranges gives. Where
// it is false that is proved; where it is true there may still be nobody.
func (b Branch) Possible(all *State) bool {
	if b.program == nil {
		return false
	}
	e := all.ranger()
	for _, t := range b.path {
		if !t.possible(e) {
			return false
		}
		if t.out != t.out {
			continue // nothing more is known of an operand that is missing
		}
		inner, possible := e.assuming(t.cond, t.out == 1)
		if !possible {
			return false
		}
		e = inner
	}
	return b.way.possible(e)
}

func (t turn) possible(e *ranger) bool {
	yes, no, na := can(e.bound(t.cond))
	switch t.out {
	case 1:
		return yes
	case 0:
		return no
	default:
		return na
	}
}

// branching lists the branches of one rule.
type branching struct {
	program *Program
	seen    map[*node]bool
	path    []turn
	found   []Branch
}

func (l *branching) add(about *node, says string, way turn) {
	l.found = append(l.found, Branch{
		program: l.program, About: signOf(l.program.quote(about)) + says, From: about.from, To: about.to, way: way, path: slices.Clone(l.path),
	})
}

// node lists what is below a node. told says that somebody else asks how the node itself turns out.
func (l *branching) node(n *node, told bool) {
	if l.seen[n] || n.isConstant() || n.list != nil { // the middle of a chain stands in the tree twice
		return
	}
	l.seen[n] = true
	if n.typ.Kind == Truth && n.form != formNot && !told {
		l.add(n, " is true", turn{n, 1})
		l.add(n, " is false", turn{n, 0})
		l.add(n, " is unknown", turn{n, NA(Blank)})
	}
	switch {
	case n.form == formNot:
		l.node(n.kids[0], told) // it is unknown exactly where its operand is
	case n.form == formChoice:
		l.choice(n)
	case n.word == "answered": // whether there is an answer is asked, and not which
	case n.word == "ifna":
		l.node(n.kids[0], false)
		l.below(turn{n.kids[0], NA(Blank)}, n.kids[1])
	default:
		for _, kid := range n.kids {
			if kid.form != formTable {
				l.node(kid, false)
			}
		}
	}
}

func (l *branching) choice(n *node) {
	cond := n.kids[0]
	l.node(cond, true)
	l.add(cond, " is unknown", turn{cond, NA(Blank)})
	for i, out := range []float64{1, 0} {
		arm := n.kids[i+1]
		l.add(arm, " is chosen", turn{cond, out})
		l.below(turn{cond, out}, arm)
	}
}

// below lists what is looked at only where something turned out in a certain way.
func (l *branching) below(t turn, n *node) {
	l.path = append(l.path, t)
	l.node(n, false)
	l.path = l.path[:len(l.path)-1]
}
