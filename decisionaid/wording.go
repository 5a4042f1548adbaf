package decisionaid

import (
	"slices"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// english reports whether the checks of wording, which know English words only, apply to a definition.
func english(def *Definition) bool {
	return def.Language == "" || def.Language == "en" || strings.HasPrefix(def.Language, "en-")
}

// place is where words from up to to of a passage stand, to included.
func (p *passage) place(from, to int) diag.Where {
	return diag.At(p.at).Text(p.words[from].From, p.words[to].To)
}

// word gives the word at a place, or "" where there is none.
func (p *passage) word(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].Text
}

// says reports whether the words from a place on are those of a phrase.
func (p *passage) says(i int, phrase ...string) bool {
	for k, w := range phrase {
		if p.word(i+k) != w {
			return false
		}
	}
	return true
}

// near reports whether one of some words stands among the next few from a place on, in the same sentence.
func (p *passage) near(i, within int, some []string) bool {
	for k := i; k < min(len(p.words), i+within); k++ {
		if p.words[k].Sentence == p.words[max(0, i-1)].Sentence && slices.Contains(some, p.words[k].Text) {
			return true
		}
	}
	return false
}

// number gives the number at a place; false where there is a word, or none.
func (p *passage) number(i int) (float64, bool) {
	if i < 0 || i >= len(p.words) || !p.words[i].Number {
		return 0, false
	}
	x, err := strconv.ParseFloat(strings.ReplaceAll(p.words[i].Text, ",", ""), 64)
	return x, err == nil
}

// percent reports whether the number at a place is a percentage, and how many words say so.
func (p *passage) percent(i int) (words int, ok bool) {
	if _, number := p.number(i); !number {
		return 0, false
	}
	switch {
	case p.words[i].Percent:
		return 1, true
	case p.word(i+1) == "percent":
		return 2, true
	case p.says(i+1, "per", "cent"):
		return 3, true
	}
	return 0, false
}

// numbered reports whether there is any number in the passage.
func (p *passage) numbered() bool {
	for _, w := range p.words {
		if w.Number {
			return true
		}
	}
	return false
}

// frequency is a number of people out of so many, such as 72 in every 1,000, or a percentage.
type frequency struct {
	from, to   int // words
	people, of float64
	percent    bool
}

// frequencies finds the frequencies in a passage.
func (p *passage) frequencies() (all []frequency) {
	for i := range p.words {
		people, ok := p.number(i)
		if !ok {
			continue
		}
		if words, is := p.percent(i); is {
			all = append(all, frequency{i, i + words - 1, people, 100, true})
			continue
		}
		to := i + 1
		if slices.Contains(peopleWords, p.word(to)) {
			to++
		}
		switch {
		case p.says(to, "out", "of"):
			to += 2
		case p.says(to, "in") || p.says(to, "of"):
			to++
		default:
			continue
		}
		if p.word(to) == "every" {
			to++
		}
		if of, ok := p.number(to); ok && of > people && !slices.Contains(timeWords, p.word(to+1)) {
			all = append(all, frequency{i, to, people, of, false})
		}
	}
	return all
}

var (
	peopleWords = []string{"people", "persons", "men", "women", "children", "adults", "patients"}
	timeWords   = []string{"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minutes"}
)
