package diag

import (
	"strings"
	"unicode"
)

const (
	joiner          = '\u200d' // ZERO WIDTH JOINER, which makes one emoji of several
	emojiForm       = '\ufe0f' // VARIATION SELECTOR-16, which asks for the wide, coloured form
	firstSkinTone   = '\U0001f3fb'
	lastSkinTone    = '\U0001f3ff'
	unseen          = '\ufffd' // stands for what must not reach a terminal
	controlPictures = '\u2400'
)

// cells gives how many cells of a terminal each character of a line takes: 0 for combining marks, 2 for East Asian wide
// characters and emoji, else 1. A family of emoji that are joined takes the two cells of its first. Tabs are left at 1;
// only draw knows where a tab stops.
func cells(line []rune) []int {
	widths := make([]int, len(line))
	emoji, joined := false, false
	for i, r := range line {
		switch {
		case r == joiner:
			joined = emoji
			continue
		case r == emojiForm:
			if i > 0 && widths[i-1] == 1 && !unicode.IsLetter(line[i-1]) {
				widths[i], emoji = 1, true
			}
		case emoji && (joined || firstSkinTone <= r && r <= lastSkinTone):
		case invisible(r):
		case unicode.Is(wide, r):
			widths[i], emoji = 2, unicode.Is(unicode.So, r)
		default:
			widths[i], emoji = 1, false
		}
		joined = false
	}
	return widths
}

// invisible reports whether a character takes no cell of its own: marks, format characters, and the vowels and final
// consonants that join a Hangul syllable.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) || '\u1160' <= r && r <= '\u11ff' || '\ud7b0' <= r && r <= '\ud7fb'
}

// visible gives the character to print: control characters as their pictures, and a replacement for those that would
// reorder a line or break it, so that a definition cannot steer the terminal it is shown on. A byte order mark is
// replaced too, since it is often the fault itself.
func visible(r rune) rune {
	switch {
	case r < ' ':
		return controlPictures + r
	case r == 0x7f:
		return controlPictures + 0x21
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029', r == '\ufeff':
		return unseen
	default:
		return r
	}
}

// plain gives a text as one printable line: line breaks and tabs become spaces.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\r', '\t':
			return ' '
		default:
			return visible(r)
		}
	}, strings.ReplaceAll(text, "\r\n", "\n"))
}
