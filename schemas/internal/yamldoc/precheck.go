package yamldoc

import (
	"bytes"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// MaxBytes is the size from which a file is refused, in bytes: 1 MiB.
const MaxBytes = 1 << 20

var (
	codeTooBig = diag.Define(diag.Info{
		Code: "yaml-too-big", Title: "The file is too big",
		Explain: "A definition is at most 1 MiB of text, so that no file can hold up the service that reads it. " +
			"Split the file into several documents, and name one in the other with `uses`.",
		Bad:  "# a file of 3 MiB",
		Good: "# two files; the second names the first\nuses:\n  facts: more-facts@1",
	})
	codeNotUTF8 = diag.Define(diag.Info{
		Code: "yaml-not-utf8", Title: "The file is not UTF-8 text",
		Explain: "Definitions are UTF-8 text. Other encodings turn letters with accents and signs such as ≥ into something else. " +
			"Save the file again with the encoding UTF-8.",
		Bad:  "title: caf\\xe9   # saved as Latin-1",
		Good: "title: café      # saved as UTF-8",
	})
	codeBOM = diag.Define(diag.Info{
		Code: "yaml-bom", Title: "The file starts with a byte order mark",
		Explain: "Some editors put an invisible mark before the first letter. Other programs take it as part of the first key. " +
			"Save the file as UTF-8 without BOM.",
		Bad:  "\\uFEFFkind: questionnaire",
		Good: "kind: questionnaire",
	})
	codeControl = diag.Define(diag.Info{
		Code: "yaml-control-character", Title: "The file holds an invisible control character",
		Explain: "Characters that cannot be seen come in with pasted text, and make two texts differ that look the same. " +
			"Delete the character, or type the line again. Lines end with \\n or \\r\\n.",
		Bad:  "title: Pain\\u0000 today",
		Good: "title: Pain today",
	})
)

// maxControl is how many control characters are told apart in one file: a file full of them is no text at all.
const maxControl = 20

// precheck looks at the bytes before the YAML library does, which gives these faults no exact place. It reports
// whether the file can be read further.
func precheck(f *faults) bool {
	text := f.source.text
	c := newCursor(text)
	if len(text) > MaxBytes {
		f.add(codeTooBig, c.pos, c.pos, "", "the file has %d bytes; a definition has at most %d", len(text), MaxBytes).
			Hint = "Split it into several documents"
		return false
	}
	if bytes.HasPrefix(text, []byte("\xef\xbb\xbf")) {
		f.add(codeBOM, c.pos, c.pos, "", "the file starts with an invisible byte order mark").
			Hint = "Save it as UTF-8 without BOM"
		return false
	}
	indentation := true
	for {
		ch, size := c.rune()
		start := c.pos
		indented := indentation
		indentation = ch == '\n' || indented && (ch == ' ' || wideSpace(ch))
		switch {
		case size == 0, len(f.list) == maxControl:
			return len(f.list) == 0
		case ch == utf8.RuneError && size == 1:
			f.add(codeNotUTF8, start, start, "", "byte 0x%02x is not part of a UTF-8 character", text[start.Offset]).
				Hint = "Save the file with the encoding UTF-8"
			return false
		case refused(ch) || ch == '\r' && !bytes.HasPrefix(text[start.Offset:], []byte("\r\n")):
			c.step()
			f.add(codeControl, start, c.pos, "", "the invisible character %U does not belong in a definition", ch).
				Hint = "Delete it, or type the line again"
		case indented && wideSpace(ch):
			c.step()
			f.add(codeControl, start, c.pos, "", "the line is indented with %U, which looks like a space and is none", ch).
				Hint = "Delete the space before the line, and type it again"
			indentation = false // once a line
		default:
			c.step()
		}
	}
}

// wideSpace reports whether a character is a space to the eye and not to YAML. Such spaces come in with text from web pages, and belong into some
// languages; only as indentation they are always wrong.
func wideSpace(ch rune) bool {
	return ch == 0xa0 || ch >= 0x2000 && ch <= 0x200a || ch == 0x202f || ch == 0x3000
}

// refused reports whether a character is invisible and has no place in a text: control characters, the line breaks
// that only some programs know, the byte order mark, and code points that are no characters.
func refused(ch rune) bool {
	switch {
	case ch == '\t' || ch == '\n' || ch == '\r':
		return false
	case ch < 0x20, ch >= 0x7f && ch < 0xa0:
		return true
	case ch == 0x2028, ch == 0x2029, ch == 0xfeff, ch == 0xfffe, ch == 0xffff:
		return true
	default:
		return false
	}
}
