package decisionaid

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeBareWord = diag.Define(diag.Info{
	Code:  "aid-word-without-number",
	Title: "A word stands for a chance, and there is no number",
	Explain: "Rare, likely or safe mean something else to everybody: some read 1 in 10, others 1 in 10,000. Put the number beside the word, or say that it is not " +
		"known.",
	Bad:  "happens: Infections are rare.",
	Good: "happens: Infections are uncommon (5 in 1,000 people in a month).",
})

// bareWords stand for chances.
var bareWords = []string{"common", "commonly", "uncommon", "rare", "rarely", "likely", "unlikely", "safe", "safely", "safer", "effective", "effectively", "seldom", "probably"}

var codeLoaded = diag.Define(diag.Info{
	Code:    "aid-loaded-word",
	Title:   "A word pushes people to one side",
	Explain: "An aid says what is known and leaves the choice with the person. Words such as should, best, only or unfortunately say what to think of it.",
	Bad:     "happens: Unfortunately it only helps some people, so most should have the operation.",
	Good:    "happens: It helps some people.",
})

// loadedWords say what to think.
var loadedWords = []string{
	"amazing", "best", "breakthrough", "curiously", "excellent", "fortunately", "golden", "ideal", "inferior", "luckily", "merely", "miracle", "must", "obviously",
	"only", "outstanding", "perfect", "recommended", "regrettably", "remarkable", "sadly", "should", "simply", "superior", "surely", "terrible", "unfortunately",
	"wonderful", "worst",
}

var codeJargon = diag.Define(diag.Info{
	Code:    "aid-jargon",
	Title:   "A word of professionals that the glossary does not explain",
	Explain: "Say it in plain words, or explain it in the glossary.",
	Bad:     "happens: You take an anticoagulant.",
	Good:    "happens: You take a blood thinner.",
})

// checkWords looks for single words that mislead, push or are not understood.
func checkWords(p *passage, explained map[string]bool, r *diag.Reporter) {
	numbered := p.numbered()
	for i, w := range p.words {
		if p.telling && !numbered && slices.Contains(bareWords, w.Text) && !p.idiom(i) && p.spend() {
			r.Warnf(codeBareWord, p.place(i, i), "%q stands for a chance, and there is no number", w.Text).
				Hinted("Put the number beside it, or say it without the word")
		}
		if p.telling && slices.Contains(loadedWords, w.Text) && !(w.Text == "best" && p.word(i+1) == "estimate") && p.spend() {
			r.Warnf(codeLoaded, p.place(i, i), "%q pushes people to one side", w.Text).Hinted("Say what is known, and leave what to think of it to them")
		}
		if plain, ok := jargon[w.Text]; ok && !explained[w.Text] && p.spend() {
			r.Warnf(codeJargon, p.place(i, i), "%q is a word of professionals", w.Text).Hinted("Say %s, or explain it in the glossary", plain)
		}
	}
}
