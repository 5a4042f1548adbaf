package phrase

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spoken puts an id or a word of JSON as people say it: not_met as not met.
func Spoken[Word ~string](word Word) string { return strings.ReplaceAll(string(word), "_", " ") }

// Capital begins a sentence: the first letter becomes a capital.
func Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if upper := unicode.ToUpper(first); upper != first {
		return string(upper) + text[size:]
	}
	return text
}

// Stopped ends a sentence with a full stop, unless it ends with a full stop, a question mark or an exclamation mark already. White space
// around it falls away, and nothing stays nothing.
func Stopped(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".?!") {
		return text
	}
	return text + "."
}

// Counted says a number of things whose plural ends with s: 1 day, 2 days.
func Counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}

// Sign gives what stands before an amount of a currency: £, € or $, and for every other the code with a space behind it.
func Sign(currency string) string {
	switch currency {
	case "":
		return ""
	case "GBP":
		return "£"
	case "EUR":
		return "€"
	case "USD":
		return "$"
	}
	return currency + " "
}

// Joined puts the texts that say something one after the other, without the white space around each and with what is put between them.
func Joined(between string, texts ...string) string {
	var some []string
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			some = append(some, text)
		}
	}
	return strings.Join(some, between)
}

// Listed gives a list in words: a, b and c.
func Listed(texts []string) string {
	if last := len(texts) - 1; last > 0 {
		return strings.Join(texts[:last], ", ") + " and " + texts[last]
	}
	return strings.Join(texts, "")
}
