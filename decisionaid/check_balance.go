package decisionaid

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeBalance = diag.Define(diag.Info{
	Code:  "aid-balance",
	Title: "One option is described at much greater length than another",
	Explain: "Readers take what has more words for what is meant. The description of each option (what happens, what it is like, practical burden) has at least half as " +
		"many words as the longest one.",
	Bad:  "options:\n  - {id: none, kind: no_treatment, label: Wait}\n  - {id: surgery, label: Surgery, happens: You go to a hospital and ...}",
	Good: "options:\n  - {id: none, kind: no_treatment, label: Wait, happens: You carry on as you are and ...}\n  - {id: surgery, label: Surgery, happens: You go to a hospital and ...}",
})

// checkBalance compares how many words the options are described with.
func checkBalance(def *Definition, all []passage, r *diag.Reporter) {
	words := make([]int, len(def.Options))
	for _, p := range all {
		if p.option >= 0 {
			words[p.option] += len(p.words)
		}
	}
	if len(words) == 0 {
		return
	}
	longest := slices.Index(words, slices.Max(words))
	for i, n := range words {
		if 2*n < words[longest] {
			r.Warnf(codeBalance, diag.At(fmt.Sprintf("/options/%d", i)), "%s is described with %d words, and %s with %d", def.Options[i].ID, n, def.Options[longest].ID, words[longest]).
				Hinted("Say as much of each option").Beside(diag.At(fmt.Sprintf("/options/%d", longest)), "the longest")
		}
	}
}

var codeBalanceNumbers = diag.Define(diag.Info{
	Code:  "aid-balance-numbers",
	Title: "One option has numbers, and another has few or none",
	Explain: "Numbers look surer than words, so an option with many looks better known, and one whose benefits have numbers and whose risks have none looks better than it " +
		"is. Where nothing is known that cannot be helped; the page then says so.",
	Bad:  "estimates:\n  - {option: surgery, chance: 0.12}\n  - option: as_now\n    unknown: No trial has counted it.",
	Good: "estimates:\n  - {option: surgery, chance: 0.12}\n  - {option: as_now, chance: 0.09}",
})

// tally is how many cells of an option could have a number, and how many have one.
type tally struct{ could, have int }

func (t *tally) count(e *EstimateDefinition) {
	switch forms := e.forms(); {
	case len(forms) != 1 || forms[0] == formNotApplicable:
	case forms[0] == formUnknown:
		t.could++
	default:
		t.could, t.have = t.could+1, t.have+1
	}
}

func (t tally) share() float64 { return float64(t.have) / float64(max(t.could, 1)) }

// checkBalanceNumbers notes where the options, or the benefits and risks of one, do not have numbers alike.
func checkBalanceNumbers(def *Definition, r *diag.Reporter) {
	most := 0.0
	all := make([]tally, len(def.Options))
	for i, option := range def.Options {
		var benefits, risks tally
		for j := range def.Outcomes {
			o := &def.Outcomes[j]
			for k := range o.Estimates {
				switch e := &o.Estimates[k]; {
				case e.Option != option.ID || o.Kind == Burden:
				case o.Kind == Benefit:
					benefits.count(e)
				default:
					risks.count(e)
				}
			}
		}
		all[i] = tally{benefits.could + risks.could, benefits.have + risks.have}
		most = max(most, all[i].share())
		if benefits.could > 0 && risks.could > 0 && (benefits.have == 0) != (risks.have == 0) {
			r.Notef(codeBalanceNumbers, diag.At(fmt.Sprintf("/options/%d", i)), "%s has numbers for its benefits or its risks, and none for the other", option.ID).
				Hinted("Give both numbers where they are known")
		}
	}
	for i, t := range all {
		if t.could > 0 && 2*t.share() < most {
			r.Notef(codeBalanceNumbers, diag.At(fmt.Sprintf("/options/%d/id", i)), "%s has a number for %d of %d outcomes", def.Options[i].ID, t.have, t.could).
				Hinted("Give the numbers that are known")
		}
	}
}
