package yamldoc

import (
	"math"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// CodeRetyped is the fault of a scalar that programs read in several ways; it leaves the value Broken.
var CodeRetyped = diag.Define(diag.Info{
	Code: "yaml-retyped", Title: "YAML would read this as something else than what is written",
	Explain: "Some unquoted words and numbers mean different things to different programs: 010 is eight, 2024-01-02 a date, " +
		"no is false, 1_000 a thousand. Put text and codes in quotes; write numbers in decimal, and truth as true or false.",
	Bad:  "answer: no\ncode: 010\nreviewed: 2026-11-21",
	Good: "answer: \"no\"\ncode: \"010\"\nreviewed: \"2026-11-21\"",
})

// CodeNumber is the fault of a number that cannot be kept; it leaves the value Broken.
var CodeNumber = diag.Define(diag.Info{
	Code: "yaml-number", Title: "No program keeps this number as it is written",
	Explain: "A number has about fifteen digits and at most 308 zeros behind or before them; what goes beyond is cut off or lost. Write the number " +
		"that is meant. A code that only looks like a number stands in quotes.",
	Bad:  "weeks: 99999999999999999999",
	Good: "weeks: 2\nsnomed: \"11000000000000000001\"",
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
	if Decimal(v.Text) {
		if lost := number(v); lost != "" {
			v.Shape, v.Broken = Text, true
			w.add(CodeNumber, v.start, v.end, p.String(), "the number %s %s", v.Text, lost).
				Hint = "Write a number that can be kept; if it is a code or text, put it in quotes"
		}
		return
	}
	if hint := meaning(v, n.ShortTag()); hint != "" {
		v.Shape, v.Broken = Text, true
		d := w.add(CodeRetyped, v.start, v.end, p.String(), "%s is not read in the same way by every program", v.Text)
		d.Hint = hint
		if n.ShortTag() == "!!timestamp" || sexagesimal(v.Text) { // for the others it depends on what is wanted: no may be false, and 010 ten
			d.Edit = &diag.Edit{Span: v.Span(), NewText: strconv.Quote(v.Text)}
		}
	}
}

// meaning gives an unquoted scalar that is no decimal number its meaning, or the remedy where it has none that everyone shares.
func meaning(v *Value, tag string) (hint string) {
	text := v.Text
	switch {
	case text == "null":
		v.Shape, v.Text = Null, ""
	case text == "true" || text == "false":
		v.Shape, v.Truth, v.Text = Truth, text == "true", ""
	case tag == "!!null":
		return "Leave the key out, or put the text in quotes"
	case tag == "!!bool":
		return "Write true or false in small letters, or put the text in quotes"
	case tag == "!!timestamp":
		return "Put the date in quotes"
	case sexagesimal(text):
		return "Put the time in quotes"
	case tag == "!!int" || tag == "!!float":
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

// number reads a decimal number, or says why a float64 cannot hold it.
func number(v *Value) (lost string) {
	x, lost := parseNumber(v.Text)
	if lost == "" {
		v.Shape, v.Number = Number, x
	}
	return lost
}

func parseNumber(text string) (x float64, lost string) {
	x, err := strconv.ParseFloat(text, 64)
	switch {
	case err != nil:
		return 0, "is too large"
	case !strings.ContainsAny(text, ".eE") && (math.Abs(x) > maxExact || strconv.FormatFloat(x, 'f', -1, 64) != text):
		return 0, "has more digits than can be kept"
	case x == 0 && strings.ContainsAny(strings.SplitN(strings.ToLower(text), "e", 2)[0], "123456789"):
		return 0, "is too close to zero"
	case x == 0:
		x = 0 // -0 is 0
	}
	return x, ""
}

// IsNumber reports whether a text would be read as a number if it stood without quotes.
func IsNumber(text string) bool {
	if !Decimal(text) {
		return false
	}
	_, lost := parseNumber(text)
	return lost == ""
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
