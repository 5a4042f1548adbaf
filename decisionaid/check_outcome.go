package decisionaid

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeOutcomeKind = diag.Define(diag.Info{
	Code:    "aid-outcome-kind",
	Title:   "An outcome is of a kind that there is not",
	Explain: "`kind:` of an outcome is benefit (wished for), risk (not wished for) or burden (what an option asks of a person).",
	Bad:     "kind: harm",
	Good:    "kind: risk",
})

// checkKind holds the kind of an outcome to the three that there are.
func checkKind(o *Outcome, at string, r *diag.Reporter) {
	if words, ok := known(o.Kind, Benefit, Risk, Burden); o.Kind != "" && !ok {
		reportWord(r, codeOutcomeKind, at+"/kind", string(o.Kind), words)
	}
}

var codeLabel = diag.Define(diag.Info{
	Code:  "aid-outcome-label",
	Title: "A label that makes no sentence",
	Explain: "The label of an outcome completes a sentence that begins with how many people: \"72 in every 1,000 people have a stroke\". It is what they do or " +
		"have, without a subject of its own and without a full stop.",
	Bad:  "label: They have a stroke.",
	Good: "label: Have a stroke",
})

// subjects are words with which a label has a subject of its own.
var subjects = []string{"they", "people", "patients", "you", "i", "he", "she", "it", "some", "most"}

// checkLabel holds that a label completes the sentence of a chance. Of subjects it knows those of English.
func checkLabel(def *Definition, o *Outcome, at string, r *diag.Reporter) {
	first, rest, _ := strings.Cut(strings.ToLower(o.Label), " ")
	switch stopped := strings.TrimRight(o.Label, ".!?"); {
	case english(def) && slices.Contains(subjects, first) && rest != "":
		r.Warnf(codeLabel, diag.At(at+"/label"), "the page would say: … people %s", strings.ToLower(o.Label[:1])+o.Label[1:]).
			Hinted("Begin with what people do or have, such as Have a stroke")
	case stopped != o.Label:
		r.Warnf(codeLabel, diag.At(at+"/label"), "the sentence goes on after the label, and the label ends it").
			Hinted("Write %s", stopped).Mended(diag.At(at+"/label"), stopped)
	}
}

var codeDenominator = diag.Define(diag.Info{
	Code:  "aid-denominator",
	Title: "A number of people that outcomes are not shown out of",
	Explain: "`shown_per:` is 10, 100, 1000 or 10000, the same for every option of an outcome, and best the same in the whole aid: readers compare " +
		"\"7 in 100\" with \"3 in 100\", and are misled by \"1 in 14\" beside \"1 in 33\".",
	Bad:  "shown_per: 250",
	Good: "shown_per: 1000",
})

// denominators are those that outcomes may be shown out of.
var denominators = []risk.Denominator{risk.Per10, risk.Per100, risk.Per1000, risk.Per10000}

// checkDenominator holds an outcome to one of the denominators, and warns where it differs from the outcomes before it.
func checkDenominator(def *Definition, o *Outcome, at string, r *diag.Reporter) {
	switch first := def.Outcomes[0].ShownPer; {
	case !slices.Contains(denominators, o.ShownPer):
		r.Errorf(codeDenominator, diag.At(at+"/shown_per"), "an outcome is shown out of 10, 100, 1000 or 10000 people, and not of %d", int(o.ShownPer)).
			Hinted("Use the smallest of them in which the options still differ")
	case o.ShownPer != first && slices.Contains(denominators, first):
		r.Warnf(codeDenominator, diag.At(at+"/shown_per"), "this outcome is shown out of %d people, and the first one out of %d", int(o.ShownPer), int(first)).
			Hinted("Show all outcomes of an aid out of as many people, where the numbers let you").Beside(diag.At("/outcomes/0/shown_per"), "the first one")
	}
}

var codePeriod = diag.Define(diag.Info{
	Code:    "aid-period",
	Title:   "An outcome does not say over what time",
	Explain: "A chance without a period means nothing: 72 in 1,000 in a year is not 72 in 1,000 in ten. Benefits and risks say `within:`.",
	Bad:     "- id: stroke\n  kind: risk",
	Good:    "- id: stroke\n  kind: risk\n  within: 1 year",
})

// checkPeriod holds that benefits and risks have a period. A burden is often part of an option for as long as it lasts.
func checkPeriod(o *Outcome, at string, r *diag.Reporter) {
	if o.Kind != Burden && !o.Within.Stated() {
		r.Errorf(codePeriod, diag.At(at), "%s does not say within what time it happens", o.ID).
			Hinted("Add `within:` with a period, such as 1 year").After(at + "/within")
	}
}

var codePopulation = diag.Define(diag.Info{
	Code:    "aid-population",
	Title:   "An outcome does not say whom its numbers are about",
	Explain: "\"7 in 100\" of whom? `among:` names the people in words, so that readers can tell whether they are like them.",
	Bad:     "- id: stroke\n  kind: risk",
	Good:    "- id: stroke\n  kind: risk\n  among: people with atrial fibrillation and the same score",
})

// checkPopulation holds that benefits and risks name the people that their numbers are about.
func checkPopulation(o *Outcome, at string, r *diag.Reporter) {
	if o.Kind != Burden && o.Among == "" {
		r.Errorf(codePopulation, diag.At(at), "%s does not say whom its numbers are about", o.ID).
			Hinted("Add `among:` with the people in words").After(at + "/among")
	}
}
