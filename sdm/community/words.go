package community

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// trimmed gives a text without white space around it and a full stop at its end, so that it fits into a sentence.
func trimmed(text string) string { return strings.TrimRight(strings.TrimSpace(text), ". \n") }

// first gives the first text that says something.
func first(texts ...string) string {
	for _, t := range texts {
		if !fault.Blank(t) {
			return t
		}
	}
	return ""
}
