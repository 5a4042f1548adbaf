package rule

import (
	"strings"

	"github.com/expr-lang/expr/parser/lexer"
)

// foreignWords are words that mean something in other languages, and what is written here.
var foreignWords = map[string]string{
	"null":      "a missing value cannot be written; ask answered(x)",
	"nil":       "a missing value cannot be written; ask answered(x)",
	"NA":        "a missing value cannot be written; ask answered(x)",
	"unknown":   "a missing value cannot be written; ask answered(x)",
	"missing":   "a missing value cannot be written; ask answered(x)",
	"not_asked": "a missing value cannot be written; ask answered(x)",
	"between":   "write 1 <= x <= 3",
	"then":      "write condition ? one : other",
}

// joins are foreign words that mean something only behind a value, so that they may be names.
var joins = map[string]bool{"between": true, "then": true}

// smallWords are words of the language that people write in capitals, or other words for the same.
var smallWords = map[string]string{
	"AND": "and", "And": "and", "OR": "or", "Or": "or", "NOT": "not", "Not": "not", "IN": "in", "In": "in",
	"TRUE": "true", "True": "true", "FALSE": "false", "False": "false",
	"is": "==", "IS": "==", "Is": "==", "equals": "==", "eq": "==", "ne": "!=", "ge": ">=", "le": "<=", "gt": ">", "lt": "<",
}

// word checks an identifier that stands where a name may stand.
func (f *front) word(tokens []lexer.Token, i int) (int, *change, bool) {
	t := tokens[i]
	if i > 0 && tokens[i-1].Is(lexer.Operator, ".") || i+1 < len(tokens) && tokens[i+1].Is(lexer.Operator, ".") {
		return 1, nil, true
	}
	if hint, foreign := foreignWords[t.Value]; foreign && (!joins[t.Value] || betweenOperands(tokens, i)) {
		f.fault(codeForbidden, t.From, t.To, "%s is not a word of the language", signOf(t.Value)).Hinted("%s", sentence(hint))
		return 1, nil, false
	}
	small, known := smallWords[t.Value]
	if !known || isComparisonWord(small) && !betweenOperands(tokens, i) {
		return 1, nil, true
	}
	used := 1
	if small == "==" && i+1 < len(tokens) && (tokens[i+1].Value == "not" || tokens[i+1].Value == "NOT") {
		small, used = "!=", 2
	}
	return f.mend(t.From, tokens[i+used-1].To, used, small)
}

func isComparisonWord(s string) bool { return strings.Trim(s, "=!<>") == "" }

// betweenOperands tells the word `is` from a name: a name never stands directly behind an operand.
func betweenOperands(tokens []lexer.Token, i int) bool {
	return i > 0 && (tokens[i-1].Kind == lexer.Identifier || tokens[i-1].Kind == lexer.Number || tokens[i-1].Is(lexer.Bracket, ")", "]"))
}

// mend reports a sign that is written otherwise here, with the certain remedy.
func (f *front) mend(from, to, used int, right string) (int, *change, bool) {
	typed, mended := string(f.text.chars[from:to]), spaced(f.text.chars, from, to, right)
	f.fault(codeSign, from, to, "%s is written %s here", signOf(typed), signOf(strings.TrimSpace(right))).
		Hinted("Write %s", strings.TrimSpace(right)).Mended(f.place(from, to), mended)
	return used, &change{from, to, mended}, true
}

// spaced keeps a word from growing together with its neighbours when it takes the place of a sign.
func spaced(chars []rune, from, to int, text string) string {
	if text != "" && wordish(rune(text[0])) && from > 0 && wordish(chars[from-1]) {
		text = " " + text
	}
	if text != "" && wordish(rune(text[len(text)-1])) && to < len(chars) && wordish(chars[to]) {
		text += " "
	}
	return text
}

// pairs are two signs in a row that people type for one.
var pairs = map[string]string{"=>": ">=", "=<": "<=", "<>": "!=", "===": "==", "=!": "!=", "!==": "!=", "==>": ">="}

// singles are signs of other languages with one certain reading here.
var singles = map[string]string{"=": "==", "&&": "and", "||": "or", "!": "not ", "&": "and"}

