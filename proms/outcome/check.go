package outcome

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeScore = diag.Define(diag.Info{
	Code:  "outcome-score",
	Title: "A measure does not stand on a score of a questionnaire",
	Explain: "`score:` is a name under `uses:`, a dot, and the id of a score of that questionnaire. The questionnaire has to be among the definitions, " +
		"and free of faults.",
	Bad:  "uses: {depression: phq-9@1}\nmeasures:\n  - {id: phq, score: depression.totl}",
	Good: "uses: {depression: phq-9@1}\nmeasures:\n  - {id: phq, score: depression.total}",
})

var codeRepeated = diag.Define(diag.Info{
	Code:    "outcome-repeated-measure",
	Title:   "Two measures have one id",
	Explain: "Rules and results name a measure by its id, so an id belongs to one measure of a set.",
	Bad:     "measures:\n  - {id: phq, score: depression.total}\n  - {id: phq, score: anxiety.total}",
	Good:    "measures:\n  - {id: phq, score: depression.total}\n  - {id: gad, score: anxiety.total}",
})

var codeNeeds = diag.Define(diag.Info{
	Code:  "outcome-needs",
	Title: "An outcome set needs a reading that there is not",
	Explain: "`needs:` lists readings that come in: the id of a measure with .first or .last behind it. Without all of them every outcome is unknown. " +
		"A change is there where its first and its last reading are.",
	Bad:  "needs: [phq.change]",
	Good: "needs: [phq.first, phq.last]",
})

var codeStart = diag.Define(diag.Info{
	Code:  "outcome-start",
	Title: "What is said of the start reads the end",
	Explain: "Criteria under `start:` are known from the first readings, and stay as they are when the last ones come. One that reads a last reading, a change " +
		"or an outcome belongs under `outcomes:`.",
	Bad:  "start:\n  - {id: at_caseness, when: phq.last >= 10, basis: local}",
	Good: "start:\n  - {id: at_caseness, when: phq.first >= 10, basis: local}",
})

// questionnairesOf makes the questionnaires that the measures stand on ready, by their names under uses.
func questionnairesOf(def *Definition, set *schemas.Set, doc *schemas.Document, r *diag.Reporter) map[string]*proms.Questionnaire {
	ready := map[string]*proms.Questionnaire{}
	used := set.Uses(doc)
	for _, name := range slices.Sorted(maps.Keys(def.Uses)) {
		pointer := schemas.Pointer("uses", name)
		at := diag.At(pointer)
		to, found := used[name]
		switch {
		case !found: // reported when the set was made
			r.Errorf(codeScore, diag.At("/uses"), "the questionnaire %s is not among the definitions", def.Uses[name]).Hinted("Add the file that holds it").After(pointer)
		case to.Kind() != proms.Kind:
			r.Errorf(codeScore, at, "%s is a %s, and outcomes stand on questionnaires", to.Ref(), to.Kind()).Hinted("Name a questionnaire")
		default:
			q, err := proms.FromSet(set, to.Ref())
			if err != nil {
				reportFaulty(to.Ref(), err, at, r)
				continue
			}
			ready[name] = q
		}
	}
	return ready
}

// reportFaulty says that a questionnaire cannot be used, and the first thing that is wrong with it.
func reportFaulty(ref string, err error, at diag.Where, r *diag.Reporter) {
	e := r.Errorf(codeScore, at, "the questionnaire %s has faults of its own", ref)
	var faults diag.List
	if errors.As(err, &faults) && len(faults) > 0 {
		e.Hinted("Mend them first, such as: %s", faults[0].Message())
		return
	}
	e.Hinted("Mend them first")
}

// measuresOf finds the score of each measure.
func measuresOf(def *Definition, questionnaires map[string]*proms.Questionnaire, r *diag.Reporter) []measure {
	all := make([]measure, len(def.Measures))
	seen := map[string]string{}
	for i, d := range def.Measures {
		here := fmt.Sprintf("/measures/%d/id", i)
		if other, taken := seen[d.ID]; taken {
			r.Errorf(codeRepeated, diag.At(here), "two measures have the id %s", d.ID).Hinted("Give each measure an id of its own").Beside(diag.At(other), "first used here")
		}
		seen[d.ID] = here
		at := fmt.Sprintf("/measures/%d/score", i)
		name, score, _ := strings.Cut(d.Score, ".")
		q := questionnaires[name]
		all[i] = measure{id: d.ID, questionnaire: q, score: score}
		switch _, named := def.Uses[name]; {
		case d.Score == "":
			r.Errorf(codeScore, diag.At(at), "the measure %s names no score", d.ID).Hinted("Add `score:`").After(at)
		case !named && q == nil:
			nearest(r, codeScore, at, "there is no name under uses", name, slices.Sorted(maps.Keys(def.Uses))).After("/uses")
		case q == nil: // the questionnaire was reported, or not given to Compile
			r.Errorf(codeScore, diag.At(at), "the questionnaire of %s is not there", d.ID).Hinted("Add it").After(schemas.Pointer("uses", name))
		default:
			if _, err := q.Find(score); err != nil {
				nearest(r, codeScore, at, q.ID()+" has no score", score, scoresOf(q))
			}
		}
	}
	if len(all) == 0 {
		r.Errorf(codeScore, diag.At("/measures"), "the set has no measures").Hinted("Add `measures:` with a score of a questionnaire each").After("/measures")
	}
	return all
}

func scoresOf(q *proms.Questionnaire) []string {
	var ids []string
	for _, s := range q.Definition().Scores {
		ids = append(ids, s.ID)
	}
	return ids
}

// checkNeeds reports readings that do not come in.
func checkNeeds(def *Definition, r *diag.Reporter) {
	var there []string
	for _, m := range def.Measures {
		there = append(there, m.ID+first, m.ID+last)
	}
	for i, name := range def.Needs {
		if !slices.Contains(there, name) {
			nearest(r, codeNeeds, fmt.Sprintf("/needs/%d", i), "there is no reading", name, there)
		}
	}
}

// checkStart reports criteria of the start that read more than the first readings.
func (s *Set) checkStart(r *diag.Reporter) {
	for i, c := range s.definition.Start {
		for _, name := range s.rests[c.ID] {
			if strings.HasSuffix(name, last) {
				r.Errorf(codeStart, diag.At(fmt.Sprintf("/start/%d", i)), "%s reads %s, which is not known at the start", c.ID, name).
					Hinted("Put it under `outcomes:`, or read the first readings only")
				break
			}
		}
	}
}

// nearest reports a name that is not there, with a did-you-mean.
func nearest(r *diag.Reporter, code diag.Code, at, what, typed string, there []string) *diag.Entry {
	e := r.Errorf(code, diag.At(at), "%s %q", what, typed)
	if meant := diag.Nearest(typed, there); meant != "" {
		return e.Hinted("Did you mean %s?", meant)
	}
	if len(there) == 0 {
		return e.Hinted("Define it first")
	}
	return e.Hinted("There is %s", strings.Join(there, ", "))
}
