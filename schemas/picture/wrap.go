package picture

import (
	"strings"
	"unicode"
)

// Wrap breaks a text into lines of at most width runes, at spaces where it can; a word that is longer than a line is cut. A text with nothing
// in it has no lines. A width below 1 counts as 1.
func Wrap(text string, width int) []string {
	width = max(width, 1)
	var lines []string
	line, length := "", 0
	for _, word := range strings.FieldsFunc(text, unicode.IsSpace) {
		runes := []rune(word)
		for len(runes) > 0 {
			switch room := width - length; {
			case length == 0:
				n := min(len(runes), width)
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