// allowedOperators are the operators of the language.
var allowedOperators = map[string]bool{
	"+": true, "-": true, "*": true, "/": true, "==": true, "!=": true, "<": true, "<=": true, ">": true, ">=": true,
	"and": true, "or": true, "not": true, "in": true, "?": true, ":": true, ",": true, ".": true,
}

var forbiddenOperators = map[string]string{
	"%":   "Write a percentage as a share, 5% as 0.05; a remainder cannot be computed",
	"^":   "Write pow(x, 2)",
	"**":  "Write pow(x, 2)",
	"|":   "Write `or`, or call the function as sum(x)",
	"??":  "Write ifna(x, y)",
	"?.":  "Write a dotted name such as total.band",
	"..":  "Write 1 <= x <= 3",
	";":   "A rule is one expression; give each its own score",
	"::":  "Write condition ? one : other",
	"#":   "Put comments above the rule",
	"let": "A rule has no variables; give the part its own score and name it",
	"if":  "Write condition ? one : other", "else": "Write condition ? one : other",
	"matches": `Compare codes with == or in ["a", "b"]`, "contains": `Compare codes with == or in ["a", "b"]`,
	"startsWith": `Compare codes with == or in ["a", "b"]`, "endsWith": `Compare codes with == or in ["a", "b"]`,
}

// operator checks one operator token, and the pairs that people type for one sign.
func (f *front) operator(tokens []lexer.Token, i int) (int, *change, bool) {
	t := tokens[i]
	if next := i + 1; next < len(tokens) && tokens[next].Kind == lexer.Operator && tokens[next].From == t.To {
		both := t.Value + tokens[next].Value
		if right, known := pairs[both]; known {
			return f.mend(t.From, tokens[next].To, 2, right)
		}
		if both == "?:" {
			f.fault(codeForbidden, t.From, tokens[next].To, "`?:` is not part of the language").Hinted("Write ifna(x, y)")
			return 2, nil, false
		}
	}
	if right, known := pairs[t.Value]; known {
		return f.mend(t.From, t.To, 1, right)
	}
	if right, known := singles[t.Value]; known {
		return f.mend(t.From, t.To, 1, right)
	}
	if allowedOperators[t.Value] {
		return 1, nil, true
	}
	hint, known := forbiddenOperators[t.Value]
	if !known {
		hint = "The signs are + - * / == != < <= > >= ? : and the words and, or, not, in"
	}
	f.fault(codeForbidden, t.From, t.To, "%s is not part of the language", signOf(t.Value)).Hinted("%s", hint)
	return 1, nil, false
}

// bracket checks where square and curly brackets stand.
func (f *front) bracket(tokens []lexer.Token, i int) (int, *change, bool) {
	t := tokens[i]
	before := lexer.Token{}
	if i > 0 {
		before = tokens[i-1]
	}
	switch {
	case t.Is(lexer.Bracket, "{"):
		f.fault(codeForbidden, t.From, t.To, "`{` is not part of the language").Hinted("Write condition ? one : other, or brackets ( )")
		return 1, nil, false
	case t.Is(lexer.Bracket, "[") && (before.Is(lexer.Operator, "in") || strings.EqualFold(before.Value, "in")):
		return 1, nil, true
	case t.Is(lexer.Bracket, "[") && (before.Is(lexer.Bracket, "(") || before.Is(lexer.Operator, ",")):
		f.fault(codeForbidden, t.From, t.To, "a list in square brackets stands only after `in`").
			Hinted("Write the arguments one by one, such as sum(q1, q2), or name a group")
		return 1, nil, false
	case t.Is(lexer.Bracket, "[") && (before.Kind == lexer.Identifier || before.Is(lexer.Bracket, ")", "]")):
		f.fault(codeForbidden, t.From, t.To, "parts are not reached with square brackets").
			Hinted("Write a dotted name such as total.band, or the item's own name")
		return 1, nil, false
	case t.Is(lexer.Bracket, "["):
		f.fault(codeForbidden, t.From, t.To, "a list in square brackets stands only after `in`").
			Hinted(`Write x in ["a", "b"]`)
		return 1, nil, false
	case t.Is(lexer.Bracket, "(") && before.Is(lexer.Operator, "in"):
		f.fault(codeForbidden, t.From, t.To, "the list after `in` stands in square brackets").Hinted(`Write x in ["a", "b"]`)
		return 1, nil, false
	default:
		return 1, nil, true
	}
}

func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
