package page

import (
	"unicode"
	"unicode/utf8"
)

// dropped stands for a rune that no output holds.
const dropped rune = -1

// tidy gives what stands for a rune in every output. White space that is not a plain or a no-break space becomes a
// space. Controls are dropped, for a terminal would obey them. So are the marks that embed, override and isolate
// directions: an override could show 27 as 72, and direction is the page's own work. What is no character
// becomes U+FFFD, as does a byte that is not UTF-8.
func tidy(r rune) rune {
	switch {
	case r == '\t', r == '\n', r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return ' '
	case r < ' ', 0x7F <= r && r <= 0x9F:
		return dropped
	case 0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069, r == 0xFEFF:
		return dropped
	case 0xFDD0 <= r && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return unicode.ReplacementChar
	}
	return r
}

// appendRune appends what tidy leaves of a rune.
func appendRune(dst []byte, r rune) []byte {
	if r = tidy(r); r == dropped {
		return dst
	}
	return utf8.AppendRune(dst, r)
}
