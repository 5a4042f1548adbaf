package yamldoc

import "bytes"

// flow reads a value between brackets, which may run over several lines.
type flow struct {
	*tracker
	start, column int
	closers       []byte // of the brackets that are open
	colons        []bool // whether the current entry of each has its colon
	before        before
}

// before says what stands before the current character.
type before uint8

const (
	nothing before = iota // a bracket, a comma or a colon
	inPlain               // unquoted text
	done                  // a quoted text or a closed bracket
)

// read gives the offset behind the closing bracket, or -1 after a trap.
func (f *flow) read() int {
	at := f.start
	for at < len(f.text) && f.found == nil {
		c := f.text[at]
		switch {
		case c == '\n' && f.entryAt(at+1, f.column):
			f.unclosed()
		case blank(c):
			at++
		case c == '#' && blank(f.text[at-1]):
			at = f.lineEnd(at)
		case (c == '"' || c == '\'') && f.before == nothing:
			at = f.quoted(at, f.column)
			f.before = done
		case c == '[' || c == '{':
			f.opened(at, c)
			at++
		case c == ']' || c == '}':
			if f.closed(at, c) {
				return at + 1
			}
			at++
		case c == ',':
			f.next()
			at++
		case c == '?':
			f.trapped(codeQuestionMark, at, at+1, "a question mark stands in an unquoted value between brackets",
				"Put the value in quotes, or give it a line of its own")
		case c == ':' && (blank(f.char(at+1)) || bytes.IndexByte([]byte(",]}"), f.char(at+1)) >= 0):
			f.colon(at)
			at++
		default:
			f.plainText(at, c)
			at++
		}
	}
	if f.found == nil {
		f.unclosed()
	}
	return -1
}

func (f *flow) unclosed() {
	f.trapped(codeUnclosed, f.start, f.start+1, "the bracket is not closed", "Put the closing bracket behind the last value")
}

func (f *flow) opened(at int, c byte) {
	if f.before != nothing {
		f.trapped(codeBracket, at, at+1, "a bracket stands in an unquoted value", "Put the value in quotes, or give it a line of its own")
		return
	}
	f.closers = append(f.closers, c+2) // ] and } come two behind [ and {
	f.colons = append(f.colons, false)
}

// closed closes the innermost bracket, and reports whether that was the outermost too.
func (f *flow) closed(at int, c byte) bool {
	last := len(f.closers) - 1
	if f.closers[last] != c {
		f.trapped(codeBracket, at, at+1, "this bracket does not fit the one that is open", "Close brackets in the order in which they were opened")
		return false
	}
	f.closers, f.colons, f.before = f.closers[:last], f.colons[:last], done
	return last == 0
}

func (f *flow) next() {
	f.before = nothing
	f.colons[len(f.colons)-1] = false
}

func (f *flow) colon(at int) {
	if f.colons[len(f.colons)-1] {
		f.trapped(codeColon, at, at+1, "a second colon stands in the same entry", "Put the value in quotes, or a comma before the next key")
		return
	}
	f.before = nothing
	f.colons[len(f.colons)-1] = true
}

func (f *flow) plainText(at int, c byte) {
	switch {
	case f.before == done:
		f.trapped(codeAfterQuote, at, f.lineEnd(at), "text goes on after a closing quote or bracket",
			"Put the whole value in the other kind of quotes, or a comma before the next value")
	case f.before == nothing && bytes.IndexByte([]byte("@`%"), c) >= 0:
		f.trapped(codeStart, at, at+1, "a value cannot start with "+string(c), "Put the value in quotes")
	}
	f.before = inPlain
}
