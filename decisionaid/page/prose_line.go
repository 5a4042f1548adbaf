package page

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line that grows by appending; every text goes through the dialect.
type line struct {
	p     *prose
	b     []byte
	ended bool // what was said last ends a sentence
}

func (p *prose) line() line { return line{p: p} }

// raw appends what this package wrote itself.
func (l line) raw(s string) line {
	l.b = append(l.b, s...)
	return l
}

func (l line) text(s string) line {
	l.b = l.p.dialect.escape(l.b, s)
	return l
}

func (l line) strong(s string) line {
	if !blank(s) {
		l.b = l.p.dialect.strong(l.b, s)
	}
	return l
}

func (l line) link(text, to string) line {
	if safe, ok := address(to); ok {
		l.b = l.p.dialect.link(l.b, text, safe)
		return l
	}
	if blank(to) {
		return l.text(text)
	}
	return l.text(text).after(" ").text(to)
}

// The marks that set a person's own words apart (Unicode UAX #9): the first strong letter between them gives their
// direction, and the sentence around keeps its own.
const (
	firstStrongIsolate = "\u2068"
	popIsolate         = "\u2069"
)

// say writes a text with the numbers of its sources. Cited ids that no source has are named.
func (l line) say(t Text) line {
	if t.Own {
		l = l.raw(firstStrongIsolate).text(t.Said).raw(popIsolate)
	} else {
		l = l.text(t.Said)
	}
	l.ended = strings.HasSuffix(t.Said, ".") || strings.HasSuffix(t.Said, "!") || strings.HasSuffix(t.Said, "?")
	for _, id := range t.Cites {
		if number := l.p.index.sources[id]; number > 0 {
			id = strconv.Itoa(number)
		}
		l = l.text(" [").text(id).text("]")
	}
	return l
}

// after appends a separator where something stands before it.
func (l line) after(separator string) line {
	if len(l.b) > 0 {
		return l.raw(separator)
	}
	return l
}

// sentence appends a text behind what is there: behind a full stop where it begins like a sentence.
func (l line) sentence(t Text) line {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(t.Said))
	switch {
	case blank(t.Said):
		return l
	case len(l.b) > 0 && !l.ended && unicode.IsUpper(first):
		l = l.raw(". ")
	case len(l.b) > 0 && !l.ended:
		l = l.raw("; ")
	default:
		l = l.after(" ")
	}
	return l.say(t)
}

// labelled makes what is there the label of a text, in the manner of the language.
func (l line) labelled(t Text) line { return l.before(l.p.line().say(t)) }

// before makes what is there the label of another line. A label that is a sentence or a question needs no sign after it.
func (l line) before(other line) line {
	out := l.p.line()
	if l.ended {
		out.b = append(append(append(out.b, l.b...), ' '), other.b...)
		return out
	}
	fill(l.p.words.Labelled, func(s string) { out = out.text(s) }, func(name string) {
		if name == "label" {
			out.b = append(out.b, l.b...)
		} else {
			out.b = append(out.b, other.b...)
		}
	})
	return out
}
