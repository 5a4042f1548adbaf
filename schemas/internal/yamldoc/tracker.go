package yamldoc

import (
	"bytes"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// trap is a place that YAML cannot take, with the remedy.
type trap struct {
	code          diag.Code
	from, to      int // offsets
	message, hint string
}

// tracker reads a file as an author does, line by line, to find the first thing that YAML cannot take. It runs only after
// the YAML library has given up, whose own places are often a line off and have no column.
type tracker struct {
	text   []byte
	at     int // offset of the line to read next
	levels []level
	// open is true where the last key or dash has no value yet, so that one may follow on deeper lines.
	open bool
	// plain is true where the last value is unquoted text, which deeper lines continue.
	plain bool
	found *trap
}

// level is a map or list that is open, by the column (from 0) in which its keys or dashes stand.
type level struct {
	column int
	list   bool
}

// findTrap gives the first trap of a file, or nil where it knows none.
func findTrap(text []byte) *trap {
	t := &tracker{text: text}
	for t.at < len(text) && t.found == nil {
		t.line()
	}
	return t.found
}

func (t *tracker) trapped(code diag.Code, from, to int, message, hint string) {
	if t.found == nil {
		t.found = &trap{code: code, from: from, to: max(to, from), message: message, hint: hint}
	}
}

// char gives the byte at an offset, and a line break behind the end.
func (t *tracker) char(at int) byte {
	if at >= len(t.text) {
		return '\n'
	}
	return t.text[at]
}

// lineEnd gives the offset of the end of a line, before its line break.
func (t *tracker) lineEnd(at int) int {
	if at >= len(t.text) {
		return len(t.text)
	}
	if i := bytes.IndexByte(t.text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(t.text)
}

// nextLine gives the offset of the line behind the one at an offset.
func (t *tracker) nextLine(at int) int { return min(len(t.text), t.lineEnd(at)+1) }

// skip gives the offset behind the characters of a set.
func (t *tracker) skip(at int, set string) int {
	for at < len(t.text) && bytes.IndexByte([]byte(set), t.text[at]) >= 0 {
		at++
	}
	return at
}

// over reports whether nothing more but a comment stands on a line.
func (t *tracker) over(at int) bool {
	rest := t.skip(at, " \t\r")
	return t.char(rest) == '\n' || t.char(rest) == '#' && (rest > at || at == 0 || blank(t.text[at-1]))
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// line reads one line that is no part of a quoted text, a block or brackets.
func (t *tracker) line() {
	start := t.at
	t.at = t.nextLine(start)
	at := t.skip(start, " ")
	switch {
	case t.over(at):
	case t.char(at) == '\t':
		t.trapped(codeTab, at, t.skip(at, "\t"), "the line is indented with a tab", "Use spaces, two for each level")
	case at == start && (bytes.HasPrefix(t.text[at:], []byte("---")) || bytes.HasPrefix(t.text[at:], []byte("..."))):
		t.levels, t.open, t.plain = nil, true, false
	case at == start && t.char(at) == '%':
	default:
		t.entry(start, at)
	}
}

// entry reads the first key, dash or text of a line.
func (t *tracker) entry(start, at int) {
	column := at - start
	item, colon := t.isItem(at), t.keyEnd(at)
	closed := false
	for n := len(t.levels); n > 0 && t.levels[n-1].column > column; n-- {
		t.levels, closed = t.levels[:n-1], true
	}
	deeper := len(t.levels) == 0 || t.levels[len(t.levels)-1].column < column
	switch {
	case deeper && !closed && t.plain && len(t.levels) > 0:
		t.continuation(at)
	case !item && colon < 0 && deeper && !closed && (t.open || len(t.levels) == 0 && !t.isWord(at)):
		t.value(at, column-1)
	case !item && colon < 0:
		t.trapped(codeNoColon, at, t.lineEnd(at), "this line is neither a key with its value nor part of the text above",
			"Write `key: value` with a colon and a space, or indent the line further if it belongs to the text above")
	case deeper && (closed || !t.open && len(t.levels) > 0):
		t.trapped(codeIndent, at, t.lineEnd(at), "the indentation of this line fits nothing above it",
			"Start it in the same column as the keys that it belongs with")
	case !deeper && !t.beside(item, closed):
		t.trapped(codeIndent, at, t.lineEnd(at), "a list item and a key stand in the same column",
			"Indent the list items further than the key that they belong to")
	default:
		if deeper {
			t.levels = append(t.levels, level{column, item})
		}
		t.inside(start, at, colon, item)
	}
}

// beside reports whether a key or a dash can stand in the column of the innermost level, and makes its level that.
func (t *tracker) beside(item, closed bool) bool {
	last := len(t.levels) - 1
	column := t.levels[last].column
	switch {
	case t.levels[last].list == item:
	case item: // a list may stand in the column of its key
		if closed || !t.open {
			return false
		}
		t.levels = append(t.levels, level{column, true})
	default: // and the next key in that column ends it
		if last == 0 || t.levels[last-1].column != column {
			return false
		}
		t.levels = t.levels[:last]
	}
	return true
}

// inside reads what stands behind a dash or a key, which may be another dash or key.
func (t *tracker) inside(start, at, colon int, item bool) {
	for item {
		next := t.skip(at+1, " ")
		if t.over(next) {
			t.value(next, at-start)
			return
		}
		below := t.isItem(next)
		colon = t.keyEnd(next)
		if !below && colon < 0 {
			t.value(next, at-start)
			return
		}
		t.levels = append(t.levels, level{next - start, below})
		at, item = next, below
	}
	t.value(t.skip(colon+1, " \t"), at-start)
}

func (t *tracker) isItem(at int) bool { return t.char(at) == '-' && blank(t.char(at+1)) }

// isWord reports whether unquoted text starts at an offset.
func (t *tracker) isWord(at int) bool { return bytes.IndexByte([]byte("\"'{[|>"), t.char(at)) < 0 }

// keyEnd gives the offset of the colon behind a key that starts at an offset, or -1 where no key does.
func (t *tracker) keyEnd(at int) int {
	end := t.lineEnd(at)
	switch c := t.char(at); c {
	case '"', '\'':
		closing := t.closingQuote(at)
		if closing < 0 || closing > end {
			return -1
		}
		if next := t.skip(closing+1, " "); t.char(next) == ':' && blank(t.char(next+1)) {
			return next
		}
		return -1
	case '{', '[', '#', '|', '>', '@', '`':
		return -1
	}
	for i := at; i < end; i++ {
		switch {
		case t.text[i] == ':' && blank(t.char(i+1)):
			return i
		case t.text[i] == '#' && blank(t.text[i-1]):
			return -1
		}
	}
	return -1
}

// closingQuote gives the offset of the quote that closes the one at an offset, or -1.
func (t *tracker) closingQuote(at int) int {
	quote := t.text[at]
	for i := at + 1; i < len(t.text); i++ {
		switch {
		case t.text[i] == '\\' && quote == '"':
			i++
		case t.text[i] != quote:
		case quote == '\'' && t.char(i+1) == '\'':
			i++
		default:
			return i
		}
	}
	return -1
}
