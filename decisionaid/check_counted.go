package decisionaid

import (
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeOneIn = diag.Define(diag.Info{
	Code:  "aid-one-in",
	Title: "A text says one in so many",
	Explain: "Readers compare the second number of \"1 in 14\" with that of \"1 in 33\", and take the greater one for the greater chance. Say both out of 10, 100, " +
		"1,000 or 10,000 people.",
	Bad:  "unknown: About 1 in 14 people had it in another study.",
	Good: "unknown: About 7 in 100 people had it in another study.",
})

var codePartPeople = diag.Define(diag.Info{
	Code:    "aid-part-people",
	Title:   "A text counts parts of people",
	Explain: "There are no halves of people, and the number looks surer than it is. Round it, or use a greater number of people.",
	Bad:     "unknown: In another study 7.5 in 100 people had it.",
	Good:    "unknown: In another study 75 in 1,000 people had it.",
})

var codeFrequencyWord = diag.Define(diag.Info{
	Code:  "aid-frequency-word",
	Title: "A word for how often does not go with its number",
	Explain: "In the leaflets of medicines in Europe, very common is 1 in 10 or more, common 1 in 100, uncommon 1 in 1,000, rare 1 in 10,000, and very rare is less. A " +
		"word that says otherwise beside a number misleads people who know them.",
	Bad:  "unknown: A rare problem, which 5 in 100 people had.",
	Good: "unknown: A common problem, which 5 in 100 people had.",
})

// checkCounted looks at the numbers of people in texts.
func checkCounted(p *passage, found []frequency, r *diag.Reporter) {
	for _, f := range found {
		oneIn := f.people == 1 && !slices.Contains([]float64{10, 100, 1000, 10000}, f.of)
		parts := f.people != math.Trunc(f.people)
		if f.percent || !oneIn && !parts || !p.spend() {
			continue
		}
		switch at := p.place(f.from, f.to); {
		case oneIn:
			r.Errorf(codeOneIn, at, "this says 1 in so many").Hinted("Say it out of 10, 100, 1,000 or 10,000 people")
		default:
			r.Warnf(codePartPeople, at, "this counts parts of people").Hinted("Round it, or use a greater number of people")
		}
	}
	checkFrequencyWord(p, found, r)
}

// checkFrequencyWord compares a word for how often with the number, where a sentence has one of each.
func checkFrequencyWord(p *passage, found []frequency, r *diag.Reporter) {
	for from := 0; from < len(p.words) && len(found) > 0; {
		to, labels, label := from, 0, 0
		for ; to < len(p.words) && p.words[to].Sentence == p.words[from].Sentence; to++ {
			if last, _, _ := p.frequencyWord(to); last >= 0 {
				labels, label = labels+1, to
			}
		}
		numbers := 0
		for numbers < len(found) && found[numbers].from < to {
			numbers++
		}
		if labels == 1 && numbers == 1 {
			last, least, most := p.frequencyWord(label)
			if share := found[0].people / found[0].of; (share < least || share >= most) && p.spend() {
				r.Errorf(codeFrequencyWord, p.place(label, last), "this word does not go with the number in the sentence").
					Hinted("Use the word for that number, or leave the word out")
			}
		}
		from, found = to, found[numbers:]
	}
}

// frequencyWord gives the last word of a word for how often that starts at a word, with the least share that it stands for and
// the first that it does not; -1 where there is none.
func (p *passage) frequencyWord(i int) (to int, least, most float64) {
	if p.word(i-1) == "very" {
		return -1, 0, 0
	}
	switch w := p.word(i); {
	case p.says(i, "very", "common"):
		return i + 1, 0.1, math.Inf(1)
	case p.says(i, "very", "rare"):
		return i + 1, 0, 0.0001
	case w == "common" && !p.idiom(i):
		return i, 0.01, 0.1
	case w == "uncommon":
		return i, 0.001, 0.01
	case w == "rare":
		return i, 0.0001, 0.001
	}
	return -1, 0, 0
}

// idiom reports whether "common" says nothing of how often.
func (p *passage) idiom(i int) bool {
	return p.word(i-1) == "in" || slices.Contains([]string{"cold", "sense", "ground", "language"}, p.word(i+1)) || slices.Contains([]string{"more", "most", "less"}, p.word(i-1))
}
