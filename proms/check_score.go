package proms

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeScoreRange = diag.Define(diag.Info{
	Code:    "score-range",
	Title:   "The range of a score makes no sense",
	Explain: "`range:` is the lowest and the highest value that the score can have, in this order. A value outside it is a fault and never clamped.",
	Bad:     "range: [27, 0]",
	Good:    "range: [0, 27]",
})

var codeBetter = diag.Define(diag.Info{
	Code:    "score-better",
	Title:   "The better direction of a score is not lower or higher",
	Explain: "`better:` says which way is better for the person. Leave it out where neither is.",
	Bad:     "better: down",
	Good:    "better: lower",
})

// The ways that a score can be better for the person.
const (
	betterLower  = "lower"
	betterHigher = "higher"
)

// checkWay reports a score that is worked out in no way, or in more than one.
func (c *compiler) checkWay(sc *score) bool {
	def, ways := sc.definition, 0
	for _, said := range []bool{def.Rule != "", def.Norm != nil, def.Bank != ""} {
		if said {
			ways++
		}
	}
	switch {
	case ways != 1:
		c.report.Errorf(codeMethod, diag.At(sc.at), "%s has %d ways to be worked out", def.ID, ways).Hinted("Give it one of `rule:`, `norm:` and `bank:`").
			After(sc.at+"/rule", sc.at+"/norm", sc.at+"/bank")
	case (def.Bank != "") != (def.Method != ""):
		c.report.Errorf(codeMethod, diag.At(sc.at), "`bank:` and `method:` go together").Hinted("Add the other one").After(sc.at+"/method", sc.at+"/bank")
	case def.Bank != "" && def.Of.IsZero():
		c.report.Errorf(codeMethod, diag.At(sc.at), "%s does not say which items of the bank it is made of", def.ID).Hinted("Name them under `of:`, with `missing:`")
	case def.Norm != nil && !def.Of.IsZero():
		c.report.Errorf(codeMethod, diag.At(sc.at+"/of").Key(), "%s is made of the score that its norms are of", def.ID).Hinted("Take `of:` and `missing:` out")
	case def.SE != "" && def.Rule == "":
		c.report.Errorf(codeMethod, diag.At(sc.at+"/se"), "how precise %s is follows from its bank or its norms", def.ID).Hinted("Take `se:` out")
	default:
		return true
	}
	return false
}

// checkScore reports what is wrong with one score apart from its rule and its members.
func checkScore(sc *score, r *diag.Reporter) {
	s, at := sc.definition, sc.at
	if lo, hi := s.Range[0], s.Range[1]; !(lo < hi) || math.IsInf(lo, 0) || math.IsInf(hi, 0) {
		r.Errorf(codeScoreRange, diag.At(at+"/range"), "the range of %s goes from %s to %s", s.ID, rule.FormatNumber(lo), rule.FormatNumber(hi)).
			Hinted("The lowest value comes first").After(at + "/range")
		return
	}
	if s.Better != "" && s.Better != betterLower && s.Better != betterHigher {
		r.Errorf(codeBetter, diag.At(at+"/better"), "better is %q", s.Better).Hinted("Write lower or higher, or leave it out")
	}
	checkRounding(s.Round, sc.place("round"), r)
	checkBands(s, sc.place("bands"), r)
	checkBandedBy(s, sc.place("banded_by"), r)
}
