package yamldoc

import "bytes"

// value reads the value that starts at an offset, behind a key or dash in a column. It leaves the tracker at the first
// line that is no part of the value.
func (t *tracker) value(at, column int) {
	t.open, t.plain = t.over(at), false
	if t.open {
		return
	}
	end := t.lineEnd(at)
	switch c := t.char(at); {
	case c == '|' || c == '>':
		t.block(at, column)
	case c == '"' || c == '\'':
		t.behind(t.quoted(at, column))
	case c == '{' || c == '[':
		f := flow{tracker: t, start: at, column: column}
		t.behind(f.read())
	case c == '*':
		t.trapped(codeAlias, at, end, "a leading * repeats a value from elsewhere", "Write the value out, or put the text in quotes")
	case c == '&':
		t.trapped(codeAnchor, at, end, "a leading & names a value for use elsewhere", "Put the text in quotes")
	case c == '!':
		t.trapped(codeTag, at, end, "a leading ! makes a tag", "Write `not` in a rule, or put the text in quotes")
	case bytes.IndexByte([]byte("@`%,]}"), c) >= 0:
		t.trapped(codeStart, at, at+1, "a value cannot start with "+string(c), "Put the value in quotes")
	case c == '?' && blank(t.char(at+1)):
		t.trapped(codeQuestionMark, at, at+1, "a value cannot start with a question mark", "Put the value in quotes")
	case t.isItem(at):
		t.trapped(codeStart, at, at+1, "a list starts on the line below its key", "Move the dash to the next line, indented further than the key")
	default:
		t.plain = true
		if colon := t.keyEnd(at); colon >= 0 {
			t.trapped(codeColon, colon, colon+1, "a colon with a space behind it stands in an unquoted value",
				"Put the value in quotes, or write it as a block behind a |")
		}
	}
}

// continuation reads a line that goes on with the unquoted text above.
func (t *tracker) continuation(at int) {
	if t.keyEnd(at) >= 0 {
		t.trapped(codeIndent, at, t.lineEnd(at), "this line is indented further than the key above it, which has its value already",
			"Start the line in the same column as the key above")
	}
}

// block moves past a block behind | or >.
func (t *tracker) block(at, column int) {
	head := t.skip(at+1, "+-123456789")
	if !t.over(head) {
		t.trapped(codeStart, at, t.lineEnd(at), "text stands on the same line as the sign of a block",
			"Move the text to the next line, indented further than the key; put the value in quotes if the sign belongs to it")
		return
	}
	for next := t.nextLine(at); ; next = t.nextLine(next) {
		indent := t.skip(next, " ")
		switch tab := t.char(indent) == '\t' && indent-next <= column; {
		case next >= len(t.text), !tab && !t.empty(indent) && indent-next <= column:
			t.at = next
			return
		case tab && !t.empty(indent):
			t.trapped(codeTab, indent, indent+1, "the line is indented with a tab", "Use spaces, two for each level")
			return
		}
	}
}

// empty reports whether nothing stands on the rest of a line.
func (t *tracker) empty(at int) bool { return t.char(t.skip(at, " \t\r")) == '\n' }

// quoted moves past a quoted text and gives the offset behind it, or -1 where it has no good end.
func (t *tracker) quoted(at, column int) int {
	closing := t.closingQuote(at)
	for next := t.nextLine(at); next < len(t.text) && (closing < 0 || next < closing); next = t.nextLine(next) {
		if t.entryAt(next, column) {
			closing = -1
			break
		}
	}
	if closing < 0 {
		t.trapped(codeUnclosed, at, t.lineEnd(at), "the quote is not closed",
			"Put the closing quote behind the text; within double quotes write \\\" for a quote")
		return -1
	}
	if t.text[at] == '"' && !t.escapes(at, closing) {
		return -1
	}
	return closing + 1
}

// entryAt reports whether a line looks like a key or an item that stands no deeper than a column, so that what is open
// before it was forgotten.
func (t *tracker) entryAt(line, column int) bool {
	at := t.skip(line, " ")
	if at-line > column || t.over(at) {
		return false
	}
	return t.isItem(at) || t.keyEnd(at) >= 0
}

// escapes checks the escapes of a double-quoted text.
func (t *tracker) escapes(at, closing int) bool {
	for i := at + 1; i < closing; i++ {
		if t.text[i] != '\\' {
			continue
		}
		next := rune(t.char(i + 1))
		if _, known := escapes[next]; !known && next != 'x' && next != 'u' && next != 'U' && next != '\n' && next != '\r' {
			t.trapped(codeEscape, i, i+2, "the backslash starts a code that does not exist", "Use single quotes, or double the backslash")
			return false
		}
		i++
	}
	return true
}

// behind checks that nothing stands behind a closing quote or bracket.
func (t *tracker) behind(at int) {
	if at < 0 {
		return
	}
	t.at = t.nextLine(at)
	next := t.skip(at, " \t")
	switch {
	case t.over(at):
	case t.text[at-1] == '"' || t.text[at-1] == '\'':
		t.trapped(codeAfterQuote, next, t.lineEnd(next), "text goes on after the closing quote",
			"Write the whole value in the other kind of quotes, or as a block behind a |")
	default:
		t.trapped(codeBracket, next, t.lineEnd(next), "text goes on after the closing bracket", "Put the whole value in quotes")
	}
}
