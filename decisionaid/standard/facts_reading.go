package standard

import "math"

// readingFacts are facts of how hard the words are.
var readingFacts = []fact{
	is("has_reading_age", "the aid says what reading age its words are meant for", "Set `reading_age:` to the greatest reading age that the words are meant to need.", func(s *subject) answer {
		return has(s.def.ReadingAge > 0, "/reading_age")
	}),
	number("reading_age", "reading age that the words need, in whole years: the Flesch-Kincaid grade of the whole aid, and five", "years", 100, 1,
		"Shorten long sentences and long words.", func(s *subject) answer {
			age, ok := s.age()
			if !ok {
				return missing("/language")
			}
			return amount(age, "/reading_age")
		}),
	is("reading_age_kept", "the words need no greater reading age than the aid says", "Shorten long sentences and long words, or say under `reading_age:` the age that they need.", func(s *subject) answer {
		age, ok := s.age()
		if !ok || s.def.ReadingAge == 0 {
			return missing("/reading_age")
		}
		return has(age <= float64(s.def.ReadingAge), "/reading_age")
	}),
}

// age is the reading age of the whole aid in whole years; false where it cannot be told.
func (s *subject) age() (float64, bool) {
	scores, ok := s.words.Scores()
	return max(0, math.Round(scores.Age())), ok
}
