package community

import (
	"fmt"
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

// joined gives the texts that say something, one after the other.
func joined(texts ...string) string {
	var all []string
	for _, t := range texts {
		if t != "" {
			all = append(all, t)
		}
	}
	return strings.Join(all, "; ")
}

// listed gives a list in words: a, b and c.
func listed(texts []string) string {
	if n := len(texts); n > 1 {
		return strings.Join(texts[:n-1], ", ") + " and " + texts[n-1]
	}
	return strings.Join(texts, "")
}

// counted gives a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
