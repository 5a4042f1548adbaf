package decisionaid

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeForm = diag.Define(diag.Info{
	Code:  "aid-estimate-form",
	Title: "An estimate says nothing, or two things at once",
	Explain: "An estimate is exactly one of `chance:`, `count:`, `relative_to:` with one of rr, or, hr and difference, `unknown:` with the reason and " +
		"`not_applicable:` with the reason. `interval:` belongs to a number, a count or an effect; `indirect:` to an effect.",
	Bad:  "- {option: warfarin, relative_to: none}",
	Good: "- {option: warfarin, relative_to: none, rr: 0.36, interval: [0.26, 0.51]}",
})

// The forms of an estimate, by their keys.
const (
	formChance        = "chance"
	formCount         = "count"
	formRelative      = "relative_to"
	formUnknown       = "unknown"
	formNotApplicable = "not_applicable"
)

// forms lists the forms that an estimate is given in. A good one has exactly one.
func (e *EstimateDefinition) forms() []string {
	var forms []string
	add := func(given bool, form string) {
		if given {
			forms = append(forms, form)
		}
	}
	add(e.Chance != nil, formChance)
	add(e.Count != nil, formCount)
	add(e.RelativeTo != "", formRelative)
	add(e.Unknown != "", formUnknown)
	add(e.NotApplicable != "", formNotApplicable)
	return forms
}

// checkForm holds an estimate to one form and to the keys that go with it.
func checkForm(e *EstimateDefinition, at string, r *diag.Reporter) {
	forms := e.forms()
	keys, _ := e.effects()
	switch {
	case len(forms) == 0 && len(keys) > 0:
		r.Errorf(codeForm, diag.At(at+"/"+keys[0]).Key(), "this effect does not say on which option's chance it works").
			Hinted("Add `relative_to:` with the id of an option").After(at + "/relative_to")
		return
	case len(forms) == 0:
		r.Errorf(codeForm, diag.At(at), "this estimate says nothing").
			Hinted("Add a chance, a count, an effect, or `unknown:` with the reason").After(at)
		return
	case len(forms) > 1:
		r.Errorf(codeForm, diag.At(at+"/"+forms[1]).Key(), "this estimate has both %s and %s", forms[0], forms[1]).Hinted("Keep the one that is meant")
		return
	}
	checkCompanions(e, forms[0], keys, at, r)
}

// checkCompanions holds the keys beside a form to those that mean something there.
func checkCompanions(e *EstimateDefinition, form string, effects []string, at string, r *diag.Reporter) {
	stray := func(key, why string) {
		r.Errorf(codeForm, diag.At(at+"/"+key).Key(), "%s means nothing here: %s", key, why).Hinted("Take it out")
	}
	relative := form == formRelative
	switch {
	case relative && len(effects) == 0:
		r.Errorf(codeForm, diag.At(at+"/relative_to").Key(), "this estimate does not say how large the effect is").
			Hinted("Add one of rr, or, hr and difference").After(at)
	case relative && len(effects) > 1:
		r.Errorf(codeForm, diag.At(at+"/"+effects[1]).Key(), "this estimate has several effects: %s", strings.Join(effects, ", ")).
			Hinted("Keep the one that the study reports")
	case !relative && len(effects) > 0:
		stray(effects[0], "an effect goes with relative_to")
	}
	if e.Indirect && !relative {
		stray("indirect", "it tells of an effect")
	}
	switch ruled := e.Chance != nil && e.Chance.Rule != ""; {
	case e.Interval != nil && ruled:
		stray("interval", "a rule gives everybody another chance, and this interval would be the same for all")
	case e.Interval != nil && (form == formUnknown || form == formNotApplicable):
		stray("interval", "there is no number for it to be around")
	case e.Interval == nil && e.Level != 0:
		stray("level", "there is no interval")
	}
}
