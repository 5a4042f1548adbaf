package rule

import (
	"errors"
	"sync"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/builtin"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/parser/lexer"
)

// exprPredicates are the predicates of expr that its parser reads in a grammar of their own unless they are overridden.
var exprPredicates = []string{
	"all", "none", "any", "one", "filter", "map", "count", "sum", "find", "findIndex", "findLast", "findLastIndex",
	"groupBy", "sortBy", "reduce",
}

// parserConfig makes expr's parser read every call, its own functions' too, as a plain call, so that ours keep their
// names and the others get our message. It is made for each parse because the parser may cache in it; the table of calls,
// which it only reads, is shared.
func parserConfig() *conf.Config {
	return &conf.Config{
		MaxNodes:  4 * MaxNodes, // sizes has counted already; calls make two nodes and chains three
		Functions: plainCalls(),
	}
}

// plainCalls lists the names of all functions, expr's and ours, without what they do.
var plainCalls = sync.OnceValue(func() conf.FunctionsTable {
	calls := conf.FunctionsTable{}
	for _, f := range builtin.Builtins {
		calls[f.Name] = &builtin.Function{Name: f.Name}
	}
	for _, name := range exprPredicates {
		calls[name] = &builtin.Function{Name: name}
	}
	for _, fn := range functions {
		calls[fn.name] = &builtin.Function{Name: fn.name}
	}
	return calls
})

// parse runs expr's parser over the mended text and turns its tree into ours.
func (f *front) parse() *node {
	tokens, ok := f.lex()
	if !ok {
		return nil
	}
	tree, err := parser.ParseWithConfig(f.text.String(), parserConfig())
	if err != nil {
		f.syntax(err)
		return nil
	}
	b := &treeBuilder{front: f, tokens: tokens, at: map[int]int{}, match: map[int]int{}, made: map[ast.Node]*node{}}
	b.index()
	before := f.faults
	root := b.build(tree.Node)
	if f.faults > before {
		return nil
	}
	return root
}

// syntax reports what the parser stopped at. The grammar check before it has found the usual faults, in plainer words.
func (f *front) syntax(err error) {
	from, to := 0, len(f.text.chars)
	var e *file.Error
	if errors.As(err, &e) {
		from, to = e.From, e.To
	}
	from = min(max(from, 0), len(f.text.chars)-1)
	to = min(max(to, from+1), len(f.text.chars))
	text := string(f.text.chars[from:to])
	f.fault(codeSyntax, from, to, "the rule cannot be read from %s on", signOf(text)).
		Hinted("A bracket, a sign or one half of `condition ? one : other` is missing or too much here")
}

// index finds tokens by place, and the partner of every bracket.
func (b *treeBuilder) index() {
	var open []int
	for i, t := range b.tokens {
		b.at[t.From] = i
		switch {
		case t.Is(lexer.Bracket, "(", "["):
			open = append(open, i)
		case t.Is(lexer.Bracket) && len(open) > 0:
			b.match[open[len(open)-1]] = i
			open = open[:len(open)-1]
		}
	}
}
