package readability

// Counter counts the texts of one document. Make one with New. It is not safe for concurrent use.
type Counter struct {
	terms  *Terms
	counts Counts
	eased  int // words of many syllables within terms
}

// Report is what was counted.
type Report struct {
	// Counts are those of all words.
	Counts Counts `json:"counts"`
	// Explained are the same without the polysyllables that stand within explained terms, for the formulas that count these
	// (SMOG and Fog).
	Explained Counts `json:"explained"`
}

// New makes a Counter. terms are words, or groups of words, that a glossary explains: capitals and a plural s make no
// difference.
func New(terms ...string) *Counter { return &Counter{terms: NewTerms(terms...)} }

// Add counts a text. What is left open at its end, such as a heading without a full stop, ends with it.
func (c *Counter) Add(text string) { c.AddWords(Words(text)) }

// AddWords is Add for a text whose words were found before.
func (c *Counter) AddWords(words []Word) {
	last, explained := -1, 0
	for i, w := range words {
		c.terms.At(words[i:], func(_, length int) { explained = max(explained, length) })
		if w.Number {
			explained = max(0, explained-1)
			continue
		}
		if w.Sentence != last {
			c.counts.Sentences++
			last = w.Sentence
		}
		n := w.Syllables()
		c.counts.Words++
		c.counts.Syllables += n
		c.counts.Letters += w.letters()
		if n >= 3 {
			c.counts.Polysyllables++
			if explained > 0 {
				c.eased++
			}
		}
		explained = max(0, explained-1)
	}
}

// Report gives what was counted so far.
func (c *Counter) Report() Report {
	explained := c.counts
	explained.Polysyllables -= c.eased
	return Report{Counts: c.counts, Explained: explained}
}

// Syllables estimates the syllables of the word. A short one in capitals is spelt out, so NHS has three; the plural s of
// an abbreviation has none.
func (w Word) Syllables() int {
	if n := w.letters(); w.Capitals && n <= 4 {
		return n
	}
	return Syllables(w.Text)
}

func (w Word) letters() (n int) {
	for _, r := range w.Text {
		if r != '\'' && r != '-' && r != '‐' && r != '‑' && (r < '0' || r > '9') {
			n++
		}
	}
	return n
}
