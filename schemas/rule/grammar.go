package rule

import (
	"github.com/expr-lang/expr/parser/lexer"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeSyntax = diag.Define(diag.Info{
	Code:    "rule-syntax",
	Title:   "The rule cannot be read",
	Explain: "Something is missing or too much here: a bracket, a sign between two values, or a value between two signs.",
	Bad:     "rule: (q1 + q2 q3",
	Good:    "rule: (q1 + q2) * q3",
})

// grammar finds what a parser would stop at, all of it and in plain words: brackets that do not match, two values
// without a sign between them, a sign without a value.
func (f *front) grammar(tokens []lexer.Token) bool {
	before := f.faults
	f.pairing(tokens)
	for i := 0; i+1 < len(tokens); i++ {
		f.neighbours(tokens, i)
	}
	if first := tokens[0]; needsLeft(first) {
		f.missing(first, "before")
	}
	return f.faults == before
}

var closing = map[string]string{"(": ")", "[": "]"}

func (f *front) pairing(tokens []lexer.Token) {
	var open []lexer.Token
	for _, t := range tokens {
		switch {
		case t.Is(lexer.Bracket, "(", "["):
			open = append(open, t)
		case t.Is(lexer.Bracket) && len(open) == 0:
			f.fault(codeSyntax, t.From, t.To, "this %s closes nothing", signOf(t.Value)).Hinted("Take it out, or open it where it belongs")
		case t.Is(lexer.Bracket):
			last := open[len(open)-1]
			if closing[last.Value] != t.Value {
				f.fault(codeSyntax, t.From, t.To, "%s cannot close %s", signOf(t.Value), signOf(last.Value)).
					Hinted("Write %s", closing[last.Value]).Beside(f.place(last.From, last.To), "opened here")
			}
			open = open[:len(open)-1]
		}
	}
	for _, t := range open {
		f.fault(codeSyntax, t.From, t.To, "this %s is never closed", signOf(t.Value)).
			Hinted("Write %s where it ends", closing[t.Value])
	}
}

// neighbours looks at two tokens in a row.
func (f *front) neighbours(tokens []lexer.Token, i int) {
	a, b := tokens[i], tokens[i+1]
	switch {
	case ends(a) && starts(b) && !(a.Kind == lexer.Identifier && b.Is(lexer.Bracket, "(")) && !a.Is(lexer.Operator, "."):
		f.fault(codeSyntax, b.From, b.To, "a sign such as + or `and` is missing before %s", signOf(shown(b))).
			Hinted("Write the sign between the two, or take one of them out")
	case needsRight(a) && (b.Kind == lexer.EOF || b.Is(lexer.Bracket, ")", "]") && !a.Is(lexer.Operator, ",")):
		f.missing(a, "after")
	case a.Is(lexer.Operator, "not") && b.Is(lexer.Operator, "in"):
	case (needsRight(a) || a.Is(lexer.Bracket, "(", "[")) && needsLeft(b):
		f.missing(b, "before")
	case a.Is(lexer.Operator, ",") && b.Is(lexer.Bracket):
		if b.Is(lexer.Bracket, ")", "]") {
			f.fault(codeSyntax, a.From, a.To, "nothing follows this comma").Hinted("Take it out, or name what follows")
		}
	case a.Is(lexer.Operator, ".") && b.Kind != lexer.Identifier, b.Is(lexer.Operator, ".") && a.Kind != lexer.Identifier:
		f.fault(codeSyntax, a.From, b.To, "a dot stands only inside a name such as total.band").Hinted("Take it out")
	}
}

// missing reports a sign that lacks a value on one side.
func (f *front) missing(sign lexer.Token, side string) {
	f.fault(codeSyntax, sign.From, sign.To, "a value is missing %s %s", side, signOf(sign.Value)).Hinted("Write the value, or take the sign out")
}

// ends and starts say whether an operand can end or start with the token.
func ends(t lexer.Token) bool {
	return t.Kind == lexer.Identifier || t.Kind == lexer.Number || t.Kind == lexer.String || t.Is(lexer.Bracket, ")", "]")
}

func starts(t lexer.Token) bool {
	return t.Kind == lexer.Identifier || t.Kind == lexer.Number || t.Kind == lexer.String || t.Is(lexer.Bracket, "(", "[")
}

// needsLeft and needsRight say whether the token joins what stands before or after it.
func needsLeft(t lexer.Token) bool {
	return t.Kind == lexer.Operator && !t.Is(lexer.Operator, "-", "not", "+")
}

func needsRight(t lexer.Token) bool { return t.Kind == lexer.Operator && !t.Is(lexer.Operator, ".") }

func shown(t lexer.Token) string {
	if t.Kind == lexer.String {
		return `"` + t.Value + `"`
	}
	return t.Value
}
