package picture

import (
	"strconv"
	"unicode/utf8"
)

// Drawing is the markup of a picture so far. It grows by appending; each method returns the same Drawing, so that calls may be chained. The
// zero Drawing is empty and ready for use. It is not safe for concurrent use.
type Drawing []byte

// Raw appends markup of the program's own, never a text that somebody typed.
func (d *Drawing) Raw(parts ...string) *Drawing {
	for _, part := range parts {
		*d = append(*d, part...)
	}
	return d
}

// Int appends a whole number.
func (d *Drawing) Int(n int) *Drawing {
	*d = strconv.AppendInt(*d, int64(n), 10)
	return d
}

// Tenth appends a length to one decimal place. A length that is not finite, which no place in a picture is, is left out.
func (d *Drawing) Tenth(x float64) *Drawing {
	if x-x == 0 {
		*d = strconv.AppendFloat(*d, x, 'f', 1, 64)
	}
	return d
}

// Escaped appends a text so that it is well-formed XML wherever it stands, between elements or in an attribute: markup is escaped, white
// space becomes a space, and what XML cannot hold becomes U+FFFD.
func (d *Drawing) Escaped(text string) *Drawing {
	s := *d
	for _, r := range text {
		switch {
		case r == '&':
			s = append(s, "&amp;"...)
		case r == '<':
			s = append(s, "&lt;"...)
		case r == '>':
			s = append(s, "&gt;"...)
		case r == '"':
			s = append(s, "&#34;"...)
		case r == '\'':
			s = append(s, "&#39;"...)
		case r == '\t' || r == '\n' || r == '\r':
			s = append(s, ' ')
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			s = utf8.AppendRune(s, utf8.RuneError)
		default:
			s = utf8.AppendRune(s, r)
		}
	}
	*d = s
	return d
}
