package rule

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeCharacter = diag.Define(diag.Info{
	Code:    "rule-character",
	Title:   "A character that rules do not have",
	Explain: "Rules are written with letters, digits, the signs + - * / == != < <= > >= ? : , . and brackets ( ) [ ]. Signs copied from a word processor look alike and are others.",
	Bad:     "rule: weight × 2",
	Good:    "rule: weight * 2",
})

var codeQuotes = diag.Define(diag.Info{
	Code:    "rule-quotes",
	Title:   "Codes stand in straight double quotes",
	Explain: `The code of an answer is written "female": straight double quotes, on one line, without a backslash. Word processors turn them into curly ones.`,
	Bad:     "when: sex == ‘female’",
	Good:    `when: sex == "female"`,
})

var codeComment = diag.Define(diag.Info{
	Code:    "rule-comment",
	Title:   "A comment inside a rule",
	Explain: "Comments belong to the YAML file, on a line of their own above the rule and starting with #. Inside a rule everything counts.",
	Bad:     "rule: sum(of)  // as in the manual",
	Good:    "# as in the manual\nrule: sum(of)",
})

// lookalikes are characters that mean a sign of the language to a reader.
var lookalikes = map[rune]string{
	'≥': ">=", '⩾': ">=", '≤': "<=", '⩽': "<=", '≠': "!=", '−': "-", '–': "-", '—': "-", '×': "*", '·': "*", '⋅': "*",
	'∗': "*", '÷': "/", '∕': "/", '＝': "==", '¬': "not ", '∧': " and ", '∨': " or ", '∈': " in ", '≡': "==",
}

var closingQuote = map[rune]rune{
	'"': '"', '\'': '\'', '`': '`', '“': '”', '”': '”', '„': '“', '«': '»', '‘': '’', '’': '’', '‚': '‘',
}

// characters looks at the text before anything else does: quotes, comments, and characters that the language does not
// have. It mends those whose meaning is certain, and is false where reading on would make no sense.
func (f *front) characters() bool {
	if strings.TrimSpace(f.text.String()) == "" {
		f.fault(codeEmpty, 0, 0, "the rule is empty").Hinted("Write the rule, such as q1 >= 1").
			After(f.pointer[:max(0, strings.LastIndexByte(f.pointer, '/'))]) // which may lack the key
		return false
	}
	chars, readable := f.text.chars, true
	var changes []change
	for i := 0; i < len(chars); {
		switch r := chars[i]; {
		case closingQuote[r] != 0:
			end, c, ok := f.quoted(i)
			if c != nil {
				changes = append(changes, *c)
			}
			readable = readable && ok
			i = end
		case r == '#' || r == '/' && i+1 < len(chars) && (chars[i+1] == '/' || chars[i+1] == '*'):
			end := commentEnd(chars, i)
			f.fault(codeComment, i, end, "a comment cannot stand inside a rule").
				Hinted("Put it on a line of its own above the rule, starting with #")
			changes = append(changes, change{i, end, " "})
			i = end
		case lookalikes[r] != "":
			sign := strings.TrimSpace(lookalikes[r])
			f.fault(codeCharacter, i, i+1, "%q is not a sign of the language", string(r)).
				Hinted("Write %s", sign).Mended(f.place(i, i+1), lookalikes[r])
			changes = append(changes, change{i, i + 1, lookalikes[r]})
			i++
		case invisible(r):
			f.fault(codeCharacter, i, i+1, "an invisible character (U+%04X) stands here", r).
				Hinted("Delete it").Mended(f.place(i, i+1), "")
			changes = append(changes, change{i, i + 1, ""})
			i++
		case r == '$' || !allowed(r):
			f.fault(codeCharacter, i, i+1, "%q has no meaning in a rule", string(r)).Hinted("Take it out")
			readable = false
			i++
		default:
			i++
		}
	}
	f.text = f.text.mended(changes)
	return readable && strings.TrimSpace(f.text.String()) != ""
}

// quoted reads a code from its opening quote on. It gives where the code ends, the change that mends its quotes, and
// whether it ends at all.
func (f *front) quoted(start int) (int, *change, bool) {
	chars := f.text.chars
	opening := chars[start]
	end, escaped := start+1, false
	for end < len(chars) && chars[end] != '\n' && chars[end] != closingQuote[opening] && (opening == '"' || chars[end] != '"') {
		escaped = escaped || chars[end] == '\\'
		end++
	}
	if end == len(chars) || chars[end] == '\n' {
		f.fault(codeQuotes, start, end, "the quote that opens here is not closed").Hinted(`Close the code with "`)
		return end, nil, false
	}
	end++
	inside := string(chars[start+1 : end-1])
	switch {
	case escaped:
		f.fault(codeQuotes, start, end, "a code has no backslash").Hinted("Write the id of the answer as its set has it")
		return end, nil, false
	case opening == '"' && chars[end-1] == '"':
		return end, nil, true
	default:
		mended := `"` + inside + `"`
		f.fault(codeQuotes, start, end, "a code stands in straight double quotes").
			Hinted("Write %s", mended).Mended(f.place(start, end), mended)
		return end, &change{start, end, mended}, true
	}
}

func commentEnd(chars []rune, start int) int {
	if chars[start] == '/' && chars[start+1] == '*' {
		if i := strings.Index(string(chars[start+2:]), "*/"); i >= 0 {
			return start + 2 + len([]rune(string(chars[start+2:])[:i])) + 2
		}
		return len(chars)
	}
	for i := start; i < len(chars); i++ {
		if chars[i] == '\n' {
			return i
		}
	}
	return len(chars)
}

func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && !unicode.IsSpace(r)
}

// allowed says whether expr's lexer may see the character. Some of these are refused later, by a message of their own.
func allowed(r rune) bool {
	return unicode.IsSpace(r) || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) ||
		strings.ContainsRune("+-*/=!<>?:,.()[]{}&|;%^", r)
}

// signOf names a token for messages.
func signOf(text string) string { return fmt.Sprintf("`%s`", text) }
