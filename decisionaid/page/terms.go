package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// terms finds the terms of the glossary in texts. The zero terms find none.
type terms struct {
	count int
	// byWord holds the terms that begin with a word, in small letters; the longest come first.
	byWord map[string][]term
	// begins tells which bytes a term begins with, so that most words are passed over at once.
	begins [256]bool
}

type term struct {
	text   string
	number int // from 1, in the order of the glossary
}

// add takes in the next term. One without a letter keeps its number and is never found.
func (t *terms) add(text string) {
	t.count++
	text = strings.TrimSpace(text)
	word := wordAt(text)
	if word == 0 {
		return
	}
	if t.byWord == nil {
		t.byWord = map[string][]term{}
	}
	first := strings.ToLower(text[:word])
	t.byWord[first] = append(t.byWord[first], term{text, t.count})
	t.begins[first[0]] = true
	t.begins[strings.ToUpper(first)[0]] = true
}

func (t *terms) sort() {
	for _, some := range t.byWord {
		slices.SortStableFunc(some, func(a, b term) int { return len(b.text) - len(a.text) })
	}
}

// next finds the first term in a text for which open holds, with its place. Terms begin and end where words do, and
// capitals make no difference.
func (t *terms) next(s string, open func(number int) bool) (from, to, number int) {
	var small [64]byte
	for i := 0; i < len(s); {
		word := wordAt(s[i:])
		if word == 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		if t.begins[s[i]] && word <= len(small) {
			for _, candidate := range t.byWord[string(appendLower(small[:0], s[i:i+word]))] {
				end := i + len(candidate.text)
				if end <= len(s) && strings.EqualFold(s[i:end], candidate.text) && wordEnds(s, end) && open(candidate.number) {
					return i, end, candidate.number
				}
			}
		}
		i += word
	}
	return 0, 0, 0
}

// wordAt gives the length of the word that a text begins with: letters, digits and combining marks.
func wordAt(s string) int {
	for i, r := range s {
		if !inWord(r) {
			return i
		}
	}
	return len(s)
}

func wordEnds(s string, at int) bool {
	next, _ := utf8.DecodeRuneInString(s[at:])
	return at == len(s) || !inWord(next)
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlphanumeric(byte(r))
	}
	return unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit)
}

func appendLower(dst []byte, s string) []byte {
	for _, r := range s {
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}
