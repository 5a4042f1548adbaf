package rule

import (
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser/lexer"
)

// treeBuilder turns expr's tree into ours and refuses every form that is not part of the language.
type treeBuilder struct {
	*front
	tokens []lexer.Token
	at     map[int]int // token by the character where it starts
	match  map[int]int // closing bracket by opening bracket
	made   map[ast.Node]*node
}

// build gives our node for one of expr's, always the same for the same: in a chain 1 < x < 3 both comparisons share x.
func (b *treeBuilder) build(n ast.Node) *node {
	if done, ok := b.made[n]; ok {
		return done
	}
	out := b.convert(n)
	b.made[n] = out
	out.from, out.to = b.text.place(b.tokens[out.first].From, b.tokens[out.last].To)
	return out
}

func (b *treeBuilder) convert(n ast.Node) *node {
	here := b.at[n.Location().From]
	leaf := &node{first: here, last: here}
	switch n := n.(type) {
	case *ast.IntegerNode:
		leaf.form, leaf.value = formNumber, float64(n.Value)
	case *ast.FloatNode:
		leaf.form, leaf.value = formNumber, n.Value
	case *ast.BoolNode:
		leaf.form = formTruth
		if n.Value {
			leaf.value = 1
		}
	case *ast.StringNode:
		leaf.form, leaf.word = formCode, n.Value
	case *ast.IdentifierNode:
		leaf.form, leaf.word = formName, n.Value
	case *ast.MemberNode:
		return b.dotted(n)
	case *ast.UnaryNode:
		return b.unary(n)
	case *ast.BinaryNode:
		return b.binary(n)
	case *ast.ConditionalNode:
		return b.over(&node{form: formChoice, word: "?"}, n.Cond, n.Exp1, n.Exp2)
	case *ast.CallNode:
		return b.call(n)
	default:
		b.refuse(leaf)
	}
	return leaf
}

// refuse reports a form that slipped past the tokens.
func (b *treeBuilder) refuse(n *node) {
	t := b.tokens[n.first]
	b.fault(codeForbidden, t.From, t.To, "%s is not part of the language here", signOf(t.Value)).Hinted("Use the forms that the page on rules lists")
}

// dotted joins total.band into one name.
func (b *treeBuilder) dotted(n *ast.MemberNode) *node {
	last := b.at[n.Property.Location().From]
	property, ok := n.Property.(*ast.StringNode)
	if !ok || n.Optional || n.Method {
		bad := &node{form: formName, first: last, last: last}
		b.refuse(bad)
		return bad
	}
	owner := b.build(n.Node)
	if owner.form != formName || owner.bracketed {
		b.fault(codeSyntax, b.tokens[last].From, b.tokens[last].To, "a dot stands only inside a name such as total.band").
			Hinted("Write the whole name without brackets")
	}
	return &node{form: formName, word: owner.word + "." + property.Value, first: owner.first, last: last}
}

func (b *treeBuilder) unary(n *ast.UnaryNode) *node {
	here := b.at[n.Location().From]
	switch n.Operator {
	case "-":
		kid := b.build(n.Node)
		_, last := b.wide(kid)
		if kid.form == formNumber {
			return &node{form: formNumber, value: -kid.value, first: here, last: last}
		}
		return &node{form: formNegate, word: "-", kids: []*node{kid}, first: here, last: last}
	case "not":
		if in, ok := n.Node.(*ast.BinaryNode); ok && in.Operator == "in" && b.tokens[here].Is(lexer.Operator, "in") {
			out := b.membership(in)
			out.word = "not in"
			return out
		}
		kid := b.build(n.Node)
		_, last := b.wide(kid)
		return &node{form: formNot, word: "not", kids: []*node{kid}, first: here, last: last}
	default:
		kid := b.build(n.Node)
		t := b.tokens[here]
		b.fault(codeSyntax, t.From, t.To, "a sign such as %s cannot stand alone before a value", signOf(n.Operator)).
			Hinted("Leave it out").Mended(b.place(t.From, t.To), "")
		return kid
	}
}

func (b *treeBuilder) binary(n *ast.BinaryNode) *node {
	switch n.Operator {
	case "+", "-", "*", "/":
		return b.over(&node{form: formArith, word: n.Operator}, n.Left, n.Right)
	case "==", "!=", "<", "<=", ">", ">=":
		return b.over(&node{form: formCompare, word: n.Operator}, n.Left, n.Right)
	case "and":
		return b.over(&node{form: formAnd, word: "and"}, n.Left, n.Right)
	case "&&": // the token is refused, so this is how the parser writes a chain
		return b.over(&node{form: formAnd, word: "and", chain: true}, n.Left, n.Right)
	case "or":
		return b.over(&node{form: formOr, word: "or"}, n.Left, n.Right)
	case "in":
		return b.membership(n)
	default:
		out := b.over(&node{form: formArith, word: n.Operator}, n.Left, n.Right)
		b.refuse(&node{first: b.at[n.Location().From]})
		return out
	}
}

// membership reads x in [constants].
func (b *treeBuilder) membership(n *ast.BinaryNode) *node {
	left := b.build(n.Left)
	first, _ := b.wide(left)
	out := &node{form: formIn, word: "in", kids: []*node{left}, first: first, last: b.at[n.Location().From]}
	list, ok := n.Right.(*ast.ArrayNode)
	if !ok {
		right := b.build(n.Right)
		_, out.last = b.wide(right)
		b.fault(codeSyntax, b.tokens[right.first].From, b.tokens[out.last].To, "after `in` stands a list in square brackets").
			Hinted(`Write x in ["a", "b"]`)
		return out
	}
	out.last = b.match[b.at[list.Location().From]]
	if len(list.Nodes) == 0 {
		b.fault(codeSyntax, b.tokens[b.at[list.Location().From]].From, b.tokens[out.last].To, "the list after `in` is empty").
			Hinted("Name what is meant, such as x in [1, 2]")
	}
	for _, item := range list.Nodes {
		out.kids = append(out.kids, b.build(item))
	}
	return out
}

func (b *treeBuilder) call(n *ast.CallNode) *node {
	here := b.at[n.Location().From]
	out := &node{form: formCall, first: here, last: here}
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		b.refuse(out)
		return out
	}
	out.word = callee.Value
	if end, closed := b.match[here+1]; closed {
		out.last = end
	}
	for _, argument := range n.Arguments {
		out.kids = append(out.kids, b.build(argument))
	}
	return out
}

// over completes a node that stretches over its operands.
func (b *treeBuilder) over(out *node, parts ...ast.Node) *node {
	for _, part := range parts {
		out.kids = append(out.kids, b.build(part))
	}
	out.first, _ = b.wide(out.kids[0])
	_, out.last = b.wide(out.kids[len(out.kids)-1])
	return out
}

// wide stretches a node over the brackets that stand around it alone.
func (b *treeBuilder) wide(n *node) (first, last int) {
	first, last = n.first, n.last
	for first > 0 && b.tokens[first-1].Is(lexer.Bracket, "(") && b.match[first-1] == last+1 &&
		!(first > 1 && b.tokens[first-2].Kind == lexer.Identifier) {
		first, last, n.bracketed = first-1, last+1, true
	}
	return first, last
}
