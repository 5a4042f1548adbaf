package risk

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Frame is what every picture has: a prefix for the ids, unique in the page; a title
// and a description that say in words what the picture shows; the language of them.
type Frame struct {
	Prefix      string
	Title       string
	Description string
	Language    string
}

// MaxPrefix is the longest id prefix in bytes.
const MaxPrefix = 64

// The layout of all pictures, in the units of the viewBox.
const (
	pictureWidth = 400
	lineHeight   = 18
	lineRunes    = 46 // runes of a 14-unit sans-serif that fit beside a mark in wide fonts too
	textLeft     = 24
)

// The colours keep a contrast of at least 3 to 1 to white; shape carries the meaning,
// so that print without colour says the same.
const (
	ink   = "#0b0c0c"
	blue  = "#1d4f91"
	grey  = "#5b6770"
	green = "#00703c"
	red   = "#b10e1e"
	brown = "#8a4b00"
	pale  = "#6f9fd8"
)

func (f Frame) check() error {
	if len(f.Prefix) > MaxPrefix {
		return fault(BadPrefix, "prefix", "of "+strconv.Itoa(len(f.Prefix))+" bytes")
	}
	for i, r := range f.Prefix {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (i == 0 || !('0' <= r && r <= '9' || r == '-' || r == '_')) {
			return fault(BadPrefix, "prefix", strconv.Quote(f.Prefix))
		}
	}
	switch {
	case f.Prefix == "":
		return fault(BadPrefix, "prefix", "is empty")
	case strings.TrimSpace(f.Title) == "":
		return fault(BadPicture, "title", "is blank")
	case strings.TrimSpace(f.Description) == "":
		return fault(BadPicture, "description", "is blank")
	}
	return nil
}

// svg is a drawing that grows by appending; every text goes through escaped.
type svg []byte

func (f Frame) open(height int) svg {
	h := strconv.Itoa(height)
	s := make(svg, 0, 4096)
	s = s.raw(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 `, h, `" width="400" height="`, h, `" role="img"`)
	if f.Language != "" {
		s = s.raw(` lang="`).escaped(f.Language).raw(`"`)
	}
	s = s.raw(` aria-labelledby="`, f.Prefix, `-title `, f.Prefix, `-desc"><title id="`, f.Prefix, `-title">`).escaped(f.Title)
	s = s.raw(`</title><desc id="`, f.Prefix, `-desc">`).escaped(f.Description)
	return s.raw(`</desc>`)
}

func (s svg) close() []byte { return s.raw("</svg>\n") }

// raw appends markup of this package's own, never a text of a caller.
func (s svg) raw(parts ...string) svg {
	for _, part := range parts {
		s = append(s, part...)
	}
	return s
}

func (s svg) int(n int) svg { return strconv.AppendInt(s, int64(n), 10) }

// tenth writes a length to one decimal.
func (s svg) tenth(x float64) svg { return strconv.AppendFloat(s, x, 'f', 1, 64) }

// lines writes wrapped text, the first line with its baseline at y.
func (s svg) lines(x, y int, lines []string) svg {
	for i, line := range lines {
		s = s.raw(`<text x="`).int(x).raw(`" y="`).int(y + i*lineHeight)
		s = s.raw(`" font-family="sans-serif" font-size="14" fill="`, ink, `">`).escaped(line).raw(`</text>`)
	}
	return s
}

// escaped writes text so that it is well-formed XML wherever it stands: markup is
// escaped, white space becomes a space, and what XML cannot hold becomes U+FFFD.
func (s svg) escaped(text string) svg {
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
	return s
}

// wrap breaks text into lines of at most lineRunes runes, at spaces where it can.
func wrap(text string) []string {
	var lines []string
	line, length := "", 0
	for _, word := range strings.FieldsFunc(text, unicode.IsSpace) {
		runes := []rune(word)
		for len(runes) > 0 {
			switch room := lineRunes - length; {
			case length == 0:
				n := min(len(runes), lineRunes)
				line, length, runes = string(runes[:n]), n, runes[n:]
			case len(runes) < room:
				line, length, runes = line+" "+string(runes), length+1+len(runes), nil
			default:
				lines, line, length = append(lines, line), "", 0
			}
		}
	}
	if length > 0 {
		lines = append(lines, line)
	}
	return lines
}
