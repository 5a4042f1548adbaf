package risk

import (
	"maps"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Outcome is how an outcome is spoken of. Happens completes "72 people ..." ("have a
// stroke"); Not completes "928 ..." and may be left empty for the general "do not".
type Outcome struct {
	Happens string
	Not     string
}

// Voice reads chances aloud in the words of one language. It is immutable and safe for
// concurrent use. The zero Voice speaks English. Texts that callers pass in are put into the
// sentences as they are, never read as templates; escaping is for whoever writes HTML.
type Voice struct {
	own *Words
}

// NewVoice makes a Voice of checked words. Errors: BadWords.
func NewVoice(words Words) (Voice, error) {
	if err := words.Check(); err != nil {
		return Voice{}, err
	}
	words.Reasons = maps.Clone(words.Reasons)
	words.Lengths = maps.Clone(words.Lengths)
	for unit, plural := range words.Lengths {
		plural.Exactly = maps.Clone(plural.Exactly)
		words.Lengths[unit] = plural
	}
	return Voice{own: &words}, nil
}

func (v Voice) words() *Words {
	if v.own == nil {
		return &english
	}
	return v.own
}

// Language is the BCP 47 tag of the words.
func (v Voice) Language() string { return v.words().Language }

// Number writes a whole number with the separator of thousands: 1,000.
func (v Voice) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if digits[0] == '-' {
		sign, digits = "-", digits[1:]
	}
	if len(digits) <= 3 {
		return sign + digits
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(v.words().Thousands)
		}
		b.WriteRune(digit)
	}
	return b.String()
}

// Count says the number of people: "72", "fewer than 1", "more than 999". It is empty
// where the number is not known.
func (v Voice) Count(f Frequency) string {
	switch f.Form {
	case NotKnown:
		return ""
	case FewerThanOne:
		return fill(v.words().FewerThan, "n", v.Number(1))
	case MoreThanAllButOne:
		return fill(v.words().MoreThan, "n", v.Number(int(f.Of)-1))
	}
	return v.Number(f.People)
}

// Period says a length of time as part of a sentence, "in 5 years"; it is empty where
// none is stated.
func (v Voice) Period(p Period) string {
	if !p.Stated() {
		return ""
	}
	plural := v.words().Lengths[p.Unit]
	length, ok := plural.Exactly[p.Number]
	if !ok {
		length = fill(plural.Other, "n", v.Number(p.Number))
	}
	return fill(v.words().Period, "length", length)
}

// Reason says why something is not known.
func (v Voice) Reason(r Reason) string {
	if text := v.words().Reasons[r]; text != "" {
		return text
	}
	return v.words().OtherReason
}

func (v Voice) not(o Outcome) string {
	if o.Not != "" {
		return o.Not
	}
	return v.words().Not
}

// fill puts values into a template, as phrase.Fill does; a value that is empty takes the space before it away.
func fill(template string, namesAndValues ...string) string {
	out := make([]byte, 0, len(template)+64)
	for {
		before, name, after, found := phrase.Cut(template)
		out = append(out, before...)
		if !found {
			return string(out)
		}
		value := ""
		for i := 0; i+1 < len(namesAndValues); i += 2 {
			if namesAndValues[i] == name {
				value = namesAndValues[i+1]
			}
		}
		if value == "" && len(out) > 0 && out[len(out)-1] == ' ' {
			out = out[:len(out)-1]
		}
		out = append(out, value...)
		template = after
	}
}

// sentence fills a template and gives it a capital letter.
func sentence(template string, namesAndValues ...string) string {
	return phrase.Capital(fill(template, namesAndValues...))
}
