package cases

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// ruleTokens cuts a rule into codes in quotes, numbers, names and words, and signs. It need not understand the rule: a
// change that makes no sense is refused when the document is built.
var ruleTokens = regexp.MustCompile(`"[^"]*"|[0-9]+(?:\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_.]*|[<>=!]=|[<>+\-*/?:,()\[\]]`)

// swaps are slips that an author makes: one sign or word for another.
var swaps = map[string]string{
	">=": ">", ">": ">=", "<=": "<", "<": "<=", "==": "!=", "!=": "==", "+": "-", "-": "+", "*": "/",
	"and": "or", "or": "and", "not": "", "true": "false", "false": "true", "sum": "mean", "mean": "sum", "min": "max", "max": "min",
}

// rule changes one token of a rule at a time; a condition also becomes true and false as a whole.
func (w *mutator) rule(n schemas.Node, condition bool) {
	text := n.Text()
	if condition {
		for _, word := range []string{"true", "false"} {
			if strings.TrimSpace(text) != word {
				w.add(n, word, "the condition is always %s", word)
			}
		}
	}
	for _, at := range ruleTokens.FindAllStringIndex(text, -1) {
		token := text[at[0]:at[1]]
		for _, other := range w.others(token) {
			shown := fmt.Sprintf("`%s` becomes `%s`", token, other)
			if other == "" {
				shown = fmt.Sprintf("`%s` is left out", token)
			}
			w.found = append(w.found, mutation{
				pointer: n.Pointer(), from: utf8.RuneCountInString(text[:at[0]]), to: utf8.RuneCountInString(text[:at[1]]),
				what: shown, value: text[:at[0]] + other + text[at[1]:],
			})
		}
	}
}

// others gives what may stand for a token by mistake.
func (w *mutator) others(token string) []string {
	if other, ok := swaps[token]; ok {
		return []string{other}
	}
	if code, ok := strings.CutPrefix(token, `"`); ok {
		return w.neighbours(strings.TrimSuffix(code, `"`))
	}
	number, err := strconv.ParseFloat(token, 64)
	if err != nil || token[0] > '9' {
		return nil
	}
	unit := lastPlace(number)
	all := []string{rule.FormatNumber(tidy(number + unit))}
	if number >= unit {
		all = append(all, rule.FormatNumber(tidy(number-unit)))
	}
	return all
}

// neighbours gives the codes that stand beside a code in an answer set.
func (w *mutator) neighbours(code string) []string {
	var types []rule.Type
	for _, in := range w.model.Inputs() {
		types = append(types, in.Type)
	}
	for _, out := range w.model.Outputs() {
		types = append(types, out.Type)
	}
	for _, t := range types {
		i := slices.IndexFunc(t.Options, func(o rule.Option) bool { return o.ID == code })
		var all []string
		for _, k := range []int{i - 1, i + 1} {
			if i >= 0 && k >= 0 && k < len(t.Options) {
				all = append(all, `"`+t.Options[k].ID+`"`)
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}
