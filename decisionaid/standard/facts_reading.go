package standard

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/derived"
)

// readingFacts are facts of how hard the words are.
var readingFacts = []fact{
	is("has_reading_age", "the aid says what reading age its words are meant for", "Set `reading_age:` to the greatest reading age that the words are meant to need.", func(s *subject) derived.Answer {
		return derived.Has(s.def.ReadingAge > 0, "/reading_age")
	}),
	number("reading_age", "reading age that the words need, in whole years: the Flesch-Kincaid grade of the whole aid, and five", "years", 100, 1,
		"Shorten long sentences and long words.", func(s *subject) derived.Answer {
			age, ok := s.age()
			if !ok {
				return missing("/language")
			}
			return derived.Amount(age, "/reading_age")
		}),
	is("reading_age_kept", "the words need no greater reading age than the aid says", "Shorten long sentences and long words, or say under `reading_age:` the age that they need.", func(s *subject) derived.Answer {
		age, ok := s.age()
		if !ok || s.def.ReadingAge == 0 {
			return missing("/reading_age")
		}
		return derived.Has(age <= float64(s.def.ReadingAge), "/reading_age")
	}),
}

// age is the reading age of the whole aid in whole years; false where it cannot be told.
func (s *subject) age() (float64, bool) {
	scores, ok := s.words.Scores()
	return max(0, math.Round(scores.Age())), ok
}
