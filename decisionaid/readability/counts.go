package readability

import "math"

// Counts are what the formulas need to know of a text.
type Counts struct {
	Words     int `json:"words"`
	Sentences int `json:"sentences"`
	Syllables int `json:"syllables"`
	// Polysyllables are the words of three syllables or more.
	Polysyllables int `json:"polysyllables"`
	// Letters are the letters of the words.
	Letters int `json:"letters"`
}

// Scores are the usual grades of reading ease. Grades are years of school in the United States.
type Scores struct {
	// FleschEase goes from about 0, very hard, to about 100, very easy (Flesch, Journal of Applied Psychology 1948).
	FleschEase float64 `json:"flesch_ease"`
	// FleschKincaid is a grade (Kincaid and others, 1975, for the United States Navy).
	FleschKincaid float64 `json:"flesch_kincaid"`
	// SMOG is a grade (McLaughlin, Journal of Reading 1969). It is meant for thirty sentences or more.
	SMOG float64 `json:"smog"`
	// Fog is a grade (Gunning, The Technique of Clear Writing, 1952). Every word of three syllables or more counts as hard.
	Fog float64 `json:"fog"`
	// ARI is the automated readability index, a grade (Senter and Smith, 1967).
	ARI float64 `json:"ari"`
	// ColemanLiau is a grade (Coleman and Liau, Journal of Applied Psychology 1975). Like ARI it needs no syllables.
	ColemanLiau float64 `json:"coleman_liau"`
}

// Scores works the grades out. The second result is false, and the first zero, where there are no words or no sentences, or
// where a count is negative.
func (c Counts) Scores() (Scores, bool) {
	if c.Words <= 0 || c.Sentences <= 0 || c.Syllables < 0 || c.Polysyllables < 0 || c.Letters < 0 {
		return Scores{}, false
	}
	words, sentences := float64(c.Words), float64(c.Sentences)
	length := words / sentences
	syllables := float64(c.Syllables) / words
	hard := float64(c.Polysyllables)
	letters := float64(c.Letters) / words
	return Scores{
		FleschEase:    206.835 - float64(1.015*length) - float64(84.6*syllables),
		FleschKincaid: float64(0.39*length) + float64(11.8*syllables) - 15.59,
		SMOG:          float64(1.043*math.Sqrt(hard*30/sentences)) + 3.1291,
		Fog:           0.4 * (length + 100*hard/words),
		ARI:           float64(4.71*letters) + float64(0.5*length) - 21.43,
		ColemanLiau:   float64(5.88*letters) - float64(29.6*sentences/words) - 15.8,
	}, true
}

// Age is the reading age in years: the Flesch-Kincaid grade and five years, the age at which school starts.
func (s Scores) Age() float64 { return s.FleschKincaid + 5 }
