package yamldoc

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// cursor walks forward through a source text and knows line, column and offset at each step, so that giving every
// value its place costs one pass over the file, even where the file is one long line.
type cursor struct {
	text []byte
	pos  diag.Pos
}

func newCursor(text []byte) cursor {
	return cursor{text: text, pos: diag.Pos{Line: 1, Column: 1}}
}

// rune gives the character at the cursor and its length in bytes; length 0 is the end of the text.
func (c *cursor) rune() (rune, int) {
	if c.pos.Offset >= len(c.text) {
		return 0, 0
	}
	if b := c.text[c.pos.Offset]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRune(c.text[c.pos.Offset:])
}

// step moves past one character; a line ends with its \n.
func (c *cursor) step() {
	r, size := c.rune()
	c.pos.Offset += size
	switch {
	case size == 0:
	case r == '\n':
		c.pos.Line++
		c.pos.Column = 1
	default:
		c.pos.Column++
	}
}

// to moves forward to a line and column. It stays where it is when that lies behind.
func (c *cursor) to(line, column int) {
	for c.pos.Line < line {
		i := bytes.IndexByte(c.text[c.pos.Offset:], '\n')
		if i < 0 {
			return
		}
		c.pos = diag.Pos{Line: c.pos.Line + 1, Column: 1, Offset: c.pos.Offset + i + 1}
	}
	for c.pos.Line == line && c.pos.Column < column {
		if r, size := c.rune(); size == 0 || r == '\n' {
			return
		}
		c.step()
	}
}

// toOffset moves forward to a byte offset.
func (c *cursor) toOffset(offset int) {
	for c.pos.Offset < min(offset, len(c.text)) {
		c.step()
	}
}

// skip moves past all characters of a set.
func (c *cursor) skip(set string) {
	for {
		r, size := c.rune()
		if size == 0 || !strings.ContainsRune(set, r) {
			return
		}
		c.step()
	}
}

// skipLine moves to the end of the line, before its line break.
func (c *cursor) skipLine() {
	for {
		if r, size := c.rune(); size == 0 || r == '\n' {
			return
		}
		c.step()
	}
}
