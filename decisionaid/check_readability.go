package decisionaid

import (
	"fmt"
	"math"

	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

var codeReadingAge = diag.Define(diag.Info{
	Code:  "aid-reading-age",
	Title: "The words need a greater reading age than they are meant to",
	Explain: "`reading_age:` is what the author set out to keep to; the reading age is the Flesch-Kincaid grade of the whole aid and five years. Shorter sentences " +
		"and shorter words bring it down.",
	Bad:  "reading_age: 11   # and sentences of thirty words",
	Good: "reading_age: 14",
})

var codeLongSentence = diag.Define(diag.Info{
	Code:    "aid-long-sentence",
	Title:   "A sentence is very long",
	Explain: "Sentences of more than 30 words are lost on many readers. Most should have at most 20.",
	Bad:     "happens: You go to the hospital and then, after the nurse has asked you some questions and the doctor has looked at your arm, you wait, and after that you are taken to the room.",
	Good:    "happens: You go to the hospital. A nurse asks you some questions.",
})

// mostWords is how many words a sentence may have.
const mostWords = 30

// Readability counts the words of everything that people read in the aid and works its grades out. Terms of the glossary count as
// explained. The second result is false for an aid that is not in English, for which there are no grades.
func (a *Aid) Readability() (readability.Report, bool) {
	return reported(a.definition, passages(a.definition)), english(a.definition)
}

func reported(def *Definition, all []passage) readability.Report {
	terms := make([]string, len(def.Glossary))
	for i, t := range def.Glossary {
		terms[i] = t.Term
	}
	counter := readability.New(terms...)
	for _, p := range all {
		counter.AddWords(p.words)
	}
	return counter.Report()
}

// checkReadability compares the reading age of the whole aid with the one that its author set.
func checkReadability(def *Definition, all []passage, r *diag.Reporter) {
	if def.ReadingAge == 0 {
		return
	}
	report := reported(def, all)
	scores, ok := report.Counts.Scores()
	if age := math.Round(scores.Age()); ok && age > float64(def.ReadingAge) {
		explained, _ := report.Explained.Scores()
		r.Warnf(codeReadingAge, diag.At("/reading_age"), "the words need a reading age of %.0f (SMOG grade %.1f; without explained terms %.1f)", age, scores.SMOG, explained.SMOG).
			Hinted("Shorten long sentences and long words, or say the age that they need")
	}
}

// checkSentences looks for sentences of very many words.
func checkSentences(p *passage, r *diag.Reporter) {
	for from := 0; from < len(p.words); {
		to := from
		for to+1 < len(p.words) && p.words[to+1].Sentence == p.words[from].Sentence {
			to++
		}
		if n := to - from + 1; n > mostWords && p.spend() {
			r.Warnf(codeLongSentence, p.place(from, to), "this sentence has %d words", n).Hinted("Make two or three of it")
		}
		from = to + 1
	}
}

var codeUnusedTerm = diag.Define(diag.Info{
	Code:    "aid-glossary-unused",
	Title:   "The glossary explains a term that the aid does not use",
	Explain: "A glossary holds what readers meet. Take the term out, or use it where it is meant.",
	Bad:     "glossary:\n  - {term: embolism, meaning: A clot that travels}",
	Good:    "glossary:\n  - {term: stroke, meaning: A sudden loss of blood to a part of the brain}",
})

// checkTerms looks for terms of the glossary that no text uses, and gives all words that are explained.
func checkTerms(def *Definition, all []passage, r *diag.Reporter) map[string]bool {
	explained := map[string]bool{}
	terms := make([]string, len(def.Glossary))
	for i, t := range def.Glossary {
		terms[i] = t.Term
		for _, w := range readability.Words(t.Term) {
			explained[w.Text], explained[w.Text+"s"] = true, true
		}
	}
	index, used := readability.NewTerms(terms...), make([]bool, len(terms))
	for k := range all {
		p := &all[k]
		for i := range p.words {
			index.At(p.words[i:], func(term, _ int) { used[term] = used[term] || p.at != meaningOf(term) })
		}
	}
	for i, t := range def.Glossary {
		if !used[i] && !fault.Blank(t.Term) {
			r.Warnf(codeUnusedTerm, diag.At(fmt.Sprintf("/glossary/%d/term", i)), "no text uses %s", t.Term).Hinted("Take it out, or use it where it is meant")
		}
	}
	return explained
}

// meaningOf is the place of the meaning of a term.
func meaningOf(term int) string { return fmt.Sprintf("/glossary/%d/meaning", term) }
