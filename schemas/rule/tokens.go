package rule

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser/lexer"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeForbidden = diag.Define(diag.Info{
	Code:    "rule-forbidden",
	Title:   "A form that rules do not have",
	Explain: "Rules are a small, closed language, so that each can be checked by hand and none can loop, guess a missing value or reach outside the definition. The page on rules lists everything there is.",
	Bad:     "rule: q1 ?? 0",
	Good:    "rule: ifna(q1, 0)",
})

var codeSign = diag.Define(diag.Info{
	Code:    "rule-sign",
	Title:   "A sign or word that is written otherwise here",
	Explain: "Comparisons are == != < <= > >=, and words are and, or, not, in, in small letters.",
	Bad:     `when: age => 65 AND sex = "female"`,
	Good:    `when: age >= 65 and sex == "female"`,
})

var codeDecimalComma = diag.Define(diag.Info{
	Code:    "rule-decimal-comma",
	Title:   "A decimal comma",
	Explain: "Numbers have a decimal point. A comma separates the arguments of a function.",
	Bad:     "rule: total * 1,5",
	Good:    "rule: total * 1.5",
})

var codeNumber = diag.Define(diag.Info{
	Code:    "rule-number",
	Title:   "A number that cannot be read",
	Explain: "A number is digits with at most one decimal point, such as 12 or 0.05: no units, no separators, no hexadecimal.",
	Bad:     "rule: dose * 10mg",
	Good:    "rule: dose * 10",
})

// tokens lexes the text, lets only known tokens through and mends those that have one certain reading. It reports every
// fault, and is false where the text cannot be read on.
func (f *front) tokens() ([]lexer.Token, bool) {
	tokens, ok := f.lex()
	if !ok {
		return nil, false
	}
	if !f.sizes(tokens) {
		return nil, false
	}
	readable := true
	var changes []change
	for i := 0; i < len(tokens); {
		used, c, ok := f.token(tokens, i)
		if c != nil {
			changes = append(changes, *c)
		}
		readable = readable && ok
		i += used
	}
	if !readable {
		return nil, false
	}
	if len(changes) > 0 {
		f.text = f.text.mended(changes)
		return f.lex()
	}
	return tokens, true
}

func (f *front) lex() ([]lexer.Token, bool) {
	tokens, err := lexer.Lex(file.NewSource(f.text.String()))
	if err == nil {
		return tokens, true
	}
	var e *file.Error
	if !errors.As(err, &e) {
		e = &file.Error{Location: file.Location{From: 0, To: 1}}
	}
	from := e.From
	for from > 0 && wordish(f.text.chars[min(from-1, len(f.text.chars)-1)]) {
		from--
	}
	to := min(max(e.To, from+1), len(f.text.chars))
	for to < len(f.text.chars) && wordish(f.text.chars[to]) {
		to++
	}
	f.fault(codeNumber, from, to, "%s is not a number that can be read", signOf(string(f.text.chars[min(from, to):to]))).
		Hinted("Write digits with at most one decimal point, and no unit")
	return nil, false
}

func wordish(r rune) bool {
	return r == '_' || r == '.' || allowed(r) && !strings.ContainsRune("+-*/=!<>?:,()[]{}&|;%^ \t\r\n", r)
}

// sizes checks the limits before a parser sees the text: a million brackets would exhaust its stack beyond recovery.
func (f *front) sizes(tokens []lexer.Token) bool {
	depth, nodes := 0, 0
	for _, t := range tokens {
		switch {
		case t.Kind == lexer.EOF, t.Is(lexer.Operator, ",", ":", "."):
		case t.Is(lexer.Bracket, "(", "[", "{"):
			if depth++; depth > MaxDepth {
				f.fault(codeTooBig, t.From, t.To, "brackets nest more than %d deep here", MaxDepth).
					Hinted("Split it into several scores that name each other")
				return false
			}
		case t.Is(lexer.Bracket):
			depth--
		default:
			if nodes++; nodes > MaxNodes {
				f.fault(codeTooBig, t.From, t.To, "the rule has more than %d names, numbers, codes and signs", MaxNodes).
					Hinted("Split it into several scores that name each other, or use a table")
				return false
			}
		}
	}
	return true
}

// token checks one token. It gives how many tokens it took, a change that mends them, and whether reading can go on.
func (f *front) token(tokens []lexer.Token, i int) (int, *change, bool) {
	t := tokens[i]
	switch t.Kind {
	case lexer.EOF, lexer.Bracket:
		return f.bracket(tokens, i)
	case lexer.Number:
		return f.number(tokens, i)
	case lexer.String:
		return 1, nil, true
	case lexer.Identifier:
		return f.word(tokens, i)
	case lexer.Operator:
		return f.operator(tokens, i)
	default:
		f.fault(codeForbidden, t.From, t.To, "bytes are not part of the language").Hinted(`Write a code as "code"`)
		return 1, nil, false
	}
}

func (f *front) number(tokens []lexer.Token, i int) (int, *change, bool) {
	t := tokens[i]
	if comma := i + 2; comma < len(tokens) && tokens[i+1].Is(lexer.Operator, ",") && tokens[comma].Kind == lexer.Number &&
		tokens[i+1].From == t.To && tokens[comma].From == tokens[i+1].To && outsideBrackets(tokens, i) {
		point := t.Value + "." + tokens[comma].Value
		f.fault(codeDecimalComma, t.From, tokens[comma].To, "a number has a decimal point, not a comma").
			Hinted("Write %s", point).Mended(f.place(t.From, tokens[comma].To), point)
		return 3, &change{t.From, tokens[comma].To, point}, true
	}
	if strings.Trim(t.Value, "0123456789.eE+-") != "" {
		f.fault(codeNumber, t.From, t.To, "%s is not a number that can be read", signOf(t.Value)).
			Hinted("Write plain decimal digits")
		return 1, nil, false
	}
	if v, err := strconv.ParseFloat(t.Value, 64); err != nil || math.Abs(v) > maxNumber {
		f.fault(codeNumber, t.From, t.To, "the number %s cannot be used", signOf(t.Value)).
			Hinted("Numbers may be as large as 1,000,000,000,000,000")
		return 1, nil, false
	}
	return 1, nil, true
}

// maxNumber is the largest number that may be written in a rule; every whole number up to it is exact.
const maxNumber = 1e15

// outsideBrackets reports whether a token stands in no call and no list, where a comma has no meaning.
func outsideBrackets(tokens []lexer.Token, i int) bool {
	depth := 0
	for j := i - 1; j >= 0; j-- {
		switch {
		case tokens[j].Is(lexer.Bracket, ")", "]", "}"):
			depth++
		case tokens[j].Is(lexer.Bracket) && depth > 0:
			depth--
		case tokens[j].Is(lexer.Bracket, "["):
			return false
		case tokens[j].Is(lexer.Bracket, "(") && j > 0 && tokens[j-1].Kind == lexer.Identifier:
			return false
		}
	}
	return true
}
