package readability

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is a word, or a number in digits, as it stands in a text.
type Word struct {
	// Text is the word in small letters, with straight apostrophes.
	Text string
	// From and To are its place in the text, in code points.
	From, To int
	// Sentence counts the sentences of the text from 0. Words with the same number stand in one sentence.
	Sentence int
	// Number tells that it starts with a digit, and so is no word.
	Number bool
	// Percent tells that a number is followed by a percent sign.
	Percent bool
	// Capitals tells that it is written in capitals throughout, as abbreviations are.
	Capitals bool
}

// Words gives the words and numbers of a text in their order. A hyphen or an apostrophe within a word joins it to one.
func Words(text string) []Word {
	s := scanner{text: text}
	for s.at < len(text) {
		r, size := utf8.DecodeRuneInString(text[s.at:])
		switch {
		case unicode.IsLetter(r):
			s.word(false)
		case unicode.IsDigit(r):
			s.word(true)
		default:
			if s.ends(r, size) {
				s.sentence++
			}
			s.at, s.point = s.at+size, s.point+1
		}
	}
	s.renumber()
	return s.words
}

// scanner goes through a text once.
type scanner struct {
	text      string
	at, point int // in bytes and in code points
	sentence  int
	words     []Word
}

// word takes the word or number that starts here.
func (s *scanner) word(number bool) {
	w := Word{From: s.point, Sentence: s.sentence, Number: number, Capitals: !number}
	start, letters := s.at, 0
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !joins(r, s.text[s.at+size:], number) {
			break
		}
		if unicode.IsLetter(r) {
			letters++
			w.Capitals = w.Capitals && unicode.IsUpper(r)
		}
		s.at, s.point = s.at+size, s.point+1
	}
	w.To, w.Capitals = s.point, w.Capitals && letters > 1
	w.Percent = number && (strings.HasPrefix(s.text[s.at:], "%") || strings.HasPrefix(s.text[s.at:], " %") || strings.HasPrefix(s.text[s.at:], "\u00a0%"))
	w.Text = strings.ReplaceAll(strings.ToLower(s.text[start:s.at]), "’", "'")
	s.words = append(s.words, w)
}

// joins reports whether a sign within a word or number belongs to it, which takes a letter or a digit behind it.
func joins(r rune, rest string, number bool) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	if number {
		return (r == ',' || r == '.') && unicode.IsDigit(next)
	}
	return (r == '\'' || r == '’' || r == '-' || r == '‐' || r == '‑') && unicode.IsLetter(next)
}

// abbreviations are followed by a stop that ends no sentence.
var abbreviations = map[string]bool{"dr": true, "mr": true, "mrs": true, "ms": true, "st": true, "vs": true, "eg": true, "ie": true, "approx": true}

// ends reports whether a sign ends a sentence.
func (s *scanner) ends(r rune, size int) bool {
	switch r {
	case '!', '?', ':', ';', '\n', '•', '…':
		return true
	case '.':
	default:
		return false
	}
	rest := s.text[s.at+size:]
	if next, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(next) || unicode.IsDigit(next) {
		return false // as in e.g. or an address
	}
	if len(s.words) == 0 || s.words[len(s.words)-1].To != s.point {
		return true
	}
	last := s.words[len(s.words)-1]
	initial := last.To-last.From == 1 && !last.Number && last.Text != "i" && strings.TrimSpace(rest) != ""
	return !abbreviations[last.Text] && !initial
}

// renumber counts only sentences in which there is a word, so that a number alone on a line is none.
func (s *scanner) renumber() {
	next := -1
	for from := 0; from < len(s.words); {
		to, any := from, false
		for to < len(s.words) && s.words[to].Sentence == s.words[from].Sentence {
			any = any || !s.words[to].Number
			to++
		}
		if any || next < 0 {
			next++
		}
		for k := from; k < to; k++ {
			s.words[k].Sentence = next
		}
		from = to
	}
}
