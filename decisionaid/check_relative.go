package decisionaid

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeRelativeWords = diag.Define(diag.Info{
	Code:  "aid-relative-only",
	Title: "A text gives an effect without the chances that it is about",
	Explain: "\"Halves the risk\" sounds the same from 200 to 100 and from 2 to 1 in 1,000. Where a text speaks of an effect, it gives both chances too, " +
		"out of as many people; or leave the effect to the estimates.",
	Bad:  "happens: It halves the risk of a stroke.",
	Good: "happens: 36 in every 1,000 people have a stroke in a year, instead of 72 in every 1,000.",
})

var codeNumberNeeded = diag.Define(diag.Info{
	Code:    "aid-number-needed",
	Title:   "A number needed to treat stands alone",
	Explain: "People understand two chances side by side better than a number needed to treat. Give the chances with and without the option.",
	Bad:     "happens: The number needed to treat is 28.",
	Good:    "happens: 36 in every 1,000 people have a stroke in a year, instead of 72 in every 1,000.",
})

// checkRelative looks for effects and numbers needed to treat in texts that do not give two chances, which show what they mean.
func checkRelative(p *passage, found []frequency, r *diag.Reporter) {
	if len(found) >= 2 {
		return
	}
	for i := range p.words {
		if to := p.relative(i); to > 0 && p.spend() {
			r.Errorf(codeRelativeWords, p.place(i, to), "this effect stands without the chances that it is about").
				Hinted("Give both chances, out of as many people, or take it out")
			return
		}
		if to := p.numberNeeded(i); to > 0 && p.spend() {
			r.Warnf(codeNumberNeeded, p.place(i, to), "this number needed to treat stands alone").Hinted("Give the chances with and without the option")
			return
		}
	}
}

var (
	comparatives = []string{"lower", "less", "fewer", "more", "higher", "greater", "smaller", "reduction", "increase", "drop", "rise", "fall", "decrease"}
	changes      = []string{"reduce", "reduces", "reduced", "reducing", "cut", "cuts", "cutting", "lower", "lowers", "lowered", "lowering", "raise", "raises", "raised",
		"increase", "increases", "increased", "drop", "drops", "dropped", "fall", "falls", "fell", "rise", "rises", "rose", "decrease", "decreases", "decreased"}
	multiples = []string{"halve", "halves", "halved", "halving", "double", "doubles", "doubled", "doubling", "triple", "triples", "tripled", "treble", "trebles", "trebled"}
	chances   = []string{"risk", "risks", "chance", "chances", "odds", "rate", "rates", "likelihood", "hazard"}
	fractions = []string{"half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth"}
	manifold  = []string{"as", "more", "less", "higher", "lower", "greater", "likelier"}
)

// relative gives the last word of an effect that starts at a word, or 0 where none does.
func (p *passage) relative(i int) int {
	w := p.word(i)
	if words, ok := p.percent(i); ok && p.near(i+words, 2, comparatives) {
		return i + words
	}
	switch {
	case slices.Contains(chances, w) && p.word(i+1) == "ratio", p.says(i, "relative", "risk"):
		return i + 1
	case slices.Contains(multiples, w) && p.near(i+1, 4, chances):
		return i + 1
	case (w == "twice" || w == "half") && (p.word(i+1) == "as" || p.word(i+1) == "the" && slices.Contains(chances, p.word(i+2))):
		return i + 1
	case w == "times" && (slices.Contains(manifold, p.word(i+1)) || p.word(i+1) == "the" && slices.Contains(chances, p.word(i+2))):
		return i + 1
	case slices.Contains(changes, w):
		return p.changesBy(i)
	}
	return 0
}

// changesBy gives the last word of "reduces it by half" and the like.
func (p *passage) changesBy(i int) int {
	for k := i + 1; k < min(len(p.words), i+9) && p.words[k].Sentence == p.words[i].Sentence; k++ {
		if p.words[k].Text != "by" {
			continue
		}
		if words, ok := p.percent(k + 1); ok {
			return k + words
		}
		for to := k + 1; to <= min(len(p.words)-1, k+3); to++ {
			if slices.Contains(fractions, p.word(to)) {
				return to
			}
		}
	}
	return 0
}

// numberNeeded gives the last word of a number needed to treat, or 0.
func (p *passage) numberNeeded(i int) int {
	switch w := p.word(i); {
	case i > 0 && (w == "nnt" || w == "nnh" || w == "nntb" || w == "nnth"):
		return i
	case p.says(i, "number", "needed", "to"), p.says(i, "numbers", "needed", "to"):
		return i + 2
	}
	return 0
}
