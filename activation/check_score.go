package activation

import (
	"errors"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeScore = diag.Define(diag.Info{
	Code:    "activation-score",
	Title:   "A measure does not say which score it stands on, or says it twice",
	Explain: "A measure has either `score:`, a score of a questionnaire that it uses, or `supplied:`, a score that a licensed tool made before. Without a score there are no levels.",
	Bad:     "kind: activation-measure\nid: my-confidence",
	Good:    "uses: {scored: semcd-6@1}\nscore: scored.confidence",
})

var codeReference = diag.Define(diag.Info{
	Code:    "activation-score-reference",
	Title:   "A measure names a score that is not there",
	Explain: "`score:` is a name under `uses:`, a dot, and the id of a score of that questionnaire.",
	Bad:     "uses: {scored: semcd-6@1}\nscore: scored.confidense",
	Good:    "uses: {scored: semcd-6@1}\nscore: scored.confidence",
})

var codeQuestionnaire = diag.Define(diag.Info{
	Code:    "activation-questionnaire",
	Title:   "The questionnaire behind a measure cannot be used",
	Explain: "The levels stand on a score of the questionnaire, and it has faults of its own. Mend those first; checking its file shows all of them.",
	Bad:     "uses: {scored: a-questionnaire-with-faults@1}",
	Good:    "uses: {scored: semcd-6@1}",
})

var codeBetter = diag.Define(diag.Info{
	Code:    "activation-better",
	Title:   "Nobody says which way a score is better",
	Explain: "Without it nobody can tell the top level from the lowest, or a gain from a loss. A questionnaire says it beside its score, a supplied score beside its range: higher or lower.",
	Bad:     "supplied: {range: [0, 100], better: up}",
	Good:    "supplied: {range: [0, 100], better: higher}",
})

var codeSuppliedRange = diag.Define(diag.Info{
	Code:    "activation-supplied-range",
	Title:   "The range or the step of a supplied score makes no sense",
	Explain: "`range:` is the lowest and the highest score that the tool can give, in this order, and `step:` divides it into whole steps. A score outside it is refused and never clamped.",
	Bad:     "supplied: {range: [100, 0], better: higher}",
	Good:    "supplied: {range: [0, 100], step: 0.1, better: higher}",
})

// questionnaireOf makes the questionnaire that the score belongs to ready, or reports why it cannot.
func questionnaireOf(def *Definition, set *schemas.Set, doc *schemas.Document, r *diag.Reporter) *proms.Questionnaire {
	if def.Score == "" {
		return nil
	}
	name, _ := splitScore(def.Score)
	if _, ok := def.Uses[name]; !ok {
		nearest(r, codeReference, "/score", name, "name under uses", slices.Sorted(maps.Keys(def.Uses)))
		return nil
	}
	at := schemas.Pointer("uses", name)
	used, ok := set.Uses(doc)[name]
	if !ok {
		r.Errorf(codeReference, diag.At("/score"), "the questionnaire %s is not among the definitions", def.Uses[name]).
			Hinted("Add the file that holds it").After(at)
		return nil
	}
	if used.Kind() != proms.Kind {
		r.Errorf(codeReference, diag.At(at), "%s is a %s, and a score belongs to a questionnaire", used.Ref(), used.Kind()).
			Hinted("Name a questionnaire")
		return nil
	}
	questionnaire, err := proms.FromSet(set, used.Ref())
	if err != nil {
		e := r.Errorf(codeQuestionnaire, diag.At(at), "the questionnaire %s has faults of its own", used.Ref())
		var faults diag.List
		if errors.As(err, &faults) && len(faults) > 0 {
			e.Hinted("Mend them first, such as: %s", faults[0].Message())
		}
		return nil
	}
	return questionnaire
}

// scoredBy finds the score that the levels stand on; nil after errors were reported.
func scoredBy(def *Definition, questionnaire *proms.Questionnaire, r *diag.Reporter) *scored {
	switch {
	case def.Score != "" && def.Supplied != nil:
		r.Errorf(codeScore, diag.At("/supplied").Key(), "the measure has both score and supplied").Hinted("Keep the one that the levels stand on")
		return nil
	case def.Score == "" && def.Supplied == nil:
		r.Errorf(codeScore, diag.At("/kind"), "the measure does not say which score it stands on").
			Hinted("Add `score:` with a score of a questionnaire, or `supplied:` with the range of a licensed tool").After("/score", "/supplied")
		return nil
	case def.Supplied != nil:
		return suppliedScore(def.Supplied, r)
	case questionnaire == nil:
		if !r.HasErrors() {
			r.Errorf(codeReference, diag.At("/score"), "the questionnaire of %s was not given", def.Score)
		}
		return nil
	}
	return questionnaireScore(def, questionnaire, r)
}

func questionnaireScore(def *Definition, questionnaire *proms.Questionnaire, r *diag.Reporter) *scored {
	_, id := splitScore(def.Score)
	score := scoreOf(questionnaire, id)
	slot, known := questionnaire.Model().Slot(id)
	if score == nil || !known {
		var ids []string
		for _, s := range questionnaire.Definition().Scores {
			ids = append(ids, s.ID)
		}
		nearest(r, codeReference, "/score", id, "score of "+questionnaire.ID(), ids)
		return nil
	}
	if score.Better == "" {
		r.Errorf(codeBetter, diag.At("/score"), "%s does not say whether a higher or a lower %s is better", questionnaire.ID(), id).
			Hinted("Add `better: higher` or `better: lower` to that score in the questionnaire")
		return nil
	}
	return &scored{
		kind: questionnaire.Model().Type(slot), pointer: "/score", better: score.Better,
		questionnaire: questionnaire, score: id, items: itemsOf(questionnaire, score),
	}
}

func suppliedScore(def *Supplied, r *diag.Reporter) *scored {
	lo, hi, whole := def.Range[0], def.Range[1], true
	switch steps := (hi - lo) / def.Step; {
	case !(lo < hi) || math.IsInf(hi-lo, 0):
		r.Errorf(codeSuppliedRange, diag.At("/supplied/range"), "the range goes from %s to %s; the lowest score comes first",
			rule.FormatNumber(lo), rule.FormatNumber(hi)).Hinted("Write the lowest and the highest score").After("/supplied/range")
		whole = false
	case def.Step != 0 && !(def.Step > 0 && rule.Equal(steps, math.Round(steps))):
		r.Errorf(codeSuppliedRange, diag.At("/supplied/step"), "steps of %s do not lead from %s to %s",
			rule.FormatNumber(def.Step), rule.FormatNumber(lo), rule.FormatNumber(hi)).Hinted("Choose a step that divides the range, or leave it out").After("/supplied/step")
		whole = false
	}
	if def.Better != higher && def.Better != lower {
		r.Errorf(codeBetter, diag.At("/supplied/better"), "better is %q", def.Better).Hinted("Write higher or lower").After("/supplied", "/supplied/better")
		whole = false
	}
	if !whole {
		return nil
	}
	return &scored{
		kind:    rule.Type{Kind: rule.Number, Unit: def.Unit, Lo: lo, Hi: hi, Step: def.Step},
		pointer: "/supplied", better: def.Better,
	}
}

// nearest reports a name that is not there, with a did-you-mean.
func nearest(r *diag.Reporter, code diag.Code, at, typed, what string, candidates []string) *diag.Entry {
	e := r.Errorf(code, diag.At(at), "there is no %s %q", what, typed).After(at)
	if len(candidates) == 0 {
		return e.Hinted("Define it first")
	}
	if meant := diag.Nearest(typed, candidates); meant != "" {
		return e.Hinted("Did you mean %s?", meant)
	}
	return e.Hinted("There is %s", strings.Join(candidates, ", "))
}
