package standard_test

import (
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// mutation takes something away from an aid, and names the criteria that must fall and the field at which that is said.
type mutation struct {
	name string
	do   func(d *decisionaid.Definition)
	at   string
	fall []string
}

// mutations are those of the hip aid, one at least for each derived criterion of IPDAS that is not about tests alone.
var mutations = []mutation{
	{"no condition", func(d *decisionaid.Definition) { d.Condition = nil }, "/condition/summary", []string{"k1", "q1"}},
	{"a blank condition", func(d *decisionaid.Definition) { d.Condition.Summary = " " }, "/condition/summary", []string{"k1"}},
	{"no question", func(d *decisionaid.Definition) { d.Decision = "A new hip" }, "/decision", []string{"k2"}},
	{"no way of doing nothing", func(d *decisionaid.Definition) { d.Options[2].Kind = "" }, "/options", []string{"k3"}},
	{"an option without words", func(d *decisionaid.Definition) { d.Options[1].Happens = "" }, "/options/1/happens", []string{"k3"}},
	{"one option", func(d *decisionaid.Definition) { d.Options = d.Options[2:] }, "/options", []string{"k3", "q2"}},
	{"nothing good about surgery", func(d *decisionaid.Definition) { d.Outcomes[0].Kind, d.Outcomes = "risk", d.Outcomes[:1] }, "/options/0", []string{"k4"}},
	{"nothing bad about surgery", func(d *decisionaid.Definition) { d.Outcomes = d.Outcomes[:1] }, "/options/0", []string{"k5"}},
	{"no experience", func(d *decisionaid.Definition) { d.Options[0].Experience = nil }, "/options/0/experience", []string{"k6"}},
	{"a chance without a source", func(d *decisionaid.Definition) { d.Outcomes[1].Estimates[0].Source = nil }, "/outcomes/1/estimates/0/source", []string{"c2"}},
	{"no sources", func(d *decisionaid.Definition) { d.Sources = nil }, "/sources", []string{"c2"}},
	{"no date", func(d *decisionaid.Definition) { d.Published = "" }, "/published", []string{"c3"}},
	{"no update policy", func(d *decisionaid.Definition) { d.UpdatePolicy = "" }, "/update_policy", []string{"c4"}},
	{"nothing said of how sure", func(d *decisionaid.Definition) { d.Outcomes[0].Estimates[0].Certainty = "" }, "/outcomes/0/estimates/0", []string{"c5", "q19"}},
	{"nobody has judged it", func(d *decisionaid.Definition) { d.Outcomes[0].Estimates[0].Certainty = "unknown" }, "/outcomes/0/estimates/0", []string{"c5", "q19"}},
	{"no funding", func(d *decisionaid.Definition) { d.Funding = "" }, "/funding", []string{"c6"}},
	{"no natural course", func(d *decisionaid.Definition) { d.Condition.NaturalCourse = "" }, "/condition/natural_course", []string{"q1"}},
	{"an empty cell", func(d *decisionaid.Definition) { d.Outcomes[0].Estimates = d.Outcomes[0].Estimates[:2] }, "/outcomes/0/estimates", []string{"q2"}},
	{"no numbers", func(d *decisionaid.Definition) { d.Outcomes = d.Outcomes[3:] }, "/outcomes", []string{"q3", "q8", "c5", "q4", "q5", "q6", "q7", "q19"}},
	{"nobody among whom", func(d *decisionaid.Definition) { d.Outcomes[0].Among = "" }, "/outcomes/0/among", []string{"q4"}},
	{"no denominator", func(d *decisionaid.Definition) { d.Outcomes[1].ShownPer = 0 }, "/outcomes/1/shown_per", []string{"q5", "q7"}},
	{"no period", func(d *decisionaid.Definition) { d.Outcomes[1].Within = decisionaid.Within{} }, "/outcomes/1/within", []string{"q6"}},
	{"no values", func(d *decisionaid.Definition) { d.Values = nil }, "/values", []string{"q9"}},
	{"no steps", func(d *decisionaid.Definition) { d.Steps = nil }, "/steps", []string{"q10"}},
	{"a set of questions that there is not", func(d *decisionaid.Definition) { d.Questions = decisionaid.Questions{Set: "none"} }, "/questions", []string{"q11"}},
	{"no method", func(d *decisionaid.Definition) { d.Evidence = nil }, "/evidence/method", []string{"q18"}},
	{"no authors", func(d *decisionaid.Definition) { d.Authors = nil }, "/authors", []string{"q20"}},
	{"no credentials", func(d *decisionaid.Definition) { d.Authors[0].Credentials = "" }, "/authors/0/credentials", []string{"q20"}},
	{"no reading age", func(d *decisionaid.Definition) { d.ReadingAge = 0 }, "/reading_age", []string{"q21"}},
	{"a reading age that is not kept", func(d *decisionaid.Definition) { d.ReadingAge = 6 }, "/reading_age", []string{"q21"}},
}

// testMutations are those of an aid about a test.
var testMutations = []mutation{
	{"not what it measures", func(d *decisionaid.Definition) { d.Test.Measures = "" }, "/test/measures", []string{"c7"}},
	{"not what comes of a find", func(d *decisionaid.Definition) { d.Test.IfPositive = "" }, "/test/if_positive", []string{"c8"}},
	{"not what comes of no find", func(d *decisionaid.Definition) { d.Test.IfNegative = "" }, "/test/if_negative", []string{"c9"}},
	{"nothing of overdiagnosis", func(d *decisionaid.Definition) { d.Test.Overdiagnosis = "" }, "/test/overdiagnosis", []string{"c10"}},
	{"no sensitivity", func(d *decisionaid.Definition) { d.Test.Sensitivity = 0 }, "/test/sensitivity", []string{"q24", "q27"}},
	{"a sensitivity in percent", func(d *decisionaid.Definition) { d.Test.Sensitivity = 70 }, "/test/sensitivity", []string{"q24", "q27"}},
	{"no specificity", func(d *decisionaid.Definition) { d.Test.Specificity = 0 }, "/test/specificity", []string{"q25", "q26"}},
	{"no prevalence", func(d *decisionaid.Definition) { d.Test.Prevalence = 0 }, "/test/prevalence", []string{"q24", "q25", "q26", "q27"}},
}

// TestMutations holds that every derived criterion is met by a whole aid and falls when its field is taken away, with a pointer to
// that field and a word on how to mend it; and that criteria that have nothing to do with it stay met.
func TestMutations(t *testing.T) {
	ipdas := ready(t, "ipdas-v4")
	fallen := map[string]bool{}
	try := func(base func(testing.TB) *decisionaid.Definition, all []mutation) {
		whole := ipdas.Report(standard.FactsOfDefinition(base(t), today), nil)
		for _, f := range whole.Findings {
			if f.How == standard.Derived && f.State != policy.Met && f.State != policy.NotApplicable {
				t.Errorf("%s of the whole aid: %+v", f.ID, f)
			}
			if f.How == standard.Derived && (len(f.Places) == 0 || len(f.Places[0].At) == 0) {
				t.Errorf("%s points at nothing", f.ID)
			}
		}
		for _, m := range all {
			def := base(t)
			m.do(def)
			r := ipdas.Report(standard.FactsOfDefinition(def, today), nil)
			for i, f := range r.Findings {
				falls := slices.Contains(m.fall, f.ID)
				switch {
				case falls && f.State != policy.NotMet:
					t.Errorf("%s: %s is %s", m.name, f.ID, f.State)
				case falls:
					fallen[f.ID] = true
					points := slices.ContainsFunc(f.Places, func(p standard.Place) bool { return slices.Contains(p.At, m.at) && p.Mend != "" })
					if !points && f.ID == m.fall[0] {
						t.Errorf("%s: %s does not point at %s: %+v", m.name, f.ID, m.at, f.Places)
					}
				case f.State == policy.NotMet && len(m.fall) == 1 && f.State != whole.Findings[i].State && m.name != "nothing good about surgery" && m.name != "nothing bad about surgery":
					t.Errorf("%s: %s falls too: %+v", m.name, f.ID, f.Places)
				}
			}
		}
	}
	try(hip, mutations)
	try(bowel, testMutations)
	for _, c := range ipdas.Definition().Criteria {
		if c.How == standard.Derived && !fallen[c.ID] {
			t.Errorf("nothing that is taken away makes %s fall", c.ID)
		}
	}
}
