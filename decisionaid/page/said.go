package page

import (
	"strings"
	"unicode"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Text is something said: plain words, never markup. A line break in a Paragraph, a Note or, in HTML, a Cell starts a new
// paragraph; anywhere else it is a space.
type Text struct {
	// Said is the text itself.
	Said string
	// Own marks the words of the person whom the page is for, or of anyone else who typed them. They may be in another
	// language and direction than the page, so they are set apart from the sentence around them.
	Own bool
	// Cites lists the ids of the sources that the text rests on.
	Cites []string
}

// Say makes a Text of an author, with the ids of the sources that it rests on.
func Say(said string, cites ...string) Text { return Text{Said: said, Cites: cites} }

// Own makes a Text of a person's own words.
func Own(said string) Text { return Text{Said: said, Own: true} }

// lines gives the lines of a text that have something on them.
func lines(said string, yield func(line string, last bool)) {
	var line string
	for next := range strings.Lines(strings.ReplaceAll(said, "\r", "\n")) {
		if next = strings.TrimSpace(next); next == "" {
			continue
		}
		if line != "" {
			yield(line, false)
		}
		line = next
	}
	if line != "" {
		yield(line, true)
	}
}

// blank reports whether nothing of a text would be seen.
func blank(s string) bool {
	for _, r := range s {
		if r = tidy(r); r != dropped && !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// fill goes through a template once, so that a value is never read as one: put writes its texts, and value what stands for
// a name in braces.
func fill(template string, put, value func(string)) {
	for {
		before, name, after, found := phrase.Cut(template)
		put(before)
		if !found {
			return
		}
		value(name)
		template = after
	}
}
