package readability

import "strings"

// irregular are common words for which the rules below come out wrong.
var irregular = map[string]int{
	"area": 3, "areas": 3, "business": 2, "being": 2, "create": 2, "created": 3, "creates": 2, "diabetes": 4, "does": 1, "doesn't": 2, "don't": 1,
	"eye": 1, "eyes": 1, "heart": 1, "hours": 1, "hour": 1, "hundred": 2, "idea": 3, "ideas": 3, "isn't": 2, "wasn't": 2, "didn't": 2,
	"hasn't": 2, "couldn't": 2, "wouldn't": 2, "haven't": 2, "museum": 3, "naked": 2, "poem": 2, "radius": 3, "react": 2, "recipe": 3,
	"science": 2, "sometimes": 2, "something": 2, "someone": 2, "somebody": 3, "therefore": 2, "everyone": 3, "everything": 3, "every": 2,
	"theatre": 2, "vegetable": 4, "vegetables": 4, "whose": 1, "shoes": 1, "shoe": 1, "toes": 1, "toe": 1, "canoe": 2, "reality": 4, "real": 1, "ideal": 3,
	"wednesday": 2, "aged": 1, "used": 1, "clothes": 1, "fruit": 1, "ruin": 2, "fluid": 2, "suicide": 3, "nausea": 3, "urea": 3,
	"diarrhoea": 4, "dyspnoea": 3, "apnoea": 3, "people": 2, "ageing": 2, "caesarean": 4,
}

// Syllables estimates how many syllables an English word has; 0 for a text without letters. A word with hyphens has those of
// its parts. The rules count groups of vowels, then take away the e that is not heard and add what two vowels beside each
// other are when both are heard.
func Syllables(word string) int {
	word = strings.ReplaceAll(strings.ToLower(word), "’", "'")
	if !strings.ContainsAny(word, "-‐‑ ") {
		return syllables(word)
	}
	total := 0
	for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == ' ' }) {
		total += syllables(part)
	}
	return total
}

func syllables(word string) int {
	if n, ok := irregular[word]; ok {
		return n
	}
	if stem, rest, ok := strings.Cut(word, "'"); ok {
		if rest == "s" || rest == "" {
			return syllables(stem)
		}
		word = strings.ReplaceAll(word, "'", "")
	}
	groups, letters := 0, 0
	for i := range len(word) {
		if word[i] >= 'a' && word[i] <= 'z' || word[i] >= 0x80 {
			letters++
		}
		if vowel(word, i) && !vowel(word, i-1) {
			groups++
		}
	}
	if letters == 0 {
		return 0
	}
	return max(1, groups+heard(word)-silent(word, groups))
}

// vowel reports whether a letter is a vowel. A y that starts a word, or stands between vowels, is none. Letters beyond ASCII, such
// as é, count as vowels, since in English text they nearly always are.
func vowel(word string, i int) bool {
	if i < 0 || i >= len(word) {
		return false
	}
	switch word[i] {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	case 'y':
		return i > 0 && !(vowel(word, i-1) && i+1 < len(word) && strings.IndexByte("aeiou", word[i+1]) >= 0)
	}
	return word[i] >= 0xc0 // the first byte of a letter
}

// heard counts the places where two vowels beside each other are both heard.
func heard(word string) (n int) {
	for i := 0; i+1 < len(word); i++ {
		before := byte(' ')
		if i > 0 {
			before = word[i-1]
		}
		soft := strings.IndexByte("tcsgx", before) >= 0
		rest := word[i+2:]
		switch word[i : i+2] {
		case "ia", "iu":
			n += one(!soft || i < 2)
		case "io":
			n += one(!soft || i < 2 || !strings.HasPrefix(rest, "n") && !strings.HasPrefix(rest, "u"))
		case "ie":
			n += one(strings.HasPrefix(rest, "ty") || !soft && (strings.HasPrefix(rest, "t") || strings.HasPrefix(rest, "nt") || strings.HasPrefix(rest, "nc")))
		case "eo":
			n += one(before != 'g' && !strings.HasPrefix(rest, "p"))
		case "ua", "uo":
			n += one(before != 'q' && before != 'g')
		case "oa":
			n += one(before == 'c' && strings.HasPrefix(rest, "g") || before == 'e')
		case "oe":
			n += one(strings.HasPrefix(rest, "m"))
		case "yi", "ei", "oi", "ui", "ai", "ii":
			n += one((rest == "ng" || rest == "ngs") && i > 0)
		case "ue":
			n += one(rest == "l" || strings.HasPrefix(rest, "nt") && before != 'q' || strings.HasPrefix(rest, "nc") && before != 'q')
		}
	}
	if strings.HasSuffix(word, "sm") || strings.HasSuffix(word, "sms") || strings.HasSuffix(word, "thm") {
		n++ // as in organism
	}
	return n
}

// silentBefore are endings before which a final e stays silent, as in safely.
var silentBefore = []string{"ly", "ful", "fully", "ment", "ments", "less", "ness", "some"}

// silentWithin are first parts of compounds whose e is silent.
var silentWithin = []string{"some", "there", "where", "home", "life", "side", "time", "safe", "care", "fire", "wake"}

// silent counts the letters e that are written and not heard.
func silent(word string, groups int) (n int) {
	if groups < 2 {
		return 0
	}
	if mute(word, "e") || mute(word, "es") || mute(word, "ed") {
		n++
	}
	for _, ending := range silentBefore {
		if base, ok := strings.CutSuffix(word, ending); ok && len(base) > 3 && mute(base, "e") {
			n++
			break
		}
	}
	for _, first := range silentWithin {
		rest, ok := strings.CutPrefix(word, first)
		if ok && len(rest) > 3 && !vowel(rest, 0) && !strings.HasPrefix(rest, "ly") && !strings.HasPrefix(rest, "less") && !strings.HasPrefix(rest, "ful") && !strings.HasPrefix(rest, "ness") {
			n++
			break
		}
	}
	return n
}

// mute reports whether a word ends in an e, es or ed that is not heard.
func mute(word, ending string) bool {
	base, ok := strings.CutSuffix(word, ending)
	if !ok || len(base) < 2 || vowel(base, len(base)-1) {
		return false
	}
	last, before := base[len(base)-1], base[len(base)-2]
	if last == 'l' && !vowel(base, len(base)-2) && before != 'l' {
		return false // as in table, tables, settled
	}
	switch ending {
	case "es":
		return strings.IndexByte("sxzcg", last) < 0 && !(last == 'h' && (before == 'c' || before == 's'))
	case "ed":
		return last != 't' && last != 'd'
	}
	return true
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
