package yamldoc

import (
	"math"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeRetyped = diag.Define(diag.Info{
	Code: "yaml-retyped", Title: "YAML would read this as something else than what is written",
	Explain: "Some unquoted words and numbers mean different things to different programs: 010 is eight, 2024-01-02 a date, " +
		"no is false, 1_000 a thousand. Put text and codes in quotes; write numbers in decimal, and truth as true or false.",
	Bad:  "answer: no\ncode: 010\nreviewed: 2026-11-21",
	Good: "answer: \"no\"\ncode: \"010\"\nreviewed: \"2026-11-21\"",
})

var codeComment = diag.Define(diag.Info{
	Code: "yaml-comment", Title: "A # cuts a text short",
	Explain: "A # with a space before it starts a comment, so what follows is lost. Where it belongs to the text, put the text in quotes; where it is " +
		"a comment, write a space behind the #.",
	Bad:  "title: Room #5",
	Good: "title: \"Room #5\"",
})

// maxExact is the largest whole number up to which every whole number is exact in a float64: 2^53.
const maxExact = 1 << 53

// scalar gives a value its shape, its content and its end.
func (w *walker) scalar(n *yaml.Node, v *Value, p *path) {
	v.Shape, v.Text = Text, n.Value
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		v.style = doubleQuoted
	case n.Style&yaml.SingleQuotedStyle != 0:
		v.style = singleQuoted
	case n.Style&yaml.LiteralStyle != 0:
		v.style = literal
	case n.Style&yaml.FoldedStyle != 0:
		v.style = folded
	}
	if end, ok := scalarEnd(w.cursor, v.style, n.Value); ok {
		w.pos = end
	}
	v.end = w.pos
	if v.style != plain {
		return
	}
	if c := n.LineComment; len(c) > 1 && c[0] == '#' && c[1] != ' ' && c[1] != '#' {
		d := w.add(codeComment, v.start, v.end, p.String(), "the text ends before %s", c)
		d.Severity, d.Hint = diag.Warning, "Put the text in quotes, or write a space behind the # of a comment"
	}
	if hint := w.read(v, n.ShortTag()); hint != "" {
		v.Shape, v.Broken = Text, true
		d := w.add(codeRetyped, v.start, v.end, p.String(), "%s is not read in the same way by every program", v.Text)
		d.Hint = hint
		d.Edit = &diag.Edit{Span: v.Span(), NewText: strconv.Quote(v.Text)}
	}
}

// read gives an unquoted scalar its meaning, or the remedy where it has none that everyone shares.
func (w *walker) read(v *Value, tag string) (hint string) {
	text := v.Text
	switch {
	case text == "null":
		v.Shape, v.Text = Null, ""
	case text == "true" || text == "false":
		v.Shape, v.Truth, v.Text = Truth, text == "true", ""
	case Decimal(text):
		return number(v)
	case tag == "!!null":
		return "Leave the key out, or put the text in quotes"
	case tag == "!!bool":
		return "Write true or false in small letters, or put the text in quotes"
	case tag == "!!timestamp":
		return "Put the date in quotes"
	case tag == "!!int" || tag == "!!float" || sexagesimal(text):
		return "Write a plain decimal number such as 10 or 0.5, or put a code or text in quotes"
	}
	switch strings.ToLower(text) {
	case "yes", "on":
		return "Write true where a question of truth is meant, or put the text in quotes"
	case "no", "off":
		return "Write false where a question of truth is meant, or put the text in quotes"
	}
	return ""
}

// number reads a decimal number, unless a float64 cannot hold it.
func number(v *Value) (hint string) {
	x, err := strconv.ParseFloat(v.Text, 64)
	switch {
	case err != nil:
		return "The number is too large; put a code or text in quotes"
	case !strings.ContainsAny(v.Text, ".eE") && (math.Abs(x) > maxExact || strconv.FormatFloat(x, 'f', -1, 64) != v.Text):
		return "The number has more digits than a number can keep; put a code in quotes"
	case x == 0 && strings.ContainsAny(strings.SplitN(strings.ToLower(v.Text), "e", 2)[0], "123456789"):
		return "The number is too close to zero to be kept"
	case x == 0:
		x = 0 // -0 is 0
	}
	v.Shape, v.Number = Number, x
	return ""
}

// Decimal reports whether a text is a number in the one form that every program reads alike, which is JSON's.
func Decimal(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := digits(s)
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if rest, ok := strings.CutPrefix(s, "."); ok {
		n := digits(rest)
		if n == 0 {
			return false
		}
		s = rest[n:]
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		return s != "" && digits(s) == len(s)
	}
	return s == ""
}

// digits counts the decimal digits that a text starts with.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// sexagesimal reports whether a text is a number to the base of sixty in older YAML, such as 1:30.
func sexagesimal(s string) bool {
	parts := strings.Split(strings.TrimLeft(s, "+-"), ":")
	for _, part := range parts {
		if part == "" || digits(part) != len(part) {
			return false
		}
	}
	return len(parts) > 1
}
