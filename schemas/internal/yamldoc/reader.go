package yamldoc

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// reader walks through the source of one scalar beside its decoded text, and so knows where each character of the text
// stands in the file. It checks every character on the way; where the two do not agree it says so, and the caller falls
// back to the whole scalar. Characters other than white space are always exact; white space that YAML folded is told by
// the place where it begins.
type reader struct {
	cursor
	style  style
	indent int // of a literal block, in spaces
}

// newReader stands before the first character of the text, past the opening quote or the head of the block.
func newReader(c cursor, s style, text string) reader {
	r := reader{cursor: c, style: s}
	switch s {
	case singleQuoted, doubleQuoted:
		r.step()
	case literal, folded:
		r.skipLine()
		r.step()
		r.indent = r.measure(text)
	}
	return r
}

// measure gives the indentation of a block: what the first line with anything on it has in the file beyond what it
// has in the text. That holds with and without an indentation indicator.
func (r *reader) measure(text string) int {
	look := r.cursor
	look.skip(" \r\n")
	text = strings.TrimLeft(text, "\n")
	return max(0, look.pos.Column-1-(len(text)-len(strings.TrimLeft(text, " "))))
}

// next moves past what stands for the character ch and gives where that begins.
func (r *reader) next(ch rune) (diag.Pos, bool) {
	if r.style == literal {
		return r.nextLiteral(ch)
	}
	if r.style == doubleQuoted {
		r.joinLines()
	}
	if ch != ' ' && ch != '\n' && ch != '\t' {
		r.skip(" \t\r\n")
		if r.style == doubleQuoted {
			r.joinLines()
		}
	}
	at := r.pos
	got, size := r.rune()
	switch {
	case size == 0:
		return at, false
	case r.style == doubleQuoted && got == '\\':
		return at, r.escape(ch)
	case ch == ' ' || ch == '\n' || ch == '\t':
		if got == '\r' {
			r.step()
			got, _ = r.rune()
		}
		if got == ' ' || got == '\n' || got == '\t' {
			r.step()
		}
		return at, true
	case got != ch:
		return at, false
	case r.style == singleQuoted && ch == '\'':
		r.step()
	}
	r.step()
	return at, true
}

// nextLiteral is next in a literal block, where everything but the indentation stands as it is.
func (r *reader) nextLiteral(ch rune) (diag.Pos, bool) {
	for r.pos.Column <= r.indent {
		if got, _ := r.rune(); got != ' ' {
			break
		}
		r.step()
	}
	at := r.pos
	got, size := r.rune()
	if ch == '\n' && got == '\r' {
		r.step()
		got, size = r.rune()
	}
	if size == 0 && ch == '\n' { // the file ends without a line break
		return at, true
	}
	if got != ch {
		return at, false
	}
	r.step()
	return at, true
}

// joinLines moves past a backslash at the end of a line, which joins two lines of a double-quoted text.
func (r *reader) joinLines() {
	for {
		rest := r.text[r.pos.Offset:]
		if !bytes.HasPrefix(rest, []byte("\\\n")) && !bytes.HasPrefix(rest, []byte("\\\r\n")) {
			return
		}
		r.step()
		r.skip(" \t\r\n")
	}
}

// escapes are the escapes of double-quoted text that stand for one certain character.
var escapes = map[rune]rune{
	'0': 0, 'a': '\a', 'b': '\b', 't': '\t', '\t': '\t', 'n': '\n', 'v': '\v', 'f': '\f', 'r': '\r', 'e': 0x1b,
	' ': ' ', '"': '"', '/': '/', '\'': '\'', '\\': '\\', 'N': 0x85, '_': 0xa0, 'L': 0x2028, 'P': 0x2029,
}

// escape moves past an escape and reports whether it stands for ch.
func (r *reader) escape(ch rune) bool {
	r.step()
	kind, _ := r.rune()
	r.step()
	var digits int
	switch kind {
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	default:
		want, ok := escapes[kind]
		return ok && want == ch
	}
	from := r.pos.Offset
	for range digits {
		r.step()
	}
	code, err := strconv.ParseUint(string(r.text[from:r.pos.Offset]), 16, 32)
	return err == nil && rune(code) == ch
}

// close moves past the closing quote and reports whether the scalar ends here.
func (r *reader) close() bool {
	quote := '"'
	switch r.style {
	case singleQuoted:
		quote = '\''
	case doubleQuoted:
		r.joinLines()
	default:
		return true
	}
	r.skip(" \t\r\n")
	got, _ := r.rune()
	r.step()
	return got == quote
}

// scalarEnd gives the place behind a scalar that starts at c.
func scalarEnd(c cursor, s style, text string) (diag.Pos, bool) {
	r := newReader(c, s, text)
	if s == literal || s == folded {
		text = strings.TrimRight(text, "\n")
		if text == "" {
			c.skipLine()
			return c.pos, true
		}
	}
	for _, ch := range text {
		if _, ok := r.next(ch); !ok {
			return c.pos, false
		}
	}
	return r.pos, r.close()
}

// textSpan is the span of characters from up to to of the text of a scalar. Where the place is not certain, and for
// every other value, it is the span of the whole value.
func (v *Value) textSpan(from, to int) diag.Span {
	length := utf8.RuneCountInString(v.Text)
	if v.Shape != Text && v.Shape != Number || v.source == nil || v.style == unwritten ||
		from < 0 || to < from || to > length {
		return v.Span()
	}
	r := newReader(cursor{text: v.source.text, pos: v.start}, v.style, v.Text)
	var start, end diag.Pos
	i := 0
	for _, ch := range v.Text {
		at, ok := r.next(ch)
		if !ok {
			return v.Span()
		}
		if i == from {
			start = at
		}
		i++
		if i == to {
			end = r.pos
		}
	}
	if from == length { // the place behind the text
		start = r.pos
	}
	if to == from {
		end = start
	}
	if !r.close() {
		return v.Span()
	}
	return v.source.span(start, end)
}
