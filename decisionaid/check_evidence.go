package decisionaid

import "github.com/whatmatters-care/whatmatters/schemas/diag"

var codeCertainty = diag.Define(diag.Info{
	Code:  "aid-certainty",
	Title: "An estimate does not say how sure it is",
	Explain: "Every number of a benefit or a risk says how sure one can be of it: high, moderate, low, very_low (GRADE), or unknown where nobody has " +
		"judged it.",
	Bad:  "- {option: exercise, chance: 0.38}",
	Good: "- {option: exercise, chance: 0.38, certainty: low}",
})

// checkCertainty holds that every number of a benefit or a risk has one of the words for certainty.
func checkCertainty(o *Outcome, e *EstimateDefinition, at string, r *diag.Reporter) {
	words, ok := known(e.Certainty, HighCertainty, ModerateCertainty, LowCertainty, VeryLowCertainty, UnknownCertainty)
	switch {
	case e.Certainty != "" && !ok:
		reportWord(r, codeCertainty, at+"/certainty", string(e.Certainty), words)
	case e.Certainty == "" && o.Kind != Burden && e.numeric():
		r.Errorf(codeCertainty, diag.At(at), "the estimate of %s for %s does not say how sure it is", o.ID, e.Option).
			Hinted("Add `certainty:` high, moderate, low, very_low or unknown").After(at + "/certainty")
	}
}

var codeSource = diag.Define(diag.Info{
	Code:  "aid-source",
	Title: "A number without a source",
	Explain: "Every number of a benefit or a risk names where it comes from, so that others can check it. Where you have not read it there, write " +
		"`{ref: ..., verified: false}`.",
	Bad:  "- {option: exercise, chance: 0.38, certainty: low}",
	Good: "- {option: exercise, chance: 0.38, certainty: low, source: prohip_2024}",
})

// checkSource warns where a number of a benefit or a risk has no source.
func checkSource(o *Outcome, e *EstimateDefinition, at string, r *diag.Reporter) {
	if o.Kind != Burden && e.numeric() && (e.Source == nil || e.Source.IsZero()) {
		r.Warnf(codeSource, diag.At(at), "the estimate of %s for %s has no source", o.ID, e.Option).
			Hinted("Add `source:` with the id of a source").After(at + "/source")
	}
}

// numeric reports whether an estimate gives a number.
func (e *EstimateDefinition) numeric() bool {
	forms := e.forms()
	return len(forms) == 1 && forms[0] != formUnknown && forms[0] != formNotApplicable
}
