package rule

// form is what a node of the tree is. The forms are closed: whatever is not listed here is not part of the language.
type form uint8

const (
	formNumber  form = iota + 1 // a number as written
	formTruth                   // true or false
	formCode                    // a code in quotes
	formName                    // a name, dotted or not
	formList                    // of, or the name of a group
	formNegate                  // -x
	formNot                     // not x
	formArith                   // + - * /
	formCompare                 // == != < <= > >=
	formIn                      // in [..], not in [..]
	formAnd                     // and; a chain 1 < x < 3 is one too
	formOr                      // or
	formChoice                  // c ? a : b
	formCall                    // a call of one of our functions
	formTable                   // the name of a table or of weights, as a first argument
)

// node is one form of a rule with its place in the author's text. The type check completes it; after that it is only
// read, so that one Program can serve many goroutines.
type node struct {
	form form
	// word is the operator, name or code as written.
	word string
	kids []*node
	// from and to are characters of the author's text.
	from, to int

	// value is a constant's value, or a code's place in its set.
	value float64
	// typ is the type that the check found; known tells that it has been there.
	typ   Type
	known bool
	wrong bool // a fault was reported for it, so what follows from it stays silent
	// slot is where a name is read, and values are all that it can have, in rising order; nil where its type does not list them.
	slot   Slot
	values []float64
	// fn is the function that is called, list what a list node ranges over, lookup the table that a call reads.
	fn     *function
	list   *listing
	lookup *lookup
	// near are the doubles that equal a constant after 12 digits; members those of a list after `in`.
	near    [2]float64
	members [][2]float64
	// eval is the node's own closure, which explanation uses.
	eval eval

	// chain marks the `and` of a chain of comparisons, bracketed a node that stands in brackets of its own.
	chain, bracketed bool
	first, last      int // tokens, while the tree is built
}

// isConstant reports whether the node is a number, truth or code as written.
func (n *node) isConstant() bool {
	return n.form == formNumber || n.form == formTruth || n.form == formCode
}

// literal reports whether a node is made of codes in quotes alone, so that its answer set comes from elsewhere.
func (n *node) literal() bool {
	return n.form == formCode || n.form == formChoice && n.kids[1].literal() && n.kids[2].literal()
}

// walk visits a node and everything below it, in reading order. A node that a chain uses twice is visited twice.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, kid := range n.kids {
		kid.walk(visit)
	}
}
